internal import Foundation
internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore
internal import Testing

struct SchoolStoreDecisionsTests {
  private let school: SmallSchool

  init() throws { school = try SmallSchool() }

  @Test func `a decision that hoso writes holds for hoso and for git`() async throws {
    let path = try RecordPath(SmallSchool.plan)
    try school.folder.git("config", "user.email", "ha.lt@suoimay.example")
    try school.folder.git("config", "user.signingkey", school.folder.path + "/.git/lth.pub")
    let moment = SmallSchool.moment(3600)
    let identity = try school.store.identify(under: school.rulebook, at: moment)
    #expect(identity.person.id == "lth")
    let tip = try school.store.existingTip()
    let blob = try #require(try school.store.snapshot(of: tip).entry(at: path)?.id)
    let decision = Decision(
      verb: .return, role: .headOfTeam, person: "lth", moment: moment, commit: tip,
      items: [Decision.Item(path: path, blob: blob, author: "nva")], reason: "thiếu mục 3", policy: 1)
    var names: [String] = []
    for _ in 0..<2 {
      names.append(try await school.store.write(decision, subject: "Trả lại", year: "2024-2025", by: identity))
    }
    #expect(names == ["return/2024-2025/20241005-114640-lth", "return/2024-2025/20241005-114640-lth-2"])
    let reader = DecisionReader(store: school.store, history: try school.store.history(of: tip), reader: RecordReader())
    let found = try reader.decisions { Issue.record("\($0)") }
    #expect(found.map(\.tag) == names)
    #expect(found.map(\.decision) == [decision, decision])
    #expect(found.map(\.faults) == [[], []])
    try Data(school.folder.git("show", "main:.hoso/allowed_signers"))
      .write(to: URL(filePath: school.folder.path + "/.git/signers"))
    try school.folder.git("config", "gpg.ssh.allowedSignersFile", school.folder.path + "/.git/signers")
    for name in names { try school.folder.git("verify-tag", name) }
    #expect(try school.folder.git("fsck", "--strict", "--no-dangling") == [])
  }

  @Test func `a good tag counts`() throws {
    #expect(try school.faults() == [])
    #expect(try school.faults(TagRecipe()) == [])
    #expect(try school.store.view(year: nil).records.first { $0.path.text == SmallSchool.plan }?.state == .approved)
  }

  @Test(
    arguments: [
      (TagRecipe(reference: "approve/2024-2025/20241005-120001-lth"), ["decision-form tag-name"]),
      (TagRecipe(isSigned: false), ["bad-signature unsigned"]),
      (TagRecipe(key: "nva"), ["bad-signature key-not-listed"]),
      (TagRecipe(namespace: "file"), ["bad-signature namespace"]),
      (TagRecipe(change: ("Duyệt", "Huỷ")), ["bad-signature signature"]),
      (
        TagRecipe(change: ("-----END SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\nx\n")),
        ["bad-signature armour"]
      ),
      (TagRecipe(role: .vicePrincipal), ["not-your-role"]),
      (TagRecipe(tagger: "bml"), ["not-your-role"]),
      (TagRecipe(role: .principal), ["not-your-role"]),
      (TagRecipe(path: SmallSchool.planOfHead, author: "lth"), ["own-work"]),
      (TagRecipe(author: "tqd"), ["decision-content"]),
      (TagRecipe(blob: "ce013625030ba8dba906f756967f9e9ca394464a"), ["decision-content"]),
      (TagRecipe(object: MissingCommit.id), ["decision-form tag-object"]),
      (TagRecipe(change: ("type commit", "type tree")), ["decision-form tag-object"]),
      (TagRecipe(name: "return/2024-2025/20241005-120000-lth"), ["decision-form tag-verb"]),
      (TagRecipe(name: "v1"), ["reference-not-allowed"]),
      (TagRecipe(change: ("ha.lt@", "ai.do@")), ["decision-form tagger"]),
      (TagRecipe(change: ("tagger", "tagger A <a@b> 1 +0000\ntagger")), ["decision-form header-unknown"]),
      (TagRecipe(change: ("policy: 1", "policy: 01")), ["decision-form decision-policy"]),
      (TagRecipe(tagger: "vqh"), ["not-your-role"]),
      (TagRecipe(role: .vicePrincipal, tagger: "vqh"), []),
      (TagRecipe(role: .vicePrincipal, tagger: "vqh", path: SmallSchool.planOfHead, author: "lth"), []),
    ] as [(TagRecipe, [String])])
  private func `a tag that does not hold says why`(recipe: TagRecipe, faults: [String]) throws {
    #expect(try school.faults(recipe) == faults)
  }

  @Test func `a tag that was moved to another commit does not hold`() throws {
    let tip = try school.store.existingTip()
    let parent = try #require(try school.store.commit(tip).parents.first)
    let recipe = TagRecipe(change: ("object \(tip.hexadecimal)", "object \(parent.hexadecimal)"))
    #expect(try school.faults(recipe) == ["bad-signature signature"])
  }

  @Test func `a lightweight tag is no decision`() throws {
    try school.folder.git("update-ref", "refs/tags/approve/2024-2025/20241005-120000-lth", "main")
    #expect(try school.faults() == ["decision-form tag-object"])
  }

  @Test func `a tag that does not hold leaves the state as it was`() throws {
    #expect(try !school.faults(TagRecipe(key: "nva")).isEmpty)
    #expect(try school.store.view(year: nil).records.first { $0.path.text == SmallSchool.plan }?.state == .submitted)
  }

  /// The tag is dated 5 October 2024, 11:46 in the school and 04:46 in UTC.
  @Test(arguments: [
    (",valid-before=\"20241004Z\"", false), (",valid-before=\"20241005\"", false), (",valid-before=\"20241006\"", true),
    (",valid-after=\"20241006\"", false), (",valid-after=\"20241005\"", true),
    (",valid-before=\"202410051146\"", false),
    (",valid-before=\"202410051147\"", true), (",valid-after=\"202410050447Z\"", false),
    (",valid-after=\"202410050446Z\"", true), (",valid-after=\"20240901\",valid-before=\"20250901\"", true),
    (",valid-before=\"20241005114640\"", false), (",valid-before=\"20241005114641\"", true),
  ])
  func `a key counts between its dates`(options: String, isValid: Bool) throws {
    let school = try SmallSchool(options: options)
    #expect(try school.faults(TagRecipe()) == (isValid ? [] : ["bad-signature key-expired"]))
  }
}

/// A commit that is not there.
private enum MissingCommit {
  static let id = ObjectID(hexadecimal: "1234567890123456789012345678901234567890")
}

extension TagRecipe: CustomTestStringConvertible {
  var testDescription: String { "\(tagger) \(role.rawValue) \(name) \(change?.new ?? key ?? namespace)" }
}

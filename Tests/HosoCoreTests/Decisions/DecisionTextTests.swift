internal import GitObjects
internal import HosoCore
internal import Testing

struct DecisionTextTests {
  private static let blob = "ce013625030ba8dba906f756967f9e9ca394464a"
  private static let head = "Duyệt 1 hồ sơ\n\nhoso-decision: 1\ndecision: approve\nrole: head-of-team\npolicy: 7\n"
  private static let record = "record: \(blob) an 2024-2025/tổ 1/a b.md\n"

  private static func read(_ message: String) throws -> Decision {
    let tagger = Identity(name: "Bình", email: "binh@truong.edu.vn", time: 1_728_000_000, offset: 0)
    let bytes = TagObject.payload(object: MemorySnapshot.id("c"), name: "x", tagger: tagger, message: message)
    return try DecisionText.decision(of: TagObject(strict: bytes), by: "binh", offset: SmallSchool.offset)
  }

  @Test(arguments: Decision.Verb.allCases, ["", "thiếu mục 3: xem lại", "a  b "])
  func `a decision is read as it was written`(verb: Decision.Verb, reason: String) throws {
    let items = try ["a.md", "2024-2025/tổ 1/a b.md"].map {
      Decision.Item(path: try RecordPath($0), blob: MemorySnapshot.id("b"), author: "an")
    }
    let decision = Decision(
      verb: verb, role: .vicePrincipal, person: "binh",
      moment: Moment(seconds: 1_728_000_000, offset: SmallSchool.offset),
      commit: MemorySnapshot.id("c"), items: items, reason: verb == .return && reason.isEmpty ? "x" : reason, policy: 7)
    #expect(try Self.read(DecisionText.message(for: decision, subject: "Duyệt")) == decision)
  }

  @Test func `a decision on another's behalf names him behind the role`() throws {
    let message = "\(Self.head)\(Self.record)".replacing("role: head-of-team\n", with: "role: head-of-team\nfor: cuc\n")
    let decision = try Self.read(message)
    #expect(decision.giver == "cuc")
    #expect(DecisionText.message(for: decision, subject: "Duyệt 1 hồ sơ") == message)
  }

  private static func changed(_ old: String, _ new: String) -> String {
    "\(head)\(record)".replacing(old, with: new)
  }

  private static let malformed: [(name: String, message: String, reason: String)] = [
    ("nothing", "", "decision-subject"), ("one line", "Duyệt\n", "decision-subject"),
    ("no subject", "\n\n\(head)\(record)", "decision-subject"),
    ("no line feed at the end", String("\(head)\(record)".dropLast()), "decision-subject"),
    ("no blank line", "Duyệt\nhoso-decision: 1\n", "decision-subject"),
    ("blank line behind", "\(head)\(record)\n", "decision-line"),
    ("no format", "Duyệt\n\ndecision: approve\n", "decision-hoso-decision"),
    ("other format", changed("decision: 1", "decision: 2"), "decision-format"),
    ("no space", changed("decision: 1", "decision:1"), "decision-line"),
    ("unknown verb", changed("approve", "Approve"), "decision-verb"),
    ("return without reason", changed("approve", "return"), "decision-reason"),
    ("unknown role", changed("head-of-team", "boss"), "decision-role"),
    ("no role", changed("role: head-of-team\n", ""), "decision-role"),
    ("policy in letters", changed("policy: 7", "policy: seven"), "decision-policy"),
    ("policy with a sign", changed("policy: 7", "policy: +7"), "decision-policy"),
    ("policy with a zero", changed("policy: 7", "policy: 07"), "decision-policy"),
    ("negative policy", changed("policy: 7", "policy: -7"), "decision-policy"),
    ("on his own behalf", changed("role: head-of-team\n", "role: head-of-team\nfor: binh\n"), "decision-for"),
    ("on nobody's behalf", changed("role: head-of-team\n", "role: head-of-team\nfor: \n"), "decision-for"),
    ("on behalf of two", changed("role: head-of-team\n", "role: head-of-team\nfor: cuc an\n"), "decision-for"),
    ("on behalf before the role", changed("role: head-of-team\n", "for: cuc\nrole: head-of-team\n"), "decision-role"),
    ("no record", head, "decision-record"), ("a record twice", "\(head)\(record)\(record)", "decision-record"),
    ("short name of the content", changed(blob, "ce0136"), "decision-record"),
    ("no author", changed(" an ", "  "), "decision-record"),
    ("no path", changed(" 2024-2025/tổ 1/a b.md", ""), "decision-record"),
    ("path that leads out", changed("2024-2025/", "../"), "decision-record"),
    ("empty reason", "\(head)reason: \n\(record)", "decision-reason"),
    ("reason behind the records", "\(head)\(record)reason: x\n", "decision-record"),
    ("two reasons", "\(head)reason: x\nreason: y\n\(record)", "decision-record"),
    ("unknown line", "\(head)\(record)hoso: x\n", "decision-record"),
    ("two roles", "\(head)role: principal\n\(record)", "decision-record"),
  ]

  @Test(arguments: malformed)
  func `a text of another form is refused with its reason`(name: String, message: String, reason: String) {
    let error = #expect(throws: MalformedObject.self) { try Self.read(message) }
    #expect(error?.reason == reason, "\(name)")
  }
}

struct DecisionTagNameTests {
  @Test(arguments: [
    (Decision.Verb.approve, 1, "approve/2024-2025/20241004-070007-binh"),
    (.return, 1, "return/2024-2025/20241004-070007-binh"), (.approve, 2, "approve/2024-2025/20241004-070007-binh-2"),
  ])
  func `a name says verb, year, time and person`(verb: Decision.Verb, number: Int, text: String) {
    let name = DecisionTagName(
      verb: verb, year: "2024-2025", moment: Moment(seconds: 1_728_000_007, offset: 420), person: "binh", number: number
    )
    #expect(name.text == text)
    #expect(DecisionTagName(text) == name)
  }

  @Test(arguments: [
    "approve/2024-2025/20241004-070007-binh-an-2", "return/2024-2025/20241004-070007-a1",
    "lock/2024-2025/20241004-070007-dung", "unlock/2024-2025/20241004-070007-dung",
  ])
  func `a name of this form is a decision's`(text: String) {
    #expect(DecisionTagName(text)?.text == text)
  }

  @Test(arguments: [
    "", "approve", "v1.0", "approve/2024-2025", "approve/2024-2025/20241004-070007",
    "approve/2024-2025/20241004-070007-",
    "approve/2024-2025/20241004-070007-Binh", "Approve/2024-2025/20241004-070007-binh",
    "locks/2024-2025/20241004-070007-binh", "approve/2024/20241004-070007-binh",
    "approve/2024_2025/20241004-070007-binh",
    "approve/abcd-efgh/20241004-070007-binh", "approve/2024-2025/abcdefgh-070007-binh",
    "approve/2024-2025/20241004-abcdef-binh", "approve/2024-2025/2024104-070007-binh",
    "approve/2024-2025/20241004-07000-binh", "approve/2024-2025/20241004-070007-bình",
    "approve/2024-2025/20241004-070007--binh", "approve/2024-2025/x/20241004-070007-binh",
    "/approve/2024-2025/20241004-070007-binh", "approve/2024-2025/20241004-070007-binh/",
  ])
  func `any other name is none`(text: String) {
    #expect(DecisionTagName(text) == nil)
  }
}

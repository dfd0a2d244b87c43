internal import Foundation
internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// A repository with the rules of `sample-repo`, a key for each of four people, and a lesson plan of two of them.
///
/// nva teaches in the team to-4-5, lth heads it, bml heads another, vqh is the vice principal.
final class SmallSchool {
  static let plan = "2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/bai-14.md"
  static let planOfHead = "2024-2025/ke-hoach-bai-day/to-4-5/lth/tuan-05/bai-15.md"
  static let time: Int64 = 1_728_100_000

  let folder: TemporaryFolder
  let store: SchoolStore
  let rulebook: Rulebook

  /// `options` are those of the line of lth's key, such as `,valid-before="20240101Z"`.
  init(options: String = "") throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    try folder.git("init", "--quiet", "--initial-branch=main")
    store = try SchoolStore(at: folder.path)
    var rules = try Self.rules()
    let people = ["nva": "anh.nv", "lth": "ha.lt", "bml": "lan.bm", "vqh": "hung.vq"]
    let lines = try people.sorted { $0.key < $1.key }.map { id, mail in
      let key = try folder.makeKey(".git/\(id)")
      return "\(mail)@suoimay.example namespaces=\"git\"\(id == "lth" ? options : "") \(key.type) \(key.key)\n"
    }
    rules[try RecordPath(".hoso/allowed_signers")] = Array(lines.joined().utf8)
    let admin = Person(
      id: "lmk", name: "Lê Minh Khôi", email: "khoi.lm@suoimay.example", roles: [.admin], team: nil, from: nil, to: nil,
      line: 4)
    let first = try store.write(
      CommitPlan(base: nil, files: rules, person: admin, moment: Self.moment(0), message: "Quy định"))
    rulebook = try store.rulebook(at: first)
    try commit([Self.plan: "# Bài 14\n"], by: "nva")
    try commit([Self.planOfHead: "# Bài 15\n"], by: "lth")
  }

  private static func rules() throws -> [RecordPath: [UInt8]?] {
    let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sample-repo")
    var files: [RecordPath: [UInt8]?] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: sample.appending(path: ".hoso").path) {
      let path = try RecordPath(".hoso/" + name)
      guard let bytes = try? Data(contentsOf: sample.appending(path: path.text)) else { continue }
      files[path] = [UInt8](bytes)
    }
    return files
  }

  static func moment(_ seconds: Int64) -> Moment { Moment(seconds: time + seconds, offset: 420) }

  struct Unknown: Error { let id: String }

  func person(_ id: ListID) throws -> Person {
    guard let person = rulebook.people[id] else { throw Unknown(id: id) }
    return person
  }

  /// Commits files as a person, without asking the gate.
  @discardableResult
  func commit(_ files: [String: String], by id: ListID, onto base: ObjectID? = nil) throws -> ObjectID {
    var bytes: [RecordPath: [UInt8]?] = [:]
    for (path, text) in files { bytes[try RecordPath(path)] = Array(text.utf8) }
    return try store.write(
      CommitPlan(
        base: base ?? store.existingTip(), files: bytes, person: person(id), moment: Self.moment(60), message: "Nộp"))
  }
}

/// How a decision's tag is made; what is not said is as it should be.
struct TagRecipe {
  var verb = Decision.Verb.approve
  var role = SchoolRole.headOfTeam
  var tagger = "lth"
  var key: String?
  var namespace = "git"
  var path = SmallSchool.plan
  var author = "nva"
  var blob: String?
  var object: ObjectID?
  var name = "approve/2024-2025/20241005-120000-lth"
  /// The name of the reference; nil means the tag's own.
  var reference: String?
  var seconds: Int64 = 3600
  var isSigned = true
  /// Replaced in the finished object.
  var change: (old: String, new: String)?
}

extension SmallSchool {
  /// Makes the tag and says what is found wrong with it: ids and details.
  func faults(_ recipe: TagRecipe = TagRecipe()) throws -> [String] {
    let bytes = try tag(recipe)
    let id = try folder.gitLine("hash-object", "-t", "tag", "-w", "--stdin", "--literally", input: bytes)
    try folder.git("update-ref", "refs/tags/" + (recipe.reference ?? recipe.name), id)
    return try faults()
  }

  /// What is found wrong with all tags.
  func faults() throws -> [String] {
    let log = DiagnosticLog()
    let reader = DecisionReader(
      store: store, history: try store.history(of: store.existingTip()), reader: RecordReader())
    let found = try reader.decisions(report: log.report)
    return (log.diagnostics + found.flatMap(\.faults)).map { fault in
      "\(fault.id.rawValue)\(fault.facts["detail"].map { " " + $0 } ?? "")"
    }
  }

  private func tag(_ recipe: TagRecipe) throws -> [UInt8] {
    let tip = try store.existingTip()
    let path = try RecordPath(recipe.path)
    let blob = try recipe.blob ?? folder.gitLine("rev-parse", "main:" + recipe.path)
    let tagger = try person(recipe.tagger)
    let moment = Self.moment(recipe.seconds)
    let decision = Decision(
      verb: recipe.verb, role: recipe.role, person: tagger.id, moment: moment, commit: recipe.object ?? tip,
      items: [Decision.Item(path: path, blob: ObjectID(hexadecimal: blob) ?? .zero, author: recipe.author)],
      reason: recipe.verb == .return ? "thiếu mục 3" : "", policy: 1)
    let payload = TagObject.payload(
      object: decision.commit, name: recipe.name,
      tagger: Identity(name: tagger.name, email: tagger.email, time: moment.seconds, offset: moment.offset),
      message: DecisionText.message(for: decision, subject: "Duyệt"))
    let key = ".git/" + (recipe.key ?? recipe.tagger)
    let signature = recipe.isSigned ? try folder.sign(payload, key, namespace: recipe.namespace) : ""
    let text = String(decoding: payload, as: UTF8.self) + signature
    return Array((recipe.change.map { text.replacing($0.old, with: $0.new) } ?? text).utf8)
  }
}

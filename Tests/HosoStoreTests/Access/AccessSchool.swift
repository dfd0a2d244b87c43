internal import Foundation
internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// The school of `Tests/Fixtures/access`, its rules in a repository's first commit.
final class AccessSchool {
  private let folder: TemporaryFolder
  let store: SchoolStore
  let base: CommitSnapshot
  let rulebook: Rulebook

  init() throws {
    folder = try TemporaryFolder()
    try folder.git("init", "--quiet", "--initial-branch=main")
    store = try SchoolStore(at: folder.path)
    let admin = Person(
      id: "quan", name: "Đỗ Anh Quân", email: "quan@thu.example", roles: [.admin], team: nil, from: nil, to: nil,
      line: 4)
    let files = try Self.rules().mapValues { Optional($0) }
    let commit = try store.write(
      CommitPlan(base: nil, files: files, person: admin, moment: Moment(seconds: 0, offset: 420), message: "Quy định"))
    base = try store.snapshot(of: commit)
    rulebook = try store.rulebook(of: base)
  }

  /// The rule files by path.
  static func rules() throws -> [RecordPath: [UInt8]] {
    var files: [RecordPath: [UInt8]] = [:]
    let root = AccessCase.folder.appending(path: ".hoso").path
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[try RecordPath(".hoso/" + name)] = [UInt8](try Data(contentsOf: URL(filePath: root + "/" + name)))
    }
    return files
  }

  struct Unknown: Error { let what: String }

  func person(_ id: ListID) throws -> Person {
    guard let person = rulebook.people[id] else { throw Unknown(what: id) }
    return person
  }

  /// What the gate says of the commit that makes `after` of `before`, both laid over the rules.
  func review(
    by person: ListID, on date: SchoolDate, _ before: [RecordPath: [UInt8]?], _ after: [RecordPath: [UInt8]?],
    isFirst: Bool = false
  ) throws -> [Diagnostic] {
    let old = OverlaySnapshot(base: base, files: before)
    let proposed = OverlaySnapshot(base: old, files: after)
    let received = Moment(date, minutes: 720, offset: rulebook.school.offset)
    let change = Change(
      paths: try after.keys.sorted().map {
        PathChange(path: $0, old: try old.entry(at: $0), new: try proposed.entry(at: $0))
      }, person: try self.person(person), receivedAt: received, parentMoment: isFirst ? nil : received)
    return try Gate(rulebook: rulebook, reader: RecordReader()).review(change, proposed: proposed).diagnostics
  }

  /// The bytes of the rule file at `path` with one text put for another.
  func rule(_ path: RecordPath, _ find: String, _ write: String) throws -> [UInt8] {
    let text = String(decoding: try base.bytes(at: path) ?? [], as: UTF8.self)
    guard text.split(separator: find, omittingEmptySubsequences: false).count == 2 || find.isEmpty else {
      throw Unknown(what: find)
    }
    return Array((find.isEmpty ? text + write : text.replacing(find, with: write)).utf8)
  }

  /// `files` with the rules counted on by one, as a submission does.
  func counted(_ files: [RecordPath: [UInt8]?]) throws -> [RecordPath: [UInt8]?] {
    guard files.keys.contains(where: \.isRuleFile) else { return files }
    let text = try files[.schoolFile] ?? base.bytes(at: .schoolFile)
    let policy = rulebook.school.policy + 1
    guard let text, let counted = PolicyLines.setting(policy: policy, predecessor: rulebook.tree, in: text) else {
      throw Unknown(what: "school.yml")
    }
    return files.merging([.schoolFile: counted]) { $1 }
  }
}

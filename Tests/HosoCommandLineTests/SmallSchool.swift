import Foundation
import Testing

/// A small school in a temporary folder: the sample school's rules, keys for a few people, five records.
///
/// `school/` is the clone in which all work; `people/ID/` is the home folder of each person with key and `.gitconfig`.
final class SmallSchool: Sendable {
  /// Holds all that belongs to this school; removed at the end.
  let folder: String
  /// The working tree.
  var clone: String { folder + "/school" }

  /// Made once and then copied: keys and first commits take a second.
  private static let template = Task { try await make() }

  init() async throws {
    folder = try Self.temporaryFolder()
    try await Shell.succeed("cp -a '\(try await Self.template.value)/.' .", in: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The environment of `person` at a time such as `2024-10-05 08:00`, in the school's time zone.
  func environment(_ person: String, at time: String = "2024-10-05 08:00") throws -> [String: String] {
    try Self.environment(home: folder + "/people/" + person, at: time)
  }

  /// Runs `script` in the clone as `person`.
  func run(_ script: String, as person: String, at time: String = "2024-10-05 08:00") async throws -> Run {
    try await Shell.run(script, in: clone, environment(person, at: time))
  }

  @discardableResult
  func succeed(_ script: String, as person: String, at time: String = "2024-10-05 08:00") async throws -> String {
    try await Shell.succeed(script, in: clone, environment(person, at: time))
  }

  static func environment(home: String, at time: String) throws -> [String: String] {
    let date = try Date(time.replacing(" ", with: "T") + ":00+07:00", strategy: .iso8601)
    let clock = "\(Int(date.timeIntervalSince1970)) +0700"
    return ["HOME": home, "GIT_COMMITTER_DATE": clock, "GIT_AUTHOR_DATE": clock]
  }

  static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/hoso-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func make() async throws -> String {
    let folder = try temporaryFolder()
    let script = try String(contentsOfFile: Shell.fixtures + "/school.sh", encoding: .utf8)
    try await Shell.succeed(script, in: folder)
    return folder
  }
}

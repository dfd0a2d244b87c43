import Foundation
import Testing

/// The small school of the command-line tests with a server: `server.git`, a clone `school`, and `people/ID` with each
/// person's key, `.gitconfig` and `fingerprint`.
final class ServerSchool: Sendable {
  /// Holds all that belongs to this school; removed at the end.
  let folder: String
  var clone: String { folder + "/school" }
  var server: String { folder + "/server.git" }

  /// Made once and then copied: keys and first commits take a second.
  private static let template = Task { try await make() }

  init() async throws {
    folder = try Self.temporaryFolder()
    try await Shell.succeed("cp -a '\(try await Self.template.value)/.' .", in: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The environment of `person` at a time such as `2024-10-05 08:00`, with git's ssh going straight to `hoso shell`.
  func environment(_ person: String, at time: String = "2024-10-05 08:00") throws -> [String: String] {
    let home = folder + "/people/" + person
    let date = try Date(time.replacing(" ", with: "T") + ":00+07:00", strategy: .iso8601)
    let clock = "\(Int(date.timeIntervalSince1970)) +0700"
    let key = try String(contentsOfFile: home + "/fingerprint", encoding: .utf8).trimmingCharacters(in: .newlines)
    return [
      "HOME": home, "GIT_COMMITTER_DATE": clock, "GIT_AUTHOR_DATE": clock, "GIT_SSH_VARIANT": "simple",
      "GIT_SSH_COMMAND": "hoso -C '\(server)' shell --key \(key) --local \(person)",
    ]
  }

  /// All that a refused push must leave as it was: references with the journal, settings and hooks; and where nobody else
  /// pushes at the same time, nothing half done.
  static func state(of server: String, isShared: Bool) async throws -> String {
    let references = try await references(of: server)
    guard !isShared else { return references }
    return references
      + (try await Shell.succeed("ls -A hoso/intents; find . -name 'tmp_objdir*' -o -name '*.lock'", in: server))
  }

  /// References with the journal, settings and hooks.
  static func references(of server: String) async throws -> String {
    try await Shell.succeed(
      "git for-each-ref; cat HEAD config hooks/* | sha1sum; ls -A hooks; find .. -name '*pwned*' 2> /dev/null || true",
      in: server)
  }

  static func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/hoso-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func make() async throws -> String {
    let folder = try temporaryFolder()
    for script in ["transcripts/school.sh", "pushes/school.sh"] {
      let text = try String(contentsOfFile: Shell.fixtures + "/" + script, encoding: .utf8)
      try await Shell.succeed(text, in: folder)
    }
    return folder
  }
}

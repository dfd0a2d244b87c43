import Foundation
import Testing

/// The small school on a server, with a clone for each person who works; the network between is left out.
///
/// The server's clock is the one of the command that reaches it, so that tests can play weeks.
final class ServedSchool: Sendable {
  let school: SmallSchool
  /// The server's repository.
  var server: String { school.folder + "/server.git" }

  init() async throws {
    school = try await SmallSchool()
    try await Shell.succeed(
      "hoso server init server.git --from school --simulated-clock",
      in: school.folder, ["GIT_COMMITTER_DATE": "1728082800 +0700", "HOME": school.folder])
  }

  /// The clone of `person`; made when first asked for.
  func clone(of person: String) async throws -> String {
    let folder = school.folder + "/clone-" + person
    if !FileManager.default.fileExists(atPath: folder) {
      try await Shell.succeed(
        "git clone -q ssh://school/server.git '\(folder)'; git -C '\(folder)' config gpg.ssh.allowedSignersFile .hoso/allowed_signers",
        in: school.folder, environment(person, at: "2024-10-05 08:00"))
    }
    return folder
  }

  /// The environment of `person` with a way to the server, or without one while he is offline.
  func environment(_ person: String, at time: String, isOnline: Bool = true) throws -> [String: String] {
    var environment = try school.environment(person, at: time)
    let shell = """
      hoso -C '\(server)' shell --key "$(ssh-keygen -lf '\(school.folder)/people/\(person)/id_ed25519.pub' | cut -d' ' -f2)" --local \(person)
      """
    environment["GIT_SSH_COMMAND"] = isOnline ? shell : "false"
    environment["GIT_SSH_VARIANT"] = "simple"
    return environment
  }

  /// Runs `script` in the clone of `person`.
  func run(_ script: String, as person: String, at time: String, isOnline: Bool = true) async throws -> Run {
    try await Shell.run(
      script, in: clone(of: person), environment(person, at: time, isOnline: isOnline))
  }

  @discardableResult
  func succeed(_ script: String, as person: String, at time: String, isOnline: Bool = true) async throws -> String {
    try await Shell.succeed(
      script, in: clone(of: person), environment(person, at: time, isOnline: isOnline))
  }

  /// The references of the server, one a line.
  func references() async throws -> String {
    try await Shell.succeed("git for-each-ref", in: server)
  }
}

import Foundation
import Testing

/// The table of roles, `Tests/Fixtures/access/cases.tsv`, by real pushes through sshd, each on its day.
@Suite(.serialized) struct RolePushTests {
  struct Case: Sendable {
    let situation: String
    let person: String
    let verb: String
    let path: String
    let target: String
    let day: String
    let isAllowed: Bool
  }

  /// Cases that change records, or give rights: of each situation, verb and verdict the first.
  private static func cases() throws -> [Case] {
    let text = try String(contentsOfFile: Shell.fixtures + "/access/cases.tsv", encoding: .utf8)
    var seen: Set<String> = []
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      // Such records cannot be there in the first place.
      guard !["other-team-in-path", "look-alike-limited", "top-of-the-repository"].contains(cells[0]) else {
        return nil
      }
      guard cells.count == 9, cells[8] == "-",
        ["create", "edit", "rename", "move", "delete", "grant"].contains(cells[2]),
        cells[2] == "grant" || !cells[3].hasPrefix(".hoso"), seen.insert("\(cells[0]) \(cells[2]) \(cells[6])").inserted
      else { return nil }
      return Case(
        situation: cells[0], person: cells[1], verb: cells[2], path: cells[3], target: cells[4], day: cells[5],
        isAllowed: cells[6] == "ALLOW")
    }
  }

  @Test func `each role may push what the table says, and nothing else`() async throws {
    let all = try Self.cases()
    let existing = Set(all.filter { !["create", "grant"].contains($0.verb) }.map(\.path))
    // Where something lies already, a move would be an edit.
    let cases = all.filter { !existing.contains($0.target) && ($0.verb != "create" || !existing.contains($0.path)) }
    #expect(cases.count { $0.isAllowed } >= 20 && cases.count { !$0.isAllowed } >= 20)
    let folder = try ServerSchool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try existing.sorted().joined(separator: "\n").appending("\n")
      .write(toFile: folder + "/records", atomically: true, encoding: .utf8)
    let school = try String(contentsOfFile: Shell.fixtures + "/pushes/roles.sh", encoding: .utf8)
    try await Shell.succeed(school, in: folder, ["ACCESS": Shell.fixtures + "/access"])
    let days = try Set(cases.map(\.day)).map(Self.noon)
    let ssh = try await SSHServer(for: folder + "/server.git", in: folder, on: days)
    for one in cases {
      let run = try await push(one, in: folder, ssh)
      let place = "\(one.situation) \(one.person) \(one.verb) \(one.path)\n\(run.text)"
      #expect((run.status == 0) == one.isAllowed, "\(place)")
      if !one.isAllowed {
        #expect(run.ids == ["access-denied"] || run.ids == ["former-person"], "\(place)")
      }
    }
  }

  private static func noon(of day: String) throws -> Int {
    Int(try Date(day + "T12:00:00+07:00", strategy: .iso8601).timeIntervalSince1970)
  }

  /// Pushes the case's change on top of the school's first state, and puts the server back there.
  private func push(_ one: Case, in folder: String, _ ssh: SSHServer) async throws -> Run {
    let tree =
      switch one.verb {
      case "create": "$(with \(one.path) $(text '# Bài'))"
      case "edit": "$(with \(one.path) $(text '# Bài khác'))"
      case "delete": "$(without \(one.path))"
      case "grant":
        "$(rules .hoso/access.csv '$a\(one.path.hasPrefix(".hoso") ? "2024-2025" : one.path),person:lan,commenter,,,')"
      default: "$(with \(one.target) $(git rev-parse main:\(one.path)) $(without \(one.path)))"
      }
    let functions = try String(contentsOfFile: Shell.fixtures + "/pushes/functions.sh", encoding: .utf8)
    let script = """
      send -q origin "$(commit \(tree))":refs/heads/main
      status=$?
      if [ $status = 0 ]; then
        rm -rf ../server.git
        cp -a ../server.first ../server.git
      fi
      exit $status
      """
    var environment = ssh.environment(home: folder + "/people/" + one.person)
    environment["GIT_COMMITTER_DATE"] = "\(try Self.noon(of: one.day)) +0700"
    environment["GIT_AUTHOR_DATE"] = environment["GIT_COMMITTER_DATE"]
    // The server of this test plays the past: its clock is the one that comes along.
    environment["GIT_SSH_COMMAND"]? += " -o SendEnv=GIT_COMMITTER_DATE"
    try await Shell.succeed("[ -e server.first ] || cp -a server.git server.first", in: folder)
    return try await Shell.run(functions + script, in: folder + "/school", environment)
  }
}

import Foundation
import Testing

/// Mirrors follow the server by themselves, refuse what was rewritten, and are what a new server is made from.
struct MirrorTests {
  static let clock = ["GIT_COMMITTER_DATE": "1728100000 +0700"]

  /// A served school with one mirror that is equal.
  static func school() async throws -> (school: ServedSchool, mirror: String) {
    let school = try await ServedSchool()
    let mirror = school.school.folder + "/mirror.git"
    try await Shell.succeed("hoso mirror add nas '\(mirror)'; hoso mirror sync -q", in: school.server, clock)
    return (school, mirror)
  }

  static func list(_ server: String, _ clock: [String: String] = clock) async throws -> (
    status: Int, line: [String: Any]
  ) {
    let run = try await Shell.run("hoso mirror list --json", in: server, clock)
    let lines = try #require(try run.document["mirrors"] as? [[String: Any]], "\(run.errors)")
    return (run.status, try #require(lines.first))
  }

  @Test func `a push is answered at once and reaches the mirror soon after`() async throws {
    let (school, mirror) = try await Self.school()
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    var isEqual = false
    for _ in 0..<600 where !isEqual {
      let theirs = try await Shell.run("git for-each-ref", in: mirror)
      isEqual = try await theirs.output == school.references()
      if !isEqual { try await Task.sleep(for: .milliseconds(100)) }
    }
    #expect(isEqual)
    for _ in 0..<100 where try await Self.list(school.server).line["behind"] as? Int != 0 {
      try await Task.sleep(for: .milliseconds(100))
    }
    let (status, line) = try await Self.list(school.server)
    #expect(status == 0 && line["behind"] as? Int == 0 && line["failure"] is NSNull, "\(line)")
    try await Shell.succeed("hoso verify", in: mirror, Self.clock)
  }

  @Test func `a mirror that hangs holds no push up and keeps nobody out`() async throws {
    let (school, _) = try await Self.school()
    // The hook's run would wait here for a minute.
    try await Shell.succeed("git config core.sshCommand 'sleep 60;'; git config remote.nas.url x:y", in: school.server)
    let start = ContinuousClock.now
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    // Maintenance wants the repository alone: what the push left running must not hold its lock.
    try await Shell.succeed("hoso server maintain -q", in: school.server, Self.clock)
    #expect(ContinuousClock.now - start < .seconds(45))
  }

  @Test func `a rewritten history is refused by the mirror and told`() async throws {
    let (school, mirror) = try await Self.school()
    let before = try await Shell.succeed("git for-each-ref", in: mirror)
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    try await Shell.succeed("hoso mirror sync -q", in: school.server, Self.clock)
    let full = try await Shell.succeed("git for-each-ref", in: mirror)
    #expect(full != before)
    try await Shell.succeed(
      "git update-ref refs/heads/main main~1; git update-ref refs/heads/journal journal~1", in: school.server)
    let run = try await Shell.run("hoso mirror sync --json", in: school.server, Self.clock)
    #expect(run.status == 1 && run.output.contains("rejected"), "\(run.output)")
    #expect(try await Shell.succeed("git for-each-ref", in: mirror) == full)
    let (status, line) = try await Self.list(school.server)
    #expect(status == 1 && line["behind"] as? Int == -1 && line["alarming"] as? Bool == true, "\(line)")
    #expect(try await DoctorTests.doctor("", in: school.server, Self.clock).found["mirrors"] == "failure")
  }

  @Test func `a mirror that lacks a decision, or has one more, is not equal`() async throws {
    let (school, mirror) = try await Self.school()
    try await Shell.succeed("git tag stray main", in: mirror)
    let more = try await Shell.run("hoso mirror sync --json", in: school.server, Self.clock)
    #expect(more.status == 1 && more.output.contains("+ refs/tags/stray"), "\(more.output)")
    #expect(try await DoctorTests.doctor("", in: school.server, Self.clock).found["mirrors"] == "warning")
  }

  @Test func `a mirror out of reach is a warning first and an alarm after a day`() async throws {
    let (school, mirror) = try await Self.school()
    try await Shell.succeed("mv '\(mirror)' '\(mirror).away'", in: school.server)
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    let run = try await Shell.run("hoso mirror sync", in: school.server, Self.clock)
    #expect(run.status == 1 && run.output.contains("lí do"), "\(run.output)\(run.errors)")
    #expect(try await Self.list(school.server).status == 0)
    #expect(try await DoctorTests.doctor("", in: school.server, Self.clock).found["mirrors"] == "warning")
    let later = ["GIT_COMMITTER_DATE": "1728190000 +0700"]
    #expect(try await Self.list(school.server, later).status == 1)
    #expect(try await DoctorTests.doctor("", in: school.server, later).found["mirrors"] == "failure")
    try await Shell.succeed("mv '\(mirror).away' '\(mirror)'; hoso mirror sync", in: school.server, later)
    #expect(try await Self.list(school.server, later).line["behind"] as? Int == 0)
  }

  @Test(arguments: [
    ("origin", "/tmp/x"), ("A", "/tmp/x"), ("-a", "/tmp/x"), ("a", "relative"), ("a", "--upload-pack=x"),
    ("a", "ext::sh"),
  ]) func `a name or address that git could misread is refused`(name: String, address: String) async throws {
    let school = try await ServedSchool()
    let run = try await Shell.run("hoso mirror add -- '\(name)' '\(address)'", in: school.server, Self.clock)
    #expect(run.status == 64, "\(run.errors)")
    #expect(
      try await Shell.run("hoso mirror sync nobody", in: school.server, Self.clock).errors.contains("no-such-mirror"))
  }
}

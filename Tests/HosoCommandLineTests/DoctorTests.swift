import Foundation
import Testing

/// `hoso doctor`: each fault is named, and mended where that can lose nothing.
struct DoctorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Runs in the server's repository.
    let script: String
    let id: String
    var state = "failure"
    /// Whether `--repair` mends it.
    var isMended = true
    /// Options of the command.
    var options = ""
  }

  static let faults = [
    Fault(testDescription: "a setting undone", script: "git config receive.denyDeletes false", id: "settings"),
    Fault(testDescription: "a setting taken away", script: "git config --unset core.fsync", id: "settings"),
    Fault(testDescription: "other hooks", script: "git config core.hooksPath /tmp", id: "foreign-setting"),
    Fault(
      testDescription: "settings from elsewhere", script: "git config include.path /tmp/x", id: "foreign-setting",
      isMended: false),
    Fault(testDescription: "a hook switched off", script: "chmod -x hooks/pre-receive", id: "hooks"),
    Fault(testDescription: "a hook removed", script: "rm hooks/proc-receive", id: "hooks"),
    Fault(testDescription: "a hook changed", script: "echo 'exit 0' > hooks/pre-receive", id: "hooks"),
    Fault(
      testDescription: "a hook that calls what is not there",
      script: #"sed -i "s|exec '[^']*'|exec '/nowhere/hoso'|" hooks/pre-receive"#, id: "hook-program"),
    Fault(testDescription: "a key that others read", script: "chmod 644 hoso/server_key", id: "key-modes"),
    Fault(testDescription: "a folder that others see", script: "chmod 755 hoso", id: "key-modes"),
    Fault(
      testDescription: "another key", script: "rm hoso/server_key*; ssh-keygen -q -t ed25519 -N '' -f hoso/server_key",
      id: "server-key", isMended: false),
    Fault(testDescription: "no key", script: "rm hoso/server_key", id: "server-key", isMended: false),
    Fault(
      testDescription: "a folder gone", script: "for f in objects/??; do rmdir $f 2> /dev/null && break; done",
      id: "folders"),
    Fault(testDescription: "a hook that all may change", script: "chmod 777 hooks/pre-receive", id: "world-writable"),
    Fault(testDescription: "references that all may change", script: "chmod 777 refs/heads", id: "world-writable"),
    Fault(
      testDescription: "objects from elsewhere", script: "echo /tmp > objects/info/alternates", id: "foreign-history",
      isMended: false),
    Fault(
      testDescription: "grafts", script: "mkdir -p info; git rev-parse main > info/grafts", id: "foreign-history",
      isMended: false),
    Fault(
      testDescription: "a shallow history", script: "git rev-parse main > shallow", id: "foreign-history",
      isMended: false),
    Fault(
      testDescription: "a replaced commit", script: "git replace main~1 main~2", id: "foreign-history", isMended: false),
    Fault(
      testDescription: "a lock left behind", script: "touch -d '2 hours ago' refs/heads/main.lock", id: "stale-locks",
      state: "warning"),
    Fault(
      testDescription: "an intent left behind",
      script: "echo cut > hoso/intents/1-1; touch -d '2 hours ago' hoso/intents/1-1",
      id: "intents", state: "warning"),
    Fault(
      testDescription: "a commit past the gate",
      script: "git update-ref refs/heads/main $(git commit-tree -p main -m x main^{tree})", id: "journal-agrees",
      isMended: false),
    Fault(
      testDescription: "main put back", script: "git update-ref refs/heads/main main~1", id: "journal-agrees",
      isMended: false),
    Fault(
      testDescription: "no journal", script: "git update-ref -d refs/heads/journal", id: "journal", isMended: false),
    Fault(
      testDescription: "a journal of something else", script: "git update-ref refs/heads/journal main", id: "journal",
      isMended: false),
    Fault(
      testDescription: "a damaged object",
      script: """
        f=$(git rev-parse main:.hoso/people.csv); f=objects/${f:0:2}/${f:2}
        test -f $f || { mv objects/pack/*.pack ..; git unpack-objects -q < ../*.pack; rm ../*.pack objects/pack/*; }
        chmod +w $f; printf x | dd of=$f bs=1 seek=9 conv=notrunc status=none
        """, id: "objects", isMended: false, options: "--full"),
  ]

  private static let clock = ["GIT_COMMITTER_DATE": "1728090000 +0700"]

  /// The checks that did not pass, by id, with their states.
  static func doctor(
    _ options: String, in folder: String, _ environment: [String: String]
  ) async throws -> (status: Int, found: [String: String], mended: [String], text: String) {
    let run = try await Shell.run("hoso doctor --json \(options)", in: folder, environment)
    let checks = try #require(try run.document["checks"] as? [[String: Any]], "\(run.errors)")
    let mended = try #require(try run.document["mended"] as? [[String: Any]])
    var found: [String: String] = [:]
    for check in checks {
      let id = try #require(check["id"] as? String)
      let state = try #require(check["state"] as? String)
      let summary = check["summary"] as? String ?? ""
      #expect(!summary.isEmpty && !summary.contains("…") && !summary.contains("{"), "\(id): \(summary)")
      if state != "ok" { found[id] = found[id] == "failure" ? "failure" : state }
    }
    return (run.status, found, mended.compactMap { $0["id"] as? String }, run.output)
  }

  @Test func `a new server is sound`() async throws {
    let school = try await ServedSchool()
    let (status, found, mended, text) = try await Self.doctor("--full", in: school.server, Self.clock)
    // Its clock is a played one; the disk is the tester's.
    #expect(
      status == 0 && Set(found.keys).subtracting(["disk-space", "file-system"]) == ["simulated-clock"], "\(text)")
    #expect(mended.isEmpty)
    for language in ["vi", "en"] {
      let words = try await Shell.run("hoso doctor --lang \(language)", in: school.server, Self.clock)
      #expect(words.status == 0 && words.output.contains("[journal-agrees]") && !words.output.contains("…"))
    }
  }

  @Test(arguments: faults) func `a fault is named, and mended or left`(fault: Fault) async throws {
    let school = try await ServedSchool()
    try await Shell.succeed(
      fault.script, in: school.server,
      [
        "HOME": school.school.folder, "GIT_AUTHOR_NAME": "x",
        "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x",
      ].merging(Self.clock) { $1 })
    let before = try await Self.doctor(fault.options, in: school.server, Self.clock)
    #expect(before.found[fault.id] == fault.state, "\(before.text)")
    #expect(before.status == (fault.state == "failure" ? 1 : 0))
    let repair = try await Self.doctor(fault.options + " --repair", in: school.server, Self.clock)
    #expect((repair.found[fault.id] == nil) == fault.isMended, "\(repair.text)")
    #expect(repair.mended.contains(fault.id) == fault.isMended, "\(repair.text)")
    if fault.isMended { #expect(repair.status == 0, "\(repair.text)") }
  }

  @Test func `a clock behind the last receipt is a failure, one far ahead a warning`() async throws {
    let school = try await ServedSchool()
    let early = try await Self.doctor("", in: school.server, ["GIT_COMMITTER_DATE": "1728000000 +0700"])
    #expect(early.status == 1 && early.found["clock"] == "failure")
    let late = try await Self.doctor("", in: school.server, ["GIT_COMMITTER_DATE": "1729000000 +0700"])
    #expect(late.status == 0 && late.found["clock-jump"] == "warning")
  }

  @Test func `a lock is left while a push runs`() async throws {
    let school = try await ServedSchool()
    try await Shell.succeed("touch -d '2 hours ago' refs/heads/main.lock", in: school.server)
    let run = try await Shell.succeed(
      "flock -s hoso/pushing hoso doctor --repair --json", in: school.server, Self.clock)
    #expect(
      run.contains("stale-locks") && FileManager.default.fileExists(atPath: school.server + "/refs/heads/main.lock"))
  }

  @Test func `a clone says who works in it and what waits`() async throws {
    let school = try await ServedSchool()
    let folder = try await school.clone(of: "nva")
    let environment = try school.environment("nva", at: "2024-10-05 09:00", isOnline: false)
    let sound = try await Self.doctor("", in: folder, environment)
    #expect(
      sound.status == 0 && Set(sound.found.keys).subtracting(["disk-space", "file-system"]).isEmpty, "\(sound.text)")
    _ = try await school.run(
      "put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00", isOnline: false)
    #expect(try await Self.doctor("", in: folder, environment).found["pending"] == "warning")
    try await Shell.succeed("git config user.email nobody@suoimay.example", in: folder)
    let stranger = try await Self.doctor("", in: folder, environment)
    #expect(stranger.status == 1 && stranger.found["identity"] == "failure")
    try await Shell.succeed(
      "git config --unset user.email; git remote remove origin; git rev-parse HEAD > .git/shallow", in: folder)
    let alone = try await Self.doctor("", in: folder, environment)
    #expect(alone.found["server"] == "warning" && alone.found["foreign-history"] == "failure")
  }
}

import Foundation
import Testing

/// A server made anew from a copy, and what clones say that have seen more than it.
struct RestoreTests {
  private static let clock = ["GIT_COMMITTER_DATE": "1728100000 +0700"]

  /// Puts `copy` in the server's place under the same name.
  private static func restore(_ school: ServedSchool, from copy: String, _ options: String = "") async throws -> Run {
    try await Shell.run(
      """
      mv server.git lost.git
      hoso server restore server.git --from '\(copy)' --simulated-clock --json \(options)
      """, in: school.school.folder, clock.merging(["HOME": school.school.folder]) { $1 })
  }

  private static func notices(_ run: Run) throws -> [String] {
    try #require(try run.document["notices"] as? [[String: Any]], "\(run.errors)").flatMap {
      ($0["diagnostic"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
  }

  @Test func `with the old key the chain goes on as if nothing had been`() async throws {
    let (school, mirror) = try await MirrorTests.school()
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    try await Shell.succeed("hoso mirror sync -q; cp hoso/server_key ../kept", in: school.server, Self.clock)
    let before = try await school.references()
    let run = try await Self.restore(school, from: mirror, "--key kept")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(try run.document["newKey"] as? Bool == false)
    #expect(try await school.references() == before)
    let doctor = try await DoctorTests.doctor("--full", in: school.server, Self.clock)
    #expect(doctor.status == 0, "\(doctor.text)")
    try await school.succeed("revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 11:00")
    let verified = try await school.run("hoso verify --json", as: "nva", at: "2024-10-05 11:10")
    #expect(try verified.status == 0 && Self.notices(verified).isEmpty, "\(verified.output)")
  }

  @Test func `without the old key a receipt names the new one, until a witnessed line confirms it`() async throws {
    let (school, mirror) = try await MirrorTests.school()
    let old = try await Shell.succeed("hoso journal head -q", in: school.server).trimmingCharacters(in: .newlines)
    let run = try await Self.restore(school, from: mirror, "--witness '\(old)'")
    #expect(try run.status == 0 && run.document["newKey"] as? Bool == true, "\(run.output)\(run.errors)")
    let new = try #require(try run.document["head"] as? String)
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 11:00")
    let verified = try await school.run("hoso verify --json", as: "nva", at: "2024-10-05 11:10")
    #expect(try verified.status == 1 && Self.notices(verified) == ["journal-rekeyed"], "\(verified.output)")
    // A line from before says nothing of the new key, one from after confirms it.
    let early = try await school.run("hoso verify --json --witness '\(old)'", as: "nva", at: "2024-10-05 11:10")
    #expect(try early.status == 1 && Self.notices(early) == ["journal-rekeyed"])
    let late = try await school.run("hoso verify --json --witness '\(new)'", as: "nva", at: "2024-10-05 11:10")
    #expect(try late.status == 0 && Self.notices(late).isEmpty)
    let doctor = try await DoctorTests.doctor("", in: school.server, Self.clock)
    #expect(doctor.found["journal-key"] == "warning" && doctor.found["server-key"] == nil, "\(doctor.text)")
    // Git itself checks receipts of both keys.
    try await school.succeed(
      """
      hoso journal key > ../signers; test $(wc -l < ../signers) = 2
      for c in origin/journal $(git rev-list --max-parents=0 origin/journal); do
        git -c gpg.ssh.allowedSignersFile="$PWD/../signers" verify-commit $c
      done
      """, as: "nva", at: "2024-10-05 11:10")
  }

  @Test func `a key that is not the journal's is refused, and so is a copy that does not verify`() async throws {
    let (school, mirror) = try await MirrorTests.school()
    try await Shell.succeed("ssh-keygen -q -t ed25519 -N '' -f other", in: school.school.folder)
    let key = try await Self.restore(school, from: mirror, "--key other")
    #expect(key.status == 2 && key.output.contains("no-server-key"), "\(key.output)")
    try await Shell.succeed(
      "git update-ref refs/heads/main $(git -c user.name=x -c user.email=x commit-tree -p main -m x main^{tree})",
      in: mirror)
    let copy = try await Shell.run(
      "hoso server restore new.git --from '\(mirror)' --json", in: school.school.folder, Self.clock)
    #expect(copy.status == 2 && copy.output.contains("not-restorable"), "\(copy.output)")
    #expect(!FileManager.default.fileExists(atPath: school.school.folder + "/new.git"))
    let nothing = try await Shell.run(
      "hoso server restore new.git --from school --json", in: school.school.folder, Self.clock)
    #expect(nothing.status == 2 && nothing.output.contains("refs/heads/journal"), "\(nothing.output)")
  }

  @Test func `a forged change of keys is found`() async throws {
    let (school, mirror) = try await MirrorTests.school()
    #expect(try await Self.restore(school, from: mirror).status == 0)
    // The receipt of the restoration, as if it had come without its key.
    let forged = """
      git cat-file commit journal | sed '/^server-key:/d' > ../receipt
      git update-ref refs/heads/journal $(git hash-object -t commit -w ../receipt)
      """
    try await Shell.succeed(forged, in: school.server)
    let run = try await Shell.run("hoso verify --json", in: school.server, Self.clock)
    #expect(run.status == 1 && run.output.contains("receipt-chain") && run.output.contains("receipt-signature"))
  }

  @Test func `T193: a server put back to yesterday takes nothing from clones that saw more`() async throws {
    let school = try await ServedSchool()
    for person in ["nva", "tqd"] { _ = try await school.clone(of: person) }
    try await Shell.succeed("cp -a server.git backup.git", in: school.school.folder)
    try await school.succeed("revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    try await school.succeed("hoso sync -q", as: "tqd", at: "2024-10-05 09:10")
    try await Shell.succeed("mv server.git lost.git; cp -a backup.git server.git", in: school.school.folder)
    let before = try await school.references()
    // Somebody with nothing to send, and somebody with something.
    let idle = try await school.run("hoso sync --lang en", as: "tqd", at: "2024-10-06 09:00")
    #expect(
      idle.status == 2 && idle.errors.contains("server-behind") && idle.errors.contains("server restore"),
      "\(idle.errors)")
    let busy = try await school.run("revise $own Sau; hoso submit --lang en $own", as: "nva", at: "2024-10-06 09:00")
    #expect(
      busy.status != 0 && busy.errors.contains("server-behind") && busy.errors.contains("Docs/Server.md"),
      "\(busy.errors)")
    #expect(try await school.references() == before)
    // What he wrote is still his, and the fullest clone makes the server whole again, with the key from the backup.
    let run = try await Shell.run(
      """
      cp server.git/hoso/server_key kept; mv server.git old.git
      hoso server restore server.git --from clone-tqd --key kept --simulated-clock --json
      """, in: school.school.folder, Self.clock.merging(["HOME": school.school.folder]) { $1 })
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    try await school.succeed("hoso sync -q", as: "nva", at: "2024-10-06 10:00")
    try await school.succeed("hoso sync -q; hoso verify; grep -q Sau $own", as: "tqd", at: "2024-10-06 10:10")
  }
}

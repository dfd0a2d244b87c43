import Foundation
import Testing

/// `hoso server maintain`: packs, and loses nothing.
struct MaintainTests {
  private static let clock = ["GIT_COMMITTER_DATE": "1728100000 +0700"]

  @Test func `all is packed, what nothing names is kept, and the folders stay`() async throws {
    let school = try await ServedSchool()
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    let before = try await school.references()
    let stray = try await Shell.succeed("echo stray | git hash-object -w --stdin", in: school.server)
    let objects = "git cat-file --batch-all-objects --batch-check='%(objectname)' --unordered | sort -u"
    let names = try await Shell.succeed(objects, in: school.server)
    let run = try await Shell.run("hoso server maintain --json", in: school.server, Self.clock)
    let after = try #require(try run.document["after"] as? [String: Int])
    #expect(after == ["looseObjects": 0, "packs": 1, "looseReferences": 0], "\(run.output)\(run.errors)")
    #expect(try await school.references() == before)
    #expect(try await Shell.succeed(objects, in: school.server) == names && names.contains(stray))
    // Again, with a pack in place and something new.
    try await school.succeed("revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:20")
    try await Shell.succeed("hoso server maintain -q; git fsck --full --strict", in: school.server, Self.clock)
    let again = try await Shell.run("hoso server maintain --json", in: school.server, Self.clock)
    #expect(try again.document["after"] as? [String: Int] == after)
    #expect(try await Shell.succeed(objects, in: school.server).contains(stray))
    let doctor = try await DoctorTests.doctor("--full", in: school.server, Self.clock)
    #expect(doctor.status == 0 && doctor.found["folders"] == nil, "\(doctor.text)")
    try await Shell.succeed("hoso verify", in: school.server, Self.clock)
  }

  @Test func `a pack that is to be kept is kept`() async throws {
    let school = try await ServedSchool()
    try await Shell.succeed(
      "git repack -adq; for p in objects/pack/*.pack; do touch ${p%.pack}.keep; done", in: school.server)
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    try await Shell.succeed(
      "hoso server maintain -q; for k in objects/pack/*.keep; do test -f ${k%.keep}.pack; done", in: school.server,
      Self.clock)
  }

  @Test(.timeLimit(.minutes(5))) func `T172: nothing is lost while three people send and the server packs`()
    async throws
  {
    let school = try await ServedSchool()
    let people = [
      "nva": "$own", "tqd": "$colleague", "lth": "$plans/lth/tuan-05/dao-duc-5a-bai-2-ton-trong-su-khac-biet.md",
    ]
    for person in people.keys { _ = try await school.clone(of: person) }
    let rounds = 12
    try await withThrowingTaskGroup(of: Int.self) { group in
      for (person, file) in people {
        group.addTask {
          var sent = 0
          for round in 1...rounds {
            let run = try await school.run(
              "revise \(file) 'Lần \(round)'; hoso submit --json \(file)", as: person, at: "2024-10-05 09:10")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            sent += 1
          }
          return sent
        }
      }
      group.addTask {
        // Until the writers are through; each time the gate is closed and opened again.
        for _ in 1...8 { try await Shell.succeed("hoso server maintain -q", in: school.server, Self.clock) }
        return 0
      }
      var sent = 0
      for try await count in group { sent += count }
      #expect(sent == people.count * rounds)
    }
    let total = try await Shell.succeed("git rev-list --count main", in: school.server)
    let start = try await Shell.succeed("git rev-list --count main", in: school.school.clone)
    #expect(
      Int(total.trimmingCharacters(in: .newlines))! == Int(start.trimmingCharacters(in: .newlines))! + people.count
        * rounds)
    try await Shell.succeed(
      "git fsck --full --strict; hoso verify", in: school.server, ["GIT_COMMITTER_DATE": "1728100000 +0700"])
  }
}

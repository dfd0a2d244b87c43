import Foundation
import Testing

/// Clones and server: what one sends the others get, nothing is overwritten unasked, refusals can be mended.
struct SyncTests {
  @Test func `a submission is received and says its receipt`() async throws {
    let school = try await ServedSchool()
    let run = try await school.run("revise $own; hoso submit $own", as: "nva", at: "2024-10-05 08:10")
    #expect(run.status == 0)
    #expect(run.output.contains("biên nhận số 2, lúc 2024-10-05 08:10"))
    let document = try await school.run("revise $own 'Lại'; hoso submit --json $own", as: "nva", at: "2024-10-05 08:11")
      .document
    let server = try #require(document["server"] as? [String: Any])
    let sent = try #require(server["sent"] as? [[String: Any]])
    let receipt = try #require(sent.first?["receipt"] as? [String: Any])
    #expect(receipt["sequence"] as? Int == 3)
  }

  @Test func `changes that do not touch are joined silently`() async throws {
    let school = try await ServedSchool()
    _ = try await school.clone(of: "tqd")
    try await school.succeed("revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 08:10")
    let run = try await school.run("revise $colleague; hoso submit $colleague", as: "tqd", at: "2024-10-05 08:20")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let state = try await school.succeed(
      "git status --short; git diff --stat origin/main; git log --format=%ae -2", as: "tqd", at: "2024-10-05 08:20")
    #expect(state == "dat.tq@suoimay.example\nanh.nv@suoimay.example\n", "\(state)")
  }

  @Test func `offline a submission waits and sync sends it`() async throws {
    let school = try await ServedSchool()
    let run = try await school.run(
      "revise $own; hoso submit $own", as: "nva", at: "2024-10-05 08:10", isOnline: false)
    #expect(run.status == 0)
    #expect(run.errors.contains("[offline]") && run.errors.contains("hoso sync"))
    #expect(try await school.run("hoso sync", as: "nva", at: "2024-10-05 08:20", isOnline: false).status == 0)
    let sent = try await school.run("hoso sync", as: "nva", at: "2024-10-06 09:00")
    #expect(sent.status == 0 && sent.output.contains("biên nhận số 2, lúc 2024-10-06 09:00"), "\(sent.output)")
    // Lateness is judged by the receipt, not by the time at which she wrote.
    let late = try await school.succeed("hoso status --person nva --json", as: "nva", at: "2024-10-06 09:10")
    #expect(late.contains("\"late\""))
    #expect(try await school.run("hoso sync", as: "nva", at: "2024-10-06 09:20").output.contains("Không có gì mới"))
  }

  /// Two clones of one person, both with the same plan changed.
  private func parted() async throws -> (school: ServedSchool, other: String) {
    let school = try await ServedSchool()
    let other = school.school.folder + "/second"
    let environment = try school.environment("nva", at: "2024-10-05 08:05")
    try await Shell.succeed("git clone -q ssh://school/server.git '\(other)'", in: school.school.folder, environment)
    try await school.succeed("revise $own 'Ở nhà'; hoso submit -q $own", as: "nva", at: "2024-10-05 08:10")
    return (school, other)
  }

  @Test func `the same record changed in two places asks which one, and keeps both`() async throws {
    for keep in ["mine", "theirs"] {
      let (school, other) = try await parted()
      let environment = try school.environment("nva", at: "2024-10-05 08:20")
      let before = try await school.references()
      let stopped = try await Shell.run("revise $own 'Ở trường'; hoso submit $own", in: other, environment)
      #expect(stopped.status == 2)
      #expect(stopped.errors.contains("[edited-meanwhile]") && stopped.errors.contains("--keep mine"))
      #expect(try await school.references() == before)
      let chosen = try await Shell.run("hoso sync --keep \(keep)", in: other, environment)
      #expect(chosen.status == 0, "\(chosen.errors)")
      let text = try await Shell.succeed("cat $own; git status --short", in: other, environment)
      #expect(text.contains(keep == "mine" ? "Ở trường" : "Ở nhà") && !text.contains(" M "))
      if keep == "theirs" {
        #expect(try await Shell.succeed("cat .git/hoso/kept/*/$own", in: other, environment).contains("Ở trường"))
      }
      let verified = try await Shell.run("hoso verify", in: other, environment)
      #expect(verified.status == 0, "\(verified.output)")
      #expect(try await Shell.succeed("git rev-list --merges --count main", in: other, environment) == "0\n")
    }
  }

  @Test func `a file that is being edited is not overwritten`() async throws {
    let (school, other) = try await parted()
    let environment = try school.environment("nva", at: "2024-10-05 08:20")
    let stopped = try await Shell.run("revise $own 'Đang sửa'; hoso sync", in: other, environment)
    #expect(stopped.status == 2 && stopped.errors.contains("[edited-meanwhile]"))
    #expect(try await Shell.succeed("cat $own", in: other, environment).contains("Đang sửa"))
    try await Shell.succeed("hoso sync --keep mine", in: other, environment)
    #expect(try await Shell.succeed("git status --short", in: other, environment).hasPrefix(" M "))
    #expect(try await Shell.succeed("git show main:$own", in: other, environment).contains("Ở nhà"))
  }

  @Test func `what the server refuses is set aside, the rest is sent, the file stays`() async throws {
    let school = try await ServedSchool()
    _ = try await school.clone(of: "nva")
    // While she is offline her right on the folder is taken away for next week.
    try await school.succeed(
      """
      revise $own; hoso submit -q $own -m 'Được nhận'
      put $other; hoso submit -q $other -m 'Tuần 6'
      revise $own 'Lần hai'; hoso submit -q $own -m 'Cũng được nhận'
      """, as: "nva", at: "2024-10-05 08:10", isOnline: false)
    try await school.succeed(
      """
      printf '%s\\n' '2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-06,everyone,viewer,yes,,' >> .hoso/access.csv
      hoso submit -q .hoso/access.csv -m 'Đóng tuần 6'
      """, as: "ptd", at: "2024-10-05 09:00")
    let run = try await school.run("hoso sync", as: "nva", at: "2024-10-05 10:00")
    #expect(run.status == 1)
    #expect(run.errors.contains("'Tuần 6'") && run.errors.contains("[access-denied]"), "\(run.errors)")
    let state = try await school.succeed(
      "git status --short; ls $other; git log --format=%s -3; git for-each-ref refs/hoso/refused | wc -l",
      as: "nva", at: "2024-10-05 10:00")
    #expect(state.contains("?? "))
    #expect(state.contains("Cũng được nhận\nĐược nhận\nĐóng tuần 6\n") && state.hasSuffix("1\n"), "\(state)")
    #expect(try await school.run("hoso sync", as: "nva", at: "2024-10-05 10:10").status == 0)
    #expect(try await school.run("hoso verify", as: "nva", at: "2024-10-05 10:10").status == 0)
  }

  @Test func `a server that shows another past is not believed`() async throws {
    let school = try await ServedSchool()
    try await school.succeed("revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 08:10")
    // Root on the server takes the last submission and its receipt away.
    try await Shell.succeed(
      "git update-ref refs/heads/main main~1; git update-ref refs/heads/journal journal~1", in: school.server)
    let run = try await school.run("hoso sync", as: "nva", at: "2024-10-05 09:00")
    #expect(run.status == 2 && run.errors.contains("[server-behind]"), "\(run.errors)")
    // With another submission in its place the past is not only shorter.
    try await Shell.succeed(
      "git update-ref refs/heads/journal $(git -c user.name=x -c user.email=x commit-tree -p journal -m x journal^{tree})",
      in: school.server)
    let other = try await school.run("hoso sync", as: "nva", at: "2024-10-05 09:10")
    #expect(other.status == 2 && other.errors.contains("[server-rewrote]"), "\(other.errors)")
  }
}

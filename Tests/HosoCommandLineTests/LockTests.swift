import Foundation
import Testing

/// Locks on a school with a server: what is locked no door lets change, and every clone agrees.
struct LockTests {
  private static let unlock = "hoso unlock $list --number 16/QĐ-THSM --reason 'Sai ngày sinh'"

  /// The class list of 4A is locked by the principal on 6 October.
  private static func lockedSchool() async throws -> ServedSchool {
    let school = try await ServedSchool()
    _ = try await school.clone(of: "tth")
    let run = try await school.run(
      "hoso lock $year/lop --number 15/QĐ-THSM --reason 'Chốt sĩ số'", as: "ptd", at: "2024-10-06 08:00")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("lock/2024-2025/20241006-080000-ptd"))
    return school
  }

  /// Corrects the last pupil's name.
  private static let edit = "sed -i '$s/Mai Quang/Mai Văn/' $list"

  @Test func `locked, refused, unlocked, corrected, locked again: every clone verifies it`() async throws {
    let school = try await Self.lockedSchool()
    let refused = try await school.run(
      "hoso sync -q; \(Self.edit); hoso submit --json $list", as: "tth", at: "2024-10-07 08:00")
    #expect(refused.status == 1, "\(refused.output)")
    #expect(try refused.ids == ["locked"], "\(refused.output)")
    try await school.succeed(Self.unlock, as: "ptd", at: "2024-10-08 08:00")
    let status = try await school.run("hoso status --json", as: "ptd", at: "2024-10-08 08:00").document
    #expect((status["openUnlocks"] as? [Any])?.count == 1)
    #expect((status["locks"] as? [Any])?.count == 1)
    let corrected = try await school.run("hoso sync -q; hoso submit $list", as: "tth", at: "2024-10-08 09:00")
    #expect(corrected.status == 0, "\(corrected.errors)")
    try await school.succeed("hoso lock $list --number 17/QĐ-THSM", as: "ptd", at: "2024-10-08 10:00")
    let again = try await school.run(
      "hoso sync -q; sed -i '$s/Mai Văn/Mai Thế/' $list; hoso submit --json $list", as: "tth", at: "2024-10-08 11:00")
    #expect(try again.ids.contains("locked"), "\(again.output)")
    let open = try await school.run("hoso status --json", as: "ptd", at: "2024-10-08 10:00").document
    #expect((open["openUnlocks"] as? [Any])?.isEmpty == true)
    for person in ["nva", "ptd"] {
      let verified = try await school.run("hoso sync -q; hoso verify", as: person, at: "2024-10-09 08:00")
      #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    }
  }

  @Test func `the server refuses what a clone that does not know of the lock sends`() async throws {
    let school = try await Self.lockedSchool()
    let run = try await school.run(
      "\(Self.edit); hoso submit $list", as: "tth",
      at: "2024-10-07 08:00")
    #expect(run.status == 1, "\(run.output)")
    #expect(run.errors.contains("[locked]"), "\(run.errors)")
    #expect(run.errors.contains("15/QĐ-THSM"))
  }

  @Test func `T025: a teacher's unlocking is refused here and by the server, and his lock too`() async throws {
    let school = try await Self.lockedSchool()
    let own = try await school.run("hoso sync -q; \(Self.unlock) --json", as: "tth", at: "2024-10-07 08:00")
    #expect(own.status == 1)
    #expect(try Set(own.ids) == ["access-denied"], "\(own.output)")
    // Made by hand with git, in the form that hoso writes, and pushed past hoso.
    let forged = try await school.run(
      """
      tag=unlock/2024-2025/20241007-080000-tth
      printf '%s\\n' 'Mở khoá' '' 'hoso-decision: 1' 'decision: unlock' 'role: teacher' 'policy: 1' 'number: 1' 'reason: x' \
        'lock: lock/2024-2025/20241006-080000-ptd' "scope: $list" > ../message
      git tag -s -F ../message $tag HEAD && git push -q origin $tag
      """, as: "tth", at: "2024-10-07 08:00")
    #expect(forged.status != 0)
    #expect(forged.errors.contains("access-denied"), "\(forged.errors)")
    #expect(try await !school.references().contains("unlock/"))
    let lock = try await school.run("hoso lock $list --json", as: "nva", at: "2024-10-07 08:00")
    #expect(lock.status == 1)
  }

  @Test func `an unsigned lock and an unsigned unlocking hold nowhere and are found`() async throws {
    let school = try await Self.lockedSchool()
    let forge = """
      hoso sync -q
      printf '%s\\n' 'x' '' 'hoso-decision: 1' 'decision: unlock' 'role: principal' 'policy: 1' 'number: 1' 'reason: x' \
        'lock: lock/2024-2025/20241006-080000-ptd' "scope: $list" > ../message
      git -c user.name='Phạm Thị Duyên' -c user.email=duyen.pt@suoimay.example tag --no-sign -a -F ../message unlock/2024-2025/20241007-080000-ptd HEAD
      printf '%s\\n' 'x' '' 'hoso-decision: 1' 'decision: lock' 'role: principal' 'policy: 1' "scope: $own" > ../message
      git tag --no-sign -a -F ../message lock/2024-2025/20241007-080000-ptd HEAD
      """
    try await school.succeed(forge, as: "tth", at: "2024-10-07 08:00")
    let edit = try await school.run(
      "sed -i '$s/Vinh/Vĩnh/' $list; hoso submit --offline --json $list", as: "tth", at: "2024-10-07 08:00")
    #expect(try edit.ids.contains("locked"), "\(edit.output)")
    let free = try await school.run("hoso why nva edit $own", as: "tth", at: "2024-10-07 08:00")
    #expect(free.status == 0, "\(free.output)")
    let verify = try await school.run("hoso verify", as: "tth", at: "2024-10-07 08:00")
    #expect(verify.status == 1)
    #expect(verify.output.contains("[bad-signature]"), "\(verify.output)")
    let push = try await school.run(
      "git push -q origin unlock/2024-2025/20241007-080000-ptd", as: "ptd", at: "2024-10-07 08:00")
    #expect(push.status != 0)
  }

  @Test func `a commit in a locked folder that git alone makes is refused by the server and by verify`() async throws {
    let school = try await Self.lockedSchool()
    let script = """
      hoso sync -q
      git mv $list $year/lop/4a/cu.csv && cp $year/lop/4a/cu.csv $list && git add -A . && git commit -qm 'Đổi'
      """
    try await school.succeed(script, as: "tth", at: "2024-10-07 08:00")
    let push = try await school.run("git push -q origin main", as: "tth", at: "2024-10-07 08:00")
    #expect(push.status != 0)
    #expect(push.errors.contains("locked"), "\(push.errors)")
    let verify = try await school.run("hoso verify", as: "tth", at: "2024-10-07 08:00")
    #expect(verify.status == 1 && verify.output.contains("[locked]"), "\(verify.output)")
  }

  @Test func `what was received before the lock is not judged by it, whatever the clocks say`() async throws {
    let school = try await ServedSchool()
    // The lock is decided first and waits; the teacher's commit is received first.
    try await school.succeed("hoso lock --offline -q $year/lop", as: "ptd", at: "2024-10-06 08:00")
    let commit = try await school.run("\(Self.edit); hoso submit $list", as: "tth", at: "2024-10-06 09:00")
    #expect(commit.status == 0, "\(commit.errors)")
    try await school.succeed("hoso sync -q", as: "ptd", at: "2024-10-06 10:00")
    let verify = try await school.run("hoso sync -q; hoso verify", as: "nva", at: "2024-10-07 08:00")
    #expect(verify.status == 0, "\(verify.errors)")
    let late = try await school.run(
      "hoso sync -q; sed -i '$s/Vinh/Vĩnh/' $list; hoso submit --json $list", as: "tth", at: "2024-10-07 08:00")
    #expect(try late.ids.contains("locked"), "\(late.output)")
  }

  @Test func `a locked record is still approved and returned`() async throws {
    let school = try await ServedSchool()
    try await school.succeed("hoso lock -q $own", as: "ptd", at: "2024-10-06 08:00")
    let run = try await school.run("hoso sync -q; hoso approve $own", as: "lth", at: "2024-10-06 09:00")
    #expect(run.status == 0, "\(run.errors)")
    let verify = try await school.run("hoso sync -q; hoso verify", as: "nva", at: "2024-10-07 08:00")
    #expect(verify.status == 0, "\(verify.errors)")
  }
}

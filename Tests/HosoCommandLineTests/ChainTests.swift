import Foundation
import Testing

/// Steps in order and delegations on a school with a server: command line, push and verify say the same.
struct ChainTests {
  /// Lesson plans are approved by the head of the team or a vice principal, then by the principal.
  private static func chainedSchool(delegations: String = "") async throws -> ServedSchool {
    let school = try await ServedSchool()
    try await school.succeed(
      """
      sed -i 's/^  - by: .head-of-team, vice-principal.$/&\\n  - by: [principal]/' .hoso/kinds/lesson-plan.yml
      if [ -n '\(delegations)' ]; then
        printf '%s\\n' from-person,to-person,role,folder,kind,from,to,number,reason '\(delegations)' > .hoso/delegations.csv
      fi
      hoso submit -q .hoso -m 'Duyệt hai bước'
      """, as: "lmk", at: "2024-10-05 09:00")
    return school
  }

  /// A decision over `$own` that git alone makes and pushes, past hoso.
  private static func forged(_ name: String, role: String) -> String {
    """
    hoso sync -q
    printf '%s\\n' 'Duyệt' '' 'hoso-decision: 1' 'decision: approve' \(role) 'policy: 2' \
      "record: $(git rev-parse HEAD:$own) nva $own" > ../message-\(name.suffix(3))
    git tag -s -F ../message-\(name.suffix(3)) \(name) HEAD && git push -q origin \(name)
    """
  }

  @Test func `head, then principal; not the other way round`() async throws {
    let school = try await Self.chainedSchool()
    let early = try await school.run("hoso sync -q; hoso approve --json $own", as: "ptd", at: "2024-10-05 10:00")
    #expect(early.status == 1)
    #expect(try early.ids == ["not-yet-your-turn"], "\(early.output)")
    let waits = try await school.run(
      "hoso sync -q; hoso status --waiting --person lth --json", as: "lth", at: "2024-10-05 10:30")
    #expect(waits.output.contains("lich-su-dia-li"), "\(waits.output)")
    try await school.succeed("hoso approve -q $own", as: "lth", at: "2024-10-05 11:00")
    let next = try await school.succeed(
      "hoso sync -q; hoso status --waiting --person ptd --lang en", as: "ptd", at: "2024-10-05 11:30")
    #expect(next.contains("waits for step 2 of 2, principal: Phạm Thị Duyên"), "\(next)")
    let done = try await school.run("hoso approve $own", as: "ptd", at: "2024-10-05 12:00")
    #expect(done.status == 0, "\(done.errors)")
    let verify = try await school.run("hoso sync -q; hoso verify; hoso history $own", as: "nva", at: "2024-10-06 08:00")
    #expect(verify.output.contains("→ đã duyệt"), "\(verify.output)\(verify.errors)")
  }

  @Test func `what git signs out of turn is refused by the server and found by verify`() async throws {
    let school = try await Self.chainedSchool()
    let name = "approve/2024-2025/20241005-100000-ptd"
    let push = try await school.run(Self.forged(name, role: "'role: principal'"), as: "ptd", at: "2024-10-05 10:00")
    #expect(push.status != 0)
    #expect(push.errors.contains("not-yet-your-turn"), "\(push.errors)")
    #expect(try await !school.references().contains("approve/"))
    let verify = try await school.run("hoso verify", as: "ptd", at: "2024-10-05 10:00")
    #expect(verify.status == 1 && verify.output.contains("[not-yet-your-turn]"), "\(verify.output)")
  }

  @Test func `a changed record and a returned one begin anew`() async throws {
    let school = try await Self.chainedSchool()
    try await school.succeed("hoso sync -q; hoso approve -q $own", as: "lth", at: "2024-10-05 11:00")
    try await school.succeed(
      "hoso sync -q; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 12:00")
    let changed = try await school.run("hoso sync -q; hoso approve --json $own", as: "ptd", at: "2024-10-05 13:00")
    #expect(try changed.ids == ["not-yet-your-turn"], "\(changed.output)")
    try await school.succeed("hoso sync -q; hoso approve -q $own", as: "lth", at: "2024-10-05 14:00")
    try await school.succeed(
      "hoso sync -q; hoso return -q $own --reason 'Thiếu phần luyện tập'", as: "ptd", at: "2024-10-05 15:00")
    let status = try await school.succeed("hoso sync -q; hoso status --person nva", as: "nva", at: "2024-10-05 16:00")
    #expect(status.contains("Thiếu phần luyện tập (Phạm Thị Duyên"), "\(status)")
    let back = try await school.run("hoso approve --json $own", as: "ptd", at: "2024-10-05 17:00")
    #expect(try back.ids == ["not-yet-your-turn"], "\(back.output)")
    let verify = try await school.run("hoso verify -q", as: "nva", at: "2024-10-06 08:00")
    #expect(verify.status == 0, "\(verify.output)\(verify.errors)")
  }

  @Test func `steps that one person takes offline arrive in their order`() async throws {
    let school = try await Self.chainedSchool(
      delegations: "lth,ptd,head-of-team,,,2024-10-05,2024-10-08,9/QĐ-THSM,Đi công tác")
    try await school.succeed(
      "hoso sync -q; hoso approve --offline -q $own", as: "ptd", at: "2024-10-06 09:00", isOnline: true)
    try await school.succeed("hoso approve --offline -q $own; hoso sync -q", as: "ptd", at: "2024-10-06 09:01")
    let verify = try await school.run("hoso sync -q; hoso verify; hoso history $own", as: "nva", at: "2024-10-07 08:00")
    #expect(verify.output.contains("thay mặt Lê Thanh Hà"), "\(verify.output)\(verify.errors)")
    #expect(verify.output.contains("→ đã duyệt"), "\(verify.output)\(verify.errors)")
  }

  private static let given = "ptd,nta,principal,,lesson-plan,2024-10-06,2024-10-08,9/QĐ-THSM,Đi công tác"

  @Test func `a delegate decides in another's name while the delegation is in force`() async throws {
    let school = try await Self.chainedSchool(delegations: Self.given)
    try await school.succeed("hoso sync -q; hoso approve -q $own", as: "lth", at: "2024-10-05 11:00")
    let before = try await school.run("hoso sync -q; hoso approve --json $own", as: "nta", at: "2024-10-05 12:00")
    #expect(try before.ids == ["not-your-role"], "\(before.output)")
    let why = try await school.run("hoso why nta approve $own", as: "nta", at: "2024-10-07 08:00")
    #expect(why.status == 0 && why.output.contains(".hoso/delegations.csv dòng 2"), "\(why.output)")
    #expect(why.output.contains("thay mặt Phạm Thị Duyên"), "\(why.output)")
    let done = try await school.run("hoso approve --json $own", as: "nta", at: "2024-10-07 08:00").document
    #expect(done["role"] as? String == "principal" && done["for"] as? String == "ptd")
    let tag = try await school.succeed(
      "git cat-file tag approve/2024-2025/20241007-080000-nta", as: "nta", at: "2024-10-07 08:00")
    #expect(tag.contains("role: principal\nfor: ptd\npolicy: 2\n"), "\(tag)")
    let verify = try await school.run("hoso sync -q; hoso verify", as: "nva", at: "2024-10-20 08:00")
    #expect(verify.status == 0, "\(verify.output)\(verify.errors)")
  }

  @Test func `the day of receipt counts, not the day of signing`() async throws {
    let school = try await Self.chainedSchool(delegations: Self.given)
    try await school.succeed("hoso sync -q; hoso approve -q $own", as: "lth", at: "2024-10-05 11:00")
    try await school.succeed("hoso sync -q; hoso approve --offline -q $own", as: "nta", at: "2024-10-08 20:00")
    let sent = try await school.run("hoso sync", as: "nta", at: "2024-10-09 08:00")
    #expect(sent.status == 1)
    #expect((sent.output + sent.errors).contains("delegation-not-in-force"), "\(sent.output)\(sent.errors)")
    #expect(try await !school.references().contains("-nta"))
  }

  @Test func `what git signs on another's behalf without a delegation is refused`() async throws {
    let school = try await Self.chainedSchool(delegations: Self.given)
    try await school.succeed("hoso sync -q; hoso approve -q $own", as: "lth", at: "2024-10-05 11:00")
    let cases = [
      ("nta", "2024-10-09", "'role: principal' 'for: ptd'", "delegation-not-in-force"),
      ("tqd", "2024-10-07", "'role: principal' 'for: ptd'", "delegation-not-in-force"),
      ("nta", "2024-10-07", "'role: principal' 'for: vqh'", "not-your-role"),
      ("nta", "2024-10-07", "'role: principal'", "not-your-role"),
    ]
    for (number, (person, date, role, id)) in cases.enumerated() {
      let name = "approve/2024-2025/\(date.replacing("-", with: ""))-1000\(number)0-\(person)"
      let push = try await school.run(Self.forged(name, role: role), as: person, at: "\(date) 10:00")
      #expect(push.status != 0)
      #expect(push.errors.contains(id), "\(role): \(push.errors)")
    }
  }

  @Test func `a delegation of two steps is refused with the rules`() async throws {
    let school = try await SmallSchool()
    let run = try await school.run(
      """
      printf '%s\\n' from-person,to-person,role,folder,kind,from,to,number,reason \
        'ptd,vqh,principal,,,2024-10-05,2024-10-08,,x' 'vqh,lth,principal,,,2024-10-05,2024-10-08,,x' > .hoso/delegations.csv
      hoso submit --json .hoso
      """, as: "lmk")
    #expect(run.status == 1)
    #expect(try run.ids == ["delegation-chain"], "\(run.output)")
  }
}

extension Run {
  /// The ids of the diagnostics in a `--json` answer.
  var ids: [String] {
    get throws {
      (try document["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
  }
}

import Foundation
import Testing

/// A push that was answered "ok" stands and has its receipt; one that was cut short is finished by whoever comes next.
@Suite(.serialized) struct PushDurabilityTests {
  /// Says what is wrong on the server; nothing where all is in order.
  private static let audit = """
    audit() {
      git fsck --strict --no-dangling 2>&1; hoso verify > ../audit || cat ../audit
      git log --reverse --format=%s journal | awk '$2 != NR { print "gap" }'
      ls hoso/intents; find . -name '*.lock' -o -name 'tmp_objdir*'
    }
    """

  /// What the server says of itself after the next connection.
  private func audit(_ school: ServedSchool) async throws -> String {
    try await Shell.run(Self.audit + "\naudit", in: school.server, school.environment("nva", at: "2024-10-05 10:00"))
      .output
  }

  /// Puts `line` in front of what a hook does.
  private func attack(_ hook: String, of school: ServedSchool, with line: String) async throws {
    try await Shell.succeed(
      "cp hooks/\(hook) ../\(hook).sound; sed -i '1a \(line)' hooks/\(hook)", in: school.server)
  }

  private func mend(_ hook: String, of school: ServedSchool) async throws {
    try await Shell.succeed("cp ../\(hook).sound hooks/\(hook)", in: school.server)
  }

  @Test(arguments: ["pre-receive", "proc-receive"]) func `a hook that is killed receives nothing (T177)`(hook: String)
    async throws
  {
    let school = try await ServedSchool()
    let before = try await school.references()
    try await attack(hook, of: school, with: "kill -KILL $$")
    let push = try await school.run(
      "revise $own; hoso submit -q --offline $own; git push origin main", as: "nva", at: "2024-10-05 08:10")
    #expect(push.status != 0, "\(push.output)")
    #expect(try await school.references() == before)
    try await mend(hook, of: school)
    try await school.succeed("hoso sync -q", as: "nva", at: "2024-10-05 08:20")
    #expect(try await audit(school) == "")
  }

  @Test func `what was cut between the reference and the receipt has its receipt at the next start (T176)`()
    async throws
  {
    let school = try await ServedSchool()
    // The reference moves, and the hook is gone.
    try await attack(
      "proc-receive", of: school,
      with: "git update-ref refs/heads/main $(cat ../new) $(git rev-parse main); kill -KILL $$")
    let push = try await school.run(
      "revise $own; hoso submit -q --offline $own; git rev-parse main > ../new; git push origin main", as: "nva",
      at: "2024-10-05 08:10")
    #expect(push.status != 0)
    #expect(try await Shell.succeed("git log --format=%s -1 journal", in: school.server) == "Receipt 1\n")
    try await mend("proc-receive", of: school)
    // Somebody else comes by.
    try await school.succeed("hoso sync -q", as: "tqd", at: "2024-10-05 08:30")
    let receipt = try await Shell.succeed("git log --format=%B -1 journal; cat ../new", in: school.server)
    let commit = try #require(receipt.split(separator: "\n").last)
    for line in ["sequence: 2", "person: nva", "new: \(commit)"] { #expect(receipt.contains(line + "\n")) }
    // The sender asks again, and is told that it stands; the same is not received twice.
    let again = try await school.run("hoso submit $own; hoso sync", as: "nva", at: "2024-10-05 08:40")
    #expect(again.output.contains("biên nhận số 2"), "\(again.output)\(again.errors)")
    #expect(try await Shell.succeed("git rev-list --count journal", in: school.server) == "2\n")
    #expect(try await audit(school) == "")
  }

  @Test(arguments: [0.05, 0.15, 0.25, 0.35, 0.5]) func `a cut connection leaves nothing undecided (T178)`(
    seconds: Double
  ) async throws {
    let school = try await ServedSchool()
    _ = try await school.clone(of: "nva")
    var environment = try school.environment("nva", at: "2024-10-05 08:10")
    environment["GIT_SSH_COMMAND"] = environment["GIT_SSH_COMMAND"].map { "timeout -s KILL \(seconds) " + $0 }
    let cut = try await Shell.run("revise $own; hoso submit $own", in: school.clone(of: "nva"), environment)
    #expect(cut.status == 0 || cut.status == 2, "\(cut.output)\(cut.errors)")
    // Asking again says that it is saved, or saves it.
    let again = try await school.run("hoso submit $own", as: "nva", at: "2024-10-05 08:20")
    #expect(again.status == 0 || again.errors.contains("[nothing-to-submit]"), "\(again.output)\(again.errors)")
    try await school.succeed(
      "hoso sync -q; [ $(git rev-parse main) = $(git rev-parse origin/main) ]", as: "nva", at: "2024-10-05 08:30")
    #expect(try await Shell.succeed("git rev-list --count main journal", in: school.server) == "8\n")
    #expect(try await audit(school) == "")
  }

  /// Where strace hits what serves the push, hoso, git and the hooks: every step-th call of each process.
  private static let hits = [
    DurabilityTests.Hit(call: "write", step: 5, fault: "signal=KILL"),
    DurabilityTests.Hit(call: "fsync", step: 2, fault: "signal=KILL"),
    DurabilityTests.Hit(call: "rename", step: 1, fault: "signal=KILL"),
    DurabilityTests.Hit(call: "link", step: 2, fault: "signal=KILL"),
    DurabilityTests.Hit(call: "unlink", step: 3, fault: "signal=KILL"),
    DurabilityTests.Hit(call: "write", step: 6, fault: "error=ENOSPC"),
    DurabilityTests.Hit(call: "fsync", step: 3, fault: "error=EIO"),
    DurabilityTests.Hit(call: "openat", step: 40, fault: "error=EMFILE"),
  ]

  /// Pushes through a door that is hit at call after call, each time with another text; after each hit the next submission
  /// must work by itself. Prints what is wrong.
  private static let pushes = """
    printf 'exec $(cat %s) %s "$@"\\n' "$PWD/../hit" "$GIT_SSH_COMMAND" > ../door
    export GIT_SSH_COMMAND="sh '$PWD/../door'"
    echo "strace -f -o $PWD/../count -e trace=CALL" > ../hit
    revise $own; hoso submit -q $own
    total=$(sed -n 's/^\\([0-9]*\\) *CALL(.*/\\1/p' ../count | sort | uniq -c | sort -n | awk 'END { print $1 }')
    [ "${total:-0}" -gt 0 ] || echo "never called"
    for ((n = 1; n <= total; n += STEP)); do
      cp $SAMPLE/$own $own; revise $own "Lần $n"; hoso submit -q --offline $own
      echo "strace -f -o $PWD/../calls -e trace=CALL -e inject=CALL:FAULT:when=$n" > ../hit
      if git push -q origin main 2> /dev/null; then
        git -C $server log -1 --format=%B journal | grep -q "new: $(git rev-parse main)" || echo "$n: ok without receipt"
      fi
      grep -q 'INJECTED\\|killed by SIGKILL' ../calls || echo "$n: not hit"
      : > ../hit
      revise $own Sau; hoso submit -q $own > ../said 2>&1 || { echo "$n: the next one fails"; cat ../said; }
      cmp -s <(git -C $server show main:$own) $own || echo "$n: another content"
      (cd $server && audit)
    done
    """

  @Test(.enabled(if: DurabilityTests.hasStrace, "needs strace"), arguments: hits)
  func `a push that is hit at any call is whole or not there (T173, T174, T192)`(hit: DurabilityTests.Hit) async throws
  {
    let school = try await ServedSchool()
    _ = try await school.clone(of: "nva")
    let script = Self.pushes.replacing("CALL", with: hit.call).replacing("STEP", with: "\(hit.step)")
      .replacing("FAULT", with: hit.fault)
    let run = try await school.run(
      "\(Self.audit)\nserver='\(school.server)'\n\(script)", as: "nva", at: "2024-10-05 08:10")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)\(run.errors)")
  }

  @Test func `eight submit at once through both doors and all is kept (T169, T171)`() async throws {
    let folder = try SmallSchool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try await Shell.run(
      "HOSO=$(command -v hoso) BENCH_DIR=\(folder) '\(Shell.sources)/Benchmarks/submitters.sh' 8 6", in: folder)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("kept 48, lost 0, receipts 2..49"), "\(run.output)")
  }

  @Test func `of those who change one record at once exactly one is received (T170)`() async throws {
    let school = try await ServedSchool()
    let minutes = "2024-2025/to-chuyen-mon/to-4-5/bien-ban/2024-10-02-on-bu-va-day-viet.md"
    try await school.succeed("put \(minutes); hoso submit -q \(minutes)", as: "lth", at: "2024-10-05 09:00")
    let people = ["nva", "tqd", "lth"]
    for person in people { try await school.succeed("hoso sync -q", as: person, at: "2024-10-05 09:10") }
    let runs = try await withThrowingTaskGroup { group in
      for person in people {
        group.addTask {
          try await school.run(
            "echo 'Ý kiến của \(person).' >> \(minutes); hoso submit \(minutes)", as: person, at: "2024-10-05 09:20")
        }
      }
      return try await group.reduce(into: [Run]()) { $0.append($1) }
    }
    #expect(runs.filter { $0.status == 0 }.count == 1, "\(runs)")
    for run in runs where run.status != 0 { #expect(run.errors.contains("[edited-meanwhile]"), "\(run.errors)") }
    #expect(try await Shell.succeed("git rev-list --count main", in: school.server) == "7\n")
    #expect(try await audit(school) == "")
  }
}

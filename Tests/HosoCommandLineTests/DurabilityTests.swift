import Foundation
import Testing

/// What was acknowledged outlives kills and failing disks, and nobody has to tidy up afterwards.
@Suite(.serialized) struct DurabilityTests {
  static let hasStrace = ["/usr/bin/strace", "/usr/local/bin/strace"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Every `step`-th call of this name is hit, and how.
  struct Hit: Sendable, CustomTestStringConvertible {
    let call: String
    let step: Int
    let fault: String
    var testDescription: String { "\(call):\(fault)" }
  }

  static let hits = [
    Hit(call: "write", step: 2, fault: "signal=KILL"), Hit(call: "fsync", step: 3, fault: "signal=KILL"),
    Hit(call: "link", step: 2, fault: "signal=KILL"), Hit(call: "rename", step: 1, fault: "signal=KILL"),
    Hit(call: "unlink", step: 3, fault: "signal=KILL"), Hit(call: "close", step: 17, fault: "signal=KILL"),
    Hit(call: "write", step: 3, fault: "error=ENOSPC"), Hit(call: "fsync", step: 4, fault: "error=EIO"),
    Hit(call: "rename", step: 1, fault: "error=EIO"), Hit(call: "openat", step: 23, fault: "error=EMFILE"),
  ]

  /// Submits under strace, hit at call after call, each time with another text; after each hit the next submission must
  /// work by itself. Prints what is wrong.
  private static let submissions = """
    export GIT_OPTIONAL_LOCKS=0
    total=$(revise $own Đầu; strace -f -o ../count -e trace=CALL hoso submit -q $own; grep -c 'CALL(' ../count)
    for ((n = 1; n <= total; n += STEP)); do
      cp $SAMPLE/$own $own; revise $own "Lần $n"
      commit=$(strace -f -o /dev/null -e trace=CALL -e inject=CALL:FAULT:when=$n hoso submit --json $own 2> /dev/null |
        sed -n 's/.*"commit" : "\\([0-9a-f]*\\)".*/\\1/p')
      [ -z "$commit" ] || git merge-base --is-ancestor $commit main || echo "$n: lost $commit"
      git fsck --strict --no-dangling 2>&1
      revise $own 'Sau'; hoso submit -q $own || echo "$n: the next one fails"
      cmp -s <(git show main:$own) $own || echo "$n: another content"
      git status --porcelain --untracked-files=no
      find .git -name '*.lock' ! -name hoso.lock
    done
    """

  @Test(.enabled(if: hasStrace, "needs strace"), arguments: hits)
  func `a submission that is hit at any call loses nothing (T173, T174)`(hit: Hit) async throws {
    let school = try await SmallSchool()
    let script = Self.submissions.replacing("CALL", with: hit.call).replacing("STEP", with: "\(hit.step)")
      .replacing("FAULT", with: hit.fault)
    let run = try await school.run(script, as: "nva")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)\(run.errors)")
  }

  @Test(.enabled(if: hasStrace, "needs strace"))
  func `a command whose arguments cannot be read is not taken for one without any`() async throws {
    let school = try await SmallSchool()
    let run = try await school.run(
      "strace -o /dev/null -P /proc/self/maps -e trace=openat -e inject=openat:error=EMFILE hoso submit -q $own",
      as: "nva")
    #expect(run.status == 2 && run.errors.contains("[disk-read]"), "\(run.output)\(run.errors)")
  }

  @Test func `a submission killed at any moment loses nothing (T175)`() async throws {
    let school = try await SmallSchool()
    let script = """
      for n in {1..40}; do
        cp $SAMPLE/$own $own; revise $own "Lần $n"
        timeout -s KILL 0.0$((RANDOM % 9 + 1)) hoso submit --json $own 2> /dev/null |
          sed -n 's/.*"commit" : "\\([0-9a-f]*\\)".*/\\1/p' >> ../kept
      done
      revise $own 'Sau'; hoso submit -q $own || echo "the next one fails"
      for commit in $(cat ../kept); do git merge-base --is-ancestor $commit main || echo "lost $commit"; done
      git fsck --strict --no-dangling 2>&1; git status --porcelain --untracked-files=no
      hoso verify > /dev/null || echo "not sound"
      """
    let run = try await school.run(script, as: "nva")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)\(run.errors)")
  }

  @Test func `locks of dead processes go, and that is noted (T182)`() async throws {
    let school = try await SmallSchool()
    let locks = "refs/heads/main.lock HEAD.lock packed-refs.lock index.lock"
    try await school.succeed(
      "revise $own; cd .git; touch -d '5 seconds ago' \(locks); cd ..; hoso submit -q $own", as: "nva")
    #expect(try await school.succeed("git status --porcelain; find .git -name '*.lock'", as: "nva") == "")
    let log = try await school.succeed("cat .git/hoso.log", as: "nva")
    for lock in locks.split(separator: " ") { #expect(log.contains("\(lock): ")) }
  }

  /// Who holds the lock: hoso by `flock`, anybody by having it open, or git, which closes it while its editor is open.
  @Test(arguments: [
    "flock -F .git/refs/heads/main.lock sleep 600 & echo $! > ../holder",
    "sleep 600 3>> .git/refs/heads/main.lock & echo $! > ../holder",
    "git -c core.editor='sleep 600;' commit -q --allow-empty & echo $! > ../holder; touch .git/refs/heads/main.lock",
  ]) func `a lock of a living process is waited for and left alone (T183)`(holder: String) async throws {
    let school = try await SmallSchool()
    let script = """
      revise $own; main=$(git rev-parse main); touch .git/refs/heads/main.lock
      { \(holder); } > /dev/null 2>&1
      sleep 0.3; touch -d '1 minute ago' .git/refs/heads/main.lock
      hoso submit $own; echo "status $?"
      [ -e .git/refs/heads/main.lock ] && [ $main = $(git rev-parse main) ] && echo "left alone"
      kill $(cat ../holder); wait; rm -f .git/index.lock
      hoso submit -q $own && [ ! -e .git/refs/heads/main.lock ] && echo "works"
      """
    let run = try await school.run(script, as: "nva")
    #expect(run.output == "status 2\nleft alone\nworks\n", "\(run.output)\(run.errors)")
    #expect(run.errors.contains("[busy]"), "\(run.errors)")
  }
}

import Foundation
import Testing

struct DiskTests {
  /// Whether this process may mount a file system of its own.
  static let canMount = getuid() == 0

  @Test(.enabled(if: canMount)) func `a full disk loses nothing, and the same submission works when there is room`()
    async throws
  {
    let school = try await SmallSchool()
    let script = """
      unshare --mount bash -c '
        disk=../disk; mkdir $disk && mount -t tmpfs -o size=2m none $disk && cp -a . $disk/school && cd $disk/school
        mkdir -p $(dirname '$other'); cp $SAMPLE/'$other' '$other'
        head -c 1500000 /dev/urandom > ../ballast; cat /dev/zero > ../rest 2> /dev/null
        main=$(git rev-parse main); index=$(sha1sum < .git/index); record=$(sha1sum < '$other')
        hoso submit '$other'; echo "status $?"
        [ $main = $(git rev-parse main) ] && [ "$index" = "$(sha1sum < .git/index)" ] && echo "nothing moved"
        [ "$record" = "$(sha1sum < '$other')" ] && git fsck --strict --no-dangling && echo "nothing lost"
        rm ../rest ../ballast
        hoso submit -q '$other'; echo "status $?"
        git status --porcelain; git fsck --strict --no-dangling; hoso verify > /dev/null || echo bad
      '
      """
    let run = try await school.run(script, as: "nva")
    #expect(
      run.output.split(separator: "\n") == ["status 2", "nothing moved", "nothing lost", "status 0"],
      "\(run.output)\(run.errors)")
    #expect(run.errors.contains("[disk-write]"), "\(run.errors)")
  }

  @Test func `a file that may not grow is told of, and nothing moves`() async throws {
    let school = try await SmallSchool()
    try await school.succeed("put $other", as: "nva")
    // One block is too little for the object of any record.
    let run = try await school.run(
      "main=$(git rev-parse main); trap '' XFSZ; ulimit -f 1; hoso submit $other; echo $?; [ $main = $(git rev-parse main) ]",
      as: "nva")
    #expect(run.output == "2\n" && run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("[disk-write]"), "\(run.errors)")
    try await school.succeed("hoso submit $other && [ -z \"$(git status --porcelain)\" ]", as: "nva")
  }

  @Test(.enabled(if: canMount)) func `a repository that cannot be written can be read`() async throws {
    let school = try await SmallSchool()
    let script = """
      put $other
      unshare --mount bash -c '
        mount --bind . . && mount -o remount,ro,bind . && cd $PWD
        hoso submit '$other'; echo "submit $?"
        hoso new lesson-plan --set bai=Bài; echo "new $?"
        hoso approve '$own'; echo "approve $?"
        for command in "check" "status" "history '$own'" "verify" "why nva edit '$own'" "submit --dry-run '$other'"; do
          hoso $command > /dev/null; echo "${command%% *} $?"
        done
      '
      """
    let before = try await RepositoryState(of: school.clone)
    let run = try await school.run(script, as: "lth")
    #expect(run.output.contains("submit 1"))
    #expect(run.output.contains("approve 2"), "\(run.output)\(run.errors)")
    let teacher = try await school.run(script, as: "nva")
    #expect(teacher.output.contains("submit 2\nnew 2\n"), "\(teacher.output)\(teacher.errors)")
    #expect(teacher.errors.contains("[disk-write]"), "\(teacher.errors)")
    for command in ["check", "status", "history", "verify", "why", "submit"] {
      #expect(teacher.output.contains("\(command) 0\n"), "\(teacher.output)\(teacher.errors)")
    }
    try await school.succeed("rm -r $(dirname $other)", as: "nva")
    #expect(try await RepositoryState(of: school.clone).differences(from: before) == [])
  }
}

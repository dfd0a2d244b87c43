import Foundation
import Testing

/// A school that wants a signature in each commit: `signed-commits: yes` in `school.yml`.
struct SignedCommitTests {
  private static let rule = """
    sed -i 's/^policy:/signed-commits: yes\\npolicy:/' .hoso/school.yml; hoso submit -q .hoso/school.yml -m 'Kí mọi lần nộp'
    """

  @Test func `a commit is signed, also when it is made again on top of another`() async throws {
    let school = try await ServedSchool()
    try await school.succeed(Self.rule, as: "lmk", at: "2024-10-05 09:00")
    try await school.succeed("hoso sync; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:10")
    try await school.succeed(
      "hoso sync -q; revise $colleague; hoso submit -q --offline $colleague", as: "tqd", at: "2024-10-05 09:20")
    try await school.succeed("revise $own 'Lại'; hoso submit -q $own", as: "nva", at: "2024-10-05 09:30")
    try await school.succeed("hoso sync -q; hoso verify", as: "tqd", at: "2024-10-05 09:40")
    try await school.succeed(
      "for c in main main~1 main~2; do git verify-commit $c; done", as: "tqd", at: "2024-10-05 09:40")
    let author = try await school.succeed("git log -1 --format=%ae%n%at", as: "tqd", at: "2024-10-05 09:40")
    #expect(author.hasPrefix("dat.tq@suoimay.example\n"))
  }

  /// The way in which a commit's signature is wrong, and the fact that the refusal names.
  static let evils: [(name: String, script: String)] = [
    ("no signature (T032)", "git commit -q -a -m x"),
    (
      "an unknown key (T033)",
      "ssh-keygen -q -t ed25519 -N '' -f ../k-$$; git -c user.signingkey=../k-$$.pub commit -q -S -a -m x"
    ),
    (
      "a signature from another commit (T034)",
      """
      git commit -q -a -m x; git cat-file commit HEAD | sed '/^$/,$d' > ../head.$$
      git cat-file commit HEAD~1 | sed -n '/^gpgsig/,/END SSH/p' >> ../head.$$; printf '\\nx\\n' >> ../head.$$
      git reset -q --soft $(git hash-object -t commit -w ../head.$$); rm ../head.$$
      """
    ),
    (
      "two signatures (T035)",
      """
      git commit -q -S -a -m x; git cat-file commit HEAD | sed '/^gpgsig/,/END SSH/{H;d}; /^$/{x;s/^\\n//;G;G}' > ../head.$$
      git cat-file commit HEAD | awk '/^gpgsig/{f=1} f{s=s $0 "\\n"} /END SSH/{if(f){printf "%s%s",s,s;f=0;next}} !f' > ../head.$$
      git reset -q --soft $(git hash-object --literally -t commit -w ../head.$$); rm ../head.$$
      """
    ),
    (
      "the namespace file (T036)",
      """
      git commit -q -a -m x; git cat-file commit HEAD > ../head.$$; ssh-keygen -q -Y sign -n file -f ~/id_ed25519 ../head.$$
      { sed '/^$/,$d' ../head.$$; sed '1s/^/gpgsig /;2,$s/^/ /' ../head.$$.sig; printf '\\nx\\n'; } > ../new.$$
      git reset -q --soft $(git hash-object -t commit -w ../new.$$); rm ../head.$$* ../new.$$
      """
    ),
  ]

  @Test(arguments: evils.map(\.name)) func `a commit whose signature is wrong is refused and named`(name: String)
    async throws
  {
    let evil = try #require(Self.evils.first { $0.name == name })
    let school = try await ServedSchool()
    try await school.succeed(Self.rule, as: "lmk", at: "2024-10-05 09:00")
    try await school.succeed("hoso sync -q; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:10")
    let before = try await school.references()
    let push = try await school.run(
      "set -e; revise $own 'Sai'; \(evil.script)\ngit push -q origin HEAD:main", as: "nva", at: "2024-10-05 09:20")
    #expect(push.status != 0)
    #expect(
      push.errors.contains("[bad-signature]") || push.errors.contains("[malformed-object]")
        || push.errors.contains("fsck error"), "\(push.errors)")
    #expect(try await school.references() == before)
    let audit = try await school.run("hoso verify", as: "nva", at: "2024-10-05 09:20")
    #expect(audit.status == 1, "\(audit.output)")
  }
}

import Testing

/// `hoso submit` counts the changes of the rules, and `git` and `hoso verify` agree with the count.
struct RuleChangeTests {
  @Test func `each change of the rules names the tree of those before it`() async throws {
    let school = try await SmallSchool()
    try await school.succeed(
      """
      for name in Một Hai Ba; do
        sed -i "s/^to-4-5,[^,]*/to-4-5,$name/" .hoso/teams.csv
        hoso submit -q .hoso/teams.csv -m "$name"
      done
      [ $(grep -c '^policy: 4$' .hoso/school.yml) = 1 ]
      [ $(grep -c '^predecessor:' .hoso/school.yml) = 1 ]
      for commit in main main~1 main~2; do
        git show $commit:.hoso/school.yml | grep -qx "predecessor: $(git rev-parse $commit~1:.hoso)"
      done
      [ -z "$(git status --porcelain)" ]
      [ "$(git show --name-only --format= main)" = "$(printf '.hoso/school.yml\\n.hoso/teams.csv')" ]
      hoso verify -q
      """, as: "lmk")
  }

  @Test func `all but the two lines of the school's file stay as they were`() async throws {
    let school = try await SmallSchool()
    try await school.succeed(
      """
      sed -i '1i # Quy định của trường' .hoso/school.yml; sed -i 's/^policy: 1$/policy: "1"  # đếm/' .hoso/school.yml
      cp .hoso/school.yml $HOME/before
      hoso submit -q .hoso -m a
      sed "s/\\"1\\"/\\"2\\"/; /^policy/a predecessor: $(git rev-parse main~1:.hoso)" $HOME/before | cmp - .hoso/school.yml
      [ -z "$(git status --porcelain)" ]
      """, as: "lmk")
  }

  @Test func `what lies changed in the school's file and is not submitted stays`() async throws {
    let school = try await SmallSchool()
    try await school.succeed(
      """
      sed -i 's/^name: .*/name: Trường khác/' .hoso/school.yml; sed -i 's/Tổ 4-5/Tổ 45/' .hoso/teams.csv
      hoso submit -q .hoso/teams.csv -m a
      git show main:.hoso/school.yml | grep -qx 'policy: 2'
      ! git show main:.hoso/school.yml | grep -q 'Trường khác'
      grep -qx 'policy: 2' .hoso/school.yml; grep -qx 'name: Trường khác' .hoso/school.yml
      [ "$(git status --porcelain)" = ' M .hoso/school.yml' ]
      hoso submit -q .hoso -m b; grep -qx 'policy: 3' .hoso/school.yml; hoso verify -q
      """, as: "lmk")
  }

  @Test func `a right count by hand is kept, an old one is no change`() async throws {
    let school = try await SmallSchool()
    try await school.succeed(
      """
      sed -i "s/^policy: 1$/policy: 2\\npredecessor: $(git rev-parse main:.hoso)/; s/^year/# năm\\nyear/" .hoso/school.yml
      sum=$(cksum < .hoso/school.yml); hoso submit -q .hoso -m a; [ "$sum" = "$(cksum < .hoso/school.yml)" ]
      sed -i 's/^policy: 2$/policy: 1/; /^predecessor/d' .hoso/school.yml
      """, as: "lmk")
    let run = try await school.run("hoso submit .hoso --json", as: "lmk")
    #expect(run.status == 1 && run.output.contains("nothing-to-submit"))
  }

  @Test func `a dry run and a refusal count nothing`() async throws {
    let school = try await SmallSchool()
    try await school.succeed(
      """
      sed -i 's/Tổ 4-5/Tổ 45/' .hoso/teams.csv; before=$(cksum < .hoso/school.yml)
      hoso submit -q --dry-run .hoso
      [ "$before" = "$(cksum < .hoso/school.yml)" ]
      echo x >> .hoso/teams.csv; ! hoso submit -q .hoso 2> /dev/null
      [ "$before" = "$(cksum < .hoso/school.yml)" ]
      """, as: "lmk")
  }
}

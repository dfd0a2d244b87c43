import Foundation
import Testing

/// What `hoso verify` finds where somebody changed the rules with git itself.
struct RuleTamperingTests {
  typealias Tampering = VerifyTests.Tampering

  /// A change of the rules that the admin commits with git, when `hoso` has made one before.
  ///
  /// Where `isMended`, the rules are put back after it: of a newest commit without rules nothing else could be said.
  private static func rules(
    _ name: String, _ script: String, _ ids: Set<String>, isMended: Bool = false
  ) -> Tampering {
    let end =
      isMended
      ? """
      rm -rf .hoso; git checkout -q main~1 -- .hoso; git commit -q -m y
      git rev-parse --short=10 main~1
      """ : "git rev-parse --short=10 main"
    return Tampering(
      testDescription: name,
      script: """
        sed -i 's/Tổ 4-5/Tổ 45/' .hoso/teams.csv; hoso submit -q .hoso/teams.csv -m 'Đổi tên tổ'
        # count NUMBER PREDECESSOR: writes the two lines by hand.
        count() { sed -i "s/^policy: .*/policy: $1/; s/^predecessor: .*/predecessor: $2/" .hoso/school.yml; }
        sed -i 's/Tổ 1-2-3/Tổ 123/' .hoso/teams.csv
        \(script)
        git add -A; git commit -q -m x
        \(end)
        """, ids: ids, person: "lmk")
  }

  static let tamperings = [
    rules("rules that are not counted", "", ["policy-number"]),
    rules("rules put back to an older state", "git checkout -q main~1 -- .hoso", ["policy-number"]),
    rules("rules with the number before", "count 1 $(git rev-parse main~1:.hoso)", ["policy-number"]),
    rules("rules with the same number", "count 2 $(git rev-parse main:.hoso)", ["policy-number"]),
    rules("rules that skip a number", "count 4 $(git rev-parse main:.hoso)", ["policy-number"]),
    rules("rules that follow on older ones", "count 3 $(git rev-parse main~1:.hoso)", ["policy-predecessor"]),
    rules("rules that follow on a commit", "count 3 $(git rev-parse main)", ["policy-predecessor"]),
    rules(
      "rules that follow on none", "count 3 x; sed -i '/^predecessor/d' .hoso/school.yml", ["policy-predecessor"]),
    rules(
      "other rules beside the rules", "git restore .hoso; mkdir .HOSO; cp .hoso/school.yml .HOSO/",
      ["name-twin", "name-reserved"]),
    rules(
      "a folder limited by who does not manage it",
      """
      git restore .hoso; count 3 $(git rev-parse main:.hoso)
      echo '{year}/lop,role:clerk,contributor,yes,,' >> .hoso/access.csv
      """, ["access-denied"]),
    rules(
      "rules with a sign in the number", "count +3 $(git rev-parse main:.hoso)", ["rule-file-invalid"], isMended: true),
    rules(
      "rules with a column too many", "sed -i 's/$/,/' .hoso/access.csv",
      ["csv-unknown-column", "rule-file-invalid"], isMended: true),
    rules("rules removed", "git rm -rfq .hoso", ["rule-file-missing", "rule-file-invalid"], isMended: true),
    rules(
      "rules turned into a file", "git rm -rfq .hoso; echo x > .hoso", ["name-reserved", "rule-file-invalid"],
      isMended: true),
    rules(
      "the school's file turned into a link", "rm .hoso/school.yml; ln -s ../$list .hoso/school.yml",
      ["file-mode", "rule-file-missing", "rule-file-invalid"], isMended: true),
    rules(
      "rules turned into a repository of their own",
      "git rm -rfq .hoso; git init -q .hoso; git -C .hoso commit -q --allow-empty -m x",
      ["name-reserved", "rule-file-invalid"], isMended: true),
  ]

  @Test(arguments: tamperings) func `what was written past hoso is named`(tampering: Tampering) async throws {
    let school = try await SmallSchool()
    let place = try await school.succeed(tampering.script, as: tampering.person)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try await VerifyTests.expect(
      tampering.ids, at: place, in: school.clone, try school.environment(tampering.person))
  }
}

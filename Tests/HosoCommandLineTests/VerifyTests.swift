import Foundation
import Testing

/// What `hoso verify` finds in a history that somebody wrote with git itself.
struct VerifyTests {
  struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Runs in a clone of the sample school; prints the place that must be named.
    let script: String
    let ids: Set<String>
    var person = "nva"
  }

  private static let commit = "git rev-parse --short=10 main"
  static let tamperings = records + tags
  private static let records = [
    Tampering(
      testDescription: "an amended author",
      script: "git commit -q --amend --no-edit --author='Phạm Thị Duyên <duyen.pt@suoimay.example>'; \(commit)",
      ids: ["author-mismatch"]),
    Tampering(
      testDescription: "a commit by somebody unlisted",
      script: """
        git config user.email la@suoimay.example; put $own; revise $own; git commit -q -a -m x; \(commit)
        """, ids: ["unknown-person"]),
    Tampering(
      testDescription: "a colleague's plan edited by git",
      script: "revise $colleague; git commit -q -a -m 'Sửa hộ'; \(commit)", ids: ["access-denied"]),
    Tampering(
      testDescription: "a colleague's plan removed by git",
      script: "git rm -q $colleague; git commit -q -m 'Xoá'; \(commit)", ids: ["access-denied"]),
    Tampering(
      testDescription: "a merge commit",
      script: """
        git switch -q -c side; revise $own; git commit -q -a -m side; git switch -q main
        revise $other; git commit -q -a -m main; git merge -q side -m merge; \(commit)
        """, ids: ["not-linear"]),
    Tampering(
      testDescription: "a rule changed by a teacher",
      script: "sed -i 's/^,everyone,viewer/,everyone,manager/' .hoso/access.csv; git commit -q -a -m x; \(commit)",
      ids: ["access-denied", "policy-number"]),
    Tampering(
      testDescription: "a record that breaks its kind's rules",
      script: "sed -i '/^mon:/d' $own; git commit -q -a -m x; \(commit)", ids: ["missing-field"]),
    Tampering(
      testDescription: "a symbolic link",
      script: "ln -s /etc/passwd $plans/nva/tuan-05/a.md; git add -A; git commit -q -m x; \(commit)", ids: ["file-mode"]
    ),
    Tampering(
      testDescription: "an executable record",
      script: "chmod +x $own; git commit -q -a -m x; \(commit)", ids: ["file-mode"]),
    Tampering(
      testDescription: "a colleague's plan turned into a link of the same bytes",
      script: """
        revise $own; git add $own; git update-index --cacheinfo 120000,$(git rev-parse main:$colleague),$colleague
        git commit -q -m x; git reset -q --hard; \(commit)
        """, ids: ["file-mode", "access-denied"]),
    Tampering(
      testDescription: "an empty commit",
      script: "git commit -q --allow-empty -m x; \(commit)", ids: ["malformed-object"]),
    Tampering(
      testDescription: "a time long before the commit before",
      script: """
        revise $own; GIT_AUTHOR_DATE='2024-09-10T08:00:00+0700' GIT_COMMITTER_DATE='2024-09-10T08:00:00+0700' \
        git commit -q -a -m x; \(commit)
        """, ids: ["time-implausible"]),
    Tampering(
      testDescription: "rules and records in one commit",
      script: "sed -i 's/Tổ 4-5/Tổ 45/' .hoso/teams.csv; revise $own; git commit -q -a -m x; \(commit)",
      ids: ["rules-with-records", "policy-number"], person: "lmk"),
  ]

  private static let tags = [
    Tampering(
      testDescription: "a tag made again without a signature",
      script: """
        tag=$(git tag -l 'approve/*' | head -1); git cat-file tag $tag | sed '/-----BEGIN/,$d' > ../tag.$$
        id=$(git hash-object -t tag -w --literally ../tag.$$); rm ../tag.$$; git update-ref refs/tags/$tag $id; echo refs/tags/$tag
        """, ids: ["bad-signature"]),
    Tampering(
      testDescription: "a tag whose text was edited",
      script: """
        tag=$(git tag -l 'return/*' | head -1); git cat-file tag $tag | sed 's/^reason: /reason: Không /' > ../tag.$$
        id=$(git hash-object -t tag -w --literally ../tag.$$); rm ../tag.$$; git update-ref refs/tags/$tag $id; echo refs/tags/$tag
        """, ids: ["bad-signature"]),
    Tampering(
      testDescription: "a tag moved to another's name",
      script: """
        tag=$(git tag -l 'approve/*' | head -1); git update-ref refs/tags/$tag-9 $(git rev-parse $tag); echo refs/tags/$tag-9
        """, ids: ["decision-form"]),
    Tampering(
      testDescription: "a tag that names another commit",
      script: """
        tag=$(git tag -l 'approve/*' | tail -1); git cat-file tag $tag | sed "1s/.*/object $(git rev-parse main~150)/" > ../tag.$$
        id=$(git hash-object -t tag -w --literally ../tag.$$); rm ../tag.$$; git update-ref refs/tags/$tag $id; echo refs/tags/$tag
        """, ids: ["bad-signature", "decision-content"]),
    Tampering(
      testDescription: "a light tag",
      script: "git tag approve/2024-2025/20241105-080000-ptd; echo refs/tags/approve/2024-2025/20241105-080000-ptd",
      ids: ["decision-form"]),
    Tampering(
      testDescription: "a tag that is no decision",
      script: "git tag v1; echo refs/tags/v1", ids: ["reference-not-allowed"]),
    Tampering(
      testDescription: "a decision by a teacher, well signed",
      script: """
        name=approve/2024-2025/20241105-080000-nva
        printf 'Duyệt\\n\\nhoso-decision: 1\\ndecision: approve\\nrole: head-of-team\\npolicy: 1\\nrecord: %s tqd %s\\n' \
          $(git rev-parse main:$colleague) $colleague > ../message.$$
        git tag -s --cleanup=verbatim -F ../message.$$ $name; rm ../message.$$; git verify-tag $name 2> /dev/null && echo refs/tags/$name
        """, ids: ["not-your-role"]),
    Tampering(
      testDescription: "an approval of one's own plan",
      script: """
        name=approve/2024-2025/20241105-080000-lth; mine=$(git ls-files $plans/lth | head -1)
        printf 'Duyệt\\n\\nhoso-decision: 1\\ndecision: approve\\nrole: head-of-team\\npolicy: 1\\nrecord: %s lth %s\\n' \
          $(git rev-parse main:$mine) $mine > ../message.$$
        git tag -s --cleanup=verbatim -F ../message.$$ $name; rm ../message.$$; git verify-tag $name 2> /dev/null && echo refs/tags/$name
        """, ids: ["own-work"], person: "lth"),
  ]

  @Test(arguments: tamperings) func `what was written past hoso is named`(tampering: Tampering) async throws {
    try await PlayedSample.withClone { clone in
      let environment = try await PlayedSample.environment(tampering.person)
      let place = try await Shell.succeed(tampering.script, in: clone, environment)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      try await Self.expect(tampering.ids, at: place, in: clone, environment)
    }
  }

  /// `hoso verify` in `clone` finds just these faults, one of them at `place`.
  static func expect(
    _ ids: Set<String>, at place: String, in clone: String, _ environment: [String: String]
  ) async throws {
    let run = try await Shell.run("hoso verify --json", in: clone, environment)
    #expect(run.status == 1)
    let faults = try #require(try run.document["faults"] as? [[String: Any]])
    let found = faults.flatMap { fault in
      (fault["diagnostic"] as? [[String: Any]] ?? []).map {
        (fault["place"] as? String ?? "", $0["id"] as? String ?? "")
      }
    }
    // The journal is a second witness to much of it; what it says is the subject of JournalTamperingTests.
    let journal: Set = ["receipt-missing", "receipt-contradicted"]
    #expect(Set(found.map(\.1)).subtracting(journal) == ids, "\(found)")
    #expect(found.contains { $0.0 == place }, "'\(place)' is not among \(found)")
    let text = try await Shell.run("hoso verify --lang en", in: clone, environment)
    #expect(text.status == 1 && text.output.contains(place) && !text.output.contains("{"))
  }
}

import Foundation
import Testing

struct SampleSchoolTests {
  private func answer(_ script: String) async throws -> String {
    let folder = try await PlayedSample.folder.value
    return try await Shell.succeed(script, in: folder + "/school", try await PlayedSample.environment("ptd"))
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func `a year of a school is in the repository`() async throws {
    #expect(try #require(Int(try await answer("git rev-list --count main"))) >= 200)
    #expect(try #require(Int(try await answer("git shortlog -se main | wc -l"))) >= 6)
    // Nobody wrote in another's name.
    #expect(try await answer("git log --format='%an%ae%at=%cn%ce%ct' | awk -F= '$1 != $2'") == "")
    #expect(try await answer("git rev-list --merges main") == "")
    #expect(try await answer("git fsck --strict --no-dangling 2>&1") == "")
    #expect(try await answer("git status --porcelain") == "")
    #expect(try await answer("git -C ../school.git rev-parse main") == answer("git rev-parse main"))
    #expect(try await answer("git -C ../school.git tag | wc -l") == answer("git tag | wc -l"))
  }

  @Test func `git itself finds every signature good`() async throws {
    let tags = try #require(Int(try await answer("git tag | wc -l")))
    #expect(tags > 50)
    #expect(
      try await answer("git tag | while read tag; do git verify-tag $tag 2>&1; done | grep -c '^Good'") == "\(tags)")
  }

  @Test func `hoso finds nothing wrong`() async throws {
    let check =
      try JSONSerialization.jsonObject(with: Data(try await answer("hoso check --json").utf8)) as? [String: Any]
    #expect((check?["diagnostics"] as? [Any])?.count == 0)
    #expect(check?["outcome"] as? String == "accepted")
    let verify =
      try JSONSerialization.jsonObject(with: Data(try await answer("hoso verify --json").utf8)) as? [String: Any]
    #expect(verify?["outcome"] as? String == "verified")
    #expect(verify?["commits"] as? Int == Int(try await answer("git rev-list --count main")))
    #expect(verify?["decisions"] as? Int == Int(try await answer("git tag | wc -l")))
  }

  @Test func `the working tree is that of sample-repo`() async throws {
    #expect(try await answer("diff -r . $SAMPLE -x .git -x allowed_signers -x history.csv") == "")
    #expect(try await answer("ls $SAMPLE/.hoso/allowed_signers 2> /dev/null || true") == "")
  }

  @Test func `site and archive are made, and the bag is valid`() async throws {
    try await PlayedSample.withClone { clone in
      let environment = try await PlayedSample.environment("tth")
      try await Shell.succeed("hoso build -q --out $HOME/site && [ -f $HOME/site/index.html ]", in: clone, environment)
      try await Shell.succeed("hoso archive -q 2024-2025 --out $HOME/bag", in: clone, environment)
      try await Shell.succeed(
        "git clone -q $HOME/bag/data/kho-git/*.bundle $HOME/from-bag -b main", in: clone, environment)
      try await Shell.succeed(
        "[ $(git -C $HOME/from-bag rev-parse main) = $(git rev-parse main) ] && hoso -C $HOME/from-bag verify -q",
        in: clone, environment)
      let validator = ProcessInfo.processInfo.environment["HOSO_BAGIT"] ?? "bagit.py"
      let hasValidator = try await Shell.run("command -v \(validator)", in: clone).status == 0
      if hasValidator {
        try await Shell.succeed("\(validator) --validate $HOME/bag", in: clone, environment)
        let broken = try await Shell.run(
          "echo >> $HOME/bag/data/index.html; \(validator) --validate $HOME/bag", in: clone, environment)
        #expect(broken.status != 0)
      }
      try await Shell.succeed("rm -rf $HOME/site $HOME/bag $HOME/from-bag", in: clone, environment)
    }
  }
}

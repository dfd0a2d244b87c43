import Foundation
import Testing

/// `hoso journal`: what stands in the minutes, who sent what, and how git alone checks the receipts.
struct JournalTests {
  /// A served school after one push.
  private static func school() async throws -> ServedSchool {
    let school = try await ServedSchool()
    try await school.succeed("put $own; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 09:00")
    return school
  }

  @Test func `the head is one line alone, which verify takes back`() async throws {
    let school = try await Self.school()
    let text = try await school.succeed("hoso journal head --lang en", as: "nva", at: "2024-10-05 09:10")
    let lines = text.split(separator: "\n").map(String.init)
    let line = try #require(lines.first { $0.hasPrefix("hoso-journal ") })
    #expect(lines.count == 3 && line.split(separator: " ").count == 3)
    #expect(try await school.succeed("hoso journal head -q", as: "nva", at: "2024-10-05 09:10") == line + "\n")
    let json = try await school.run("hoso journal head --json", as: "nva", at: "2024-10-05 09:10").document
    #expect(json["line"] as? String == line)
    #expect(try await Shell.succeed("hoso journal head -q", in: school.server) == line + "\n")
    try await school.succeed("hoso verify --witness '\(line)'", as: "nva", at: "2024-10-05 09:10")
    let other = line.dropLast() + (line.hasSuffix("0") ? "1" : "0")
    let run = try await school.run("hoso verify --witness '\(other)' --json", as: "nva", at: "2024-10-05 09:10")
    #expect(run.status == 1 && run.output.contains("witness-differs"))
  }

  @Test func `the log names the newest receipt first, with what came and who sent it`() async throws {
    let school = try await Self.school()
    let text = try await school.succeed("hoso journal log --lang en", as: "nva", at: "2024-10-05 09:10")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first?.contains("(nva)") == true && lines.last?.contains("taken over: main") == true, "\(text)")
    #expect(lines.first?.contains("2024-10-05 09:00") == true)
    let one = try await school.run("hoso journal log -n 1 --json", as: "nva", at: "2024-10-05 09:10").document
    let receipts = try #require(one["receipts"] as? [[String: Any]])
    let subject = try await school.succeed("git log -1 --format=%s", as: "nva", at: "2024-10-05 09:10")
    #expect(receipts.count == 1 && receipts[0]["subjects"] as? [String] == [subject.trimmingCharacters(in: .newlines)])
    let own = try await school.run("hoso journal log --person nva --json", as: "nva", at: "2024-10-05 09:10").document
    #expect((own["receipts"] as? [[String: Any]])?.allSatisfy { $0["person"] as? String == "nva" } == true)
    let nobody = try await school.run("hoso journal log --person nobody", as: "nva", at: "2024-10-05 09:10")
    #expect(nobody.status == 64 && nobody.errors.contains("unknown-person-name"))
  }

  @Test func `git alone checks a receipt with the key that hoso prints`() async throws {
    let school = try await Self.school()
    let check = """
      hoso journal key > ../signers; git -c gpg.ssh.allowedSignersFile="$PWD/../signers" verify-commit
      """
    let good = try await school.run("\(check) origin/journal", as: "nva", at: "2024-10-05 09:10")
    #expect(good.status == 0 && good.errors.contains("Good \"git\" signature for journal"), "\(good.errors)")
    // Another's signature over the same is not the journal's.
    let forged = """
      git cat-file commit origin/journal > ../receipt; sed -i 's/^person: nva/person: tqd/' ../receipt
      \(check) $(git hash-object -t commit -w ../receipt)
      """
    let bad = try await school.run(forged, as: "nva", at: "2024-10-05 09:10")
    #expect(bad.status != 0, "\(bad.errors)")
  }

  @Test func `a copy without a journal says so`() async throws {
    let school = try await SmallSchool()
    for command in ["head", "key"] {
      let run = try await school.run("hoso journal \(command) --lang en", as: "nva")
      #expect(run.status == 2 && run.errors.contains("no-journal"))
    }
  }
}

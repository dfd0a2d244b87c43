import Foundation
import HosoCore
import Testing

/// `--json`: one document on standard output, nothing on standard error, whatever comes of the command.
struct JSONTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let command: String
    var person = "nva"
    let status: Int
    /// Keys that the document must have beside `format`.
    let keys: [String]

    var testDescription: String { command }
  }

  private static let submission = ["outcome", "commit", "person", "time", "paths", "diagnostics"]
  private static let failure = ["outcome", "problem"]
  private static let refusal = ["outcome", "diagnostics"]
  static let cases = [
    Case(command: "hoso new lesson-plan --set mon=toan --set lop=4a --set bai=Bài", status: 0, keys: ["path", "open"]),
    Case(command: "hoso new lesson-plan --dry-run --set bai=Bài", status: 0, keys: ["path", "open"]),
    Case(command: "hoso new khong-co", status: 64, keys: failure),
    Case(command: "hoso new", status: 64, keys: failure),
    Case(command: "hoso check", status: 0, keys: ["outcome", "files", "diagnostics"]),
    Case(command: "echo x > $year/a.md; hoso check", status: 1, keys: ["outcome", "files", "diagnostics"]),
    Case(command: "hoso check khong-co", status: 2, keys: failure),
    Case(command: "put $other; hoso submit $other", status: 0, keys: submission),
    Case(command: "put $other; hoso submit --dry-run $other", status: 0, keys: submission),
    Case(command: "hoso submit $own", status: 1, keys: failure),
    Case(command: "echo >> $colleague; hoso submit $colleague", status: 1, keys: refusal),
    Case(command: "hoso submit /etc/passwd", status: 2, keys: failure),
    Case(command: "hoso submit", status: 64, keys: failure),
    Case(
      command: "hoso submit $OFFICE/lesson.docx", status: 0,
      keys: submission + ["record", "original", "losses"]),
    Case(command: "hoso submit $OFFICE/losses.docx", status: 1, keys: refusal + ["record", "original", "losses"]),
    Case(
      command: "hoso submit $OFFICE/tuan-07.docx", status: 0, keys: submission + ["records", "original", "losses"]),
    Case(command: "hoso submit $OFFICE/week-gap.docx", status: 1, keys: refusal + ["records", "original", "losses"]),
    Case(command: "hoso submit $OFFICE/week-twins.docx", status: 1, keys: failure),
    Case(command: "hoso submit $OFFICE/macro.docx", status: 1, keys: failure),
    Case(
      command: "hoso approve $own", person: "lth", status: 0, keys: ["outcome", "tag", "role", "records", "leftOut"]),
    Case(
      command: "hoso approve --dry-run $own", person: "lth", status: 0,
      keys: ["outcome", "tag", "role", "records", "leftOut"]),
    Case(command: "hoso approve $own", status: 1, keys: refusal),
    Case(command: "hoso approve --week 1", person: "lth", status: 1, keys: failure),
    Case(
      command: "hoso return $own --reason Thiếu", person: "lth", status: 0,
      keys: ["outcome", "tag", "role", "records", "leftOut"]),
    Case(command: "hoso return $own", person: "lth", status: 64, keys: failure),
    Case(command: "hoso status", status: 0, keys: ["year", "time", "commit", "records", "missing", "diagnostics"]),
    Case(command: "hoso status --year 1999-2000", status: 64, keys: failure),
    Case(command: "hoso status --week x", status: 64, keys: failure),
    Case(command: "hoso status --at 2024-10-06", status: 0, keys: ["year", "time", "missing", "lateTests"]),
    Case(command: "hoso status --at 2024-10-32", status: 64, keys: failure),
    Case(command: "hoso remind --days 30", status: 0, keys: ["outcome", "year", "time", "people", "diagnostics"]),
    Case(command: "hoso remind --person khong-co", status: 64, keys: failure),
    Case(command: "hoso remind --send", status: 2, keys: failure),
    Case(command: "hoso calendar nva", status: 0, keys: ["year", "person", "events", "diagnostics"]),
    Case(command: "hoso calendar khong-co", status: 64, keys: failure),
    Case(command: "hoso coverage", status: 0, keys: ["year", "rows", "unnumbered", "diagnostics"]),
    Case(command: "hoso coverage --class 9z", status: 64, keys: failure),
    Case(command: "hoso new lesson-plan --set mon=toan --set lesson=1", status: 1, keys: failure),
    Case(
      command: "hoso report late", status: 0,
      keys: [
        "report", "code", "title", "clauses", "year", "time", "commit", "scope", "columns", "rows", "notes", "charts",
      ]),
    Case(command: "hoso report khong-co", status: 64, keys: failure),
    Case(command: "hoso history $own", status: 0, keys: ["path", "state", "versions"]),
    Case(command: "hoso history $other", status: 1, keys: failure),
    Case(command: "hoso why nva edit $own", status: 0, keys: ["allowed", "role", "rule", "inheritedFrom", "ask"]),
    Case(
      command: "hoso why nva edit $colleague", status: 1, keys: ["allowed", "role", "rule", "inheritedFrom", "ask"]),
    Case(
      command: "hoso why lth approve $own", status: 0,
      keys: ["allowed", "person", "verb", "path", "role", "waiting", "diagnostics"]),
    Case(
      command: "hoso why nva approve $own", status: 1,
      keys: ["allowed", "person", "verb", "path", "role", "waiting", "diagnostics"]),
    Case(command: "hoso status --waiting", status: 0, keys: ["year", "time", "waiting"]),
    Case(command: "hoso comment $own --text Tốt", status: 64, keys: failure),
    Case(command: "hoso comment khong-co --text Tốt", status: 2, keys: failure),
    Case(command: "hoso year open 2024-2025", person: "lmk", status: 1, keys: failure),
    Case(
      command: "hoso year open 2025-2026", person: "lmk", status: 0,
      keys: ["outcome", "year", "commit", "person", "time", "diagnostics", "server"]),
    Case(command: "hoso year open 2025-2026", status: 1, keys: refusal),
    Case(command: "hoso year close 2024-2025", person: "ptd", status: 1, keys: ["outcome", "open"]),
    Case(
      command: "hoso year close 2024-2025 --despite x", person: "ptd", status: 0,
      keys: ["outcome", "open", "tag", "number", "reason", "server"]),
    Case(command: "hoso year close 2024-2025 --despite x", status: 1, keys: refusal),
    Case(command: "hoso why nva edit", status: 64, keys: failure),
    Case(command: "hoso verify", status: 0, keys: ["outcome", "commits", "decisions", "people", "faults"]),
    Case(
      command: "git tag x; hoso verify", status: 1, keys: ["outcome", "commits", "decisions", "people", "faults"]),
    Case(command: "hoso build --out ../site", status: 0, keys: ["folder", "records", "pages", "diagnostics"]),
    Case(command: "hoso build --out .", status: 2, keys: failure),
    Case(command: "hoso build", status: 64, keys: failure),
    Case(command: "hoso archive 2024-2025 --out ../bag", status: 0, keys: ["folder", "records", "files", "bytes"]),
    Case(command: "hoso archive 1999-2000 --out ../bag", status: 64, keys: failure),
    Case(
      command: "hoso init ../new --id th --name Mới --year 2026-2027 --person nva --person-name Anh",
      status: 0, keys: ["folder", "commit"]),
    Case(command: "hoso init ../new", status: 64, keys: failure),
    Case(command: "cd ..; hoso status", status: 2, keys: failure),
    Case(command: "hoso -C ../khong-co status", status: 2, keys: failure),
    Case(command: "hoso khong-co", status: 64, keys: failure),
    Case(command: "GIT_COMMITTER_DATE=x hoso status", status: 64, keys: failure),
  ]

  @Test(arguments: cases, Language.allCases)
  func `each command prints one document`(of example: Case, in language: Language) async throws {
    let school = try await SmallSchool()
    let run = try await school.run(example.command + " --json --lang \(language.rawValue)", as: example.person)
    #expect(run.status == example.status, "\(run.output)")
    #expect(run.errors == "")
    let document = try run.document
    #expect(document["format"] as? Int == 1)
    for key in example.keys { #expect(document[key] != nil, "'\(key)' is missing in \(run.output)") }
    #expect(!run.output.contains("{person}") && !run.output.contains("⟦"))
  }
}

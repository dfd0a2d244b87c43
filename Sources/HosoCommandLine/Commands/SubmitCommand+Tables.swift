internal import HosoActions
internal import HosoCore
internal import HosoMessages

extension SubmitCommand {
  /// Submits one spreadsheet and says what changed and what did not come along.
  func submitTable(_ file: String, _ workspace: Workspace, _ console: Console) async throws {
    let message = try message.map { try MessageOption.text($0, "--message") }
    let report = try await TableSubmission(
      file: file, kind: kind, sheet: sheet, values: try SetOption.values(values), message: message, isDryRun: dryRun
    ).perform(in: workspace)
    let sheet = NameRule.visible(report.sheet)
    console.note(
      console.text(
        "Đã đọc trang '\(sheet)', \(report.rows) hàng: \(report.path)",
        "Read the sheet '\(sheet)', \(Self.rows(report.rows)): \(report.path)"))
    if let changes = report.changes {
      console.note(
        console.text(
          "So với bản đã có: \(changes.cells) ô thay đổi, thêm \(changes.added) hàng, bớt \(changes.removed) hàng.",
          "Against what was there: \(changes.cells == 1 ? "1 cell" : "\(changes.cells) cells") changed, "
            + "\(Self.rows(changes.added)) added, \(Self.rows(changes.removed)) removed."))
    }
    console.note(report.losses, of: nil)
    var facts: [String: JSON] = [
      "record": .string(report.path.text), "sheet": .string(report.sheet), "rows": .number(report.rows),
      "losses": .notices(report.losses, console.language),
    ]
    if let changes = report.changes {
      facts["changes"] = .object([
        "cells": .number(changes.cells), "added": .number(changes.added), "removed": .number(changes.removed),
      ])
    }
    try await self.report(report.outcome, workspace, console, facts)
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}

extension JSON {
  /// What a conversion could not carry, with its texts.
  static func notices(_ notices: [Notice], _ language: Language) -> JSON {
    .array(
      notices.map { notice in
        .object([
          "id": .string(notice.id.rawValue), "summary": .string(OfficeText.text(of: notice, in: language)),
        ])
      })
  }
}

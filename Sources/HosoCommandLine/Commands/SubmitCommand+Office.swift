internal import HosoActions
internal import HosoCore
internal import HosoMessages

extension SubmitCommand {
  /// Submits a Word or OpenDocument file, and says what became of it.
  func submitOffice(_ file: String, _ workspace: Workspace, _ console: Console) async throws {
    let message = try message.map { try MessageOption.text($0, "--message") }
    let report = try await OfficeSubmission(
      file: file, kind: kind ?? "lesson-plan", values: try SetOption.values(values), message: message, isDryRun: dryRun
    ).perform(in: workspace)
    console.note(report)
    var facts: [String: JSON] = [
      "original": .string(report.original.text),
      "records": .array(report.lessons.map { .lesson($0, console.language) }),
      "losses": .notices(report.isWeek ? report.losses : report.lessons[0].losses, console.language),
    ]
    if !report.isWeek { facts["record"] = .string(report.lessons[0].path.text) }
    try await self.report(report.outcome, workspace, console, facts, office: report)
  }
}

extension OfficeSubmission.Report {
  /// Whether the file held more than one record.
  fileprivate var isWeek: Bool { lessons.count > 1 }

  /// Where the records lie that were refused, and what to do.
  func draft(_ console: Console) -> String {
    guard isWeek else {
      return console.text(
        "Chưa nộp được; bản chuyển đổi đã đặt ở '\(lessons[0].path)': sửa rồi nộp thư mục ấy bằng 'hoso submit'.",
        "Not submitted; the converted draft lies at '\(lessons[0].path)': mend it and submit its folder with 'hoso submit'."
      )
    }
    let folders = Set(lessons.compactMap(\.path.folder)).sorted().map { "'\($0)'" }.joined(separator: ", ")
    return console.text(
      "Chưa nộp bài nào; bản chuyển đổi của \(lessons.count) bài đã đặt ở \(folders): sửa rồi nộp thư mục ấy bằng 'hoso submit'.",
      "No lesson was submitted; the drafts of all \(lessons.count) lie in \(folders): mend them and submit the folder with 'hoso submit'."
    )
  }
}

extension OfficeSubmission.Report.Lesson {
  /// `bài 3 'Bài 15. Làm tròn số'`.
  fileprivate func name(_ console: Console) -> String {
    console.text("bài \(number)", "lesson \(number)") + (title.isEmpty ? "" : " '\(NameRule.visible(title))'")
  }
}

extension Console {
  /// `2 records`; of several lessons, how many there are in how many files.
  func amount(_ files: Int, of report: OfficeSubmission.Report?) -> String {
    guard let report, report.isWeek else { return text("\(files) hồ sơ", records(files)) }
    return text("\(report.lessons.count) bài (\(files) tệp)", "\(report.lessons.count) lessons (\(files) files)")
  }

  /// Prints diagnostics; those of several lessons below the number and title of each.
  func show(_ diagnostics: [Diagnostic], of report: OfficeSubmission.Report?) {
    guard let report, report.isWeek, !isJSON else { return show(diagnostics) }
    var others = diagnostics
    for lesson in report.lessons {
      let own = diagnostics.filter { $0.path == lesson.path.text && (!isQuiet || $0.severity == .error) }
      others.removeAll { $0.path == lesson.path.text }
      guard !own.isEmpty else { continue }
      let name = lesson.name(self)
      aside(name.prefix(1).uppercased() + name.dropFirst() + ":")
      show(own)
    }
    show(others)
  }

  /// Prints where the records and the original lie, and what was lost of which.
  fileprivate func note(_ report: OfficeSubmission.Report) {
    if report.isWeek {
      note(
        text(
          "Tệp có \(report.lessons.count) bài, mỗi bài thành một hồ sơ:",
          "The file holds \(report.lessons.count) lessons, a record each:"))
      for lesson in report.lessons { note("  \(lesson.number). \(lesson.path)") }
    } else {
      note(text("Đã chuyển thành: ", "Converted to: ") + report.lessons[0].path.text)
    }
    note(text("Bản gốc giữ tại: ", "The original is kept at: ") + report.original.text)
    for lesson in report.lessons { note(lesson.losses, of: report.isWeek ? lesson.name(self) : nil) }
    note(report.losses, of: text("cả tệp", "the whole file"))
  }

  /// Says what a conversion could not carry, of `place`.
  func note(_ losses: [Notice], of place: String?) {
    guard !isJSON else { return }
    let lead = text("lưu ý: ", "note: ") + (place.map { $0 + ", " } ?? "")
    for loss in losses { aside("  " + lead + OfficeText.text(of: loss, in: language)) }
  }
}

extension JSON {
  fileprivate static func lesson(_ lesson: OfficeSubmission.Report.Lesson, _ language: Language) -> JSON {
    .object([
      "number": .number(lesson.number), "title": .string(lesson.title), "record": .string(lesson.path.text),
      "losses": .notices(lesson.losses, language),
    ])
  }
}

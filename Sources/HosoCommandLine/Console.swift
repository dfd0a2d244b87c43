internal import FoundationEssentials
internal import HosoActions
internal import HosoCore
internal import HosoMessages

#if canImport(Glibc)
  internal import Glibc
#endif

/// What a run prints and how: answers on standard output, diagnostics and progress on standard error.
struct Console {
  let language: Language
  let isJSON: Bool
  let isQuiet: Bool
  private let hasColor: Bool
  private let showsProgress: Bool

  init(language: Language, options: CommonOptions) {
    self.language = language
    isJSON = options.json
    isQuiet = options.quiet
    let isTerminal = isatty(2) == 1 && Speech.environment("TERM") != "dumb"
    let wantsNone = !(Speech.environment("NO_COLOR") ?? "").isEmpty
    switch options.color {
    case .always: hasColor = true
    case .never: hasColor = false
    case .auto: hasColor = isTerminal && !wantsNone
    }
    showsProgress = isTerminal && !options.quiet && !options.json
  }

  /// One of two texts.
  func text(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// Prints a line of the answer; an answer that is lost to a full disk is a failure.
  func answer(_ line: String) {
    let failure = Self.put(line + "\n", to: 1)
    guard failure != 0, failure != EPIPE else { return }
    show(Problem(.diskWrite, ["path": "stdout", "detail": String(cString: strerror(failure))]), isLost: true)
    exit(2)
  }

  /// Prints a line that says what changed; silent with `--quiet` or `--json`.
  func note(_ line: String) {
    if !isQuiet, !isJSON { Self.put(line + "\n", to: 1) }
  }

  /// Prints a line for people beside the answer.
  func aside(_ line: String) { Self.put(line + "\n", to: 2) }

  /// Prints the one document of a `--json` run.
  func answer(_ document: JSON) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(document) else { return }
    answer(String(decoding: data, as: UTF8.self))
  }

  /// Prints diagnostics, each with its mending, and their number.
  func show(_ diagnostics: [Diagnostic]) {
    guard !isJSON else { return }
    let catalogue = Catalogue(language)
    for diagnostic in diagnostics {
      let isError = diagnostic.severity == .error
      if isQuiet, !isError { continue }
      let place = [
        diagnostic.path.map(NameRule.visible), diagnostic.line.map(String.init), diagnostic.column.map(String.init),
      ]
      .compactMap(\.self).joined(separator: ":")
      let severity = paint(isError ? text("lỗi", "error") : text("lưu ý", "warning"), isError ? "31" : "33")
      let lead = place.isEmpty ? "" : "\(place): "
      aside("\(lead)\(severity): \(catalogue.summary(of: diagnostic)) [\(diagnostic.id.rawValue)]")
      let fix = catalogue.fix(for: diagnostic)
      if !fix.isEmpty { aside("  \(text("cách sửa", "fix")): \(fix)") }
    }
  }

  /// Prints what an audit or the server found, each with the commit or tag in which it stands.
  func show(_ findings: [Finding]) {
    for finding in findings {
      if finding.diagnostic.path != finding.place {
        aside("\(text("lần ghi", "commit")) \(NameRule.visible(finding.place)):")
      }
      show([finding.diagnostic])
    }
  }

  /// `2 errors, 1 warning`, or nil where there is nothing.
  func count(of diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [
      errors > 0 ? text("\(errors) lỗi", errors == 1 ? "1 error" : "\(errors) errors") : nil,
      warnings > 0 ? text("\(warnings) lưu ý", warnings == 1 ? "1 warning" : "\(warnings) warnings") : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `1 record`, `2 records`: English alone has a plural.
  func records(_ count: Int) -> String { count == 1 ? "1 record" : "\(count) records" }

  /// Prints a problem that stopped the run.
  func show(_ problem: Problem, isLost: Bool = false) {
    let catalogue = Catalogue(language)
    if isJSON, !isLost {
      answer(
        .object([
          "format": 1, "outcome": "failed",
          "problem": .object([
            "id": .string(problem.id.rawValue), "summary": .string(catalogue.summary(of: problem)),
            "fix": .string(catalogue.fix(for: problem)),
          ]),
        ]))
      return
    }
    aside(
      "hoso: \(paint(text("lỗi", "error"), "31")): \(NameRule.visible(catalogue.summary(of: problem))) [\(problem.id.rawValue)]"
    )
    let fix = NameRule.visible(catalogue.fix(for: problem))
    if !fix.isEmpty { aside("  \(text("cách sửa", "fix")): \(fix)") }
  }

  /// Prints, in a `--json` run, what is wrong with the arguments.
  func showUsage(_ message: String) {
    answer(
      .object([
        "format": 1, "outcome": "failed",
        "problem": .object(["id": "wrong-usage", "summary": .string(message), "fix": "hoso --help"]),
      ]))
  }

  /// Shows how far long work has come, on a terminal.
  func progress(_ what: String, _ done: Int, of total: Int?) {
    guard showsProgress, done % 25 == 0 || done == total else { return }
    let share = total.map { "/\($0)" } ?? ""
    Self.put("\r\u{1B}[K\(what) \(done)\(share)" + (done == total ? "\r\u{1B}[K" : ""), to: 2)
  }

  /// Takes the progress line away.
  func endProgress() {
    if showsProgress { Self.put("\r\u{1B}[K", to: 2) }
  }

  func paint(_ text: String, _ code: String) -> String {
    hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Writes to a stream; 0, or the number of the error.
  @discardableResult
  static func put(_ text: String, to file: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(file, buffer.baseAddress! + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return errno }
        done += count
      }
      return 0
    }
  }
}

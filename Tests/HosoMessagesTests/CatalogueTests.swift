internal import HosoCore
internal import HosoMessages
internal import Testing

struct CatalogueTests {
  /// A text for a person: something, without marks of the template and without a full stop.
  private func expectReadable(_ text: String, _ id: String) {
    #expect(!text.isEmpty, "\(id)")
    #expect(!text.contains { "{}⟦⟧\n".contains($0) }, "\(id): \(text)")
    #expect(!text.hasSuffix("."), "\(id): \(text)")
    #expect(text == text.trimmed && !text.contains("  "), "\(id): \(text)")
  }

  @Test(arguments: DiagnosticID.allCases, Language.allCases)
  func `every fault says what is wrong and what to do`(id: DiagnosticID, language: Language) {
    let catalogue = Catalogue(language)
    for path in [nil, "a/b.md", "a/b.csv"] {
      let diagnostic = Diagnostic(id, path: path)
      expectReadable(catalogue.summary(of: diagnostic), id.rawValue)
      expectReadable(catalogue.fix(for: diagnostic), id.rawValue)
    }
  }

  @Test(arguments: DiagnosticID.allCases)
  func `every fault is explained in both languages`(id: DiagnosticID) {
    let entry = Catalogue.entry(for: id)
    for text in [entry.summary, entry.fix, entry.rule] {
      #expect(!text.vietnamese.isEmpty && !text.english.isEmpty && text.vietnamese != text.english, "\(id)")
    }
  }

  @Test(arguments: Problem.ID.allCases, Language.allCases)
  func `every problem says what failed and what to do`(id: Problem.ID, language: Language) {
    let catalogue = Catalogue(language)
    expectReadable(catalogue.summary(of: Problem(id)), id.rawValue)
    expectReadable(catalogue.fix(for: Problem(id)), id.rawValue)
  }

  @Test(
    arguments: [
      "no-header", "no-rows", "no-sheet", "several-sheets", "repeated-column", "missing-columns", "unknown-columns",
      "error-value", "not-a-table", "unsound-record", "one-at-a-time",
    ], Language.allCases)
  func `each reason against a spreadsheet has words of its own`(detail: String, language: Language) {
    let catalogue = Catalogue(language)
    let facts = ["path", "sheet", "row", "cell", "columns", "missing", "sheets", "known", "kind"]
    for given in [[:], Dictionary(uniqueKeysWithValues: facts.map { ($0, "x") })] {
      let problem = Problem(.tableFile, given.merging(["detail": detail]) { $1 })
      expectReadable(catalogue.summary(of: problem), detail)
      expectReadable(catalogue.fix(for: problem), detail)
      #expect(catalogue.fix(for: problem) != catalogue.fix(for: Problem(.tableFile)))
    }
  }

  @Test(arguments: Problem.ID.allCases)
  func `every problem is explained in both languages`(id: Problem.ID) {
    let entry = Catalogue.entry(for: id)
    for text in [entry.summary, entry.fix] {
      #expect(!text.vietnamese.isEmpty && !text.english.isEmpty && text.vietnamese != text.english, "\(id)")
    }
  }

  @Test(arguments: Check.ID.allCases, Language.allCases)
  func `every check says what is wrong, what to do, and what holds`(id: Check.ID, language: Language) {
    let catalogue = Catalogue(language)
    for state in [Check.State.ok, .failure] {
      expectReadable(catalogue.summary(of: Check(id, state)), id.rawValue)
      expectReadable(catalogue.fix(for: Check(id, state)), id.rawValue)
    }
    let entry = Catalogue.entry(for: id)
    for text in [entry.summary, entry.fix, entry.rule] {
      #expect(!text.vietnamese.isEmpty && text.vietnamese != text.english, "\(id)")
    }
  }

  @Test(arguments: Notice.ID.allCases)
  func `every notice is there in both languages`(id: Notice.ID) {
    let texts = Language.allCases.map { OfficeText.text(of: Notice(id, [:]), in: $0) }
    for text in texts { expectReadable(text, id.rawValue) }
    #expect(texts[0] != texts[1])
  }

  @Test(arguments: Language.allCases)
  func `a fact is shown as it is, and what a terminal would obey as an escape`(language: Language) {
    let catalogue = Catalogue(language)
    let named = Diagnostic(.unknownField, facts: ["field": "mon-hoc", "known": "{field}"])
    #expect(catalogue.summary(of: named).contains("'mon-hoc'"))
    let hostile = Diagnostic(.unknownField, facts: ["field": "a\u{1B}[2J\u{202E}b\nc"])
    let text = catalogue.summary(of: hostile)
    #expect(text.contains("a\\u{1b}[2J\\u{202e}b\\u{a}c"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }
}

extension String {
  /// Without spaces at either end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

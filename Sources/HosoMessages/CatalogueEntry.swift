package import HosoCore

/// The words for one fault or problem, with placeholders such as `{field}` for its facts.
package struct CatalogueEntry: Sendable {
  private let vi: Words
  private let en: Words

  init(vi: Words, en: Words) {
    self.vi = vi
    self.en = en
  }

  /// What is wrong, with its placeholders.
  package var summary: Localized { unfilled(\.summary) }
  /// What to do, with its placeholders.
  package var fix: Localized { unfilled(\.fix) }
  /// What the rule asks, in one sentence.
  package var rule: Localized { unfilled(\.rule) }

  private func unfilled(_ text: (Words) -> String) -> Localized {
    Localized(vi: TextTemplate(text(vi)).unfilled, en: TextTemplate(text(en)).unfilled)
  }

  func words(in language: Language) -> Words { language == .vietnamese ? vi : en }

  /// This entry with a text of its own for some facts.
  func saying(_ summary: Localized? = nil, fix: Localized? = nil) -> CatalogueEntry {
    func words(_ old: Words, _ language: Language) -> Words {
      Words(summary: summary?(language) ?? old.summary, fix: fix?(language) ?? old.fix, rule: old.rule)
    }
    return CatalogueEntry(vi: words(vi, .vietnamese), en: words(en, .english))
  }
}

/// What an entry says in one language.
struct Words: Sendable {
  let summary: String
  let fix: String
  let rule: String
}

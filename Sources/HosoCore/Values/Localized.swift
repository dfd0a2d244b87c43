/// A language in which hoso speaks to people.
package enum Language: String, CaseIterable, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// One text in both languages.
package struct Localized: Hashable, Sendable {
  package let vietnamese: String
  package let english: String

  package init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The text in `language`.
  package func callAsFunction(_ language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }
}

package import HosoCore

/// What the columns of a kind are called in a spreadsheet: by title in either language, or by name.
package struct ColumnNames: Sendable {
  private let fields: [FieldSchema]
  private let exact: [String: Set<Int>]
  private let folded: [String: Set<Int>]

  package init(_ fields: [FieldSchema]) {
    self.fields = fields
    var exact: [String: Set<Int>] = [:]
    var folded: [String: Set<Int>] = [:]
    for (index, field) in fields.enumerated() {
      for text in [field.name, field.title.vietnamese, field.title.english] {
        exact[text, default: []].insert(index)
        folded[Self.folded(text), default: []].insert(index)
      }
    }
    self.exact = exact
    self.folded = folded
  }

  /// The index of the column that `header` means; nil where it means none, or more than one.
  package func column(_ header: String) -> Int? {
    if let index = fields.firstIndex(where: { $0.name == header }) { return index }
    for found in [exact[header], folded[Self.folded(header)]] {
      if let found, found.count == 1 { return found.first }
    }
    return nil
  }

  /// What to call a column so that ``column(_:)`` finds it again: its title if it can be told apart, else its name.
  package func label(_ index: Int, in language: Language) -> String {
    let title = fields[index].title(language)
    return column(title) == index ? title : fields[index].name
  }

  /// `text` without case, marks and signs; y and i are one letter, for both *kì* and *kỳ* are written.
  static func folded(_ text: String) -> String { Slug.text(of: text).replacing("y", with: "i") }
}

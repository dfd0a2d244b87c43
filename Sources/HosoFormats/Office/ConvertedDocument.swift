/// A Word or OpenDocument file turned into Markdown.
package struct ConvertedDocument: Hashable, Sendable {
  /// A picture that the Markdown shows.
  package struct Picture: Hashable, Sendable {
    /// The file's name, such as `hinh-1.png`; the Markdown says `dinh-kem/hinh-1.png`. The ending is that of the
    /// content. Several records share a folder `dinh-kem`: put the record's own name in front, here and there.
    package let name: String
    /// The content, as it was in the document.
    package let bytes: [UInt8]
  }

  /// The body without front matter, from the `#` heading on: NFC, LF, a final newline. Empty for an empty document.
  package let markdown: String
  /// What the lines above the first section say, by the name of the front-matter field: `bai` is the title without
  /// markup, `lop` lower case without spaces (`4a`), `tuan` and `so-tiet` are digits, `ngay-day` is `YYYY-MM-DD`.
  /// `mon`, `giao-vien`, `truong`, `to` and `ngay-soan` are as the teacher wrote them.
  package let fields: [String: String]
  /// In the order in which they are shown.
  package let pictures: [Picture]
  /// Without repetition; those of tables first, in document order.
  package let losses: [Loss]
}

/// Something that the Markdown cannot carry, to be said to the teacher.
///
/// Tables are counted from 1 in document order.
package enum Loss: Hashable, Sendable {
  /// A cell over several rows or columns: its text stands in the first, the others are empty.
  case mergedCell(table: Int, rows: Int, columns: Int)
  /// A table in a cell of a table: its rows became lines.
  case nestedTable(table: Int)
  /// Equations that became plain text: `1/2`, `x²`.
  case equation(count: Int)
  /// Footnotes that now stand in brackets in the text.
  case footnote(count: Int)
  /// Pictures of a format that no browser shows, such as `emf`; `link` for one that is not in the file.
  case picture(format: String, count: Int)
  /// Lines, arrows, charts and other drawings, which are left out.
  case drawing(count: Int)
  /// Text boxes, which are left out **with their text**.
  case textBox(count: Int)
  /// Objects of other programs, such as MathType equations, which are left out.
  case embeddedObject(count: Int)
  /// Underlined words that are not bold: the line is gone, the words stand.
  case underline(count: Int)
  /// Words struck through: the line is gone, the words stand.
  case struckText(count: Int)
  /// Signs of a symbol font that mean nothing elsewhere: `□` stands in their place.
  case symbol(count: Int)
  /// Text in a font of the time before Unicode (VNI, TCVN3), which reads as nonsense.
  case legacyFont(String)
  /// Text of the file that did not arrive, in characters.
  case missingText(characters: Int)
  /// Anything else, by the name that the converter gives it.
  case unknown(String)
}

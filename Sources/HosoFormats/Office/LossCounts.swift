/// How often each thing was met that Markdown cannot carry.
struct LossCounts {
  var merged: [Loss] = []
  var nestedTables: Set<Int> = []
  var equations = 0
  var footnotes = 0
  var pictures: [String: Int] = [:]
  var drawings = 0
  var textBoxes = 0
  var objects = 0
  var underlines = 0
  var struck = 0
  var symbols = 0
  var fonts: Set<String> = []
  var missing = 0
  var unknown: Set<String> = []

  /// Each loss once, in a fixed order.
  var losses: [Loss] {
    var seen: Set<Loss> = []
    var list = merged.filter { seen.insert($0).inserted }
    list += nestedTables.sorted().map { .nestedTable(table: $0) }
    if equations > 0 { list.append(.equation(count: equations)) }
    if footnotes > 0 { list.append(.footnote(count: footnotes)) }
    list += pictures.sorted { $0.key < $1.key }.map { .picture(format: $0.key, count: $0.value) }
    if drawings > 0 { list.append(.drawing(count: drawings)) }
    if textBoxes > 0 { list.append(.textBox(count: textBoxes)) }
    if objects > 0 { list.append(.embeddedObject(count: objects)) }
    if underlines > 0 { list.append(.underline(count: underlines)) }
    if struck > 0 { list.append(.struckText(count: struck)) }
    if symbols > 0 { list.append(.symbol(count: symbols)) }
    list += fonts.sorted().map { .legacyFont($0) }
    if missing > 0 { list.append(.missingText(characters: missing)) }
    list += unknown.sorted().map { .unknown($0) }
    return list
  }
}

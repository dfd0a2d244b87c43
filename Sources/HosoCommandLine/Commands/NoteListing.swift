internal import HosoCore

/// A note on a record, as text and as JSON.
extension ReviewNote {
  /// Who remarked what and when, and where the note lies.
  func lines(_ rulebook: Rulebook, _ console: Console) -> [String] {
    let name = rulebook.people[person]?.name ?? person
    let points = points.map { console.text(", \($0) điểm", ", \($0) points") } ?? ""
    return ["\(moment)  \(name): " + console.text("nhận xét", "note") + "\(points)  [\(path)]"]
      + text.split(separator: "\n").map { "  " + NameRule.visible(String($0)) }
  }

  /// The note as a part of a document.
  var json: JSON {
    .object([
      "path": .string(path.text), "person": .string(person), "time": .string(moment.description),
      "points": JSON(points?.description), "text": .string(text),
    ])
  }
}

internal import HosoCore

extension RulebookReader {
  /// Whether the steps of approval follow on each other: so unless `order: any` says otherwise.
  func hasOrder(_ map: YAMLMap) -> Bool {
    guard let text = map.text("order") else { return true }
    if !["listed", "any"].contains(text) { map.invalid("order") }
    return text != "any"
  }

  /// What notes of this kind may be about: `reviews: [all]` or a list of kinds; nil where the key is absent.
  func reviews(_ map: YAMLMap, _ fields: [String], _ place: PathTemplate, _ format: Kind.Format) -> ReviewScope? {
    let kinds = map.texts("reviews")
    guard !kinds.isEmpty else { return nil }
    let needed = [ReviewNote.FieldName.record, .version].map(\.rawValue)
    guard format == .markdown, needed.allSatisfy(fields.contains), place.names(.person),
      kinds == ["all"] || kinds.allSatisfy(Self.isID)
    else {
      map.invalid("reviews")
      return nil
    }
    return kinds == ["all"] ? .all : .kinds(kinds)
  }

  /// The criteria by which notes give points; empty where the key is absent.
  func rubric(_ map: YAMLMap) -> [Criterion] {
    let criteria = map.maps("rubric").compactMap { part -> Criterion? in
      defer { part.finish() }
      guard let name = part.text("name"), Self.isID(name) else {
        part.invalid("name")
        return nil
      }
      guard let maximum = Points(part.text("maximum") ?? ""), maximum.hundredths > 0 else {
        part.invalid("maximum")
        return nil
      }
      return Criterion(name: name, title: title(part), maximum: maximum)
    }
    if Set(criteria.map(\.name)).count < criteria.count { map.invalid("rubric") }
    return criteria
  }

  /// The kinds that notes are about exist.
  func checkReviews(_ kinds: [Kind]) {
    for kind in kinds {
      guard case .kinds(let ids) = kind.reviews else { continue }
      for id in ids where !kinds.contains(where: { $0.id == id }) {
        unknown(id, in: "kinds/", at: ".hoso/kinds/\(kind.id).yml", line: nil)
      }
    }
  }
}

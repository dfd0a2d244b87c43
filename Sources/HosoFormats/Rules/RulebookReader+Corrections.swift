internal import HosoCore

extension RulebookReader {
  /// `corrections.yml`; may be absent.
  func readProcedures(kinds: [Kind], people: [ListID: Person]) throws -> [CorrectionProcedure] {
    let path = ".hoso/corrections.yml"
    guard let place = try? RecordPath(path), try snapshot.entry(at: place) != nil, let map = try yaml(at: path) else {
      return []
    }
    defer { map.finish() }
    if map.text("format") != "1" { map.invalid("format") }
    let maps = map.maps("procedures")
    if maps.isEmpty { map.invalid("procedures") }
    var procedures: [CorrectionProcedure] = []
    for map in maps {
      guard let procedure = procedure(map, kinds, people) else { continue }
      if procedures.contains(where: { $0.id == procedure.id }) {
        duplicate(procedure.id, at: path, line: map.line(of: "id"))
      }
      procedures.append(procedure)
    }
    return procedures
  }

  private func procedure(_ map: YAMLMap, _ kinds: [Kind], _ people: [ListID: Person]) -> CorrectionProcedure? {
    defer { map.finish() }
    guard let id = map.text("id"), Self.isID(id) else {
      map.invalid("id")
      return nil
    }
    let clause = map.text("clause") ?? ""
    if clause.isEmpty { map.invalid("clause") }
    let names = map.texts("kinds")
    for name in names where !kinds.contains(where: { $0.id == name }) {
      unknown(name, in: "kinds", at: ".hoso/corrections.yml", line: map.line(of: "kinds"))
    }
    let columns = map.texts("columns")
    let corrected = kinds.filter { names.isEmpty || names.contains($0.id) }
    for column in columns where !corrected.contains(where: { $0.field(named: column) != nil }) {
      map.invalid("columns")
    }
    let entries = map.maps("signers").map { entry in
      defer { entry.finish() }
      return words(entry, "by", people)
    }
    if entries.isEmpty { map.invalid("signers") }
    let appliers = words(map, "apply", people)
    return CorrectionProcedure(
      id: id, title: localized(map, "title", isRequired: true) ?? Localized(vi: id, en: id), clause: clause,
      note: localized(map, "note", isRequired: false), kinds: names, columns: columns, signers: entries,
      appliers: appliers, limit: map.map("limit").flatMap { limit($0, kinds) })
  }

  /// A list of words that mean persons; one that is none is reported.
  private func words(
    _ map: YAMLMap, _ key: String, _ people: [ListID: Person]
  ) -> [CorrectionProcedure.Signer] {
    let texts = map.texts(key)
    let words = texts.compactMap { CorrectionProcedure.Signer($0) }
    if texts.isEmpty || words.count < texts.count { map.invalid(key) }
    for case .person(let id) in words where people[id] == nil {
      unknown(id, in: "people.csv", at: ".hoso/corrections.yml", line: map.line(of: key))
    }
    return words
  }

  private func limit(_ map: YAMLMap, _ kinds: [Kind]) -> CorrectionProcedure.Limit? {
    defer { map.finish() }
    let tests = map.texts("before")
    let field = map.text("after")
    guard let text = map.text("days"), let days = Int(text), (0...366).contains(days), tests.isEmpty != (field == nil)
    else {
      map.invalid("limit")
      return nil
    }
    guard let field else { return .before(tests: tests, days: days) }
    // A field that the minutes have not would stop every correction.
    let minutes = kinds.filter { $0.place.text.hasSuffix("/" + CaseFolder.minutesName) }
    if !minutes.contains(where: { $0.field(named: field)?.type == .date }) { map.invalid("after") }
    return .after(field: field, days: days)
  }

  private func localized(_ map: YAMLMap, _ key: String, isRequired: Bool) -> Localized? {
    guard let texts = map.map(key) else {
      if isRequired { map.invalid(key) }
      return nil
    }
    defer { texts.finish() }
    guard let vi = texts.text("vi"), let en = texts.text("en"), !vi.isEmpty, !en.isEmpty else {
      map.invalid(key)
      return nil
    }
    return Localized(vi: vi, en: en)
  }
}

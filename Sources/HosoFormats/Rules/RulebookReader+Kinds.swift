internal import HosoCore

extension RulebookReader {
  /// `kinds/*.yml`, in the order of their codes: K1, K2, … K10.
  func readKinds() throws -> [Kind] {
    var kinds: [Kind] = []
    for name in try files(in: ".hoso/kinds", ending: ".yml") {
      let path = ".hoso/kinds/\(name)"
      guard let map = try yaml(at: path), let kind = kind(map) else { continue }
      if kind.id + ".yml" != name { map.invalid("kind") }
      if kinds.contains(where: { $0.place.text == kind.place.text }) {
        duplicate(kind.place.text, at: path, line: map.line(of: "place"))
      }
      kinds.append(kind)
    }
    if kinds.isEmpty { log.report(Diagnostic(.ruleFileMissing, path: ".hoso/kinds/")) }
    return kinds.sorted { left, right in
      (Int(left.code.dropFirst()) ?? 0, left.id) < (Int(right.code.dropFirst()) ?? 0, right.id)
    }
  }

  private func kind(_ map: YAMLMap) -> Kind? {
    defer { map.finish() }
    guard let id = map.text("kind"), Self.isID(id) else {
      map.invalid("kind")
      return nil
    }
    guard let text = map.text("place"), let place = try? PathTemplate(text), place.length >= 3 else {
      map.invalid("place")
      return nil
    }
    guard let format = Kind.Format(rawValue: map.text("format") ?? "") else {
      map.invalid("format")
      return nil
    }
    let fieldMaps = map.maps("fields")
    let names = fieldMaps.compactMap { $0.text("name") }
    let fields = fieldMaps.compactMap(field)
    if format == .markdown, fields.contains(where: { $0.test != nil }) { map.invalid("fields") }
    let facts = PlaceFacts(place: place, fields: fields)
    if id == Curriculum.kind, !Curriculum.fits(place, format, fields) { map.invalid("fields") }
    for name in names where names.filter({ $0 == name }).count > 1 { map.invalid("fields") }
    let heading = map.text("heading")
    if let heading, !names.contains(heading) { map.invalid("heading") }
    let primaryKey = map.text("primaryKey")
    if let primaryKey, !names.contains(primaryKey) { map.invalid("primaryKey") }
    return Kind(
      id: id, code: map.text("code") ?? "", title: title(map), place: place, format: format, fields: fields,
      sections: map.maps("sections").compactMap(section), heading: heading, primaryKey: primaryKey,
      roster: map.map("roster").flatMap(roster), checks: map.maps("checks").compactMap { check($0, names) },
      expectation: map.map("expected").flatMap { expectation($0, facts) },
      deadline: map.map("deadline").flatMap { deadline($0, facts) },
      approvals: map.maps("approvals").compactMap(approval), keeping: keeping(map), hasOrder: hasOrder(map),
      reviews: reviews(map, names, place, format), rubric: rubric(map))
  }

  func title(_ map: YAMLMap) -> Localized {
    guard let title = map.map("title"), let vietnamese = title.text("vi"), let english = title.text("en") else {
      map.invalid("title")
      return Localized(vi: "", en: "")
    }
    title.finish()
    return Localized(vi: vietnamese, en: english)
  }

  private func field(_ map: YAMLMap) -> FieldSchema? {
    defer { map.finish() }
    guard let name = map.text("name"), !name.isEmpty else {
      map.invalid("name")
      return nil
    }
    guard let type = FieldSchema.FieldType(rawValue: map.text("type") ?? "string") else {
      map.invalid("type")
      return nil
    }
    let test = map.text("test")
    if let test, !Self.isID(test) { map.invalid("test") }
    let within = map.text("within")
    if let within, within != "week" { map.invalid("within") }
    return FieldSchema(
      name: name, title: title(map), type: type, isRequired: flag(map, "required", unless: true),
      allowed: map.texts("enum"), minimum: number(map, "minimum"), maximum: number(map, "maximum"),
      maxLength: number(map, "maxLength").map { Int($0) } ?? 500,
      reference: choice(map, "reference", FieldSchema.Reference.init), equals: choice(map, "equals", PlaceName.init),
      isWithinWeek: within == "week", test: test, format: choice(map, "format", FieldSchema.Format.init),
      multipleOf: choice(map, "multipleOf", DecimalStep.init), roles: roles(map, "roles"))
  }

  private func section(_ map: YAMLMap) -> SectionSchema? {
    defer { map.finish() }
    guard let title = map.text("title"), !title.isEmpty else {
      map.invalid("title")
      return nil
    }
    return SectionSchema(
      title: title, level: number(map, "level").map { Int($0) } ?? 2, isRequired: flag(map, "required", unless: true),
      mayBeEmpty: flag(map, "empty", unless: false), aliases: map.texts("aliases"),
      isOpenAfterApproval: flag(map, "open-after-approval", unless: false))
  }

  private func roster(_ map: YAMLMap) -> Kind.Roster? {
    defer { map.finish() }
    guard let field = map.text("field"), let key = map.text("key"),
      let resource = try? PathTemplate(map.text("resource") ?? "")
    else {
      map.invalid("roster")
      return nil
    }
    return Kind.Roster(field: field, resource: resource, key: key)
  }

  private func check(_ map: YAMLMap, _ names: [String]) -> Kind.Check? {
    defer { map.finish() }
    let parts = map.texts("sum")
    let pair = map.texts("different")
    if let total = map.text("equals"), (parts + [total]).allSatisfy(names.contains), parts.count > 1 {
      return .sum(of: parts, equals: total)
    }
    if pair.count == 2, pair.allSatisfy(names.contains) { return .different(pair[0], pair[1]) }
    map.invalid("checks")
    return nil
  }

  private func approval(_ map: YAMLMap) -> Kind.Approval? {
    defer { map.finish() }
    let roles = requiredRoles(map)
    return roles.isEmpty ? nil : Kind.Approval(by: roles, basis: basis(map))
  }

  func flag(_ map: YAMLMap, _ name: String, unless fallback: Bool) -> Bool {
    switch map.text(name) {
    case nil: return fallback
    case "true": return true
    case "false": return false
    default:
      map.invalid(name)
      return fallback
    }
  }

  private func number(_ map: YAMLMap, _ name: String) -> Double? {
    guard let text = map.text(name) else { return nil }
    guard let value = Double(text), abs(value) < 1e9 else {
      map.invalid(name)
      return nil
    }
    return value
  }

  func choice<Value>(_ map: YAMLMap, _ name: String, _ make: (String) -> Value?) -> Value? {
    guard let text = map.text(name) else { return nil }
    guard let value = make(text) else {
      map.invalid(name)
      return nil
    }
    return value
  }
}

internal import HosoCore

extension RulebookReader {
  /// What a kind says about its clauses, locks, print and retention.
  func keeping(_ map: YAMLMap) -> Kind.Keeping {
    Kind.Keeping(
      basis: basis(map), lock: map.map("lock").flatMap(lock), printing: map.map("print").map(printing),
      retention: map.text("retention"))
  }

  /// The clauses that something rests on: a text that says something, at most 200 characters.
  func basis(_ map: YAMLMap) -> String? {
    choice(map, "basis") { $0.isEmpty || $0.count > 200 ? nil : $0 }
  }

  /// A list of roles; empty where the key is absent or a role is unknown.
  func roles(_ map: YAMLMap, _ name: String) -> [SchoolRole] {
    choices(map, name, SchoolRole.init)
  }

  /// Who decides, under `by`: one role or more; empty where a fault was reported.
  func requiredRoles(_ map: YAMLMap) -> [SchoolRole] {
    if map.texts("by").isEmpty { map.invalid("by") }
    return roles(map, "by")
  }

  private func lock(_ map: YAMLMap) -> Kind.LockProposal? {
    defer { map.finish() }
    let by = requiredRoles(map)
    let after = choices(map, "after", Kind.LockProposal.Occasion.init)
    return by.isEmpty ? nil : Kind.LockProposal(after: after, by: by, basis: basis(map))
  }

  private func printing(_ map: YAMLMap) -> Kind.Printing {
    defer { map.finish() }
    let isRequired = flag(map, "required", unless: true)
    let when = choices(map, "when", Kind.Printing.Occasion.init)
    if !isRequired, !when.isEmpty { map.invalid("when") }
    let form = map.map("form")
    defer { form?.finish() }
    let words = form.map { Localized(vi: $0.text("vi") ?? "", en: $0.text("en") ?? "") }
    if let words, words.vietnamese.isEmpty || words.english.isEmpty { map.invalid("form") }
    return Kind.Printing(isRequired: isRequired, when: when, form: words, basis: basis(map))
  }

  private func choices<Value>(_ map: YAMLMap, _ name: String, _ make: (String) -> Value?) -> [Value] {
    let texts = map.texts(name)
    let values = texts.compactMap(make)
    guard values.count == texts.count else {
      map.invalid(name)
      return []
    }
    return values
  }

  /// `retention.csv`, which may be absent.
  func readRetention(people: [ListID: Person]) throws -> [String: RetentionRule] {
    let path = ".hoso/retention.csv"
    guard let place = try? RecordPath(path), try snapshot.entry(at: place) != nil else { return [:] }
    let table = try table(
      at: path, required: ["kind", "period", "starts", "basis", "verified_by", "verified_on"], dates: ["verified_on"])
    var rules: [String: RetentionRule] = [:]
    for row in table.rows {
      guard Self.isID(row["kind"]) else {
        invalid("kind", at: path, line: row.line)
        continue
      }
      if rules[row["kind"]] != nil { duplicate(row["kind"], at: path, line: row.line) }
      let period = value(row, "period", RetentionRule.Period.init)
      let verifier = row["verified_by"].isEmpty ? nil : row["verified_by"]
      if let verifier, people[verifier] == nil { unknown(verifier, in: "people.csv", at: path, line: row.line) }
      if !row["period"].isEmpty, verifier == nil || row["verified_on"].isEmpty {
        log.report(Diagnostic(.retentionUnverified, path: path, line: row.line, facts: ["kind": row["kind"]]))
      }
      if row["basis"].isEmpty { invalid("basis", at: path, line: row.line) }
      rules[row["kind"]] = RetentionRule(
        kind: row["kind"], period: period, starts: value(row, "starts", RetentionRule.Start.init),
        basis: row["basis"], verifiedBy: verifier, verifiedOn: row.date("verified_on"), line: row.line)
    }
    return rules

    func value<Value>(_ row: RuleTable.Row, _ column: String, _ make: (String) -> Value?) -> Value? {
      guard !row[column].isEmpty else { return nil }
      guard let value = make(row[column]) else {
        invalid(column, at: path, line: row.line)
        return nil
      }
      return value
    }
  }

  /// Each kind's line of `retention.csv` exists.
  func checkRetention(_ kinds: [Kind], _ rules: [String: RetentionRule]) {
    for kind in kinds {
      guard let name = kind.keeping.retention, rules[name] == nil else { continue }
      unknown(name, in: "retention.csv", at: ".hoso/kinds/\(kind.id).yml", line: nil)
    }
  }
}

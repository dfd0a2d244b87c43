internal import HosoCore

extension RulebookReader {
  /// `delegations.csv`, which may be absent.
  func readDelegations(people: [ListID: Person], teams: [ListID: Team], kinds: [Kind]) throws -> [Delegation] {
    let path = ".hoso/delegations.csv"
    guard let place = try? RecordPath(path), try snapshot.entry(at: place) != nil else { return [] }
    let table = try table(
      at: path,
      required: ["from-person", "to-person", "role", "folder", "kind", "from", "to", "number", "reason"],
      dates: ["from", "to"])
    let heads = Set(teams.values.map(\.head))
    /// Whether the person has the role of himself.
    func holds(_ person: ListID, _ role: SchoolRole) -> Bool {
      role == .headOfTeam ? heads.contains(person) : people[person]?.has(role) ?? false
    }
    var result: [Delegation] = []
    for row in table.rows {
      guard let delegation = delegation(row, path, people, kinds) else { continue }
      // Whoever has a role by delegation alone cannot hand it on.
      if !holds(delegation.from, delegation.role) {
        let isChain = table.rows.contains {
          $0["to-person"] == delegation.from && $0["role"] == delegation.role.rawValue
        }
        if isChain {
          log.report(
            Diagnostic(
              .delegationChain, path: path, line: row.line,
              facts: ["person": delegation.from, "role": delegation.role.rawValue]))
        } else {
          invalid("from-person", at: path, line: row.line)
        }
      }
      result.append(delegation)
    }
    return result
  }

  private func delegation(
    _ row: RuleTable.Row, _ path: String, _ people: [ListID: Person], _ kinds: [Kind]
  ) -> Delegation? {
    for column in ["from-person", "to-person"] where people[row[column]] == nil {
      unknown(row[column], in: "people.csv", at: path, line: row.line)
    }
    if row["from-person"] == row["to-person"] { invalid("to-person", at: path, line: row.line) }
    guard let role = SchoolRole(rawValue: row["role"]) else {
      invalid("role-of-person", at: path, line: row.line)
      return nil
    }
    guard let folder = try? PathTemplate(row["folder"]) else {
      invalid("folder", at: path, line: row.line)
      return nil
    }
    let kind = row["kind"].isEmpty ? nil : row["kind"]
    if let kind, !kinds.contains(where: { $0.id == kind }) { unknown(kind, in: "kinds/", at: path, line: row.line) }
    guard let first = row.date("from"), let last = row.date("to"), first <= last else {
      invalid("to", at: path, line: row.line)
      return nil
    }
    if row["reason"].isEmpty { invalid("reason", at: path, line: row.line) }
    return Delegation(
      from: row["from-person"], to: row["to-person"], role: role, folder: folder, kind: kind, first: first, last: last,
      number: row["number"], reason: row["reason"], line: row.line)
  }
}

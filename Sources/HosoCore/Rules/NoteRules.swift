/// A note gives points to the criteria that the reviewed kind lists, each once and within its maximum, and `diem` is their sum.
package struct NotePoints: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) throws {
    guard record.kind.reviews != nil, let target = record.target,
      let reviewed = context.rulebook.kind(at: target)?.kind
    else { return }
    let given = record.field(.points).flatMap { $0.value.isEmpty ? nil : $0 }
    let points = given.flatMap { Points($0.value) }
    func fault(_ criterion: String, _ reason: String, _ line: Int?) {
      report(record.fault(.notePoints, line: line, ["criterion": criterion, "reason": reason, "kind": reviewed.id]))
    }
    if let given, points == nil { return fault(given.name, "form", given.line) }
    guard let bytes = try context.snapshot.bytes(at: record.path),
      let table = RubricTable(bytes, body: record.body)
    else {
      if let given, let points, !reviewed.rubric.isEmpty, points > reviewed.rubric.map(\.maximum).total {
        fault(given.name, "range", given.line)
      }
      return
    }
    guard !reviewed.rubric.isEmpty else { return fault("", "no-rubric", table.rows.first?.line) }
    var sum: [Points] = []
    var seen: Set<String> = []
    var isSound = true
    for row in table.rows where !RubricTable.totals.contains(row.title) {
      let criterion = reviewed.rubric.first { $0.isCalled(row.title) }
      let points = Points(row.points)
      let reason: String? =
        if let criterion {
          !seen.insert(criterion.name).inserted
            ? "twice"
            : Points(row.maximum) != criterion.maximum
              ? "maximum" : points == nil ? "form" : points! > criterion.maximum ? "range" : nil
        } else { "unknown" }
      if let reason {
        isSound = false
        fault(row.title, reason, row.line)
      }
      if let points { sum.append(points) }
    }
    for criterion in reviewed.rubric where !seen.contains(criterion.name) {
      isSound = false
      fault(criterion.title(context.rulebook.school.language), "missing", table.rows.first?.line)
    }
    guard isSound else { return }
    let written = table.rows.filter { RubricTable.totals.contains($0.title) }.map { ($0.line, Points($0.points)) }
    for (line, found) in written + [(given?.line ?? 1, points)] where found != sum.total {
      report(
        record.fault(
          .noteSum, line: line, ["sum": sum.total.description, "found": found?.description ?? ""]))
    }
  }
}

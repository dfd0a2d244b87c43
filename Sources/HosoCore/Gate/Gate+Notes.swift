internal import GitObjects

extension Gate {
  /// Judges the notes that `change` writes: each is about a record that is there, of a kind that it may be about, and about
  /// a version of it; who writes it may comment there, and writes it in his own folder.
  func checkNotes(_ change: Change, in context: RuleContext, report: (Diagnostic) -> Void) throws {
    let proposed = context.snapshot
    for path in change.paths where path.new?.isFile == true && !path.path.isRuleFile {
      guard let (kind, place) = context.kind(at: path.path), let scope = kind.reviews,
        let bytes = try proposed.bytes(at: path.path),
        let note = reader.record(at: path.path, kind: kind, place: place, bytes: bytes, report: { _ in })
      else { continue }
      if place[.person] != change.person.id {
        report(note.fault(.noteOfAnother, ["person": change.person.id, "owner": place[.person] ?? ""]))
      }
      // A field that is missing is told already.
      guard let field = note.field(.record), !field.value.isEmpty else { continue }
      guard let target = note.target, try proposed.entry(at: target)?.isFile == true,
        let reviewed = rulebook.kind(at: target)?.kind, scope.includes(reviewed)
      else {
        report(note.fault(.noteRecord, line: field.line, column: field.column, ["record": field.value]))
        continue
      }
      let access = rulebook.access(of: change.person, to: .comment, target, on: change.receivedAt.date)
      if !access.isAllowed { report(access.refusal(of: change.person, in: rulebook)) }
      if let version = note.field(.version), !version.value.isEmpty,
        try !isVersion(note.targetBlob, of: target, proposed)
      {
        report(note.fault(.noteVersion, line: version.line, column: version.column, ["record": target.text]))
      }
    }
  }

  private func isVersion(_ blob: ObjectID?, of path: RecordPath, _ proposed: any Snapshot) throws -> Bool {
    guard let blob else { return false }
    if try proposed.entry(at: path)?.id == blob { return true }
    return try hasVersion(path, blob)
  }
}

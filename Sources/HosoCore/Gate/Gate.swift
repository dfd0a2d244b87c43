package import GitObjects

/// The one judge of changes: command line, push and the audit of the whole history call it.
///
/// It is pure: it reads `proposed` and the rulebook of the base, and writes nothing. What it cannot read it refuses.
package struct Gate {
  /// The rules of the commit before the change.
  package let rulebook: Rulebook
  let reader: any RecordReading
  /// The locks received before the change.
  package let locks: Locks
  /// What corrections are judged by; nil where no commit is judged.
  let corrections: CorrectionContext?
  /// Whether a blob was a version of a record before the change; asked for notes alone.
  let hasVersion: (RecordPath, ObjectID) throws -> Bool

  package init(
    rulebook: Rulebook, reader: any RecordReading, locks: Locks = .none, corrections: CorrectionContext? = nil,
    hasVersion: @escaping (RecordPath, ObjectID) throws -> Bool = { _, _ in false }
  ) {
    self.rulebook = rulebook
    self.reader = reader
    self.locks = locks
    self.corrections = corrections
    self.hasVersion = hasVersion
  }

  /// Judges each path of `change` by name, mode, access and content.
  ///
  /// `proposed` is the tree after the change. Rights are judged on the day the change was received.
  /// `placesAreChecked` says that names, modes and twins were judged on the raw trees already.
  package func review(
    _ change: Change, proposed: any Snapshot, placesAreChecked: Bool = false
  ) throws -> Review {
    var diagnostics: [Diagnostic] = []
    let report = { (diagnostic: Diagnostic) in diagnostics.append(diagnostic) }
    let hasRules = change.paths.contains { $0.path.isRuleFile }
    if hasRules, change.paths.contains(where: { !$0.path.isRuleFile }) {
      let rules = change.paths.map(\.path).filter(\.isRuleFile)
      report(Diagnostic(.rulesWithRecords, path: (rules.first { $0 != .schoolFile } ?? rules.first)?.text))
    }
    if !change.isPlausible {
      let facts = [
        "time": change.writtenAt.description, "parent": change.parentMoment?.description ?? "",
        "received": change.receivedAt.description,
      ]
      report(Diagnostic(.timeImplausible, facts: facts))
    }
    let rules = hasRules ? try checkRules(change, proposed, report: report) : nil
    checkAccess(change, rules, report: report)
    let corrected = try checkCorrections(change, proposed, report: report)
    checkLocks(change, besides: corrected, report: report)
    let context = RuleContext(rulebook: rulebook, snapshot: proposed, reader: reader)
    try checkNotes(change, in: context, report: report)
    for path in change.paths {
      guard let entry = path.new else { continue }
      let before = diagnostics.count
      if !placesAreChecked { try checkPlace(path.path, entry, in: proposed, report: report) }
      guard entry.isFile else { continue }
      // A name that is wrong would only be said to be in no kind's place as well.
      if !path.path.isRuleFile, diagnostics.count == before { try check(path.path, entry, in: context, report: report) }
    }
    return Review(diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }

  /// Checks one record's content against the rules of its kind.
  package func check(
    _ path: RecordPath, _ entry: TreeEntry, in context: RuleContext, report: (Diagnostic) -> Void
  ) throws {
    guard let (kind, place) = context.kind(at: path) else {
      guard !AttachmentRule.isAttachment(path, under: rulebook) else {
        return try AttachmentRule.check(path, in: context.snapshot, report: report)
      }
      let near = rulebook.kindsNear(path).first ?? rulebook.kinds.first
      return report(
        Diagnostic(
          .unplacedRecord, path: path.text, facts: ["template": near?.place.text ?? "", "kind": near?.id ?? ""]))
    }
    guard let bytes = try context.snapshot.bytes(of: entry, at: path) else { return }
    var hasForm = true
    let record = reader.record(at: path, kind: kind, place: place, bytes: bytes) { diagnostic in
      if diagnostic.severity == .error { hasForm = false }
      report(diagnostic)
    }
    // A record whose form is broken would give only faults that follow from the first.
    guard let record, hasForm else { return }
    for rule in RecordRules.all { try rule.check(record, in: context, report: report) }
  }

  /// Checks name, mode and twins of one path, a record's or a rule file's.
  package func checkPlace(
    _ path: RecordPath, _ entry: TreeEntry, in snapshot: any Snapshot, report: (Diagnostic) -> Void
  ) throws {
    NameRule.check(path.components.map { Array($0.utf8) }, report: report)
    if path.text.utf8.elementsEqual(NameRule.rulesFolder.utf8), !entry.isFolder {
      report(NameRule.rulesAreNoFolder)
    }
    if !entry.isFile {
      report(Diagnostic(.fileMode, path: path.text, facts: ["mode": String(entry.mode, radix: 8)]))
    }
    var folder: RecordPath?
    for component in path.components {
      for other in try snapshot.entries(in: folder) where NameRule.areTwins(component.utf8, other.name) {
        report(NameRule.twin(of: path.text, other.name))
      }
      folder = try folder?.appending(component) ?? RecordPath(String(component))
    }
  }

  private func checkAccess(_ change: Change, _ rules: Rulebook?, report: (Diagnostic) -> Void) {
    let date = change.receivedAt.date
    let isCount = isOnlyCounted(change, rules)
    for (path, verb) in change.verbs where !(isCount && path == .schoolFile) {
      let decision = rulebook.access(of: change.person, to: verb, path, on: date)
      if !decision.isAllowed { report(decision.refusal(of: change.person, in: rulebook)) }
    }
  }
}

extension Change {
  /// What each path asks the right for. A record taken away and put elsewhere in the same folder is
  /// a rename, in another folder a move; nothing is guessed from similar content.
  var verbs: [(path: RecordPath, verb: AccessVerb)] {
    let plain = paths.map { change -> (path: RecordPath, verb: AccessVerb) in
      (change.path, change.old == nil ? .create : change.new == nil ? .delete : .edit)
    }
    let records = paths.filter { !$0.path.isRuleFile }
    let removed = records.filter { $0.new == nil }
    guard !removed.isEmpty else { return plain }
    // One new file stands for one removed: of two that were alike, one stays deleted.
    var added = records.filter { $0.old == nil }
    var verbs: [RecordPath: AccessVerb] = [:]
    for isRename in [true, false] {
      for change in removed where verbs[change.path] == nil {
        let target = added.firstIndex { new in
          new.new?.id == change.old?.id && (!isRename || new.path.folder == change.path.folder)
        }
        guard let target else { continue }
        verbs[change.path] = isRename ? .rename : .move
        verbs[added.remove(at: target).path] = isRename ? .rename : .create
      }
    }
    return plain.map { ($0.path, verbs[$0.path] ?? $0.verb) }
  }
}

extension RecordPath {
  /// Whether this is or lies under `.hoso`, where the school's rules are.
  package var isRuleFile: Bool { text.utf8.starts(with: ".hoso/".utf8) || text == ".hoso" }
}

extension AccessDecision {
  /// The refusal as a diagnostic that names the line of `access.csv` and whom to ask.
  package func refusal(of person: Person, in rulebook: Rulebook) -> Diagnostic {
    let names = ask.compactMap { rulebook.people[$0]?.name }.joined(separator: ", ")
    return Diagnostic(
      .accessDenied, path: path.text,
      facts: [
        "person": person.id, "verb": verb.rawValue, "needed": verb.weakestRole.rawValue,
        "role": isMember ? (role?.rawValue ?? "none") : "former", "line": grant.map { String($0.line) } ?? "",
        "folder": folder.isEmpty ? "/" : folder, "limited": limitedAt ?? "", "ask": names,
      ])
  }
}

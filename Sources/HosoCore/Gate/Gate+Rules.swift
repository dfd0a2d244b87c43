internal import GitObjects

extension Gate {
  /// Judges a change of rule files by the rules that it would make: they can be read, they follow on those before, and who
  /// limits a folder or lifts its limit may do so.
  ///
  /// - Returns: the proposed rules, or nil where they are refused as unreadable.
  func checkRules(_ change: Change, _ proposed: any Snapshot, report: (Diagnostic) -> Void) throws -> Rulebook? {
    var hasFault = false
    let rules = try reader.rulebook(of: proposed) { fault in
      if fault.severity == .error { hasFault = true }
      report(fault)
    }
    guard let rules else {
      if !hasFault { report(Diagnostic(.ruleFileInvalid, path: ".hoso")) }
      return nil
    }
    checkOrder(rules, isFirst: change.parentMoment == nil, report: report)
    checkLimits(rules, change, report: report)
    return rules
  }

  /// Whether `school.yml` changes only in how it counts a change of other rule files; who may make that may count it.
  ///
  /// A proposal that cannot be read is refused as a whole; the count would only be a second fault.
  func isOnlyCounted(_ change: Change, _ rules: Rulebook?) -> Bool {
    let hasOthers = change.paths.contains { $0.path.isRuleFile && $0.path != .schoolFile }
    return hasOthers && rules?.school.isSame(butForCountAs: rulebook.school) ?? true
  }

  private func checkOrder(_ rules: Rulebook, isFirst: Bool, report: (Diagnostic) -> Void) {
    let path = RecordPath.schoolFile.text
    let number = isFirst ? 1 : rulebook.school.policy + 1
    guard rules.school.policy == number else {
      let facts = ["found": String(rules.school.policy), "expected": String(number)]
      return report(Diagnostic(.policyNumber, path: path, facts: facts))
    }
    let tree = isFirst ? nil : rulebook.tree
    if rules.school.predecessor != tree || (tree == nil && !isFirst) {
      report(Diagnostic(.policyPredecessor, path: path, facts: ["expected": tree?.hexadecimal ?? ""]))
    }
  }

  private func checkLimits(_ rules: Rulebook, _ change: Change, report: (Diagnostic) -> Void) {
    for folder in rulebook.limitedFolders.symmetricDifference(rules.limitedFolders).sorted(by: { $0.text < $1.text }) {
      guard let path = folder.stranger else { continue }
      let decision = rulebook.access(of: change.person, to: .limit, path, on: change.receivedAt.date)
      // Without the right to the list of rights itself he is refused for that.
      guard !decision.isAllowed, decision.verb == .limit else { continue }
      let facts = decision.refusal(of: change.person, in: rulebook).facts
      report(
        Diagnostic(
          .accessDenied, path: RecordPath.accessList.text,
          line: rules.grants.first { $0.isLimited && $0.folder == folder }?.line,
          facts: facts.merging(["limits": folder.text]) { $1 }))
    }
  }
}

extension Rulebook {
  /// The folders that some line of `access.csv` limits.
  fileprivate var limitedFolders: Set<PathTemplate> { Set(grants.filter(\.isLimited).map(\.folder)) }
}

internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso check`: judges records as a submission would, all of them or those named, and writes nothing.
package struct CheckAction {
  /// What was checked and found.
  package struct Report: Sendable {
    package let diagnostics: [Diagnostic]
    /// How many files were looked at.
    package let files: Int
  }

  private let paths: [String]

  package init(paths: [String]) { self.paths = paths }

  /// Checks the working tree, or the newest commit of a bare repository.
  package func perform(in workspace: Workspace, progress: (Int) -> Void = { _ in }) throws -> Report {
    try workspace.store.readingFast { try check(in: workspace, progress: progress) }
  }

  private func check(in workspace: Workspace, progress: (Int) -> Void) throws -> Report {
    var diagnostics: [Diagnostic] = []
    let report = { (diagnostic: Diagnostic) in diagnostics.append(diagnostic) }
    let tree: any Snapshot
    if workspace.store.workingTreeFolder != nil {
      tree = try workspace.workingTree()
    } else {
      tree = try workspace.store.snapshot(of: workspace.store.existingTip())
    }
    // The rules are those that lie beside the records, so that a proposal of both is judged as a whole.
    let rulebook: Rulebook
    do {
      rulebook = try workspace.store.rulebook(of: tree, report: report)
    } catch let problem as Problem where problem.id == .rulesUnreadable && diagnostics.hasErrors {
      return Report(diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder), files: 0)
    }
    var walk = TreeCheck(gate: Gate(rulebook: rulebook, reader: workspace.reader), tree: tree, reader: workspace.reader)
    let asked = paths.isEmpty ? [nil] : try paths.map { try workspace.path($0) }
    for path in asked {
      guard let path else {
        try walk.check(nil, progress: progress, report: report)
        continue
      }
      guard let entry = try tree.entry(at: path) else { throw Problem(.noSuchFile, ["path": path.text]) }
      // Rule files are no records; they were judged when the rulebook was read.
      if path.components.first == ".hoso" { continue }
      if entry.isFolder {
        try walk.check(path, progress: progress, report: report)
      } else {
        try walk.checkNamed(path, entry, report: report)
      }
    }
    return Report(diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder), files: walk.files)
  }
}

/// Checks each file below a folder: every folder's names once, every record's content once.
struct TreeCheck {
  private let gate: Gate
  private let tree: any Snapshot
  private let workingTree: WorkingTree?
  private let context: RuleContext
  private(set) var files = 0

  init(gate: Gate, tree: any Snapshot, reader: any RecordReading) {
    self.gate = gate
    self.tree = tree
    workingTree = tree as? WorkingTree
    context = RuleContext(rulebook: gate.rulebook, snapshot: tree, reader: reader)
  }

  mutating func check(_ folder: RecordPath?, progress: (Int) -> Void, report: (Diagnostic) -> Void) throws {
    let names = folder?.components.map { Array($0.utf8) } ?? []
    try check(folder, names, try tree.entries(in: folder), progress, report)
  }

  mutating func checkNamed(_ path: RecordPath, _ entry: TreeEntry, report: (Diagnostic) -> Void) throws {
    files += 1
    try gate.checkPlace(path, entry, in: tree, report: report)
    if entry.isFile, !path.isRuleFile { try checkContent(path, entry, report) }
  }

  private mutating func check(
    _ folder: RecordPath?, _ names: [[UInt8]], _ entries: [TreeEntry], _ progress: (Int) -> Void,
    _ report: (Diagnostic) -> Void
  ) throws {
    var keys: [String: [UInt8]] = [:]
    // Names that are all in lower case have no twin but an equal name, which no folder holds.
    let mayHaveTwins = entries.contains { !$0.name.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } }
    for entry in entries {
      var path: [[UInt8]] { names + [entry.name] }
      let name = String(decoding: entry.name, as: UTF8.self)
      if folder == nil, name == ".hoso" { continue }
      var isSound = true
      NameRule.check(
        entry.name, isAtTop: folder == nil, path: Self.text(path),
        report: { fault in
          isSound = false
          report(fault)
        })
      if names.count > NameRule.deepest {
        NameRule.check(path, report: { if $0.id == .pathTooDeep { report($0) } })
        continue
      }
      if mayHaveTwins, let twin = keys.updateValue(entry.name, forKey: NameRule.twinKey(name)) {
        let shown = NameRule.visible(String(decoding: twin, as: UTF8.self))
        report(Diagnostic(.nameTwin, path: Self.text(path), facts: ["name": shown]))
      }
      guard isSound, let place = try? folder?.appending(name) ?? RecordPath(name) else { continue }
      if entry.isFolder {
        try check(place, path, try tree.entries(in: place), progress, report)
      } else if entry.isFile {
        files += 1
        if files % 500 == 0 { progress(files) }
        try checkContent(place, entry, report)
      } else {
        report(Diagnostic(.fileMode, path: place.text, facts: ["mode": String(entry.mode, radix: 8)]))
      }
    }
  }

  private func checkContent(_ path: RecordPath, _ entry: TreeEntry, _ report: (Diagnostic) -> Void) throws {
    if let fault = workingTree?.sizeFault(at: path) { return report(fault) }
    try gate.check(path, entry, in: context, report: report)
  }

  private static func text(_ names: [[UInt8]]) -> String {
    NameRule.visible(names)
  }
}

package import HosoCore
internal import HosoStore

/// `hoso correction withdraw`: writes into the minutes that the requester takes his case back, and why.
package struct WithdrawCaseAction {
  private let name: String
  private let reason: String

  /// `reason` is one line and not empty.
  package init(case name: String, reason: String) {
    self.name = name
    self.reason = reason
  }

  package func perform(in workspace: Workspace) async throws -> (CaseFolder, SubmitAction.Outcome) {
    let store = workspace.store
    let tree = try workspace.workingTree()
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let base = try store.snapshot(of: tip)
    let folder = try workspace.caseFolder(name, rulebook, in: base)
    guard let minutes = try base.bytes(at: folder.minutes) else {
      throw Problem(.noSuchCase, ["case": name])
    }
    let collected = CollectedFiles(files: [folder.minutes: Self.withdrawn(minutes, reason)])
    let message = Localized(vi: "Rút hồ sơ chỉnh sửa \(folder)", en: "Withdraw correction \(folder)")(
      rulebook.school.language)
    let trial = try await SubmitAction(paths: [], message: message, isDryRun: true).submit(in: workspace) { _ in
      collected
    }
    guard case .committed = trial else { return (folder, trial) }
    for (path, bytes) in collected.files { if let bytes { try tree.write(bytes, to: path) } }
    return (folder, try await SubmitAction(paths: [], message: message).submit(in: workspace) { _ in collected })
  }

  /// The minutes with the field that says why, in place of one that stands there already.
  private static func withdrawn(_ minutes: [UInt8], _ reason: String) -> [UInt8] {
    let quoted = "\"" + reason.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    let field = Array("\(CorrectionCase.withdrawalField): \(quoted)".utf8)
    var lines = minutes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let fence = Array("---".utf8)
    guard let end = lines.indices.dropFirst().first(where: { lines[$0] == fence }) else { return minutes }
    let name = Array("\(CorrectionCase.withdrawalField):".utf8)
    if let old = lines[..<end].firstIndex(where: { $0.starts(with: name) }) {
      lines[old] = field
    } else {
      lines.insert(field, at: end)
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}

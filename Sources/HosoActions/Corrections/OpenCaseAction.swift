internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso correction open`: reads the old values, writes the files of a case, and submits them as one commit.
package struct OpenCaseAction {
  /// What the requester says.
  package struct Request: Sendable {
    /// Records to correct, as paths.
    package var records: [String] = []
    /// `KEY:COLUMN=NEW`, or with several records `RECORD:KEY:COLUMN=NEW`.
    package var cells: [String] = []
    /// The file with the new text of a record that has no cells.
    package var text: String?
    /// Why, on one line.
    package var reason = ""
    /// Files that prove the error.
    package var evidence: [String] = []
    /// The procedure; nil where one alone fits.
    package var procedure: ListID?
    /// What the case is called in paths; nil makes a name of the day and the first record.
    package var name: String?
    /// Who found the error; nil for the requester.
    package var foundBy: String?
    /// Further fields of the minutes by name.
    package var fields: [String: String] = [:]

    package init() {}
  }

  /// What came of it.
  package enum Outcome: Sendable {
    case opened(CaseFolder, SubmitAction.Submission, CorrectionProcedure)
    case refused([Diagnostic])
  }

  private let request: Request
  private let isDryRun: Bool

  package init(_ request: Request, isDryRun: Bool = false) {
    self.request = request
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Outcome {
    let store = workspace.store
    let tree = try workspace.workingTree()
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let identity = try store.identify(under: rulebook, at: workspace.moment(rulebook))
    let draft = try CaseDraft(
      request, rulebook: rulebook, base: try store.snapshot(of: tip), workspace: workspace, person: identity.person)
    let locks = try store.locks(at: tip)
    guard draft.targets.contains(where: { locks.lock(on: $0.path) != nil }) else {
      throw Problem(.notLocked, ["path": draft.targets.first?.path.text ?? ""])
    }
    let procedure = try procedure(for: draft, rulebook)
    let files = try draft.files(by: procedure)
    let folder = draft.folder
    let message = Localized(vi: "Lập hồ sơ chỉnh sửa \(folder)", en: "Open correction \(folder)")(
      rulebook.school.language)
    let collected = CollectedFiles(files: files)
    let trial = try await SubmitAction(paths: [], message: message, isDryRun: true).submit(in: workspace) { _ in
      collected
    }
    switch trial {
    case .refused(let diagnostics): return .refused(diagnostics)
    case .committed(let submission) where isDryRun: return .opened(folder, submission, procedure)
    case .committed: break
    }
    for (path, bytes) in files { if let bytes { try tree.write(bytes, to: path) } }
    let outcome = try await SubmitAction(paths: [], message: message).submit(in: workspace) { _ in collected }
    switch outcome {
    case .refused(let diagnostics): return .refused(diagnostics)
    case .committed(let submission): return .opened(folder, submission, procedure)
    }
  }

  /// The procedure that was named, or the only one that covers all that is asked.
  private func procedure(for draft: CaseDraft, _ rulebook: Rulebook) throws(Problem) -> CorrectionProcedure {
    let fitting = rulebook.procedures.filter { procedure in
      draft.targets.allSatisfy { target in
        guard let (kind, _) = rulebook.kind(at: target.path) else { return false }
        let columns = draft.cells.filter { $0.path == target.path }.map { Optional($0.column) }
        return (columns.isEmpty ? [nil] : columns).allSatisfy { procedure.covers(kind.id, column: $0) }
      }
    }
    let named = request.procedure.map { name in fitting.filter { $0.id == name } } ?? fitting
    guard named.count == 1, let only = named.first else {
      throw Problem(
        .noProcedure,
        [
          "path": draft.targets.first?.path.text ?? "", "known": fitting.map(\.id).joined(separator: ", "),
        ])
    }
    return only
  }
}

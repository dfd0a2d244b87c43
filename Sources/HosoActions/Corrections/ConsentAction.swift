internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso correction consent` and `hoso correction refuse`: one signed tag over a case exactly as it lies.
package struct ConsentAction {
  /// What came of it.
  package enum Outcome: Sendable {
    /// The tag's name, empty where nothing was written, and what was asked.
    case given(tag: String, Consent, CorrectionCase)
    case refused([Diagnostic])
  }

  private let verb: Consent.Verb
  private let name: String
  private let signer: String?
  private let reason: String
  private let isDryRun: Bool

  /// `signer` is as whom it is given, in the words of `corrections.yml`; nil where that is plain.
  package init(_ verb: Consent.Verb, case name: String, as signer: String?, reason: String, isDryRun: Bool = false) {
    self.verb = verb
    self.name = name
    self.signer = signer
    self.reason = reason
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Outcome {
    let store = workspace.store
    // A decision is over what the server has received, as this clone last saw it.
    let tip = try store.remoteTip() ?? store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let moment = workspace.moment(rulebook)
    let identity = try store.identify(under: rulebook, at: moment)
    let snapshot = try store.snapshot(of: tip)
    let folder = try workspace.caseFolder(name, rulebook, in: snapshot)
    let locks = try store.locks(at: tip)
    let gate = Gate(rulebook: rulebook, reader: workspace.reader, locks: locks)
    if try snapshot.entry(at: folder.application) != nil {
      return .refused([Diagnostic(.correctionClosed, path: folder.path.text)])
    }
    var faults: [Diagnostic] = []
    let read = try CorrectionCase.read(folder, in: snapshot, by: rulebook, reader: workspace.reader) {
      faults.append($0)
    }
    guard let read, let tree = try snapshot.entry(at: folder.path)?.id else { return .refused(faults) }
    let procedure = rulebook.procedure(read.procedure)
    let own = procedure.map { gate.signers(of: $0, for: identity.person, requester: read.requester) } ?? []
    let asked = signer.map { [CorrectionProcedure.Signer($0) ?? CorrectionProcedure.Signer("role:\($0)")] } ?? own
    guard let signer = asked.first.flatMap(\.self), own.contains(signer) else {
      let words = procedure?.signers.flatMap(\.self).map(\.text) ?? []
      throw Problem(.noConsentAsked, ["asked": words.joined(separator: ", ")])
    }
    let through = locks.locks(over: read).map(\.tag)
    guard !through.isEmpty else { throw Problem(.notLocked, ["path": read.records.first?.path.text ?? ""]) }
    let consent = Consent(
      verb: verb, signer: signer, person: identity.person.id, moment: moment, commit: tip, folder: folder, tree: tree,
      procedure: read.procedure, locks: through,
      items: read.records.map { Consent.Item(path: $0.path, old: $0.old, new: $0.new) }, reason: reason,
      policy: rulebook.school.policy)
    let review = try gate.review(consent, in: snapshot, blobID: SchoolStore.blobID)
    guard review.isAccepted else { return .refused(review.diagnostics) }
    let subject =
      switch verb {
      case .consent: Localized(vi: "Đồng ý chỉnh sửa \(folder)", en: "Consent to correction \(folder)")
      case .refuse: Localized(vi: "Không đồng ý chỉnh sửa \(folder)", en: "Refuse correction \(folder)")
      }
    let tag = isDryRun ? "" : try await store.write(consent, subject: subject(rulebook.school.language), by: identity)
    return .given(tag: tag, consent, read)
  }
}

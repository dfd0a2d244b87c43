internal import HosoCore
internal import HosoStore

/// Audits what stands around the objects: the references, and what makes git read other objects than those that it names.
struct RepositoryReview {
  let store: SchoolStore
  /// Whether a server's repository without a journal is at fault.
  let expectsJournal: Bool

  /// What was found; without references nothing else can be read.
  struct Outcome {
    var findings: [Finding] = []
    var hasReferences = true
  }

  func review() throws -> Outcome {
    var outcome = Outcome()
    for name in store.redirections() { outcome.findings.append(redirected(name)) }
    let names: [String]
    do { names = try store.referenceNames() } catch {
      guard error.id != .diskRead else { throw error }
      outcome.hasReferences = false
      outcome.findings.append(
        Finding("packed-refs", Diagnostic(.malformedObject, facts: ["detail": "references"])))
      return outcome
    }
    let hasJournal = names.contains(Journal.branch)
    for name in names {
      if name.hasPrefix("refs/replace/") {
        outcome.findings.append(redirected(name))
      } else if hasJournal || store.isServer, !isOfServer(name) {
        outcome.findings.append(Finding(name, Diagnostic(.referenceNotAllowed, path: name)))
      }
    }
    if expectsJournal, !hasJournal, store.isServer {
      outcome.findings.append(Finding(Journal.branch, Diagnostic(.receiptMissing, path: Journal.branch)))
    }
    let knowsServer = hasJournal || names.contains(Journal.remoteBranch)
    if knowsServer, !names.contains(SchoolStore.branch) {
      outcome.findings.append(Finding(SchoolStore.branch, Diagnostic(.receiptContradicted, facts: ["detail": "new"])))
    }
    return outcome
  }

  private func redirected(_ name: String) -> Finding {
    Finding(name, Diagnostic(.historyRedirected, path: name))
  }

  /// The audit of the decisions speaks of tags.
  private func isOfServer(_ name: String) -> Bool {
    name == SchoolStore.branch || name == Journal.branch || name.hasPrefix("refs/tags/")
  }
}

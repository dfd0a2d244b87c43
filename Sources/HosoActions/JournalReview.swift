internal import GitObjects
internal import HosoCore
internal import HosoStore

/// Audits the journal: a chain without gaps, signed by one key, that tells the same story as `main` and the decisions.
struct JournalReview {
  let store: SchoolStore
  let history: History
  let offset: Int

  /// What was read, and what does not follow.
  struct Outcome {
    var receipts: [Receipt] = []
    var head: JournalHead?
    var findings: [Finding] = []
    /// What people must confirm: keys that nothing in the chain vouches for.
    var notices: [Finding] = []
  }

  /// `witness` is a head of the chain that was written down elsewhere.
  func review(witness: JournalHead?) throws -> Outcome {
    let journal = Journal(of: store, offset: offset)
    var outcome = Outcome()
    var chain: [Journal.Entry] = []
    var next = try journal.head()
    while let id = next {
      do {
        let entry = try journal.entry(id)
        chain.append(entry)
        next = entry.parent
      } catch let error as MalformedObject {
        outcome.findings.append(Finding(id.short, Diagnostic(.receiptForm, facts: ["detail": error.reason])))
        next = nil
      } catch let problem as Problem {
        let detail = problem.facts["detail"] ?? problem.id.rawValue
        outcome.findings.append(Finding(id.short, Diagnostic(.receiptForm, facts: ["detail": detail])))
        next = nil
      }
    }
    chain.reverse()
    outcome.receipts = chain.map(\.receipt)
    outcome.head = chain.last.map { JournalHead(sequence: $0.receipt.sequence, digest: $0.digest) }
    outcome.findings += faults(of: chain)
    if let head = outcome.head { outcome.findings += try agreement(of: outcome.receipts, head) }
    // A line that was written down after the restoration confirms its key.
    for receipt in outcome.receipts
    where receipt.event == .restore && (witness.map { $0.sequence < receipt.sequence } ?? true) {
      let facts = ["sequence": String(receipt.sequence), "time": receipt.moment.description]
      outcome.notices.append(Finding("receipt \(receipt.sequence)", Diagnostic(.journalRekeyed, facts: facts)))
    }
    if let witness, !chain.contains(where: { $0.receipt.sequence == witness.sequence && $0.digest == witness.digest }) {
      outcome.findings.append(Finding("receipt \(witness.sequence)", Diagnostic(.witnessDiffers)))
    }
    return outcome
  }

  /// The chain in itself: numbers, hashes, times, signatures.
  private func faults(of chain: [Journal.Entry]) -> [Finding] {
    var findings: [Finding] = []
    var serverKey: String?
    var last: Journal.Entry?
    for entry in chain {
      let receipt = entry.receipt
      func fault(_ id: DiagnosticID, _ detail: String = "") {
        let facts = ["sequence": String(receipt.sequence), "detail": detail]
        findings.append(Finding("receipt \(receipt.sequence)", Diagnostic(id, facts: facts)))
      }
      if receipt.sequence != (last?.receipt.sequence ?? 0) + 1 { fault(.receiptChain, "sequence") }
      if receipt.previous != (last?.digest ?? Receipt.none) { fault(.receiptChain, "previous") }
      if let last, receipt.moment < last.receipt.moment { fault(.receiptChain, "time") }
      if (receipt.serverKey != nil) != (last == nil || receipt.event == .restore) { fault(.receiptChain, "server-key") }
      // A new key signs its own introduction; that it is the school's is for people to confirm.
      serverKey = receipt.serverKey ?? serverKey
      if !entry.isSigned(by: serverKey ?? "") { fault(.receiptSignature) }
      last = entry
    }
    return findings
  }

  /// The chain against the repository: each receipt's commits and decisions are there, and nothing is without a receipt.
  private func agreement(of receipts: [Receipt], _ head: JournalHead) throws -> [Finding] {
    var findings: [Finding] = []
    let index = Dictionary(history.commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let tags = Dictionary(try store.decisionTags().map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    var main = ObjectID.zero
    var covered = -1
    var named: Set<String> = []
    for receipt in receipts {
      func contradict(_ detail: String) {
        let facts = ["sequence": String(receipt.sequence), "detail": detail]
        findings.append(Finding("receipt \(receipt.sequence)", Diagnostic(.receiptContradicted, facts: facts)))
      }
      if receipt.event == .restore {
        let named = [receipt.old, receipt.new, receipt.main]
        if receipt.reference != SchoolStore.branch || named.contains(where: { $0 != main }) { contradict("restore") }
      } else if receipt.reference == SchoolStore.branch {
        guard receipt.old == main, let end = index[receipt.new], end > covered else {
          contradict(receipt.old == main ? "new" : "old")
          continue
        }
        if receipt.event == .push {
          if receipt.main != main { contradict("main") }
          for commit in (covered + 1)...end where try author(of: commit, under: main) != receipt.person {
            contradict("person")
            break
          }
        }
        main = receipt.new
        covered = end
      } else {
        if !receipt.old.isZero || !named.insert(receipt.reference).inserted { contradict("old") }
        if tags[receipt.reference] != receipt.new { contradict("new") }
      }
      if index[receipt.main].map({ $0 > covered }) ?? true {
        contradict("main")
      } else if try store.rulebook(at: receipt.main).school.policy != receipt.policy {
        contradict("policy")
      }
    }
    let end = try lastSent().flatMap { index[$0] } ?? history.commits.count - 1
    for commit in history.commits[(covered + 1)...].prefix(max(0, end - covered)) {
      findings.append(Finding(commit.short, Diagnostic(.receiptMissing)))
    }
    let waiting = try store.outbox()
    for (name, _) in try store.decisionTags() where !named.contains(name) && !waiting.contains(name) {
      findings.append(Finding(name, Diagnostic(.receiptMissing, path: name)))
    }
    return findings
  }

  private func author(of commit: Int, under main: ObjectID) throws -> ListID? {
    guard !main.isZero else { return nil }
    return try store.rulebook(at: main).person(email: history.details[commit].email)?.id
  }

  /// In a clone, the last commit that came from the server; nil where this is the server or a mirror of it.
  private func lastSent() throws -> ObjectID? { try store.isServerSide() ? nil : try store.remoteTip() }
}

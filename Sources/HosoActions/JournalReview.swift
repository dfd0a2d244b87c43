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
    var findings: [PlacedFinding] = []
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
      } catch {
        let reason = (error as? MalformedObject)?.reason ?? "damaged"
        // All before it is out of reach; the one behind it tells its number.
        let sequence = chain.last.map { $0.receipt.sequence - 1 }
        outcome.findings.append(
          PlacedFinding(
            position: Position(sequence: sequence ?? 0, part: .receipt, index: -1),
            finding: Finding(
              sequence.map { "receipt \($0)" } ?? id.short, Diagnostic(.receiptForm, facts: ["detail": reason]))))
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
      outcome.findings.append(
        PlacedFinding(
          position: Position(sequence: witness.sequence, part: .witness, index: 0),
          finding: Finding("receipt \(witness.sequence)", Diagnostic(.witnessDiffers))))
    }
    return outcome
  }

  private func placed(_ receipt: Receipt, _ id: DiagnosticID, _ detail: String = "") -> PlacedFinding {
    let facts = ["sequence": String(receipt.sequence), "detail": detail]
    return PlacedFinding(
      position: Position(sequence: receipt.sequence, part: .receipt, index: 0),
      finding: Finding("receipt \(receipt.sequence)", Diagnostic(id, facts: facts)))
  }

  /// The chain in itself: numbers, hashes, times, signatures.
  private func faults(of chain: [Journal.Entry]) -> [PlacedFinding] {
    var findings: [PlacedFinding] = []
    var serverKey: String?
    var last: Journal.Entry?
    for entry in chain {
      let receipt = entry.receipt
      func fault(_ id: DiagnosticID, _ detail: String = "") { findings.append(placed(receipt, id, detail)) }
      if receipt.sequence != (last?.receipt.sequence ?? 0) + 1 { fault(.receiptChain, "sequence") }
      if receipt.previous != (last?.digest ?? Receipt.none) { fault(.receiptChain, "previous") }
      if let last, receipt.moment < last.receipt.moment { fault(.receiptChain, "time") }
      if (receipt.serverKey != nil) != (last == nil || receipt.event == .restore) { fault(.receiptChain, "server-key") }
      // A new key signs its own introduction; that it is the school's is for people to confirm.
      serverKey = receipt.serverKey ?? serverKey
      // Where the first receipt is out of reach, so is the key: that is told once.
      if let serverKey, !entry.isSigned(by: serverKey) { fault(.receiptSignature) }
      last = entry
    }
    return findings
  }

  /// The chain against the repository: each receipt's commits and decisions are there, and nothing is without a receipt.
  private func agreement(of receipts: [Receipt], _ head: JournalHead) throws -> [PlacedFinding] {
    var findings: [PlacedFinding] = []
    let index = Dictionary(history.commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let tags = Dictionary(try store.decisionTags().map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    var main = ObjectID.zero
    var covered = -1
    var named: Set<String> = []
    // The first receipt of `main` that does not fit it: what it leaves without a receipt comes behind it.
    var firstAstray: Int?
    let receptions = Receptions(receipts: receipts, commits: history.commits)
    for receipt in receipts {
      func contradict(_ detail: String) { findings.append(placed(receipt, .receiptContradicted, detail)) }
      if receipt.event == .restore {
        let named = [receipt.old, receipt.new, receipt.main]
        if receipt.reference != SchoolStore.branch || named.contains(where: { $0 != main }) { contradict("restore") }
      } else if receipt.reference == SchoolStore.branch {
        guard receipt.old == main, let end = index[receipt.new], end > covered else {
          contradict(receipt.old == main ? "new" : "old")
          firstAstray = firstAstray ?? receipt.sequence
          continue
        }
        if receipt.event == .push {
          if receipt.main != main { contradict("main") }
          if let rulebook = rulebook(at: main), !isLine(of: receipt.person, (covered + 1)...end, under: rulebook) {
            contradict("person")
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
      } else if let rulebook = rulebook(at: receipt.main) {
        if rulebook.school.policy != receipt.policy { contradict("policy") }
        if receipt.event == .push, let fault = senderFault(receipt, under: rulebook) { contradict(fault) }
      }
    }
    let end = try lastSent().flatMap { index[$0] } ?? history.commits.count - 1
    let last = firstAstray ?? receptions.commits.last { $0 != nil }??.sequence ?? 0
    for index in history.commits.indices.dropFirst(covered + 1).prefix(max(0, end - covered)) {
      findings.append(
        PlacedFinding(
          position: Position(sequence: last, part: .uncovered, index: index),
          finding: Finding(history.commits[index].short, Diagnostic(.receiptMissing))))
    }
    let waiting = try store.outbox()
    for (name, _) in try store.decisionTags() where !named.contains(name) && !waiting.contains(name) {
      findings.append(
        PlacedFinding(
          position: Position(sequence: .max, part: .decision, index: 0),
          finding: Finding(name, Diagnostic(.receiptMissing, path: name))))
    }
    return findings
  }

  /// What is wrong with who sent it; nil where he belonged to the school then, by a key of his, and the decision is his.
  private func senderFault(_ receipt: Receipt, under rulebook: Rulebook) -> String? {
    guard let person = rulebook.people[receipt.person], person.isMember(on: receipt.moment.date) else {
      return "person"
    }
    guard rulebook.hasKey(of: person, fingerprint: receipt.key, at: receipt.moment) else { return "key" }
    guard receipt.reference != SchoolStore.branch, let tag = try? store.tag(receipt.new) else { return nil }
    return tag.tagger.email.hasSameBytes(as: person.email) ? nil : "person"
  }

  /// The rules at `commit`; nil where they cannot be read, which the audit of the commits says.
  private func rulebook(at commit: ObjectID) -> Rulebook? { commit.isZero ? nil : try? store.rulebook(at: commit) }

  /// Whether `person` wrote all of these commits.
  private func isLine(of person: ListID, _ commits: ClosedRange<Int>, under rulebook: Rulebook) -> Bool {
    commits.allSatisfy { rulebook.person(email: history.details[$0].email)?.id == person }
  }

  /// In a clone, the last commit that came from the server; nil where this is the server or a mirror of it.
  private func lastSent() throws -> ObjectID? { try store.isServerSide() ? nil : try store.remoteTip() }
}

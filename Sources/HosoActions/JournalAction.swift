internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso journal …`: reads the receipts, on the server or in any clone.
package struct JournalAction {
  /// One receipt and what it is about.
  package struct Line: Sendable {
    package let receipt: Receipt
    /// Who sent it, by name where the rules know him.
    package let name: String
    /// The subjects of the commits that came with it, oldest first, or the name of the decision; empty at an adoption.
    package let subjects: [String]
  }

  package init() {}

  /// Where the chain stands, and when its last receipt was written.
  package func head(in workspace: Workspace) throws -> (head: JournalHead, moment: Moment) {
    try reading(workspace) { journal in
      guard let last = try journal.last() else { throw Problem(.noJournal) }
      return (JournalHead(sequence: last.receipt.sequence, digest: last.digest), last.receipt.moment)
    }
  }

  /// The newest `limit` receipts, newest first; of one person alone where `person` is given.
  package func log(_ limit: Int, of person: ListID? = nil, in workspace: Workspace) throws -> [Line] {
    let rulebook = try workspace.store.rulebook(at: try workspace.store.existingTip())
    if let person, rulebook.people[person] == nil { throw Problem(.unknownPersonName, ["person": person]) }
    return try reading(workspace) { journal in
      var lines: [Line] = []
      var next = try journal.head()
      while let id = next, lines.count < limit {
        let entry = try journal.entry(id)
        next = entry.parent
        let receipt = entry.receipt
        guard person == nil || receipt.person == person else { continue }
        lines.append(
          Line(
            receipt: receipt, name: rulebook.people[receipt.person]?.name ?? receipt.person,
            subjects: try subjects(of: receipt, in: workspace.store)))
      }
      return lines
    }
  }

  /// The lines of an `allowed_signers` file with which git itself checks the receipts: one for each key of the chain.
  package func keys(in workspace: Workspace) throws -> [String] {
    try reading(workspace) { journal in
      guard try journal.head() != nil else { throw Problem(.noJournal) }
      return try journal.entries().compactMap(\.receipt.serverKey).map { "journal namespaces=\"git\" \($0)" }
    }
  }

  private func reading<Result>(_ workspace: Workspace, _ body: (Journal) throws -> Result) throws -> Result {
    do {
      return try body(Journal(of: workspace.store, offset: try workspace.offset()))
    } catch let error as MalformedObject {
      throw Problem(.journalUnreadable, ["detail": error.reason])
    }
  }

  private func subjects(of receipt: Receipt, in store: SchoolStore) throws -> [String] {
    guard receipt.event == .push else { return [] }
    guard receipt.reference == SchoolStore.branch else { return [Self.short(receipt.reference)] }
    var subjects: [String] = []
    var next: ObjectID? = receipt.new
    while let id = next, id != receipt.old, subjects.count < PushReview.mostCommits {
      // A commit that was lost is the business of 'hoso verify'.
      guard let commit = try? store.commit(id) else { break }
      subjects.append(String(commit.subject))
      next = commit.parents.first
    }
    return subjects.reversed()
  }

  /// A reference's name as people read it.
  package static func short(_ reference: String) -> String {
    for prefix in ["refs/heads/", "refs/tags/"] where reference.hasPrefix(prefix) {
      return String(reference.dropFirst(prefix.count))
    }
    return reference
  }
}

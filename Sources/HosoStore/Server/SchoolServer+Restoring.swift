package import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolServer {
  /// The key that signs the chain at its end, in OpenSSH's form.
  package func listedKey() throws -> String? {
    try journal.entries().last { $0.receipt.serverKey != nil }?.receipt.serverKey
  }

  /// The public half of this server's own key, in OpenSSH's form.
  package func ownKey() throws(Problem) -> String { try key().publicKey }

  /// Goes on with the journal under this server's own key, which no receipt has named yet.
  ///
  /// The old key is lost, so nothing proves that the new one is the school's: people must, by a witnessed line that was
  /// written down after this.
  package func noteRestoration(at moment: Moment, under rulebook: Rulebook) throws {
    let tip = try store.existingTip()
    let keeper = rulebook.peopleInOrder.first { $0.has(.admin) }?.id ?? rulebook.peopleInOrder.first?.id ?? "-"
    let draft = Journal.Draft(
      event: .restore, moment: moment, person: keeper, key: "-",
      update: ReferenceUpdate(reference: SchoolStore.branch, old: tip, new: tip), main: tip,
      policy: rulebook.school.policy)
    _ = try whileJournalIsLocked { try journal.append([draft], with: try key()) }
  }

  /// Whether the chain holds the receipt with this number and object name.
  package func holds(_ receipt: KnownReceipt) throws -> Bool {
    var next = try journal.head()
    while let id = next {
      if id == receipt.id { return true }
      let entry = try journal.entry(id)
      if entry.receipt.sequence <= receipt.sequence { return false }
      next = entry.parent
    }
    return false
  }
}

/// The newest receipt that a clone has seen, as it tells the server with each push.
package struct KnownReceipt: Hashable, Sendable {
  package let sequence: Int
  /// The receipt's commit.
  package let id: ObjectID

  /// `hoso-journal=42:9f86d081…`, an option of `git push`.
  package var option: String { "hoso-journal=\(sequence):\(id.hexadecimal)" }

  /// Reads ``option``; nil for anything else.
  package init?(option: String) {
    guard option.hasPrefix("hoso-journal=") else { return nil }
    let parts = option.dropFirst("hoso-journal=".count).split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let sequence = Int(parts[0]), let id = ObjectID(hexadecimal: parts[1]) else { return nil }
    self.init(sequence: sequence, id: id)
  }

  init(sequence: Int, id: ObjectID) {
    self.sequence = sequence
    self.id = id
  }
}

/// How a school corrects what is locked: who consents, who carries it out, until when; an entry of `corrections.yml`.
package struct CorrectionProcedure: Hashable, Sendable {
  /// Whose consent is asked for, or who may carry a correction out.
  package enum Signer: Hashable, Sendable {
    /// Who opened the case.
    case requester
    /// The head of the requester's team.
    case headOfTeam
    case role(SchoolRole)
    case person(ListID)

    /// As `corrections.yml` writes it.
    package init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      switch (parts[0], parts.count) {
      case ("requester", 1): self = .requester
      case ("head-of-team", 1): self = .headOfTeam
      case ("role", 2):
        guard let role = SchoolRole(rawValue: parts[1]) else { return nil }
        self = .role(role)
      case ("person", 2) where !parts[1].isEmpty: self = .person(parts[1])
      default: return nil
      }
    }

    /// As `corrections.yml` writes it.
    package var text: String {
      switch self {
      case .requester: "requester"
      case .headOfTeam: "head-of-team"
      case .role(let role): "role:\(role.rawValue)"
      case .person(let id): "person:\(id)"
      }
    }
  }

  /// Until when a correction must be received.
  package enum Limit: Hashable, Sendable {
    /// So many days before the first of these tests of the calendar that lies in the book's term.
    case before(tests: [ListID], days: Int)
    /// So many days after the date in this field of the minutes.
    case after(field: String, days: Int)
  }

  package let id: ListID
  package let title: Localized
  /// Where the regulation says so, such as `003 PL II.1-2`.
  package let clause: String
  /// What the regulation leaves open and the school settled.
  package let note: Localized?
  /// The kinds whose records it corrects; empty means all.
  package let kinds: [ListID]
  /// The columns that it corrects; empty means all, and records without cells too.
  package let columns: [String]
  /// One consent each, from as many persons; any word of an entry will do.
  package let signers: [[Signer]]
  /// Who may carry it out.
  package let appliers: [Signer]
  package let limit: Limit?

  package init(
    id: ListID, title: Localized, clause: String, note: Localized? = nil, kinds: [ListID] = [], columns: [String] = [],
    signers: [[Signer]], appliers: [Signer], limit: Limit? = nil
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.note = note
    self.kinds = kinds
    self.columns = columns
    self.signers = signers
    self.appliers = appliers
    self.limit = limit
  }

  /// Whether it corrects records of `kind`, in `column` where that is given.
  package func covers(_ kind: ListID, column: String?) -> Bool {
    (kinds.isEmpty || kinds.contains(kind)) && (columns.isEmpty || column.map(columns.contains) ?? false)
  }
}

extension Rulebook {
  /// The procedure with this id.
  package func procedure(_ id: ListID) -> CorrectionProcedure? { procedures.first { $0.id == id } }

  /// Whether `person` is meant by `signer` in a case that `requester` opened, who counts as nothing else.
  package func isMeant(_ person: Person, by signer: CorrectionProcedure.Signer, requester: ListID) -> Bool {
    if case .requester = signer { return person.id == requester }
    guard person.id != requester else { return false }
    return switch signer {
    case .requester: false
    case .headOfTeam: people[requester]?.team.flatMap { teams[$0]?.head } == person.id
    case .role(let role): person.has(role)
    case .person(let id): person.id == id
    }
  }
}

extension CorrectionProcedure {
  /// The entries of ``signers`` that `given` leaves without a consent, each person counted once for one entry.
  ///
  /// As few as can be: a greatest matching of persons to entries, found by augmenting paths.
  package func missingSigners(given: [(person: ListID, signer: Signer)]) -> [[Signer]] {
    let fitting = signers.map { entry in Set(given.filter { entry.contains($0.signer) }.map(\.person)).sorted() }
    var entryOf: [ListID: Int] = [:]
    func place(_ entry: Int, _ tried: inout Set<ListID>) -> Bool {
      for person in fitting[entry] where tried.insert(person).inserted {
        guard let other = entryOf[person] else {
          entryOf[person] = entry
          return true
        }
        if place(other, &tried) {
          entryOf[person] = entry
          return true
        }
      }
      return false
    }
    return signers.indices.filter { entry in
      var tried: Set<ListID> = []
      return !place(entry, &tried)
    }.map { signers[$0] }
  }
}

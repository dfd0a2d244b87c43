extension Kind {
  /// What the rules say about keeping records of a kind, beside their form; what they do not say is nil.
  package struct Keeping: Hashable, Sendable {
    /// The clauses that ask for this kind, by code, such as `003 PL II.2`.
    package let basis: String?
    package let lock: LockProposal?
    package let printing: Printing?
    /// The line of `retention.csv`, by its column `kind`.
    package let retention: String?

    package init(
      basis: String? = nil, lock: LockProposal? = nil, printing: Printing? = nil, retention: String? = nil
    ) {
      self.basis = basis
      self.lock = lock
      self.printing = printing
      self.retention = retention
    }
  }

  /// When a book is to be locked and who decides; a proposal, for only a person locks.
  package struct LockProposal: Hashable, Sendable {
    /// After what the lock is proposed.
    package enum Occasion: String, CaseIterable, Sendable {
      case midTerm = "mid-term"
      /// When the time for entering is over.
      case entry
      case term, year
    }

    /// Empty where the rules name no time: then it is for those who decide.
    package let after: [Occasion]
    package let by: [SchoolRole]
    package let basis: String?

    package init(after: [Occasion], by: [SchoolRole], basis: String? = nil) {
      self.after = after
      self.by = by
      self.basis = basis
    }
  }

  /// When a record is printed on paper.
  package struct Printing: Hashable, Sendable {
    /// On what occasion.
    package enum Occasion: String, CaseIterable, Sendable {
      /// At fixed times that the rules do not name.
      case periodic
      /// Before a test.
      case test
      /// At the end of the term, of the year, of the pupils' time at the school.
      case term, year, course
      /// When somebody asks: an inspection, a transfer.
      case request
    }

    /// False where the rules say that no paper is needed.
    package let isRequired: Bool
    /// Empty where the rules name no time.
    package let when: [Occasion]
    /// Paper, binding, seals and signatures.
    package let form: Localized?
    package let basis: String?

    package init(isRequired: Bool, when: [Occasion], form: Localized? = nil, basis: String? = nil) {
      self.isRequired = isRequired
      self.when = when
      self.form = form
      self.basis = basis
    }
  }
}

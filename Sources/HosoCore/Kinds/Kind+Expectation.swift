extension Kind {
  /// Whom a record is owed by and how often: expected minus actual gives every late list.
  package struct Expectation: Hashable, Sendable {
    /// Who owes it.
    package enum Owner: String, CaseIterable, Sendable {
      /// Whoever teaches somebody something.
      case teacher
      /// The homeroom teacher of each class.
      case homeroom
      /// The head of each team.
      case headOfTeam = "head-of-team"
      /// The principal, and each vice principal.
      case principal
      case vicePrincipal = "vice-principal"
      /// Each person of the school who is not only its inspector.
      case member
      case team, `class`, school
      /// Each subject of each class, as the assignments give them.
      case classSubject = "class-subject"

      /// Whether one person owes it, rather than a team, a class or the school.
      package var isPersonal: Bool {
        switch self {
        case .teacher, .homeroom, .headOfTeam, .principal, .vicePrincipal, .member, .classSubject: true
        case .team, .class, .school: false
        }
      }
    }

    /// How often.
    package enum Rhythm: String, CaseIterable, Sendable {
      case week, month, term, year
      /// For each test of the calendar.
      case test
      /// For each lesson of the curriculum.
      case lesson
    }

    package let owner: Owner
    package let rhythm: Rhythm
    /// How many, 1 or more.
    package let atLeast: Int

    package init(owner: Owner, rhythm: Rhythm, atLeast: Int) {
      self.owner = owner
      self.rhythm = rhythm
      self.atLeast = atLeast
    }
  }
}

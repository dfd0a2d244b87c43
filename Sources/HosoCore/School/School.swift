package import GitObjects

/// The school itself: `.hoso/school.yml`.
package struct School: Hashable, Sendable {
  package let id: ListID
  package let name: String
  /// `primary`, `lower-secondary` or `upper-secondary`.
  package let level: String
  package let language: Language
  /// Minutes east of UTC in which deadlines and dates are read.
  package let offset: Int
  /// The regulation that the kinds follow, such as `000`.
  package let profile: String
  /// The school year that commands mean when none is named.
  package let year: String
  /// Grows by one with each change of the rules.
  package private(set) var policy: Int
  /// The tree of `.hoso/` that these rules replaced; nil in the school's first rules.
  package private(set) var predecessor: ObjectID?
  /// Whether each commit must carry its author's signature.
  package let signsCommits: Bool
  /// Whether Saturday counts as a working day.
  package let worksSaturdays: Bool
  /// The command that sends a reminder, with its arguments; empty where the school sends none.
  package let remindCommand: [String]

  package init(
    id: ListID, name: String, level: String, language: Language, offset: Int, profile: String, year: String,
    policy: Int, predecessor: ObjectID? = nil, signsCommits: Bool = false, worksSaturdays: Bool = false,
    remindCommand: [String] = []
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.language = language
    self.offset = offset
    self.profile = profile
    self.year = year
    self.policy = policy
    self.predecessor = predecessor
    self.signsCommits = signsCommits
    self.worksSaturdays = worksSaturdays
    self.remindCommand = remindCommand
  }

  /// Whether `other` is the same but for the lines that count the changes of the rules.
  func isSame(butForCountAs other: School) -> Bool {
    var counted = other
    counted.policy = policy
    counted.predecessor = predecessor
    return self == counted
  }
}

/// A team of teachers (tổ chuyên môn); a line of `teams.csv`.
package struct Team: Hashable, Sendable {
  package let id: ListID
  package let title: String
  /// The head of the team (tổ trưởng).
  package let head: ListID

  package init(id: ListID, title: String, head: ListID) {
    self.id = id
    self.title = title
    self.head = head
  }
}

/// A class of pupils; a line of `classes.csv`.
package struct SchoolClass: Hashable, Sendable {
  package let id: ListID
  package let title: String
  /// 1...12.
  package let grade: Int
  package let homeroom: ListID?

  package init(id: ListID, title: String, grade: Int, homeroom: ListID?) {
    self.id = id
    self.title = title
    self.grade = grade
    self.homeroom = homeroom
  }
}

/// A subject or educational activity; a line of `subjects.csv`.
package struct Subject: Hashable, Sendable {
  package let id: ListID
  package let title: String

  package init(id: ListID, title: String) {
    self.id = id
    self.title = title
  }
}

/// Who teaches what to which class; a line of `assignments/<year>.csv`.
package struct Assignment: Hashable, Sendable {
  package let person: ListID
  package let schoolClass: ListID
  package let subject: ListID
  /// Periods a week.
  package let periods: Int
  /// The first and last day on which it holds; nil means open.
  package let from: SchoolDate?
  package let to: SchoolDate?

  package init(
    person: ListID, schoolClass: ListID, subject: ListID, periods: Int, from: SchoolDate? = nil, to: SchoolDate? = nil
  ) {
    self.person = person
    self.schoolClass = schoolClass
    self.subject = subject
    self.periods = periods
    self.from = from
    self.to = to
  }

  /// Whether it holds on `date`.
  package func holds(on date: SchoolDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }
}

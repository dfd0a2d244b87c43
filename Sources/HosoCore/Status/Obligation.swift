/// Something that somebody owes: expected minus actual.
package final class Obligation: Sendable {
  /// The lesson of the curriculum that an obligation is for.
  package struct Lesson: Hashable, Sendable {
    package let curriculum: Curriculum.Key
    package let lesson: Curriculum.Lesson

    package init(curriculum: Curriculum.Key, lesson: Curriculum.Lesson) {
      self.curriculum = curriculum
      self.lesson = lesson
    }
  }

  /// Index into the rulebook's kinds.
  package let kind: Int
  /// Whose it is: a person, team, class, the school, or a class and subject such as `4a/toan`.
  package let owner: ListID
  /// Who of them has to do it; nil where it is a team's, a class's or the school's, or nobody teaches the subject.
  package let person: ListID?
  package let team: ListID?
  /// The number of the week, month or term, or of the test in the calendar's order; of a lesson its first week; nil for
  /// the whole year.
  package let period: Int?
  /// The test's id, where it is for one.
  package let test: ListID?
  package let lesson: Lesson?
  /// When it may first be put in, where the rule says so.
  package let opensAt: Moment?
  package let dueAt: Moment?
  package let atLeast: Int
  /// Indices of the records that answer it.
  package let records: [Int]
  /// When the last of as many as are owed came; nil while some are missing.
  package let answeredAt: Moment?

  package init(
    kind: Int, owner: ListID, person: ListID?, team: ListID?, period: Int?, test: ListID? = nil,
    lesson: Lesson? = nil, opensAt: Moment? = nil, dueAt: Moment?, atLeast: Int, records: [Int],
    answeredAt: Moment? = nil
  ) {
    self.kind = kind
    self.owner = owner
    self.person = person
    self.team = team
    self.period = period
    self.test = test
    self.lesson = lesson
    self.opensAt = opensAt
    self.dueAt = dueAt
    self.atLeast = atLeast
    self.records = records
    self.answeredAt = answeredAt
  }

  /// Whether as much came as is owed.
  package var isAnswered: Bool { answeredAt != nil }

  /// Whether as much had come by `moment` as is owed.
  package func isAnswered(at moment: Moment) -> Bool { answeredAt.map { $0 <= moment } ?? false }

  /// Whether it was due before `moment` and was not answered in full by then.
  package func isMissing(at moment: Moment) -> Bool {
    (dueAt.map { $0 < moment } ?? false) && !isAnswered(at: moment)
  }

  /// Whether it is answered, but only behind its deadline.
  package var isLate: Bool {
    guard let dueAt, let answeredAt else { return false }
    return answeredAt > dueAt
  }
}

/// What records say inside that their paths do not; only kinds that are expected for each lesson or test ask for it.
package struct RecordContents: Sendable {
  /// What a lesson plan says of its lesson.
  package struct LessonNote: Hashable, Sendable {
    package let subject: ListID
    package let schoolClass: ListID
    /// nil where the plan leaves it open.
    package let number: Int?

    package init(subject: ListID, schoolClass: ListID, number: Int?) {
      self.subject = subject
      self.schoolClass = schoolClass
      self.number = number
    }

    /// What `record` says; nil where it names no subject or class.
    package init?(_ record: Record) {
      func value(_ fits: (FieldSchema) -> Bool) -> String? {
        record.kind.fields.first(where: fits).flatMap { record.field(named: $0.name)?.value }
      }
      guard let subject = value({ $0.reference == .subjects }), let schoolClass = value({ $0.reference == .classes })
      else { return nil }
      self.init(
        subject: subject, schoolClass: schoolClass,
        number: value({ $0.name == LessonField.number }).flatMap { Int($0) })
    }
  }

  /// The year's curricula; of two for one subject and grade, that whose path comes first.
  package var curricula: [Curriculum.Key: Curriculum]
  /// By index of the record.
  package var lessons: [Int: LessonNote]
  /// When all cells of a test's columns were first filled: by index of the record and the test's name without the term.
  package var completions: [Int: [ListID: Moment]]

  package init(
    curricula: [Curriculum.Key: Curriculum] = [:], lessons: [Int: LessonNote] = [:],
    completions: [Int: [ListID: Moment]] = [:]
  ) {
    self.curricula = curricula
    self.lessons = lessons
    self.completions = completions
  }

  /// Nothing was read.
  package static let unread = RecordContents()
}

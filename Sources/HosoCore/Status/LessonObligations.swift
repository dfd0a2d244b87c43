/// What is owed for each lesson of the curriculum, by who teaches the subject in that grade.
struct LessonObligations {
  let rulebook: Rulebook
  let year: String
  let owners: ObligationOwners
  /// Index into the rulebook's kinds.
  let kind: Int

  /// A curriculum's lessons as one owner owes them, and who may answer.
  private struct Course {
    let owner: ObligationOwners.Owner
    let curriculum: Curriculum
    let isAnswered: (RecordStatus, RecordContents.LessonNote) -> Bool
  }

  func all(answeredBy records: [RecordStatus], _ contents: RecordContents) -> [Obligation] {
    guard let expectation = rulebook.kinds[kind].expectation else { return [] }
    let plans = PlannedLessons(rulebook: rulebook, records: records, contents: contents)
    var periods: [Int: ObligationPeriod] = [:]
    var result: [Obligation] = []
    for course in courses(expectation.owner, contents.curricula) {
      for lesson in course.curriculum.lessons {
        let week = lesson.weeks.lowerBound
        let period = periods[week] ?? self.period(week)
        periods[week] = period
        let person = course.owner.person(for: period)
        guard person != nil || course.owner.isOwedAnyway else { continue }
        let found = plans.records(of: kind, course.curriculum.key, lesson.number)
          .filter { course.isAnswered(records[$0.record], $0.note) }
        result.append(
          Obligation(
            kind: kind, owner: course.owner.id, person: person, team: course.owner.team, period: week,
            lesson: Obligation.Lesson(curriculum: course.curriculum.key, lesson: lesson), opensAt: period.opensAt,
            dueAt: period.dueAt, atLeast: expectation.atLeast, records: found.map(\.record),
            answeredAt: Obligations.answered(found.map { records[$0.record].submittedAt }, expectation.atLeast)))
      }
    }
    return result
  }

  private func period(_ week: Int) -> ObligationPeriod {
    let place = Place([.year: year, .week: String(week)])
    let span = rulebook.calendars[year]?.week(week)
    let kind = rulebook.kinds[kind]
    return ObligationPeriod(
      number: week, test: nil, days: span.map { $0.from...$0.to }, opensAt: rulebook.openingMoment(of: kind, place),
      dueAt: rulebook.dueMoment(of: kind, place))
  }

  private func courses(
    _ owner: Kind.Expectation.Owner, _ curricula: [Curriculum.Key: Curriculum]
  ) -> [Course] {
    guard owner == .teacher else {
      return owners.classSubjects.compactMap { id, assignments in
        guard let grade = rulebook.classes[id.schoolClass]?.grade,
          let curriculum = curricula[Curriculum.Key(subject: id.subject, grade: grade)]
        else { return nil }
        return Course(owner: owners.taught(id, assignments), curriculum: curriculum) { record, note in
          PlannedLessons.covers(id.schoolClass, record, note, assignments)
        }
      }
    }
    return rulebook.teachers(in: year).flatMap { person in
      // One plan serves all classes of a grade that its writer teaches.
      let byCourse = Dictionary(grouping: rulebook.assignments(of: person.id, in: year)) { assignment in
        Curriculum.Key(subject: assignment.subject, grade: rulebook.classes[assignment.schoolClass]?.grade ?? 0)
      }
      return byCourse.sorted { ($0.key.grade, $0.key.subject) < ($1.key.grade, $1.key.subject) }
        .compactMap { key, assignments in
          curricula[key].map { curriculum in
            let owner = owners.personal(person, Tenure(of: person, assignments))
            return Course(owner: owner, curriculum: curriculum) { record, _ in record.place[.person] == person.id }
          }
        }
    }
  }
}

/// The lesson plans of the year by the lesson that they are for.
struct PlannedLessons {
  /// A plan and what it says.
  typealias Plan = (record: Int, note: RecordContents.LessonNote)

  private struct Key: Hashable {
    let kind: Int
    let curriculum: Curriculum.Key
    let number: Int
  }

  private var plans: [Key: [Plan]] = [:]

  init(rulebook: Rulebook, records: [RecordStatus], contents: RecordContents) {
    for (index, record) in records.enumerated() {
      guard let note = contents.lessons[index], let number = note.number,
        let grade = rulebook.classes[note.schoolClass]?.grade
      else { continue }
      let curriculum = Curriculum.Key(subject: note.subject, grade: grade)
      plans[Key(kind: record.kind, curriculum: curriculum, number: number), default: []].append((index, note))
    }
  }

  /// The plans of `kind` for a lesson, by path.
  func records(of kind: Int, _ curriculum: Curriculum.Key, _ number: Int) -> [Plan] {
    plans[Key(kind: kind, curriculum: curriculum, number: number)] ?? []
  }

  /// Whether a plan serves `schoolClass`: it is for it, or its writer teaches the subject there too, as `assignments` say.
  static func covers(
    _ schoolClass: ListID, _ record: RecordStatus, _ note: RecordContents.LessonNote, _ assignments: [Assignment]
  ) -> Bool {
    note.schoolClass == schoolClass || assignments.contains { $0.person == record.place[.person] }
  }
}

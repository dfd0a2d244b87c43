/// How far the lesson plans of each class cover the curriculum, week by week.
package struct CurriculumCoverage: Sendable {
  /// One lesson of the curriculum, and what there is for it.
  package struct Lesson: Sendable {
    package let lesson: Curriculum.Lesson
    /// Indices of the view's records, by path.
    package let plans: [Int]
    /// Whether one of them is approved, or kept where nobody approves.
    package let isApproved: Bool

    package init(lesson: Curriculum.Lesson, plans: [Int], isApproved: Bool) {
      self.lesson = lesson
      self.plans = plans
      self.isApproved = isApproved
    }
  }

  /// The lessons of one class and subject that begin in one week.
  package struct Row: Sendable {
    package let schoolClass: ListID
    package let subject: ListID
    package let week: Int
    package let lessons: [Lesson]

    package init(schoolClass: ListID, subject: ListID, week: Int, lessons: [Lesson]) {
      self.schoolClass = schoolClass
      self.subject = subject
      self.week = week
      self.lessons = lessons
    }

    /// How many have a plan.
    package var planned: Int { lessons.count { !$0.plans.isEmpty } }
    /// How many have one that is approved.
    package var approved: Int { lessons.count(where: \.isApproved) }
    /// The numbers of those without a plan.
    package var missing: [Int] { lessons.filter(\.plans.isEmpty).map(\.lesson.number) }
  }

  /// By class, subject and week.
  package let rows: [Row]
  /// How many plans of each class and subject name no lesson's number, where there are any.
  package let unnumbered: [ClassSubject: Int]

  /// The coverage in `view`, whose lesson plans were read.
  package init(of view: SchoolView) {
    let owners = ObligationOwners(rulebook: view.rulebook, year: view.year)
    let plans = PlannedLessons(rulebook: view.rulebook, records: view.records, contents: view.contents)
    let kinds = view.rulebook.kinds.indices.filter { LessonField.areThere(in: view.rulebook.kinds[$0].fields) }
    var rows: [Row] = []
    for (id, assignments) in owners.classSubjects {
      guard let grade = view.rulebook.classes[id.schoolClass]?.grade,
        let curriculum = view.contents.curricula[Curriculum.Key(subject: id.subject, grade: grade)]
      else { continue }
      let byWeek = Dictionary(grouping: curriculum.lessons, by: \.weeks.lowerBound)
      for (week, lessons) in byWeek.sorted(by: { $0.key < $1.key }) {
        let covered = lessons.map { lesson in
          let found = kinds.flatMap { plans.records(of: $0, curriculum.key, lesson.number) }
            .filter { PlannedLessons.covers(id.schoolClass, view.records[$0.record], $0.note, assignments) }
            .map(\.record)
          let isApproved = found.contains { [.approved, .kept].contains(view.records[$0].state) }
          return Lesson(lesson: lesson, plans: found, isApproved: isApproved)
        }
        rows.append(Row(schoolClass: id.schoolClass, subject: id.subject, week: week, lessons: covered))
      }
    }
    self.rows = rows
    let taught = Set(rows.map { ClassSubject(schoolClass: $0.schoolClass, subject: $0.subject) })
    var open: [ClassSubject: Int] = [:]
    for note in view.contents.lessons.values where note.number == nil {
      let pair = ClassSubject(schoolClass: note.schoolClass, subject: note.subject)
      if taught.contains(pair) { open[pair, default: 0] += 1 }
    }
    unnumbered = open
  }
}

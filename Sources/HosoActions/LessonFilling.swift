internal import HosoCore
internal import HosoFormats

/// `--set lesson=12`: what the curriculum says of that lesson, as values of a new plan.
struct LessonFilling {
  let rulebook: Rulebook
  let snapshot: any Snapshot
  let person: Person

  /// `values` with what the lesson gives and they do not.
  func values(of kind: Kind, _ values: [String: String]) throws -> [String: String] {
    guard let asked = values["lesson"] else { return values }
    guard LessonField.areThere(in: kind.fields), let number = Int(asked) else {
      throw Problem(.invalidOption, ["option": "--set lesson=\(asked)"])
    }
    var values = values
    values["lesson"] = nil
    let year = values["year"] ?? rulebook.school.year
    let (subject, schoolClass) = try course(of: kind, values, year: year)
    guard let grade = rulebook.classes[schoolClass.value]?.grade,
      let curriculum = try Curriculum.find(
        Curriculum.Key(subject: subject.value, grade: grade), year: year, in: snapshot, under: rulebook,
        reader: RecordReader())
    else {
      throw Problem(
        .noCurriculum,
        ["subject": subject.value].merging(
          rulebook.classes[schoolClass.value].map { ["grade": String($0.grade)] } ?? [:]
        ) { $1 })
    }
    guard let lesson = curriculum.lesson(number) else {
      throw Problem(.unknownLesson, ["lesson": asked, "list": curriculum.path.text])
    }
    var given = [
      subject.field: subject.value, schoolClass.field: schoolClass.value, LessonField.number: String(number),
    ]
    if let heading = kind.heading { given[heading] = lesson.title }
    if kind.field(named: LessonField.periods) != nil { given[LessonField.periods] = String(lesson.periods) }
    // The week may be asked for by the placeholder or by the field that repeats it.
    let weekFields = kind.fields.filter { $0.equals == .week }.map(\.name) + [PlaceName.week.rawValue]
    if !weekFields.contains(where: { values[$0] != nil }) {
      given[PlaceName.week.rawValue] = String(lesson.weeks.lowerBound)
    }
    return values.merging(given) { said, _ in said }
  }

  private typealias Named = (field: String, value: String)

  /// Subject and class: as said, else where the person teaches only one.
  private func course(
    of kind: Kind, _ values: [String: String], year: String
  ) throws(Problem) -> (subject: Named, schoolClass: Named) {
    let subjectField = kind.fields.first { $0.reference == .subjects }?.name ?? ""
    let classField = kind.fields.first { $0.reference == .classes }?.name ?? ""
    let own = rulebook.assignments(of: person.id, in: year).filter {
      (values[subjectField] ?? $0.subject) == $0.subject && (values[classField] ?? $0.schoolClass) == $0.schoolClass
    }
    func only(_ field: String, _ found: [ListID]) throws(Problem) -> Named {
      if let said = values[field], !said.isEmpty { return (field, said) }
      guard Set(found).count == 1, let one = found.first else {
        throw Problem(.missingOption, ["option": "--set \(field)=…"])
      }
      return (field, one)
    }
    return (try only(subjectField, own.map(\.subject)), try only(classField, own.map(\.schoolClass)))
  }
}

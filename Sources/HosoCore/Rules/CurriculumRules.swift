/// The lesson plan's number is one of the curriculum's, and title and periods are as the curriculum has them.
///
/// Only plans with the field `bai-so` are compared, and only where the year has a curriculum of subject and grade. Both
/// faults are hints: a team may change its curriculum after a plan was approved.
package struct CurriculumLesson: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) throws {
    guard let field = record.field(named: LessonField.number), !field.value.isEmpty,
      let note = RecordContents.LessonNote(record), let number = note.number, let year = record.place[.year],
      let grade = context.rulebook.classes[note.schoolClass]?.grade,
      let curriculum = try context.curriculum(
        CurriculumPlace(year: year, key: Curriculum.Key(subject: note.subject, grade: grade)))
    else { return }
    guard let lesson = curriculum.lesson(number) else {
      return report(
        record.fault(
          .lessonUnknown, line: field.line, column: field.column,
          ["field": field.name, "list": curriculum.path.text]))
    }
    func differs(_ other: Field) {
      report(
        record.fault(
          .lessonDiffers, line: other.line, column: other.column,
          ["field": other.name, "number": String(lesson.number), "list": curriculum.path.text]))
    }
    if let title = record.kind.heading.flatMap({ record.field(named: $0) }), !title.value.isEmpty,
      LessonTitle.key(title.value) != LessonTitle.key(lesson.title)
    {
      differs(title)
    }
    if let periods = record.field(named: LessonField.periods), let count = Int(periods.value), count != lesson.periods {
      differs(periods)
    }
  }
}

/// Each lesson of a curriculum is taught in weeks that the calendar has, the last not before the first.
package struct CurriculumRows: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard record.kind.id == Curriculum.kind, let table = record.table, let year = record.place[.year],
      let calendar = context.rulebook.calendars[year],
      let from = table.column(named: Curriculum.Column.from.rawValue),
      let to = table.column(named: Curriculum.Column.to.rawValue)
    else { return }
    for row in table.rows where from < row.cells.count && to < row.cells.count {
      guard let first = Int(row.cells[from]), let last = Int(row.cells[to]) else { continue }
      for (column, week) in [(from, first), (to, last)] where calendar.week(week) == nil {
        report(
          record.fault(
            .unknownReference, line: row.line, column: column + 1,
            ["field": table.header[column], "list": "calendar/\(year).csv"]))
      }
      if last < first {
        report(
          record.fault(
            .valueOutOfRange, line: row.line, column: to + 1,
            ["field": table.header[to], "minimum": String(first), "maximum": "…"]))
      }
    }
  }
}

/// A year and whose curriculum is meant.
struct CurriculumPlace: Hashable {
  let year: String
  let key: Curriculum.Key
}

extension RuleContext {
  /// The curriculum of a subject and grade in a year; where two teams have one, that of the team whose id comes first.
  func curriculum(_ asked: CurriculumPlace) throws -> Curriculum? {
    if let known = curricula[asked] { return known }
    let found = try Curriculum.find(asked.key, year: asked.year, in: snapshot, under: rulebook, reader: reader)
    curricula[asked] = .some(found)
    return found
  }
}

extension Curriculum {
  /// Reads the curriculum of `key` in `year`; nil where there is none that could be read.
  package static func find(
    _ key: Key, year: String, in snapshot: any Snapshot, under rulebook: Rulebook, reader: any RecordReading
  ) throws -> Curriculum? {
    guard let kind = rulebook.kind(Self.kind) else { return nil }
    let teams = kind.place.names(.team) ? rulebook.teams.keys.sorted().map(Optional.some) : [nil]
    for team in teams {
      var place = Place([.year: year, .subject: key.subject, .grade: String(key.grade)])
      place[.team] = team
      guard let text = try? kind.place.path(for: place), let path = try? RecordPath(text),
        let bytes = try snapshot.bytes(at: path),
        let record = reader.record(at: path, kind: kind, place: place, bytes: bytes, report: { _ in })
      else { continue }
      return Curriculum(record)
    }
    return nil
  }
}

/// A lesson's title without what teachers put before it.
enum LessonTitle {
  /// Lower case, without a leading `Bài 12.` and a full stop at the end, single spaces.
  static func key(_ title: String) -> String {
    var words = title.lowercased().split(separator: " ", omittingEmptySubsequences: true)
    if words.count > 2, words[0] == "bài" {
      let number = words[1].prefix { $0.isASCII && $0.isNumber }
      let rest = words[1].dropFirst(number.count)
      if !number.isEmpty, rest == "." || rest == ":" || rest == "" { words.removeFirst(2) }
    }
    var text = words.joined(separator: " ")
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

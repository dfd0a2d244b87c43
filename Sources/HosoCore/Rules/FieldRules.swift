/// Every field that the kind requires is present and not empty.
package struct RequiredFields: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard record.table == nil else { return }
    for schema in record.kind.fields where schema.isRequired {
      let field = record.field(named: schema.name)
      guard field?.value.isEmpty ?? true else { continue }
      report(record.fault(.missingField, line: field?.line ?? 1, ["field": schema.name]))
    }
  }
}

/// The front matter holds only fields that the kind knows: a misspelt name would otherwise be lost in silence.
package struct KnownFields: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    for field in record.fields where record.kind.field(named: field.name) == nil {
      let known = record.kind.fields.map(\.name).joined(separator: ", ")
      report(record.fault(.unknownField, line: field.line, ["field": field.name, "known": known]))
    }
  }
}

/// Each value is of its field's type, among the allowed ones, inside the limits, and stands in the list it refers to.
package struct FieldValues: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    for field in record.fields where !field.value.isEmpty {
      guard let schema = record.kind.field(named: field.name),
        let fault = schema.fault(of: field.value, under: context.rulebook)
      else { continue }
      report(record.fault(fault.id, line: field.line, column: field.column, fault.facts))
    }
  }
}

extension FieldSchema {
  /// What is wrong with `value`, which is not empty; nil when nothing is.
  func fault(of value: String, under rulebook: Rulebook) -> (id: DiagnosticID, facts: [String: String])? {
    if value.utf8.count > maxLength, value.count > maxLength {
      return (.valueTooLong, ["field": name, "limit": String(maxLength)])
    }
    switch type {
    case .string:
      if let format, !format.fits(value) { return (.fieldType, ["field": name, "type": format.rawValue]) }
    case .date:
      guard SchoolDate(value) != nil else { return (.invalidDate, ["field": name]) }
    case .integer, .number:
      guard let number = Self.number(value, isInteger: type == .integer) else {
        return (.fieldType, ["field": name, "type": type.rawValue])
      }
      if let minimum, number < minimum { return outOfRange }
      if let maximum, number > maximum { return outOfRange }
      if let multipleOf, !multipleOf.divides(value) {
        return (.valueNotMultiple, ["field": name, "step": multipleOf.text])
      }
    }
    if !allowed.isEmpty, !allowed.contains(value) {
      return (.valueNotAllowed, ["field": name, "allowed": allowed.joined(separator: ", ")])
    }
    if let reference, !rulebook.contains(value, in: reference) {
      return (.unknownReference, ["field": name, "list": "\(reference.rawValue).csv"])
    }
    if !roles.isEmpty, let person = rulebook.people[value], !roles.contains(where: person.has) {
      return (.wrongRole, ["field": name, "roles": roles.map(\.rawValue).joined(separator: ", ")])
    }
    return nil
  }

  private var outOfRange: (id: DiagnosticID, facts: [String: String]) {
    let text = { (limit: Double?) in limit.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "…" }
    return (.valueOutOfRange, ["field": name, "minimum": text(minimum), "maximum": text(maximum)])
  }

  /// ASCII digits with at most one decimal point; no exponent, no sign but `-`, no spaces.
  static func number(_ text: String, isInteger: Bool) -> Double? {
    var digits = 0
    var points = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "-") where index == 0: continue
      case UInt8(ascii: ".") where digits > 0 && !isInteger: points += 1
      default: return nil
      }
    }
    guard digits > 0, digits <= 15, points <= 1, text.utf8.last != UInt8(ascii: ".") else { return nil }
    return Double(text)
  }
}

extension FieldSchema.Format {
  /// Whether `value` has this form.
  func fits(_ value: String) -> Bool {
    switch self {
    case .sha256:
      value.utf8.count == 64 && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
  }
}

extension Rulebook {
  func contains(_ id: String, in list: FieldSchema.Reference) -> Bool {
    switch list {
    case .people: people[id] != nil
    case .teams: teams[id] != nil
    case .classes: classes[id] != nil
    case .subjects: subjects[id] != nil
    }
  }
}

/// A field that repeats a part of the path says the same as the path.
package struct PlaceMatch: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    for field in record.fields {
      guard let name = record.kind.field(named: field.name)?.equals, let placed = record.place[name],
        !field.value.isEmpty
      else { continue }
      let isSame = Int(placed).map { $0 == Int(field.value) } ?? (placed == field.value)
      if !isSame {
        report(
          record.fault(
            .placeMismatch, line: field.line, column: field.column, ["field": field.name, "expected": placed]))
      }
    }
  }
}

/// The day of a lesson lies in the week of its folder, in the school year, and on no holiday.
package struct DatesInWeek: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    let year = record.place[.year] ?? context.rulebook.school.year
    guard let calendar = context.rulebook.calendars[year] else { return }
    for field in record.fields {
      guard let schema = record.kind.field(named: field.name), schema.type == .date, let date = SchoolDate(field.value)
      else { continue }
      if !calendar.covers(date) {
        report(
          record.fault(
            .dateOutsideYear, line: field.line, column: field.column, ["field": field.name, "year": year]))
      } else if schema.isWithinWeek, let number = record.place.week, let week = calendar.week(number) {
        if !week.contains(date) {
          report(
            record.fault(
              .dateOutsideWeek, line: field.line, column: field.column,
              ["field": field.name, "week": String(number), "from": "\(week.from)", "to": "\(week.to)"]))
        } else if let holiday = calendar.holiday(on: date) {
          report(
            record.fault(
              .dateOnHoliday, line: field.line, column: field.column, ["field": field.name, "holiday": holiday.title]))
        }
      }
    }
  }
}

/// Fields that must add up do: present and absent make all.
package struct FieldSums: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    for case .sum(let parts, let whole) in record.kind.checks {
      let numbers = parts.compactMap { record.field(named: $0).flatMap { Int($0.value) } }
      guard numbers.count == parts.count, let total = record.field(named: whole), let sum = Int(total.value) else {
        continue
      }
      // The fields' types bound each number to 15 digits, so this cannot overflow.
      if numbers.reduce(0, +) != sum {
        report(
          record.fault(
            .sumMismatch, line: total.line, column: total.column,
            ["parts": parts.joined(separator: " + "), "field": whole]))
      }
    }
  }
}

/// Two duties that one person may not hold at once, such as chair and secretary, are held by two.
package struct DifferentPersons: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    for case .different(let first, let second) in record.kind.checks {
      guard let one = record.field(named: first), let other = record.field(named: second), !one.value.isEmpty,
        one.value == other.value
      else { continue }
      report(
        record.fault(
          .samePerson, line: other.line, column: other.column, ["first": first, "second": second]))
    }
  }
}

/// The owner of a lesson plan teaches that subject to that class (a hint: somebody may stand in for a colleague).
package struct AssignedLesson: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard let person = record.place[.person], let year = record.place[.year],
      let subject = record.fields.first(where: { record.kind.field(named: $0.name)?.reference == .subjects }),
      let taught = record.fields.first(where: { record.kind.field(named: $0.name)?.reference == .classes }),
      context.rulebook.people[person] != nil, context.rulebook.subjects[subject.value] != nil,
      context.rulebook.classes[taught.value] != nil
    else { return }
    let isAssigned = context.rulebook.assignments(of: person, in: year).contains {
      $0.schoolClass == taught.value && $0.subject == subject.value
    }
    if !isAssigned {
      report(
        record.fault(
          .notAssigned, line: subject.line, column: subject.column, ["person": person, "year": year]))
    }
  }
}

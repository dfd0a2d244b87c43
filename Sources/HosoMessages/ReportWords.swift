package import HosoCore

/// The words of a report's cells in one language: names instead of ids, numbers and periods as people write them.
package struct ReportWords: Sendable {
  private let rulebook: Rulebook
  package let language: Language
  /// Names that two people bear: their ids stand behind them.
  private let sharedNames: Set<String>

  package init(_ rulebook: Rulebook, _ language: Language) {
    self.rulebook = rulebook
    self.language = language
    let names = Dictionary(rulebook.people.values.map { ($0.name, 1) }, uniquingKeysWith: +)
    sharedNames = Set(names.filter { $0.value > 1 }.keys)
  }

  /// What a person reads in `cell`; days and times as ISO 8601 writes them, so that they sort.
  package func text(_ cell: ReportCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .word(let word): word.text(language)
    case .count(let count): String(count)
    case .number(let number): number.text(in: language)
    case .date(let date): date.description
    case .moment(let moment): moment.description
    case .period(let period): self.period(period)
    case .path(let path): path.text
    case .person(let id): name(of: id)
    case .people(let ids): ids.map { name(of: $0) }.joined(separator: ", ")
    case .team(let id): rulebook.teams[id]?.title ?? id
    case .schoolClass(let id): rulebook.classes[id]?.title ?? id
    case .subject(let id): rulebook.subjects[id]?.title ?? id
    case .kind(let id): rulebook.kind(id)?.title(language) ?? id
    case .state(let state): Vocabulary.name(of: state)(language)
    case .roles(let roles): roles.map { Vocabulary.name(of: $0)(language) }.joined(separator: ", ")
    }
  }

  /// The person's name; the id behind it where two bear it.
  package func name(of person: ListID) -> String {
    guard let name = rulebook.people[person]?.name else { return person }
    return sharedNames.contains(name) ? "\(name) (\(person))" : name
  }

  /// `Tuần 5`, `Học kì 1`.
  package func period(_ period: ReportPeriod) -> String {
    switch period {
    case .week(let number): said("Tuần \(number)", "Week \(number)")
    case .month(let number): said("Tháng \(number)", "Month \(number)")
    case .term(let number): said("Học kì \(number)", "Term \(number)")
    case .day(let date): date.description
    case .test(_, let title): title
    case .year: said("Cả năm", "Whole year")
    }
  }

  /// The parts that a scope is restricted to, such as `Tổ 4-5 · Học kì 1`; empty for the whole year.
  package func scope(_ scope: ReportScope) -> String {
    var parts: [String] = []
    if let team = scope.team { parts.append(text(.team(team))) }
    if let person = scope.person { parts.append(name(of: person)) }
    if let schoolClass = scope.schoolClass { parts.append(text(.schoolClass(schoolClass))) }
    if let kind = scope.kind { parts.append(text(.kind(kind))) }
    if let term = scope.term { parts.append(period(.term(term))) }
    if let month = scope.month { parts.append(period(.month(month))) }
    if let week = scope.week { parts.append(period(.week(week))) }
    return parts.joined(separator: " · ")
  }

  private func said(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}

extension Vocabulary {
  /// How far a record has come.
  package static func name(of state: RecordState) -> Localized {
    switch state {
    case .kept: Localized(vi: "đã lưu", en: "kept")
    case .submitted: Localized(vi: "chờ duyệt", en: "submitted")
    case .returned: Localized(vi: "trả lại", en: "returned")
    case .approved: Localized(vi: "đã duyệt", en: "approved")
    case .changed: Localized(vi: "đã sửa sau khi duyệt", en: "changed since approval")
    }
  }
}

extension ReportCell {
  /// What a program reads: ids, ISO 8601, no words; nil for an empty cell and for numbers.
  package var identifier: String? {
    switch self {
    case .empty, .count, .number: nil
    case .text(let text): text
    case .word(let word): word.id
    case .date(let date): date.description
    case .moment(let moment): moment.description
    case .path(let path): path.text
    case .person(let id), .team(let id), .schoolClass(let id), .subject(let id), .kind(let id): id
    case .people(let ids): ids.joined(separator: " ")
    case .state(let state): state.rawValue
    case .roles(let roles): roles.map(\.rawValue).joined(separator: " ")
    case .period(let period):
      switch period {
      case .week(let number): "week-\(number)"
      case .month(let number): "month-\(number)"
      case .term(let number): "term-\(number)"
      case .day(let date): date.description
      case .test(let id, _): id
      case .year: "year"
      }
    }
  }
}

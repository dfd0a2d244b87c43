internal import HosoCore

extension RulebookReader {
  /// `expected:` of a kind; its place must tell whose a record is and of when, or none would ever count.
  func expectation(_ map: YAMLMap, _ facts: PlaceFacts) -> Kind.Expectation? {
    defer { map.finish() }
    guard let owner = Kind.Expectation.Owner(rawValue: map.text("owner") ?? ""), isTold(owner, facts) else {
      map.invalid("owner")
      return nil
    }
    guard let rhythm = Kind.Expectation.Rhythm(rawValue: map.text("per") ?? ""), isTold(rhythm, owner, facts) else {
      map.invalid("per")
      return nil
    }
    let isPlaced = facts.tells(.schoolClass) && facts.tells(.subject)
    if owner == .classSubject, rhythm != .lesson, !isPlaced { map.invalid("owner") }
    guard let least = whole(map, "at-least", 1...100) else { return nil }
    return Kind.Expectation(owner: owner, rhythm: rhythm, atLeast: least)
  }

  private func isTold(_ owner: Kind.Expectation.Owner, _ facts: PlaceFacts) -> Bool {
    switch owner {
    case .teacher, .member, .principal, .vicePrincipal: facts.tells(.person)
    case .homeroom: facts.tells(.schoolClass) || facts.tells(.person)
    case .headOfTeam: facts.tells(.team) || facts.tells(.person)
    case .team: facts.tells(.team)
    case .class: facts.tells(.schoolClass)
    // The path says class and subject, or the fields do, as those of a lesson plan.
    case .classSubject: (facts.tells(.schoolClass) && facts.tells(.subject)) || facts.isLesson
    case .school: true
    }
  }

  private func isTold(
    _ rhythm: Kind.Expectation.Rhythm, _ owner: Kind.Expectation.Owner, _ facts: PlaceFacts
  ) -> Bool {
    switch rhythm {
    case .week: facts.tells(.week)
    case .month: facts.tells(.month)
    case .term: facts.tells(.term)
    case .year: true
    case .test: facts.place.names(.test) || (facts.tells(.test) && facts.tells(.term))
    case .lesson: facts.isLesson && [.teacher, .classSubject].contains(owner)
    }
  }
}

extension PlaceFacts {
  /// Whether records say which lesson of which subject and class they are for.
  var isLesson: Bool { LessonField.areThere(in: fields) }
}

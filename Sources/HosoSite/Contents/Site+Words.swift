internal import HosoCore

/// Texts, dates and names as the site writes them.
extension Site {
  func say(_ text: Localized) -> Node { .text(text(language)) }

  func string(_ text: Localized) -> String { text(language) }

  /// `number` with a sign between the thousands.
  func count(_ number: Int) -> String {
    var digits = String(number)
    var at = digits.count - 3
    while at > 0 {
      digits.insert(language == .vietnamese ? "." : ",", at: digits.index(digits.startIndex, offsetBy: at))
      at -= 3
    }
    return digits
  }

  /// The size of a file, such as `4,8 KB`, which is not parted at the end of a line.
  func size(_ bytes: Int) -> String {
    guard bytes >= 1024 else { return "\(bytes)\u{A0}B" }
    let (unit, name) = bytes < 1024 * 1024 ? (1024, "KB") : (1024 * 1024, "MB")
    let tenths = (bytes * 10 + unit / 2) / unit
    guard tenths < 100 else { return "\(count((tenths + 5) / 10))\u{A0}\(name)" }
    return "\(tenths / 10)\(language == .vietnamese ? "," : ".")\(tenths % 10)\u{A0}\(name)"
  }

  /// `05/10/2024`, or `5 Oct 2024`.
  func string(_ date: SchoolDate) -> String {
    let (year, month, day) = date.parts
    switch language {
    case .vietnamese: return "\(twoDigits(day))/\(twoDigits(month))/\(year)"
    case .english: return "\(day) \(SiteText.month(month).english.prefix(3)) \(year)"
    }
  }

  func string(_ moment: Moment) -> String { "\(moment.clock) \(string(moment.date))" }

  /// The moment as an element that programs can read.
  func when(_ moment: Moment) -> Node {
    let sign = moment.offset < 0 ? "-" : "+"
    let zone = "\(sign)\(twoDigits(abs(moment.offset) / 60)):\(twoDigits(abs(moment.offset) % 60))"
    return .time("\(moment.date)T\(moment.clock)\(zone)", .text(string(moment)))
  }

  /// `07/10`, for the head of a column.
  func dayAndMonth(_ date: SchoolDate) -> String {
    let (_, month, day) = date.parts
    return "\(twoDigits(day))/\(twoDigits(month))"
  }

  func name(of person: ListID) -> String { rulebook.people[person]?.name ?? person }

  func name(of commit: CommitSummary) -> String {
    commit.person.map { name(of: $0) } ?? SiteText.unknownPerson(commit.email)(language)
  }

  /// What a person is, such as `Tổ trưởng, Giáo viên`.
  func roles(of person: Person) -> String {
    person.roles.map { SiteText.role($0)(language) }.joined(separator: ", ")
  }

  /// The owner of an obligation or a matrix row.
  func owner(_ id: ListID, _ owner: Kind.Expectation.Owner) -> String {
    switch owner {
    case .teacher, .member, .principal, .vicePrincipal: name(of: id)
    case .headOfTeam, .team: rulebook.teams[id]?.title ?? id
    case .class, .homeroom: rulebook.classes[id]?.title ?? SiteText.schoolClass(id)(language)
    case .school: rulebook.school.name
    case .classSubject:
      ClassSubject(id).map { pair in
        "\(self.owner(pair.schoolClass, .class)), \(rulebook.subjects[pair.subject]?.title ?? pair.subject)"
      } ?? id
    }
  }

  /// Of when an obligation is, and for which lesson.
  func period(of obligation: Obligation) -> String {
    let rhythm = rulebook.kinds[obligation.kind].expectation?.rhythm ?? .year
    let period = period(obligation.period, rhythm)
    guard let lesson = obligation.lesson else { return period }
    let subject = rulebook.subjects[lesson.curriculum.subject]?.title ?? lesson.curriculum.subject
    let number = string(SiteText.lessonNumber(lesson.lesson.number))
    return "\(period), \(subject) \(lesson.curriculum.grade), \(number)"
  }

  func period(_ number: Int?, _ rhythm: Kind.Expectation.Rhythm) -> String {
    guard let number else { return SiteText.wholeYear(language) }
    switch rhythm {
    case .week, .lesson: return SiteText.weekNumber(number)(language)
    case .test: return rulebook.calendars[view.year]?.testTitle(number) ?? String(number)
    case .month: return SiteText.month(number)(language)
    case .term: return SiteText.term(number)(language)
    case .year: return SiteText.wholeYear(language)
    }
  }

  /// A field's value as people read it: dates written out, ids replaced by what they name.
  func value(_ value: String, of field: FieldSchema?) -> String {
    switch field?.reference {
    case .people?: return name(of: value)
    case .teams?: return rulebook.teams[value]?.title ?? value
    case .classes?: return rulebook.classes[value]?.title ?? value
    case .subjects?: return rulebook.subjects[value]?.title ?? value
    case nil: break
    }
    if field?.type == .date, let date = SchoolDate(value) { return string(date) }
    return value
  }
}

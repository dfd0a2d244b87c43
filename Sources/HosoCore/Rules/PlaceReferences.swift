/// The team, person, class or subject that a path names exists, and the person belongs to the team.
package struct PlaceReferences: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    // By reference: a copy of the rulebook would count fifteen references for each record.
    var rules: Rulebook { context.rulebook }
    func require(_ name: PlaceName, _ list: String, _ exists: (String) -> Bool) {
      guard let value = record.place[name], !exists(value) else { return }
      report(record.fault(.placeReference, ["value": value, "list": list]))
    }
    require(.team, "teams.csv") { rules.teams[$0] != nil }
    require(.person, "people.csv") { rules.people[$0] != nil }
    require(.schoolClass, "classes.csv") { rules.classes[$0] != nil }
    require(.subject, "subjects.csv") { rules.subjects[$0] != nil }
    require(.year, "calendar/") { rules.calendars[$0] != nil }
    require(.grade, "classes.csv") { grade in rules.classes.values.contains { String($0.grade) == grade } }
    if let year = record.place[.year], let calendar = rules.calendars[year] {
      let term = record.place[.term].flatMap { Int($0) }
      require(.test, "calendar/\(year).csv") { calendar.testID($0, term: term) != nil }
    }
    if let year = record.place[.year], let week = record.place.week, let calendar = rules.calendars[year],
      calendar.week(week) == nil
    {
      report(record.fault(.placeReference, ["value": String(week), "list": "calendar/\(year).csv"]))
    }
    if let team = record.place[.team], let id = record.place[.person], let person = rules.people[id],
      rules.teams[team] != nil, person.team != team
    {
      report(record.fault(.placeReference, ["value": id, "list": "people.csv (team \(team))"]))
    }
  }
}

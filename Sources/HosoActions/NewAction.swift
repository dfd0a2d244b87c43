package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso new KIND`: a filled-in template at the right place in the working tree.
package struct NewAction {
  private let kind: String
  private let values: [String: String]
  private let isDryRun: Bool

  /// `values` are placeholders of the path and fields of the front matter, by name.
  package init(kind: String, values: [String: String], isDryRun: Bool = false) {
    self.kind = kind
    self.values = values
    self.isDryRun = isDryRun
  }

  /// What was made.
  package struct Report: Sendable {
    package let path: RecordPath
    /// Fields that still want a value.
    package let open: [String]
  }

  /// What came of it.
  package enum Outcome: Sendable {
    case made(Report)
    /// The person may not create a record there.
    case refused([Diagnostic])
  }

  package func perform(in workspace: Workspace) throws -> Outcome {
    let tree = try workspace.workingTree()
    let rulebook = try workspace.store.rulebook(of: tree)
    let kind = try rulebook.kind(called: kind)
    let identity = try workspace.store.identify(under: rulebook, at: workspace.moment(rulebook))
    let values = try LessonFilling(rulebook: rulebook, snapshot: tree, person: identity.person).values(
      of: kind, PlaceName.named(in: values, of: kind))
    let place = try PlaceFilling(rulebook: rulebook, person: identity.person, date: workspace.moment(rulebook).date)
      .place(of: kind, values)
    let rows = try Self.rows(of: kind, place, tree, rulebook)
    let text = RecordTemplate(kind: kind, place: place, values: values, rulebook: rulebook, rows: rows).text
    let path: RecordPath
    do {
      path = try RecordPath(try kind.place.path(for: place))
    } catch let missing as PathTemplate.Invalid {
      throw Problem(.missingOption, ["option": "--set \(missing.part)=…"])
    }
    guard try tree.entry(at: path) == nil else { throw Problem(.recordExists, ["path": path.text]) }
    let access = rulebook.access(of: identity.person, to: .create, path, on: workspace.moment(rulebook).date)
    guard access.isAllowed else { return .refused([access.refusal(of: identity.person, in: rulebook)]) }
    if !isDryRun { try tree.write(Array(text.utf8), to: path) }
    // The keys of the rows stand in the table already.
    let filled = rows.isEmpty ? nil : kind.roster?.field
    let open = kind.fields.filter {
      $0.isRequired && (values[$0.name] ?? "").isEmpty && $0.equals == nil && $0.name != filled
    }
    return .made(Report(path: path, open: open.map(\.name)))
  }

  /// The keys of the rows that a table must have, such as the pupils of the class; empty where they are in no list yet.
  private static func rows(
    of kind: Kind, _ place: Place, _ tree: WorkingTree, _ rulebook: Rulebook
  ) throws -> [String] {
    guard let roster = kind.roster, let text = try? roster.resource.path(for: place), let path = try? RecordPath(text),
      let (list, listPlace) = rulebook.kind(at: path), let bytes = try tree.bytes(at: path),
      let table = RecordReader().record(at: path, kind: list, place: listPlace, bytes: bytes, report: { _ in })?.table,
      let column = table.column(named: roster.key)
    else { return [] }
    return table.rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
  }
}

/// Finds the values of a path's placeholders from what the person is, the day, and what he says.
struct PlaceFilling {
  let rulebook: Rulebook
  let person: Person
  let date: SchoolDate

  func place(of kind: Kind, _ values: [String: String]) throws(Problem) -> Place {
    var place = Place([.year: rulebook.school.year, .person: person.id])
    place[.team] = person.team ?? rulebook.teams.values.first { $0.head == person.id }?.id
    place[.date] = date.description
    place[.month] = String(date.parts.month)
    place[.term] = "1"
    // The coming week: plans are written for it.
    let weeks = rulebook.calendars[rulebook.school.year]?.all(.week) ?? []
    place[.week] = (weeks.first { $0.from > date } ?? weeks.last)?.id
    place[.schoolClass] = rulebook.classes.values.first { $0.homeroom == person.id }?.id
    for name in PlaceName.allCases {
      if let value = values[name.rawValue] { place[name] = value }
    }
    // A field that repeats the path may be given by its own name.
    for field in kind.fields {
      if let name = field.equals, let value = values[field.name] { place[name] = value }
    }
    if place[.slug] == nil {
      var words = kind.fields.compactMap { field in
        let isTelling = field.reference == .subjects || field.reference == .classes || field.name == kind.heading
        return field.equals == nil && isTelling ? values[field.name] : nil
      }
      if let title = values["title"] { words.append(title) }
      let slug = Slug.text(of: words.joined(separator: " "))
      place[.slug] = slug.isEmpty ? kind.id : slug
    }
    return place
  }
}

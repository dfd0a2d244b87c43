/// Whether somebody may do something, and by which line.
package struct AccessDecision: Hashable, Sendable {
  package let isAllowed: Bool
  package let verb: AccessVerb
  package let path: RecordPath
  /// The strongest role that he has on the path, if any.
  package let role: DriveRole?
  /// The grant that gives that role; its `line` is in `access.csv`.
  package let grant: AccessGrant?
  /// The folder where the grant lies; the path inherits from it unless they are equal.
  package let folder: String
  /// The limited folder that cut off rights from above, if one did.
  package let limitedAt: String?
  /// Who could do it or change the rule, for "ask …": ids of persons, nearest first.
  package let ask: [ListID]
  /// Whether he belongs to the school on that day at all.
  package let isMember: Bool
}

extension Rulebook {
  /// Decides whether `person` may do `verb` to `path` on `date`.
  ///
  /// Rights only add up from folder to folder; the strongest counts. Below a limited folder only the rights given at or
  /// below that folder count, and a manager's. Nothing given means no.
  ///
  /// Every change of a rule file is `grant`, and `grant` is asked at the file that holds all rights, whichever folder they
  /// speak of; `limit` is asked at the folder and there. The decision's verb and path say what was asked last.
  package func access(of person: Person, to verb: AccessVerb, _ path: RecordPath, on date: SchoolDate) -> AccessDecision
  {
    let questions = questions(verb, path)
    let first = decision(of: person, questions[0], date)
    for question in questions.dropFirst() where first.isAllowed {
      let decision = decision(of: person, question, date)
      if !decision.isAllowed { return decision }
    }
    // Of a limit that is allowed, the folder's line is the answer.
    return first
  }

  private typealias Question = (verb: AccessVerb, path: RecordPath)

  /// What must all be allowed, first the one that explains.
  private func questions(_ verb: AccessVerb, _ path: RecordPath) -> [Question] {
    switch verb {
    case .read: [(.read, path)]
    case .limit: [(.limit, path), (.grant, .accessList)]
    case .grant: [(.grant, path.isRuleFile ? path : .accessList)]
    default: [(path.isRuleFile ? .grant : verb, path)]
    }
  }

  private func decision(of person: Person, _ question: Question, _ date: SchoolDate) -> AccessDecision {
    let strongest = role(of: person, on: question.path, date)
    let isMember = person.isMember(on: date)
    let isAllowed = isMember && (strongest.grant?.role.verbs.contains(question.verb) ?? false)
    return AccessDecision(
      isAllowed: isAllowed, verb: question.verb, path: question.path, role: strongest.grant?.role,
      grant: strongest.grant, folder: strongest.folder, limitedAt: strongest.limitedAt,
      ask: isAllowed ? [] : whoMay(question, on: date, besides: person), isMember: isMember)
  }

  private func role(
    of person: Person, on path: RecordPath, _ date: SchoolDate
  ) -> (grant: AccessGrant?, folder: String, limitedAt: String?) {
    let parts = path.components
    // By index: most grants are passed over, and a copy would count their texts.
    var best: (depth: Int, index: Int)?
    var limitedAt: Int?
    for depth in grantsByDepth.indices.prefix(parts.count + 1) {
      let folder = parts[..<depth]
      let grants = grantsByDepth[depth]
      // A folder stays limited when the right that its line gives has run out.
      if grants.contains(where: { $0.isLimited && $0.folder.place(of: folder) != nil }) {
        limitedAt = depth
        if let held = best, grantsByDepth[held.depth][held.index].role < .manager { best = nil }
      }
      for index in grants.indices {
        if let held = best, grantsByDepth[held.depth][held.index].role >= grants[index].role { continue }
        guard grants[index].isInForce(on: date), mayCover(grants[index].grantee, person),
          let place = grants[index].folder.place(of: folder),
          covers(grants[index].grantee, person, place, folder, date)
        else { continue }
        best = (depth, index)
      }
    }
    let text = { (depth: Int) in depth == 0 ? "" : String(path.text[..<parts[depth - 1].endIndex]) }
    return (best.map { grantsByDepth[$0.depth][$0.index] }, best.map { text($0.depth) } ?? "", limitedAt.map(text))
  }

  /// False where `grantee` is not the person wherever the folder lies.
  private func mayCover(_ grantee: AccessGrant.Grantee, _ person: Person) -> Bool {
    switch grantee {
    case .person(let id): person.id == id
    case .team(let id): person.team == id
    case .role(let role): person.has(role)
    default: true
    }
  }

  private func covers(
    _ grantee: AccessGrant.Grantee, _ person: Person, _ place: Place, _ folder: ArraySlice<Substring>,
    _ date: SchoolDate
  ) -> Bool {
    switch grantee {
    case .person, .team, .role: mayCover(grantee, person)
    case .owner: place[.person] == person.id
    case .headOfTeam: place[.team].flatMap { teams[$0]?.head } == person.id
    case .memberOfTeam: person.team != nil && place[.team] == person.team
    case .homeroom:
      // The list of classes is the present year's: an earlier year's class of the same name had other pupils.
      year(of: folder, place) == school.year && place[.schoolClass].flatMap { classes[$0]?.homeroom } == person.id
    case .teacherOfClass:
      place[.schoolClass].map { name in
        assignments(of: person.id, in: year(of: folder, place)).contains {
          $0.schoolClass == name && $0.holds(on: date)
        }
      } ?? false
    case .subjectTeacher:
      assignments(of: person.id, in: year(of: folder, place)).contains {
        place[.schoolClass] == $0.schoolClass && place[.subject] == $0.subject
      }
    case .everyone: true
    }
  }

  /// The school year that a folder belongs to: by its placeholder, else by its first name, else the present one.
  private func year(of folder: ArraySlice<Substring>, _ place: Place) -> String {
    if let year = place[.year] { return year }
    guard let first = folder.first, PlaceName.isYear(first.utf8) else { return school.year }
    return String(first)
  }

  /// Persons who may do it, those with the weakest sufficient role first: the nearest to ask.
  private func whoMay(_ question: Question, on date: SchoolDate, besides person: Person) -> [ListID] {
    people.values
      .filter { $0.id != person.id && $0.isMember(on: date) }
      .compactMap { other -> (ListID, DriveRole)? in
        let isAble = questions(question.verb, question.path).allSatisfy { asked in
          role(of: other, on: asked.path, date).grant?.role.verbs.contains(asked.verb) ?? false
        }
        guard isAble, let role = role(of: other, on: question.path, date).grant?.role else { return nil }
        return (other.id, role)
      }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(3).map(\.0)
  }
}

extension RecordPath {
  /// `.hoso/access.csv`, which holds all rights.
  package static let accessList = RecordPath(rules: "access.csv")

  /// `.hoso/school.yml`, which counts the changes of the rules.
  package static let schoolFile = RecordPath(rules: "school.yml")
}

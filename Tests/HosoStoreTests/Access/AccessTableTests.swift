internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore
internal import Testing

/// The table of roles, verbs and situations, asked of the rules and of the gate.
struct AccessTableTests {
  private let school: AccessSchool
  private let cases: [AccessCase]

  init() throws {
    school = try AccessSchool()
    cases = try AccessCase.all()
  }

  @Test func `the table is wide enough`() {
    #expect(cases.count >= 160)
    for verb in AccessVerb.allCases {
      for isAllowed in [true, false] {
        #expect(cases.contains { $0.verb == verb && $0.isAllowed == isAllowed }, "\(verb) \(isAllowed)")
      }
    }
    // Each line of access.csv gives somebody a right but the one that an earlier year's stronger line covers.
    let giving = Set(cases.filter(\.isAllowed).compactMap(\.line))
    #expect(school.rulebook.grants.map(\.line).filter { !giving.contains($0) } == [28])
  }

  @Test func `the rules decide each case as the table says, by the line that it names`() throws {
    for one in cases {
      let decision = try decision(on: one)
      #expect(decision.isAllowed == one.isAllowed, "cases.tsv:\(one.number) \(one.situation)")
      #expect(decision.grant?.line == one.line, "cases.tsv:\(one.number) \(one.situation)")
    }
  }

  @Test func `the gate judges the change as the table says`() throws {
    var judged = 0
    for one in cases {
      guard let change = try change(of: one) else { continue }
      judged += 1
      let found = try school.review(by: one.person, on: one.date, change.before, school.counted(change.after))
      let place = "cases.tsv:\(one.number) \(one.situation): \(found)"
      let denied = found.filter { $0.id == .accessDenied }
      #expect(Set(found.map(\.id)).subtracting([.accessDenied]) == Set([one.otherFault].compactMap(\.self)), "\(place)")
      #expect(denied.isEmpty == one.isAllowed, "\(place)")
      let line = one.line.map(String.init) ?? ""
      #expect(one.isAllowed || denied.contains { $0.facts["line"] == line }, "\(place)")
    }
    #expect(judged == cases.count { ![.read, .comment, .lock].contains($0.verb) })
  }

  /// A move asks two rights: that which is refused first decides.
  private func decision(on one: AccessCase) throws -> AccessDecision {
    let person = try school.person(one.person)
    let decision = school.rulebook.access(of: person, to: one.verb, one.path, on: one.date)
    guard let target = one.target, decision.isAllowed else { return decision }
    let other = school.rulebook.access(
      of: person, to: one.verb == .move ? .create : .rename, target, on: one.date)
    return other.isAllowed ? decision : other
  }

  private typealias Files = [RecordPath: [UInt8]?]

  /// What lies there before and what the commit writes; nil where the verb changes nothing.
  private func change(of one: AccessCase) throws -> (before: Files, after: Files)? {
    let text = Array("# Bài \(one.number)\n".utf8)
    switch one.verb {
    case .read, .comment, .lock: return nil
    case .grant: return ([:], try grant(one.path))
    case .limit: return ([:], try limit(one.path))
    case .create where one.path.isRuleFile:
      let kind = try school.rule(RecordPath(".hoso/kinds/asset.yml"), "", "")
      let text = String(decoding: kind, as: UTF8.self).replacing("asset", with: "moi").replacing("/tai/", with: "/moi/")
      return ([:], [one.path: Array(text.utf8)])
    case .edit where one.path.isRuleFile: return ([:], try grant(one.path))
    case .create: return ([:], [one.path: text])
    case .edit: return ([one.path: text], [one.path: text + Array("\nThêm.\n".utf8)])
    case .delete: return (one.path.isRuleFile ? [:] : [one.path: text], [one.path: nil])
    case .rename, .move: return ([one.path: text], one.target.map { [one.path: nil, $0: text] } ?? [:])
    }
  }

  /// A change of the rule file at `path`, or a new line of the access list for the folder at `path`.
  private func grant(_ path: RecordPath) throws -> Files {
    switch path.text {
    case ".hoso/teams.csv": [path: try school.rule(path, "", "to-moi,Tổ Mới,lan\n")]
    case ".hoso/kinds/plan.yml": [path: try school.rule(path, "en: plan", "en: Plan")]
    case ".hoso/school.yml": [path: try school.rule(path, "Trường Tiểu học Thử", "Trường Tiểu học Mới")]
    default:
      [
        .accessList: try school.rule(
          .accessList, "", "\(path.isRuleFile ? "2024-2025" : path.text),person:lan,commenter,,,\n")
      ]
    }
  }

  /// Lifts the folder's limit if it has one, else limits it.
  private func limit(_ path: RecordPath) throws -> Files {
    let known = school.rulebook.grants.first { $0.isLimited && $0.folder.place(of: path.components) != nil }
    guard let known else {
      return [.accessList: try school.rule(.accessList, "", "\(path),role:principal,manager,yes,,\n")]
    }
    let lines = String(decoding: try school.rule(.accessList, "", ""), as: UTF8.self).split(separator: "\n")
    let line = String(lines[known.line - 1])
    return [.accessList: try school.rule(.accessList, line, line.replacing(",yes,", with: ",,"))]
  }
}

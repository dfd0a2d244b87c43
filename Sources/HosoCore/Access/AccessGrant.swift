/// A line of `access.csv`: who has which role on a folder and all below it.
package struct AccessGrant: Hashable, Sendable {
  /// Whom a grant speaks of.
  package enum Grantee: Hashable, Sendable {
    case person(ListID)
    case team(ListID)
    case role(SchoolRole)
    /// The person whom `{person}` in the folder names.
    case owner
    /// The head of the team that `{team}` in the folder names.
    case headOfTeam
    /// A member of the team that `{team}` in the folder names.
    case memberOfTeam
    /// A person assigned to teach the class that `{class}` in the folder names.
    case teacherOfClass
    /// A person assigned to teach the subject that `{subject}` names to the class that `{class}` names.
    case subjectTeacher
    /// The homeroom teacher of the class that `{class}` in the folder names.
    case homeroom
    /// Each person of the school.
    case everyone

    /// As `access.csv` writes it.
    package init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      switch (parts.first ?? "", parts.count) {
      case ("person", 2): self = .person(parts[1])
      case ("team", 2): self = .team(parts[1])
      case ("role", 2):
        guard let role = SchoolRole(rawValue: parts[1]) else { return nil }
        self = .role(role)
      case ("owner", 1): self = .owner
      case ("head-of-team", 1): self = .headOfTeam
      case ("member-of-team", 1): self = .memberOfTeam
      case ("teacher-of-class", 1): self = .teacherOfClass
      case ("subject-teacher", 1): self = .subjectTeacher
      case ("homeroom", 1): self = .homeroom
      case ("everyone", 1): self = .everyone
      default: return nil
      }
    }

    /// As `access.csv` writes it.
    package var text: String {
      switch self {
      case .person(let id): "person:\(id)"
      case .team(let id): "team:\(id)"
      case .role(let role): "role:\(role.rawValue)"
      case .owner: "owner"
      case .headOfTeam: "head-of-team"
      case .memberOfTeam: "member-of-team"
      case .teacherOfClass: "teacher-of-class"
      case .subjectTeacher: "subject-teacher"
      case .homeroom: "homeroom"
      case .everyone: "everyone"
      }
    }

    /// The placeholders that the folder must have for this to mean somebody.
    package var explained: [PlaceName] {
      switch self {
      case .owner: [.person]
      case .headOfTeam, .memberOfTeam: [.team]
      case .teacherOfClass, .homeroom: [.schoolClass]
      case .subjectTeacher: [.schoolClass, .subject]
      case .person, .team, .role, .everyone: []
      }
    }
  }

  /// Folder template such as `{year}/ke-hoach-bai-day/{team}/{person}`; empty for the top of the repository.
  package let folder: PathTemplate
  package let grantee: Grantee
  package let role: DriveRole
  /// Whether the folder is limited: rights from above end here, save a manager's.
  package let isLimited: Bool
  package let from: SchoolDate?
  package let to: SchoolDate?
  /// The line in `access.csv`, 1-based.
  package let line: Int

  package init(
    folder: PathTemplate, grantee: Grantee, role: DriveRole, isLimited: Bool, from: SchoolDate?, to: SchoolDate?,
    line: Int
  ) {
    self.folder = folder
    self.grantee = grantee
    self.role = role
    self.isLimited = isLimited
    self.from = from
    self.to = to
    self.line = line
  }

  func isInForce(on date: SchoolDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }
}

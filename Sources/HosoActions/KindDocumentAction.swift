package import HosoCore
internal import HosoFormats
package import HosoMessages

/// `hoso document kinds`: the kinds of each profile, as a new school of it reads them.
package struct KindDocumentAction {
  private let profile: String?

  /// Nil means all profiles.
  package init(profile: String? = nil) { self.profile = profile }

  package func perform() throws -> [KindDocument.Profile] {
    try (profile.map { [try Profiles.profile($0)] } ?? Profiles.all).map { profile in
      KindDocument.Profile(
        id: profile.id, title: profile.title, levels: profile.levels,
        copies: profile.copies.map { copies in
          Localized(
            vi: "\(copies.text.vietnamese) (\(copies.basis))", en: "\(copies.text.english) (\(copies.basis))")
        }, kinds: try Self.rulebook(of: profile.id).kinds)
    }
  }

  /// The rules of a school that begins with the profile `id`, at its usual level unless another is given.
  ///
  /// - Throws: the first fault of its files, as a problem.
  package static func rulebook(of id: String, level: String? = nil, also: [String] = []) throws -> Rulebook {
    let answers = InitAction.Answers(
      id: "school", name: "School", level: level, year: "2026-2027", profile: id, also: also, person: "admin",
      personName: "Admin")
    let files = try NewSchool(answers).files(email: "admin@school.example", key: "ssh-ed25519 AAAA")
    let snapshot = FileSnapshot(Dictionary(uniqueKeysWithValues: files.map { (".hoso/" + $0.key, $0.value) }))
    var fault: Diagnostic?
    let rulebook = try RecordReader().rulebook(of: snapshot) { fault = fault ?? $0 }
    guard let rulebook, fault == nil else {
      throw Problem(.rulesUnreadable, ["path": fault?.path ?? ".hoso", "line": String(fault?.line ?? 1)])
    }
    return rulebook
  }
}

internal import GitObjects
internal import HosoCore
internal import HosoStore

extension Workspace {
  /// The case that a person means by its folder, a file in it, or its name in the present year.
  ///
  /// - Throws: ``Problem/ID/noSuchCase`` where `snapshot` has none.
  func caseFolder(_ text: String, _ rulebook: Rulebook, in snapshot: CommitSnapshot) throws -> CaseFolder {
    let year = rulebook.school.year
    let path = try? self.path(text)
    let named = path.flatMap { CaseFolder($0) ?? CaseFolder(containing: $0) }
    for folder in [named, CaseFolder(year: year, name: text)].compactMap(\.self)
    where try snapshot.entry(at: folder.minutes) != nil {
      return folder
    }
    let place = try RecordPath("\(year)/\(CaseFolder.name)")
    let known = try snapshot.entries(in: place).map { String(decoding: $0.name, as: UTF8.self) }
    throw Problem(.noSuchCase, ["case": text, "known": known.suffix(8).joined(separator: ", ")])
  }
}

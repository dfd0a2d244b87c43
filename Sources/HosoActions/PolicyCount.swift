internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// Counts a change of the rules in `school.yml`, so that nobody need do it by hand.
struct PolicyCount {
  private let number: Int
  private let predecessor: ObjectID
  private let before: School

  /// Nil for a school's first rules, which count as 1 and follow on none.
  init?(after rulebook: Rulebook) {
    guard let tree = rulebook.tree else { return nil }
    number = rulebook.school.policy + 1
    predecessor = tree
    before = rulebook.school
  }

  /// `files` with the two lines written into `school.yml`, where rule files are among them.
  ///
  /// A `school.yml` that differs from that of `base` in nothing but an old count is left out.
  func counted(_ files: CollectedFiles, onto base: any Snapshot) throws -> CollectedFiles {
    let path = RecordPath.schoolFile
    let rules = files.files.keys.filter(\.isRuleFile)
    guard !rules.isEmpty, let old = try base.bytes(at: path), let proposed = files.files[path, default: old],
      let text = lines(of: proposed)
    else { return files }
    var files = files
    let uncounted = PolicyLines.setting(policy: before.policy, predecessor: before.predecessor, in: proposed)
    if rules == [path], text != proposed, uncounted == old {
      files.files.removeValue(forKey: path)
    } else {
      files.files.updateValue(text, forKey: path)
    }
    return files
  }

  /// Writes the two lines into the working tree's `school.yml`, whatever else was changed in it meanwhile.
  func write(into tree: WorkingTree) throws {
    guard let own = try tree.bytes(at: .schoolFile), let text = lines(of: own), text != own else { return }
    try tree.write(text, to: .schoolFile)
  }

  private func lines(of text: [UInt8]) -> [UInt8]? {
    PolicyLines.setting(policy: number, predecessor: predecessor, in: text)
  }
}

package import HosoCore

extension Catalogue {
  /// What a check of `hoso doctor` found: what holds where it is in order, else what is wrong; one line, no full stop.
  package func summary(of check: Check) -> String {
    if check.state == .ok { return filled(Self.entry(for: check.id).words(in: language).rule, check.facts) }
    if let problem = problem(in: check) { return summary(of: problem) }
    return filled(Self.entry(for: check.id).words(in: language).summary, shown(check))
  }

  /// What to do about it.
  package func fix(for check: Check) -> String {
    if let problem = problem(in: check) { return fix(for: problem) }
    return filled(Self.entry(for: check.id).words(in: language).fix, shown(check))
  }

  private func filled(_ text: String, _ facts: [String: String]) -> String { TextTemplate(text).filled(facts) }

  /// The problem of which the check has only the name.
  private func problem(in check: Check) -> Problem? {
    guard let id = check.facts["problem"].flatMap(Problem.ID.init) else { return nil }
    return Problem(id, check.facts)
  }

  private func shown(_ check: Check) -> [String: String] {
    var facts = check.facts
    if check.id == .hooks, let detail = facts["detail"] {
      let words: [String: Localized] = [
        "missing": Localized(vi: "không có", en: "is missing"),
        "changed": Localized(vi: "đã bị thay đổi", en: "was changed"),
        "not-executable": Localized(vi: "không có quyền chạy", en: "may not be run"),
      ]
      facts["detail"] = words[detail]?(language) ?? detail
    }
    return facts
  }

  /// What the documentation says of a check; its rule is what holds where all is in order.
  package static func entry(for id: Check.ID) -> CatalogueEntry {
    switch id {
    case .gitVersion: MachineCheckEntries.gitVersion
    case .libgit2Version: MachineCheckEntries.libgit2Version
    case .libgit2Package: MachineCheckEntries.libgit2Package
    case .openSSHVersion: MachineCheckEntries.openSSHVersion
    case .fileSystem: MachineCheckEntries.fileSystem
    case .diskSpace: MachineCheckEntries.diskSpace
    case .diskFiles: MachineCheckEntries.diskFiles
    case .settings: RepositoryCheckEntries.settings
    case .foreignSetting: RepositoryCheckEntries.foreignSetting
    case .simulatedClock: RepositoryCheckEntries.simulatedClock
    case .hooks: RepositoryCheckEntries.hooks
    case .hookProgram: RepositoryCheckEntries.hookProgram
    case .keyModes: RepositoryCheckEntries.keyModes
    case .serverKey: RepositoryCheckEntries.serverKey
    case .folders: RepositoryCheckEntries.folders
    case .writable: RepositoryCheckEntries.writable
    case .worldWritable: RepositoryCheckEntries.worldWritable
    case .foreignHistory: RepositoryCheckEntries.foreignHistory
    case .staleLocks: RepositoryCheckEntries.staleLocks
    case .objects: RepositoryCheckEntries.objects
    case .rules: RepositoryCheckEntries.rules
    case .journal: JournalCheckEntries.journal
    case .journalAgrees: JournalCheckEntries.journalAgrees
    case .journalKey: JournalCheckEntries.journalKey
    case .intents: JournalCheckEntries.intents
    case .clock: JournalCheckEntries.clock
    case .clockJump: JournalCheckEntries.clockJump
    case .mirrors: JournalCheckEntries.mirrors
    case .identity: JournalCheckEntries.identity
    case .server: JournalCheckEntries.server
    case .pending: JournalCheckEntries.pending
    }
  }
}

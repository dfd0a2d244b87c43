/// What `hoso doctor` looked at and found, as an id and facts; the words come from the catalogue.
package struct Check: Hashable, Sendable {
  /// How it stands.
  package enum State: String, Sendable { case ok, warning, failure }

  /// What is looked at, never renamed.
  package enum ID: String, CaseIterable, Sendable {
    // The machine.
    case gitVersion = "git-version"
    case libgit2Version = "libgit2-version"
    case libgit2Package = "libgit2-package"
    case openSSHVersion = "openssh-version"
    case fileSystem = "file-system"
    case diskSpace = "disk-space"
    case diskFiles = "disk-files"
    // The repository.
    case settings
    case foreignSetting = "foreign-setting"
    case simulatedClock = "simulated-clock"
    case hooks
    case hookProgram = "hook-program"
    case keyModes = "key-modes"
    case serverKey = "server-key"
    case folders
    case writable
    case worldWritable = "world-writable"
    case foreignHistory = "foreign-history"
    case staleLocks = "stale-locks"
    case objects
    case rules
    // The journal.
    case journal
    case journalAgrees = "journal-agrees"
    case journalKey = "journal-key"
    case intents
    case clock
    case clockJump = "clock-jump"
    case mirrors
    // The clone.
    case identity
    case server
    case pending
  }

  package let id: ID
  package let state: State
  /// What the catalogue's text names, such as `path`.
  package let facts: [String: String]

  package init(_ id: ID, _ state: State, _ facts: [String: String] = [:]) {
    self.id = id
    self.state = state
    self.facts = facts
  }

  /// Whether `hoso doctor --repair` can mend it without losing anything.
  package var isMendable: Bool {
    guard state != .ok else { return false }
    switch id {
    case .settings, .foreignSetting, .hooks, .hookProgram, .keyModes, .folders, .worldWritable, .staleLocks, .intents:
      return true
    default: return false
    }
  }
}

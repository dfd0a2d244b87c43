/// Work that could not be done, as an id and facts; the words come from the catalogue.
package struct Problem: Error, Hashable, Sendable {
  /// What could not be done, never renamed.
  package enum ID: String, CaseIterable, Sendable {
    // Could not run: exit status 2.
    case notARepository = "not-a-repository"
    case unbornBranch = "unborn-branch"
    case noRules = "no-rules"
    case notOnMain = "not-on-main"
    case noSuchFile = "no-such-file"
    case outsideRepository = "outside-repository"
    case diskWrite = "disk-write"
    case diskRead = "disk-read"
    case gitFailed = "git-failed"
    case objectMissing = "object-missing"
    case busy
    case changedMeanwhile = "changed-meanwhile"
    case unknownOutcome = "unknown-outcome"
    case toolMissing = "tool-missing"
    case toolFailed = "tool-failed"
    case targetExists = "target-exists"
    case needsWorkingTree = "needs-working-tree"
    case noIdentity = "no-identity"
    case noKey = "no-key"
    case notAServer = "not-a-server"
    case unsoundSource = "unsound-source"
    case noServerKey = "no-server-key"
    case journalDisagrees = "journal-disagrees"
    case clockWentBack = "clock-went-back"
    case diskFull = "disk-full"
    case notLoggedIn = "not-logged-in"
    case commandNotAllowed = "command-not-allowed"
    case offline
    case serverRewrote = "server-rewrote"
    case noRemote = "no-remote"
    case notSent = "not-sent"
    case editedMeanwhile = "edited-meanwhile"
    case journalUnreadable = "journal-unreadable"
    case noJournal = "no-journal"
    case serverBehind = "server-behind"
    case noSuchMirror = "no-such-mirror"
    case mirrorDiffers = "mirror-differs"
    case notRestorable = "not-restorable"
    case noRemindCommand = "no-remind-command"
    case remindNotAllowed = "remind-not-allowed"
    case notAllSent = "not-all-sent"
    // The records or the rules say no: exit status 1.
    case rulesUnreadable = "rules-unreadable"
    case personUnknown = "person-unknown"
    case formerPerson = "former-person"
    case keyUnlisted = "key-unlisted"
    case keyExpired = "key-expired"
    case nothingToSubmit = "nothing-to-submit"
    case nothingToDecide = "nothing-to-decide"
    case officeFile = "office-file"
    case tableFile = "table-file"
    case recordExists = "record-exists"
    case sameRecord = "same-record"
    case noHistory = "no-history"
    case alreadyLocked = "already-locked"
    case notLocked = "not-locked"
    case noSuchCase = "no-such-case"
    case noProcedure = "no-procedure"
    case noConsentAsked = "no-consent-asked"
    case noSuchCell = "no-such-cell"
    case noCurriculum = "no-curriculum"
    case unknownLesson = "unknown-lesson"
    case yearExists = "year-exists"
    // Wrong usage: exit status 64.
    case unknownKind = "unknown-kind"
    case unknownReport = "unknown-report"
    case unknownVerb = "unknown-verb"
    case unknownPersonName = "unknown-person-name"
    case missingOption = "missing-option"
    case invalidOption = "invalid-option"
    case badClock = "bad-clock"
    case unknownYear = "unknown-year"
    case tooManyRecords = "too-many-records"
    case unknownProfile = "unknown-profile"
    case profileLevel = "profile-level"
  }

  package let id: ID
  /// What the catalogue's text names, such as `path`.
  package let facts: [String: String]

  package init(_ id: ID, _ facts: [String: String] = [:]) {
    self.id = id
    self.facts = facts
  }

  /// 1: the records or rules say no; 2: could not run; 64: wrong usage.
  package var exitStatus: Int32 {
    switch id {
    case .rulesUnreadable, .personUnknown, .formerPerson, .keyUnlisted, .keyExpired, .nothingToSubmit,
      .nothingToDecide, .officeFile, .tableFile, .recordExists, .sameRecord, .noHistory, .alreadyLocked, .notLocked,
      .noSuchCase, .noProcedure, .noConsentAsked, .noSuchCell, .noCurriculum, .unknownLesson, .yearExists:
      1
    case .unknownKind, .unknownReport, .unknownVerb, .unknownPersonName, .missingOption, .invalidOption, .badClock,
      .unknownYear, .tooManyRecords, .unknownProfile, .profileLevel:
      64
    default: 2
    }
  }
}

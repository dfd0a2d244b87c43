package import HosoCore

extension Catalogue {
  /// What the documentation says of work that could not be done.
  package static func entry(for id: Problem.ID) -> CatalogueEntry {
    switch id {
    case .notARepository: RunProblemEntries.notARepository
    case .unbornBranch: RunProblemEntries.unbornBranch
    case .noRules: RunProblemEntries.noRules
    case .notOnMain: RunProblemEntries.notOnMain
    case .noSuchFile: RunProblemEntries.noSuchFile
    case .outsideRepository: RunProblemEntries.outsideRepository
    case .diskWrite: RunProblemEntries.diskWrite
    case .diskRead: RunProblemEntries.diskRead
    case .gitFailed: RunProblemEntries.gitFailed
    case .objectMissing: RunProblemEntries.objectMissing
    case .busy: RunProblemEntries.busy
    case .changedMeanwhile: RunProblemEntries.changedMeanwhile
    case .unknownOutcome: RunProblemEntries.unknownOutcome
    case .toolMissing: RunProblemEntries.toolMissing
    case .toolFailed: RunProblemEntries.toolFailed
    case .targetExists: RunProblemEntries.targetExists
    case .needsWorkingTree: RunProblemEntries.needsWorkingTree
    case .noIdentity: RunProblemEntries.noIdentity
    case .noKey: RunProblemEntries.noKey
    case .notAServer: ServerProblemEntries.notAServer
    case .unsoundSource: ServerProblemEntries.unsoundSource
    case .noServerKey: ServerProblemEntries.noServerKey
    case .journalDisagrees: ServerProblemEntries.journalDisagrees
    case .clockWentBack: ServerProblemEntries.clockWentBack
    case .diskFull: ServerProblemEntries.diskFull
    case .notLoggedIn: ServerProblemEntries.notLoggedIn
    case .commandNotAllowed: ServerProblemEntries.commandNotAllowed
    case .serverRewrote: ServerProblemEntries.serverRewrote
    case .offline: ServerProblemEntries.offline
    case .notSent: ServerProblemEntries.notSent
    case .noRemote: ServerProblemEntries.noRemote
    case .editedMeanwhile: ServerProblemEntries.editedMeanwhile
    case .journalUnreadable: ServerProblemEntries.journalUnreadable
    case .noJournal: RecoveryProblemEntries.noJournal
    case .serverBehind: RecoveryProblemEntries.serverBehind
    case .noSuchMirror: RecoveryProblemEntries.noSuchMirror
    case .mirrorDiffers: RecoveryProblemEntries.mirrorDiffers
    case .notRestorable: RecoveryProblemEntries.notRestorable
    case .rulesUnreadable: RefusalEntries.rulesUnreadable
    case .personUnknown: RefusalEntries.personUnknown
    case .formerPerson: RefusalEntries.formerPerson
    case .keyUnlisted: RefusalEntries.keyUnlisted
    case .keyExpired: RefusalEntries.keyExpired
    case .nothingToSubmit: RefusalEntries.nothingToSubmit
    case .nothingToDecide: RefusalEntries.nothingToDecide
    case .officeFile: RefusalEntries.officeFile
    case .recordExists: RefusalEntries.recordExists
    case .noHistory: RefusalEntries.noHistory
    case .alreadyLocked: LockEntries.alreadyLocked
    case .notLocked: LockEntries.notLocked
    case .unknownKind: UsageEntries.unknownKind
    case .unknownReport: UsageEntries.unknownReport
    case .unknownVerb: UsageEntries.unknownVerb
    case .unknownPersonName: UsageEntries.unknownPersonName
    case .missingOption: UsageEntries.missingOption
    case .invalidOption: UsageEntries.invalidOption
    case .badClock: UsageEntries.badClock
    case .unknownYear: UsageEntries.unknownYear
    case .tooManyRecords: UsageEntries.tooManyRecords
    }
  }
}

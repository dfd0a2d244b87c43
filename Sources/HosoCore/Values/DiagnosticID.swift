/// The name of each fault that hoso can find; documented in `Docs/Rules.md`, never renamed.
package enum DiagnosticID: String, CaseIterable, Sendable {
  // Names and places
  case nameNotUTF8 = "name-not-utf8"
  case nameNotNFC = "name-not-nfc"
  case nameNotPortable = "name-not-portable"
  case nameReserved = "name-reserved"
  case nameTooLong = "name-too-long"
  case pathTooDeep = "path-too-deep"
  case nameTwin = "name-twin"
  case fileMode = "file-mode"
  case gitControlFile = "git-control-file"
  case unplacedRecord = "unplaced-record"
  case placeReference = "place-reference"

  // Bytes and text
  case fileTooLarge = "file-too-large"
  case binaryContent = "binary-content"
  case notUTF8 = "not-utf8"
  case notNFC = "not-nfc"
  case byteOrderMark = "byte-order-mark"
  case carriageReturn = "carriage-return"
  case conflictMarker = "conflict-marker"
  case emptyRecord = "empty-record"

  // Front matter
  case frontMatterMissing = "front-matter-missing"
  case frontMatterUnclosed = "front-matter-unclosed"
  case yamlSyntax = "yaml-syntax"
  case yamlAnchor = "yaml-anchor"
  case duplicateField = "duplicate-field"
  case unknownField = "unknown-field"
  case missingField = "missing-field"
  case fieldType = "field-type"
  case invalidDate = "invalid-date"
  case valueNotAllowed = "value-not-allowed"
  case valueOutOfRange = "value-out-of-range"
  case valueTooLong = "value-too-long"
  case valueNotMultiple = "value-not-multiple"
  case unknownReference = "unknown-reference"
  case placeMismatch = "place-mismatch"
  case dateOutsideWeek = "date-outside-week"
  case dateOutsideYear = "date-outside-year"
  case dateOnHoliday = "date-on-holiday"
  case notAssigned = "not-assigned"
  case lessonUnknown = "lesson-unknown"
  case lessonDiffers = "lesson-differs"
  case sumMismatch = "sum-mismatch"
  case samePerson = "same-person"
  case wrongRole = "wrong-role"

  // Markdown
  case missingTitle = "missing-title"
  case titleMismatch = "title-mismatch"
  case severalLessons = "several-lessons"
  case missingSection = "missing-section"
  case sectionOrder = "section-order"
  case duplicateSection = "duplicate-section"
  case emptySection = "empty-section"
  case unknownSection = "unknown-section"
  case brokenLink = "broken-link"
  case unsafeLink = "unsafe-link"
  case remoteImage = "remote-image"
  case rawHTML = "raw-html"
  case nestingTooDeep = "nesting-too-deep"

  // CSV
  case csvUnclosedQuote = "csv-unclosed-quote"
  case csvStrayQuote = "csv-stray-quote"
  case csvRowLength = "csv-row-length"
  case csvMissingColumn = "csv-missing-column"
  case csvUnknownColumn = "csv-unknown-column"
  case csvDuplicateColumn = "csv-duplicate-column"
  case csvColumnOrder = "csv-column-order"
  case duplicateKey = "duplicate-key"
  case missingRow = "missing-row"

  // Rule files
  case ruleFileMissing = "rule-file-missing"
  case ruleFileInvalid = "rule-file-invalid"
  case ruleUnknownKey = "rule-unknown-key"
  case ruleUnknownReference = "rule-unknown-reference"
  case ruleDuplicate = "rule-duplicate"
  case calendarOverlap = "calendar-overlap"
  case keyNotListed = "key-not-listed"
  case retentionUnverified = "retention-unverified"
  case delegationChain = "delegation-chain"
  case assignmentMissing = "assignment-missing"

  // Review notes
  case noteRecord = "note-record"
  case noteVersion = "note-version"
  case notePoints = "note-points"
  case noteSum = "note-sum"
  case noteOfAnother = "note-of-another"

  // Change, person, decision
  case accessDenied = "access-denied"
  case notLinear = "not-linear"
  case malformedObject = "malformed-object"
  case absentObject = "absent-object"
  case changeTooLarge = "change-too-large"
  case unknownPerson = "unknown-person"
  case authorMismatch = "author-mismatch"
  case ownWork = "own-work"
  case notYourRole = "not-your-role"
  case notYetYourTurn = "not-yet-your-turn"
  case delegationNotInForce = "delegation-not-in-force"
  case decisionForm = "decision-form"
  case decisionContent = "decision-content"
  case badSignature = "bad-signature"
  case referenceNotAllowed = "reference-not-allowed"
  case historyRedirected = "history-redirected"
  case rulesWithRecords = "rules-with-records"
  case policyNumber = "policy-number"
  case policyPredecessor = "policy-predecessor"
  case timeImplausible = "time-implausible"
  case historyRewritten = "history-rewritten"
  case pushMixed = "push-mixed"
  case pushTooLarge = "push-too-large"
  case decisionMoved = "decision-moved"
  case decisionNotReceived = "decision-not-received"
  case locked
  case lockUnknown = "lock-unknown"

  // Correction of what is locked
  case correctionForm = "correction-form"
  case correctionEvidence = "correction-evidence"
  case correctionRequester = "correction-requester"
  case correctionProcedure = "correction-procedure"
  case correctionStale = "correction-stale"
  case correctionDifference = "correction-difference"
  case correctionPath = "correction-path"
  case correctionLock = "correction-lock"
  case correctionConsent = "correction-consent"
  case correctionSigners = "correction-signers"
  case correctionApplier = "correction-applier"
  case correctionRefused = "correction-refused"
  case correctionLate = "correction-late"
  case correctionClosed = "correction-closed"

  // Journal
  case receiptForm = "receipt-form"
  case receiptChain = "receipt-chain"
  case receiptSignature = "receipt-signature"
  case receiptMissing = "receipt-missing"
  case receiptContradicted = "receipt-contradicted"
  case witnessDiffers = "witness-differs"
  case journalRekeyed = "journal-rekeyed"

  /// Hints that do not stop an action.
  package var isWarning: Bool {
    switch self {
    case .rawHTML, .notNFC, .remoteImage, .unknownSection, .notAssigned, .nestingTooDeep, .journalRekeyed: true
    case .lessonUnknown, .lessonDiffers: true
    default: false
    }
  }
}

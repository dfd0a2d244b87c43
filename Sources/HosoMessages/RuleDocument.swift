internal import HosoCore

/// `Docs/Rules.md`: every fault and problem with its rule, its words and what to do, made from the catalogue.
package enum RuleDocument {
  /// The whole page, with a line feed at its end.
  package static var markdown: String {
    var lines = [
      "# Rules", "",
      "Every fault that hoso finds, by its id. An id is never renamed. This page is made from the messages",
      "(`RECORD=1 swift test --filter RuleDocument`). `{…}` stands for what the message names.", "",
      "An error stops a submission or decision; a *hint* does not. Mỗi lỗi có mã, quy định, lời báo và cách sửa.", "",
    ]
    for topic in Topic.allCases {
      lines += ["## \(topic.title(.english)) · \(topic.title(.vietnamese))", ""]
      for id in DiagnosticID.allCases where Topic(of: id) == topic {
        lines += section(id.rawValue, id.isWarning ? " (hint)" : "", Catalogue.entry(for: id))
      }
    }
    lines += ["## Problems · Việc không làm được", "", "In brackets: the exit status of the command.", ""]
    for id in Problem.ID.allCases {
      lines += section(id.rawValue, " (\(Problem(id).exitStatus))", Catalogue.entry(for: id))
    }
    lines.removeLast()
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ id: String, _ note: String, _ entry: CatalogueEntry) -> [String] {
    var lines = ["### `\(id)`\(note)", ""]
    for language in [Language.english, .vietnamese] {
      lines.append("- \(escaped(entry.rule(language))).")
      lines.append("  - \(language == .english ? "Message" : "Lời báo"): \(escaped(entry.summary(language)))")
      lines.append("  - \(language == .english ? "Fix" : "Cách sửa"): \(escaped(entry.fix(language)))")
    }
    return lines + [""]
  }

  /// The text with the characters that Markdown would take for its own.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += "<>*_#`[]\\".contains($1) ? "\\\($1)" : String($1) }
  }
}

extension RuleDocument {
  /// The sections of the page.
  enum Topic: CaseIterable {
    case names, text, frontMatter, fields, markdown, tables, ruleFiles, changes, corrections, journal

    var title: Localized {
      switch self {
      case .names: Localized(vi: "Tên và chỗ đặt", en: "Names and places")
      case .text: Localized(vi: "Byte và chữ", en: "Bytes and text")
      case .frontMatter: Localized(vi: "Phần đầu", en: "Front matter")
      case .fields: Localized(vi: "Giá trị", en: "Fields")
      case .markdown: Localized(vi: "Nội dung", en: "Markdown")
      case .tables: Localized(vi: "Bảng CSV", en: "CSV tables")
      case .ruleFiles: Localized(vi: "Tệp quy định", en: "Rule files")
      case .changes: Localized(vi: "Thay đổi và quyết định", en: "Changes and decisions")
      case .corrections: Localized(vi: "Chỉnh sửa hồ sơ đã khoá sổ", en: "Corrections of what is locked")
      case .journal: Localized(vi: "Sổ biên nhận", en: "Journal of receipts")
      }
    }

    init(of id: DiagnosticID) {
      switch id {
      case .nameNotUTF8, .nameNotNFC, .nameNotPortable, .nameReserved, .nameTooLong, .pathTooDeep, .nameTwin, .fileMode,
        .gitControlFile, .unplacedRecord, .placeReference:
        self = .names
      case .fileTooLarge, .binaryContent, .notUTF8, .notNFC, .byteOrderMark, .carriageReturn, .conflictMarker,
        .emptyRecord:
        self = .text
      case .frontMatterMissing, .frontMatterUnclosed, .yamlSyntax, .yamlAnchor, .duplicateField: self = .frontMatter
      case .unknownField, .missingField, .fieldType, .invalidDate, .valueNotAllowed, .valueOutOfRange, .valueTooLong,
        .unknownReference, .placeMismatch, .dateOutsideWeek, .dateOutsideYear, .dateOnHoliday, .notAssigned,
        .sumMismatch, .samePerson, .lessonUnknown, .lessonDiffers, .valueNotMultiple, .wrongRole, .notePoints, .noteSum:
        self = .fields
      case .missingTitle, .titleMismatch, .severalLessons, .missingSection, .sectionOrder, .duplicateSection,
        .emptySection, .unknownSection, .brokenLink, .unsafeLink, .remoteImage, .rawHTML, .nestingTooDeep:
        self = .markdown
      case .csvUnclosedQuote, .csvStrayQuote, .csvRowLength, .csvMissingColumn, .csvUnknownColumn, .csvDuplicateColumn,
        .csvColumnOrder, .duplicateKey, .missingRow:
        self = .tables
      case .ruleFileMissing, .ruleFileInvalid, .ruleUnknownKey, .ruleUnknownReference, .ruleDuplicate, .calendarOverlap,
        .keyNotListed, .retentionUnverified, .delegationChain, .assignmentMissing:
        self = .ruleFiles
      case .accessDenied, .notLinear, .malformedObject, .absentObject, .changeTooLarge, .unknownPerson, .authorMismatch,
        .ownWork, .notYourRole, .decisionForm, .decisionContent, .badSignature, .referenceNotAllowed,
        .historyRedirected, .rulesWithRecords, .notYetYourTurn, .delegationNotInForce, .noteRecord, .noteVersion,
        .noteOfAnother,
        .policyNumber, .policyPredecessor, .timeImplausible, .historyRewritten, .pushMixed, .pushTooLarge,
        .decisionMoved, .decisionNotReceived, .locked, .lockUnknown:
        self = .changes
      case .correctionForm, .correctionEvidence, .correctionRequester, .correctionProcedure, .correctionStale,
        .correctionDifference, .correctionPath, .correctionLock, .correctionConsent, .correctionSigners,
        .correctionApplier, .correctionRefused, .correctionLate, .correctionClosed:
        self = .corrections
      case .receiptForm, .receiptChain, .receiptSignature, .receiptMissing, .receiptContradicted, .witnessDiffers,
        .journalRekeyed:
        self = .journal
      }
    }
  }
}

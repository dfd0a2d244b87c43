package import HosoCore

/// The words for faults and problems, in one language.
package struct Catalogue: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// What is wrong: one line without a full stop.
  package func summary(of diagnostic: Diagnostic) -> String {
    filled(Variants.entry(for: diagnostic).words(in: language).summary, shown(diagnostic))
  }

  /// What to do about it.
  package func fix(for diagnostic: Diagnostic) -> String {
    filled(Variants.entry(for: diagnostic).words(in: language).fix, shown(diagnostic))
  }

  /// What could not be done, and why.
  package func summary(of problem: Problem) -> String {
    var facts = problem.facts
    if problem.id == .officeFile, let word = facts["detail"] {
      facts["detail"] = Vocabulary.detail(ofOffice: word)?(language) ?? word
    }
    if problem.id == .noConsentAsked, let words = facts["asked"] {
      facts["asked"] = Self.list(words).map { Vocabulary.name(ofSigner: $0)(language) }.joined(separator: ", ")
    }
    return filled(entry(for: problem).words(in: language).summary, facts)
  }

  /// What to do about it.
  package func fix(for problem: Problem) -> String {
    if problem.id == .officeFile, problem.facts["detail"] == "one-at-a-time" {
      return Localized(vi: "chạy lệnh riêng cho từng tệp Word", en: "run the command for each Word file alone")(
        language)
    }
    return filled(entry(for: problem).words(in: language).fix, problem.facts)
  }

  /// The words of a problem that has others for some of its reasons.
  private func entry(for problem: Problem) -> CatalogueEntry {
    switch problem.id {
    case .tableFile: SheetEntries.entry(for: problem.facts["detail"])
    case .officeFile where problem.facts["form"] == "sheet": SheetEntries.sheetFile
    case .toolMissing where problem.facts["package"] != nil: SheetEntries.packageMissing
    default: Self.entry(for: problem.id)
    }
  }

  private func filled(_ text: String, _ facts: [String: String]) -> String { TextTemplate(text).filled(facts) }

  /// The facts with names of the program's own turned into words.
  private func shown(_ diagnostic: Diagnostic) -> [String: String] {
    var facts = diagnostic.facts
    func translate(_ name: String, _ words: (String) -> String?) {
      if let fact = facts[name] { facts[name] = words(fact) ?? fact }
    }
    switch diagnostic.id {
    case .accessDenied:
      translate("verb") { AccessVerb(rawValue: $0).map { Vocabulary.name(of: $0)(language) } }
      translate("limits") { Vocabulary.place($0, in: language) }
      for name in ["role", "needed"] {
        translate(name) { DriveRole(rawValue: $0).map { Vocabulary.name(of: $0)(language) } }
      }
    case .locked:
      translate("verb") { AccessVerb(rawValue: $0).map { Vocabulary.name(of: $0)(language) } }
    case .notYetYourTurn, .delegationNotInForce, .delegationChain:
      for name in ["role", "first"] { translate(name) { Self.roles($0, language) } }
    case .notePoints: translate("reason") { Vocabulary.points($0)?(language) }
    case .notYourRole:
      translate("role") { Vocabulary.name(ofSigner: $0)(language) }
      translate("asked") { list in
        Self.list(list).map { Vocabulary.name(ofSigner: $0)(language) }.joined(separator: ", ")
      }
    case .correctionSigners, .correctionApplier:
      translate("asked") { list in
        Self.list(list).map { entry in
          entry.split(separator: "/").map { word in
            Vocabulary.name(ofSigner: String(word.filter { $0 != " " }))(language)
          }.joined(separator: Localized(vi: " hoặc ", en: " or ")(language))
        }.joined(separator: ", ")
      }
    case .correctionForm, .correctionConsent, .correctionDifference, .correctionLate, .correctionPath:
      translate("detail") { Vocabulary.detail(ofCorrection: $0)?(language) }
    case .fieldType: translate("type") { Vocabulary.type($0)?(language) }
    case .wrongRole:
      translate("roles") { list in
        Self.list(list).map { id in SchoolRole(rawValue: id).map { Vocabulary.name(of: $0)(language) } ?? id }
          .joined(separator: ", ")
      }
    case .yamlSyntax: translate("detail") { Vocabulary.detail(ofYAML: $0)(language) }
    case .decisionForm, .malformedObject: translate("detail") { Vocabulary.detail(ofObject: $0)?(language) }
    case .receiptChain, .receiptContradicted: translate("detail") { Vocabulary.detail(ofReceipt: $0)?(language) }
    case .receiptForm: translate("detail") { Vocabulary.detail(ofObject: $0)?(language) }
    case .changeTooLarge: translate("what") { Vocabulary.amount($0)?(language) }
    case .badSignature: translate("detail") { Vocabulary.detail(ofSignature: $0)?(language) }
    case .unknownReference: translate("list") { $0.contains("/") ? $0 : ".hoso/" + $0 }
    case .unplacedRecord: translate("template") { Vocabulary.place($0, in: language) }
    case .ruleDuplicate: translate("value") { Vocabulary.place($0, in: language) }
    default: break
    }
    return facts
  }

  /// A list of roles in words.
  private static func roles(_ text: String, _ language: Language) -> String {
    list(text).map { id in SchoolRole(rawValue: id).map { Vocabulary.name(of: $0)(language) } ?? id }
      .joined(separator: ", ")
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}

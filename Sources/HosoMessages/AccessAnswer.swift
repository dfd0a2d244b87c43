package import HosoCore

/// The answer to "may he do this": verdict, line of the list of rights, where it is inherited from, limit, whom to ask.
package struct AccessAnswer: Sendable {
  private let decision: AccessDecision
  private let person: Person
  private let rulebook: Rulebook
  /// What was asked; the decision's own verb and path say by what it was decided.
  private let verb: AccessVerb

  package init(_ decision: AccessDecision, of person: Person, asking verb: AccessVerb, in rulebook: Rulebook) {
    self.decision = decision
    self.person = person
    self.verb = verb
    self.rulebook = rulebook
  }

  /// The lines to print, the verdict first, the others indented.
  package func lines(in language: Language) -> [String] {
    let catalogue = Catalogue(language)
    let refusal = decision.refusal(of: person, in: rulebook)
    // Of somebody who does not belong to the school the lines say nothing.
    let notes = decision.isMember ? [rule, origin, limit, other].compactMap { $0.map { "  " + $0(language) } } : []
    guard !decision.isAllowed else { return [allowed(language)] + notes }
    let verdict = Localized(vi: "KHÔNG ĐƯỢC: ", en: "REFUSED: ")(language) + catalogue.summary(of: refusal)
    return [verdict] + notes + ["  " + catalogue.fix(for: refusal)]
  }

  private var folder: String { decision.folder.isEmpty ? "/" : decision.folder }

  private func allowed(_ language: Language) -> String {
    let role = decision.role.map { Vocabulary.name(of: $0)(language) } ?? ""
    let verb = Vocabulary.name(of: decision.verb)(language)
    let line = decision.grant?.line ?? 0
    return Localized(
      vi: """
        ĐƯỢC: \(person.name) là \(role) ở '\(folder)' (.hoso/access.csv dòng \(line)), nên được \(verb) \
        '\(decision.path)'.
        """,
      en: """
        ALLOWED: \(person.name) is \(role) at '\(folder)' (.hoso/access.csv line \(line)) and may \(verb) \
        '\(decision.path)'.
        """)(language)
  }

  /// The line of the list, as it stands there.
  private var rule: Localized? {
    guard let grant = decision.grant else { return nil }
    func text(_ language: Language) -> String {
      let days = [
        grant.from.map { Localized(vi: "từ \($0)", en: "from \($0)")(language) },
        grant.to.map { Localized(vi: "đến hết \($0)", en: "to \($0)")(language) },
      ].compactMap(\.self).map { ", " + $0 }.joined()
      let template = grant.folder.text.isEmpty ? "/" : Vocabulary.place(grant.folder.text, in: language)
      return "'\(template)', \(grant.grantee.text): \(Vocabulary.name(of: grant.role)(language))\(days)"
    }
    return Localized(
      vi: ".hoso/access.csv dòng \(grant.line): \(text(.vietnamese))",
      en: ".hoso/access.csv line \(grant.line): \(text(.english))")
  }

  private var origin: Localized? {
    guard decision.grant != nil, ![decision.path.text, decision.path.folderText].contains(decision.folder) else {
      return nil
    }
    return Localized(vi: "kế thừa từ: \(folder)", en: "inherited from: \(folder)")
  }

  private var limit: Localized? {
    // Of somebody without a role the verdict says it.
    guard let limited = decision.limitedAt, decision.grant != nil else { return nil }
    return Localized(
      vi: "thư mục bị giới hạn: \(limited); quyền cho từ phía trên dừng ở đó, trừ của người quản lý",
      en: "limited folder: \(limited); rights from above end there, save a manager's")
  }

  private var other: Localized? {
    switch verb {
    case .move where decision.isAllowed:
      Localized(
        vi: "nơi chuyển đến còn cần quyền thêm mới: hỏi bằng 'create'",
        en: "where it goes, the right to create is needed too: ask with 'create'")
    case .limit where decision.isAllowed || decision.path == .accessList:
      Localized(
        vi: "đặt hay bỏ giới hạn cần là người quản lý của thư mục và của .hoso/access.csv",
        en: "to limit a folder one manages both the folder and .hoso/access.csv")
    case .grant where decision.path == .accessList:
      Localized(
        vi: "quyền của mọi thư mục đều ghi trong .hoso/access.csv",
        en: "the rights on every folder lie in .hoso/access.csv")
    default: nil
    }
  }
}

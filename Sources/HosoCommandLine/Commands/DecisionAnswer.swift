internal import HosoActions
internal import HosoCore
internal import HosoMessages

extension Console {
  /// Prints whether somebody may decide over a record, in which role and by whose delegation.
  func show(_ answer: WhyDecisionAction.Answer) throws {
    let catalogue = Catalogue(language)
    if isJSON {
      self.answer(
        .object([
          "format": 1, "allowed": .bool(answer.faults.isEmpty), "person": .string(answer.person.id),
          "verb": .string(answer.verb.rawValue), "path": .string(answer.path.text),
          "role": JSON(answer.mandate?.role.rawValue), "for": JSON(answer.mandate?.giver),
          "rule": JSON(answer.mandate?.delegation.map { ".hoso/delegations.csv:\($0.line)" }),
          "waiting": .waiting(answer.waiting), "diagnostics": .diagnostics(answer.faults, language),
        ]))
    } else {
      if answer.faults.isEmpty {
        self.answer(allowed(answer))
      } else {
        for fault in answer.faults {
          self.answer(text("KHÔNG ĐƯỢC: ", "REFUSED: ") + catalogue.summary(of: fault))
          self.answer("  " + catalogue.fix(for: fault))
        }
      }
      if let delegation = answer.mandate?.delegation {
        self.answer("  " + delegationLine(delegation, answer.rulebook))
      }
      if let waiting = answer.waiting {
        self.answer("  " + WaitingListing.sentence(waiting, answer.rulebook, self))
      }
    }
    if !answer.faults.isEmpty { throw Exit(status: 1) }
  }

  private func allowed(_ answer: WhyDecisionAction.Answer) -> String {
    let role = answer.mandate.map { Vocabulary.name(of: $0.role)(language) } ?? ""
    let giver = answer.mandate?.giver.map { answer.rulebook.people[$0]?.name ?? $0 }
    let verb = answer.verb == .approve ? text("duyệt", "approve") : text("trả lại", "return")
    let place = "'\(answer.path)'"
    return text(
      "ĐƯỢC: \(answer.person.name) được \(verb) \(place) với vai \(role)"
        + (giver.map { ", thay mặt \($0)" } ?? "") + ".",
      "ALLOWED: \(answer.person.name) may \(verb) \(place) as \(role)"
        + (giver.map { ", on behalf of \($0)" } ?? "") + ".")
  }

  private func delegationLine(_ delegation: Delegation, _ rulebook: Rulebook) -> String {
    let giver = rulebook.people[delegation.from]?.name ?? delegation.from
    let number = delegation.number.isEmpty ? "" : " (\(delegation.number))"
    return text(
      ".hoso/delegations.csv dòng \(delegation.line): \(giver) uỷ quyền từ \(delegation.first) đến hết "
        + "\(delegation.last)\(number): \(delegation.reason)",
      ".hoso/delegations.csv line \(delegation.line): given by \(giver) from \(delegation.first) to "
        + "\(delegation.last)\(number): \(delegation.reason)")
  }
}

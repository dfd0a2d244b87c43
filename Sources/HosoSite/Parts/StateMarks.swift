internal import HosoCore

/// The marks of states: chips, bars, cells. Each says its state in words, letter or shape, never by colour alone.
extension RecordState {
  var chip: StaticString {
    switch self {
    case .submitted: "chip chip-submitted"
    case .returned: "chip chip-returned"
    case .changed: "chip chip-changed"
    case .approved: "chip chip-approved"
    case .kept: "chip chip-kept"
    }
  }

  var cell: StaticString {
    switch self {
    case .submitted: "cell cell-submitted"
    case .returned: "cell cell-returned"
    case .changed: "cell cell-changed"
    case .approved: "cell cell-approved"
    case .kept: "cell cell-kept"
    }
  }

  var bar: StaticString {
    switch self {
    case .submitted: "bar-submitted"
    case .returned: "bar-returned"
    case .changed: "bar-changed"
    case .approved: "bar-approved"
    case .kept: "bar-kept"
    }
  }

  var banner: StaticString {
    switch self {
    case .submitted: "banner banner-submitted"
    case .returned: "banner banner-returned"
    case .changed: "banner banner-changed"
    case .approved: "banner banner-approved"
    case .kept: "banner banner-kept"
    }
  }
}

extension Site {
  func chip(_ state: RecordState) -> Node { .span(class: state.chip, say(SiteText.state(state))) }

  var lateChip: Node { .span(class: "chip chip-late", say(SiteText.late)) }

  var missingChip: Node { .span(class: "chip chip-missing", say(SiteText.missing)) }

  /// The record's state and, where it came late, that too.
  func chips(_ record: RecordStatus) -> Node {
    .fragment([chip(record.state)] + (record.isLate ? [.text(" "), lateChip] : []))
  }

  func verbChip(_ verb: Decision.Verb) -> Node {
    switch verb {
    case .approve: .span(class: "chip chip-approved", say(SiteText.verb(verb)))
    case .return: .span(class: "chip chip-returned", say(SiteText.verb(verb)))
    }
  }

  /// Why somebody decided so, or nothing where he did not say.
  func reason(_ decision: Decision) -> Node {
    guard !decision.reason.isEmpty else { return .none }
    let content: [Node] = [say(SiteText.reason(decision.verb)), .text(": "), .bdi(.text(decision.reason))]
    switch decision.verb {
    case .approve: return .p(class: "reason", .fragment(content))
    case .return: return .p(class: "reason reason-returned", .fragment(content))
    }
  }

  /// A bar whose parts are the states and what is missing; its label says the numbers.
  func bar(_ counts: StateCounts) -> Node {
    let whole = counts.total + counts.missing
    guard whole > 0 else { return .none }
    var parts: [Node] = []
    var words: [String] = []
    var sum = 0
    func add(_ style: StaticString, _ number: Int, _ name: Localized) {
      guard number > 0 else { return }
      let from = sum * 1000 / whole
      sum += number
      parts.append(.rect(class: style, x: from, width: max(sum * 1000 / whole - from - 3, 2), height: 10))
      words.append("\(name(language)): \(count(number))")
    }
    for state in [RecordState.approved, .kept, .submitted, .changed, .returned] {
      add(state.bar, counts[state], SiteText.state(state))
    }
    add("bar-missing", counts.missing, SiteText.missing)
    return .svg(class: "bar", viewBox: "0 0 1000 10", .fragment(parts))
      .with("role", "img").with("aria-label", words.joined(separator: ", "))
  }
}

internal import GitObjects
internal import HosoCore
internal import HosoMessages

/// What the site rests on, and how an inspector checks it himself.
struct VerificationPage: Page {
  let site: Site
  let verification: SiteVerification
  let address = PageAddress.verification
  let style: StaticString = "verification-page"
  var title: String { site.string(VerificationText.title) }

  /// More is for `hoso verify` to list.
  private static let mostFaults = 20

  var content: Node {
    .fragment([
      .header(class: "page-header", .h1(say(VerificationText.title)), .p(class: "lead", say(VerificationText.lead))),
      outcome, numbers, journal, steps,
    ])
  }

  private var outcome: Node {
    guard let faults = verification.faults else {
      return .section(.h2(say(VerificationText.outcome)), .p(say(VerificationText.notVerified)))
    }
    let rest = faults.count - Self.mostFaults
    return .section(
      .h2(say(VerificationText.outcome)),
      .p(.strong(say(faults.isEmpty ? VerificationText.allFollows : VerificationText.faults(faults.count)))),
      list(faults), rest > 0 ? .p(say(VerificationText.more(rest))) : .none,
      verification.notices.isEmpty ? .none : .p(say(VerificationText.notices)), list(verification.notices))
  }

  private func list(_ faults: [SiteVerification.Fault]) -> Node {
    guard !faults.isEmpty else { return .none }
    let catalogue = Catalogue(site.language)
    return .ol(
      class: "plain-list",
      .fragment(
        faults.prefix(Self.mostFaults).map { fault in
          .li(
            .code(.text(NameRule.visible(fault.place))), .text(": "), path(of: fault),
            .bdi(.text(catalogue.summary(of: fault.diagnostic))))
        }))
  }

  private func path(of fault: SiteVerification.Fault) -> Node {
    guard let path = fault.diagnostic.path, path != fault.place else { return .none }
    return .fragment([.code(.text(NameRule.visible(path))), .text(": ")])
  }

  private var numbers: Node {
    var rows: [(Localized, Node)] = [
      (VerificationText.asOf, site.view.commits.last.map { site.when($0.moment) } ?? .text("–")),
      (VerificationText.tip, .code(.text(site.view.commits.last?.id.hexadecimal ?? "–"))),
      (VerificationText.commits, .text(site.count(site.view.commits.count))),
      (VerificationText.people, .text(site.count(Set(site.view.commits.map(\.email)).count))),
      (VerificationText.decisions, .text(site.count(verification.decisions))),
    ]
    if let head = verification.head { rows.append((VerificationText.receipts, .text(site.count(head.sequence)))) }
    return .section(
      .h2(say(VerificationText.numbers)),
      .dl(class: "fields", .fragment(rows.flatMap { [.dt(say($0.0)), .dd($0.1)] })))
  }

  private var journal: Node {
    .section(
      .h2(say(VerificationText.journal)),
      verification.head.map {
        .fragment([.p(say(VerificationText.compare)), command($0.line)])
      } ?? .p(say(VerificationText.noJournal)))
  }

  private var steps: Node {
    var lines = ["hoso verify"]
    if let head = verification.head { lines.append("hoso verify --witness '\(head.line)'") }
    lines.append("git config gpg.ssh.allowedSignersFile .hoso/allowed_signers")
    lines.append("git verify-tag " + (site.view.decisions.last?.tag ?? "$(git tag -l 'approve/*' | head -1)"))
    if verification.head != nil { lines.append("git log --show-signature origin/journal") }
    lines.append("git verify-commit \(site.view.commits.last?.id.short ?? "main")")
    return .section(
      .h2(say(VerificationText.repeatIt)), .p(say(VerificationText.steps)), .fragment(lines.map(command)),
      .p(class: "quiet", say(VerificationText.stepsNote)))
  }

  private func command(_ line: String) -> Node { .p(.code(.text(line))) }
}

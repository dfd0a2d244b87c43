internal import GitObjects
internal import HosoCore

/// One correction: the old values struck, the new ones beside them, who signed when, on what evidence.
struct CorrectionPage: Page {
  let site: Site
  let status: CorrectionStatus
  let section: SiteSection? = .decisions
  let style: StaticString = "correction-page"
  var address: PageAddress { .correction(status.folder) }
  var title: String { site.title(of: status) }
  var breadcrumbs: [Crumb] { [Crumb(title: site.string(CorrectionText.title), address: .corrections)] }

  var content: Node {
    .fragment([
      .header(class: "page-header", .h1(.bdi(.text(title))), .p(site.chip(status.state))),
      facts,
      status.request.map { .fragment([changes($0), signatures, evidence($0)]) }
        ?? .p(class: "quiet", say(CorrectionText.unreadable)),
    ])
  }

  private var facts: Node {
    var rows: [(Localized, Node)] = []
    if let request = status.request {
      rows.append((CorrectionText.requester, personLink(request.requester)))
      if let reason = request.withdrawal { rows.append((CorrectionText.withdrawn, .bdi(.text(reason)))) }
    }
    if let procedure = status.procedure {
      let title = procedure.title(site.language)
      rows.append(
        (CorrectionText.procedure, .fragment([.bdi(.text("\(title) (\(procedure.clause))")), note(procedure)])))
    }
    if let minutes = site.recordAt[status.folder.minutes] {
      rows.append((CorrectionText.minutes, recordLink(minutes)))
    }
    for (name, commit) in [(CorrectionText.opened, status.openedIn), (CorrectionText.applied, status.appliedIn)] {
      guard let commit else { continue }
      let made = site.view.commits[commit]
      rows.append((name, .fragment([site.when(made.moment), .text(" · "), author(of: made)])))
    }
    return .table(class: "meta", .tbody(.fragment(rows.map { .tr(.th(scope: "row", say($0.0)), .td($0.1)) })))
      .with("aria-label", site.string(SiteText.metaTitle))
  }

  private func note(_ procedure: CorrectionProcedure) -> Node {
    procedure.note.map { .fragment([.br(), .span(class: "quiet", say($0))]) } ?? .none
  }

  // MARK: what changes

  private func changes(_ request: CorrectionCase) -> Node {
    .section(.h2(say(CorrectionText.content)), .fragment(request.records.map { changes($0, request) }))
  }

  private func changes(_ target: CorrectionCase.Target, _ request: CorrectionCase) -> Node {
    let record = site.recordAt[target.path].map { recordLink($0) } ?? .code(.text(target.path.text))
    let cells = request.cells(of: target.path)
    guard !cells.isEmpty else {
      return .fragment([.h3(record), .p(class: "quiet", say(CorrectionText.wholeText))])
    }
    let kind = site.rulebook.kind(at: target.path)?.kind
    let heads = [
      CorrectionText.pupil, CorrectionText.column, CorrectionText.old, CorrectionText.new, CorrectionText.reason,
    ]
    return .fragment([
      .h3(record),
      .table(
        class: "record-table correction-cells", .thead(.tr(.fragment(heads.map { head($0) }))),
        .tbody(.fragment(cells.map { row($0, kind) }))),
    ])
  }

  private func row(_ one: CorrectionCase.Cell, _ kind: Kind?) -> Node {
    let empty = Node.span(class: "quiet", say(CorrectionText.empty))
    let column = kind?.field(named: one.column)?.title(site.language) ?? one.column
    return .tr(
      .th(scope: "row", .bdi(.text(one.key))), cell(CorrectionText.column, .bdi(.text(column))),
      cell(CorrectionText.old, one.old.isEmpty ? empty : .del(.bdi(.text(one.old)))),
      cell(CorrectionText.new, one.new.isEmpty ? empty : .ins(.bdi(.text(one.new)))),
      cell(CorrectionText.reason, .bdi(.text(one.reason))))
  }

  // MARK: who signed

  private var signatures: Node {
    let heads = [
      CorrectionText.capacity, CorrectionText.signer, CorrectionText.word, SiteText.decidedAt, SiteText.tag,
    ]
    let refused = status.words.filter { $0.consent.verb == .refuse }.map(\.consent.signer)
    let missing = status.missing.filter { entry in
      status.state != .applied && !entry.contains { refused.contains($0) }
    }
    return .section(
      .h2(say(CorrectionText.consents)),
      .table(
        class: "record-table correction-consents", .thead(.tr(.fragment(heads.map { head($0) }))),
        .tbody(.fragment(status.words.map(row)), .fragment(missing.map(row)))))
  }

  private func row(_ word: RecordedConsent) -> Node {
    let consent = word.consent
    let reason: Node =
      consent.reason.isEmpty ? .none : .fragment([.br(), .span(class: "quiet", .bdi(.text(consent.reason)))])
    return .tr(
      .th(scope: "row", say(CorrectionText.signers([consent.signer]))),
      cell(CorrectionText.signer, personLink(consent.person)),
      cell(CorrectionText.word, .fragment([say(CorrectionText.verb(consent.verb)), reason])),
      cell(SiteText.decidedAt, site.when(consent.moment)),
      cell(SiteText.tag, .code(class: "tag-name", .text(word.tag))))
  }

  private func row(_ missing: [CorrectionProcedure.Signer]) -> Node {
    .tr(
      .th(scope: "row", say(CorrectionText.signers(missing))), cell(CorrectionText.signer, .text("–")),
      cell(CorrectionText.word, .span(class: "quiet", say(CorrectionText.missing))),
      cell(SiteText.decidedAt, .text("–")), cell(SiteText.tag, .text("–")))
  }

  // MARK: why

  private func evidence(_ request: CorrectionCase) -> Node {
    .section(
      .h2(say(CorrectionText.evidence)),
      .ul(
        class: "plain-list",
        .fragment(
          request.evidence.map { path in
            .li(.bdi(.text(String(path.name))), .text(" "), .code(class: "tag-name", .text(blob(of: path))))
          })))
  }

  /// The content's name, by which the file that was signed is told from another.
  private func blob(of path: RecordPath) -> String { site.view.attachments[path]?.short ?? "" }
}

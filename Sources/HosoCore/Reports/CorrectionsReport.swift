/// P4: who changed marks that stood in a book already.
///
/// A correction is a cell that had a value in one version and another value, or none, in the next; with or without a written
/// case. That of a case is its requester's, whoever carried it out.
struct CorrectionsReport {
  let source: ReportSource
  let scope: ReportScope

  /// One changed mark.
  struct Correction {
    let commit: CommitSummary
    /// Whose it is; nil where the address is nobody's.
    let person: ListID?
    /// Whether it was carried out as a case with consents.
    let isOfCase: Bool
    let book: MarkBook
    let cell: ReplacedCell
  }

  func report() throws -> Report {
    let corrections = try corrections()
    var byPerson: [ReportCell: [Correction]] = [:]
    for each in corrections {
      byPerson[each.person.map { .person($0) } ?? .text(each.commit.email), default: []].append(each)
    }
    let rows = byPerson.sorted {
      (-$0.value.count, source.order(of: $0.key).0, $0.value[0].commit.email)
        < (-$1.value.count, source.order(of: $1.key).0, $1.value[0].commit.email)
    }.map { person, own -> [ReportCell] in
      var team: ListID?
      if case .person(let id) = person { team = source.rulebook.people[id]?.team }
      return [
        person, ReportCell(team: team), .count(own.count), .count(own.count { $0.isOfCase }), .count(pupils(own)),
        .count(commits(own)),
        .count(Set(own.map(\.book.record)).count), ReportCell(own.map(\.commit.moment).max()),
      ]
    }
    return source.report(
      .corrections, scope,
      [
        .person, .team, .integer("cells", "Số điểm đã sửa", "Marks changed"),
        .integer("of-cases", "Qua hồ sơ chỉnh sửa", "Through a case"),
        .integer("pupils", "Số học sinh", "Pupils"), .integer("commits", "Số lần ghi", "Commits"),
        .integer("books", "Số sổ", "Books"), .moment("last", "Sửa gần nhất", "Last change"),
      ], rows,
      totals: [
        .total, .empty, .count(corrections.count), .count(corrections.count { $0.isOfCase }),
        .count(pupils(corrections)), .count(commits(corrections)),
        .count(Set(corrections.map(\.book.record)).count), ReportCell(corrections.map(\.commit.moment).max()),
      ],
      notes: [
        Localized(
          vi:
            "Chỉ tính ô điểm đã có giá trị rồi đổi hoặc bị xoá, so từng lần ghi của sổ. Nhập lần đầu không phải là sửa.",
          en:
            "A cell counts that had a value and was changed or emptied, version by version. A first entry is no change."
        )
      ])
  }

  /// The changed marks that the scope covers, book by book, oldest first.
  func corrections() throws -> [Correction] {
    var found: [Correction] = []
    let cases = Dictionary(
      source.view.corrections.compactMap { status in status.appliedIn.map { ($0, status.request?.requester) } },
      uniquingKeysWith: { first, _ in first })
    for book in source.classBooks {
      let columns = Dictionary(book.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      for change in try source.digest(of: book.record).tables?.changes ?? [] where !change.replaced.isEmpty {
        let commit = source.view.commits[change.commit]
        let requester = cases[change.commit]
        let person = requester ?? commit.person
        guard isAsked(book, commit, person) else { continue }
        found += change.replaced.filter { columns[$0.column] != nil }.map {
          Correction(commit: commit, person: person, isOfCase: requester != nil, book: book, cell: $0)
        }
      }
    }
    return found
  }

  private func isAsked(_ book: MarkBook, _ commit: CommitSummary, _ by: ListID?) -> Bool {
    if let schoolClass = scope.schoolClass, book.schoolClass != schoolClass { return false }
    if let term = scope.term, (book.term ?? source.term(on: commit.moment.date)) != term { return false }
    if let month = scope.month, commit.moment.date.parts.month != month { return false }
    if let person = scope.person, by != person { return false }
    if let team = scope.team, by.flatMap({ source.rulebook.people[$0]?.team }) != team { return false }
    if let kind = scope.kind, source.view.kind(of: source.view.records[book.record]).id != kind { return false }
    return true
  }

  private func pupils(_ corrections: [Correction]) -> Int {
    Set(corrections.map { [$0.book.schoolClass, $0.cell.key] }).count
  }

  private func commits(_ corrections: [Correction]) -> Int { Set(corrections.map(\.commit.id)).count }
}

package import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoGit

extension SchoolStore {
  /// Derives the whole view of `year` (nil: the school's current year) at the tip of `main`.
  ///
  /// `report` gets what is wrong with tags; they count for nothing.
  /// A caller that has read the history of the tip already gives it, so that it is not read twice. `moment`, in seconds since
  /// 1970, is "now" for what is missing; nil means the time of the newest commit. Contents are read where some kind is
  /// expected for each lesson or test, and, with `readsLessons`, what the curriculum and the lesson plans say.
  package func view(
    year: String?, history known: History? = nil, at moment: Int64? = nil, readsLessons: Bool = false,
    report: (Diagnostic) -> Void = { _ in }
  ) throws -> SchoolView {
    let tip = try known?.commits.last ?? existingTip()
    let rulebook = try rulebook(at: tip)
    let year = year ?? rulebook.school.year
    guard rulebook.calendars[year] != nil else { throw Problem(.unknownYear, ["year": year]) }
    let history = try known ?? history(of: tip)
    let receptions = try receptions(history, offset: rulebook.school.offset)
    let commits = summaries(history, under: rulebook, receptions)
    let hasDecisions = try !repository.references(below: "refs/tags/").isEmpty
    let decisions =
      hasDecisions
      ? try DecisionReader(store: self, history: history, reader: RecordReader(), receptions: receptions)
        .decisions(report: report) : []
    let locks =
      hasDecisions
      ? try LockReader(store: self, tip: tip, history: history, receptions: receptions).locks(report: report) : []
    let derivation = StatusDerivation(
      rulebook: rulebook, year: year, commits: commits, decisions: decisions,
      differOnlyInOpenSections: differOnlyInOpenSections)
    let prefix = Array((year + "/").utf8)
    var records: [RecordStatus] = []
    var attachments: [RecordPath: ObjectID] = [:]
    for (path, changes) in zip(history.paths, history.changesByPath()) {
      guard path.bytes.starts(with: prefix), let last = changes.last, !history.changes[Int(last)].blob.isZero,
        let path = try? RecordPath(path.text)
      else { continue }
      if path.folder?.name == AttachmentRule.folder[...] {
        attachments[path] = history.changes[Int(last)].blob
        continue
      }
      let versions = changes.map { index in
        let change = history.changes[Int(index)]
        return RecordVersion(commit: Int(change.commit), blob: change.blob.isZero ? nil : change.blob)
      }
      if let status = try derivation.status(of: path, versions: versions) { records.append(status) }
    }
    records.sort { $0.path < $1.path }
    let contents = try contents(of: records, under: rulebook, commits, readsLessons: readsLessons)
    let corrections = try corrections(of: year, history, under: rulebook, Locks(locks), receptions)
    let now = moment.map { Moment(seconds: $0, offset: rulebook.school.offset) }
    return derivation.view(of: records, contents: contents, at: now).with(
      attachments, Locks(locks), corrections, notes: try notes(among: records, under: rulebook, commits))
  }

  /// The history of `main` up to `tip`.
  package func history(of tip: ObjectID) throws(Problem) -> History {
    do { return try repository.history(of: tip) } catch { throw Problem(git: error) }
  }

  /// As ``history(of:)``, by two threads where it is long: for commands that wait for it and have nothing else to do.
  ///
  /// Each thread has a repository handle of its own. More than two would wait for libgit2's lock on the pack.
  package func historyByTwo(of tip: ObjectID) throws -> History {
    do {
      let line = try repository.commits(to: tip)
      guard line.count >= 4000 else { return line.history(of: [try repository.changes(of: 0..<line.count, in: line)]) }
      let folder = repository.folder
      let parts = try Workers.perform(2) { part in
        let range = (line.count * part / 2)..<(line.count * (part + 1) / 2)
        return try Repository(containing: folder).changes(of: range, in: line)
      }
      return line.history(of: parts)
    } catch let error as GitError { throw Problem(git: error) }
  }

  /// The commits of a history as people read them, each as of its receipt where there is one.
  package func summaries(
    _ history: History, under rulebook: Rulebook, _ receptions: Receptions?
  ) -> [CommitSummary] {
    history.commits.indices.map { index in
      let detail = history.details[index]
      let received = receptions?.moment(of: index)
      return CommitSummary(
        id: history.commits[index], person: rulebook.person(email: detail.email)?.id, email: detail.email,
        moment: received ?? Moment(seconds: detail.time, offset: rulebook.school.offset), subject: detail.subject)
    }
  }

  /// Whether two contents of a record of `kind` are equal outside the sections that are written after the approval.
  func differOnlyInOpenSections(_ kind: Kind, _ one: ObjectID, _ other: ObjectID) throws -> Bool {
    guard kind.format == .markdown, kind.sections.contains(where: \.isOpenAfterApproval) else { return false }
    let texts = try [one, other].map { try bytes(of: $0) }
    return OpenSections.closedText(of: texts[0], kind) == OpenSections.closedText(of: texts[1], kind)
  }
}

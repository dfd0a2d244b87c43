package import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoGit

extension SchoolStore {
  /// The notes among `records`, oldest first; one that cannot be read is none.
  func notes(
    among records: [RecordStatus], under rulebook: Rulebook, _ commits: [CommitSummary]
  ) throws -> [ReviewNote] {
    guard rulebook.kinds.contains(where: { $0.reviews != nil }) else { return [] }
    let reader = RecordReader()
    let notes = try records.compactMap { status -> ReviewNote? in
      let kind = rulebook.kinds[status.kind]
      guard kind.reviews != nil, let last = status.versions.last else { return nil }
      let bytes = try bytes(of: status.blob)
      let record = reader.record(at: status.path, kind: kind, place: status.place, bytes: bytes, report: { _ in })
      return record.flatMap { ReviewNote($0, bytes: bytes, at: commits[last.commit].moment) }
    }
    return notes.sorted { ($0.moment, $0.path) < ($1.moment, $1.path) }
  }

  /// Whether `blob` lay at `path` in `commit` or before.
  package func hasVersion(_ path: RecordPath, _ blob: ObjectID, upTo commit: ObjectID) throws -> Bool {
    var next: ObjectID? = commit
    var last: ObjectID?
    while let id = next {
      let commit = try self.commit(id)
      // Most commits leave the record's folder as it is.
      if commit.tree != last, try snapshot(ofTree: commit.tree).entry(at: path)?.id == blob { return true }
      last = commit.tree
      next = commit.parents.first
    }
    return false
  }
}

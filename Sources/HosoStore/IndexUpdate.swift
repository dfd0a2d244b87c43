package import HosoCore
internal import HosoGit

/// Git's index as it is to be once a commit stands, so that `git status` agrees; another thread makes it meanwhile.
///
/// What was written is taken away at the end of this value unless ``install()`` was called.
package final class IndexUpdate {
  private let repository: Repository
  private let edits: [IndexFile.Edit]
  private let prepared: Workers.Started<IndexFile.Prepared?>
  /// The same once it is written.
  private var written: IndexFile.Prepared?
  private var isSynced: Workers.Started<Bool>?
  private var isOver = false
  private var file: String { repository.folder + "index" }

  /// Without `root` git is to look at the files itself, as in ``IndexFile/prepare(_:_:root:)``.
  init(_ edits: [IndexFile.Edit], _ repository: Repository, root: String?) {
    self.repository = repository
    self.edits = edits
    prepared = Workers.start { [file = repository.folder + "index"] in IndexFile.prepare(file, edits, root: root) }
  }

  deinit { if !isOver { (written ?? prepared.value)?.discard() } }

  /// Writes the index where that is not done yet, and begins to sync it: beside the commit's own files, so that the disk is
  /// waited for once. Its failure is none of the commit's.
  func write() {
    written = prepared.value.flatMap { $0.written() ?? IndexFile.prepare(file, edits, root: nil) }
    isSynced = written.map { index in Workers.start { Self.sync(index) } }
  }

  private static func sync(_ index: IndexFile.Prepared) -> Bool { (try? ParallelSync.sync([index.new])) != nil }

  /// The commit stands, after ``write()``: the index follows it, unless another program holds it for long.
  func install() {
    isOver = true
    var next = written
    if isSynced?.value == false {
      next?.discard()
      next = nil
    }
    var attempts = 0
    while let index = next, attempts < 150 {
      switch index.install() {
      case .isInstalled: return
      case .isHeld:
        attempts += 1
        if !repository.removeAbandonedLock(file + ".lock") { Pause.milliseconds(10) }
        continue
      case .isOutdated:
        index.discard()
        next = IndexFile.prepare(file, edits, root: nil)
        if let again = next, !Self.sync(again) {
          again.discard()
          next = nil
        }
      case .hasFailed:
        index.discard()
        next = nil
      }
    }
    next?.discard()
    try? repository.refreshIndex(edits.map { ($0.path.text, $0.id == nil) })
  }
}

extension SchoolStore {
  /// Begins to make the index that a commit of `files` will need; nil in a bare repository.
  package func updateIndex(_ files: [RecordPath: [UInt8]?]) throws(Problem) -> IndexUpdate? {
    guard let root = repository.workingTree else { return nil }
    var edits: [IndexFile.Edit] = []
    for (path, bytes) in files {
      if let bytes {
        edits.append(IndexFile.Edit(path: path, id: try Self.blobID(of: bytes)))
      } else {
        edits.append(IndexFile.Edit(path: path, id: nil))
      }
    }
    return IndexUpdate(edits, repository, root: root)
  }
}

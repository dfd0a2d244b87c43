package import GitObjects
package import HosoCore
internal import HosoGit

/// The school's repository on the server: bare, with a journal, a key of its own, and hooks that ask the gate.
///
/// In the folder `hoso/` beside the objects lie the key, the intents of pushes under way, and two locks: `lock` for the
/// journal, and `pushing`, which each push shares while it runs.
package struct SchoolServer {
  package let store: SchoolStore
  package let journal: Journal

  /// Takes a repository that `hoso server init` made.
  ///
  /// - Throws: ``Problem/ID/notAServer`` for any other.
  package init(_ store: SchoolStore, offset: Int) throws(Problem) {
    guard FileSystem.kind(at: store.gitFolder + Self.keyFile) == .file else {
      throw Problem(.notAServer, ["path": store.gitFolder])
    }
    self.store = store
    journal = Journal(of: store, offset: offset)
  }

  /// The server's private key, relative to the repository.
  package static let keyFile = "hoso/server_key"
  static let intents = "hoso/intents"

  func path(_ name: String) -> String { store.gitFolder + name }

  func key() throws(Problem) -> ServerKey { try ServerKey(file: path(Self.keyFile)) }

  /// Calls `body` while nobody else appends to the journal.
  func whileJournalIsLocked<Result>(_ body: () throws -> Result) throws -> Result {
    let lock = try FileLock(path("hoso/lock"))
    defer { lock?.release() }
    return try body()
  }

  /// The tip of `main` that the journal knows of.
  package func receivedMain() throws -> ObjectID? {
    var next = try journal.head()
    while let id = next {
      let entry = try journal.entry(id)
      if entry.receipt.reference == SchoolStore.branch { return entry.receipt.new }
      next = entry.parent
    }
    return nil
  }

  /// Finishes what is open, and says no where nothing can be received.
  ///
  /// - Throws: ``Problem/ID/journalDisagrees`` where `main` is not where the journal says: somebody wrote past the gate, or
  ///   an old copy was put back; ``Problem/ID/clockWentBack`` where the clock stands before the last receipt.
  package func requireOrder(at now: Moment) throws {
    try whileJournalIsLocked {
      try finish()
      let received = try receivedMain()
      let tip = try store.tip()
      guard received == tip else {
        throw Problem(.journalDisagrees, ["main": tip?.short ?? "-", "journal": received?.short ?? "-"])
      }
      // Pushes overtake each other: the last receipt may be a little younger than this one.
      if let last = try journal.last(), now.seconds + Self.clockTolerance < last.receipt.moment.seconds {
        throw Problem(.clockWentBack, ["now": now.description, "last": last.receipt.moment.description])
      }
    }
  }

  /// Seconds that a push may have waited since it read the clock.
  private static let clockTolerance: Int64 = 60

  /// Says no where the disk is so full that a receipt might not fit.
  package func requireSpace() throws {
    let free = FileSystem.freeSpace(at: store.gitFolder) ?? .max
    if free < 16 << 20 || (FileSystem.freeFiles(at: store.gitFolder) ?? .max) < 64 {
      throw Problem(.diskFull, ["path": store.gitFolder, "free": "\(free >> 20) MB"])
    }
  }
}

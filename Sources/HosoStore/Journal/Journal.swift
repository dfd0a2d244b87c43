package import GitObjects
package import HosoCore
internal import HosoGit

/// The receipts of a school: a branch of its own whose commits carry no files, only signed messages.
///
/// So the chain is git's own: `git log journal` reads it, `git clone` and `git push --mirror` carry it,
/// `git verify-commit` checks it (`Docs/Decisions/0012-journal.md`).
package struct Journal {
  /// Where the server keeps it.
  package static let branch = "refs/heads/journal"
  /// Where a clone has it.
  package static let remoteBranch = "refs/remotes/origin/journal"

  let repository: Repository
  private let offset: Int

  /// `offset` is the school's zone in minutes east of UTC.
  package init(of store: SchoolStore, offset: Int) {
    repository = store.repository
    self.offset = offset
  }

  /// One link of the chain.
  package struct Entry: Sendable {
    package let id: ObjectID
    package let parent: ObjectID?
    package let receipt: Receipt
    /// SHA-256 over the commit's bytes, hexadecimal.
    package let digest: String
    /// The signature's armour, and what it covers.
    let signature: String?
    let payload: [UInt8]
  }

  /// The newest receipt's commit; nil where there is no journal.
  package func head() throws(Problem) -> ObjectID? {
    do {
      if let own = try repository.reference(Self.branch) { return own }
      return try repository.reference(Self.remoteBranch)
    } catch { throw Problem(git: error) }
  }

  /// Reads one receipt.
  ///
  /// - Throws: ``MalformedObject`` where the commit is no receipt.
  package func entry(_ id: ObjectID) throws -> Entry {
    let bytes: [UInt8]
    do { bytes = try repository.bytes(of: id, .commit) } catch { throw Problem(git: error) }
    let commit = try CommitObject(strict: bytes)
    guard commit.parents.count <= 1, commit.tree == Self.emptyTree else { throw MalformedObject("receipt-commit") }
    let receipt = try ReceiptText.receipt(of: commit.message, offset: offset)
    guard commit.author.time == receipt.moment.seconds, commit.author == commit.committer else {
      throw MalformedObject("receipt-time")
    }
    return Entry(
      id: id, parent: commit.parents.first, receipt: receipt, digest: bytes.sha256, signature: commit.signature,
      payload: commit.unsigned.bytes)
  }

  /// All receipts, oldest first, without any check but their form.
  ///
  /// - Throws: ``MalformedObject`` at the newest one that cannot be read.
  package func entries() throws -> [Entry] {
    var result: [Entry] = []
    var next = try head()
    while let id = next {
      let entry = try entry(id)
      result.append(entry)
      next = entry.parent
    }
    return result.reversed()
  }

  /// The last receipt.
  package func last() throws -> Entry? { try head().map { try entry($0) } }

  /// The line to witness: where the chain stands.
  package func witness() throws -> JournalHead? {
    try last().map { JournalHead(sequence: $0.receipt.sequence, digest: $0.digest) }
  }

  /// The tree without entries: receipts carry no files.
  static let emptyTree = ObjectID(hexadecimal: "4b825dc642cb6eb9a060e54bf8d69288fbee4904")!
}

extension Journal.Entry {
  /// Whether the server's key, in OpenSSH's form, signed exactly this receipt.
  package func isSigned(by serverKey: String) -> Bool {
    let parts = serverKey.split(separator: " ").map(String.init)
    guard parts.count == 2, let signature, let parsed = try? SSHSignature(armoured: signature),
      parsed.isBy(keyType: parts[0], key: parts[1])
    else { return false }
    return (try? parsed.verify(payload)) != nil
  }
}

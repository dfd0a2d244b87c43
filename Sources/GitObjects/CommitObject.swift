/// A commit, read strictly from its raw bytes.
///
/// Git and libgit2 forgive a second author, text behind a NUL or an unknown header, and then disagree about what the
/// commit says. This parser accepts only `tree`, `parent`*, `author`, `committer`, `gpgsig`? in that order, and a message
/// whose first line says something, so that there is one reading.
package struct CommitObject: Hashable, Sendable {
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Identity
  package let committer: Identity
  /// The signature's armoured text, when the commit carries one.
  package let signature: String?
  package let message: String

  /// At most this many bytes in a whole commit; above it `commit-too-long`.
  package static let longest = 32 << 10
  /// At most this many bytes in a message; above it `message-too-long`.
  package static let longestMessage = 16 << 10

  /// A commit to be written, unsigned; a line feed at the end of `message` is added where it lacks.
  package init(tree: ObjectID, parents: [ObjectID], author: Identity, committer: Identity, message: String) {
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.signature = nil
    self.message = message.hasSuffix("\n") ? message : message + "\n"
  }

  /// Reads the content of a commit object, without the `commit 123\0` in front.
  package init(strict bytes: [UInt8]) throws(MalformedObject) {
    guard bytes.count <= Self.longest else { throw MalformedObject("commit-too-long") }
    var headers = try HeaderReader(bytes)
    tree = try headers.object("tree")
    var parents: [ObjectID] = []
    while headers.isNext("parent") { parents.append(try headers.object("parent")) }
    self.parents = parents
    let writer = try headers.value("author")
    author = try Identity(strict: writer)
    let committer = try headers.value("committer")
    self.committer = committer == writer ? author : try Identity(strict: committer)
    signature = headers.isNext("gpgsig") ? try headers.folded("gpgsig") : nil
    message = try headers.message(longest: Self.longestMessage)
    guard message.unicodeScalars.prefix(while: { $0 != "\n" }).contains(where: { !$0.properties.isWhitespace }) else {
      throw MalformedObject("message-empty")
    }
  }

  /// The bytes that git stores for this commit.
  package var bytes: [UInt8] {
    var text = "tree \(tree.hexadecimal)\n"
    for parent in parents { text += "parent \(parent.hexadecimal)\n" }
    text += "author \(author.header)\ncommitter \(committer.header)\n"
    if let signature { text += "gpgsig \(signature.replacing("\n", with: "\n "))\n" }
    return Array("\(text)\n\(message)".utf8)
  }

  /// The message's first line.
  package var subject: Substring { Substring(message.utf8.prefix { $0 != 0x0A }) }
}

extension CommitObject {
  /// The same commit without its signature: what a signature covers.
  package var unsigned: CommitObject { signed(nil) }

  /// The same commit with this signature's armoured text.
  package func signed(_ signature: String?) -> CommitObject {
    CommitObject(copy: self, signature: signature)
  }

  private init(copy other: CommitObject, signature: String?) {
    tree = other.tree
    parents = other.parents
    author = other.author
    committer = other.committer
    message = other.message
    self.signature = signature
  }
}

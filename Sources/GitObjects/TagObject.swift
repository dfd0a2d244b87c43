/// An annotated tag, read strictly from its raw bytes.
package struct TagObject: Hashable, Sendable {
  package let object: ObjectID
  /// The kind of object it names; hoso's decisions name a `commit`.
  package let type: String
  /// The tag's name without `refs/tags/`.
  package let name: String
  package let tagger: Identity
  /// The text between the headers and the signature.
  package let message: String
  /// The armoured SSH signature, or nil where the tag carries none.
  package let signature: String?
  /// The exact bytes that the signature covers.
  package let payload: [UInt8]

  /// At most this many bytes in a message with its signature: a decision lists each record in a line.
  package static let longestMessage = 1 << 20
  private static let armour = Array("-----BEGIN SSH SIGNATURE-----".utf8)

  /// Reads the content of a tag object, without the `tag 123\0` in front.
  package init(strict bytes: [UInt8]) throws(MalformedObject) {
    var headers = try HeaderReader(bytes)
    object = try headers.object("object")
    type = try headers.text(of: try headers.value("type"))
    name = try headers.text(of: try headers.value("tag"))
    tagger = try Identity(strict: try headers.value("tagger"))
    let whole = try headers.message(longest: Self.longestMessage, allowing: "\t")
    if let start = Self.armourStart(in: bytes) {
      payload = Array(bytes[..<start])
      signature = String(decoding: bytes[start...], as: UTF8.self)
      message = String(decoding: whole.utf8.dropLast(bytes.count - start), as: UTF8.self)
    } else {
      payload = bytes
      signature = nil
      message = whole
    }
  }

  /// The bytes to sign for a decision over `object`, a commit; `message` ends in a line feed.
  package static func payload(object: ObjectID, name: String, tagger: Identity, message: String) -> [UInt8] {
    Array("object \(object.hexadecimal)\ntype commit\ntag \(name)\ntagger \(tagger.header)\n\n\(message)".utf8)
  }

  /// The first line that begins the armour; a second one makes the signature's own text invalid.
  private static func armourStart(in bytes: [UInt8]) -> Int? {
    var line = 0
    while line < bytes.count {
      if bytes[line...].starts(with: armour) { return line }
      guard let end = bytes[line...].firstIndex(of: 0x0A) else { return nil }
      line = end + 1
    }
    return nil
  }
}

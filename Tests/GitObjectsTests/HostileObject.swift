internal import GitObjects
internal import Testing

/// Bytes that are no commit, tag, tree or identity, and the word for what is wrong.
struct HostileObject: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let reason: String

  init(_ name: String, _ bytes: [UInt8], _ reason: String) {
    self.name = name
    self.bytes = bytes
    self.reason = reason
  }

  init(_ name: String, _ text: String, _ reason: String) { self.init(name, Array(text.utf8), reason) }

  var testDescription: String { name }

  /// Expects that `read` refuses the bytes for this reason.
  func isRefused(by read: ([UInt8]) throws(MalformedObject) -> Void) {
    let error = #expect(throws: MalformedObject.self) { try read(bytes) }
    #expect(error?.reason == reason)
  }
}

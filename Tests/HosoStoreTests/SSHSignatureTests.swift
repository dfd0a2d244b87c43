internal import Foundation
internal import HosoCore
internal import HosoStore
internal import Testing

struct SSHSignatureTests {
  private let folder: TemporaryFolder
  private let payload = Array("object 1234\ntype commit\n\nDuyệt\n".utf8)

  init() throws { folder = try TemporaryFolder() }

  private func signer(_ key: (type: String, key: String)) -> Signer {
    Signer(email: "a@b", keyType: key.type, key: key.key, validAfter: nil, validBefore: nil, line: 1)
  }

  /// Why the signature does not count; nil where it does.
  private func reason(_ text: String, _ payload: [UInt8]? = nil) -> String? {
    do throws(SSHSignature.Invalid) {
      try SSHSignature(armoured: text).verify(payload ?? self.payload)
      return nil
    } catch { return error.reason }
  }

  @Test(arguments: [("ed25519", nil), ("ecdsa", "256"), ("rsa", "2048"), ("rsa", "3072")], ["sha512", "sha256"])
  func `a signature by ssh-keygen holds over its payload alone`(key: (type: String, bits: String?), hash: String) throws
  {
    let own = try folder.makeKey("own", type: key.type, bits: key.bits)
    let other = try folder.makeKey("other", type: key.type, bits: key.bits)
    let text = try folder.sign(payload, "own", hash: hash)
    let signature = try SSHSignature(armoured: text)
    #expect(reason(text) == nil)
    #expect(signature.isBy(signer(own)) && !signature.isBy(signer(other)))
    for index in payload.indices {
      var changed = payload
      changed[index] ^= 1
      #expect(reason(text, changed) == "signature")
    }
    #expect(reason(text, payload + [0x0A]) == "signature")
    #expect(reason(text, []) == "signature")
  }

  @Test(arguments: [("ed25519", nil), ("ecdsa", "256"), ("rsa", "2048")] as [(String, String?)])
  func `no bit of a signature can be another`(type: String, bits: String?) throws {
    let own = signer(try folder.makeKey("own", type: type, bits: bits))
    let blob = try Self.blob(folder.sign(payload, "own"))
    for index in blob.indices {
      var changed = blob
      changed[index] ^= 1
      let text = Self.armoured(changed)
      let isHeld = (try? SSHSignature(armoured: text)).map { $0.isBy(own) && reason(text) == nil } ?? false
      #expect(!isHeld, "byte \(index)")
    }
  }

  @Test(arguments: [("ed25519", nil), ("ecdsa", "256"), ("rsa", "2048")] as [(String, String?)])
  func `bytes behind the signature's value are refused`(type: String, bits: String?) throws {
    _ = try folder.makeKey("own", type: type, bits: bits)
    var blob = try Self.blob(folder.sign(payload, "own"))
    // The last string of the blob is the wrapped signature: one byte more, and its length with it.
    let wrapped = try #require(Self.lastString(blob))
    let count = UInt32(wrapped.count + 1).bigEndian
    blob.removeLast(wrapped.count + 4)
    blob += withUnsafeBytes(of: count) { Array($0) } + wrapped + [0]
    #expect(reason(Self.armoured(blob)) == "form")
  }

  @Test func `a signature for another purpose is refused`() throws {
    _ = try folder.makeKey("own")
    #expect(try reason(folder.sign(payload, "own", namespace: "file")) == "namespace")
  }

  @Test func `there is one block and nothing around it`() throws {
    _ = try folder.makeKey("own")
    let text = try folder.sign(payload, "own")
    #expect(reason(text + "x\n") == "armour")
    #expect(reason(text + "\n\n") == "armour")
    #expect(reason(text + text) == "armour")
    #expect(reason("x\n" + text) == "armour")
    #expect(reason(text.replacing("-----END SSH SIGNATURE-----", with: "")) == "armour")
    #expect(reason(text.replacing("SSH SIGNATURE", with: "PGP SIGNATURE")) == "armour")
    #expect(reason(text.replacing("\nU1NI", with: "\n!U1NI")) == "base64")
    #expect(reason("") == "armour")
  }

  @Test func `a cut blob is refused`() throws {
    _ = try folder.makeKey("own")
    let blob = try Self.blob(folder.sign(payload, "own"))
    for count in blob.indices { #expect(reason(Self.armoured(Array(blob.prefix(count)))) != nil) }
    #expect(reason(Self.armoured(blob + [0])) == "form")
  }

  @Test func `a key of a sort that is not known here does not count`() {
    let type = "sk-ssh-ed25519@openssh.com"
    let key = Self.wire(type) + Self.wire([UInt8](repeating: 1, count: 32)) + Self.wire("ssh:")
    let signature = Self.wire(type) + Self.wire([UInt8](repeating: 2, count: 64)) + [1, 0, 0, 0, 7]
    let head = Array("SSHSIG".utf8) + [0, 0, 0, 1] + Self.wire(key)
    let blob = head + Self.wire("git") + Self.wire("") + Self.wire("sha512") + Self.wire(signature)
    #expect(reason(Self.armoured(blob)) == "key-type")
  }

  private static func blob(_ text: String) throws -> [UInt8] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }
    return [UInt8](try #require(Data(base64Encoded: lines.joined())))
  }

  private static func armoured(_ blob: [UInt8]) -> String {
    "-----BEGIN SSH SIGNATURE-----\n\(Data(blob).base64EncodedString())\n-----END SSH SIGNATURE-----\n"
  }

  /// The last of the strings with a length in front that follow the ten bytes of the head.
  private static func lastString(_ blob: [UInt8]) -> [UInt8]? {
    var rest = blob.dropFirst(10)
    var last: [UInt8]?
    while rest.count >= 4 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      last = Array(rest.dropFirst(4).prefix(length))
      rest = rest.dropFirst(4 + length)
    }
    return last
  }

  private static func wire(_ bytes: [UInt8]) -> [UInt8] {
    withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
  }

  private static func wire(_ text: String) -> [UInt8] { wire(Array(text.utf8)) }
}

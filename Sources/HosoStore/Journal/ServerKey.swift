internal import Crypto
internal import FoundationEssentials
internal import HosoCore

/// The server's own Ed25519 key, which signs the journal; it lies beside the repository and belongs to no person.
struct ServerKey {
  private let key: Curve25519.Signing.PrivateKey

  /// Reads the unencrypted file that `ssh-keygen -t ed25519 -N ''` writes (OpenSSH's PROTOCOL.key).
  init(file: String) throws(Problem) {
    let text = String(decoding: try FileSystem.read(file), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }
    guard let seed = Data(base64Encoded: lines.joined()).flatMap(Self.seed),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    else { throw Problem(.noServerKey, ["path": file]) }
    self.key = key
  }

  /// The 32 secret bytes of the one key in the file.
  private static func seed(_ data: Data) -> Data? {
    var reader = WireReader(data)
    guard reader.take(15) == Data("openssh-key-v1\0".utf8), reader.string() == Data("none".utf8),
      reader.string() != nil, reader.string() != nil, reader.take(4) == Data([0, 0, 0, 1]), reader.string() != nil,
      let secret = reader.string()
    else { return nil }
    var inner = WireReader(secret)
    guard inner.take(8) != nil, inner.string() == Data("ssh-ed25519".utf8), inner.string() != nil,
      let pair = inner.string(), pair.count == 64
    else { return nil }
    return Data(pair.prefix(32))
  }

  /// The public half as `ssh-ed25519 AAAA…`.
  var publicKey: String { "ssh-ed25519 " + blob.base64EncodedString() }

  private var blob: Data {
    WireReader.wire(Data("ssh-ed25519".utf8)) + WireReader.wire(key.publicKey.rawRepresentation)
  }

  /// The armoured signature over `payload` in the namespace `git`, as `ssh-keygen -Y sign` would write it.
  func sign(_ payload: [UInt8]) throws -> String {
    let digest = Data(SHA512.hash(data: payload))
    var signed = Data("SSHSIG".utf8)
    for part in [Data("git".utf8), Data(), Data("sha512".utf8), digest] { signed += WireReader.wire(part) }
    let value = try key.signature(for: signed)
    var blob = Data("SSHSIG".utf8) + Data([0, 0, 0, 1]) + WireReader.wire(self.blob)
    for part in [Data("git".utf8), Data(), Data("sha512".utf8)] { blob += WireReader.wire(part) }
    blob += WireReader.wire(WireReader.wire(Data("ssh-ed25519".utf8)) + WireReader.wire(value))
    var lines = ["-----BEGIN SSH SIGNATURE-----"]
    var rest = blob.base64EncodedString()[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(70)))
      rest = rest.dropFirst(70)
    }
    return (lines + ["-----END SSH SIGNATURE-----"]).joined(separator: "\n")
  }
}

extension [UInt8] {
  /// SHA-256 in hexadecimal.
  package var sha256: String {
    SHA256.hash(data: self).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}

/// A public key's fingerprint.
package enum Fingerprint {
  /// `SHA256:…` of a key's base64 text, as `ssh-keygen -l` prints it.
  package static func of(_ key: String) -> String {
    let digest = Data(SHA256.hash(data: Data(base64Encoded: key) ?? Data())).base64EncodedString()
    return "SHA256:" + digest.prefix { $0 != "=" }
  }
}

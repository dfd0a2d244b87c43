internal import Crypto
internal import FoundationEssentials
package import HosoCore
internal import _CryptoExtras

/// A signature as `ssh-keygen -Y sign` writes it (OpenSSH's PROTOCOL.sshsig), checked in this process.
package struct SSHSignature: Sendable {
  /// Why a signature does not count, a word for the message catalogue.
  package struct Invalid: Error, Hashable {
    package let reason: String
  }

  private let keyType: String
  private let key: Data
  private let hash: String
  private let algorithm: String
  private let signature: Data

  /// Reads the armoured text: exactly one block, namespace `git`, nothing behind it.
  package init(armoured text: String) throws(Invalid) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first == "-----BEGIN SSH SIGNATURE-----",
      let end = lines.firstIndex(of: "-----END SSH SIGNATURE-----"), lines[(end + 1)...].allSatisfy(\.isEmpty),
      lines.count - end <= 2
    else { throw Invalid(reason: "armour") }
    guard let blob = Data(base64Encoded: lines[1..<end].joined()) else { throw Invalid(reason: "base64") }
    var reader = WireReader(blob)
    guard reader.take(6) == Data("SSHSIG".utf8), reader.take(4) == Data([0, 0, 0, 1]) else {
      throw Invalid(reason: "version")
    }
    guard let key = reader.string(), let namespace = reader.string(), reader.string() != nil,
      let hash = reader.string(), let wrapped = reader.string(), reader.isAtEnd
    else { throw Invalid(reason: "form") }
    guard namespace == Data("git".utf8) else { throw Invalid(reason: "namespace") }
    var inner = WireReader(wrapped)
    guard let algorithm = inner.string(), let signature = inner.string() else { throw Invalid(reason: "form") }
    var keyReader = WireReader(key)
    guard let type = keyReader.string() else { throw Invalid(reason: "form") }
    // Only the signatures of hardware keys go on behind their value.
    guard inner.isAtEnd || type.starts(with: Data("sk-".utf8)) else { throw Invalid(reason: "form") }
    self.key = key
    self.keyType = String(decoding: type, as: UTF8.self)
    self.hash = String(decoding: hash, as: UTF8.self)
    self.algorithm = String(decoding: algorithm, as: UTF8.self)
    self.signature = signature
  }

  /// Whether the key in the signature is the one that `signer` lists.
  package func isBy(_ signer: Signer) -> Bool { isBy(keyType: signer.keyType, key: signer.key) }

  /// Whether the key in the signature is `key`, the base64 text of OpenSSH.
  package func isBy(keyType: String, key: String) -> Bool {
    keyType == self.keyType && Data(base64Encoded: key) == self.key
  }

  /// Checks the signature over `payload`.
  ///
  /// - Throws: where it does not hold, or where the key is of a sort that is not known here.
  package func verify(_ payload: [UInt8]) throws(Invalid) {
    let digest: Data
    switch hash {
    case "sha512": digest = Data(SHA512.hash(data: payload))
    case "sha256": digest = Data(SHA256.hash(data: payload))
    default: throw Invalid(reason: "hash")
    }
    var signed = Data("SSHSIG".utf8)
    for part in [Data("git".utf8), Data(), Data(hash.utf8), digest] { signed.append(WireReader.wire(part)) }
    guard try holds(over: signed) else { throw Invalid(reason: "signature") }
  }

  private func holds(over signed: Data) throws(Invalid) -> Bool {
    var reader = WireReader(key)
    _ = reader.string()
    do {
      switch (keyType, algorithm) {
      case ("ssh-ed25519", "ssh-ed25519"):
        guard let raw = reader.string() else { return false }
        return try Curve25519.Signing.PublicKey(rawRepresentation: raw).isValidSignature(signature, for: signed)
      case ("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256"):
        guard reader.string() != nil, let point = reader.string() else { return false }
        var parts = WireReader(signature)
        guard let r = parts.number(32), let s = parts.number(32) else { return false }
        let key = try P256.Signing.PublicKey(x963Representation: point)
        return key.isValidSignature(try P256.Signing.ECDSASignature(rawRepresentation: r + s), for: signed)
      case ("ssh-rsa", "rsa-sha2-512"), ("ssh-rsa", "rsa-sha2-256"):
        guard let exponent = reader.string(), let modulus = reader.string() else { return false }
        let key = try _RSA.Signing.PublicKey(n: Self.unsigned(modulus), e: Self.unsigned(exponent))
        let value = _RSA.Signing.RSASignature(rawRepresentation: signature)
        return algorithm == "rsa-sha2-512"
          ? key.isValidSignature(value, for: SHA512.hash(data: signed), padding: .insecurePKCS1v1_5)
          : key.isValidSignature(value, for: SHA256.hash(data: signed), padding: .insecurePKCS1v1_5)
      default: break
      }
    } catch { return false }
    throw Invalid(reason: "key-type")
  }

  private static func unsigned(_ number: Data) -> Data { Data(number.drop { $0 == 0 }) }
}

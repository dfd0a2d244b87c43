package import GitObjects
package import HosoCore

extension TagObject {
  /// What is wrong with the signature; nil when a key that the rules list for the tagger made it over exactly these bytes.
  func signatureFault(under rulebook: Rulebook, at moment: Moment) -> String? {
    SSHSignature.fault(in: signature, over: payload, by: tagger.email, under: rulebook, at: moment)
  }
}

extension CommitObject {
  /// What is wrong with the signature; nil when a key that the rules list for the author made it over exactly these bytes.
  package func signatureFault(under rulebook: Rulebook, at moment: Moment) -> String? {
    SSHSignature.fault(in: signature, over: unsigned.bytes, by: author.email, under: rulebook, at: moment)
  }
}

extension SSHSignature {
  fileprivate static func fault(
    in text: String?, over payload: [UInt8], by email: String, under rulebook: Rulebook, at moment: Moment
  ) -> String? {
    guard let text else { return "unsigned" }
    do {
      let signature = try SSHSignature(armoured: text)
      let own = rulebook.signers.filter { $0.email.hasSameBytes(as: email) && signature.isBy($0) }
      guard !own.isEmpty else { return "key-not-listed" }
      guard own.contains(where: { $0.isValid(at: moment) }) else { return "key-expired" }
      try signature.verify(payload)
      return nil
    } catch { return error.reason }
  }
}

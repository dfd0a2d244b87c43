package import GitObjects

/// What the server writes down for each reference it moved: who sent it, when it came, by which rules it was judged.
///
/// Deadlines are judged by ``moment``, never by a date that the author chose.
package struct Receipt: Hashable, Sendable {
  /// How the reference came to its new value.
  package enum Event: String, CaseIterable, Sendable {
    /// A person sent it and the gate let it pass.
    case push
    /// It stood already when the journal began; when it was received is not known.
    case adopt
    /// The server was restored without its old key; ``Receipt/serverKey`` names the new one, and nothing moved.
    case restore
  }

  /// 1, 2, 3 … without a gap.
  package let sequence: Int
  package let event: Event
  /// When the server received it; never before the receipt in front of this one.
  package let moment: Moment
  /// Who was logged in; at an adoption, who set up the server.
  package let person: ListID
  /// The fingerprint of the key that he logged in with, as OpenSSH writes it: `SHA256:…`; `-` at an adoption.
  package let key: String
  package let reference: String
  /// What the reference named before; ``ObjectID/zero`` where it did not exist.
  package let old: ObjectID
  package let new: ObjectID
  /// The tip of `main` whose rules judged it.
  package let main: ObjectID
  /// The policy number of those rules.
  package let policy: Int
  /// The SHA-256 of the receipt in front, over the bytes of its commit, in hexadecimal; 64 zeros at the first.
  package let previous: String
  /// The server's public key in OpenSSH's form, at the first receipt and at a restoration: it signs from there on.
  package let serverKey: String?

  package init(
    sequence: Int, event: Event, moment: Moment, person: ListID, key: String, reference: String, old: ObjectID,
    new: ObjectID, main: ObjectID, policy: Int, previous: String, serverKey: String?
  ) {
    self.sequence = sequence
    self.event = event
    self.moment = moment
    self.person = person
    self.key = key
    self.reference = reference
    self.old = old
    self.new = new
    self.main = main
    self.policy = policy
    self.previous = previous
    self.serverKey = serverKey
  }

  /// What the first receipt gives as its predecessor.
  package static let none = String(repeating: "0", count: 64)
}

/// Where the head of the chain stands, to be written down outside the computer: a line for the weekly minutes.
package struct JournalHead: Hashable, Sendable {
  package let sequence: Int
  /// SHA-256 over the bytes of the last receipt's commit, hexadecimal.
  package let digest: String

  package init(sequence: Int, digest: String) {
    self.sequence = sequence
    self.digest = digest
  }

  /// `hoso-journal 42 9f86d081…`, as it is printed and read again.
  package var line: String { "hoso-journal \(sequence) \(digest)" }

  /// Reads ``line``; nil for anything else.
  package init?(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count == 3, words[0] == "hoso-journal", let sequence = Int(words[1]), sequence > 0,
      Receipt.isDigest(words[2])
    else { return nil }
    self.init(sequence: sequence, digest: String(words[2]))
  }
}

extension Receipt {
  static func isDigest(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

package import GitObjects

/// The message of a receipt's commit: a line for people, then `name: value` lines; documented in `Docs/Formats.md`.
package enum ReceiptText {
  /// The number in the first machine line; a reader of another number refuses.
  package static let format = 1

  /// Writes the message.
  package static func message(for receipt: Receipt) -> String {
    var lines = [
      "Receipt \(receipt.sequence)", "", "hoso-receipt: \(format)", "sequence: \(receipt.sequence)",
      "event: \(receipt.event.rawValue)", "time: \(receipt.moment.seconds)", "person: \(receipt.person)",
      "key: \(receipt.key)", "reference: \(receipt.reference)", "old: \(receipt.old.hexadecimal)",
      "new: \(receipt.new.hexadecimal)", "main: \(receipt.main.hexadecimal)", "policy: \(receipt.policy)",
      "previous: \(receipt.previous)",
    ]
    if let key = receipt.serverKey { lines.append("server-key: \(key)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a message; `offset` is the school's zone in minutes east of UTC.
  ///
  /// - Throws: ``MalformedObject`` with the name of the line at fault.
  package static func receipt(of message: String, offset: Int) throws(MalformedObject) -> Receipt {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst()?.hasPrefix("Receipt ") == true, lines.popFirst()?.isEmpty == true,
      lines.popLast()?.isEmpty == true
    else { throw MalformedObject("receipt-subject") }
    func next(_ name: String) throws(MalformedObject) -> String {
      guard let line = lines.popFirst(), line.hasPrefix(name + ": "), line.utf8.count > name.utf8.count + 2 else {
        throw MalformedObject("receipt-\(name)")
      }
      return String(line.dropFirst(name.count + 2))
    }
    func number(_ name: String) throws(MalformedObject) -> Int {
      let text = try next(name)
      guard let number = Int(text), number >= 0, String(number) == text else {
        throw MalformedObject("receipt-\(name)")
      }
      return number
    }
    func object(_ name: String) throws(MalformedObject) -> ObjectID {
      guard let id = ObjectID(hexadecimal: try next(name)) else { throw MalformedObject("receipt-\(name)") }
      return id
    }
    guard try next("hoso-receipt") == "\(format)" else { throw MalformedObject("receipt-format") }
    let sequence = try number("sequence")
    guard let event = Receipt.Event(rawValue: try next("event")) else { throw MalformedObject("receipt-event") }
    let time = try number("time")
    let person = try next("person")
    let key = try next("key")
    let reference = try next("reference")
    let old = try object("old")
    let new = try object("new")
    let main = try object("main")
    let policy = try number("policy")
    let previous = try next("previous")
    guard Receipt.isDigest(previous) else { throw MalformedObject("receipt-previous") }
    let serverKey = lines.isEmpty ? nil : try next("server-key")
    guard lines.isEmpty else { throw MalformedObject("receipt-line") }
    return Receipt(
      sequence: sequence, event: event, moment: Moment(seconds: Int64(time), offset: offset), person: person, key: key,
      reference: reference, old: old, new: new, main: main, policy: policy, previous: previous, serverKey: serverKey)
  }
}

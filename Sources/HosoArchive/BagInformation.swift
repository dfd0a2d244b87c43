/// `bag-info.txt`: labels and values about a bag, in file order; a label may come again.
package struct BagInformation: Sendable {
  static let name = "bag-info.txt"
  static let oxumLabel = "Payload-Oxum"

  package let lines: [(label: String, value: String)]

  /// The values of `label`; labels mean the same in capitals (RFC 8493 2.2.2).
  package func values(_ label: String) -> [String] {
    lines.filter { $0.label.lowercased() == label.lowercased() }.map(\.value)
  }

  /// The caller's lines and the payload's size and count behind them.
  init(_ info: [(String, String)], payload: [Fixity]) throws(BagError) {
    var lines: [(label: String, value: String)] = []
    for (label, value) in info {
      guard Self.isLabel(label), label.lowercased() != Self.oxumLabel.lowercased(), Self.isValue(value) else {
        throw BagError(.write, label, .information)
      }
      lines.append((label, value))
    }
    lines.append((Self.oxumLabel, Self.oxum(of: payload.map(\.size))))
    self.lines = lines
  }

  /// Octets and streams: `bytes.files`.
  static func oxum(of sizes: [UInt64]) -> String { "\(sizes.reduce(0, +)).\(sizes.count)" }

  var text: [UInt8] { lines.flatMap { Array("\($0.label): \($0.value)\n".utf8) } }

  /// Reads the file's text; a line that starts with a blank continues the value before it.
  init(text: [UInt8], report: (BagFault) -> Void) {
    var lines: [(label: String, value: String)] = []
    for (number, bytes) in TagText.lines(of: text) where !bytes.isEmpty {
      let rest = bytes.drop(while: TagText.isBlank)
      if rest.count < bytes.count, !lines.isEmpty {
        lines[lines.count - 1].value += " " + String(decoding: rest, as: UTF8.self)
      } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
        rest.count == bytes.count
      {
        let value = bytes[(colon + 1)...].drop(while: TagText.isBlank)
        lines.append((String(decoding: bytes[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self)))
      } else {
        report(BagFault(.informationLine, Self.name, line: number))
      }
    }
    self.lines = lines
  }

  private static func isLabel(_ text: String) -> Bool { isValue(text) && !text.utf8.contains(UInt8(ascii: ":")) }

  private static func isValue(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return !TagText.isBlank(first) && !TagText.isBlank(last) && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

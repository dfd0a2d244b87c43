#if canImport(Glibc)
  internal import Glibc
#endif

/// Numbers as school records write them: digits, a decimal point, no exponent.
enum PlainDecimal {
  /// `value` in at most 15 digits, as many as spreadsheets keep; nil where it needs an exponent.
  static func text(_ value: Double) -> String? {
    guard value.isFinite, value.magnitude < 1e15, value == 0 || value.magnitude >= 1e-9 else { return nil }
    // Such as `-8.50000000000000e-01`.
    let printed = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { text in
      _ = withVaList([value]) { vsnprintf(text.baseAddress, text.count, "%.14e", $0) }
      return String(cString: text.baseAddress!)
    }
    let parts = printed.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return nil }
    var digits = parts[0].filter(\.isNumber)
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    let sign = value < 0 ? "-" : ""
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let whole = digits.prefix(exponent + 1)
    let text = sign + whole + String(repeating: "0", count: exponent + 1 - whole.count)
    return digits.count > exponent + 1 ? text + "." + digits.dropFirst(exponent + 1) : text
  }

  /// The number that `text` is, where it is written just as ``text(_:)`` writes it.
  static func number(_ text: String) -> Double? {
    guard let value = Double(text), self.text(value) == text else { return nil }
    return value
  }

  /// Whether `text` is digits with at most one decimal point and a sign.
  static func isPlain(_ text: String) -> Bool {
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.count { $0 == "." } <= 1 && digits.first != "." && digits.last != "."
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }
}

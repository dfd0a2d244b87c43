extension String {
  /// How many columns a terminal takes for it: none for marks that stand on a letter, two for wide letters, else one.
  package var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// With spaces up to `width` columns, behind or in front.
  package func padded(to width: Int, isAtRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - displayWidth))
    return isAtRight ? space + self : self + space
  }

  /// In lines of at most `width` columns, parted at spaces; a longer word stands alone.
  package func wrapped(to width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.displayWidth + 1 + String(word).displayWidth > width {
        lines.append(line)
        line = String(word)
      } else {
        line += line.isEmpty ? String(word) : " \(word)"
      }
    }
    return lines + [line]
  }
}

extension Unicode.Scalar {
  /// Letters of East Asia and pictures, which take two columns.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  fileprivate var displayWidth: Int {
    // Vietnamese letters, as all of Latin, are composed: no table is asked for them.
    if value < 0x300 { return value >= 0x20 && !(0x7F...0x9F).contains(value) ? 1 : 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return value >= 0x1100 && Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }
}

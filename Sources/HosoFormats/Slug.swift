@_spi(_Unicode) import Swift

/// A text as a name that every system can carry: lower-case ASCII letters, digits, hyphens.
package enum Slug {
  /// `Bài 14. So sánh` gives `bai-14-so-sanh`; at most 60 bytes.
  package static func text(of text: String) -> String {
    var slug = ""
    for scalar in text.lowercased()._nfd {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "đ": slug += "d"
      default:
        // Marks above and below letters fall away; anything else parts words.
        if (0x300...0x36F).contains(scalar.value) { continue }
        if !slug.hasSuffix("-"), !slug.isEmpty { slug += "-" }
      }
    }
    slug = String(slug.prefix(60))
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}

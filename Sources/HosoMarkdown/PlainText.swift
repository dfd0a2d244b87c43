/// Appends `bytes` as escaped text in `<pre class="plain-text">`.
func appendPlainText(_ bytes: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
  html.append(contentsOf: "<pre class=\"plain-text\">\n".utf8)
  wellFormed(bytes).withUnsafeBufferPointer { appendEscaped($0, to: &html) }
  html.append(contentsOf: "</pre>\n".utf8)
}

/// Appends `text`, fit for the content of an element and for a quoted attribute value.
func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
  for byte in text {
    switch byte {
    case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): html.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): html.append(contentsOf: "&quot;".utf8)
    default: html.append(byte)
    }
  }
}

/// `bytes` as UTF-8 with U+FFFD for what is not, and for U+0000, U+FFFE and U+FFFF.
func wellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var clean: [UInt8] = []
  clean.reserveCapacity(bytes.count + bytes.count / 8)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0, 0xFFFE, 0xFFFF: clean.append(contentsOf: [0xEF, 0xBF, 0xBD])
    case ..<0x80: clean.append(UInt8(truncatingIfNeeded: scalar.value))
    default: clean.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
  return clean
}

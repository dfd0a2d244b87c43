@_spi(_Unicode) internal import Swift

extension String {
  /// In Unicode's composed normal form, NFC.
  package var composed: String { String(String.UnicodeScalarView(_nfc)) }
}

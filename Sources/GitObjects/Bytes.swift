#if canImport(Glibc)
  internal import Glibc
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes.
  package func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return count == 0 || memcmp(baseAddress!, other.baseAddress!, count) == 0
  }

  /// Whether these bytes come before `other` in the order of bytes.
  package func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let both = Swift.min(count, other.count)
    let order = both == 0 ? 0 : memcmp(baseAddress!, other.baseAddress!, both)
    return order < 0 || order == 0 && count < other.count
  }
}

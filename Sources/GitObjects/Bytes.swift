#if canImport(Glibc)
  internal import Glibc
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes.
  package func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return count == 0 || memcmp(baseAddress!, other.baseAddress!, count) == 0
  }
}

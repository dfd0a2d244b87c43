#if canImport(Glibc)
  internal import Glibc
#endif

/// Waits a moment before a second try.
package enum Pause {
  /// Waits `count` milliseconds.
  package static func milliseconds(_ count: Int) { usleep(UInt32(count) * 1000) }
}

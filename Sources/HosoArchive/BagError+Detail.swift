internal import Glibc

extension BagError {
  /// What failed, on what, and why, as the system says it.
  package var detail: String {
    if case .system(let number) = reason { return "\(subject): \(String(cString: strerror(number)))" }
    return "\(subject): \(reason)"
  }
}

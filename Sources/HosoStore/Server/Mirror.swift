internal import HosoCore

/// Another repository, on another machine or disk, to which the server copies `main`, the journal and every decision.
///
/// It is a remote of git; only what is new goes there and nothing there is ever overwritten, so a mirror refuses a server
/// whose history was rewritten.
package struct Mirror: Hashable, Sendable {
  /// Lower-case letters, digits and hyphens.
  package let name: String
  /// An absolute path, or an address as git knows it.
  package let address: String
  /// What the last tries came to.
  package internal(set) var state: State

  /// What is known of a mirror, as it stands in `hoso/mirrors/NAME`.
  package struct State: Hashable, Sendable {
    /// The last receipt that the mirror has with all that it names; 0 before the first success.
    package var receipt = 0
    /// When the mirror was last found equal, in seconds since 1970.
    package var succeeded: Int64?
    /// Why the last try failed, in one line; nil where it did not.
    package var failure: String?
  }

  /// How far a mirror is behind its server.
  package struct Lag: Hashable, Sendable {
    /// Receipts that the mirror has not.
    package let receipts: Int
    /// Whether that is so many, or the oldest so old, that somebody must be told.
    package let isAlarming: Bool
  }

  /// More receipts than these are alarming, and a receipt that waits longer, in seconds.
  static let most = 50
  static let longest: Int64 = 86_400

  static func isName(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count) && text != "origin" && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// A path from the root, or something with a scheme or a host.
  static func isAddress(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), !text.hasPrefix("-"), !text.contains("::") else {
      return false
    }
    return text.hasPrefix("/") || text.dropFirst().contains(":")
  }
}

extension Mirror.State {
  /// As it is kept.
  var text: String {
    var lines = ["hoso-mirror: 1", "receipt: \(receipt)"]
    if let succeeded { lines.append("succeeded: \(succeeded)") }
    if let failure { lines.append("failure: \(failure)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads ``text``; what cannot be read is as if the mirror had never been reached.
  init(_ text: String) {
    guard text.hasPrefix("hoso-mirror: 1\n") else { return }
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "receipt": receipt = Int(parts[1]) ?? 0
      case "succeeded": succeeded = Int64(parts[1])
      case "failure": failure = String(parts[1])
      default: break
      }
    }
  }
}

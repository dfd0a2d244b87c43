internal import FoundationEssentials

/// Base64, for the heads of mails.
enum Base64 {
  static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}

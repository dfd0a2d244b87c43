internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// What git and its `proc-receive` hook say to each other on standard input and output, in packet lines (githooks(5)).
enum ReceiveProtocol {
  /// Greets git and reads the updates that it asks for, `OLD NEW NAME` each.
  static func readRequest() throws -> [String] {
    let greeting = try packets()
    guard greeting.first?.hasPrefix("version=1") ?? false else { throw failure }
    try write(["version=1"])
    return try packets()
  }

  /// Writes `lines` as packets, and the flush that ends them.
  ///
  /// - Throws: where git did not get them: it would wait for ever.
  static func write(_ lines: [String]) throws {
    var text = ""
    for line in lines {
      let length = String(line.utf8.count + 5, radix: 16)
      text += String(repeating: "0", count: max(0, 4 - length.utf8.count)) + length + line + "\n"
    }
    guard Console.put(text + "0000", to: 1) == 0 else { throw failure }
  }

  /// The packets up to the next flush.
  private static func packets() throws -> [String] {
    var lines: [String] = []
    while true {
      guard let length = Int(String(decoding: try bytes(4), as: UTF8.self), radix: 16) else { throw failure }
      if length == 0 { return lines }
      guard length >= 4 else { throw failure }
      var line = try bytes(length - 4)
      if line.last == UInt8(ascii: "\n") { line.removeLast() }
      lines.append(String(decoding: line, as: UTF8.self))
    }
  }

  private static func bytes(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { read(0, $0.baseAddress! + done, count - done) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw failure }
      done += got
    }
    return bytes
  }

  private static var failure: Problem { Problem(.gitFailed, ["detail": "proc-receive"]) }
}

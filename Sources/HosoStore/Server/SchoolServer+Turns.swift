internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Who lost the race for `main` has the server for himself while he fetches and pushes again.
///
/// Without this the same sender may lose again and again while many submit. Nothing depends on it: a turn lasts three
/// seconds at most, and who has none may still push.
extension SchoolServer {
  private static let longestTurn: Int64 = 3_000
  private static let longestWait = 10_000
  /// A push and the fetch after it belong together within this time, in seconds.
  private static let retryTime: Int64 = 10

  private var turnFile: String { path("hoso/turn") }
  private func tryFile(_ key: String) -> String { path("hoso/tries/" + key.replacing("/", with: "_")) }

  /// Waits while another one has the turn; a fetch by somebody whose push did not get through just now takes it.
  package func awaitTurn(of key: String, toPush: Bool) throws {
    let file = tryFile(key)
    if toPush {
      try FileSystem.makeFolders(path("hoso/tries"))
      try FileSystem.write(UnsafeBufferPointer(start: nil, count: 0), to: file)
    } else {
      guard let age = FileSystem.age(of: file), abs(age) <= Self.retryTime else { return }
    }
    var waited = 0
    while waited < Self.longestWait {
      if try takeTurn(key, reserves: !toPush) { return }
      Pause.milliseconds(10)
      waited += 10
    }
  }

  /// The push is received: the next one's turn.
  func endTurn(of key: String) throws {
    try FileSystem.removeFile(tryFile(key))
    let lock = try FileLock(turnFile)
    defer { lock?.release() }
    if try turn()?.key == key { try FileSystem.write(UnsafeBufferPointer(start: nil, count: 0), to: turnFile) }
  }

  private func takeTurn(_ key: String, reserves: Bool) throws -> Bool {
    let lock = try FileLock(turnFile)
    defer { lock?.release() }
    let now = Self.milliseconds
    // After a restart the clock begins anew: such a turn is over as well.
    if let turn = try turn(), turn.key != key, 0...Self.longestTurn ~= turn.end - now { return false }
    guard reserves else { return true }
    try Array("\(now + Self.longestTurn) \(key)".utf8).withUnsafeBufferPointer { bytes in
      try FileSystem.write(bytes, to: turnFile)
    }
    return true
  }

  private func turn() throws -> (end: Int64, key: String)? {
    let parts = String(decoding: try FileSystem.read(turnFile), as: UTF8.self).split(separator: " ")
    guard parts.count == 2, let end = Int64(parts[0]) else { return nil }
    return (end, String(parts[1]))
  }

  private static var milliseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }
}

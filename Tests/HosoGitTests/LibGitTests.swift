internal import Foundation
internal import GitObjects
internal import HosoGit
internal import Testing

struct LibGitTests {
  private static let variable = "HOSO_TEST_COMMIT"

  /// Run by the test below in a process of its own, which `strace` watches.
  @Test(.enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
  func `one commit is written`() throws {
    let git = try GitFolder()
    let tree = try git.repository.tree(nil, with: [TreeEdit(path: "an.md", blob: git.blob("Kế hoạch\n"))])
    try git.repository.move("refs/heads/main", from: nil, to: git.commit(tree), log: "test")
  }

  @Test func `a commit is synced file by file and folder by folder`() throws {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let own = try Self.arguments()
    let log = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    try GitFolder.run(
      "/usr/bin/strace",
      ["-f", "-y", "-o", log.path, "-e", "trace=fsync,fdatasync", program] + own
        + ["--filter", "one commit is written"],
      environment: ProcessInfo.processInfo.environment.merging([Self.variable: "1"]) { _, new in new })
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").filter { $0.contains("sync(") }
    // Blob, tree and commit with their folders, the reference with its folder.
    #expect(lines.count >= 8)
    #expect(lines.filter { $0.contains("/objects/") }.count >= 6)
    #expect(lines.filter { $0.contains("/refs/heads") }.count >= 2)
  }

  /// How this process was called, without what chose its tests.
  private static func arguments() throws -> [String] {
    var arguments = ProcessInfo.processInfo.arguments.dropFirst()[...]
    var kept: [String] = []
    while let argument = arguments.popFirst() {
      if ["--filter", "--skip", "--event-stream-output-path", "--xunit-output"].contains(argument) {
        _ = arguments.popFirst()
      } else {
        kept.append(argument)
      }
    }
    return kept
  }
}

internal import Foundation
internal import HosoCore
internal import Testing

@testable import HosoStore

struct ParallelSyncTests {
  /// Makes `count` files in a new folder, which is removed afterwards.
  private func withFiles(_ count: Int, _ body: ([String]) throws -> Void) throws {
    let folder = try FileSystem.makeTemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = (0..<count).map { "\(folder)/tệp-\($0)" }
    for path in paths { try Data(path.utf8).write(to: URL(filePath: path)) }
    try body(paths)
  }

  @Test(arguments: [0, 1, 2, 7, 8, 9, 40]) func `files and their folder are synced, however many`(count: Int) throws {
    try withFiles(count) { paths in
      try ParallelSync.sync(paths)
      try ParallelSync.sync(paths + paths.prefix(1).map { URL(filePath: $0).deletingLastPathComponent().path })
    }
  }

  @Test(arguments: [[0], [1], [7], [8], [39], [9, 17, 3], [38, 39], [5, 4]])
  func `the first path that fails is named`(missing: [Int]) throws {
    try withFiles(40) { paths in
      for index in missing { try FileManager.default.removeItem(atPath: paths[index]) }
      let problem = #expect(throws: Problem.self) { try ParallelSync.sync(paths) }
      #expect(problem?.id == .diskWrite)
      #expect(problem?.facts["path"] == paths[missing.min()!])
      #expect(problem?.facts["detail"] == String(cString: strerror(ENOENT)))
    }
  }
}

import Foundation
import Testing

/// The sample school with its whole year, played once by `hoso init --sample` for all tests that ask.
enum PlayedSample {
  /// The folder that holds `school`, `school.git` and `people`.
  static let folder = Task {
    let folder = try SmallSchool.temporaryFolder()
    try await Shell.succeed("hoso init demo --sample --from $SAMPLE", in: folder, ["HOME": folder])
    return folder + "/demo"
  }

  /// Runs `body` in a clone of its own, with all tags, which it may spoil.
  static func withClone(_ body: (String) async throws -> Void) async throws {
    let clone = try SmallSchool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: clone) }
    try await Shell.succeed("cp -a '\(try await folder.value)/school/.' .", in: clone)
    try await body(clone)
  }

  /// The environment of a person of the sample school.
  static func environment(_ person: String, at time: String = "2025-01-20 08:00") async throws -> [String: String] {
    try SmallSchool.environment(home: try await folder.value + "/people/" + person, at: time)
  }
}

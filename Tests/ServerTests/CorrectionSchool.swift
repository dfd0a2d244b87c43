import Foundation
import Testing

/// The small school with a server, locked books, and three corrections that wait to be carried out; see
/// `Tests/Fixtures/pushes/corrections.sh`.
enum CorrectionSchool {
  /// Made once and then copied: it takes some thirty commands.
  private static let template = Task { try await make() }

  /// A school of one's own.
  static func copy() async throws -> ServerSchool {
    let school = try await ServerSchool()
    try await Shell.succeed(
      "rm -rf school server.git && cp -a '\(try await template.value.folder)/.' .", in: school.folder)
    return school
  }

  private static func make() async throws -> ServerSchool {
    let school = try await ServerSchool()
    let script = try String(contentsOfFile: Shell.fixtures + "/pushes/corrections.sh", encoding: .utf8)
    try await Shell.succeed(script, in: school.folder)
    return school
  }
}

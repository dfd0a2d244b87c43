import Foundation
import Testing

/// Pushes with every fault that somebody could make by hand, to a server of their own.
struct PushTests {
  @Test(arguments: try PushCase.all(in: "paths")) func `paths and roles`(_ one: PushCase) async throws {
    try await Self.perform(one)
  }

  @Test(arguments: try PushCase.all(in: "rules")) func `rules, decisions and keys`(_ one: PushCase) async throws {
    try await Self.perform(one)
  }

  @Test(arguments: try PushCase.all(in: "identity")) func `identity and form of commits`(_ one: PushCase) async throws {
    try await Self.perform(one)
  }

  @Test(arguments: try PushCase.all(in: "trees")) func `form of trees, and names`(_ one: PushCase) async throws {
    try await Self.perform(one)
  }

  @Test(arguments: try PushCase.all(in: "wire")) func `history, references and the wire`(_ one: PushCase) async throws {
    try await Self.perform(one)
  }

  @Test(arguments: try PushCase.all(in: "locks")) func `locked records`(_ one: PushCase) async throws {
    try await Self.perform(one)
  }

  @Test(arguments: try PushCase.all(in: "controls")) func `what is right is accepted`(_ one: PushCase) async throws {
    try await Self.perform(one)
  }

  private static func perform(_ one: PushCase) async throws {
    let school = try await ServerSchool()
    let environment = try school.environment(one.person, at: one.time)
    try await one.perform(in: school.folder, server: school.server, environment)
  }
}

/// The table of cases itself.
struct PushTableTests {
  static let names = ["paths", "rules", "identity", "trees", "wire", "locks", "controls"]

  @Test func `every threat has its case`() throws {
    let cases = try Self.names.flatMap { try PushCase.all(in: $0) }
    #expect(Set(cases.map(\.code)).count == cases.count)
    let codes = Set(cases.map { $0.code.prefix(4) })
    // Corrections, commits that must be signed, the portal.
    let elsewhere: Set = [27, 28, 29, 32, 72]
    for number in 1...126 where !elsewhere.contains(number) {
      let code = "T" + String(repeating: "0", count: 3 - "\(number)".count) + "\(number)"
      #expect(codes.contains(code[...]), "\(code)")
    }
  }
}

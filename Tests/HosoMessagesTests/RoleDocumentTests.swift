import Foundation
import HosoCore
import HosoMessages
import Testing

struct RoleDocumentTests {
  private static let documents = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Docs")

  @Test(arguments: [(Language.english, "Roles.md"), (.vietnamese, "Roles.vi.md")])
  func `the pages of roles are what the program says`(language: Language, name: String) throws {
    let file = Self.documents.appending(path: name)
    let text = RoleDocument.markdown(in: language)
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    if isRecording { try Data(text.utf8).write(to: file) }
    #expect(try !isRecording && String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test(arguments: Language.allCases) func `every role, verb and office is on the page`(language: Language) {
    let lines = RoleDocument.markdown(in: language).split(separator: "\n")
    for verb in AccessVerb.allCases {
      let row = lines.first { $0.hasPrefix("| \(Vocabulary.name(of: verb)(language)) `\(verb.rawValue)` |") }
      let cells = row.map { $0.split(separator: "|").dropFirst().map { $0.contains("✔") } } ?? []
      #expect(Array(cells.prefix(5)) == DriveRole.allCases.map { $0.verbs.contains(verb) }, "\(verb)")
    }
    for office in SchoolRole.allCases { #expect(lines.contains { $0.contains("`role:\(office.rawValue)`") }) }
    #expect(lines.allSatisfy { $0.count <= 500 })
  }
}

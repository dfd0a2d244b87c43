import Foundation
import HosoCore
import HosoMessages
import Testing

/// The words of every fault and problem, also of those that no file of a tree can show.
struct RuleDocumentTests {
  @Test func `Docs/Rules.md is what the catalogue says`() throws {
    let file = Fixtures.folder.appending(path: "Docs/Rules.md")
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    if isRecording { try Data(RuleDocument.markdown.utf8).write(to: file) }
    #expect(try !isRecording && String(contentsOf: file, encoding: .utf8) == RuleDocument.markdown)
  }

  @Test(arguments: DiagnosticID.allCases, Language.allCases)
  func `a fault without facts still reads as a sentence`(id: DiagnosticID, language: Language) {
    let catalogue = Catalogue(language)
    let fault = Diagnostic(id)
    for text in [catalogue.summary(of: fault), catalogue.fix(for: fault)] { expectWords(text) }
  }

  @Test(arguments: Problem.ID.allCases, Language.allCases)
  func `a problem without facts reads without gaps`(id: Problem.ID, language: Language) {
    let catalogue = Catalogue(language)
    let problem = Problem(id)
    for text in [catalogue.summary(of: problem), catalogue.fix(for: problem)] {
      expectWords(text)
      #expect(!text.contains("…"), "\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a refusal names the role, the line and whom to ask`(language: Language) {
    let facts = [
      "person": "nva", "verb": "delete", "needed": "content-manager", "role": "contributor", "line": "7",
      "folder": "2024-2025/ke-hoach-bai-day/to-4-5/nva", "limited": "", "ask": "Vũ Quốc Hưng",
    ]
    let fault = Diagnostic(.accessDenied, path: "2024-2025/x.md", facts: facts)
    let text = Catalogue(language).summary(of: fault) + "; " + Catalogue(language).fix(for: fault)
    let expected =
      language == .english
      ? """
      'nva' as contributor may not delete here (access.csv line 7, folder '2024-2025/ke-hoach-bai-day/to-4-5/nva'); \
      ask Vũ Quốc Hưng to do it, or ask the administrator for the role content manager in .hoso/access.csv
      """
      : """
      'nva' là người đóng góp nên không được xoá ở đây (theo access.csv dòng 7, thư mục \
      '2024-2025/ke-hoach-bai-day/to-4-5/nva'); nhờ Vũ Quốc Hưng làm giúp, hoặc đề nghị quản trị viên cấp vai \
      người quản lý nội dung trong .hoso/access.csv
      """
    #expect(text == expected)
  }

  @Test func `a person without a role and a former person read different reasons`() {
    func summary(_ role: String) -> String {
      Catalogue(.english).summary(
        of: Diagnostic(.accessDenied, facts: ["person": "ngs", "verb": "edit", "role": role, "limited": "lop"]))
    }
    #expect(summary("none") == "'ngs' has no role here and may not edit; rights from above end at folder 'lop'")
    #expect(summary("former") == "'ngs' does not belong to the school on this day and may not edit")
  }

  private func expectWords(_ text: String) {
    #expect(!text.isEmpty && !text.contains { "{}⟦⟧\n".contains($0) } && !text.hasSuffix("."), "\(text)")
    #expect(!text.contains("  ") && !text.hasPrefix(" ") && !text.hasSuffix(" "), "\(text)")
  }
}

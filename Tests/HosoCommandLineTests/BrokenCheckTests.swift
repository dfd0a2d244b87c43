import Foundation
import HosoCore
import Testing

/// Each way to break the sample school, as `hoso check` finds it in a working tree.
struct BrokenCheckTests {
  /// The cases are dealt out to this many trees, which are broken and mended side by side.
  private static let trees = 4

  @Test(arguments: 0..<trees) func `each broken record is found with its id, path and line, in both languages`(
    number: Int
  ) async throws {
    let folder = try SmallSchool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let environment = try SmallSchool.environment(home: folder, at: "2025-01-20 08:00")
    try await Shell.succeed(
      """
      mkdir school; cp -r $SAMPLE/.hoso $SAMPLE/2024-2025 school; cd school; git init -q -b main .; git add -A
      git -c user.name=An -c user.email=an@suoimay.example commit -q -m Mẫu
      """, in: folder, environment)
    let clone = folder + "/school"
    for (index, tree) in try BrokenTree.all().enumerated() where index % Self.trees == number && !tree.isOnlyInCommits {
      try tree.apply(below: clone)
      for language in Language.allCases {
        let run = try await Shell.run("hoso check --json --lang \(language.rawValue)", in: clone, environment)
        let found = try #require(try run.document["diagnostics"] as? [[String: Any]], "\(tree.name)")
        let errors = found.filter { $0["severity"] as? String == "error" }
        #expect(run.status == (errors.isEmpty ? 0 : 1), "\(tree.name)")
        let lines = found.map(Self.line)
        // A folder with a bad name is named once, not with each file in it.
        let isFolder =
          lines.count == 1 && lines[0].hasPrefix("name-") && tree.finding.hasPrefix(lines[0].dropLast(2) + "/")
        #expect(lines == [tree.finding] || isFolder, "\(tree.name)")
        for diagnostic in found {
          let text = [diagnostic["summary"], diagnostic["fix"]].compactMap { $0 as? String }
          #expect(
            text.count == 2 && text.allSatisfy { !$0.isEmpty && !$0.contains("⟦") && !Self.hasHole($0) }, "\(text)")
        }
      }
      try await Shell.succeed("git reset -q --hard && git clean -ffdxq", in: clone, environment)
    }
  }

  private static func line(_ diagnostic: [String: Any]) -> String {
    let line = (diagnostic["line"] as? Int).map(String.init) ?? "-"
    return "\(diagnostic["id"] as? String ?? "") \(diagnostic["path"] as? String ?? ""):\(line)"
  }

  /// Whether a name such as `{field}` was left where a value belongs; `\u{1b}` is how names show a control character.
  private static func hasHole(_ text: String) -> Bool { text.replacing(/\\u\{[0-9a-f]+\}/, with: "").contains("{") }
}

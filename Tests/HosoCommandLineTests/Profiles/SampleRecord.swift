import Foundation
import Testing

/// A sound record of a kind, from `Tests/Fixtures/kinds`: of one profile, of a school level, or of all.
struct SampleRecord {
  let text: String
  let title: String?
  private let fields: [String: String]
  /// The texts below each heading; a heading that comes several times has several.
  private let sections: [String: [String]]

  init(of kind: String, profile: String) throws {
    let level = ["000": "primary", "004": "primary"][profile] ?? "secondary"
    let candidates = [profile + "/", level + "/", ""].flatMap { folder in
      ["md", "csv"].map { "\(ProfileSchool.fixtures)/\(folder)\(kind).\($0)" }
    }
    let file = try #require(candidates.first { FileManager.default.fileExists(atPath: $0) }, "no sample of \(kind)")
    text = try String(contentsOfFile: file, encoding: .utf8)
    var fields: [String: String] = [:]
    var sections: [String: [String]] = [:]
    var heading = ""
    var title: String?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isMarkdown = file.hasSuffix(".md")
    let front = isMarkdown ? lines.dropFirst().prefix { $0 != "---" } : []
    for line in front {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      fields[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    for line in isMarkdown ? Array(lines.dropFirst(front.count + 2)) : [] {
      if line.hasPrefix("# ") {
        title = String(line.dropFirst(2))
      } else if line.hasPrefix("#") {
        heading = line
        sections[heading, default: []].append("")
      } else if !heading.isEmpty, let last = sections[heading]?.popLast() {
        sections[heading]?.append(last + line + "\n")
      }
    }
    self.fields = fields
    self.sections = sections
    self.title = title
  }

  /// What `hoso new` made, with nothing but its blanks filled in.
  func filled(_ template: String) throws -> String {
    guard title != nil else { return try filledTable(template) }
    var heading = ""
    var counts: [String: Int] = [:]
    var lines: [String] = []
    for line in template.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("#") {
        heading = line
        counts[heading, default: -1] += 1
      }
      if line == "…" {
        let texts = try #require(sections[heading], "the sample has no '\(heading)'")
        lines.append(texts[counts[heading] ?? 0].trimmingCharacters(in: .newlines))
      } else if heading.isEmpty, line.hasSuffix(":"), let value = fields[String(line.dropLast())], !value.isEmpty {
        lines.append("\(line) \(value)")
      } else {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The header is the sample's, and so are the pupils.
  private func filledTable(_ template: String) throws -> String {
    let blank = template.split(separator: "\n")
    let rows = text.split(separator: "\n")
    try #require(blank.first == rows.first)
    if blank.count > 1 {
      #expect(blank.map { $0.prefix { $0 != "," } } == rows.map { $0.prefix { $0 != "," } })
    }
    return text
  }
}

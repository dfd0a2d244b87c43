import Foundation
import HosoCore
import Testing

/// Plays a transcript in a school of its own and writes down what happened.
struct TranscriptPlayer {
  private let school: SmallSchool
  private let language: Language
  private var person = "nva"
  private var time = "2024-10-05 08:00"

  init(_ school: SmallSchool, in language: Language) {
    self.school = school
    self.language = language
  }

  /// The transcript as it should read.
  mutating func play(_ transcript: Transcript) async throws -> String {
    var lines: [String] = []
    for step in transcript.steps {
      switch step {
      case .remark(let line): lines.append(line)
      case .person(let name, let given):
        person = name
        time = given ?? time
        lines.append("@ \(name)" + (given.map { " " + $0 } ?? ""))
      case .command(let command):
        lines.append("$ " + command)
        lines += try await play(command)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func play(_ command: String) async throws -> [String] {
    var environment = try school.environment(person, at: time)
    environment["HOSO_LANG"] = language.rawValue
    environment["FOLDER"] = school.folder
    let before = try await RepositoryState(of: school.clone)
    let run = try await Shell.run(command, in: school.clone, environment)
    if !Self.mayWrite(command, run) {
      let differences = try await RepositoryState(of: school.clone).differences(from: before)
      #expect(differences.isEmpty, "'\(command)' must write nothing")
    }
    return Transcript.lines(of: run).map(plain)
  }

  /// Whether a command may leave anything changed: one that writes and succeeded, or one that says so itself.
  private static func mayWrite(_ command: String, _ run: Run) -> Bool {
    let words = command.split(separator: " ")
    guard words.contains("hoso"), !command.hasSuffix("# writes") else { return true }
    guard run.status == 0, !words.contains("--dry-run") else { return false }
    let writing: [Substring] = [
      "submit", "nop", "approve", "duyet", "return", "tra-lai", "lock", "khoa", "unlock", "mo-khoa", "new", "tao",
      "init", "open", "lap", "consent", "dong-y", "refuse", "tu-choi", "apply", "thuc-hien", "withdraw", "rut",
      "comment", "nhan-xet", "year", "nam-hoc",
    ]
    return writing.contains { words.contains($0) }
  }

  /// `line` without what differs from run to run.
  private func plain(_ line: String) -> String {
    line.replacing(school.folder, with: "<folder>")
      .replacing(Shell.sources + "/Tests/Fixtures/office", with: "<office>")
      .replacing(/\b[0-9a-f]{40}\b/, with: "<commit>").replacing(/\b[0-9a-f]{10}\b/, with: "<commit>")
  }
}

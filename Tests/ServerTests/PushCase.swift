import Foundation
import Testing

/// One push that somebody could try, of the files in `Tests/Fixtures/pushes`; their README says how to read them.
struct PushCase: Sendable, CustomTestStringConvertible {
  enum Verdict: Sendable, Equatable {
    /// The gate says these ids.
    case refused(Set<String>)
    /// Git itself says all of these words, before the gate is asked.
    case git([String])
    /// So many receipts are written.
    case accepted(Int)
  }

  let code: String
  let testDescription: String
  let person: String
  let time: String
  let verdict: Verdict
  /// Whether the push can go through sshd, where nobody sets the server's clock.
  let isForSSH: Bool
  /// Whole lines of the answer.
  let lines: [String]
  /// The largest memory in MB and the longest time of the processor in seconds.
  let limit: (memory: Int, seconds: Int)?
  let script: String

  /// Whether the case itself changes the server before the push that is refused.
  var changesServer: Bool {
    if case .accepted = verdict { true } else { script.contains("settled") || script.contains("second ") }
  }

  struct Unreadable: Error { let text: String }

  /// The cases of `Tests/Fixtures/pushes/NAME.cases`, in file order.
  static func all(in name: String) throws -> [PushCase] {
    let text = try String(contentsOfFile: "\(Shell.fixtures)/pushes/\(name).cases", encoding: .utf8)
    return try text.split(separator: "\n## ").dropFirst().map { try PushCase($0) }
  }

  private init(_ text: Substring) throws {
    let parts = text.split(separator: "\n\n", maxSplits: 1)
    guard parts.count == 2 else { throw Unreadable(text: String(text)) }
    let head = parts[0].split(separator: "\n")
    testDescription = String(head[0])
    code = String(head[0].prefix { $0 != " " })
    script = String(parts[1])
    var fields: [Substring: String] = [:]
    var lines: [String] = []
    for line in head.dropFirst() {
      guard let colon = line.firstRange(of: ": ") else { throw Unreadable(text: String(line)) }
      let (name, value) = (line[..<colon.lowerBound], String(line[colon.upperBound...]))
      if name == "line" {
        lines.append(value)
      } else if fields.updateValue(value, forKey: name) != nil {
        throw Unreadable(text: String(text))
      }
    }
    self.lines = lines
    person = fields.removeValue(forKey: "by") ?? "nva"
    time = fields.removeValue(forKey: "at") ?? "2024-10-05 08:00"
    isForSSH = fields.removeValue(forKey: "door") == nil
    let (memory, seconds) = (fields.removeValue(forKey: "memory"), fields.removeValue(forKey: "seconds"))
    limit = memory.flatMap(Int.init).flatMap { memory in seconds.flatMap(Int.init).map { (memory, $0) } }
    guard fields.count == 1, let (name, value) = fields.first else { throw Unreadable(text: String(text)) }
    switch name {
    case "refused": verdict = .refused(Set(value.split(separator: " ").map(String.init)))
    case "git": verdict = .git(value.components(separatedBy: " & "))
    case "accepted": verdict = .accepted(try #require(Int(value)))
    default: throw Unreadable(text: String(text))
    }
  }

  private static let functions = try! String(
    contentsOfFile: Shell.fixtures + "/pushes/functions.sh", encoding: .utf8)

  /// Does what the case says in a copy of the school's clone, against `server`, and holds the answer against the verdict.
  func perform(
    in folder: String, server: String, isShared: Bool = false, _ environment: [String: String]
  ) async throws {
    let before = try await ServerSchool.state(of: server, isShared: isShared)
    let receipts = try await Self.receipts(of: server)
    let run = try await Shell.run(Self.functions + script, in: folder + "/school", environment)
    func file(_ name: String) -> String? { try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) }
    if case .accepted(let count) = verdict {
      #expect(run.status == 0, "\(run.text)")
      #expect(try await Self.receipts(of: server) == receipts + count)
      let audit = try await Shell.run("hoso -C '\(server)' verify", in: folder)
      #expect(audit.status == 0, "\(audit.text)")
    } else {
      // 9 is a case that could not be made.
      #expect(run.status != 0 && run.status != 9 && run.status != 124, "\(run.text)")
      let after = try await ServerSchool.state(of: server, isShared: isShared)
      if let settled = file("settled") {
        #expect(after.hasPrefix(settled))
      } else {
        #expect(after == before)
      }
    }
    switch verdict {
    case .refused(let ids):
      #expect(run.ids == ids, "\(run.text)")
      for text in (file("says") ?? "").split(separator: "\n") {
        #expect(run.lines.contains { $0.contains(text) }, "silent on '\(text)'\n\(run.text)")
      }
    case .git(let words):
      #expect(run.ids.isEmpty)
      for word in words { #expect(run.lines.contains { $0.contains(word) }, "no '\(word)'\n\(run.text)") }
    case .accepted: #expect(run.ids.isEmpty, "\(run.text)")
    }
    for line in lines { #expect(run.lines.contains(line), "no line '\(line)'\n\(run.text)") }
    #expect(!run.output.unicodeScalars.contains { $0 == "\u{1B}" } && !run.errors.unicodeScalars.contains("\u{1B}"))
    guard let limit else { return }
    let used = try #require(file("peak")).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    try #require(used.count == 2)
    #expect(used[0] <= limit.memory && used[1] <= limit.seconds, "\(used[0]) MB, \(used[1]) s")
  }

  private static func receipts(of server: String) async throws -> Int {
    let count = try await Shell.succeed("git rev-list --count journal", in: server)
    return try #require(Int(count.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}

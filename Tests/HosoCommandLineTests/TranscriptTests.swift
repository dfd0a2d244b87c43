import Foundation
import HosoCore
import Testing

struct TranscriptTests {
  static let names = [
    "assigned", "corrections", "day", "deadlines", "decisions", "development", "init", "inspection", "locks", "marks",
    "meeting", "notices", "office", "paths", "people", "places", "records", "roles", "rules", "streams", "tables",
    "usage",
    "years",
  ]

  @Test(arguments: names, Language.allCases)
  func `commands do and say what the transcript says`(name: String, language: Language) async throws {
    let file = "\(Shell.fixtures)/\(name).\(language.rawValue).txt"
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    // The commands are written once, in the Vietnamese transcript; recording copies them into the English one.
    let transcript = try Transcript(isRecording ? "\(Shell.fixtures)/\(name).vi.txt" : file)
    var player = TranscriptPlayer(try await SmallSchool(), in: language)
    let played = try await player.play(transcript)
    if isRecording {
      try played.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file)")
    } else {
      let expected = transcript.text.split(separator: "\n", omittingEmptySubsequences: false)
      let found = played.split(separator: "\n", omittingEmptySubsequences: false)
      for difference in found.difference(from: expected) {
        switch difference {
        case .insert(let line, let text, _): Issue.record("\(name).\(language.rawValue).txt:\(line + 1): now: \(text)")
        case .remove(let line, let text, _): Issue.record("\(name).\(language.rawValue).txt:\(line + 1): was: \(text)")
        }
      }
    }
  }

  @Test(arguments: names)
  func `both languages tell the same story`(name: String) throws {
    let stories = try Language.allCases.map { language in
      try Transcript("\(Shell.fixtures)/\(name).\(language.rawValue).txt").steps.map { "\($0)" }
    }
    #expect(stories[0] == stories[1])
  }
}

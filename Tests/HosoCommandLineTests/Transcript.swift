import Foundation

/// A file of commands and what they print: `$` command, plain lines standard output, `!` standard error, `?` exit status.
///
/// `@ PERSON` or `@ PERSON DATE TIME` says who acts from here on, `#` begins a remark. A command runs in bash in the small
/// school's clone. Commit names and the temporary folder are written `<commit>` and `<folder>`.
struct Transcript {
  enum Step {
    /// A remark or an empty line, kept as it is.
    case remark(String)
    case person(String, time: String?)
    case command(String)
  }

  let steps: [Step]
  let text: String

  init(_ file: String) throws {
    text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    steps = lines.indices.compactMap { index in
      let line = lines[index]
      // An empty line is the transcript's own only above a remark; elsewhere a command printed it.
      let isGap = line.isEmpty && index + 1 < lines.count && lines[index + 1].hasPrefix("# ")
      if isGap || line.hasPrefix("# ") { return .remark(String(line)) }
      if line.hasPrefix("$ ") { return .command(String(line.dropFirst(2))) }
      guard line.hasPrefix("@ ") else { return nil }
      let words = line.split(separator: " ").map(String.init)
      return .person(words[1], time: words.count > 3 ? words[2] + " " + words[3] : nil)
    }
  }

  /// What a command did, as a transcript writes it; the status only where it is not 0.
  static func lines(of run: Run) -> [String] {
    func lines(_ text: String, _ mark: String) -> [String] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { mark + $0 }
      if text.isEmpty || text.hasSuffix("\n") { lines.removeLast() }
      return lines
    }
    return lines(run.output, "") + lines(run.errors, "! ") + (run.status == 0 ? [] : ["? \(run.status)"])
  }
}

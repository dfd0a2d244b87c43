internal import Foundation
internal import Testing

struct SourceTextTests {
  private static let sources = Result {
    try SourceFile.all(in: "Sources", endings: [".swift"]) + SourceFile.all(in: "Site", endings: [".swift"])
  }

  @Test func `no file is longer than 400 lines`() throws {
    for file in try Self.sources.get() where file.lines.count > 400 {
      Issue.record("\(file.path): \(file.lines.count)")
    }
  }

  @Test func `nothing traps without a reason and nothing is left to do`() throws {
    // Not written out, or this file would find itself.
    let forbidden = ["try" + "!", "fatal" + "Error", "TO" + "DO", "FIX" + "ME", " as" + "! "]
    for file in try Self.sources.get() {
      for (index, line) in file.lines.enumerated() {
        for word in forbidden where line.contains(word) { Issue.record("\(file.path):\(index + 1): \(word)") }
      }
    }
  }

  @Test func `no path of somebody's machine stands anywhere`() throws {
    let forbidden = ["home", "work", "root", "Users"].map { "/" + $0 + "/" }
    let folders = ["Sources", "Tests", "Site", "Docs", "Benchmarks", "sample-repo", ".ci"]
    let single = ["Package.swift", "README.md", "Makefile", ".swift-format", ".gitignore"]
    let files = try folders.flatMap { try SourceFile.all(in: $0) } + single.compactMap { try SourceFile($0) }
    for file in files {
      for (index, line) in file.lines.enumerated() {
        for word in forbidden where line.contains(word) { Issue.record("\(file.path):\(index + 1): \(word)") }
      }
    }
  }

  @Test func `every shared declaration says what it is`() throws {
    for file in try Self.sources.get() {
      for declaration in file.uncommented { Issue.record("\(declaration)") }
    }
  }
}

extension SourceFile {
  /// `Hashable` and its like; `Snapshot`, `RecordReading`, `RecordRule`; `perform` of an action.
  private static var required: Regex<(Substring, Substring)> {
    #/(static func (?:==|<) |func hash\(into|var description:|func (?:entry|entries|bytes)\((?:at|in) |func record\($|func rulebook\(of snapshot|func check\(_ record: Record,|func perform\()/#
  }

  /// The `package` declarations without a comment `///` above.
  ///
  /// Exempt is what the comment of a type or protocol explains already: initialisers, stored constants with a type,
  /// the one verb of an action, and the members that Swift's or hoso's own protocols ask for.
  fileprivate var uncommented: [String] {
    lines.indices.compactMap { index in
      let line = lines[index]
      guard line.contains(#/^\s*(@\w+(\([^)]*\))?\s+)*package\s/#), !line.contains(#/package (import|extension)\b/#)
      else {
        return nil
      }
      guard !line.contains(#/package (convenience )?init\b|package let \w+:/#), !line.contains(Self.required) else {
        return nil
      }
      var above = index - 1
      while above >= 0, lines[above].contains(#/^\s*@\w/#) { above -= 1 }
      let isCommented = above >= 0 && lines[above].contains(#/^\s*\/\/\//#)
      return isCommented ? nil : "\(path):\(index + 1): \(line.drop { $0 == " " })"
    }
  }
}

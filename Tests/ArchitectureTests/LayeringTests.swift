internal import Foundation
internal import Testing

/// Who may use what. `Package.swift` says the same, and each import is held against it.
struct LayeringTests {
  /// The project's targets and the packages' products that each target may import.
  private static let layers: [String: Set<String>] = [
    "GitObjects": [],
    "HosoCore": ["GitObjects"],
    "HosoGit": ["GitObjects", "Clibgit2", "Cmimalloc", "Coffline", "Cwrap"],
    "HosoMarkdown": ["Clibcmark"],
    "HosoMessages": ["HosoCore"],
    "HosoFormats": ["GitObjects", "HosoCore", "Clibyaml", "Subprocess", "SystemPackage"],
    "HosoStore": [
      "GitObjects", "HosoCore", "HosoFormats", "HosoGit", "Crypto", "_CryptoExtras", "Subprocess", "SystemPackage",
    ],
    "SiteTheme": [], "SchoolProfiles": [],
    "HosoSite": ["GitObjects", "HosoCore", "HosoMarkdown", "HosoMessages", "SiteTheme"],
    "HosoArchive": ["HosoCore", "Crypto"],
    "HosoActions": [
      "GitObjects", "HosoArchive", "HosoCore", "HosoFormats", "HosoMessages", "HosoSite", "HosoStore",
      "SchoolProfiles",
    ],
    "HosoCommandLine": ["GitObjects", "HosoActions", "HosoCore", "HosoMessages", "ArgumentParser"],
    "hoso": ["HosoCommandLine"],
  ]

  /// What else comes from the system: `Swift` means its private view of Unicode.
  private static let system: [String: Set<String>] = [
    "GitObjects": ["Glibc"], "HosoCore": ["Swift", "Synchronization"], "HosoGit": ["Glibc"], "HosoMarkdown": ["Glibc"],
    "HosoSite": ["Synchronization"],
    "HosoFormats": ["FoundationEssentials", "Glibc", "Swift"],
    "HosoStore": ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"],
    "HosoArchive": ["Glibc"], "HosoActions": ["Glibc"],
    "HosoCommandLine": ["FoundationEssentials", "Glibc"],
  ]

  @Test func `a target imports what its layer allows`() throws {
    for (target, files) in try SourceFile.targets() {
      let allowed = (Self.layers[target] ?? []).union(Self.system[target] ?? [])
      for file in files {
        for name in file.imports where !allowed.contains(name) { Issue.record("\(file.path) imports \(name)") }
      }
    }
  }

  @Test func `the package declares the same layers`() throws {
    let text = try #require(try SourceFile("Package.swift")).lines.joined(separator: "\n")
    var declared: [String: Set<String>] = [:]
    for match in text.matches(
      of: #/(?m)^    (?:layer\(|\.executableTarget\(name:)\s*"(?<name>\w+)"(?<rest>(?s:.*?))(?=\n    [a-z.]|\n  \])/#)
    {
      let rest = match.rest.replacing(#/(package|path|name|\.embedInCode\()(: )?"[^"]*"/#) { found in
        found.0.hasPrefix("name") ? String(found.0) : ""
      }
      declared[String(match.name)] = Set(rest.matches(of: #/"(\w+)"/#).map { String($0.1) })
    }
    #expect(Set(declared.keys) == Set(Self.layers.keys))
    for (target, uses) in declared { #expect(Self.layers[target] == uses, "\(target)") }
  }

  @Test func `every target of the program has its layer`() throws {
    let targets = try SourceFile.targets().keys
    #expect(Set(targets) == Set(Self.layers.keys))
  }

  @Test func `nothing is public`() throws {
    for file in try SourceFile.all(in: "Sources", endings: [".swift"]) {
      for (index, line) in file.lines.enumerated() where line.contains(#/^\s*(public|open (class|func|var))\s/#) {
        Issue.record("\(file.path):\(index + 1)")
      }
    }
  }

  @Test func `every import says its access`() throws {
    for file in try SourceFile.all(in: "Sources", endings: [".swift"]) {
      for line in file.lines where line.contains(#/^\s*import \w/#) { Issue.record("\(file.path): \(line)") }
    }
  }
}

extension SourceFile {
  /// The modules that the file imports.
  fileprivate var imports: [String] {
    lines.compactMap { line in
      line.prefixMatch(
        of:
          #/\s*(@[\w()]+\s+)*((package|internal|private|fileprivate|public)\s+)?import\s+(struct |class |enum |func )?(\w+)/#
      )
      .map { String($0.5) }
    }
  }
}

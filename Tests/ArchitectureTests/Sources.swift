internal import Foundation

/// A file of the repository that holds these tests.
struct SourceFile: Sendable {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Relative to the repository.
  let path: String
  let lines: [String]

  /// The files below `folder` with one of these endings; no ending means each file that is text.
  static func all(in folder: String, endings: [String] = []) throws -> [SourceFile] {
    let base = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
    return try names.compactMap { name in
      guard endings.isEmpty || endings.contains(where: { name.hasSuffix($0) }) else { return nil }
      return try SourceFile(folder + "/" + name)
    }
  }

  /// Nil for a folder and for a file that is no text.
  init?(_ path: String) throws {
    let file = Self.root.appending(path: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
      let text = String(data: try Data(contentsOf: file), encoding: .utf8)
    else { return nil }
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The swift files of the program, by target.
  static func targets() throws -> [String: [SourceFile]] {
    var targets = Dictionary(grouping: try all(in: "Sources", endings: [".swift"])) { file in
      String(file.path.split(separator: "/")[1])
    }
    targets["SiteTheme"] = try all(in: "Site", endings: [".swift"])
    return targets
  }
}

import Testing

/// All that a refused command must leave as it was: working tree, index, references and the set of objects.
struct RepositoryState: Equatable {
  private let lines: [String]

  init(of folder: String) async throws {
    let script = """
      [ -d .git ] || exit 0
      { find . -path ./.git/objects -prune -o -type f -exec sha1sum {} + -o -printf '%y %p %l\\n'
        find .git/objects -type f; } | LC_ALL=C sort | cat -v
      """
    lines = try await Shell.run(script, in: folder).output.split(separator: "\n").map(String.init)
  }

  /// What is there and was not in `before` (`+`), and what is gone (`-`).
  func differences(from before: RepositoryState) -> [String] {
    let old = Set(before.lines)
    let new = Set(lines)
    return before.lines.filter { !new.contains($0) }.map { "- " + $0 }
      + lines.filter { !old.contains($0) }.map { "+ " + $0 }
  }
}

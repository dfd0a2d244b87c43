internal import ArgumentParser
internal import HosoActions
internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case always, never, auto }

  @Option(
    help: ArgumentHelp(
      help("ngôn ngữ: vi hoặc en (mặc định: của trường)", "language: vi or en (default: the school's)")))
  var lang: String?

  @Flag(help: ArgumentHelp(help("in đúng một tài liệu JSON", "print exactly one JSON document")))
  var json = false

  @Option(help: ArgumentHelp(help("màu sắc: always, never hoặc auto", "colours: always, never or auto")))
  var color = Color.auto

  @Flag(name: [.short, .long], help: ArgumentHelp(help("chỉ in lỗi", "print errors only")))
  var quiet = false

  mutating func validate() throws {
    if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang: vi, en") }
  }

  /// Opens the repository around the current folder; the clock is git's own `GIT_COMMITTER_DATE`, else the machine's.
  func workspace() throws -> Workspace {
    let workspace = try Workspace(now: try Self.now())
    workspace.keepToTheEnd()
    return workspace
  }

  /// How this run speaks, in the language of the school where none was chosen.
  func console(for workspace: Workspace? = nil) -> Console {
    Console(language: Speech.chosen ?? workspace?.language ?? .vietnamese, options: self)
  }

  /// Seconds since 1970.
  static func now() throws -> Int64 {
    guard let text = Speech.environment("GIT_COMMITTER_DATE"), !text.isEmpty else { return Int64(time(nil)) }
    guard let seconds = GitDate.seconds(of: text), (0...4_102_444_800).contains(seconds) else {
      throw Problem(.badClock, ["value": text])
    }
    return seconds
  }
}

/// A run that ends with this status after all was said.
struct Exit: Error {
  let status: Int32
}

internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// The language of this run: `--lang`, else `HOSO_LANG`, else nil: the school's.
enum Speech {
  static let chosen: Language? = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return environment("HOSO_LANG").flatMap(Language.init)
  }()

  /// The language of help texts, which are read before any school is.
  static let ofHelp: Language = chosen ?? .vietnamese

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// A help text in the language of the run.
func help(_ vietnamese: String, _ english: String) -> String {
  Speech.ofHelp == .vietnamese ? vietnamese : english
}

internal import ArgumentParser
internal import HosoActions
internal import HosoCore

/// `--at`: the time that a command is asked about, instead of now.
struct TimeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      help(
        "thời điểm cần xem, ví dụ \"2024-10-06 08:00\" (mặc định: bây giờ)",
        "the time that is asked about, such as \"2024-10-06 08:00\" (default: now)")))
  var at: String?

  /// Seconds since 1970; nil where no time was given.
  func seconds(in workspace: Workspace) throws -> Int64? {
    guard let at else { return nil }
    if let seconds = GitDate.seconds(of: at), (0...4_102_444_800).contains(seconds) { return seconds }
    // Without a zone it is read in the school's, as everything else is.
    let minutes = Self.minutes(of: at.dropFirst(10))
    guard let date = SchoolDate(at.prefix(10)), let minutes, date.parts.year >= 1970 else {
      throw Problem(.badClock, ["value": at])
    }
    return Moment(date, minutes: minutes, offset: try workspace.offset()).seconds
  }

  /// Minutes after midnight of ` 08:15` or `T08:15`; 0 for nothing.
  private static func minutes(of text: Substring) -> Int? {
    guard let first = text.first else { return 0 }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard first == " " || first == "T", parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }
}

internal import HosoCore

/// A time as git's `GIT_COMMITTER_DATE` takes it: `1728090900 +0700`, or ISO 8601 such as `2024-10-05T08:15:00+07:00`.
enum GitDate {
  /// Seconds since 1970-01-01T00:00:00Z; nil for any other form.
  static func seconds(of text: String) -> Int64? {
    let words = text.split(separator: " ")
    let digits = words.first.map { $0.drop { $0 == "@" } } ?? ""
    if let seconds = Int64(digits), words.count <= 2 { return seconds }
    guard text.utf8.count >= 16, let date = SchoolDate(text.prefix(10)), "T ".contains(text.dropFirst(10).first ?? "-")
    else { return nil }
    let rest = text.dropFirst(11)
    let clock = rest.prefix { $0.isNumber || $0 == ":" }.split(separator: ":").compactMap { Int64($0) }
    guard let offset = minutes(of: rest.drop { $0.isNumber || $0 == ":" }.filter { $0 != " " && $0 != ":" }),
      (2...3).contains(clock.count), clock[0] < 24, clock[1] < 60, clock.count < 3 || clock[2] < 60
    else { return nil }
    let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
    return Int64(date.day) * 86_400 + seconds - offset * 60
  }

  /// `Z`, `+0700` and nothing else.
  private static func minutes(of zone: String) -> Int64? {
    if zone == "Z" { return 0 }
    guard zone.utf8.count == 5, let hours = Int64(zone.dropFirst().prefix(2)), let rest = Int64(zone.suffix(2)),
      hours <= 14, rest < 60
    else { return nil }
    let total = hours * 60 + rest
    return zone.hasPrefix("-") ? -total : zone.hasPrefix("+") ? total : nil
  }
}

package import HosoCore

/// Deadlines as an iCalendar stream (RFC 5545), which any calendar program subscribes to or imports.
package struct CalendarFeed: Sendable {
  /// One deadline.
  package struct Event: Sendable {
    /// The same for the same deadline in every feed.
    package let id: String
    package let due: Moment
    package let summary: String
    package let details: String
    /// Whether nothing is left to do: no alarm rings.
    package let isDone: Bool

    package init(id: String, due: Moment, summary: String, details: String, isDone: Bool) {
      self.id = id
      self.due = due
      self.summary = summary
      self.details = details
      self.isDone = isDone
    }
  }

  private let name: String
  private let stamp: Moment
  private let events: [Event]

  /// `stamp` is when the feed is made.
  package init(name: String, stamp: Moment, events: [Event]) {
    self.name = name
    self.stamp = stamp
    self.events = events
  }

  /// How long before its deadline an event begins: a calendar shows what has a length.
  private static let lead: Int64 = 30 * 60

  /// The whole stream, in lines that end with CRLF and are folded at 75 octets.
  package var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hoso//hoso//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    for event in events {
      let start = Moment(seconds: event.due.seconds - Self.lead, offset: 0)
      lines += [
        "BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:\(Self.utc(stamp))", "DTSTART:\(Self.utc(start))",
        "DTEND:\(Self.utc(event.due))", "SUMMARY:\(Self.escaped(event.summary))",
        "DESCRIPTION:\(Self.escaped(event.details))", "TRANSP:TRANSPARENT",
      ]
      if !event.isDone {
        lines += [
          "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", "DESCRIPTION:\(Self.escaped(event.summary))", "END:VALARM",
        ]
      }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// `20241005T165900Z`.
  private static func utc(_ moment: Moment) -> String {
    let utc = moment.reading(offset: 0)
    let (year, month, day) = utc.date.parts
    let second = Int((utc.seconds % 60 + 60) % 60)
    let date = twoDigits(year / 100) + twoDigits(year % 100) + twoDigits(month) + twoDigits(day)
    return date + "T" + twoDigits(utc.minutes / 60) + twoDigits(utc.minutes % 60) + twoDigits(second) + "Z"
  }

  /// A text value: backslash, semicolon, comma and line break are escaped, other control characters left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      default: if scalar.value >= 0x20 && scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The line in pieces of at most 75 octets, none of which ends within a character.
  private static func folded(_ line: String) -> String {
    var result = ""
    var room = 75
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if length > room {
        result += "\r\n "
        // The space counts.
        room = 74
      }
      result.unicodeScalars.append(scalar)
      room -= length
    }
    return result
  }
}

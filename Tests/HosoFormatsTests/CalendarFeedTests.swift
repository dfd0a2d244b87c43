import HosoCore
import HosoFormats
import Testing

/// The iCalendar stream against the rules of RFC 5545 themselves.
struct CalendarFeedTests {
  private static func moment(_ day: String, _ minutes: Int, offset: Int = 420) throws -> Moment {
    Moment(try #require(SchoolDate(day)), minutes: minutes, offset: offset)
  }

  private static func feed(
    _ summary: String, details: String = "x", due: Moment? = nil, isDone: Bool = false
  ) throws -> String {
    let due = try due ?? moment("2024-10-05", 1439)
    let event = CalendarFeed.Event(
      id: "2024-2025.lesson-plan.nva.week-5@th.hoso", due: due, summary: summary, details: details, isDone: isDone)
    return CalendarFeed(name: "Lịch", stamp: try moment("2024-10-01", 480), events: [event]).text
  }

  /// The content lines, unfolded as section 3.1 says.
  private static func lines(_ text: String) -> [String] {
    var bytes = Array(text.utf8)
    var at = 0
    while at + 2 < bytes.count {
      if bytes[at] == 0x0D, bytes[at + 1] == 0x0A, bytes[at + 2] == 0x20 {
        bytes.removeSubrange(at...(at + 2))
      } else {
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private static func value(_ name: String, _ text: String) -> String? {
    lines(text).first { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
  }

  @Test func `times are in UTC, and the event ends with the deadline`() throws {
    let text = try Self.feed("Kế hoạch")
    #expect(Self.value("DTSTAMP", text) == "20241001T010000Z")
    #expect(Self.value("DTSTART", text) == "20241005T162900Z")
    #expect(Self.value("DTEND", text) == "20241005T165900Z")
  }

  @Test func `a deadline after midnight of a zone far east is on the day before in UTC`() throws {
    let due = try Self.moment("2024-03-01", 30, offset: 14 * 60)
    let text = try Self.feed("x", due: due)
    #expect(Self.value("DTEND", text) == "20240229T103000Z")
    let west = try Self.moment("2024-12-31", 1439, offset: -210)
    #expect(Self.value("DTEND", try Self.feed("x", due: west)) == "20250101T032900Z")
  }

  @Test func `every line ends with CRLF and none is longer than 75 octets`() throws {
    let long = String(repeating: "Kế hoạch bài dạy môn Lịch sử và Địa lí, ", count: 9)
    for shift in 0..<8 {
      let summary = String(repeating: "a", count: shift) + long
      let text = try Self.feed(summary)
      #expect(text.hasSuffix("END:VCALENDAR\r\n"))
      let bytes = Array(text.utf8)
      #expect(bytes.indices.allSatisfy { bytes[$0] != 0x0A || ($0 > 0 && bytes[$0 - 1] == 0x0D) })
      for line in bytes.split(separator: 0x0D).map({ $0.drop { $0 == 0x0A } }) {
        #expect(line.count <= 75)
        // No character is torn apart.
        #expect(String(validating: Array(line), as: UTF8.self) != nil)
      }
      #expect(Self.value("SUMMARY", text) == summary.replacing(",", with: "\\,"))
    }
  }

  @Test func `texts are escaped, and what could end a line does not`() throws {
    let text = try Self.feed("a;b,c\\d\nBEGIN:VEVENT\r\u{0}\u{7F}", details: "\r\nEND:VCALENDAR")
    #expect(Self.value("SUMMARY", text) == "a\\;b\\,c\\\\d\\nBEGIN:VEVENT")
    #expect(Self.value("DESCRIPTION", text) == "\\nEND:VCALENDAR")
    #expect(Self.lines(text).filter { $0 == "BEGIN:VEVENT" }.count == 1)
  }

  @Test func `what is open rings a day before, what is done does not`() throws {
    #expect(Self.value("TRIGGER", try Self.feed("x")) == "-P1D")
    let done = try Self.feed("x", isDone: true)
    #expect(!done.contains("VALARM"))
    // Who is asked to a meeting at the same time is not shown as busy.
    #expect(Self.value("TRANSP", done) == "TRANSPARENT")
  }

  @Test func `components are properly nested`() throws {
    var open: [String] = []
    for line in Self.lines(try Self.feed("x")) {
      if line.hasPrefix("BEGIN:") { open.append(String(line.dropFirst(6))) }
      if line.hasPrefix("END:") { #expect(open.popLast() == String(line.dropFirst(4))) }
    }
    #expect(open.isEmpty)
  }
}

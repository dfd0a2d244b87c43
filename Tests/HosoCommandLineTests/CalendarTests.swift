import Foundation
import Testing

/// `hoso calendar`: the feed as another program reads it.
struct CalendarTests {
  /// Reads the feed with the Python package `icalendar` and prints each event, and what is not as RFC 5545 asks.
  private static let reader = """
    import sys, icalendar
    data = open(sys.argv[1], 'rb').read()
    assert data.replace(b'\\r\\n', b'').count(b'\\n') == 0 and data.endswith(b'END:VCALENDAR\\r\\n')
    assert all(len(line) <= 75 for line in data.split(b'\\r\\n'))
    calendar = icalendar.Calendar.from_ical(data)
    assert not getattr(calendar, 'errors', []), calendar.errors
    assert calendar['VERSION'] == '2.0' and calendar['PRODID']
    seen = set()
    for event in calendar.walk('VEVENT'):
        assert not event.errors, event.errors
        uid = str(event['UID'])
        assert uid not in seen, uid
        seen.add(uid)
        start, end, stamp = (event[name].dt for name in ('DTSTART', 'DTEND', 'DTSTAMP'))
        assert start < end and end.utcoffset().total_seconds() == 0 and stamp.utcoffset().total_seconds() == 0
        print(uid, end.strftime('%Y-%m-%dT%H:%MZ'), str(event['SUMMARY']), len(event.walk('VALARM')), sep='|')
    """

  @Test func `a feed gives each deadline once, in the order of time, under a name that stays`() async throws {
    let school = try await SmallSchool()
    let output = try await school.succeed("hoso calendar nva --lang vi", as: "nva")
    let ids = output.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map { String($0.dropFirst(4)) }
    #expect(ids.first == "2024-2025.lesson-plan.nva.week-1@th-suoi-may.hoso")
    #expect(ids.count == 8 && Set(ids).count == ids.count)
    // Another plan, another day: the same names.
    try await school.succeed("put $other; hoso submit -q $other", as: "nva", at: "2024-10-06 08:00")
    let later = try await school.succeed("hoso calendar nva --lang en", as: "lth", at: "2024-10-07 08:00")
    #expect(later.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map { String($0.dropFirst(4)) } == ids)
    #expect(later.contains("DTSTAMP:20241007T010000Z\r\n"))
    #expect(later.contains("SUMMARY:Done: Lesson plan\\, week 6\r\n"))
  }

  /// The Python of `make test`, where the package is; elsewhere the test is skipped if it is not.
  private static let ofMake = ProcessInfo.processInfo.environment["HOSO_PYTHON"]
  private static var python: String { ofMake ?? "python3" }

  private static func hasReader() async throws -> Bool {
    if ofMake != nil { return true }
    return try await Shell.run("\(python) -c 'import icalendar'", in: "/").status == 0
  }

  @Test(.enabled("the Python package icalendar is there") { try await CalendarTests.hasReader() })
  func `another program reads it without an error`() async throws {
    let python = Self.python
    let school = try await SmallSchool()
    try Self.reader.write(toFile: school.folder + "/read.py", atomically: true, encoding: .utf8)
    let output = try await school.succeed(
      "hoso calendar nva --lang vi > ../nva.ics; \(python) ../read.py ../nva.ics", as: "nva")
    let lines = output.split(separator: "\n").map(String.init)
    #expect(lines.count == 8)
    #expect(
      lines.first == "2024-2025.lesson-plan.nva.week-1@th-suoi-may.hoso|2024-09-07T16:59Z|Kế hoạch bài dạy, tuần 1|1")
    #expect(
      lines.contains(
        "2024-2025.lesson-plan.nva.week-5@th-suoi-may.hoso|2024-10-05T16:59Z|Đã nộp: Kế hoạch bài dạy, tuần 5|0"))
  }
}

internal import Foundation
internal import HosoCore
internal import Testing

struct SchoolDateTests {
  @Test func `each day from 1900 to 2100 is written and read as the calendar counts`() {
    var day = -25_567
    var weekday = 1
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for number in 1...length {
          let date = SchoolDate(year: year, month: month + 1, day: number)
          let isRight =
            date?.day == day && date.map { $0.parts == (year, month + 1, number) } ?? false
            && date?.weekday == weekday && date.flatMap { SchoolDate($0.description) } == date
          if !isRight { Issue.record("\(year)-\(month + 1)-\(number)") }
          day += 1
          weekday = weekday % 7 + 1
        }
      }
    }
  }

  @Test func `days are those of the program date`() throws {
    var chance = Chance(seed: 4)
    let days = (0..<50).map { _ in Int.random(in: -25_000...60_000, using: &chance) }
    let file = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(days.map { "@\($0 * 86_400)\n" }.joined().utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/date")
    process.arguments = ["--utc", "--file", file.path, "+%F %u"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let expected = text.split(separator: "\n").map(String.init)
    #expect(days.map { "\(SchoolDate(day: $0)) \(SchoolDate(day: $0).weekday)" } == expected)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `a day that exists is read`(text: String) {
    #expect(SchoolDate(text)?.description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00",
    "0000-01-01", "2024-1-1", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "+024-01-01", "2024-01-0१", "",
    "01-01-2024", "2024-01-01T00:00",
  ])
  func `anything else is no day`(text: String) {
    #expect(SchoolDate(text) == nil)
  }

  @Test func `days are in the order of time`() throws {
    let date = try #require(SchoolDate("2024-02-28"))
    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(date.adding(days: -59).description == "2023-12-31")
    #expect(date < date.adding(days: 1))
  }
}

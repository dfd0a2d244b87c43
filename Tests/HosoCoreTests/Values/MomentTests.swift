internal import HosoCore
internal import Testing

struct MomentTests {
  @Test(arguments: [
    (0, 0, "1970-01-01 00:00"), (0, 420, "1970-01-01 07:00"), (0, -570, "1969-12-31 14:30"),
    (-1, 0, "1969-12-31 23:59"), (1_709_164_800, 0, "2024-02-29 00:00"), (1_709_164_799, 0, "2024-02-28 23:59"),
    (1_728_000_000, 420, "2024-10-04 07:00"), (1_728_061_199, 420, "2024-10-04 23:59"),
    (1_728_061_200, 420, "2024-10-05 00:00"),
  ])
  func `a moment is read in its zone`(seconds: Int64, offset: Int, text: String) {
    #expect(Moment(seconds: seconds, offset: offset).description == text)
  }

  @Test(arguments: [0, 1, 719, 1439], [-720, -570, 0, 420, 840])
  func `a day and its minutes give the moment back`(minutes: Int, offset: Int) throws {
    let date = try #require(SchoolDate("2024-02-29"))
    let moment = Moment(date, minutes: minutes, offset: offset)
    #expect(moment.date == date && moment.minutes == minutes)
  }

  @Test func `another zone is the same instant`() {
    let moment = Moment(seconds: 1_728_000_000, offset: 420)
    #expect(moment.reading(offset: 0).description == "2024-10-04 00:00")
    #expect(!(moment < moment.reading(offset: 0)) && !(moment.reading(offset: 0) < moment))
    #expect(moment < Moment(seconds: 1_728_000_001, offset: 840))
  }
}

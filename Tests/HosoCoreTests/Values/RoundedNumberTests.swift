internal import HosoCore
internal import Testing

struct RoundedNumberTests {
  @Test(
    arguments: [
      (1, 3, 2, "0.33", "0,33"), (2, 3, 2, "0.67", "0,67"), (1, 8, 2, "0.13", "0,13"), (-1, 8, 2, "-0.13", "-0,13"),
      (7005, 1000, 2, "7.01", "7,01"), (10, 5, 1, "2.0", "2,0"), (5, 2, 0, "3", "3"), (-1, 100, 1, "0.0", "0,0"),
    ])
  func `a share is rounded half away from zero`(
    part: Int, whole: Int, digits: Int, english: String, vietnamese: String
  ) {
    let number = RoundedNumber(part, by: whole, digits: digits)
    #expect(number.text(in: .english) == english)
    #expect(number.text(in: .vietnamese) == vietnamese)
  }

  @Test func `of nothing there is no percentage`() {
    #expect(RoundedNumber.percent(0, of: 0) == nil)
    #expect(RoundedNumber.percent(1, of: 3)?.value == 33.3)
  }

  @Test func `a number that is none, or far too large, is 0`() {
    #expect(RoundedNumber(Double.nan, digits: 2).units == 0)
    #expect(RoundedNumber(Double.infinity, digits: 2).units == 0)
    #expect(RoundedNumber(1.005, digits: 1).text(in: .english) == "1.0")
  }
}

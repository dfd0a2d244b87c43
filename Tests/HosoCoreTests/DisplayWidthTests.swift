internal import HosoCore
internal import Testing

struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("Nguyễn Thị Ánh", 14), ("Nguye\u{302}\u{303}n", 6), ("Đường", 5), ("─│█", 3), ("学校", 4),
      ("a\u{200D}b", 2),
      ("\u{1B}x", 1),
    ])
  func `letters take one column, marks none, wide letters two`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `padding goes by width`() {
    #expect("Ánh".padded(to: 5) == "Ánh  " && "7,5".padded(to: 5, isAtRight: true) == "  7,5")
    #expect("Nguye\u{302}\u{303}n".padded(to: 8).displayWidth == 8)
  }

  @Test func `long texts go on in the next line, words stay whole`() {
    #expect("4a-01, 4a-02, 4a-03".wrapped(to: 13) == ["4a-01, 4a-02,", "4a-03"])
    #expect("một-từ-rất-dài ngắn".wrapped(to: 5) == ["một-từ-rất-dài", "ngắn"])
    #expect("ngắn".wrapped(to: 5) == ["ngắn"])
  }
}

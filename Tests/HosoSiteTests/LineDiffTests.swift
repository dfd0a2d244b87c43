import HosoCore
import Testing

struct LineDiffTests {
  /// The new text as the difference and the old text give it.
  private func applied(_ diff: LineDiff) -> [String] {
    var lines: [String] = []
    var old = 0
    for stretch in diff.stretches {
      switch stretch {
      case .same(let olds, let news):
        #expect(olds.count == news.count && olds.lowerBound == old && news.lowerBound == lines.count)
        lines += olds.map { diff.old[$0] }
        old = olds.upperBound
      case .replaced(let olds, let news):
        #expect(olds.lowerBound == old && news.lowerBound == lines.count)
        lines += rows(diff, olds, news)
        old = olds.upperBound
      }
    }
    #expect(old == diff.old.count)
    return lines
  }

  /// The new lines of a replaced stretch; each old line appears once, and the words of a changed one give both texts.
  private func rows(_ diff: LineDiff, _ olds: Range<Int>, _ news: Range<Int>) -> [String] {
    var seenOld: [Int] = []
    var lines: [String] = []
    for row in diff.rows(old: olds, new: news) {
      switch row {
      case .removed(let line): seenOld.append(line)
      case .added(let line): lines.append(diff.new[line])
      case .changed(let old, let new, let words):
        seenOld.append(old)
        lines.append(words.filter { $0.mark != .removed }.map(\.text).joined())
        #expect(lines.last == diff.new[new])
        #expect(words.filter { $0.mark != .added }.map(\.text).joined() == diff.old[old])
      }
    }
    #expect(seenOld == Array(olds))
    return lines
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func diff(_ old: String, _ new: String, _ form: LineDiff.Form = .markdown) -> LineDiff {
    LineDiff(old: Array(old.utf8), new: Array(new.utf8), form: form)
  }

  @Test(arguments: [
    ("", ""), ("", "a\n"), ("a\n", ""), ("a\nb\nc\n", "a\nc\n"), ("a\nb", "a\nb\n"), ("x\ny\n", "y\nx\n"),
    ("a\nb\nc\nd\n", "a\nB\nc\nD\ne\n"), ("một hai ba\n", "một hai bốn\n"), ("\n\n\n", "\n"),
  ])
  func `applied to the old text it gives the new one`(old: String, new: String) {
    #expect(applied(diff(old, new)) == lines(new))
  }

  @Test(arguments: 1...60)
  func `applied to random texts it gives the new one`(seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func text() -> String {
      (0..<next(40)).map { _ in (0..<next(5)).map { _ in ["an", "bé", "|", " ", ",", "3"][next(6)] }.joined() }
        .joined(separator: "\n")
    }
    let (old, new) = (text(), text())
    #expect(applied(diff(old, new)) == lines(new))
    #expect(applied(diff(old, new, .csv)) == lines(new))
  }

  @Test func `equal texts differ in nothing`() {
    #expect(diff("a\nb\n", "a\nb\n").isEmpty)
    #expect(diff("a\nb\n", "a\nb\n").counts == (0, 0))
  }

  @Test func `a changed word is marked and its neighbours are not`() {
    let rows = diff("Chia nhóm đôi, 12 phút.\n", "Chia nhóm bốn, 15 phút.\n").rows(old: 0..<1, new: 0..<1)
    let words: [LineDiff.Words] = [
      .init(mark: .same, text: "Chia nhóm "), .init(mark: .removed, text: "đôi"), .init(mark: .added, text: "bốn"),
      .init(mark: .same, text: ", "), .init(mark: .removed, text: "12"), .init(mark: .added, text: "15"),
      .init(mark: .same, text: " phút."),
    ]
    #expect(rows == [.changed(old: 0, new: 0, words: words)])
  }

  @Test func `cells of a row are compared each with its own`() {
    let words: [LineDiff.Words] = [
      .init(mark: .same, text: "4a-03,"), .init(mark: .removed, text: "5"), .init(mark: .added, text: "6"),
      .init(mark: .same, text: ","), .init(mark: .removed, text: "6"), .init(mark: .added, text: "7"),
      .init(mark: .same, text: ",H,H"),
    ]
    let rows = diff("4a-03,5,6,H,H", "4a-03,6,7,H,H", .csv).rows(old: 0..<1, new: 0..<1)
    #expect(rows == [.changed(old: 0, new: 0, words: words)])
  }

  @Test func `lines that have nothing in common are not shown as one`() {
    #expect(diff("mèo\n", "chim sẻ\n").rows(old: 0..<1, new: 0..<1) == [.removed(old: 0), .added(new: 0)])
  }

  @Test func `bytes that are no UTF-8 are compared as bytes`() {
    let diff = LineDiff(old: [0xFF, 0x0A], new: [0xFE, 0x0A])
    #expect(!diff.isEmpty)
    #expect(diff.new[0] == "\u{FFFD}")
  }

  @Test func `two large texts without a common line take bounded time`() {
    let old = (0..<40_000).map { "a\($0)" }.joined(separator: "\n")
    let new = (0..<40_000).map { "b\($0)" }.joined(separator: "\n")
    let clock = ContinuousClock()
    var diff = self.diff("", "")
    let time = clock.measure {
      diff = self.diff(old, new)
      _ = diff.rows(old: 0..<40_000, new: 0..<40_000)
    }
    #expect(diff.stretches == [.replaced(old: 0..<40_000, new: 0..<40_000)])
    #expect(time < .seconds(10))
  }
}

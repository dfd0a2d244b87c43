internal import HosoCore
internal import HosoFormats
internal import Testing

struct CSVReaderTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\n\"1\",\"2\"\n", [["a", "b"], ["1", "2"]]), ("a\n\"x,y\"\n", [["a"], ["x,y"]]),
      ("a\n\"x\ny\"\nz\n", [["a"], ["x\ny"], ["z"]]), ("a\n\"x\"\"y\"\n", [["a"], ["x\"y"]]),
      ("a\n\"\"\n", [["a"], [""]]), ("a\n\"\"\"\"\n", [["a"], ["\""]]), ("a,b\n, \n", [["a", "b"], ["", " "]]),
      ("a,b\n1,", [["a", "b"], ["1", ""]]), ("a, b \n 1 ,2\n", [["a", " b "], [" 1 ", "2"]]), ("a", [["a"]]),
      ("a\n\n", [["a"], [""]]), ("a;b\n1;2\n", [["a;b"], ["1;2"]]), ("a\n'x'\n", [["a"], ["'x'"]]),
      ("họ tên,ghi chú\nBình,\"giỏi, ngoan\"\n", [["họ tên", "ghi chú"], ["Bình", "giỏi, ngoan"]]),
    ] as [(String, [[String]])])
  func `cells are read as RFC 4180 writes them`(text: String, rows: [[String]]) throws {
    let reading = try Reading(csv: Array(text.utf8))
    let table = try #require(reading.record?.table)
    #expect([table.header] + table.rows.map(\.cells) == rows)
    #expect(reading.faults == [])
  }

  @Test(arguments: [
    ("", "empty-record 1"), ("a\n\"x", "csv-unclosed-quote 2:1"), ("a,b\n1,\"x\ny\nz\n", "csv-unclosed-quote 2:3"),
    ("a\n\"\n", "csv-unclosed-quote 2:1"), ("a\nx\"y\n", "csv-stray-quote 2:2"),
    ("a,b\n1,\"x\"y\n", "csv-stray-quote 2:5"),
    ("a\n\"x\" \n", "csv-stray-quote 2:3"), ("a\n \"x\"\n", "csv-stray-quote 2:2"),
    ("a\n\"x\ny\"z\n", "csv-stray-quote 3:2"),
    ("a\"\n", "csv-stray-quote 1:2"), ("a,b\r\n1,2\r\n", "carriage-return 1:4"), ("\u{FEFF}a\n", "byte-order-mark 1:1"),
  ])
  func `what leaves no sure reading is refused at its place`(text: String, fault: String) throws {
    let reading = try Reading(csv: Array(text.utf8))
    #expect(reading.record == nil)
    #expect(reading.places == [fault])
  }

  @Test(
    arguments: [
      ("a,b\n1\n", ["csv-row-length 2"]), ("a,b\n1,2,3\n", ["csv-row-length 2"]),
      ("a,b\n1,2\n\n", ["csv-row-length 3"]),
      ("a,b\n\"x\ny\",2\n3\n", ["csv-row-length 4"]), ("a,b\n1\n2\n", ["csv-row-length 2", "csv-row-length 3"]),
    ] as [(String, [String])])
  func `a row of another length is reported at its line`(text: String, faults: [String]) throws {
    #expect(try Reading(csv: Array(text.utf8)).places == faults)
  }

  @Test func `a row knows the line on which it begins`() throws {
    let table = try #require(try Reading(csv: Array("a\n\"x\ny\"\nz\n".utf8)).record?.table)
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func `cells that are written in quotes are read again`() throws {
    var chance = Chance(seed: 21)
    let pieces = ["a", ",", "\"", "\n", " ", "ế", "", "1", "'", ";"]
    for _ in 0..<500 {
      let rows = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
        (0..<3).map { _ in (0..<4).compactMap { _ in pieces.randomElement(using: &chance) }.joined() }
      }
      let lines = rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      }
      let table = try #require(try Reading(csv: Array(lines.joined().utf8)).record?.table)
      #expect([table.header] + table.rows.map(\.cells) == rows)
    }
  }
}

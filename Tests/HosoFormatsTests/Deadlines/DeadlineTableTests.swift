import HosoCore
import HosoFormats
import Testing

/// Each case of `Tests/Fixtures/deadlines/cases.tsv`, through the reader of rule files.
struct DeadlineTableTests {
  private static let sample = Result { try MemoryTree.sample() }

  @Test(arguments: try DeadlineCase.all())
  func `a record is due when the table says`(deadline: DeadlineCase) throws {
    let log = DiagnosticLog()
    let tree = try deadline.school(from: Self.sample.get())
    let read = try RecordReader().rulebook(of: tree, report: log.report)
    #expect(log.diagnostics.map { "\($0)" } == [])
    let rulebook = try #require(read)
    let answer = try #require(try deadline.due(in: rulebook))
    #expect(answer.due?.seconds == deadline.due?.seconds, "\(answer.due.map { "\($0)" } ?? "none")")
    #expect(answer.opens?.seconds == deadline.opens?.seconds, "\(answer.opens.map { "\($0)" } ?? "none")")
    // A moment is shown in the school's zone.
    #expect(answer.due.map(\.offset) ?? rulebook.school.offset == rulebook.school.offset)
  }

  @Test func `each clock of the regulations has its cases`() throws {
    let codes = Set(try DeadlineCase.all().map(\.code))
    #expect(codes == Set((1...14).map { "D\($0)" }))
    #expect(try DeadlineCase.all().count >= 60)
  }

  @Test func `a book of several tests is due first at the earliest`() throws {
    var deadline = try #require(try DeadlineCase.all().first { $0.place.contains { $0.name == "column" } })
    deadline = DeadlineCase(
      code: "D4", school: "-", deadline: deadline.deadline, year: "2024-2025", place: [("term", "1")], due: nil,
      opens: nil, why: "")
    var tree = try deadline.school(from: Self.sample.get())
    let path = Array(".hoso/kinds/owed.yml".utf8)
    let columns =
      "  - {name: cuoi, title: {vi: Cuối, en: Final}, test: cuoi-ki}\n"
      + "  - {name: giua, title: {vi: Giữa, en: Mid}, test: giua-ki}\ndeadline:"
    let text = String(decoding: try #require(tree.files[path]).bytes, as: UTF8.self)
      .replacing("deadline:", with: columns)
    tree.files[path] = MemoryTree.File(bytes: Array(text.utf8), mode: MemoryTree.plain)
    let rulebook = try #require(try RecordReader().rulebook(of: tree, report: { _ in }))
    #expect(try deadline.due(in: rulebook)?.due?.description == "2024-11-18 23:59")
  }
}

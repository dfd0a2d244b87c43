import Foundation
import HosoCore
import HosoFormats
import Testing

/// Review notes held against the rubric of the kind that they are about.
struct NotePointsTests {
  private static let target = "2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/toan-4a-bai-14-so-sanh-cac-so.md"
  private static let path = "2024-2025/nhan-xet/lth/2024-10-05-bai-14.md"
  private static let noteKind = """
    kind: review-note
    title: {vi: Nhận xét, en: Note}
    place: "{year}/nhan-xet/{person}/{date}-{slug}.md"
    format: markdown
    reviews: [all]
    fields:
      - {name: ho-so, title: {vi: Hồ sơ, en: Record}}
      - {name: ban, title: {vi: Bản, en: Version}}
      - {name: diem, title: {vi: Điểm, en: Points}, required: false}

    """
  /// Three of the criteria by which lessons after CV 5512 are reviewed, with invented maxima.
  private static let rubric = """

    rubric:
      - {name: muc-tieu, title: {vi: Mục tiêu, en: Aims}, maximum: 4}
      - {name: hoat-dong, title: {vi: Hoạt động, en: Activities}, maximum: 4}
      - {name: danh-gia, title: {vi: Đánh giá, en: Assessment}, maximum: 2}

    """

  private static func tree(note: String, rubric: String = Self.rubric, kind: String = noteKind) throws -> MemoryTree {
    var tree = try MemoryTree.sample()
    func put(_ path: String, _ text: String) {
      tree.files[Array(path.utf8)] = MemoryTree.File(bytes: Array(text.utf8), mode: MemoryTree.plain)
    }
    put(".hoso/kinds/review-note.yml", kind)
    let plan = Array(".hoso/kinds/lesson-plan.yml".utf8)
    put(".hoso/kinds/lesson-plan.yml", String(decoding: tree.files[plan]?.bytes ?? [], as: UTF8.self) + rubric)
    put(path, note)
    return tree
  }

  private static func note(_ table: String, points: String = "diem: 8.5\n") -> String {
    "---\nho-so: \(target)\nban: \(String(repeating: "a", count: 40))\n\(points)---\n\n# Nhận xét\n\nTốt.\n\n\(table)"
  }

  private static let head = "| Tiêu chí | Tối đa | Điểm |\n| --- | --- | --- |\n"
  private static let aims = "| Mục tiêu | 4 | 3.5 |\n"
  private static let acts = "| Hoạt động | 4 | 3 |\n"
  private static let assess = "| Đánh giá | 2 | 2 |\n"
  private static let good = head + aims + acts + assess

  private static func faults(_ note: String, rubric: String = Self.rubric) throws -> [String] {
    try tree(note: note, rubric: rubric).faults { $0 == Array(path.utf8) }.filter { $0.severity == .error }.map {
      "\($0.id.rawValue) \($0.facts["reason"] ?? $0.facts["sum"] ?? "")"
    }
  }

  @Test(arguments: [
    (note(good), []), (note(good + "| Tổng | 10 | 8.5 |\n"), []), (note("", points: ""), []),
    (note("", points: "diem: 7\n"), []), (note(good, points: "diem: 9\n"), ["note-sum 8.5"]),
    (note(good, points: ""), ["note-sum 8.5"]), (note(good + "| Tổng | 10 | 9 |\n"), ["note-sum 8.5"]),
    (note("", points: "diem: 11\n"), ["note-points range"]), (note("", points: "diem: tốt\n"), ["note-points form"]),
    (note(head + aims + acts), ["note-points missing"]), (note(good + aims), ["note-points twice"]),
    (note(good + "| Khác | 4 | 1 |\n"), ["note-points unknown"]),
    (note(head + "| Mục tiêu | 4 | 4.5 |\n" + acts + assess), ["note-points range"]),
    (note(head + "| Mục tiêu | 5 | 4 |\n" + acts + assess), ["note-points maximum"]),
    (note(head + "| Mục tiêu | 4 | |\n" + acts + assess), ["note-points form"]),
    (note(head + "| Mục tiêu | 4 | -1 |\n" + acts + assess), ["note-points form"]),
  ])
  func `points fit the rubric and their sum is right`(note: String, faults: [String]) throws {
    #expect(try Self.faults(note) == faults)
  }

  @Test func `a kind without a rubric takes no table`() throws {
    #expect(try Self.faults(Self.note(Self.good), rubric: "") == ["note-points no-rubric"])
  }

  @Test(arguments: [
    (noteKind.replacing("[all]", with: "[khong-co]"), "rule-unknown-reference"),
    (noteKind.replacing("[all]", with: "[class-gradebook, all]"), "rule-unknown-reference"),
    (noteKind.replacing("name: ban", with: "name: phien-ban"), "rule-file-invalid"),
    (noteKind.replacing("{person}", with: "{team}"), "rule-file-invalid"),
    (noteKind.replacing("title: {vi: Nhận xét", with: "order: first\ntitle: {vi: Nhận xét"), "rule-file-invalid"),
  ])
  func `a kind of note that could not hold one is refused`(kind: String, id: String) throws {
    let faults = try Self.tree(note: Self.note(""), kind: kind).faults().map(\.id.rawValue)
    #expect(faults.contains(id), "\(faults)")
  }

  @Test(arguments: [("4", 400), ("3.5", 350), ("0.25", 25), ("0", 0), ("999999", 99_999_900)])
  func `points are exact`(text: String, hundredths: Int) {
    #expect(Points(text)?.hundredths == hundredths)
    #expect(Points(text)?.description == text)
  }

  @Test(arguments: ["", "-1", "3,5", "3.", ".5", "3.555", "1e3", "４", "1 ", "1234567"])
  func `what is no number of points is none`(text: String) { #expect(Points(text) == nil) }
}

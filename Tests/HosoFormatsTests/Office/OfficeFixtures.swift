import Foundation
import HosoCore
import Testing

@testable import HosoFormats

/// The files of `Tests/Fixtures/office` and the sections of a lesson plan.
enum OfficeFixtures {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/office")

  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Compares `text` with the file `name`; with `RECORD=1` writes the file instead, and fails.
  static func expect(_ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      Issue.record("\(name) was recorded", sourceLocation: sourceLocation)
      return
    }
    #expect(try text == String(decoding: bytes(name), as: UTF8.self), sourceLocation: sourceLocation)
  }

  static let sections: [SectionSchema] = [
    section("1. Yêu cầu cần đạt", 2, ["Mục tiêu"]),
    section("2. Đồ dùng dạy học", 2, ["Thiết bị dạy học và học liệu"]),
    section("3. Các hoạt động dạy học chủ yếu", 2, ["Các hoạt động dạy học"]),
    section("3.1. Mở đầu", 3, ["Khởi động"]),
    section("3.2. Hình thành kiến thức mới", 3, ["Khám phá"]),
    section("3.3. Luyện tập, thực hành", 3, ["Luyện tập"]),
    section("3.4. Vận dụng, trải nghiệm", 3, ["Vận dụng"]),
    section("4. Điều chỉnh sau bài dạy", 2, ["Rút kinh nghiệm"]),
  ]

  private static func section(_ title: String, _ level: Int, _ aliases: [String]) -> SectionSchema {
    SectionSchema(
      title: title, level: level, isRequired: true, mayBeEmpty: false, aliases: aliases, isOpenAfterApproval: false)
  }

  /// Fields, losses and pictures as lines, for comparison with a file.
  static func summary(_ document: ConvertedDocument) -> String {
    let fields = document.fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let pictures = document.pictures.map { "\($0.name), \($0.bytes.count) bytes" }
    return (fields + pictures + document.losses.map { "\($0)" }).map { $0 + "\n" }.joined()
  }
}

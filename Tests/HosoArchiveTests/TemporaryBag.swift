import Foundation
import HosoArchive
import Testing

/// A folder that goes away with the value, and the bag in it.
final class TemporaryBag {
  let parent: String
  var folder: String { parent + "/bag" }

  init() throws {
    var template = Array("/tmp/hoso-bag-XXXXXX".utf8CString)
    parent = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { try? FileManager.default.removeItem(atPath: parent) }

  /// A bag with three records and a bundle.
  static func filled() throws -> TemporaryBag {
    let bag = try TemporaryBag()
    try bag.fill()
    return bag
  }

  static let records = [
    "records/2024-2025/lop/4a/danh-sach.csv": "ma,ho-ten\n4a-01,Đặng Quỳnh Anh\n",
    "records/2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/toan-4a-bai-14.md": "# Bài 14\n",
    "records/rong.md": "",
  ]

  func fill() throws {
    var writer = try BagWriter(folder: folder)
    for (path, text) in Self.records.sorted(by: { $0.key > $1.key }) { try add(text, at: path, to: &writer) }
    let bundle = parent + "/school.bundle"
    try Data((0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }).write(to: URL(filePath: bundle))
    try writer.addFile(at: bundle, as: "school.bundle")
    try writer.finish(info: [("Source-Organization", "Trường Tiểu học Suối Mây"), ("Bagging-Date", "2025-06-30")])
  }

  func add(_ text: String, at path: String, to writer: inout BagWriter) throws {
    var text = text
    try text.withUTF8 { try writer.add(path, $0) }
  }

  func text(of path: String) throws -> String { try String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

  func write(_ text: String, to path: String) throws {
    let place = folder + "/" + path
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: place))
  }

  func replace(_ old: String, by new: String, in path: String) throws {
    let text = try text(of: path)
    try #require(text.contains(old))
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + path) }

  func faults(_ form: BagCheck.Form = .hoso) throws -> [BagFault] { try BagCheck(folder: folder, form: form).faults }
}

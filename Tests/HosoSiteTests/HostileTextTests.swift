import GitObjects
import HosoCore
import Testing

@testable import HosoSite

struct HostileTextTests {
  private static let attack =
    "</title></bdi><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u{2028}\u{202E}&amp;"

  /// A school in which every text that a person gives is the attack.
  private func site() throws -> [String: [UInt8]] {
    let attack = Self.attack
    let person = Person(
      id: "xau", name: attack, email: "xau@suoimay.example", roles: [.teacher], team: "to-4-5", from: nil, to: nil,
      line: 90)
    var school = SampleSchool(rulebook: SampleSchool.rulebook(schoolName: attack, extra: [person]))
    let plan = "2024-2025/ke-hoach-bai-day/to-4-5/xau/tuan-01/toan-4a-x.md"
    let text = """
      ---
      mon: \(attack)
      \(attack): \(attack)
      ---
      # \(attack)

      ## \(attack)

      \(attack) [x](javascript:alert(1)) ![y](https://track.example/p.png) <style>*{display:none}</style>
      [thoát](../../../../../.hoso/school.yml) [ngoài](../../../../../../../etc/passwd) [d](data:text/html,x)
      """
    try school.commit(plan, text, by: "xau", at: SampleSchool.moment("2024-09-05", 8), attack)
    try school.commit(plan, text + "\n| \(attack) |\n", by: nil, at: SampleSchool.moment("2024-09-05", 9), attack)
    try school.commit(
      "2024-2025/lop/4a/so-diem/hoc-ki-1.csv", "\(attack),b\n\(attack),=cmd|calc!A1\n", by: "xau",
      at: SampleSchool.moment("2024-09-05", 10), attack)
    try school.decide(.return, [plan], by: "lth", as: .headOfTeam, at: SampleSchool.moment("2024-09-06", 9), attack)
    return try school.site()
  }

  @Test func `texts of records, names, messages and reasons stay texts`() throws {
    for (path, bytes) in try site() where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      for tag in ["<script", "<img", "<style", "<iframe", "<object", "<svg onload"] {
        #expect(!page.contains(tag), "\(path) holds \(tag)")
      }
      #expect(page.split(separator: "</title>").count == 2, "\(path)")
      #expect(!page.contains("alert(1)>\u{2028}"), "\(path)")
      for target in ["javascript:", "data:", "vbscript:", "http", "/", "\\"] {
        #expect(!page.contains("href=\"\(target)"), "\(path) links to \(target)")
      }
      #expect(!page.contains("src=\"") && !page.contains("passwd\"") && !page.contains("school.yml\""), "\(path)")
      #expect(!page.contains("onerror=alert(1)>"), "\(path)")
    }
  }

  @Test func `a record that cannot be read is shown as it is`() throws {
    var school = SampleSchool()
    let path = "2024-2025/boi-duong/ca-nhan/nva/hong.md"
    try school.commit(path, "# x", by: "nva", at: SampleSchool.moment("2024-09-05", 8), "ghi")
    let view = try school.view()
    let blob = view.records[0].blob
    var files: [String: [UInt8]] = [:]
    try SiteBuilder(view: view, reader: SimpleReader(), language: .vietnamese).build(from: Broken(blob: blob)) {
      files[$0] = Array($1)
    } progress: { _, _ in
    }
    let page = String(decoding: try #require(files["records/\(path).html"]), as: UTF8.self)
    #expect(page.contains("Không đọc được hồ sơ này") && page.contains("&lt;b&gt;\u{FFFD}"))
  }

  /// Bytes that are no UTF-8.
  private struct Broken: SiteSource {
    let blob: ObjectID

    func withBytes(of blob: ObjectID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
      try (Array("<b>".utf8) + [0xFF]).withUnsafeBufferPointer(body)
    }
  }
}

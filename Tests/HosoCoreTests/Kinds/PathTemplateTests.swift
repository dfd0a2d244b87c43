internal import HosoCore
internal import Testing

struct PathTemplateTests {
  @Test(
    arguments: [
      (
        "{year}/{team}/{person}/tuan-{week:2}/{slug}.md", "2024-2025/to-4/an/tuan-05/bai-1.md",
        [.year: "2024-2025", .team: "to-4", .person: "an", .week: "05", .slug: "bai-1"]
      ),
      (
        "{year}/{date}-{slug}.md", "2024-2025/2024-10-05-hop-to-2.md",
        [.year: "2024-2025", .date: "2024-10-05", .slug: "hop-to-2"]
      ),
      ("{team}-{person}", "to-4-5-an", [.team: "to-4-5", .person: "an"]),
      ("hk{term}/thang-{month:2}", "hk1/thang-09", [.term: "1", .month: "09"]),
      ("{class}/{subject}", "4a/toan", [.schoolClass: "4a", .subject: "toan"]),
      ("{person}/{person}.md", "an/an.md", [.person: "an"]),
      ("", "", [:]),
    ] as [(String, String, [PlaceName: String])])
  func `a path gives its values`(template: String, path: String, values: [PlaceName: String]) throws {
    #expect(try PathTemplate(template).place(of: path.split(separator: "/")) == Place(values))
  }

  @Test(arguments: [
    ("{year}/x", "2024-2025"), ("{year}/x", "2024-2025/x/y"), ("{year}/x", "2024-2025/xy"), ("{year}/x", "20242025x/x"),
    ("{year}", "2024/2025"), ("tuan-{week:2}", "tuan-5"), ("tuan-{week:2}", "tuan-005"), ("tuan-{week}", "tuan-05"),
    ("tuan-{week}", "tuan-"), ("tuan-{week}", "tuan-1234"), ("tuan-{week}", "tuan-x"), ("{date}", "2024-02-30"),
    ("{date}-{slug}", "2024-10-05-"), ("{date}-{slug}", "2024-10-05"), ("{slug}.md", ".md"), ("{slug}.md", "-a.md"),
    ("{slug}.md", "a-.md"), ("{slug}.md", "A.md"), ("{slug}.md", "à.md"), ("{slug}.md", "a.txt"),
    ("{person}/{person}.md", "an/binh.md"), ("a", "a-bis"), ("a-bis", "a"),
  ])
  func `a path of another form gives nothing`(template: String, path: String) throws {
    #expect(try PathTemplate(template).place(of: path.split(separator: "/")) == nil)
  }

  @Test(arguments: [
    "{unknown}", "{}", "{year", "year}", "a{year}}", "{{year}}", "{week:x}", "{week:2:3}", "{week:-1}", "{week:0}",
    "{week:4}", "{slug:2}", "{week:}", "{:week}", "{Year}", "a/../b", "./a", "a//b", "/a", "a/",
  ])
  func `a text that could never fit is no template`(text: String) {
    #expect(throws: PathTemplate.Invalid.self) { try PathTemplate(text) }
  }

  @Test func `a path that is made is read as the same place`() throws {
    var chance = Chance(seed: 9)
    let template = try PathTemplate("{year}/kh/{team}/{person}/tuan-{week:2}/hk{term}/{date}-{slug}.{subject}")
    let words = ["a", "4a", "to-4-5", "x1-y", "2024-10-05", "nva", "0", "a--b"]
    for _ in 0..<500 {
      func word() -> String { words.randomElement(using: &chance) ?? "a" }
      let week = Int.random(in: 1...52, using: &chance)
      let place = Place([
        .year: "\(Int.random(in: 1990...2090, using: &chance))-2000", .team: word(), .person: word(), .slug: word(),
        .subject: word(), .week: twoDigits(week), .term: String(Int.random(in: 1...2, using: &chance)),
        .date: SchoolDate(day: Int.random(in: 0...30_000, using: &chance)).description,
      ])
      let path = try template.path(for: place)
      #expect(template.place(of: path.split(separator: "/")) == place, "\(path)")
    }
  }

  @Test func `a number is padded and a missing value named`() throws {
    let template = try PathTemplate("tuan-{week:2}/{slug}")
    #expect(try template.path(for: Place([.week: "5", .slug: "a"])) == "tuan-05/a")
    let error = #expect(throws: PathTemplate.Invalid.self) { try template.path(for: Place([.week: "5"])) }
    #expect(error?.part == "slug")
  }
}

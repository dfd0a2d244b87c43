import Foundation
import Testing

/// Each kind of each profile from `hoso new` to its page, through the real commands.
struct KindJourneyTests {
  @Test(arguments: ProfileSchool.profiles)
  func `each kind of a profile goes from a blank to a page`(profile: String) async throws {
    let school = try await ProfileSchool.school(profile)
    let kinds = try await school.kinds()
    #expect(kinds.count >= 11)
    var pages: [(path: String, title: String)] = []
    for kind in kinds
    where kind.id != "class-list" && !kind.id.hasPrefix("correction-") && !Self.notes.contains(kind.id) {
      let made = try await make(kind, in: school)
      pages.append(made)
    }
    pages.append(("2026-2027/lop/a1/danh-sach.csv", "Danh sách lớp"))
    for note in kinds where Self.notes.contains(note.id) { pages.append(try await remark(note, in: school)) }
    if kinds.contains(where: { $0.id == "correction-minutes" }) { pages += try await correct(kinds, in: school) }
    let environment = try school.environment("ht", hour: "12")
    let check = try await Shell.run("hoso check --json", in: school.clone, environment)
    #expect((try check.document["diagnostics"] as? [[String: Any]])?.isEmpty == true, "\(check.output)")
    try await Shell.succeed("hoso verify && hoso build -q --out ../site", in: school.clone, environment)
    for page in pages {
      let text = try String(
        contentsOfFile: "\(school.folder)/site/records/\(page.path).html", encoding: .utf8)
      let heading = try #require(text.firstMatch(of: #/<h1>(?<title>.*)<\/h1>/#), "\(page.path)")
      #expect(heading.title.contains(page.title.replacing("'", with: "&#39;")), "\(page.path)")
    }
  }

  /// Makes, fills in, checks and submits a record as the person who writes it; gives its path and what its page says.
  private func make(_ kind: KindEntry, in school: ProfileSchool) async throws -> (path: String, title: String) {
    let sample = try SampleRecord(of: kind.id, profile: school.profile)
    let environment = try school.environment(Self.author(of: kind.place))
    let title = sample.title.map { ["--set", "title='\($0)'", "--set", "bai='\($0)'"].joined(separator: " ") } ?? ""
    let person = kind.place.contains("vien-chuc") ? "--set person=gv" : ""
    let run = try await Shell.run(
      """
      hoso new \(kind.id) --json --set class=a1 --set subject=toan --set week=5 --set month=10 --set term=1 --set grade=\(school.grade) \
        --set date=2026-10-05 \(title) \(person)
      """, in: school.clone, environment)
    let path = try #require(try run.document["path"] as? String, "\(kind.id): \(run.output)\(run.errors)")
    let file = school.clone + "/" + path
    try sample.filled(try String(contentsOfFile: file, encoding: .utf8))
      .write(toFile: file, atomically: true, encoding: .utf8)
    let check = try await Shell.run("hoso check '\(path)'", in: school.clone, environment)
    #expect(check.status == 0 && check.errors.isEmpty, "\(kind.id): \(check.errors)")
    let submit = try await Shell.run("hoso submit -q '\(path)'", in: school.clone, environment)
    #expect(submit.status == 0, "\(kind.id): \(submit.errors)")
    return (path, sample.title ?? kind.title)
  }

  /// Kinds that `hoso comment` writes.
  private static let notes = ["review-note", "gradebook-remark"]

  /// The head of team remarks on a plan, the vice principal on the gradebook.
  private func remark(_ kind: KindEntry, in school: ProfileSchool) async throws -> (path: String, title: String) {
    let isOnBook = kind.id == "gradebook-remark"
    let run = try await Shell.run(
      """
      record=$(git ls-files '2026-2027/\(isOnBook ? "lop/a1/so-diem" : "ke-hoach-bai-day")/*' | head -1)
      hoso comment "$record" --kind \(kind.id) --text 'Đã đọc, đúng tiến độ.' --json
      """, in: school.clone, school.environment(isOnBook ? "pht" : "tt"))
    #expect(run.status == 0, "\(kind.id): \(run.output)\(run.errors)")
    let path = try #require(try run.document["note"] as? String)
    let text = try String(contentsOfFile: school.clone + "/" + path, encoding: .utf8)
    let heading = text.split(separator: "\n").first { $0.hasPrefix("# ") }
    return (path, heading.map { String($0.dropFirst(2)) } ?? kind.title)
  }

  /// Opens, signs and applies a correction of a locked mark as the profile says; gives the four records of the case.
  private func correct(_ kinds: [KindEntry], in school: ProfileSchool) async throws -> [(path: String, title: String)] {
    let isPrimary = school.profile == "004"
    let book = "2026-2027/lop/a1/so-diem/" + (isPrimary ? "hoc-ki-1.csv" : "toan/hoc-ki-1.csv")
    let signers = ["001": ["gv", "tt", "pht"], "002": ["ht"], "003": ["ht", "gv", "qt"], "004": ["gv", "pht", "qt"]]
    try await Shell.succeed(
      "hoso lock -q 2026-2027/lop/a1/so-diem --number 21/QĐ", in: school.clone, school.environment("ht", hour: "08"))
    try await Shell.succeed(
      """
      printf '%%PDF-1.7\\nbài\\n' > ../bai.pdf
      hoso correction open \(book) --cell HS2602:\(isPrimary ? "toan-gk" : "gk")=8 --evidence ../bai.pdf \
        --reason 'Cộng nhầm điểm' --name sua-diem
      """, in: school.clone, school.environment("gv", hour: "09"))
    let applier = school.profile == "001" ? "qt" : "gv"
    for signer in try #require(signers[school.profile]) {
      let early = try await Shell.run(
        "hoso correction apply sua-diem", in: school.clone, school.environment(applier, hour: "10"))
      #expect(early.status == 1, "applied before \(signer) signed")
      try await Shell.succeed(
        "hoso correction consent sua-diem", in: school.clone, school.environment(signer, hour: "10"))
    }
    try await Shell.succeed(
      "hoso correction apply sua-diem && grep -q '^HS2602,.*8' \(book)", in: school.clone,
      school.environment(applier, hour: "11"))
    return try kinds.filter { $0.id.hasPrefix("correction-") }.map { kind in
      let path = kind.place.replacing("{year}", with: "2026-2027").replacing("{slug}", with: "sua-diem")
      let text = try String(contentsOfFile: school.clone + "/" + path, encoding: .utf8)
      let heading = text.split(separator: "\n").first { $0.hasPrefix("# ") }
      return (path, heading.map { String($0.dropFirst(2)) } ?? kind.title)
    }
  }

  /// Who writes what lies there.
  private static func author(of place: String) -> String {
    let folders = place.split(separator: "/").map(String.init)
    switch folders[1] {
    case "to-chuyen-mon": return "tt"
    case "de-kiem-tra": return "pht"
    case "nha-truong", "van-thu", "tai-san", "thu-vien", "vien-chuc", "y-te": return "vt"
    case "boi-duong": return folders[2] == "nha-truong" ? "vt" : "gv"
    default: return "gv"
    }
  }
}

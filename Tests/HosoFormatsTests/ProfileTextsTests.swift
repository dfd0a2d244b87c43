import Foundation
import HosoCore
import Testing

@testable import HosoFormats

/// The kind files that profiles lay together.
struct ProfileTextsTests {
  private static let folder = Fixtures.folder.appending(path: "Sources/SchoolProfiles/files")

  private static func texts(_ part: String) throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: part), includingPropertiesForKeys: nil)
    return Dictionary(
      uniqueKeysWithValues: try files.map { file in
        (file.deletingPathExtension().lastPathComponent, try String(contentsOf: file, encoding: .utf8))
      })
  }

  private static func profiles() throws -> [SchoolProfile] {
    let parts = SchoolProfile.Parts(
      kinds: try texts("kinds"), forms: try texts("forms"),
      access: try String(contentsOf: folder.appending(path: "access.csv"), encoding: .utf8))
    return try texts("profiles").sorted { $0.key < $1.key }.map { try SchoolProfile($0.value, parts: parts) }
  }

  @Test func `every kind of every profile is plain YAML and read as Yams reads it`() throws {
    for profile in try Self.profiles() {
      for kind in profile.kinds {
        let text = try #require(profile.kindFile(kind, level: profile.levels[0]))
        let plain = try #require(PlainYAML.read(text), "\(profile.id) \(kind)")
        let judged = try #require(try YAMLValue.judged(text))
        #expect(judged.withoutPlaces == plain.withoutPlaces, "\(profile.id) \(kind)")
      }
    }
  }

  @Test func `a profile's keys replace those of the kind, and more goes behind its lists`() throws {
    let common = """
      kind: plan
      # The form.
      forms: {primary: short}
      title: {vi: Kế hoạch, en: Plan}
      place: "{year}/plan/{slug}.md"
      fields:
        - {name: a}

      """
    let form = "# Short.\nsections:\n  - title: One\n"
    let text = """
      profile: "009"
      title: {vi: Thử, en: Trial}
      levels: [primary]
      kinds:
        plan:
          # Why.
          basis: "009 Đ1"
          place: "{year}/other/{slug}.md"
          more-fields:
            # An own one.
            - {name: b}
          more-sections:
            - title: Two
      """
    let profile = try SchoolProfile(
      text, parts: SchoolProfile.Parts(kinds: ["plan": common], forms: ["short": form], access: ""))
    #expect(
      profile.kindFile("plan", level: "primary") == """
        kind: plan
        title: {vi: Kế hoạch, en: Plan}
        # Why.
        basis: "009 Đ1"
        place: "{year}/other/{slug}.md"
        fields:
          - {name: a}
          # An own one.
          - {name: b}
        # Short.
        sections:
          - title: One
          - title: Two

        """)
    #expect(profile.kindFile("none", level: "primary") == nil)
  }

  @Test func `a profile with an unknown kind or without its head is none`() {
    let parts = SchoolProfile.Parts(kinds: [:], forms: [:], access: "")
    for text in [
      "", "profile: \"1\"\n", "profile: \"1\"\ntitle: {vi: a, en: b}\nlevels: [primary]\nkinds:\n  x:\n    a: b\n",
    ] {
      #expect(throws: SchoolProfile.Invalid.self) { try SchoolProfile(text, parts: parts) }
    }
  }

  @Test func `a school gets the rights on the folders that its kinds use`() throws {
    let access = """
      folder,who,role,limited,from,to
      ,everyone,viewer,,,
      .hoso,role:admin,manager,,,
      {year}/lop,role:clerk,contributor,,,
      {year}/lop/{class},homeroom,contributor,,,
      {year}/lop/{class}/so-diem/{subject},subject-teacher,contributor,,,
      {year}/y-te,role:clerk,contributor,,,

      """
    let text = """
      profile: "1"
      title: {vi: a, en: b}
      levels: [primary]
      access: |
        {year}/lop,role:vice-principal,manager,,,
        {year}/y-te,role:vice-principal,manager,,,
      """
    let profile = try SchoolProfile(text, parts: SchoolProfile.Parts(kinds: [:], forms: [:], access: access))
    let lines = profile.access(for: [try PathTemplate("{year}/lop/{class}/danh-sach.csv")]).split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != "," } } == [
        "folder", "", ".hoso", "{year}/lop", "{year}/lop/{class}", "{year}/lop",
      ])
  }
}

internal import Foundation
internal import HosoActions
internal import HosoCore
internal import HosoFormats
internal import HosoMessages
internal import SchoolProfiles
internal import Testing

struct ProfilesTests {
  @Test func `there are five profiles, each with kinds, a title in both languages and a level`() throws {
    #expect(Profiles.all.map(\.id) == ["000", "001", "002", "003", "004"])
    for profile in Profiles.all {
      #expect(profile.kinds.count >= 11 && !profile.levels.isEmpty)
      #expect(!profile.title.vietnamese.isEmpty && profile.title.vietnamese != profile.title.english)
      #expect(Set(profile.kinds).count == profile.kinds.count)
    }
  }

  @Test func `each code from K1 to K48 is in some profile`() throws {
    let codes = Set(try Profiles.all.flatMap { try ProfileRules($0.id).codes })
    #expect(codes == Set((1...48).map { "K\($0)" }))
  }

  @Test func `each kind of a profile says which clause asks for it, and so does each step, lock and print`() throws {
    for profile in Profiles.all {
      for kind in try ProfileRules(profile.id).rulebook.kinds {
        let stated =
          [kind.keeping.basis] + kind.approvals.map(\.basis) + (kind.keeping.lock.map { [$0.basis] } ?? [])
          + (kind.keeping.printing.map { [$0.basis] } ?? []) + (kind.deadline.map { [$0.basis] } ?? [])
        for basis in stated { #expect(basis?.hasPrefix(profile.id + " ") == true, "\(profile.id) \(kind.id)") }
      }
    }
  }

  @Test func `every kind that may be added is sound at every level without a profile's additions`() throws {
    for (profile, level) in [("000", "primary"), ("003", "lower-secondary"), ("001", "upper-secondary")] {
      let rulebook = try KindDocumentAction.rulebook(of: profile, level: level, also: Profiles.kinds)
      #expect(rulebook.kinds.count == Profiles.kinds.count)
      for kind in rulebook.kinds { #expect(!kind.fields.isEmpty, "\(kind.id)") }
    }
  }

  @Test(arguments: Language.allCases)
  func `each column of each table is found again by what a spreadsheet calls it`(language: Language) throws {
    for (profile, level) in [("000", "primary"), ("003", "lower-secondary"), ("001", "upper-secondary")] {
      let kinds = try KindDocumentAction.rulebook(of: profile, level: level, also: Profiles.kinds).kinds
      for kind in kinds where kind.format == .csv {
        let names = ColumnNames(kind.fields)
        for index in kind.fields.indices {
          #expect(names.column(names.label(index, in: language)) == index, "\(kind.id) \(index)")
          #expect(names.column(kind.fields[index].name) == index, "\(kind.id) \(index)")
        }
      }
    }
  }

  @Test func `no profile and no kind is refused with what there is`() {
    #expect(throws: Problem(.unknownProfile, ["profile": "005", "known": "000, 001, 002, 003, 004"])) {
      try KindDocumentAction.rulebook(of: "005")
    }
    #expect(throws: Problem.self) { try KindDocumentAction.rulebook(of: "000", also: ["K99"]) }
    #expect(throws: Problem(.profileLevel, ["profile": "002", "level": "primary", "levels": "lower-secondary"])) {
      try KindDocumentAction.rulebook(of: "002", level: "primary")
    }
  }

  @Test func `a code adds each of its kinds`() throws {
    let rulebook = try KindDocumentAction.rulebook(of: "004", also: ["K4", "K37"])
    for id in ["lesson-plan", "outgoing-documents", "incoming-documents"] { #expect(rulebook.kind(id) != nil, "\(id)") }
  }

  @Test func `each file of the folder is compiled in`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/SchoolProfiles/files")
    func names(_ part: String) throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path))
    }
    #expect(try names("kinds") == Set(ProfileFiles.kinds.keys.map { $0 + ".yml" }))
    #expect(try names("forms") == Set(ProfileFiles.forms.keys.map { $0 + ".yml" }))
    #expect(try names("profiles") == Set(ProfileFiles.profiles.keys.map { "profile-\($0).yml" }))
    #expect(try names("subjects") == Set(ProfileFiles.subjects.keys.map { $0 + ".csv" }))
    for (name, bytes) in ProfileFiles.kinds {
      let file = folder.appending(path: "kinds/\(name).yml")
      #expect(try Data(bytes) == Data(contentsOf: file), "\(name)")
    }
  }

  @Test func `no two kinds of a school can mean one path`() throws {
    for profile in Profiles.all {
      let kinds = try ProfileRules(profile.id).rulebook.kinds
      for kind in kinds {
        let place = Place([
          .year: "2026-2027", .team: "to-toan", .person: "gv", .week: "5", .month: "10", .term: "1",
          .date: "2026-10-05", .slug: "bai-1", .subject: "toan", .schoolClass: "a1", .grade: "7", .test: "giua-ki",
        ])
        let path = try RecordPath(try kind.place.path(for: place))
        let readings = kinds.filter { $0.place.place(of: path.components) != nil }
        #expect(readings.map(\.id) == [kind.id], "\(path)")
      }
    }
  }

  @Test(arguments: Language.allCases) func `the page of kinds is what the profiles say`(language: Language) throws {
    let text = KindDocument(try KindDocumentAction().perform(), in: language).markdown
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: language == .english ? "Docs/Kinds.md" : "Docs/Kinds.vi.md")
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
    for id in Profiles.kinds { #expect(text.contains("`\(id)`"), "\(id)") }
  }
}

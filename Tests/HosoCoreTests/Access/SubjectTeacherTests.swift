internal import HosoCore
internal import Testing

/// `subject-teacher` in `access.csv`: who teaches the path's subject to the path's class.
struct SubjectTeacherTests {
  private static let folder = "{year}/lop/{class}/so-diem/{subject}"

  private func role(of id: ListID, on path: String, _ access: [String]) throws -> DriveRole? {
    let rulebook = try SmallSchool.rulebook(access: access)
    let decision = rulebook.access(
      of: SmallSchool.person(id), to: .create, try RecordPath(path), on: SmallSchool.today)
    return decision.role
  }

  // an teaches toan to 4a, cuc tieng-anh.
  @Test(arguments: [("an", "toan"), ("cuc", "tieng-anh")] as [(ListID, String)])
  func `each writes the marks of the own subject alone`(id: ListID, subject: String) throws {
    let access = ["\(Self.folder),subject-teacher,contributor"]
    for other in ["toan", "tieng-anh", "khoa-hoc"] {
      let role = try role(of: id, on: "2024-2025/lop/4a/so-diem/\(other)/hoc-ki-1.csv", access)
      #expect((role == .contributor) == (other == subject), "\(other)")
    }
  }

  @Test func `another class or another year gives nothing`() throws {
    let access = ["\(Self.folder),subject-teacher,contributor"]
    #expect(try role(of: "an", on: "2024-2025/lop/4b/so-diem/toan/hoc-ki-1.csv", access) == nil)
    #expect(try role(of: "an", on: "2023-2024/lop/4a/so-diem/toan/hoc-ki-1.csv", access) == nil)
  }

  @Test func `the homeroom teacher's right over the class ends at the limited folder of a subject`() throws {
    let access = [
      "{year}/lop/{class},homeroom,contributor", "\(Self.folder),everyone,viewer,limited",
      "\(Self.folder),subject-teacher,contributor",
    ]
    #expect(try role(of: "an", on: "2024-2025/lop/4a/so-diem/tieng-anh/hoc-ki-1.csv", access) == .viewer)
    #expect(try role(of: "an", on: "2024-2025/lop/4a/so-diem/toan/hoc-ki-1.csv", access) == .contributor)
    #expect(try role(of: "an", on: "2024-2025/lop/4a/so-chu-nhiem/x.md", access) == .contributor)
  }

  @Test func `the folder must name both class and subject`() {
    #expect(AccessGrant.Grantee("subject-teacher")?.explained == [.schoolClass, .subject])
    #expect(AccessGrant.Grantee("subject-teacher")?.text == "subject-teacher")
  }
}

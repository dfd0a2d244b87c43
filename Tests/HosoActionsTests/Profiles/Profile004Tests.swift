internal import HosoCore
internal import Testing

/// 004: a primary school's gradebook.
struct Profile004Tests {
  private let rules = Result { try ProfileRules("004") }

  @Test func `its kinds are those that the regulation names`() throws {
    #expect(try rules.get().codes == ["K15", "K17", "K21", "K23", "K25", "K30", "K31", "K32", "K43", "K44"])
  }

  @Test func `the principal approves the class gradebook when all have entered: 004 Đ3.5`() throws {
    #expect(try rules.get().chain("class-gradebook") == ["principal: 004 Đ3.5"])
  }

  @Test func `locks come after mid-term, term and year, decided by the management: 004 Đ3.3, Đ8`() throws {
    #expect(
      try rules.get().lock("class-gradebook") == "mid-term term year / principal vice-principal: 004 Đ3.3, Đ8")
  }

  @Test func `who decides locks is a manager of the class folders, in this profile the deputy too: 004 Đ3.3`() throws {
    for profile in ["000", "001", "002", "003", "004"] {
      let grants = try ProfileRules(profile).rulebook.grants
      let isManager = grants.contains { $0.grantee == .role(.vicePrincipal) && $0.role == .manager }
      #expect(isManager == (profile == "004"))
      #expect(grants.contains { $0.grantee == .role(.principal) && $0.role == .manager && $0.folder.text.isEmpty })
    }
  }

  @Test func `management, board and requester sign a correction, without a day: 004 Đ7.3`() throws {
    #expect(
      try rules.get().procedures
        == ["locked-data: requester, role:principal or role:vice-principal, role:admin; 004 Đ7.3"])
    #expect(try rules.get().procedure("locked-data").limit == nil)
  }

  @Test func `a deputy heads the board: 004 Đ3.1`() throws {
    #expect(try rules.get().headOfBoard() == [.vicePrincipal])
    #expect(try rules.get().chain("board-decision") == ["principal: 004 Đ3.1"])
  }

  @Test func `attendance is monthly: 004 Đ5`() throws {
    #expect(try rules.get().rhythm("attendance-summary") == "class month")
    #expect(try rules.get().rulebook.kind("attendance") == nil)
  }

  @Test func `marks are whole numbers and levels`() throws {
    #expect(try rules.get().kind("class-gradebook").field(named: "toan-ck")?.type == .integer)
  }
}

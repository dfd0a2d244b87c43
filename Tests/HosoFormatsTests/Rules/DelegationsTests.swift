import Foundation
import HosoCore
import HosoFormats
import Testing

struct DelegationsTests {
  private static let head = "from-person,to-person,role,folder,kind,from,to,number,reason\n"

  /// The faults of the sample school's rules with these lines of `delegations.csv`, and the rulebook where there is none.
  private static func read(_ lines: String) throws -> (rulebook: Rulebook?, faults: [String]) {
    var tree = try MemoryTree.sample()
    tree.files[Array(".hoso/delegations.csv".utf8)] = MemoryTree.File(
      bytes: Array((head + lines).utf8), mode: MemoryTree.plain)
    var faults: [String] = []
    let rulebook = try RecordReader().rulebook(of: tree) { fault in
      faults.append("\(fault.id.rawValue):\(fault.line ?? 0):\(fault.facts["key"] ?? fault.facts["value"] ?? "")")
    }
    return (rulebook, faults)
  }

  @Test func `a delegation is read with its days, folder and kind`() throws {
    let line = "lth,nta,head-of-team,{year}/ke-hoach-bai-day,lesson-plan,2024-10-01,2024-10-15,9/QĐ,Đi công tác\n"
    let read = try Self.read(line)
    #expect(read.faults.isEmpty)
    let delegation = try #require(read.rulebook?.delegations.first)
    #expect(delegation.from == "lth" && delegation.to == "nta" && delegation.role == .headOfTeam)
    #expect(delegation.last == SchoolDate("2024-10-15") && delegation.line == 2)
    #expect(delegation.covers(try RecordPath("2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md"), "lesson-plan"))
    #expect(!delegation.covers(try RecordPath("2024-2025/to-chuyen-mon/to-4-5/a.md"), "team-plan"))
  }

  @Test(arguments: [
    ("lth,khong-co,head-of-team,,,2024-10-01,2024-10-15,,x", "rule-unknown-reference:2:khong-co"),
    ("lth,lth,head-of-team,,,2024-10-01,2024-10-15,,x", "rule-file-invalid:2:to-person"),
    ("lth,nta,boss,,,2024-10-01,2024-10-15,,x", "rule-file-invalid:2:role-of-person"),
    ("lth,nta,head-of-team,{x},,2024-10-01,2024-10-15,,x", "rule-file-invalid:2:folder"),
    ("lth,nta,head-of-team,,khong-co,2024-10-01,2024-10-15,,x", "rule-unknown-reference:2:khong-co"),
    ("lth,nta,head-of-team,,,2024-10-15,2024-10-01,,x", "rule-file-invalid:2:to"),
    ("lth,nta,head-of-team,,,2024-10-01,,,x", "rule-file-invalid:2:to"),
    ("lth,nta,head-of-team,,,2024-10-01,2024-10-15,,", "rule-file-invalid:2:reason"),
    ("nva,nta,head-of-team,,,2024-10-01,2024-10-15,,x", "rule-file-invalid:2:from-person"),
    (
      "ptd,vqh,principal,,,2024-10-01,2024-10-15,,x\nvqh,lth,principal,,,2024-10-01,2024-10-15,,x",
      "delegation-chain:3:"
    ),
  ])
  func `a wrong line is refused`(lines: String, fault: String) throws {
    let read = try Self.read(lines + "\n")
    #expect(read.faults.contains(fault), "\(read.faults)")
    #expect(read.rulebook == nil)
  }

  @Test func `who holds the role himself may delegate it though he also has it from another`() throws {
    let lines = """
      lth,nta,head-of-team,,,2024-10-01,2024-10-15,,x
      nta,bml,head-of-team,,,2024-10-01,2024-10-15,,x

      """
    #expect(try Self.read(lines).faults.isEmpty)
  }
}

import Foundation
import HosoArchive
import Testing

/// The Library of Congress's `bagit.py` agrees with what is written and with what is found.
///
/// `make test` installs it; by hand: `python3 -m venv V && V/bin/pip install bagit setuptools`, then
/// `HOSO_BAGIT=V/bin/bagit.py swift test`.
struct BagJudgeTests {
  private static func tool() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let places = environment["PATH", default: ""].split(separator: ":").map { "\($0)/bagit.py" }
    let found = [environment["HOSO_BAGIT"]].compactMap { $0 } + places.filter { access($0, X_OK) == 0 }
    return try #require(found.first, "bagit.py is not installed: run 'make test', or set HOSO_BAGIT")
  }

  static func isValid(_ bag: TemporaryBag) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: try tool())
    process.arguments = ["--validate", "--quiet", bag.folder]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test func `bagit.py accepts what hoso writes`() throws {
    #expect(try Self.isValid(TemporaryBag.filled()))
  }

  @Test func `bagit.py accepts an empty payload`() throws {
    let bag = try TemporaryBag()
    try BagWriter(folder: bag.folder).finish(info: [("Bagging-Date", "2025-06-30")])
    #expect(try Self.isValid(bag))
    #expect(try bag.faults() == [])
  }

  @Test func `bagit.py refuses what hoso finds altered`() throws {
    let bag = try TemporaryBag.filled()
    try bag.replace("4a-01", by: "4a-02", in: "data/records/2024-2025/lop/4a/danh-sach.csv")
    #expect(try !Self.isValid(bag))
    #expect(try !bag.faults().isEmpty)
  }
}

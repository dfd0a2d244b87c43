import Foundation
import Testing

/// What `hoso verify` finds on a server whose owner tampered with it; `Benchmarks/tamper.sh` plays two hundred cases.
struct TamperingTests {
  private static let fixtures = Shell.sources + "/Tests/Fixtures/tampering"

  /// A small school with its server and some weeks of work, made once; each case takes a copy.
  private static let school = Task {
    let school = try await SmallSchool()
    let script = try String(contentsOfFile: fixtures + "/school.sh", encoding: .utf8)
    try await Shell.succeed(script + "\nrm -rf clone-*", in: school.folder, ["HOME": school.folder])
    return school
  }

  /// As many as `tamper.py --kinds` lists: each seed is of another kind.
  private static let kinds = 51

  @Test func `each kind of tampering is tried`() async throws {
    let listed = try await Shell.succeed("python3 -B '\(Self.fixtures)/tamper.py' --kinds | wc -l", in: "/tmp")
    #expect(Int(listed.trimmingCharacters(in: .whitespacesAndNewlines)) == Self.kinds)
  }

  @Test func `a server that nobody tampered with is verified`() async throws {
    let folder = try await Self.school.value.folder
    let run = try await Shell.run("hoso -C server.git verify --json", in: folder)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let document = try run.document
    #expect(document["outcome"] as? String == "verified")
    #expect((document["commits"] as? Int ?? 0) >= 20 && (document["receipts"] as? Int ?? 0) >= 25)
  }

  @Test(arguments: 0..<kinds) func `what was tampered with is named before all else`(seed: Int) async throws {
    let folder = try await Self.school.value.folder
    let run = try await Shell.run("python3 -B '\(Self.fixtures)/judge.py' '\(folder)' \(seed) 1", in: folder)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("0 missed"))
  }

  @Test(arguments: ["flip", "missing"]) func `each object that is damaged or gone is named`(how: String) async throws {
    let folder = try await Self.school.value.folder
    let copy = folder + "-" + how
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try await Shell.succeed("cp -a '\(folder)' '\(copy)'", in: "/tmp")
    let run = try await Shell.run("python3 -B '\(Self.fixtures)/each_object.py' '\(copy)' \(how)", in: "/tmp")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("\(how): 0 missed"))
  }
}

import Foundation
import Testing

/// Every attack of `Tests/Fixtures/pushes/corrections.cases` by a real push, and again by `hoso verify` where it would
/// survive in a history.
struct CorrectionPushTests {
  @Test(arguments: try PushCase.all(in: "corrections"))
  func `a correction is made as it was signed, or not at all`(_ one: PushCase) async throws {
    let school = try await CorrectionSchool.copy()
    let environment = try school.environment(one.person, at: one.time)
    try await one.perform(in: school.folder, server: school.server, environment)
    guard case .refused(let ids) = one.verdict, !Self.isLost(ids),
      !FileManager.default.fileExists(atPath: school.folder + "/unsent")
    else { return }
    // Somebody with a clone alone puts the refused commit onto his main, or keeps the refused tag.
    let audit = try await Shell.run(
      "[ ! -f ../evil ] || git update-ref refs/heads/main $(cat ../evil); hoso verify", in: school.clone, environment)
    #expect(audit.status == 1 && audit.ids.isSuperset(of: ids), "\(audit.text)")
  }

  /// Whether nothing of it is left anywhere.
  private static func isLost(_ ids: Set<String>) -> Bool {
    !ids.isDisjoint(with: ["decision-moved", "push-mixed"])
  }

  @Test func `there are attacks of all sorts`() throws {
    let cases = try PushCase.all(in: "corrections")
    #expect(Set(cases.map(\.code)).count == cases.count)
    let ids = cases.reduce(into: Set<String>()) { if case .refused(let ids) = $1.verdict { $0.formUnion(ids) } }
    let corrections = [
      "form", "evidence", "requester", "procedure", "stale", "difference", "path", "lock", "consent", "signers",
      "applier", "refused", "late", "closed",
    ]
    #expect(ids.isSuperset(of: corrections.map { "correction-" + $0 }))
    let refused = cases.count { if case .refused = $0.verdict { true } else { false } }
    #expect(refused >= 30)
  }
}

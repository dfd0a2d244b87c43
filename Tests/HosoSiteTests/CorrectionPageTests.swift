import GitObjects
import HosoCore
import Testing

@testable import HosoSite

/// The pages on corrections of what is locked.
struct CorrectionPageTests {
  private static let book = "2024-2025/lop/4a/so-diem/hoc-ki-1.csv"

  private static func status(
    _ state: CorrectionStatus.State, new: String = "8", words: [RecordedConsent] = [],
    missing: [[CorrectionProcedure.Signer]] = []
  ) throws -> CorrectionStatus {
    let folder = try #require(CaseFolder(year: "2024-2025", name: "toan-4a"))
    let path = try RecordPath(book)
    let request = CorrectionCase(
      folder: folder, title: "Biên bản <b>", requester: "nva", procedure: "locked-data", fields: [:],
      records: [CorrectionCase.Target(path: path, old: ObjectID(of: [1]), new: ObjectID(of: [2]))],
      cells: [
        CorrectionCase.Cell(path: path, key: "4a-02", column: "toan-gk", old: "9", new: new, reason: "Cộng nhầm")
      ], evidence: [try folder.attachments.appending("bai.pdf")], texts: [:])
    let procedure = CorrectionProcedure(
      id: "locked-data", title: Localized(vi: "Sửa dữ liệu", en: "Locked data"), clause: "003 PL II.1-2",
      signers: [[.role(.principal)], [.requester], [.role(.admin)]], appliers: [.requester])
    return CorrectionStatus(
      state: state, folder: folder, request: request, procedure: procedure, words: words, missing: missing,
      openedIn: nil, appliedIn: nil)
  }

  private static func word(_ verb: Consent.Verb, reason: String = "") throws -> RecordedConsent {
    let consent = Consent(
      verb: verb, signer: .role(.principal), person: "ptd", moment: SampleSchool.moment("2024-12-22", 8),
      commit: ObjectID(of: [3]), folder: try #require(CaseFolder(year: "2024-2025", name: "toan-4a")),
      tree: ObjectID(of: [4]), procedure: "locked-data", locks: ["lock/2024-2025/20241220-080000-ptd"], items: [],
      reason: reason, policy: 1)
    return RecordedConsent(
      tag: "\(verb.rawValue)/2024-2025/20241222-080000-ptd", tagID: ObjectID(of: [5]), consent: consent)
  }

  private static func text(
    _ status: CorrectionStatus, _ page: (Site) -> any Page, _ language: Language = .english
  ) throws -> String {
    let site = Site(view: try SampleSchool().view().with([:], .none, [status]), language: language)
    var writer = PageWriter(site: site)
    var text = ""
    writer.write(page(site)) { text += String(decoding: $1, as: UTF8.self) }
    return text
  }

  @Test func `the old value is struck, the new one stands beside it, and who has not signed is said`() throws {
    let status = try Self.status(.open, words: [Self.word(.consent)], missing: [[.requester], [.role(.admin)]])
    let text = try Self.text(status, { CorrectionPage(site: $0, status: status) })
    #expect(text.contains("<del><bdi>9</bdi></del>") && text.contains("<ins><bdi>8</bdi></ins>"))
    #expect(text.contains("4a-02") && text.contains("003 PL II.1-2") && text.contains("bai.pdf"))
    #expect(text.contains("08:00 22 Dec 2024") && text.contains("consent/2024-2025/20241222-080000-ptd"))
    #expect(text.split(separator: "Not signed yet").count == 3)
  }

  @Test func `what was refused says why, and its refuser is not asked for again`() throws {
    let status = try Self.status(
      .refused, words: [Self.word(.refuse, reason: "Chưa <xem> bài")], missing: [[.role(.principal)], [.requester]])
    let text = try Self.text(status, { CorrectionPage(site: $0, status: status) }, .vietnamese)
    #expect(text.contains("Không đồng ý") && text.contains("Chưa &lt;xem&gt; bài"))
    #expect(text.split(separator: "Chưa kí").count == 2)
  }

  @Test func `texts of a case are escaped, and an empty value is said`() throws {
    let status = try Self.status(.applied, new: "<script>")
    let text = try Self.text(status, { CorrectionPage(site: $0, status: status) })
    #expect(text.contains("Biên bản &lt;b&gt;") && text.contains("&lt;script&gt;") && !text.contains("<script>"))
    let empty = try Self.status(.applied, new: "")
    #expect(try Self.text(empty, { CorrectionPage(site: $0, status: empty) }).contains(">empty<"))
  }

  @Test func `home leads to the list, and the list to the case`() throws {
    let status = try Self.status(.consented)
    #expect(try Self.text(status, { HomePage(site: $0) }).contains("href=\"corrections/index.html\""))
    let list = try Self.text(status, { CorrectionsPage(site: $0) })
    #expect(list.contains("case-toan-4a.html") && list.contains("3/3") && list.contains("Consented"))
  }
}

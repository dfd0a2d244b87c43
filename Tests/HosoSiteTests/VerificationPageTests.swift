import HosoCore
import Testing

@testable import HosoSite

/// The page that says what the site rests on.
struct VerificationPageTests {
  private func page(_ faults: [SiteVerification.Fault]?, _ language: Language = .english) throws -> String {
    let head = JournalHead(sequence: 42, digest: String(repeating: "ab", count: 32))
    let verification = SiteVerification(decisions: 7, head: head, faults: faults)
    let site = Site(view: try SampleSchool().view(), language: language, verification: verification)
    var writer = PageWriter(site: site)
    var text = ""
    writer.write(VerificationPage(site: site, verification: verification)) {
      text += String(decoding: $1, as: UTF8.self)
    }
    return text
  }

  @Test func `it gives the line to compare with the minutes and the commands to repeat it`() throws {
    let text = try page(nil)
    let line = "hoso-journal 42 " + String(repeating: "ab", count: 32)
    #expect(text.contains("<code>\(line)</code>"))
    #expect(
      text.contains("hoso verify --witness") && text.contains("git verify-tag") && text.contains("git verify-commit"))
    #expect(text.contains("was not verified"))
  }

  @Test func `it says that all follows, or what does not`() throws {
    #expect(try page([]).contains("Every commit, decision and receipt follows"))
    let faults = (1...25).map {
      SiteVerification.Fault(
        place: "receipt \($0)", diagnostic: Diagnostic(.receiptSignature, facts: ["sequence": "\($0)"]))
    }
    let text = try page(faults, .vietnamese)
    #expect(text.contains("Có 25 điều không đúng") && text.contains("và 5 điều nữa"))
    #expect(text.contains("<code>receipt 1</code>") && !text.contains("<code>receipt 21</code>"))
  }

  @Test func `a fault's place is escaped`() throws {
    let fault = SiteVerification.Fault(place: "refs/tags/<b>", diagnostic: Diagnostic(.referenceNotAllowed))
    #expect(try page([fault]).contains("refs/tags/&lt;b&gt;"))
  }

  @Test func `home leads to it where it is made`() throws {
    let view = try SampleSchool().view()
    func home(_ verification: SiteVerification?) -> String {
      let site = Site(view: view, language: .english, verification: verification)
      var writer = PageWriter(site: site)
      var text = ""
      writer.write(HomePage(site: site)) { text += String(decoding: $1, as: UTF8.self) }
      return text
    }
    #expect(home(SiteVerification(decisions: 0, head: nil, faults: nil)).contains("href=\"verify/index.html\""))
    #expect(!home(nil).contains("verify/index.html"))
  }
}

import Foundation
import Testing

/// The site of the sample school as a browser shows it, from the disk and without a network.
///
/// `HOSO_PYTHON` names a python3 with playwright and axe-playwright-python; without it only the crawler runs. With
/// `HOSO_PICTURES` set to a folder, some pages are painted there to be looked at.
@Suite(.serialized)
struct BrowserTests {
  private static let python = ProcessInfo.processInfo.environment["HOSO_PYTHON"]
  private static let isPainting = ProcessInfo.processInfo.environment["HOSO_PICTURES"] != nil

  /// What `browser.py` finds wrong.
  private func faults(_ task: String, inBag: Bool = false) async throws -> String {
    let sample = try await SampleSite.shared.value
    let script = SampleSite.root + "/Tests/BrowserTests/browser.py"
    let folder = inBag ? sample.bag : sample.site
    return try Program(try #require(Self.python)).run([script, task, folder] + sample.lessons)
  }

  @Test func `every link and fragment of every page leads to a place of the site`() async throws {
    let crawler = try SiteCrawler(try await SampleSite.shared.value.site)
    #expect(crawler.faults == [])
    #expect(crawler.pages > 400 && crawler.links > 5_000)
  }

  @Test func `the site in the archive is the same, link by link`() async throws {
    let crawler = try SiteCrawler(try await SampleSite.shared.value.bag + "/data/site")
    #expect(crawler.faults == [])
  }

  @Test(.enabled(if: python != nil))
  func `axe finds nothing serious, narrow and wide, light and dark`() async throws {
    let found = try await faults("accessibility")
    #expect(found == "")
  }

  @Test(.enabled(if: python != nil))
  func `every page asks for files alone, complains of nothing and fits a phone`() async throws {
    let found = try await faults("pages")
    #expect(found == "")
  }

  @Test(.enabled(if: python != nil))
  func `the archive opens from its first page`() async throws {
    let found = try await faults("bag", inBag: true)
    #expect(found == "")
  }

  @Test(.enabled(if: python != nil))
  func `a lesson plan from Word shows its two columns, list marks and pictures`() async throws {
    let found = try await faults("lesson")
    #expect(found == "")
  }

  @Test(.enabled(if: python != nil))
  func `Tab reaches the skip link first and the focus is always seen`() async throws {
    let found = try await faults("keyboard")
    #expect(found == "")
  }

  @Test(.enabled(if: python != nil))
  func `paper is black on white, without navigation`() async throws {
    let found = try await faults("paper")
    #expect(found == "")
  }

  @Test(.enabled(if: python != nil))
  func `pages say the same without scripts`() async throws {
    let found = try await faults("script")
    #expect(found == "")
  }

  @Test(.enabled(if: python != nil && isPainting))
  func `pages are painted to be looked at`() async throws {
    let found = try await faults("pictures")
    #expect(found == "")
  }
}

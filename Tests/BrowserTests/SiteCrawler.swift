import Foundation

/// Follows every link, picture and style sheet of every page of a site, without a browser.
struct SiteCrawler {
  /// What the site's pages name and hold.
  private struct Page {
    var targets: [String] = []
    var ids: Set<String> = []
  }

  private let folder: String
  private(set) var pages = 0
  private(set) var links = 0
  /// Links that lead nowhere, and files that no page leads to.
  private(set) var faults: [String] = []

  init(_ folder: String) throws {
    self.folder = folder
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    var files: Set<String> = []
    var found: [String: Page] = [:]
    for name in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      files.insert(name)
      guard name.hasSuffix(".html") else { continue }
      found[name] = Self.page(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
    pages = found.count
    var reached: Set<String> = ["index.html"]
    for (name, page) in found.sorted(by: { $0.key < $1.key }) {
      for target in page.targets {
        guard !Self.isExternal(target) else { continue }
        links += 1
        let (path, fragment) = Self.resolved(target, from: name)
        guard files.contains(path) else {
          faults.append("\(name) leads to \(target), which is not there")
          continue
        }
        if path != name { reached.insert(path) }
        if let fragment, found[path]?.ids.contains(fragment) != true {
          faults.append("\(name) leads to \(target), which has no such place")
        }
      }
    }
    // A person whose name stands nowhere, such as an inspector, has a page all the same; `.hoso-site` marks the folder.
    let strays = files.subtracting(reached).filter { !$0.hasPrefix("people/") && !$0.hasPrefix(".") }
    faults += strays.sorted().map { "no page leads to \($0)" }
  }

  /// A link that a person may follow to the web; anything else stays in the site.
  private static func isExternal(_ target: String) -> Bool {
    ["http://", "https://", "mailto:", "tel:"].contains { target.hasPrefix($0) }
  }

  private static func resolved(_ target: String, from page: String) -> (path: String, fragment: String?) {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding : nil
    guard !parts[0].isEmpty else { return (page, fragment) }
    var folders = page.split(separator: "/").dropLast()
    for part in parts[0].split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    let path = folders.joined(separator: "/")
    return (path.removingPercentEncoding ?? path, fragment)
  }

  /// The values of `href`, `src` and `id`; the formatter puts every attribute in double quotes.
  private static func page(_ data: Data) -> Page {
    var page = Page()
    let text = String(decoding: data, as: UTF8.self)
    for piece in text.split(separator: "=\"", omittingEmptySubsequences: false).adjacentPairs {
      let value = piece.1.prefix { $0 != "\"" }
      if piece.0.hasSuffix(" href") || piece.0.hasSuffix(" src") {
        page.targets.append(String(value).replacing("&amp;", with: "&").replacing("&#x27;", with: "'"))
      } else if piece.0.hasSuffix(" id") {
        page.ids.insert(String(value))
      }
    }
    return page
  }
}

extension Array {
  fileprivate var adjacentPairs: some Sequence<(Element, Element)> { zip(self, dropFirst()) }
}

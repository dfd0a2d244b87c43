import Foundation
import HosoMarkdown

/// Renders `markdown` with every relative destination kept as it is written.
func rendered(_ markdown: String, resolve: (String, Bool) -> String? = { destination, _ in destination }) -> String {
  var html: [UInt8] = []
  _ = MarkdownRenderer().render(Array(markdown.utf8), into: &html, resolve: resolve)
  return String(decoding: html, as: UTF8.self)
}

/// The outline of `markdown`.
func outline(
  _ markdown: String, from line: Int = 1, resolve: (String, Bool) -> String? = { destination, _ in destination }
)
  -> MarkdownOutline
{
  var html: [UInt8] = []
  return MarkdownRenderer().render(Array(markdown.utf8), from: line, into: &html, resolve: resolve)
}

/// What the Debian program prints for `text`.
func judged(by program: String, _ arguments: [String] = [], _ text: String) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/\(program)")
  process.arguments = arguments
  let input = Pipe()
  let output = Pipe()
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  // The texts given here are smaller than the buffer of a pipe.
  try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  try input.fileHandleForWriting.close()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}

/// What the renderer prints on purpose in another way than the programs, made equal on both sides.
///
/// - Headings have an `id`, external links a `rel`, header cells a `scope`, aligned cells a class.
/// - HTML is left out; the programs print a comment for it. `<br>` is kept, which the programs leave out.
/// - A link which may not be printed is its text, an image its alternative text.
func normalised(_ html: String) -> String {
  var text = html
  text.replace(#/<h([1-6]) id="[^"]*">/#) { "<h\($0.1)>" }
  text.replace(" rel=\"noopener noreferrer nofollow\"", with: "")
  text.replace(" scope=\"col\"", with: "")
  text.replace(#/ class="align-(left|center|right)"/#) { " align=\"\($0.1)\"" }
  text.replace("<!-- raw HTML omitted -->", with: "")
  text.replace(#/<img src="([^"]*)" alt="([^"]*)"( title="[^"]*")? \/>/#) { match in
    mayBePrinted(match.1, isImage: true) ? String(match.0) : String(match.2)
  }
  text.replace(#/<a href="([^"]*)"( title="[^"]*")?>(.*?)<\/a>/#.dotMatchesNewlines()) { match in
    mayBePrinted(match.1, isImage: false) ? String(match.0) : String(match.3)
  }
  // What is left out leaves an empty line or none.
  text.replace(#/\n\n+/#, with: "\n")
  return String(text.trimmingPrefix("\n"))
}

private func mayBePrinted(_ destination: Substring, isImage: Bool) -> Bool {
  guard !destination.isEmpty, !destination.hasPrefix("//"), !destination.hasPrefix("#") else { return false }
  guard let scheme = destination.prefixMatch(of: #/([A-Za-z][A-Za-z0-9+.\-]*):/#)?.1.lowercased() else { return true }
  return !isImage && ["http", "https", "mailto", "tel"].contains(scheme)
}

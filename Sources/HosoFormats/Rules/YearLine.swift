/// The line of `school.yml` that names the school's present year.
package enum YearLine {
  /// `text` with another year; nil where no line `year: …` begins at the left edge.
  package static func setting(year: String, in text: [UInt8]) -> [UInt8]? {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    guard let index = lines.firstIndex(where: { $0.starts(with: "year:".utf8) }) else { return nil }
    lines[index] = Array("year: \(year)".utf8)
    return Array(lines.joined(separator: [0x0A]))
  }
}

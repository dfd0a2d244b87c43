/// Reads the files of Excel and LibreOffice Calc.
///
/// A file is first checked as a zip in memory; `ssconvert`, of Gnumeric, then turns it into OpenDocument in a child process
/// with bounds for time, memory and output. In that form each cell has its type, a date is a date, and a formula has its
/// value, whatever program wrote the file.
package struct SheetIntake: Sendable {
  private let converter: SheetConverter

  /// - Parameter program: `ssconvert`, by its name in `PATH` or its absolute path.
  package init(program: String = "ssconvert") { self.init(program: program, limits: .init()) }

  init(program: String, limits: BoundedProcess.Limits) {
    converter = SheetConverter(program: program, limits: limits)
  }

  /// Reads all sheets.
  ///
  /// - Parameters:
  ///   - bytes: the file, at most 20 MB.
  ///   - ending: `xlsx` or `ods`, as the file's name has it; the content must be that.
  package func workbook(_ bytes: [UInt8], ending: String) async throws(OfficeError) -> Workbook {
    let package = try OfficePackage(bytes, ending: ending, among: [.workbook, .openSpreadsheet])
    let converted = try await converter.openDocument(of: bytes, as: package.format)
    let directory = try ZipDirectory(converted)
    guard let entry = directory.entries.first(where: { $0.name == OfficePackage.Format.openSpreadsheet.body }) else {
      throw OfficeError(.failed("ssconvert's answer has no content"))
    }
    guard entry.size <= SheetConverter.largestContent else { throw OfficeError(.tooLarge) }
    var reader = SheetReader(try directory.content(of: entry))
    return try reader.read()
  }
}

/// Runs of `ssconvert`, which know nothing of our environment and cannot run on without end.
struct SheetConverter: Sendable {
  private let process: BoundedProcess

  /// In bytes; a sheet of a thousand rows gives 1 MB.
  static let largestContent = 200 * 1024 * 1024

  /// `program` is a name to be looked up in `PATH`, or an absolute path.
  init(program: String, limits: BoundedProcess.Limits) {
    process = BoundedProcess(program: program, limits: limits, memory: 1024 * 1024 * 1024)
  }

  /// The spreadsheet in `bytes` as an OpenDocument file.
  func openDocument(of bytes: [UInt8], as format: OfficePackage.Format) async throws(OfficeError) -> [UInt8] {
    // Named, for by itself it would take a text with such an ending for a table too.
    let reader = format == .workbook ? "Gnumeric_Excel:xlsx" : "Gnumeric_OpenCalc:openoffice"
    return try await process.output(of: bytes, named: "sheet." + format.rawValue) { file in
      ["--import-type=" + reader, "--export-type=Gnumeric_OpenCalc:odf", file, "fd://1"]
    }
  }

  /// The file that `gnumeric`, a document in Gnumeric's own XML, becomes.
  func file(of gnumeric: String, as format: OfficePackage.Format) async throws(OfficeError) -> [UInt8] {
    let writer = format == .workbook ? "Gnumeric_Excel:xlsx2" : "Gnumeric_OpenCalc:odf"
    return try await process.output(of: Array(gnumeric.utf8), named: "sheet.xml") { file in
      ["--import-type=Gnumeric_XmlIO:sax", "--export-type=" + writer, file, "fd://1"]
    }
  }
}

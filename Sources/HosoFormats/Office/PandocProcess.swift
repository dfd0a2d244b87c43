/// One run of `pandoc`, which can neither reach the network nor other files, nor run on without end.
struct PandocProcess {
  private let process: BoundedProcess

  /// `program` is a name to be looked up in `PATH`, or an absolute path.
  init(program: String, limits: BoundedProcess.Limits) {
    // 251 is GHC's own status for a full heap.
    process = BoundedProcess(program: program, limits: limits, statusOfFullMemory: 251)
  }

  /// The document in `bytes` as pandoc's JSON.
  ///
  /// Pictures are not asked for: `--extract-media` of pandoc before 3.1.4 writes where a crafted file wants it to
  /// (CVE-2023-35936), also with `--sandbox`.
  func tree(of bytes: [UInt8], as format: OfficePackage.Format) async throws(OfficeError) -> [UInt8] {
    try await process.output(of: bytes, named: "document." + format.rawValue) { file in
      ["--sandbox", "--from", format.rawValue, "--to", "json", file, "+RTS", "-M512M", "-RTS"]
    }
  }
}

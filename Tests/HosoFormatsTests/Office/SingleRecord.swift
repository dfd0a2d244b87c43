import HosoCore
import Testing

@testable import HosoFormats

extension OfficeIntake {
  /// Reads a file that holds one record: it must not come apart.
  func convert(
    _ bytes: [UInt8], ending: String, sections: [SectionSchema]
  ) async throws(OfficeError) -> ConvertedDocument {
    let file = try await read(bytes, ending: ending, sections: sections)
    #expect(file.lessons.count == 1 && file.losses.isEmpty)
    return file.lessons[0]
  }
}

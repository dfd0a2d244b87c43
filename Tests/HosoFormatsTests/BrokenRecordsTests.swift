import HosoCore
import HosoFormats
import HosoMessages
import Testing

/// Each case of `Tests/Fixtures/broken/cases.tsv` breaks the sample school in one way and gives one fault.
struct BrokenRecordsTests {
  /// A fault without its words.
  struct Fault: Hashable, CustomStringConvertible {
    let id: DiagnosticID
    let path: String?
    let line: Int?

    var description: String { "\(id.rawValue) \(path ?? "-"):\(line.map(String.init) ?? "-")" }
  }

  private static let sample = Result { try MemoryTree.sample() }

  @Test func `the sample school has no fault`() throws {
    #expect(try Self.sample.get().faults().map { "\($0)" } == [])
  }

  @Test(arguments: try BrokenCase.all())
  func `a broken file gives its one fault at its place`(broken: BrokenCase) throws {
    let faults = try broken.faults(in: Self.sample.get())
    #expect(faults.map { Fault(id: $0.id, path: $0.path, line: $0.line) } == [broken.fault])
  }

  @Test(arguments: try BrokenCase.all(), Language.allCases)
  func `a person reads what is wrong and what to do`(broken: BrokenCase, language: Language) throws {
    let catalogue = Catalogue(language)
    let paths = broken.edits.map(\.target) + [Array(broken.path.utf8)]
    let faults = try broken.tree(from: Self.sample.get()).faults(changed: paths[0]) { paths.contains($0) }
    #expect(!faults.isEmpty)
    for fault in faults {
      for text in [catalogue.summary(of: fault), catalogue.fix(for: fault)] {
        // An escaped character of a name looks like `\u{200b}`.
        let plain = text.split(separator: "\\u{").joined()
        #expect(!plain.isEmpty && !plain.contains("{") && !plain.contains { "⟦⟧\n".contains($0) }, "\(text)")
        #expect(!text.hasSuffix("."), "\(text)")
        // An ellipsis stands for a value to fill in, never for a fact that nobody gave.
        #expect(!text.contains("'…'") && !text.contains(" … "), "\(text)")
      }
    }
  }

  @Test func `every name of a case is there once`() throws {
    let names = try BrokenCase.all().map(\.name)
    #expect(names.count == Set(names).count)
  }
}

extension BrokenCase {
  fileprivate var fault: BrokenRecordsTests.Fault { BrokenRecordsTests.Fault(id: id, path: path, line: line) }
}

internal import Foundation
internal import GitObjects
internal import Testing

/// The program's own way through SHA-1 (`Sources/Cwrap/sha1.c`), linked as the program is, against libgit2's alone.
struct SHA1Tests {
  /// What the driver says of a text.
  private struct Answer {
    let isFast: Bool
    /// How many hashes are not as libgit2's.
    let differences: Int
    let isAttack: Bool
    let digest: String
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// libgit2 as Debian gives it to be linked; nil where the system has none.
  private static let library: String? = {
    let answer = try? clang("-print-file-name=libgit2.a").split(separator: "\n").first.map(String.init)
    return answer.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }()

  /// `Fixtures/sha1/driver.c`, made in a temporary folder and taken away with it.
  private final class Driver {
    private let program = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)").path

    init() throws {
      _ = try SHA1Tests.clang(
        "-O2", "-o", program, SHA1Tests.root.appending(path: "Fixtures/sha1/driver.c").path, "-Wl,--wrap=SHA1DCUpdate",
        "-Wl,--wrap=SHA1DCFinal", "-Wl,--undefined=SHA1DCInit", SHA1Tests.library ?? "")
    }

    deinit { try? FileManager.default.removeItem(atPath: program) }

    func answer(_ text: [UInt8]) throws -> Answer {
      let words = String(decoding: try GitFolder.run(program, [], input: text), as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).map(String.init)
      try #require(words.count == 4)
      return Answer(
        isFast: words[0] == "1", differences: try #require(Int(words[1])), isAttack: words[2] == "1", digest: words[3])
    }
  }

  private static func clang(_ arguments: String...) throws -> String {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let bytes = try GitFolder.run("/usr/bin/env", ["clang"] + arguments, environment: ["PATH": path])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(.enabled(if: library != nil)) func `each length in parts of any size gives git's digest`() throws {
    var chance = Chance(seed: 1)
    let text = (0..<1_500).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let answer = try Driver().answer(text)
    #expect(answer.differences == 0)
    #expect(!answer.isAttack)
    let judge = try GitFolder.run("/usr/bin/sha1sum", [], input: text)
    #expect(answer.digest == String(decoding: judge.prefix(40), as: UTF8.self))
    let processor = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    #expect(answer.isFast == processor.contains(" sha_ni"))
  }

  /// The first 320 bytes of the two files of Stevens and others, "The first collision for full SHA-1" (2017): two texts
  /// with one digest.
  @Test(.enabled(if: library != nil)) func `the blocks of a known attack are found`() throws {
    let start = try #require(
      Self.bytes(
        """
        255044462d312e330a25e2e3cfd30a0a0a312030206f626a0a3c3c2f57696474682032203020522f4865696768742033203020522f547970
        652034203020522f537562747970652035203020522f46696c7465722036203020522f436f6c6f7253706163652037203020522f4c656e67
        74682038203020522f42697473506572436f6d706f6e656e7420383e3e0a73747265616d0affd8fffe00245348412d312069732064656164
        2121212121852fec092339759c39b1a1c63c4c97e1fffe01
        """))
    let ends = [
      """
      7f46dc93a6b67e013b029aaa1db2560b45ca67d688c7f84b8c4c791fe02b3df614f86db1690901c56b45c1530afedfb76038e972722fe7ad
      728f0e4904e046c230570fe9d41398abe12ef5bc942be33542a4802d98b5d70f2a332ec37fac3514e74ddc0f2cc1a874cd0c78305a215664
      61309789606bd0bf3f98cda8044629a1
      """,
      """
      7346dc9166b67e118f029ab621b2560ff9ca67cca8c7f85ba84c79030c2b3de218f86db3a90901d5df45c14f26fedfb3dc38e96ac22fe7bd
      728f0e45bce046d23c570feb141398bb552ef5a0a82be331fea48037b8b5d71f0e332edf93ac3500eb4ddc0decc1a864790c782c76215660
      dd309791d06bd0af3f98cda4bc4629b1
      """,
    ]
    let driver = try Driver()
    var digests: Set<String> = []
    for end in ends {
      let text = start + (try #require(Self.bytes(end)))
      #expect(text.count == 320)
      let judge = try GitFolder.run("/usr/bin/sha1sum", [], input: text)
      #expect(String(decoding: judge.prefix(8), as: UTF8.self) == "f92d74e3")
      let answer = try driver.answer(text)
      #expect(answer.differences == 0)
      #expect(answer.isAttack)
      digests.insert(answer.digest)
    }
    // libgit2 gives a text of an attack another digest, so that the two do not have one.
    #expect(digests.count == 2)
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8]? {
    let digits = hexadecimal.utf8.filter { $0 != 0x0A }
    let values = stride(from: 0, to: digits.count, by: 2).map { index in
      UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16)
    }
    return values.contains(nil) ? nil : values.compactMap(\.self)
  }
}

internal import Testing

@testable import HosoFormats

struct UTF8CheckTests {
  private func isValid(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes(UTF8Check.isValid) }

  private func isValidForSwift(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  @Test func `each sequence of up to three bytes is judged as the standard library judges it`() {
    var bytes: [UInt8] = [0, 0, 0]
    var differences = 0
    for first in UInt8.min...UInt8.max where first >= 0x7F {
      for second in stride(from: UInt8(0x70), through: 0xF8, by: 1) {
        for third in [UInt8(0x20), 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xE1, 0xF1] {
          bytes = [first, second, third]
          let long = [UInt8](repeating: 0x61, count: 14) + bytes + [0x80, 0x20]
          for text in [bytes, [0x61] + bytes, bytes + [0x80], long, long + long]
          where isValid(text) != isValidForSwift(text) {
            differences += 1
          }
        }
      }
    }
    #expect(differences == 0)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `a text with bytes changed is judged as the standard library judges it`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let text = Array("Kế hoạch bài dạy: “Phân số” — 3/4 < 1 😀 ưỡn ẹo, xoè hoa; kỹ năng…\n".utf8)
    var valid = 0
    for _ in 0..<20_000 {
      var bytes = Array(text[Int.random(in: 0..<20, using: &chance)...])
      bytes.removeLast(Int.random(in: 0..<50, using: &chance))
      if Bool.random(using: &chance) {
        let place = Int.random(in: bytes.indices, using: &chance)
        bytes[place] = UInt8.random(in: UInt8.min...UInt8.max, using: &chance)
      }
      if isValid(bytes) { valid += 1 }
      #expect(isValid(bytes) == isValidForSwift(bytes), "\(bytes)")
    }
    #expect((1_000..<19_000).contains(valid))
  }

  @Test func `nothing at all is valid`() { #expect(isValid([])) }
}

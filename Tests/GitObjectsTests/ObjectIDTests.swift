internal import GitObjects
internal import Testing

struct ObjectIDTests {
  @Test(arguments: [
    "0000000000000000000000000000000000000000", "ffffffffffffffffffffffffffffffffffffffff",
    "0123456789abcdef0123456789abcdef01234567",
  ])
  func `a name is written as it was read`(text: String) throws {
    let id = try #require(ObjectID(hexadecimal: text))
    #expect(id.hexadecimal == text)
    #expect(id.bytes.withUnsafeBytes { $0.baseAddress.map(ObjectID.init) } == id)
    #expect(text.hasPrefix(id.short) && id.short.count == 10)
  }

  @Test(arguments: [
    "", "0123", "0123456789abcdef0123456789abcdef0123456", "0123456789abcdef0123456789abcdef012345678",
    "0123456789ABCDEF0123456789abcdef01234567", "g123456789abcdef0123456789abcdef01234567",
    "+123456789abcdef0123456789abcdef01234567",
  ])
  func `anything but forty small hexadecimal digits is no name`(text: String) {
    #expect(ObjectID(hexadecimal: text) == nil)
  }

  @Test func `names are in the order of their digits`() {
    let texts = (0..<40).map { place in
      String(repeating: "0", count: place) + "1" + String(repeating: "0", count: 39 - place)
    }
    let ids = texts.compactMap { ObjectID(hexadecimal: $0) }
    #expect(ids.sorted().map(\.hexadecimal) == texts.sorted())
    #expect(ObjectID.zero.isZero && !ids.contains { $0.isZero })
  }
}

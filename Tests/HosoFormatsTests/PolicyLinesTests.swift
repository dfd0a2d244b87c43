import GitObjects
import HosoFormats
import Testing

struct PolicyLinesTests {
  private static let hex = "0123456789abcdef0123456789abcdef01234567"
  private static let id = ObjectID(hexadecimal: hex)

  private func counted(_ text: String, _ predecessor: ObjectID? = id) -> String? {
    PolicyLines.setting(policy: 12, predecessor: predecessor, in: Array(text.utf8))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("a: b\npolicy: 1\nc: d\n", "a: b\npolicy: 12\npredecessor: \(hex)\nc: d\n"),
      ("policy: 1", "policy: 12\npredecessor: \(hex)"),
      ("policy:   \"1\"  # số hiệu\n# policy: 3\n", "policy:   \"12\"  # số hiệu\npredecessor: \(hex)\n# policy: 3\n"),
      ("policy: '1'\npredecessor: abc # cũ\n", "policy: '12'\npredecessor: \(hex) # cũ\n"),
      ("predecessor: 'x'\npolicy: 12\n", "predecessor: '\(hex)'\npolicy: 12\n"),
      ("predecessor:\npolicy: 12\n", "predecessor: \(hex)\npolicy: 12\n"),
      ("policy: 12\npredecessor: \(hex)\n", "policy: 12\npredecessor: \(hex)\n"),
      ("policy: một\nname: policy: 1\n", nil), ("{policy: 1}\n", nil), ("{\npolicy: 1,\n}\n", nil),
      ("  policy: 1\n", nil), ("\"policy\": 1\n", nil), ("policy: 1 2\n", nil), ("policy: [1]\n", nil),
      ("policy: \"1\n", nil), ("", nil), ("policy: 1\npredecessor: [a]\n", nil),
    ] as [(String, String?)])
  func `two lines are set and all others stay`(text: String, expected: String?) {
    #expect(counted(text) == expected)
  }

  @Test func `the first rules have no predecessor`() {
    #expect(counted("a: b\npolicy: 12\npredecessor: \(Self.hex)\nc: d\n", nil) == "a: b\npolicy: 12\nc: d\n")
  }
}

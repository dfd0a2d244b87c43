internal import GitObjects
internal import HosoCore
internal import Testing

struct ConsentTextTests {
  private static func consent(_ verb: Consent.Verb = .consent, reason: String = "") throws -> Consent {
    Consent(
      verb: verb, signer: .role(.principal), person: "dung", moment: Moment(seconds: 1_734_800_000, offset: 420),
      commit: MemorySnapshot.id("c"), folder: try #require(CaseFolder(year: "2024-2025", name: "toan-4a")),
      tree: MemorySnapshot.id("t"), procedure: "locked-data", locks: ["lock/2024-2025/20241220-080000-dung"],
      items: [
        Consent.Item(
          path: try RecordPath("2024-2025/lop/4a/so điểm.csv"), old: MemorySnapshot.id("a"), new: MemorySnapshot.id("b")
        )
      ], reason: reason, policy: 3)
  }

  private static func read(_ message: String) throws -> Consent {
    let tagger = Identity(name: "Dung", email: "dung@truong.edu.vn", time: 1_734_800_000, offset: 420)
    let bytes = TagObject.payload(
      object: MemorySnapshot.id("c"), name: "consent/2024-2025/20241222-000000-dung", tagger: tagger, message: message)
    return try ConsentText.consent(of: TagObject(strict: bytes), by: "dung", offset: 420)
  }

  @Test func `a consent is read as it was written`() throws {
    for consent in [try Self.consent(), try Self.consent(.refuse, reason: "Chưa xem bài")] {
      #expect(try Self.read(ConsentText.message(for: consent, subject: "Đồng ý")) == consent)
    }
  }

  @Test(arguments: [
    ("hoso-decision: 1", "hoso-decision: 2", "decision-format"),
    ("decision: consent", "decision: lock", "decision-verb"),
    ("signer: role:principal", "signer: king", "decision-signer"), ("policy: 3", "policy: 03", "decision-policy"),
    ("decision: consent", "decision: refuse", "decision-reason"), ("toan-4a", "toan/4a", "decision-case"),
    ("2024-2025/chinh-sua", "2024-2025/lop", "decision-case"), ("procedure: locked-data\n", "", "decision-procedure"),
    ("lock: lock/", "lock: unlock/", "decision-lock"),
    ("lock: lock/2024-2025/20241220-080000-dung\n", "", "decision-lock"),
    ("record: ", "record: x", "decision-record"), ("procedure: ", "other: x\nprocedure: ", "decision-procedure"),
  ])
  func `a line that is wrong, missing or too many is refused by name`(old: String, new: String, reason: String) throws {
    let message = try ConsentText.message(for: Self.consent(), subject: "Đồng ý")
    #expect(message.contains(old))
    #expect(throws: MalformedObject(reason)) { try Self.read(message.replacing(old, with: new)) }
  }

  @Test func `the same record twice is refused`() throws {
    let message = try ConsentText.message(for: Self.consent(), subject: "Đồng ý")
    let line = try #require(message.split(separator: "\n").last)
    #expect(throws: MalformedObject("decision-record")) { try Self.read(message + line + "\n") }
  }

  @Test func `the last valid word of each person counts`() throws {
    func word(_ tag: String, _ consent: Consent, faults: [Diagnostic] = []) -> RecordedConsent {
      RecordedConsent(tag: tag, tagID: MemorySnapshot.id("x"), consent: consent, faults: faults)
    }
    let yes = word("consent/1", try Self.consent())
    let no = word("refuse/2", try Self.consent(.refuse, reason: "x"))
    #expect([no, yes].lastWords(on: MemorySnapshot.id("t")) == [no])
    #expect([no, yes].lastWords(on: MemorySnapshot.id("u")) == [])
    let forged = word("refuse/2", no.consent, faults: [Diagnostic(.badSignature)])
    #expect([yes, forged].lastWords(on: MemorySnapshot.id("t")) == [yes])
  }
}

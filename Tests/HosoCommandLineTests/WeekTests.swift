import Foundation
import Testing

/// A week of two teachers and their head on three clones, online and offline in turn.
///
/// Chance decides who does what, from a seed that the test names; every refusal is mended by what its message says.
struct WeekTests {
  private static let minutes = "2024-2025/to-chuyen-mon/to-4-5/bien-ban/2024-10-02-on-bu-va-day-viet.md"
  private static let people = ["nva", "tqd", "lth"]

  @Test(arguments: [3, 11] as [UInt64]) func `nothing is lost in a week of work online and offline`(seed: UInt64)
    async throws
  {
    let school = try await ServedSchool()
    var week = Week(school: school, chance: Chance(seed: seed))
    try await school.succeed(
      "put \(Self.minutes); hoso submit -q \(Self.minutes)", as: "lth", at: "2024-10-05 09:00")
    for person in Self.people { try await week.act(person, "hoso sync", at: "2024-10-06 20:00", isOnline: true) }
    for day in 7...12 {
      for hour in ["08", "19"] {
        for (index, person) in Self.people.enumerated() {
          let time = "2024-10-\(day < 10 ? "0" : "")\(day) \(hour):\(10 + index)"
          try await week.move(person, at: time)
        }
      }
    }
    for _ in 1...2 {
      for person in Self.people { try await week.act(person, "hoso sync", at: "2024-10-12 21:00", isOnline: true) }
    }
    try await week.check()
  }

  /// What has happened so far.
  private struct Week {
    let school: ServedSchool
    var chance: Chance
    /// Each text that somebody submitted, and whose clone it was in.
    private var texts: [(text: String, person: String)] = []
    private var refusals: [String] = []
    private var offline = 0

    init(school: ServedSchool, chance: Chance) {
      self.school = school
      self.chance = chance
    }

    /// One thing that `person` does.
    mutating func move(_ person: String, at time: String) async throws {
      let isOnline = !chance.happens(1, in: 3)
      if !isOnline { offline += 1 }
      let text = "Ghi \(texts.count + 1) của \(person)"
      let own =
        ["nva": "$own", "tqd": "$colleague", "lth": "$plans/lth/tuan-05/dao-duc-5a-bai-2-ton-trong-su-khac-biet.md"][
          person]!
      switch chance.next() % 8 {
      case 0, 1, 2: try await submit(own, text, person, time, isOnline)
      case 3, 4: try await submit(WeekTests.minutes, text, person, time, isOnline)
      case 5 where person == "lth":
        try await act(person, "hoso approve $own || hoso approve $colleague", at: time, isOnline: isOnline)
      case 5:
        try await submit("$plans/lth/tuan-05/dao-duc-5a-bai-2-ton-trong-su-khac-biet.md", text, person, time, isOnline)
      case 6: try await act(person, "hoso sync", at: time, isOnline: true)
      default:
        guard person == "nva" else { return try await submit(own, text, person, time, isOnline) }
        try await act(person, "[ -f $other ] || { put $other; hoso submit $other; }", at: time, isOnline: isOnline)
      }
    }

    private mutating func submit(
      _ path: String, _ text: String, _ person: String, _ time: String, _ isOnline: Bool
    ) async throws {
      let isTaken = try await act(
        person, "printf '\\n%s.\\n' '\(text)' >> \(path); hoso submit \(path)", at: time, isOnline: isOnline, path: path
      )
      if isTaken { texts.append((text, person)) }
    }

    /// Runs `script`, and does what the message says until nothing is refused.
    ///
    /// - Returns: whether it was not refused at once by a rule.
    @discardableResult
    mutating func act(
      _ person: String, _ script: String, at time: String, isOnline: Bool, path: String? = nil
    ) async throws -> Bool {
      var run = try await school.run(script, as: person, at: time, isOnline: isOnline)
      for _ in 0..<4 where run.status != 0 {
        let id = run.errors.matches(of: /\[([a-z-]+)\]/).last.map { String($0.output.1) } ?? "?"
        refusals.append("\(person) \(time): \(id)")
        switch id {
        case "access-denied":
          // "Ask … to do it": the teacher puts the colleague's file back.
          run = try await school.run("git checkout -q -- \(path!)", as: person, at: time, isOnline: isOnline)
          #expect(run.status == 0)
          return false
        case "own-work", "nothing-to-decide", "not-your-role", "locked": return false
        case "edited-meanwhile":
          let keep = chance.happens(1, in: 2) ? "mine" : "theirs"
          #expect(run.errors.contains("hoso sync --keep \(keep)"))
          run = try await school.run("hoso sync --keep \(keep)", as: person, at: time)
        default:
          #expect(run.errors.contains("hoso sync"), "\(script)\n\(run.output)\(run.errors)")
          run = try await school.run("hoso sync", as: person, at: time)
        }
      }
      #expect(run.status == 0, "\(person) \(time) \(script)\n\(run.output)\(run.errors)")
      return true
    }

    func check() async throws {
      let history = try await Shell.succeed("git log -p --format=%s main", in: school.server)
      for (text, person) in texts where !history.contains(text + ".") {
        let kept = try await Shell.run("grep -rqF '\(text).' .git/hoso/kept", in: school.clone(of: person))
        #expect(kept.status == 0, "'\(text)' of \(person) is lost")
      }
      #expect(texts.count >= 15 && offline >= 5 && refusals.count >= 2, "\(texts.count) \(offline) \(refusals)")
      #expect(try await Shell.succeed("git rev-list --merges --count main", in: school.server) == "0\n")
      try await Shell.succeed("git fsck --strict", in: school.server)
      let tip = try await Shell.succeed("git rev-parse main", in: school.server)
      for person in WeekTests.people {
        let verified = try await school.run("hoso verify", as: person, at: "2024-10-12 22:00")
        #expect(verified.status == 0, "\(verified.output)")
        let state = try await school.succeed(
          "git rev-parse main; git status --short", as: person, at: "2024-10-12 22:00")
        #expect(state == tip, "\(person)")
      }
      let receipts = try await Shell.succeed("git log --format=%s --reverse journal", in: school.server)
        .split(separator: "\n")
      #expect(receipts.indices.allSatisfy { receipts[$0] == "Receipt \($0 + 1)" })
    }
  }

  /// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
  private struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }

    mutating func happens(_ times: UInt64, in total: UInt64) -> Bool { next() % total < times }
  }
}

import Testing

struct ParallelSubmitTests {
  private static let people = ["nva", "lth", "nva", "lth", "nva", "lth", "nva", "lth"]

  @Test func `eight submissions at once in one clone all stand`() async throws {
    let school = try await SmallSchool()
    for (number, person) in Self.people.enumerated() {
      try await school.succeed(
        """
        file=$plans/\(person)/tuan-06/bai-\(number).md
        mkdir -p $(dirname $file) && cp $SAMPLE/$other $file
        """, as: person)
    }
    let runs = try await withThrowingTaskGroup { group in
      for (number, person) in Self.people.enumerated() {
        group.addTask {
          try await school.run("hoso submit $plans/\(person)/tuan-06/bai-\(number).md -m 'Bài \(number)'", as: person)
        }
      }
      return try await group.reduce(into: [Run]()) { $0.append($1) }
    }
    for run in runs { #expect(run.status == 0, "\(run.output)\(run.errors)") }
    let subjects = try await school.succeed("git log --format=%s -8", as: "nva")
    #expect(subjects.split(separator: "\n").sorted() == (0..<8).map { "Bài \($0)" })
    #expect(try await school.succeed("git rev-list --merges main", as: "nva") == "")
    #expect(try await school.succeed("git rev-list --count main", as: "nva") == "13\n")
    #expect(try await school.succeed("git status --porcelain; git fsck --strict --no-dangling", as: "nva") == "")
    #expect(try await school.run("hoso verify", as: "nva").status == 0)
  }

  @Test func `one change that is submitted four times at once is one commit`() async throws {
    let school = try await SmallSchool()
    try await school.succeed("revise $own", as: "nva")
    let runs = try await withThrowingTaskGroup { group in
      for _ in 0..<4 { group.addTask { try await school.run("hoso submit $own", as: "nva") } }
      return try await group.reduce(into: [Run]()) { $0.append($1) }
    }
    // Those that made the very same commit are right to say that it stands.
    #expect(Set(runs.filter { $0.status == 0 }.map(\.output)).count == 1)
    for run in runs where run.status != 0 {
      #expect(run.errors.contains("[changed-meanwhile]") || run.errors.contains("[nothing-to-submit]"), "\(run.errors)")
    }
    #expect(try await school.succeed("git rev-list --count main; git status --porcelain", as: "nva") == "6\n")
  }
}

internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

struct SchoolStoreCommitTests {
  private let school: SmallSchool

  init() throws { school = try SmallSchool() }

  @Test func `of two commits upon one base the second is told to begin again`() throws {
    let base = try school.store.existingTip()
    let first = try school.commit([SmallSchool.plan: "# Một\n"], by: "nva", onto: base)
    let problem = #expect(throws: Problem.self) {
      try school.commit([SmallSchool.planOfHead: "# Hai\n"], by: "lth", onto: base)
    }
    #expect(problem?.id == .busy)
    #expect(try school.store.existingTip() == first)
    // The objects of the commit that was refused lie there and hurt nobody.
    #expect(try school.folder.git("fsck", "--strict", "--no-dangling") == [])
    let second = try school.commit([SmallSchool.planOfHead: "# Hai\n"], by: "lth")
    #expect(try school.store.commit(second).parents == [first])
    #expect(try school.folder.gitLine("show", "main:" + SmallSchool.plan) == "# Một")
  }

  @Test func `a first commit is refused where there is one already`() throws {
    let tip = try school.store.existingTip()
    let problem = #expect(throws: Problem.self) {
      try school.store.write(
        CommitPlan(base: nil, files: [:], person: school.person("nva"), moment: SmallSchool.moment(0), message: "Nộp"))
    }
    #expect(problem?.id == .busy)
    #expect(try school.store.existingTip() == tip)
  }

  @Test func `a writer that dies before the reference moves leaves main where it was`() throws {
    let tip = try school.store.existingTip()
    let tree = try school.folder.gitLine("rev-parse", "main^{tree}")
    let blob = try school.folder.gitLine("hash-object", "-w", "--stdin", input: Array("# Dở\n".utf8))
    try school.folder.git(
      "-c", "user.name=A", "-c", "user.email=a@b", "commit-tree", tree, "-p", tip.hexadecimal, "-m", "dở")
    #expect(!blob.isEmpty)
    #expect(try school.store.existingTip() == tip)
    #expect(try school.folder.git("fsck", "--strict", "--no-dangling") == [])
    let next = try school.commit([SmallSchool.plan: "# Xong\n"], by: "nva")
    #expect(try school.store.commit(next).parents == [tip])
  }

  @Test func `a commit is the person's, at the moment of the plan`() throws {
    let tip = try school.store.existingTip()
    #expect(
      try school.folder.gitLine("log", "-1", "--format=%an <%ae> %at|%cn <%ce> %ct|%s", tip.hexadecimal)
        == "Lê Thanh Hà <ha.lt@suoimay.example> 1728100060|Lê Thanh Hà <ha.lt@suoimay.example> 1728100060|Nộp")
  }
}

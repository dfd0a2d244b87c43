internal import GitObjects
internal import HosoCore
internal import Testing

struct ApprovalChainTests {
  private static func kind(_ approvals: [[SchoolRole]], hasOrder: Bool = true) -> Kind {
    SmallSchool.kind("plan", SmallSchool.lessonPlan.place.text, approvals: approvals, hasOrder: hasOrder)
  }

  private static let three: [[SchoolRole]] = [[.headOfTeam], [.vicePrincipal], [.principal]]

  private static func approve(_ role: SchoolRole, same: Bool = true) -> EarlierDecision {
    EarlierDecision(verb: .approve, role: role, isOverThisContent: same)
  }
  private static let returned = EarlierDecision(verb: .return, role: .principal, isOverThisContent: true)

  /// What came before, who approves next, and what that does.
  @Test(
    arguments: [
      ([], .headOfTeam, .takes(0)), ([], .vicePrincipal, .early(0)), ([], .principal, .early(0)),
      ([], .teacher, .notAsked), ([approve(.headOfTeam)], .vicePrincipal, .takes(1)),
      ([approve(.headOfTeam)], .principal, .early(1)), ([approve(.headOfTeam)], .headOfTeam, .repeats),
      ([approve(.headOfTeam), approve(.vicePrincipal)], .principal, .takes(2)),
      ([approve(.headOfTeam), approve(.vicePrincipal), approve(.principal)], .principal, .repeats),
      // Another content was approved.
      ([approve(.headOfTeam, same: false)], .vicePrincipal, .early(0)),
      ([approve(.headOfTeam), approve(.vicePrincipal, same: false)], .principal, .early(1)),
      // A return begins anew.
      ([approve(.headOfTeam), returned], .vicePrincipal, .early(0)),
      ([approve(.headOfTeam), returned, approve(.headOfTeam)], .vicePrincipal, .takes(1)),
      // What was out of turn counts for nothing later either.
      ([approve(.vicePrincipal), approve(.headOfTeam)], .vicePrincipal, .takes(1)),
      ([approve(.principal), approve(.headOfTeam)], .principal, .early(1)),
    ] as [([EarlierDecision], SchoolRole, ApprovalChain.Turn)])
  func `steps follow on each other over one content`(
    before: [EarlierDecision], role: SchoolRole, turn: ApprovalChain.Turn
  ) {
    #expect(ApprovalChain(of: Self.kind(Self.three), after: before).turn(of: role) == turn)
  }

  @Test func `a kind may ask for no order`() {
    let kind = Self.kind(Self.three, hasOrder: false)
    var chain = ApprovalChain(of: kind)
    #expect(chain.turn(of: .principal) == .takes(2))
    #expect(chain.current == [0, 1, 2])
    for role in [SchoolRole.principal, .vicePrincipal, .headOfTeam] { chain.add(Self.approve(role)) }
    #expect(chain.isComplete)
  }

  @Test func `a role that two steps ask for takes one at a time`() {
    let kind = Self.kind([[.headOfTeam, .vicePrincipal], [.principal], [.vicePrincipal]])
    var chain = ApprovalChain(of: kind, after: [Self.approve(.vicePrincipal)])
    #expect(chain.turn(of: .vicePrincipal) == .early(1))
    chain.add(Self.approve(.principal))
    #expect(chain.turn(of: .vicePrincipal) == .takes(2))
  }
}

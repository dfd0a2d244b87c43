package import GitObjects

/// What the journal says of each commit and decision: when it was received.
package struct Receptions: Sendable {
  /// For each commit, oldest first, the receipt that covers it; nil for one that no server has received yet.
  package let commits: [Receipt?]
  /// The receipt of each decision, by the tag's name without `refs/tags/`.
  package let decisions: [String: Receipt]

  /// `commits` is the line of `main`, oldest first.
  ///
  /// A receipt that does not fit that line covers nothing; `hoso verify` says so.
  package init(receipts: [Receipt], commits: [ObjectID]) {
    let index = Dictionary(commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var covered = [Receipt?](repeating: nil, count: commits.count)
    var decisions: [String: Receipt] = [:]
    var next = 0
    for receipt in receipts {
      if receipt.reference == "refs/heads/main" {
        guard let end = index[receipt.new], end >= next else { continue }
        for commit in next...end { covered[commit] = receipt }
        next = end + 1
      } else if receipt.reference.hasPrefix("refs/tags/") {
        decisions[String(receipt.reference.dropFirst("refs/tags/".count))] = receipt
      }
    }
    self.commits = covered
    self.decisions = decisions
  }

  /// When the commit was received; nil where that is not known.
  package func moment(of commit: Int) -> Moment? {
    guard let receipt = commits[commit], receipt.event == .push else { return nil }
    return receipt.moment
  }
}

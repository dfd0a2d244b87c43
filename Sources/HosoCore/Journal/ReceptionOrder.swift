extension Receipt {
  /// Whether a decision with the receipt `own`, given at `moment`, was there before a commit with this time and receipt.
  ///
  /// Where the journal tells of both, their numbers decide; else the times that they give themselves.
  static func isReceived(
    _ own: Receipt?, at moment: Moment, before time: Int64, _ commit: Receipt?
  ) -> Bool {
    switch (own, commit) {
    case (nil, _?): false
    case (_?, nil): true
    case (let own?, let commit?) where own.event == .push || commit.event == .push: own.sequence < commit.sequence
    default: moment.seconds <= time
    }
  }
}

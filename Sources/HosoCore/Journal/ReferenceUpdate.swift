package import GitObjects

/// What a push asks of one reference.
package struct ReferenceUpdate: Hashable, Sendable {
  /// Such as `refs/heads/main`.
  package let reference: String
  /// ``ObjectID/zero`` where it does not exist yet.
  package let old: ObjectID
  /// ``ObjectID/zero`` where it is to be deleted.
  package let new: ObjectID

  package init(reference: String, old: ObjectID, new: ObjectID) {
    self.reference = reference
    self.old = old
    self.new = new
  }

  /// Reads `OLD NEW NAME`, as git gives it to its hooks; nil for anything else.
  package init?(line: some StringProtocol) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let old = ObjectID(hexadecimal: parts[0]), let new = ObjectID(hexadecimal: parts[1]),
      !parts[2].isEmpty
    else { return nil }
    self.init(reference: String(parts[2]), old: old, new: new)
  }

  /// As git gives it to its hooks.
  package var line: String { "\(old.hexadecimal) \(new.hexadecimal) \(reference)" }
}

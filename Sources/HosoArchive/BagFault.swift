/// One thing that is wrong with a bag, and where.
package struct BagFault: Hashable, Sendable {
  /// Never renamed: these names stand in the reports of `hoso archive check`.
  package enum ID: String, CaseIterable, Sendable {
    /// `bagit.txt` is missing or does not say what RFC 8493 2.1.1 asks.
    case declaration = "bag-declaration"
    /// A manifest that the bag must have is not there.
    case manifestMissing = "bag-manifest-missing"
    /// A manifest of checksums that hoso cannot compute.
    case algorithmUnknown = "bag-algorithm-unknown"
    /// A line of a manifest is no checksum and path, or repeats a path.
    case manifestLine = "bag-manifest-line"
    /// A line of `bag-info.txt` is no label and value.
    case informationLine = "bag-information-line"
    /// A manifest names a path outside its part of the bag.
    case unsafePath = "bag-unsafe-path"
    /// Two names are one file on some system.
    case nameTwin = "bag-name-twin"
    /// A listed file is not there.
    case fileMissing = "bag-file-missing"
    /// A file is in no manifest, or not in each of them.
    case fileExtra = "bag-file-extra"
    /// A file's bytes are not those that were listed.
    case fileAltered = "bag-file-altered"
    /// A file cannot be read: the medium may be failing.
    case fileUnreadable = "bag-file-unreadable"
    /// A link, device or other thing that is neither file nor folder.
    case notAFile = "bag-not-a-file"
    /// `Payload-Oxum` is missing, given twice, or not the payload's size and count.
    case oxumMismatch = "bag-oxum-mismatch"
  }

  package let id: ID
  /// From the bag's folder on.
  package let path: String
  /// 1-based; nil where the whole file is meant.
  package let line: Int?

  package init(_ id: ID, _ path: String, line: Int? = nil) {
    self.id = id
    self.path = path
    self.line = line
  }

  /// Order for people: by path, line, id.
  static func inReadingOrder(_ left: BagFault, _ right: BagFault) -> Bool {
    (left.path, left.line ?? 0, left.id.rawValue) < (right.path, right.line ?? 0, right.id.rawValue)
  }
}

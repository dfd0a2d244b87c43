internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

/// One change of a small school's tree, written raw, and what must be found wrong with it.
struct TreeCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the small school has in `place` beside its own.
  var before: [RawEntry] = []
  let after: [RawEntry]
  /// Replaces the folder as a whole, as it is.
  var instead: RawObject?
  var place = ["to-toan", "a"]
  /// Ids with their detail, sorted.
  let faults: [String]

  /// Puts `entries` into a folder two levels down.
  init(_ id: String, _ what: String, _ entries: RawEntry..., before: [RawEntry] = [], faults: [String]) {
    testDescription = "\(id) \(what)"
    after = entries
    self.before = before
    self.faults = faults
  }

  /// Puts a file of this name at the top.
  init(_ id: String, named name: [UInt8], _ faults: String...) {
    testDescription = "\(id) \(NameRule.visible([name]))"
    after = [RawEntry("100644", name)]
    place = []
    self.faults = faults
  }

  init(_ id: String, named name: String, _ faults: String...) {
    testDescription = "\(id) \(NameRule.visible(name))"
    after = [RawEntry("100644", name)]
    place = []
    self.faults = faults
  }

  /// Puts this object in the place of the folder `to-toan/a`.
  init(_ id: String, _ what: String, folder: RawObject, faults: String...) {
    testDescription = "\(id) \(what)"
    instead = folder
    after = []
    self.faults = faults
  }

  func at(_ place: String...) -> TreeCase {
    var copy = self
    copy.place = place
    return copy
  }

  static let school = RawObject.folder([
    .folder(".hoso", .file("school.yml")),
    .folder("to-toan", .folder("a", .file("ke-hoach.md"))),
    .folder("to-van", .folder("b", .file("ke-hoach.md", "y"))),
  ])

  func comparison(in repository: RawRepository) throws -> TreeComparison {
    let old = Self.school.with(before, at: place)
    let new =
      instead.map { Self.school.with([RawEntry("40000", "a", $0)], at: ["to-toan"]) }
      ?? old.with(after, at: place)
    return try repository.store().comparison(from: repository.write(old), to: repository.write(new))
  }
}

extension TreeComparison {
  /// Id and detail of each fault, sorted.
  var found: [String] {
    faults.map { fault in
      let detail = fault.facts["detail"] ?? fault.facts["what"] ?? fault.facts["owner"]
      return fault.id.rawValue + (detail.map { " " + $0 } ?? "")
    }.sorted()
  }
}

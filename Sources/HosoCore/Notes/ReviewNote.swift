package import GitObjects

/// What somebody remarked on one version of a record: a record of its own.
package struct ReviewNote: Hashable, Sendable {
  /// The fields by which a note says what it is about; the points are optional.
  package enum FieldName: String, CaseIterable, Sendable {
    /// The record's path.
    case record = "ho-so"
    /// The name of the blob that was read.
    case version = "ban"
    case points = "diem"
  }

  /// Where the note itself lies.
  package let path: RecordPath
  /// The reviewer: the person in whose folder it lies.
  package let person: ListID
  package let record: RecordPath
  package let blob: ObjectID
  package let points: Points?
  /// What it says, without title and table.
  package let text: String
  /// When its newest version was received.
  package let moment: Moment

  /// Reads what `record` says; nil where it does not say what it is about.
  package init?(_ record: Record, bytes: [UInt8], at moment: Moment) {
    guard let person = record.place[.person], let target = record.target, let blob = record.targetBlob else {
      return nil
    }
    path = record.path
    self.person = person
    self.record = target
    self.blob = blob
    points = record.field(.points).flatMap { Points($0.value) }
    let body = bytes[min(record.body.offset, bytes.count)...]
    let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    text = Self.trimmed(lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("|") })
    self.moment = moment
  }

  private static func trimmed(_ lines: [String]) -> String {
    var lines = lines.split(separator: "", omittingEmptySubsequences: true).map { $0.joined(separator: " ") }
    lines.removeAll { $0.allSatisfy { $0 == " " } }
    return lines.joined(separator: "\n")
  }
}

extension Record {
  /// The field of a note with this meaning.
  func field(_ name: ReviewNote.FieldName) -> Field? { field(named: name.rawValue) }

  /// The record that a note is about; nil where it names none.
  var target: RecordPath? { field(.record).flatMap { try? RecordPath($0.value) } }

  /// The version that a note is about; nil where it names none.
  var targetBlob: ObjectID? { field(.version).flatMap { ObjectID(hexadecimal: $0.value) } }
}

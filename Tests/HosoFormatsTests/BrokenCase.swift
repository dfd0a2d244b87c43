import Foundation
import HosoCore
import Testing

/// One case of `Tests/Fixtures/broken/cases.tsv`: how the sample school's tree differs, and the one fault that this is.
struct BrokenCase: Sendable, CustomTestStringConvertible {
  /// One changed file.
  struct Edit: Sendable {
    let verb: String
    /// The raw bytes of the changed file's path.
    let target: [UInt8]
    /// The path of the file to begin with; empty for none.
    let from: [UInt8]
    let find: [UInt8]
    let write: [UInt8]
  }

  struct Unreadable: Error {
    let line: String
    let reason: String
  }

  let name: String
  let id: DiagnosticID
  let path: String
  let line: Int?
  private(set) var edits: [Edit]

  var testDescription: String { name }

  /// All cases, in file order.
  static func all() throws -> [BrokenCase] {
    let file = Fixtures.folder.appending(path: "Tests/Fixtures/broken/cases.tsv")
    var cases: [BrokenCase] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 9 else { throw Unreadable(line: String(line), reason: "\(cells.count) cells") }
      let target = try bytes(cells[5])
      let from = cells[6] == "-" ? [] : cells[6] == "=" ? target : try bytes(cells[6])
      let edit = Edit(
        verb: cells[4], target: target, from: from, find: try bytes(cells[7]), write: try bytes(cells[8]))
      if cells[1] == "+" {
        guard cases.last?.name == cells[0] else { throw Unreadable(line: String(line), reason: "no case to add to") }
        cases[cases.count - 1].edits.append(edit)
        continue
      }
      guard let id = DiagnosticID(rawValue: cells[1]) else { throw Unreadable(line: String(line), reason: "id") }
      cases.append(
        BrokenCase(
          name: cells[0], id: id, path: String(decoding: cells[3] == "=" ? target : try bytes(cells[3]), as: UTF8.self),
          line: Int(cells[2]), edits: [edit]))
    }
    return cases
  }

  /// The bytes of a cell: UTF-8, with `\n`, `\r`, `\t`, `\\`, `\xHH` and `\u{…}`.
  static func bytes(_ cell: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = cell[...]
    while let character = rest.popFirst() {
      guard character == "\\" else {
        bytes += Array(String(character).utf8)
        continue
      }
      switch rest.popFirst() {
      case "n": bytes.append(0x0A)
      case "r": bytes.append(0x0D)
      case "t": bytes.append(0x09)
      case "\\": bytes.append(0x5C)
      case "x":
        guard let byte = UInt8(rest.prefix(2), radix: 16) else { throw Unreadable(line: cell, reason: "\\x") }
        bytes.append(byte)
        rest = rest.dropFirst(2)
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
          throw Unreadable(line: cell, reason: "\\u")
        }
        bytes += Array(String(Character(scalar)).utf8)
        rest = rest.dropFirst(digits.count + 2)
      default: throw Unreadable(line: cell, reason: "escape")
      }
    }
    return bytes
  }
}

extension BrokenCase {
  /// The sample school's tree with this case's edits.
  func tree(from sample: MemoryTree) throws -> MemoryTree {
    var tree = sample
    for edit in edits { try apply(edit, to: &tree) }
    return tree
  }

  /// What is found wrong in that tree.
  func faults(in sample: MemoryTree) throws -> [Diagnostic] {
    try tree(from: sample).faults(changed: edits[0].target)
  }

  private func apply(_ edit: Edit, to tree: inout MemoryTree) throws {
    func refuse(_ reason: String) -> Unreadable { Unreadable(line: name, reason: reason) }
    var bytes: [UInt8] = []
    if !edit.from.isEmpty, !["remove", "link"].contains(edit.verb) {
      guard let file = tree.files[edit.from] else {
        throw refuse("no file '\(String(decoding: edit.from, as: UTF8.self))'")
      }
      bytes = file.bytes
    }
    var mode = MemoryTree.plain
    switch edit.verb {
    case "copy": break
    case "replace":
      let places = bytes.indices.filter { bytes[$0...].starts(with: edit.find) }
      guard places.count == 1, !edit.find.isEmpty else { throw refuse("\(places.count) places to replace") }
      bytes.replaceSubrange(places[0]..<(places[0] + edit.find.count), with: edit.write)
    case "prepend": bytes = edit.write + bytes
    case "append": bytes += edit.write
    case "write": bytes = edit.write
    case "repeat":
      guard let count = Int(String(decoding: edit.find, as: UTF8.self)) else { throw refuse("no count") }
      bytes.reserveCapacity(bytes.count + count * edit.write.count)
      for _ in 0..<count { bytes += edit.write }
    case "link":
      mode = MemoryTree.link
      bytes = edit.write
    case "program": mode = MemoryTree.program
    case "remove":
      guard tree.files.removeValue(forKey: edit.target) != nil else { throw refuse("nothing to remove") }
      return
    default: throw refuse("unknown edit '\(edit.verb)'")
    }
    tree.files[edit.target] = MemoryTree.File(bytes: bytes, mode: mode)
  }
}

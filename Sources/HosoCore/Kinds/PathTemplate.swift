/// What a placeholder in a folder template stands for.
package enum PlaceName: String, CaseIterable, Sendable {
  case year, team, person, week, month, term, date, slug, subject, grade, test
  case schoolClass = "class"

  /// Whether it is a number, which a template may pad.
  var isNumber: Bool { self == .week || self == .month || self == .term || self == .grade }

  /// Whether `text` has the form of a school year: nine bytes, digits and a hyphen.
  static func isYear(_ text: some Collection<UInt8>) -> Bool {
    text.count == 9 && text.enumerated().allSatisfy { $0 == 4 ? $1 == 0x2D : (0x30...0x39).contains($1) }
  }
}

/// The values that a path has at a template's placeholders, such as `person` = `nva`.
package struct Place: Sendable {
  /// In any order, each placeholder once: they are few.
  private var values: [(name: PlaceName, value: String)]

  package init(_ values: [PlaceName: String] = [:]) { self.values = values.map { ($0, $1) } }

  /// The value at a placeholder, or nil where the path has none.
  package subscript(name: PlaceName) -> String? {
    get { values.first { $0.name == name }?.value }
    set {
      let index = values.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): values[index].value = value
      case (let index?, nil): values.remove(at: index)
      case (nil, let value?):
        if values.isEmpty { values.reserveCapacity(4) }
        values.append((name, value))
      case (nil, nil): break
      }
    }
  }

  /// The week's number, where the path has one.
  package var week: Int? { self[.week].flatMap { Int($0) } }
}

extension Place: Hashable {
  package static func == (left: Place, right: Place) -> Bool {
    left.values.count == right.values.count && left.values.allSatisfy { right[$0.name] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    // In the order of the names, whichever came first.
    for name in PlaceName.allCases { if let value = self[name] { hasher.combine(value) } }
  }
}

/// A folder template that both reads and makes paths: `{year}/ke-hoach-bai-day/{team}/{person}/tuan-{week:2}/{slug}.md`.
///
/// A component is literal text with placeholders; `:2` pads a number with zeros to that width.
package struct PathTemplate: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case literal([UInt8])
    case name(PlaceName, width: Int)
  }

  package let text: String
  let components: [[Piece]]

  /// Why a text is no template: the placeholder or component at fault.
  package struct Invalid: Error, Hashable { package let part: String }

  package init(_ text: String) throws(Invalid) {
    self.text = text
    var components: [[Piece]] = []
    for part in text.isEmpty ? [] : text.split(separator: "/", omittingEmptySubsequences: false) {
      guard part != "", part != ".", part != ".." else { throw Invalid(part: String(part)) }
      components.append(try Self.pieces(of: part))
    }
    self.components = components
  }

  /// Whether it has the placeholder `name`.
  package func names(_ name: PlaceName) -> Bool {
    components.joined().contains { if case .name(name, _) = $0 { true } else { false } }
  }

  /// How many components it has.
  package var length: Int { components.count }

  private static func pieces(of component: Substring) throws(Invalid) -> [Piece] {
    var pieces: [Piece] = []
    var rest = component
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.literal(Array(rest[..<open].utf8))) }
      guard let close = rest[open...].firstIndex(of: "}") else { throw Invalid(part: String(component)) }
      let parts = rest[rest.index(after: open)..<close].split(separator: ":", omittingEmptySubsequences: false)
      guard let name = PlaceName(rawValue: String(parts[0])), parts.count == 1 || (parts.count == 2 && name.isNumber),
        let width = parts.count == 2 ? Int(parts[1]) : 0, parts.count == 1 || (1...3).contains(width)
      else { throw Invalid(part: String(rest[open...close])) }
      pieces.append(.name(name, width: width))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(Array(rest.utf8))) }
    let isClosed = pieces.allSatisfy { if case .literal(let text) = $0 { !text.contains(0x7D) } else { true } }
    guard isClosed else { throw Invalid(part: String(component)) }
    return pieces
  }

  /// Reads the placeholders' values from `parts`, or nil where they do not fit this template.
  package func place<Parts>(of parts: Parts) -> Place?
  where Parts: RandomAccessCollection, Parts.Element == Substring, Parts.Index == Int {
    guard parts.count == components.count else { return nil }
    // Most templates are told apart by a plain name; for those nothing is made.
    for index in components.indices where components[index].count == 1 {
      if case .literal(let text) = components[index][0], !parts[parts.startIndex + index].utf8.elementsEqual(text) {
        return nil
      }
    }
    var place = Place()
    for index in components.indices {
      var part = parts[parts.startIndex + index]
      let fits = part.withUTF8 { Self.read($0[...], components[index][...], into: &place) }
      guard fits else { return nil }
    }
    return place
  }

  /// How many leading components fit.
  func commonDepth(with parts: [Substring]) -> Int {
    var place = Place()
    var depth = 0
    for (part, pieces) in zip(parts, components) {
      var part = part
      guard part.withUTF8({ Self.read($0[...], pieces[...], into: &place) }) else { break }
      depth += 1
    }
    return depth
  }

  private static func read(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ pieces: ArraySlice<Piece>, into place: inout Place
  ) -> Bool {
    guard let piece = pieces.first else { return text.isEmpty }
    switch piece {
    case .literal(let bytes):
      return text.starts(with: bytes) && read(text.dropFirst(bytes.count), pieces.dropFirst(), into: &place)
    case .name(let name, let width):
      var end = text.endIndex
      // A placeholder takes as much as leaves the rest readable.
      while end > text.startIndex {
        let value = text[text.startIndex..<end]
        if fits(value, name, width), read(text[end...], pieces.dropFirst(), into: &place) {
          let string = String(decoding: value, as: UTF8.self)
          if let known = place[name], known != string { return false }
          place[name] = string
          return true
        }
        end -= 1
      }
      return false
    }
  }

  private static func fits(_ value: some BidirectionalCollection<UInt8>, _ name: PlaceName, _ width: Int) -> Bool {
    switch name {
    case .week, .month, .term, .grade:
      guard width == 0 ? value.first != 0x30 : value.count == width else { return false }
      return value.count <= 3 && value.allSatisfy { (0x30...0x39).contains($0) }
    case .year: return PlaceName.isYear(value)
    case .date:
      return value.count == 10 && SchoolDate(String(decoding: value, as: UTF8.self)) != nil
    case .team, .person, .slug, .subject, .test, .schoolClass:
      return value.first != 0x2D && value.last != 0x2D
        && value.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
  }

  /// A folder that fits this template and is nobody's: no list has its names, no calendar its year.
  ///
  /// What somebody may do to it he may do to every folder that the template means. Nil for the top of the repository.
  var stranger: RecordPath? {
    let parts = components.map { pieces in
      pieces.map { piece in
        switch piece {
        case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
        case .name(.year, _): "0000-0000"
        case .name(.date, _): "1900-01-01"
        case .name(let name, let width) where name.isNumber:
          width == 0 ? "999" : String(repeating: "0", count: width)
        // Longer than any id may be.
        case .name: String(repeating: "0", count: 61)
        }
      }.joined()
    }
    return try? RecordPath(parts.joined(separator: "/"))
  }

  /// Makes the path for `place`.
  ///
  /// - Throws: the first placeholder that `place` does not give.
  package func path(for place: Place) throws(Invalid) -> String {
    var parts: [String] = []
    for pieces in components {
      var part = ""
      for piece in pieces {
        switch piece {
        case .literal(let bytes): part += String(decoding: bytes, as: UTF8.self)
        case .name(let name, let width):
          guard let value = place[name] else { throw Invalid(part: name.rawValue) }
          part += String(repeating: "0", count: max(0, width - value.utf8.count)) + value
        }
      }
      parts.append(part)
    }
    return parts.joined(separator: "/")
  }
}

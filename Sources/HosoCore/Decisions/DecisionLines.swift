internal import GitObjects

/// The message of a decision's tag, read line by line in its fixed order: a subject for people, then `name: value`.
struct DecisionLines {
  private var rest: ArraySlice<(name: Substring, value: Substring)>

  /// - Throws: ``MalformedObject`` where it has not this form.
  init(_ message: String) throws(MalformedObject) {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst()?.isEmpty == false, lines.popFirst()?.isEmpty == true, lines.popLast()?.isEmpty == true else {
      throw MalformedObject("decision-subject")
    }
    var values: [(name: Substring, value: Substring)] = []
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), line[colon...].hasPrefix(": ") else {
        throw MalformedObject("decision-line")
      }
      values.append((line[..<colon], line[line.index(colon, offsetBy: 2)...]))
    }
    rest = values[...]
  }

  var isEmpty: Bool { rest.isEmpty }

  /// Whether the next line has this name.
  func isNext(_ name: String) -> Bool { rest.first?.name == name[...] }

  /// The value of the next line, which must have this name and a value.
  mutating func next(_ name: String) throws(MalformedObject) -> Substring {
    guard isNext(name), let value = rest.popFirst()?.value, !value.isEmpty else {
      throw MalformedObject("decision-\(name)")
    }
    return value
  }

  /// The value of the next line if it has this name; empty where it has another.
  mutating func optional(_ name: String) throws(MalformedObject) -> String {
    isNext(name) ? String(try next(name)) : ""
  }

  mutating func role() throws(MalformedObject) -> SchoolRole {
    guard let role = SchoolRole(rawValue: String(try next("role"))) else { throw MalformedObject("decision-role") }
    return role
  }

  mutating func policy() throws(MalformedObject) -> Int {
    let number = try next("policy")
    guard let policy = Int(number), policy > 0, String(policy) == number else {
      throw MalformedObject("decision-policy")
    }
    return policy
  }
}

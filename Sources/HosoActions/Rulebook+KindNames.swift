internal import HosoCore

extension Rulebook {
  /// The kind by its id, or by its code where only one has it.
  func kind(called name: String) throws(Problem) -> Kind {
    if let kind = kind(name) { return kind }
    let coded = kinds.filter { $0.code == name }
    guard coded.count == 1 else {
      let known = coded.isEmpty ? kinds : coded
      throw Problem(.unknownKind, ["kind": name, "known": known.map(\.id).joined(separator: ", ")])
    }
    return coded[0]
  }
}

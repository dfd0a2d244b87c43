internal import HosoActions
internal import HosoCore
internal import Testing

/// The rules with which a school of a profile begins.
struct ProfileRules {
  let rulebook: Rulebook

  init(_ profile: String, level: String? = nil, also: [String] = []) throws {
    rulebook = try KindDocumentAction.rulebook(of: profile, level: level, also: also)
  }

  /// The codes of the kinds, such as `K4`, each once and in order.
  var codes: [String] {
    rulebook.kinds.map(\.code).filter { !$0.isEmpty }.reduce(into: []) { codes, code in
      if codes.last != code { codes.append(code) }
    }
  }

  func kind(_ id: String) throws -> Kind { try #require(rulebook.kind(id), "\(id)") }

  /// Each step as `role role: clause`.
  func chain(_ id: String) throws -> [String] {
    try kind(id).approvals.map { step in
      step.by.map(\.rawValue).joined(separator: " ") + ": " + (step.basis ?? "")
    }
  }

  /// `occasion occasion / role role: clause`.
  func lock(_ id: String) throws -> String {
    let lock = try #require(try kind(id).keeping.lock, "\(id)")
    return lock.after.map(\.rawValue).joined(separator: " ") + " / " + lock.by.map(\.rawValue).joined(separator: " ")
      + ": " + (lock.basis ?? "")
  }

  /// `occasion occasion: clause`, or `not required: clause`.
  func printing(_ id: String) throws -> String {
    let printing = try #require(try kind(id).keeping.printing, "\(id)")
    let when = printing.isRequired ? printing.when.map(\.rawValue).joined(separator: " ") : "not required"
    return when + ": " + (printing.basis ?? "")
  }

  func deadline(_ id: String) throws -> Kind.Deadline { try #require(try kind(id).deadline, "\(id)") }

  /// Each procedure of correction as `id: signer, signer or signer; clause`.
  var procedures: [String] {
    rulebook.procedures.map { procedure in
      let signers = procedure.signers.map { entry in entry.map(\.text).joined(separator: " or ") }
      return "\(procedure.id): \(signers.joined(separator: ", ")); \(procedure.clause)"
    }
  }

  func procedure(_ id: String) throws -> CorrectionProcedure {
    try #require(rulebook.procedures.first { $0.id == id })
  }

  func basis(_ id: String) throws -> String? { try kind(id).keeping.basis }

  /// How often somebody owes it, such as `class month`.
  func rhythm(_ id: String) throws -> String {
    let expectation = try #require(try kind(id).expectation, "\(id)")
    return "\(expectation.owner) \(expectation.rhythm)"
  }

  /// The values that a column or field allows.
  func values(_ id: String, _ field: String) throws -> [String] {
    try #require(try kind(id).field(named: field), "\(id).\(field)").allowed
  }

  /// The office that the head of the admin board holds.
  func headOfBoard() throws -> [SchoolRole] {
    try #require(try kind("board-decision").field(named: "truong-ban")).roles
  }
}

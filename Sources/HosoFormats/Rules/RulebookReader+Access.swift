internal import HosoCore

extension RulebookReader {
  /// `access.csv`.
  func readAccess(people: [ListID: Person], teams: [ListID: Team]) throws -> [AccessGrant] {
    let table = try table(
      at: ".hoso/access.csv", required: ["folder", "who", "role", "limited", "from", "to"], dates: ["from", "to"])
    return table.rows.compactMap { row in
      guard let folder = try? PathTemplate(row["folder"]) else {
        invalid("folder", at: table.path, line: row.line)
        return nil
      }
      guard let grantee = AccessGrant.Grantee(row["who"]) else {
        invalid("who", at: table.path, line: row.line)
        return nil
      }
      guard let role = DriveRole(rawValue: row["role"]) else {
        invalid("role", at: table.path, line: row.line)
        return nil
      }
      switch grantee {
      case .person(let id) where people[id] == nil: unknown(id, in: "people.csv", at: table.path, line: row.line)
      case .team(let id) where teams[id] == nil: unknown(id, in: "teams.csv", at: table.path, line: row.line)
      default: break
      }
      // A word that the folder cannot explain would be a right that silently nobody has.
      if !grantee.explained.allSatisfy(folder.names) { invalid("who", at: table.path, line: row.line) }
      // Nothing lies above the top that could be cut off.
      if !["", "yes"].contains(row["limited"]) || (row["limited"] == "yes" && folder.length == 0) {
        invalid("limited", at: table.path, line: row.line)
      }
      if let from = row.date("from"), let to = row.date("to"), to < from {
        invalid("to", at: table.path, line: row.line)
      }
      return AccessGrant(
        folder: folder, grantee: grantee, role: role, isLimited: row["limited"] == "yes", from: row.date("from"),
        to: row.date("to"), line: row.line)
    }
  }

  /// `allowed_signers`, in the form that OpenSSH's `ssh-keygen -Y verify` and `git verify-tag` read; may be absent.
  func readSigners(people: [ListID: Person], offset: Int) throws -> [Signer] {
    let path = ".hoso/allowed_signers"
    guard let bytes = try text(at: path, isRequired: false) else { return [] }
    let addresses = Set(people.values.map(\.email))
    var signers: [Signer] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count >= 4, parts[1].hasPrefix("namespaces=\"git\""),
        let signer = Self.signer(parts, line: index + 1, offset: offset)
      else {
        invalid("allowed_signers", at: path, line: index + 1)
        continue
      }
      if !addresses.contains(signer.email) { unknown(signer.email, in: "people.csv", at: path, line: index + 1) }
      signers.append(signer)
    }
    return signers
  }

  /// `mail namespaces="git",valid-after="20240901Z",valid-before="20250901Z" ssh-ed25519 AAAA…`
  private static func signer(_ parts: [String], line: Int, offset: Int) -> Signer? {
    var after: Moment?
    var before: Moment?
    for option in parts[1].split(separator: ",").dropFirst() {
      let pair = option.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, let moment = moment(pair[1].filter { $0 != "\"" }, offset: offset) else { return nil }
      switch pair[0] {
      case "valid-after": after = moment
      case "valid-before": before = moment
      default: return nil
      }
    }
    return Signer(
      email: parts[0], keyType: parts[2], key: parts[3], validAfter: after, validBefore: before, line: line)
  }

  /// OpenSSH's `YYYYMMDD[HHMM[SS]][Z]`; without `Z` in the school's zone.
  private static func moment(_ text: String, offset: Int) -> Moment? {
    let isUTC = text.hasSuffix("Z")
    let digits = isUTC ? text.dropLast() : text[...]
    guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let day = Int(digits.dropFirst(6).prefix(2)), let date = SchoolDate(year: year, month: month, day: day)
    else { return nil }
    let hours = Int(digits.dropFirst(8).prefix(2)) ?? 0
    let minutes = Int(digits.dropFirst(10).prefix(2)) ?? 0
    let seconds = Int(digits.dropFirst(12)) ?? 0
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    let start = Moment(date, minutes: hours * 60 + minutes, offset: isUTC ? 0 : offset)
    return Moment(seconds: start.seconds + Int64(seconds), offset: offset)
  }
}

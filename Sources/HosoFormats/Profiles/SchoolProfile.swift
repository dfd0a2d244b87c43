package import HosoCore

/// A regulation as a new school starts from it: its kinds, each with what the regulation adds, rights and retention.
///
/// The common part of a kind is written once; a profile holds what differs. Both are texts, and so is what comes of them:
/// the files of `.hoso/`, which the school then owns.
package struct SchoolProfile: Sendable {
  /// The texts that profiles are made of, by name without ending.
  package struct Parts: Sendable {
    package let kinds: [String: String]
    package let forms: [String: String]
    package let access: String

    package init(kinds: [String: String], forms: [String: String], access: String) {
      self.kinds = kinds
      self.forms = forms
      self.access = access
    }
  }

  /// A practice that no file of a school expresses yet.
  package struct Practice: Hashable, Sendable {
    package let text: Localized
    package let basis: String
  }

  /// Such as `003`.
  package let id: String
  package let title: Localized
  /// The school levels that it is for, the usual one first.
  package let levels: [String]
  /// How many copies of the archive, on what.
  package let copies: Practice?
  /// In the order of their codes, as the profile writes them.
  package let kinds: [ListID]
  private let overlays: [ListID: KindBlocks]
  private let parts: Parts
  private let ownAccess: [String]
  private let ownRetention: [String]
  private let procedures: [String]

  /// Reads a profile's text.
  ///
  /// - Throws: the first fault of its head; what it says of kinds is judged where a school's rules are read.
  package init(_ text: String, parts: Parts) throws(Invalid) {
    let blocks = KindBlocks(text)
    let log = DiagnosticLog()
    guard
      let head = YAMLMap(
        ["kinds", "access", "retention", "corrections"].reduce(blocks) { $0.without($1) }.text, path: "profile",
        log: log),
      let id = head.text("profile"), let title = head.map("title"), let vietnamese = title.text("vi"),
      let english = title.text("en")
    else { throw Invalid(part: "profile, title") }
    self.id = id
    self.title = Localized(vi: vietnamese, en: english)
    levels = head.texts("levels")
    copies = head.map("copies").map { map in
      Practice(text: Localized(vi: map.text("vi") ?? "", en: map.text("en") ?? ""), basis: map.text("basis") ?? "")
    }
    head.finish()
    guard log.diagnostics.isEmpty, !levels.isEmpty else { throw Invalid(part: id) }
    let all = KindBlocks(lines: blocks.lines(below: "kinds", indent: 2) ?? [])
    kinds = all.keys
    overlays = Dictionary(
      kinds.map { ($0, KindBlocks(lines: all.lines(below: $0, indent: 2) ?? [])) },
      uniquingKeysWith: { first, _ in first })
    for kind in kinds where parts.kinds[kind] == nil { throw Invalid(part: kind) }
    self.parts = parts
    ownAccess = blocks.lines(below: "access", indent: 2) ?? []
    ownRetention = blocks.lines(below: "retention", indent: 2) ?? []
    procedures = blocks.lines(below: "corrections", indent: 0) ?? []
  }

  /// What of a profile's text is wrong.
  package struct Invalid: Error, Hashable { package let part: String }

  /// The file of a kind for a school of `level`; a kind that the profile does not have is given as all schools have it.
  package func kindFile(_ kind: ListID, level: String) -> String? {
    guard let common = parts.kinds[kind].map({ KindBlocks($0) }) else { return nil }
    var overlay = overlays[kind] ?? KindBlocks("")
    var result = common.without("forms")
    if let form = overlay.value(of: "form") ?? Self.form(common.value(of: "forms") ?? "", level) {
      result = result.laid(under: KindBlocks(parts.forms[form] ?? ""))
    }
    overlay = overlay.without("form")
    return result.laid(under: overlay).text
  }

  /// The form for `level` in a text such as `{primary: cv-2345, upper-secondary: cv-5512}`.
  private static func form(_ text: String, _ level: String) -> String? {
    let map = text.isEmpty ? nil : YAMLMap(text, path: "forms", log: DiagnosticLog())
    return map?.text(level)
  }

  /// `access.csv` with the lines for the folders that kinds with these places use.
  package func access(for places: [PathTemplate]) -> String {
    let folders = places.map { Array($0.text.split(separator: "/").dropLast()) }
    func isUsed(_ line: Substring) -> Bool {
      let folder = line.prefix { $0 != "," }.split(separator: "/")
      return folder.isEmpty || folder.first == ".hoso" || folders.contains { $0.starts(with: folder) }
    }
    let lines = parts.access.split(separator: "\n")
    let used = lines.dropFirst().filter(isUsed) + ownAccess.map { $0[...] }.filter(isUsed)
    return (lines.prefix(1) + used).joined(separator: "\n") + "\n"
  }

  /// `corrections.yml`, or nil where the regulation knows no way to correct what is locked.
  package var corrections: String? {
    procedures.isEmpty ? nil : (["format: 1", "procedures:"] + procedures).joined(separator: "\n") + "\n"
  }

  /// `retention.csv`: the lines that the kinds refer to, without any period.
  package var retention: String {
    (["kind,period,starts,basis,verified_by,verified_on"] + ownRetention).joined(separator: "\n") + "\n"
  }
}

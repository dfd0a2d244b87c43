internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// A case before it is submitted: what is asked, with the old values as the books hold them.
struct CaseDraft {
  private let request: OpenCaseAction.Request
  private let rulebook: Rulebook
  private let person: Person
  private let date: SchoolDate
  private let evidence: [(name: String, bytes: [UInt8])]
  private let text: (name: String, bytes: [UInt8])?
  let folder: CaseFolder
  let targets: [CorrectionCase.Target]
  let cells: [CorrectionCase.Cell]

  /// - Throws: where a record, cell or file is not there.
  init(
    _ request: OpenCaseAction.Request, rulebook: Rulebook, base: CommitSnapshot, workspace: Workspace, person: Person
  ) throws {
    self.request = request
    self.rulebook = rulebook
    self.person = person
    date = workspace.moment(rulebook).date
    let paths = try request.records.map { text in
      guard let path = try workspace.path(text), try base.entry(at: path)?.isFile == true else {
        throw Problem(.noSuchFile, ["path": text])
      }
      return path
    }
    guard let first = paths.first, Set(paths).count == paths.count else {
      throw Problem(.missingOption, ["option": "PATH"])
    }
    folder = try Self.folder(request, first, date, rulebook, base)
    evidence = try request.evidence.map { try Self.file($0, in: workspace) }
    guard !evidence.isEmpty else { throw Problem(.missingOption, ["option": "--evidence"]) }
    let asked = try Self.cells(request, paths, workspace)
    var cells: [CorrectionCase.Cell] = []
    var targets: [CorrectionCase.Target] = []
    var text: (name: String, bytes: [UInt8])?
    for path in paths {
      guard let (kind, place) = rulebook.kind(at: path), let entry = try base.entry(at: path),
        let bytes = try base.bytes(at: path)
      else { throw Problem(.noProcedure, ["path": path.text]) }
      let new: [UInt8]
      if kind.hasCells {
        let own = asked.filter { $0.path == path }
        guard !own.isEmpty else { throw Problem(.missingOption, ["option": "--cell \(path):KEY:COLUMN=NEW"]) }
        let table = workspace.reader.record(at: path, kind: kind, place: place, bytes: bytes, report: { _ in })?.table
        let found = try own.map { try Self.cell($0, in: table, kind, reason: request.reason) }
        cells += found
        do { new = try CellReplacement.bytes(of: bytes, replacing: found, key: kind.primaryKey ?? "") } catch {
          throw Problem(.noSuchCell, ["cell": error.cell.map { "\($0.key):\($0.column)" } ?? path.text])
        }
      } else {
        guard let name = request.text, text == nil else { throw Problem(.missingOption, ["option": "--text"]) }
        new = try Self.file(name, in: workspace).bytes
        text = ("ban-moi-\(path.name)", new)
      }
      let id = try SchoolStore.blobID(of: new)
      guard id != entry.id else { throw Problem(.nothingToSubmit) }
      targets.append(CorrectionCase.Target(path: path, old: entry.id, new: id))
    }
    self.targets = targets
    self.cells = cells
    self.text = text
  }

  private static func folder(
    _ request: OpenCaseAction.Request, _ first: RecordPath, _ date: SchoolDate, _ rulebook: Rulebook,
    _ base: CommitSnapshot
  ) throws -> CaseFolder {
    let year = rulebook.school.year
    let stem = first.components.dropFirst(2).joined(separator: "-").split(separator: ".").first.map(String.init) ?? ""
    // A slug has sixty bytes at most, the date with it.
    let name = request.name ?? Slug.text(of: "\(date) \(Slug.text(of: stem).prefix(46))")
    for number in 1...99 {
      guard let folder = CaseFolder(year: year, name: number == 1 ? name : "\(name)-\(number)"),
        Slug.text(of: name) == name
      else { throw Problem(.invalidOption, ["option": "--name"]) }
      if try base.entry(at: folder.path) == nil { return folder }
      if request.name != nil { throw Problem(.recordExists, ["path": folder.path.text]) }
    }
    throw Problem(.invalidOption, ["option": "--name"])
  }

  /// A file anywhere on the disk, under a name that a record may have.
  private static func file(_ text: String, in workspace: Workspace) throws -> (name: String, bytes: [UInt8]) {
    let absolute = text.hasPrefix("/") ? text : workspace.folder + "/" + text
    guard FileSystem.kind(at: absolute) == .file else { throw Problem(.noSuchFile, ["path": text]) }
    let name = absolute.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    let stem = Slug.text(of: parts.dropLast().joined(separator: "-"))
    let ending = parts.count > 1 ? parts.last?.lowercased() ?? "" : ""
    return ("\(stem.isEmpty ? "minh-chung" : stem).\(ending)", try FileSystem.read(absolute))
  }

  private typealias Asked = (path: RecordPath, key: String, column: String, new: String)

  private static func cells(
    _ request: OpenCaseAction.Request, _ paths: [RecordPath], _ workspace: Workspace
  ) throws -> [Asked] {
    try request.cells.map { text in
      let problem = Problem(.noSuchCell, ["cell": text])
      guard let equals = text.firstIndex(of: "=") else { throw problem }
      let parts = text[..<equals].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let new = String(text[text.index(after: equals)...])
      guard parts.count == 3 || (parts.count == 2 && paths.count == 1) else { throw problem }
      let path = parts.count == 2 ? paths[0] : try workspace.path(parts[0])
      guard let path, paths.contains(path) else { throw problem }
      return (path, parts[parts.count - 2], parts[parts.count - 1], new)
    }
  }

  /// The cell with its present value.
  private static func cell(
    _ asked: Asked, in table: Table?, _ kind: Kind, reason: String
  ) throws(Problem) -> CorrectionCase.Cell {
    guard let table, let keys = kind.primaryKey.flatMap({ table.column(named: $0) }),
      let column = table.column(named: asked.column), asked.column != kind.primaryKey,
      let row = table.rows.first(where: { keys < $0.cells.count && $0.cells[keys].hasSameBytes(as: asked.key) }),
      column < row.cells.count, !row.cells[column].hasSameBytes(as: asked.new)
    else { throw Problem(.noSuchCell, ["cell": "\(asked.key):\(asked.column)"]) }
    return CorrectionCase.Cell(
      path: asked.path, key: asked.key, column: asked.column, old: row.cells[column], new: asked.new, reason: reason)
  }

  // MARK: files

  /// The files of the case.
  func files(by procedure: CorrectionProcedure) throws -> [RecordPath: [UInt8]?] {
    var files: [RecordPath: [UInt8]?] = [:]
    func put(_ path: RecordPath, _ text: String) { files.updateValue(Array(text.utf8), forKey: path) }
    put(folder.minutes, try minutes(procedure))
    put(
      folder.records,
      CellReplacement.line(CorrectionCase.recordColumns)
        + targets.map { CellReplacement.line([$0.path.text, $0.old.hexadecimal, $0.new.hexadecimal]) }.joined())
    if !cells.isEmpty {
      let lines = cells.map {
        CellReplacement.line([$0.path.text, $0.key, $0.column, $0.old, $0.new, $0.reason])
      }
      put(folder.cells, CellReplacement.line(CorrectionCase.cellColumns) + lines.joined())
    }
    for file in evidence + [text].compactMap(\.self) {
      let path = try folder.attachments.appending(file.name)
      guard files[path] == nil else { throw Problem(.recordExists, ["path": path.text]) }
      files.updateValue(file.bytes, forKey: path)
    }
    return files
  }

  private func minutes(_ procedure: CorrectionProcedure) throws(Problem) -> String {
    guard let (kind, place) = rulebook.kind(at: folder.minutes) else {
      throw Problem(
        .unknownKind, ["kind": "correction-minutes", "known": rulebook.kinds.map(\.id).joined(separator: ", ")])
    }
    var values = request.fields
    values[CorrectionCase.requesterField] = person.id
    values[CorrectionCase.procedureField] = procedure.id
    values[CorrectionCase.foundField] = values[CorrectionCase.foundField] ?? date.description
    values["nguoi-phat-hien"] = request.foundBy ?? person.name
    let language = rulebook.school.language
    let template = RecordTemplate(kind: kind, place: place, values: values, rulebook: rulebook).text
    let fence = template.firstRange(of: "\n---\n")?.upperBound ?? template.startIndex
    // What may be left out and was not said would only be an empty line.
    let head = template[..<fence].split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasSuffix(":") }
      .joined(separator: "\n")
    let title = Localized(vi: "Biên bản chỉnh sửa dữ liệu", en: "Correction minutes")(language)
    let sections = kind.sections.enumerated().map { index, section in
      let marks = String(repeating: "#", count: section.level)
      return "\(marks) \(section.title)\n\n\(index < bodies.count ? bodies[index] : "…")\n"
    }
    return head + "\n# \(title): \(targets.map { name(of: $0.path) }.joined(separator: ", "))\n\n"
      + sections.joined(separator: "\n")
  }

  /// What a person calls the record: its kind, and the class whose it is.
  private func name(of path: RecordPath) -> String {
    guard let (kind, place) = rulebook.kind(at: path) else { return path.text }
    let schoolClass = place[.schoolClass].map { rulebook.classes[$0]?.title ?? $0 }
    return [kind.title(rulebook.school.language), schoolClass].compactMap(\.self).joined(separator: " · ")
  }

  /// What stands in the sections: the reason, what is corrected, the evidence.
  private var bodies: [String] {
    let up = String(repeating: "../", count: folder.path.components.count)
    let records = targets.map { "- [\($0.path)](\(up)\($0.path))" }.joined(separator: "\n")
    let language = rulebook.school.language
    let list = Localized(vi: "Các ô được sửa:", en: "The cells to correct:")(language)
    let content =
      text.map { "- [\($0.name)](\(AttachmentRule.folder)/\($0.name))" }
      ?? "\(list) [\(CaseFolder.cellsName)](\(CaseFolder.cellsName))"
    let proofs = evidence.map { "- [\($0.name)](\(AttachmentRule.folder)/\($0.name))" }.joined(separator: "\n")
    return [request.reason, records + "\n\n" + content, proofs]
  }
}

internal import GitObjects

extension CorrectionCase {
  /// Reads the case in `folder` as it lies in `snapshot`; nil where a fault, which is reported, leaves nothing to judge.
  package static func read(
    _ folder: CaseFolder, in snapshot: any Snapshot, by rulebook: Rulebook, reader: any RecordReading,
    report: (Diagnostic) -> Void
  ) throws -> CorrectionCase? {
    let files = CaseFiles(folder: folder, snapshot: snapshot, rulebook: rulebook, reader: reader)
    var faults: [Diagnostic] = []
    defer { faults.forEach(report) }
    func fault(_ path: RecordPath, _ detail: String, line: Int? = nil) {
      faults.append(Diagnostic(.correctionForm, path: path.text, line: line, facts: ["detail": detail]))
    }
    guard let minutes = try files.record(at: folder.minutes) else {
      fault(folder.minutes, try snapshot.entry(at: folder.minutes) == nil ? "missing" : "unreadable")
      return nil
    }
    guard let rows = try files.rows(at: folder.records, recordColumns), !rows.isEmpty else {
      fault(folder.records, try snapshot.entry(at: folder.records) == nil ? "missing" : "unreadable")
      return nil
    }
    var cellRows: [Table.Row] = []
    if try snapshot.entry(at: folder.cells) != nil {
      guard let rows = try files.rows(at: folder.cells, cellColumns) else {
        fault(folder.cells, "unreadable")
        return nil
      }
      cellRows = rows
    }
    guard rows.count <= mostRecords, cellRows.count <= mostCells else {
      fault(rows.count > mostRecords ? folder.records : folder.cells, "too-many")
      return nil
    }
    let fields = Dictionary(minutes.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard let requester = fields[requesterField], !requester.isEmpty, let procedure = fields[procedureField] else {
      fault(folder.minutes, "fields")
      return nil
    }
    let targets = rows.compactMap { row -> Target? in
      guard let path = try? RecordPath(row.cells[0]), let old = ObjectID(hexadecimal: row.cells[1]),
        let new = ObjectID(hexadecimal: row.cells[2]), old != new
      else {
        fault(folder.records, "record", line: row.line)
        return nil
      }
      return Target(path: path, old: old, new: new, line: row.line)
    }
    let cells = cellRows.compactMap { row -> Cell? in
      guard let path = try? RecordPath(row.cells[0]) else {
        fault(folder.cells, "path", line: row.line)
        return nil
      }
      return Cell(
        path: path, key: row.cells[1], column: row.cells[2], old: row.cells[3], new: row.cells[4], reason: row.cells[5],
        line: row.line)
    }
    let attachments = try files.attachments()
    let used = Set(targets.filter { target in !cells.contains { $0.path == target.path } }.map(\.new))
    let texts = attachments.filter { $0.isText && used.contains($0.id) }
    let read = CorrectionCase(
      folder: folder, title: minutes.title ?? "", requester: requester, procedure: procedure, fields: fields,
      records: targets.sorted { $0.path < $1.path }, cells: cells,
      evidence: attachments.filter { !$0.isText }.map(\.path).sorted(),
      texts: Dictionary(texts.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first }))
    faults += read.formFaults(under: rulebook)
    return faults.isEmpty ? read : nil
  }

  /// What does not fit together, whatever the records hold.
  private func formFaults(under rulebook: Rulebook) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    func fault(_ path: RecordPath, _ detail: String, _ line: Int) {
      faults.append(Diagnostic(.correctionForm, path: path.text, line: line, facts: ["detail": detail]))
    }
    var seen: Set<RecordPath> = []
    for target in records {
      let own = cells(of: target.path)
      if !seen.insert(target.path).inserted { fault(folder.records, "twice", target.line) }
      guard CaseFolder(containing: target.path) == nil, let (kind, _) = rulebook.kind(at: target.path) else {
        fault(folder.records, "no-record", target.line)
        continue
      }
      if kind.hasCells {
        if own.isEmpty { fault(folder.records, "no-cells", target.line) }
      } else {
        if texts[target.new] == nil { fault(folder.records, "no-text", target.line) }
        if let cell = own.first { fault(folder.cells, "no-book", cell.line) }
      }
      for cell in own where kind.hasCells {
        if cell.column.hasSameBytes(as: kind.primaryKey ?? "") { fault(folder.cells, "key-column", cell.line) }
        if kind.field(named: cell.column) == nil { fault(folder.cells, "column", cell.line) }
        if cell.old.hasSameBytes(as: cell.new) { fault(folder.cells, "same-value", cell.line) }
      }
    }
    for (index, cell) in cells.enumerated() {
      if !seen.contains(cell.path) { fault(folder.cells, "not-listed", cell.line) }
      let isTwin = cells[..<index].contains {
        $0.path == cell.path && $0.key.hasSameBytes(as: cell.key) && $0.column.hasSameBytes(as: cell.column)
      }
      if isTwin { fault(folder.cells, "twice", cell.line) }
    }
    if evidence.isEmpty { faults.append(Diagnostic(.correctionEvidence, path: folder.attachments.text)) }
    return faults
  }
}

/// The files of a case in one tree.
struct CaseFiles {
  let folder: CaseFolder
  let snapshot: any Snapshot
  let rulebook: Rulebook
  let reader: any RecordReading

  /// The record at `path`; nil where there is none that can be read without a fault.
  func record(at path: RecordPath) throws -> Record? {
    guard let (kind, place) = rulebook.kind(at: path), let bytes = try snapshot.bytes(at: path) else { return nil }
    var isSound = true
    let record = reader.record(at: path, kind: kind, place: place, bytes: bytes) { fault in
      if fault.severity == .error { isSound = false }
    }
    return isSound ? record : nil
  }

  /// The rows of the list at `path`, which has exactly `columns`; nil where it has not or cannot be read.
  func rows(at path: RecordPath, _ columns: [String]) throws -> [Table.Row]? {
    guard let table = try record(at: path)?.table, table.header == columns,
      table.rows.allSatisfy({ $0.cells.count == columns.count })
    else { return nil }
    return table.rows
  }

  /// The files of the folder ``AttachmentRule/folder``, and whether each is a text.
  func attachments() throws -> [(path: RecordPath, id: ObjectID, isText: Bool)] {
    try snapshot.entries(in: folder.attachments).compactMap { entry in
      guard entry.isFile, let path = try? folder.attachments.appending(String(decoding: entry.name, as: UTF8.self))
      else { return nil }
      return (path, try snapshot.entry(at: path)?.id ?? entry.id, AttachmentRule.ending(of: path) == "md")
    }
  }
}

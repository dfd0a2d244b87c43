internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso server restore DIR --from COPY`: a new server from a mirror, a backup or the fullest clone.
package struct RestoreAction {
  /// What was made.
  package struct Report: Sendable {
    package let folder: String
    /// The fingerprint of the server's key.
    package let fingerprint: String
    /// Whether that key is a new one, which a receipt now names.
    package let isNewKey: Bool
    /// Where the chain stands.
    package let head: JournalHead?
  }

  private let folder: String
  private let source: String
  private let keyFile: String?
  private let witness: JournalHead?
  private let program: String
  private let now: Int64
  private let hasSimulatedClock: Bool

  /// `source` is a path or an address; `keyFile` the old server's key, where it was saved; `witness` a line of the
  /// minutes that the copy must hold.
  package init(
    folder: String, from source: String, keyFile: String?, witness: JournalHead?, program: String, now: Int64,
    hasSimulatedClock: Bool = false
  ) {
    self.folder = folder
    self.source = source
    self.keyFile = keyFile
    self.witness = witness
    self.program = program
    self.now = now
    self.hasSimulatedClock = hasSimulatedClock
  }

  package func perform() async throws -> Report {
    guard FileSystem.kind(at: folder) == nil else { throw Problem(.targetExists, ["path": folder]) }
    let source = FileSystem.real(source) ?? source
    let keyFile = keyFile.map { FileSystem.real($0) ?? $0 }
    try FileSystem.makeFolders(folder)
    let folder = FileSystem.real(folder) ?? folder
    do {
      return try await fill(folder, from: source, keyFile)
    } catch {
      try? FileSystem.remove(folder)
      throw error
    }
  }

  private func fill(_ folder: String, from source: String, _ keyFile: String?) async throws -> Report {
    try await ServerSettings.prepare(folder, hasSimulatedClock: hasSimulatedClock)
    try await fetch(into: folder, from: source)
    let store = try SchoolStore(at: folder)
    let workspace = Workspace(store: store, folder: folder, now: now)
    let verification = try VerifyAction(witness: witness).perform(in: workspace)
    if let fault = verification.faults.first {
      throw Problem(.notRestorable, ["detail": "\(fault.place) [\(fault.diagnostic.id.rawValue)]"])
    }
    let key = folder + "/" + SchoolServer.keyFile
    if let keyFile {
      try FileSystem.replace(key, with: try FileSystem.read(keyFile))
      try FileSystem.setMode(0o600, at: key)
    } else {
      try await Tool.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "hoso journal", "-f", key])
    }
    let rulebook = try store.rulebook(at: try store.existingTip())
    let server = try SchoolServer(store, offset: rulebook.school.offset)
    let own = try server.ownKey()
    let isNew = try own != server.listedKey()
    if isNew {
      // Another key than the chain's, given by hand, is a mistake.
      if let keyFile { throw Problem(.noServerKey, ["path": keyFile]) }
      try server.requireOrder(at: workspace.moment(rulebook))
      try server.noteRestoration(at: workspace.moment(rulebook), under: rulebook)
    }
    // The hooks come last: until then nobody can push.
    try ServerSettings.writeHooks(in: folder, program: program)
    try FileSystem.syncAll(below: folder)
    let head = try Journal(of: store, offset: rulebook.school.offset).witness()
    let blob = own.split(separator: " ").last.map(String.init) ?? ""
    return Report(folder: folder, fingerprint: Fingerprint.of(blob), isNewKey: isNew, head: head)
  }

  /// Brings `main`, the journal and the decisions: from a mirror as it stands, from a clone what it had from the server.
  private func fetch(into folder: String, from source: String) async throws {
    let environment = ["GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1"]
    let list = try await Tool.result(
      "git", ["-C", folder, "ls-remote", "--refs", "--quiet", source], environment: environment, limit: 1 << 26)
    guard list.isSuccess else {
      let detail = list.errors.split(separator: "\n").first.map(String.init)
      throw Problem(.notRestorable, ["detail": detail ?? source])
    }
    let names = Set(list.output.split(separator: "\n").compactMap { $0.split(separator: "\t").last.map(String.init) })
    guard
      let place = ["refs/heads/", "refs/remotes/origin/"].first(where: {
        names.contains($0 + "main") && names.contains($0 + "journal")
      })
    else { throw Problem(.notRestorable, ["detail": "refs/heads/journal"]) }
    // Decisions that a clone has not sent are not the server's.
    let outbox = "refs/hoso/outbox/"
    let unsent = names.filter { $0.hasPrefix(outbox) }.map { "^refs/tags/" + $0.dropFirst(outbox.count) }
    try await Tool.run(
      "git",
      [
        "-C", folder, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", source,
        "\(place)main:\(SchoolStore.branch)", "\(place)journal:\(Journal.branch)", "refs/tags/*:refs/tags/*",
      ] + unsent.sorted(), environment: environment)
  }
}

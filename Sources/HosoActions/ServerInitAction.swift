internal import HosoCore
internal import GitObjects
internal import HosoStore

/// `hoso server init DIR --from SCHOOL`: the school's repository on a server, with safe settings, hooks and a journal.
package struct ServerInitAction {
  /// What was made.
  package struct Report: Sendable {
    package let folder: String
    /// The fingerprint of the server's key, to be kept on paper.
    package let fingerprint: String
    package let receipts: Int
  }

  private let folder: String
  private let source: String
  private let program: String
  private let now: Int64
  private let hasSimulatedClock: Bool

  /// `source` is a repository with the school's rules; `program` is the path of hoso that the hooks call.
  package init(folder: String, from source: String, program: String, now: Int64, hasSimulatedClock: Bool = false) {
    self.folder = folder
    self.source = source
    self.program = program
    self.now = now
    self.hasSimulatedClock = hasSimulatedClock
  }

  package func perform() async throws -> Report {
    guard FileSystem.kind(at: folder) == nil else { throw Problem(.targetExists, ["path": folder]) }
    guard let source = FileSystem.real(source) else { throw Problem(.noSuchFile, ["path": source]) }
    _ = try SchoolStore(at: source).existingTip()
    try FileSystem.makeFolders(folder)
    let folder = FileSystem.real(folder) ?? folder
    do {
      return try await fill(folder, from: source)
    } catch {
      try? FileSystem.remove(folder)
      throw error
    }
  }

  private func fill(_ folder: String, from source: String) async throws -> Report {
    try await ServerSettings.prepare(folder, hasSimulatedClock: hasSimulatedClock)
    let environment = ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"]
    func git(_ arguments: [String]) async throws {
      try await Tool.run("git", ["-C", folder] + arguments, environment: environment)
    }
    try await git(["fetch", "--quiet", "--no-tags", source, "main:main", "refs/tags/*:refs/tags/*"])
    let key = folder + "/" + SchoolServer.keyFile
    try await Tool.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "hoso journal", "-f", key])
    let store = try SchoolStore(at: folder)
    let workspace = Workspace(store: store, folder: folder, now: now)
    let verification = try VerifyAction(expectsJournal: false).perform(in: workspace)
    if let fault = verification.faults.first {
      throw Problem(.unsoundSource, ["path": source, "place": fault.place, "id": fault.diagnostic.id.rawValue])
    }
    let rulebook = try store.rulebook(at: try store.existingTip())
    let server = try SchoolServer(store, offset: rulebook.school.offset)
    let count = try server.adopt(at: workspace.moment(rulebook), under: rulebook)
    // The hooks come last: until then nobody can push, and nothing would be judged half.
    try ServerSettings.writeHooks(in: folder, program: program)
    try FileSystem.syncAll(below: folder)
    let publicKey = String(decoding: try FileSystem.read(key + ".pub"), as: UTF8.self)
    let parts = publicKey.split(separator: " ")
    return Report(
      folder: folder, fingerprint: parts.count > 1 ? Fingerprint.of(String(parts[1])) : "", receipts: count)
  }
}

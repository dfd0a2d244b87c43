package import HosoCore
internal import HosoGit

extension Checkup {
  /// Mends what `check` found, where that can lose nothing; `program` is the path of hoso for the hooks.
  ///
  /// - Returns: false where it must not be mended now, such as a lock while a push is under way.
  package func repair(_ check: Check, program: String) async throws -> Bool {
    switch check.id {
    case .settings:
      guard let name = check.facts["name"], let value = check.facts["needed"] else { return false }
      try await Tool.run("git", ["config", "--file", path("config"), "--replace-all", name, value])
    case .foreignSetting:
      guard let name = check.facts["name"], !name.hasPrefix("include") else { return false }
      try await Tool.run("git", ["config", "--file", path("config"), "--unset-all", name])
    case .hooks, .hookProgram: try ServerSettings.writeHooks(in: store.gitFolder, program: program)
    case .keyModes:
      guard let file = check.facts["path"], let mode = check.facts["needed"].flatMap({ UInt32($0, radix: 8) }) else {
        return false
      }
      try FileSystem.setMode(mode, at: file)
    case .folders:
      for name in ServerSettings.folders { try FileSystem.makeFolders(path(name)) }
      try ParallelSync.sync([store.gitFolder, path("objects"), path("refs"), path("hoso")])
    case .worldWritable:
      for file in try exposed() {
        if let mode = FileSystem.mode(at: file) { try FileSystem.setMode(mode & ~0o002, at: file) }
      }
    case .staleLocks:
      guard place == .server, let alone = try FileLock(path("hoso/pushing"), waits: false) else { return false }
      defer { alone.release() }
      try SchoolServer(store, offset: offset).sweep()
      if let file = check.facts["path"], FileSystem.kind(at: file) == .file { try FileSystem.removeFile(file) }
    case .intents:
      guard place == .server, let alone = try FileLock(path("hoso/pushing"), waits: false) else { return false }
      defer { alone.release() }
      try SchoolServer(store, offset: offset).forgetDeadIntents()
    default: return false
    }
    return true
  }
}

extension ServerSettings {
  /// Writes the hooks of the repository at `folder`; `program` is the path of hoso.
  package static func writeHooks(in folder: String, program: String) throws(Problem) {
    try FileSystem.makeFolders(folder + "/hooks")
    for (name, text) in hooks(program: program) {
      try FileSystem.replace("\(folder)/hooks/\(name)", with: Array(text.utf8))
      try FileSystem.setMode(0o755, at: "\(folder)/hooks/\(name)")
    }
  }
}

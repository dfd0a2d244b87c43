internal import HosoCore

extension ServerSettings {
  /// Makes an empty server's repository in the folder: settings and folders, no hooks, no key.
  package static func prepare(_ folder: String, hasSimulatedClock: Bool) async throws {
    let environment = ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"]
    func git(_ arguments: [String]) async throws {
      try await Tool.run("git", ["-C", folder] + arguments, environment: environment)
    }
    try await git(["init", "--quiet", "--bare", "--initial-branch=main", "."])
    for setting in all { try await git(["config", setting.name, setting.value]) }
    if hasSimulatedClock { try await git(["config", "hoso.simulatedClock", "true"]) }
    for name in folders { try FileSystem.makeFolders(folder + "/" + name) }
    try FileSystem.setMode(0o700, at: folder + "/hoso")
  }
}

internal import HosoCore

extension SchoolServer {
  /// How much lies about.
  package struct Size: Sendable, Hashable {
    /// Objects in files of their own.
    package let looseObjects: Int
    package let packs: Int
    /// References in files of their own.
    package let looseReferences: Int
  }

  /// Counts loose objects, packs and loose references.
  package func size() throws -> Size {
    var loose = 0
    for name in try names(in: "objects") where name.utf8.count == 2 { loose += try names(in: "objects/" + name).count }
    var references = 0
    try Checkup.walk(path("refs")) { if FileSystem.kind(at: $0) == .file { references += 1 } }
    return Size(looseObjects: loose, packs: try packs().count, looseReferences: references)
  }

  /// Packs all objects and references, while no push is under way; nothing is lost, not even what nothing names.
  ///
  /// What is packed is on the disk, with its folder, before the files that held it are removed: git's own `gc` does both
  /// in one step, and a power cut in between may lose either.
  package func pack() async throws {
    let old = try packs()
    let made = try await git(
      [
        "pack-objects", "--all", "--reflog", "--keep-unreachable", "--pack-loose-unreachable", "--non-empty",
        "--delta-base-offset", "--quiet", store.gitFolder + "objects/pack/pack",
      ])
    if let name = made.split(separator: "\n").last.map({ "pack-\($0)" }) {
      let files = try names(in: "objects/pack").filter { $0.hasPrefix(name + ".") }.map { path("objects/pack/" + $0) }
      try ParallelSync.sync(files + [path("objects/pack")])
      _ = try await git(["verify-pack", path("objects/pack/\(name).idx")])
      _ = try await git(["prune-packed", "--quiet"])
      let index = try PackIndex(path("objects/pack/\(name).idx"))
      for pack in old where pack != name {
        guard FileSystem.kind(at: path("objects/pack/\(pack).keep")) == nil,
          index.holds(try PackIndex(path("objects/pack/\(pack).idx")))
        else { continue }
        // The index goes first: without it the pack is not looked at.
        for end in ["idx", "pack", "rev", "bitmap", "mtimes"] {
          try FileSystem.removeFile(path("objects/pack/\(pack).\(end)"))
        }
      }
    }
    _ = try await git(["pack-refs", "--all", "--no-prune"])
    try ParallelSync.sync([path("packed-refs"), store.gitFolder])
    _ = try await git(["pack-refs", "--all", "--prune"])
    // Git takes empty folders away; the next push must find them on the disk.
    for name in ServerSettings.folders { try FileSystem.makeFolders(path(name)) }
    try ParallelSync.sync([store.gitFolder] + ["objects", "objects/pack", "refs", "refs/heads", "refs/tags"].map(path))
  }

  private func packs() throws -> [String] {
    try names(in: "objects/pack").filter { $0.hasPrefix("pack-") && $0.hasSuffix(".idx") }.map {
      String($0.dropLast(4))
    }
  }

  private func git(_ arguments: [String]) async throws(Problem) -> String {
    try await Tool.run(
      "git", ["-C", store.gitFolder, "-c", "core.fsync=all", "-c", "core.fsyncMethod=fsync"] + arguments,
      environment: ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_NO_REPLACE_OBJECTS": "1"])
  }
}

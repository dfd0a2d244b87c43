package import HosoCore
internal import HosoGit

/// Looks a repository over: the machine it stands on, its settings, files and journal. Each part answers in checks.
package struct Checkup {
  /// What the repository is.
  package enum Place: Sendable { case server, mirror, clone }

  package let store: SchoolStore
  let now: Int64
  let offset: Int

  /// `now` is in seconds since 1970, `offset` the school's zone in minutes east of UTC.
  package init(of store: SchoolStore, now: Int64, offset: Int) {
    self.store = store
    self.now = now
    self.offset = offset
  }

  func path(_ name: String) -> String { store.gitFolder + name }

  /// What the repository is: a server has its key, a mirror the journal alone, all else is a clone.
  package var place: Place {
    if FileSystem.kind(at: path(SchoolServer.keyFile)) != nil || FileSystem.kind(at: path("hoso/intents")) != nil {
      return .server
    }
    return store.workingTreeFolder == nil && (try? store.isServerSide()) == true ? .mirror : .clone
  }
}

extension Checkup {
  // MARK: the machine

  /// The programs and the library that hoso stands on.
  package func programs() async throws -> [Check] {
    [try await git(), library(), try await package(), try await openSSH()].compactMap(\.self)
  }

  private func git() async throws -> Check {
    guard let text = try? await Tool.run("git", ["--version"]) else {
      return Check(.gitVersion, .failure, ["needed": "2.36"])
    }
    return Self.version(.gitVersion, in: text, atLeast: [2, 36])
  }

  private func library() -> Check {
    Self.version(.libgit2Version, in: Repository.libraryVersion, atLeast: [1, 5])
  }

  private func openSSH() async throws -> Check {
    // Validity times in allowed_signers came with 8.8.
    guard let text = try? await Tool.result("ssh", ["-V"]) else {
      return Check(.openSSHVersion, .failure, ["needed": "8.8"])
    }
    return Self.version(.openSSHVersion, in: text.errors, atLeast: [8, 8])
  }

  /// Debian 12 mended faults in libgit2 without another number of libgit2's own.
  private func package() async throws -> Check? {
    guard Repository.libraryVersion.hasPrefix("1.5.") else { return nil }
    var version = Repository.libraryPackage
    if version == nil {
      let list = try? await Tool.result("dpkg-query", ["-W", "-f=${Version}", "libgit2-1.5"])
      version = list?.output
    }
    guard let version, !version.isEmpty else { return nil }
    let needed = "1.5.1+ds-1+deb12u2"
    let isNew = try? await Tool.result("dpkg", ["--compare-versions", version, "ge", needed])
    let facts = ["version": version, "needed": needed]
    return Check(.libgit2Package, isNew?.isSuccess == true ? .ok : .failure, facts)
  }

  /// Compares the first `1.2.3` in `text`.
  package static func version(_ id: Check.ID, in text: String, atLeast needed: [Int]) -> Check {
    let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let found = digits.split(separator: ".").compactMap { Int($0) }
    let facts = [
      "version": found.map(String.init).joined(separator: "."),
      "needed": needed.map(String.init).joined(separator: "."),
    ]
    return Check(id, !found.isEmpty && !found.lexicographicallyPrecedes(needed) ? .ok : .failure, facts)
  }

  /// The disk: its kind, its room.
  package func disk() -> [Check] {
    var checks: [Check] = []
    let type = FileSystem.type(holding: store.gitFolder) ?? "?"
    checks.append(Check(.fileSystem, FileSystem.isRemote(type) ? .warning : .ok, ["type": type]))
    if let free = FileSystem.freeSpace(at: store.gitFolder) {
      checks.append(
        Check(
          .diskSpace, free < 16 << 20 ? .failure : free < 1 << 30 ? .warning : .ok,
          ["path": store.gitFolder, "free": "\(free >> 20) MB"]))
    }
    if let files = FileSystem.freeFiles(at: store.gitFolder) {
      checks.append(
        Check(
          .diskFiles, files < 64 ? .failure : files < 10_000 ? .warning : .ok,
          ["path": store.gitFolder, "free": "\(files)"]))
    }
    return checks
  }
}

extension Checkup {
  // MARK: any repository

  /// What makes git show another history than the objects hold, or take objects from elsewhere.
  package func foreignHistory() throws -> [Check] {
    var found: [String] = []
    for file in ["objects/info/alternates", "objects/info/http-alternates", "info/grafts", "shallow"]
    where FileSystem.size(at: path(file)) ?? 0 > 0 { found.append(file) }
    found += try replaced()
    if found.isEmpty { return [Check(.foreignHistory, .ok)] }
    return found.map { Check(.foreignHistory, .failure, ["path": path($0)]) }
  }

  private func replaced() throws(Problem) -> [String] {
    do { return try store.repository.references(below: "refs/replace/").map { $0.name } } catch {
      throw Problem(git: error)
    }
  }

  /// What anybody on this machine may change.
  package func permissions() throws -> [Check] {
    let found = try exposed()
    if found.isEmpty { return [Check(.worldWritable, .ok)] }
    return found.prefix(20).map { Check(.worldWritable, .failure, ["path": $0]) }
  }

  /// The paths that anybody may write to.
  func exposed() throws -> [String] {
    var paths = ["", "HEAD", "config", "packed-refs", "objects", "objects/info", "objects/pack", "hooks", "refs"]
      .map(path)
    for folder in ["hooks", "refs", "hoso"] { try Self.walk(path(folder)) { paths.append($0) } }
    for digit in ServerSettings.folders where digit.hasPrefix("objects/") { paths.append(path(digit)) }
    return paths.filter { path in
      FileSystem.kind(at: path) != .symbolicLink && FileSystem.mode(at: path).map { $0 & 0o002 != 0 } == true
    }
  }

  /// Calls `body` for all below `folder`.
  static func walk(_ folder: String, _ body: (String) -> Void) throws {
    guard FileSystem.kind(at: folder) == .folder else { return }
    for name in try FileSystem.names(in: folder) {
      let inner = folder + "/" + String(decoding: name, as: UTF8.self)
      body(inner)
      if FileSystem.kind(at: inner) == .folder { try walk(inner, body) }
    }
  }

  /// Lock files and unfinished objects that no running program can own any more.
  package func staleLocks() throws -> [Check] {
    var found: [String] = []
    try Self.walk(path("refs")) { if $0.hasSuffix(".lock") { found.append($0) } }
    for name in ["HEAD.lock", "packed-refs.lock", "config.lock", "index.lock"] { found.append(path(name)) }
    for name in try FileSystem.names(in: path("objects")).map({ String(decoding: $0, as: UTF8.self) })
    where name.hasPrefix("tmp_objdir-") { found.append(path("objects/" + name)) }
    let old = found.filter { FileSystem.age(of: $0).map { $0 > Self.patience } ?? false }
    if old.isEmpty { return [Check(.staleLocks, .ok)] }
    return old.map { Check(.staleLocks, .warning, ["path": $0]) }
  }

  /// Seconds for which a lock file may be a running program's.
  private static let patience: Int64 = 600

  /// Every object, by `git fsck --full --strict`.
  package func objects() async throws -> [Check] {
    let result = try await Tool.result(
      "git", ["-C", store.gitFolder, "fsck", "--full", "--strict", "--no-dangling", "--no-progress"],
      environment: ["LC_ALL": "C", "GIT_NO_REPLACE_OBJECTS": "1"])
    let lines = (result.output + result.errors).split(separator: "\n").map(String.init)
    if result.isSuccess, lines.isEmpty { return [Check(.objects, .ok)] }
    if lines.isEmpty { return [Check(.objects, .failure, ["detail": "git fsck"])] }
    return lines.prefix(20).map { Check(.objects, result.isSuccess ? .warning : .failure, ["detail": $0]) }
  }
}

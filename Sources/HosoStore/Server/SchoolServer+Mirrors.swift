package import HosoCore
internal import GitObjects
internal import HosoGit

extension SchoolServer {
  private static let mirrorStates = "hoso/mirrors"
  /// A mirror has no hooks, and nobody but the server pushes there: no gate, no receipts of its own.
  private static let ofServerAlone = ["receive.unpackLimit", "receive.procReceiveRefs", "receive.maxInputSize"]

  /// All mirrors, by name.
  package func mirrors() async throws -> [Mirror] {
    let result = try await Tool.result(
      "git", ["config", "--file", path("config"), "-z", "--get-regexp", #"^remote\..*\.(url|hosomirror)$"#])
    var values: [String: String] = [:]
    for entry in result.output.split(separator: "\0") {
      let parts = entry.split(separator: "\n", maxSplits: 1).map(String.init)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    return values.keys.sorted().compactMap { key in
      guard key.hasSuffix(".hosomirror"), values[key] == "true" else { return nil }
      let name = String(key.dropFirst("remote.".count).dropLast(".hosomirror".count))
      guard Mirror.isName(name), let address = values["remote.\(name).url"] else { return nil }
      return Mirror(name: name, address: address, state: state(of: name))
    }
  }

  /// Adds a mirror; a path where nothing lies yet becomes a new repository that refuses what was rewritten.
  package func addMirror(_ name: String, at address: String) async throws -> Mirror {
    guard Mirror.isName(name) else { throw Problem(.invalidOption, ["option": name]) }
    guard Mirror.isAddress(address) else { throw Problem(.invalidOption, ["option": address]) }
    guard try await !mirrors().contains(where: { $0.name == name }) else {
      throw Problem(.targetExists, ["path": name])
    }
    if address.hasPrefix("/"), FileSystem.kind(at: address) == nil {
      try FileSystem.makeFolders(address)
      try await Tool.run("git", ["-C", address, "init", "--quiet", "--bare", "--initial-branch=main", "."])
      for setting in ServerSettings.all where !Self.ofServerAlone.contains(setting.name) {
        try await Tool.run("git", ["-C", address, "config", setting.name, setting.value])
      }
    }
    for (key, value) in [("url", address), ("hosoMirror", "true"), ("skipFetchAll", "true")] {
      try await Tool.run("git", ["config", "--file", path("config"), "remote.\(name).\(key)", value])
    }
    try FileSystem.makeFolders(path(Self.mirrorStates))
    return Mirror(name: name, address: address, state: state(of: name))
  }

  private func state(of name: String) -> Mirror.State {
    let file = path("\(Self.mirrorStates)/\(name)")
    return Mirror.State((try? FileSystem.read(file)).map { String(decoding: $0, as: UTF8.self) } ?? "")
  }

  /// How far `mirror` is behind.
  package func lag(of mirror: Mirror, at now: Int64) throws -> Mirror.Lag {
    guard let last = try journal.last() else { return Mirror.Lag(receipts: 0, isAlarming: false) }
    let count = last.receipt.sequence - mirror.state.receipt
    // More there than here: this server was set back, and what the mirror has must not be lost.
    guard count > 0 else { return Mirror.Lag(receipts: count, isAlarming: count < 0) }
    var oldest = last
    for _ in 1..<max(1, min(count, Mirror.most)) {
      guard let parent = oldest.parent else { break }
      oldest = try journal.entry(parent)
    }
    let isAlarming = count > Mirror.most || now - oldest.receipt.moment.seconds > Mirror.longest
    return Mirror.Lag(receipts: count, isAlarming: isAlarming)
  }

  /// Copies to `mirror` and looks whether it then is equal.
  ///
  /// - Returns: the mirror with its new state; a failure stands in there.
  package func sync(_ mirror: Mirror, at now: Int64) async throws -> Mirror {
    var mirror = mirror
    do {
      mirror.state.receipt = try await copy(to: mirror)
      mirror.state.succeeded = now
      mirror.state.failure = nil
    } catch let problem as Problem {
      mirror.state.failure = problem.facts["detail"] ?? problem.id.rawValue
    }
    try FileSystem.makeFolders(path(Self.mirrorStates))
    try FileSystem.replace(path("\(Self.mirrorStates)/\(mirror.name)"), with: Array(mirror.state.text.utf8))
    return mirror
  }

  /// - Returns: the number of the last receipt that the mirror now has.
  private func copy(to mirror: Mirror) async throws -> Int {
    // The journal first: what it names stands already, whatever is pushed meanwhile.
    guard let head = try journal.head(), let main = try receivedMain() else { throw Problem(.noJournal) }
    let sequence = try journal.entry(head).receipt.sequence
    let tags = try store.decisionTags()
    let result = try await git([
      "push", "--quiet", "--porcelain", mirror.name, "\(main.hexadecimal):\(SchoolStore.branch)",
      "refs/tags/*:refs/tags/*", "\(head.hexadecimal):\(Journal.branch)",
    ])
    guard result.isSuccess else {
      let refused = result.output.split(separator: "\n").filter { $0.hasPrefix("!") }.map { $0.dropFirst(2) }
      let lines = result.errors.split(separator: "\n")
      let line =
        refused.first ?? lines.first { $0.contains("fatal:") || $0.contains("ssh:") } ?? lines.last ?? "git push"
      throw Problem(.mirrorDiffers, ["name": mirror.name, "detail": String(line).replacing("\t", with: " ")])
    }
    let list = try await git(["ls-remote", "--refs", "--quiet", mirror.name], limit: 1 << 26)
    guard list.isSuccess else { throw Problem(.mirrorDiffers, ["name": mirror.name, "detail": "git ls-remote"]) }
    var found: [String: String] = [:]
    for line in list.output.split(separator: "\n") {
      let parts = line.split(separator: "\t").map(String.init)
      if parts.count == 2 { found[parts[1]] = parts[0] }
    }
    let wanted = [(SchoolStore.branch, main), (Journal.branch, head)] + tags.map { ($0.name, $0.id) }
    for (name, id) in wanted where found.removeValue(forKey: name) != id.hexadecimal {
      throw Problem(.mirrorDiffers, ["name": mirror.name, "detail": name])
    }
    // What it has and this server has not may be all that is left of it.
    let later = Set(try store.decisionTags().map(\.name))
    if let extra = found.keys.sorted().first(where: { !later.contains($0) }) {
      throw Problem(.mirrorDiffers, ["name": mirror.name, "detail": "+ \(extra)"])
    }
    return sequence
  }

  private func git(_ arguments: [String], limit: Int = 1 << 20) async throws -> Tool.Result {
    var environment = ["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"]
    let command: String?
    do { command = try store.repository.configuration("core.sshcommand") } catch { throw Problem(git: error) }
    if command == nil {
      environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=30"
    }
    // A mirror that hangs must not stand in the way of the others.
    return try await Tool.result(
      "timeout", ["--kill-after=10", "900", "git", "-C", store.gitFolder] + arguments, environment: environment,
      limit: limit)
  }

  /// Calls `body` while nobody else copies to mirrors; false where somebody waits for that already, who will see all
  /// that stands now.
  package func whileMirroring(isBackground: Bool, _ body: () async throws -> Void) async throws -> Bool {
    let waiting = isBackground ? try FileLock(path("hoso/mirror-waiting"), waits: false) : nil
    if isBackground, waiting == nil { return false }
    let lock = try FileLock(path("hoso/mirroring"))
    defer { lock?.release() }
    waiting?.release()
    try await body()
    return true
  }
}

extension Checkup {
  /// Whether each mirror has what the server has.
  package func mirrors() async throws -> [Check] {
    guard let server = try? SchoolServer(store, offset: offset) else { return [] }
    return try await server.mirrors().map { mirror in
      let lag = try server.lag(of: mirror, at: now)
      let state: Check.State = lag.isAlarming ? .failure : mirror.state.failure != nil ? .warning : .ok
      return Check(
        .mirrors, state,
        [
          "name": mirror.name, "behind": String(lag.receipts), "receipt": String(mirror.state.receipt),
          "last": mirror.state.succeeded.map { Moment(seconds: $0, offset: offset).description } ?? "",
          "detail": mirror.state.failure ?? "",
        ])
    }
  }
}

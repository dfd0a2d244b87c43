internal import GitObjects
package import HosoCore
internal import HosoGit

extension Checkup {
  /// The settings of git that keep a server safe, each named where it is not as it must be.
  package func settings() async throws -> [Check] {
    let set = try await configuration()
    var checks: [Check] = []
    for setting in ServerSettings.all where set[setting.name.lowercased()] != setting.value {
      checks.append(
        Check(
          .settings, .failure,
          ["name": setting.name, "needed": setting.value, "found": set[setting.name.lowercased()] ?? ""]))
    }
    if checks.isEmpty { checks.append(Check(.settings, .ok, ["count": String(ServerSettings.all.count)])) }
    checks += set.keys.sorted().filter(Self.isForeign).map { Check(.foreignSetting, .failure, ["name": $0]) }
    if set["hoso.simulatedclock"] == "true" { checks.append(Check(.simulatedClock, .warning)) }
    return checks
  }

  /// What would put other hooks, or settings from elsewhere, in the place of the server's.
  private static func isForeign(_ name: String) -> Bool {
    name == "core.hookspath" || name == "include.path" || name.hasPrefix("includeif.") || name == "core.worktree"
      || name == "core.alternaterefscommand"
  }

  /// The repository's own configuration, by lower-case names; of several values the last one counts.
  private func configuration() async throws -> [String: String] {
    let text = try await Tool.run("git", ["config", "--file", path("config"), "--no-includes", "--list", "-z"])
    var result: [String: String] = [:]
    for entry in text.split(separator: "\0") {
      let parts = entry.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      result[parts[0].lowercased()] = parts.count > 1 ? String(parts[1]) : "true"
    }
    return result
  }

  /// The hooks: there, unchanged, executable, and the program that they call.
  package func hooks() -> [Check] {
    var checks: [Check] = []
    for (name, _) in ServerSettings.hooks(program: "") {
      let file = path("hooks/" + name)
      func fault(_ id: Check.ID, _ detail: String) {
        checks.append(Check(id, .failure, ["path": file, "detail": detail]))
      }
      guard FileSystem.kind(at: file) == .file, let bytes = try? FileSystem.read(file) else {
        fault(.hooks, "missing")
        continue
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let program = Self.program(in: text),
        ServerSettings.hooks(program: program).contains(where: { $0.name == name && $0.text == text })
      else {
        fault(.hooks, "changed")
        continue
      }
      if !FileSystem.isExecutable(file) { fault(.hooks, "not-executable") }
      if !FileSystem.isExecutable(program) { fault(.hookProgram, program) }
    }
    return checks.isEmpty ? [Check(.hooks, .ok)] : checks
  }

  /// The quoted path in a hook.
  private static func program(in text: String) -> String? {
    guard let start = text.firstIndex(of: "'"), let end = text.lastIndex(of: "'"), start < end else { return nil }
    return String(text[text.index(after: start)..<end]).replacing("'\\''", with: "'")
  }

  /// The server's key: readable by it alone, and the one that signed the chain.
  package func key() throws -> [Check] {
    var checks: [Check] = []
    for (name, most) in [("hoso", 0o700), (SchoolServer.keyFile, 0o600)] as [(String, UInt32)] {
      if let mode = FileSystem.mode(at: path(name)), mode & ~most != 0 {
        checks.append(
          Check(
            .keyModes, .failure,
            ["path": path(name), "found": String(mode, radix: 8), "needed": String(most, radix: 8)]))
      }
    }
    if checks.isEmpty { checks.append(Check(.keyModes, .ok)) }
    do {
      let own = try ServerKey(file: path(SchoolServer.keyFile)).publicKey
      let journal = Journal(of: store, offset: offset)
      let listed = try journal.entries().last { $0.receipt.serverKey != nil }?.receipt.serverKey
      checks.append(Check(.serverKey, listed == nil || listed == own ? .ok : .failure, ["detail": "journal"]))
    } catch let problem as Problem {
      checks.append(Check(.serverKey, .failure, ["detail": problem.facts["detail"] ?? problem.id.rawValue]))
    } catch is MalformedObject {
      // The journal's own check says so.
    }
    return checks
  }

  /// The folders that must be there, and that the server must be able to write to.
  package func folders() -> [Check] {
    let missing = ServerSettings.folders.filter { FileSystem.kind(at: path($0)) != .folder }
    var checks: [Check] = []
    if let first = missing.first {
      checks.append(Check(.folders, .failure, ["path": path(first), "count": String(missing.count)]))
    } else {
      checks.append(Check(.folders, .ok, ["count": String(ServerSettings.folders.count)]))
    }
    let closed = ServerSettings.folders.filter {
      FileSystem.kind(at: path($0)) == .folder && !FileSystem.isWritable(path($0))
    }
    checks += closed.prefix(20).map { Check(.writable, .failure, ["path": path($0)]) }
    if closed.isEmpty { checks.append(Check(.writable, .ok)) }
    return checks
  }

  /// Pushes that were announced and have no receipt, while none is under way.
  package func intents() throws -> [Check] {
    guard FileSystem.kind(at: path(SchoolServer.intents)) == .folder else { return [] }
    let count = try FileSystem.names(in: path(SchoolServer.intents)).count
    guard count > 0, let alone = try FileLock(path("hoso/pushing"), waits: false) else { return [Check(.intents, .ok)] }
    alone.release()
    return [Check(.intents, .warning, ["count": String(count)])]
  }
}

extension Checkup {
  // MARK: the journal

  /// Whether the journal can be read and tells of this `main`, by whose key it is written, and whether the clock fits.
  ///
  /// The whole chain is the business of `hoso verify`.
  package func journal() throws -> [Check] {
    let journal = Journal(of: store, offset: offset)
    guard try journal.head() != nil else {
      return place == .server ? [Check(.journal, .failure, ["detail": "missing"])] : []
    }
    let entries: [Journal.Entry]
    do { entries = try journal.entries() } catch let error as MalformedObject {
      return [Check(.journal, .failure, ["detail": error.reason])]
    } catch let problem as Problem {
      return [Check(.journal, .failure, ["detail": problem.facts["detail"] ?? problem.id.rawValue])]
    }
    guard let last = entries.last?.receipt else { return [] }
    var checks = [Check(.journal, .ok, ["sequence": String(last.sequence), "time": last.moment.description])]
    if place != .clone {
      let received = entries.last { $0.receipt.reference == SchoolStore.branch }?.receipt.new
      let tip = try store.tip()
      checks.append(
        Check(
          .journalAgrees, received == tip ? .ok : .failure,
          ["main": tip?.short ?? "-", "journal": received?.short ?? "-"]))
    }
    if let restored = entries.last(where: { $0.receipt.event == .restore })?.receipt {
      checks.append(Check(.journalKey, .warning, ["sequence": String(restored.sequence)]))
    } else {
      checks.append(Check(.journalKey, .ok))
    }
    return checks + clock(last)
  }

  private func clock(_ last: Receipt) -> [Check] {
    let moment = Moment(seconds: now, offset: offset)
    let commit = (try? store.tip()).flatMap { try? store.commit($0).committer.time } ?? 0
    var facts = ["now": moment.description, "last": last.moment.description]
    if moment < last.moment { return [Check(.clock, .failure, facts)] }
    if commit > now + 600 {
      facts["last"] = Moment(seconds: commit, offset: offset).description
      return [Check(.clock, .failure, facts)]
    }
    let isJump = moment.seconds - last.moment.seconds > 7 * 86_400
    return [Check(.clock, .ok, facts), isJump && place == .server ? Check(.clockJump, .warning, facts) : nil]
      .compactMap(\.self)
  }
}

extension Checkup {
  // MARK: the clone

  /// Who works here, with which server, and what is not sent yet.
  package func clone(_ rulebook: Rulebook) throws -> [Check] {
    var checks: [Check] = []
    do {
      let identification = try store.identify(under: rulebook, at: Moment(seconds: now, offset: offset))
      checks.append(Check(.identity, .ok, ["person": identification.person.name, "id": identification.person.id]))
    } catch {
      let facts = error.facts.merging(["problem": error.id.rawValue]) { own, _ in own }
      checks.append(Check(.identity, .failure, facts))
    }
    let address: String?
    do { address = try store.repository.configuration("remote.origin.url") } catch { throw Problem(git: error) }
    guard let address, !address.isEmpty else { return checks + [Check(.server, .warning)] }
    checks.append(Check(.server, .ok, ["address": address]))
    let decisions = try store.outbox().count
    var commits = 0
    if let tip = try store.tip(), let theirs = try store.remoteTip() {
      commits = try store.line(after: store.commonAncestor(tip, theirs), to: tip)?.count ?? 0
    }
    checks.append(
      Check(
        .pending, commits + decisions == 0 ? .ok : .warning,
        ["commits": String(commits), "decisions": String(decisions)]))
    return checks
  }
}

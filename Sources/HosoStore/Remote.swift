package import HosoCore
internal import GitObjects
internal import HosoGit

/// The school's server as a clone sees it: git's remote `origin`, spoken to by the person's own git and ssh.
package struct Remote {
  /// What the server said to a push.
  package enum Answer: Sendable {
    case accepted
    /// Somebody else was faster: fetch and try again.
    case stale
    /// The gate said no; the lines that the server sent, without git's `remote: `.
    case refused([String])
    /// The connection broke; whether the server took it is not known.
    case unknown(String)
  }

  private let store: SchoolStore
  private let folder: String

  /// - Returns: nil where the clone knows no server.
  package init?(of store: SchoolStore) throws(Problem) {
    do {
      guard let address = try store.repository.configuration("remote.origin.url"), !address.isEmpty else { return nil }
    } catch { throw Problem(git: error) }
    self.store = store
    folder = store.workingTreeFolder ?? store.gitFolder
  }

  /// Brings `main`, the journal and the decisions from the server. Nothing is ever overwritten: a server that shows
  /// another past than this clone has seen is refused.
  ///
  /// - Throws: ``Problem/ID/offline`` where the server does not answer, ``Problem/ID/serverRewrote``.
  package func fetch() async throws(Problem) {
    let result = try await git([
      "fetch", "--no-tags", "--no-write-fetch-head", "origin", "refs/heads/*:refs/remotes/origin/*",
      "refs/tags/*:refs/tags/*",
    ])
    guard !result.isSuccess else { return }
    if result.errors.contains("(non-fast-forward)"), let known = try known(), try await isBehind(known) {
      throw Problem(.serverBehind, ["sequence": String(known.sequence)])
    }
    if result.errors.contains("(non-fast-forward)") || result.errors.contains("would clobber existing tag") {
      throw Problem(.serverRewrote, ["detail": Self.lastLine(result.errors)])
    }
    throw Problem(.offline, ["detail": Self.lastLine(result.errors)])
  }

  /// Asks the server to take `source`, a commit or reference, as `target`.
  ///
  /// - Throws: ``Problem/ID/offline`` where the server says that it can take nothing now.
  package func push(_ source: String, as target: String) async throws(Problem) -> Answer {
    // Only a server that says so takes options; without them its refusals come as text.
    let known = try known()
    let options = ([Self.option] + [known?.option].compactMap(\.self)).flatMap { ["-o", $0] }
    var result = try await git(["push", "--porcelain"] + options + ["origin", "\(source):\(target)"])
    if !result.isSuccess, result.errors.contains("does not support push options") {
      result = try await git(["push", "--porcelain", "origin", "\(source):\(target)"])
    }
    if result.isSuccess { return .accepted }
    let lines = result.errors.split(separator: "\n").map { line in
      var line = line[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    let remote = lines.filter { $0.hasPrefix("remote: ") }.map { String($0.dropFirst("remote: ".count)) }
    guard let answer = result.output.split(separator: "\n").first(where: { $0.hasPrefix("!\t") }) else {
      return .unknown(Self.lastLine(result.errors))
    }
    // The hook that moves references died: it may have moved them.
    if answer.contains("fail to run proc-receive hook") { return .unknown(remote.last ?? Self.lastLine(result.errors)) }
    if answer.contains("hook declined") {
      if let known, remote.contains(where: { $0.hasSuffix("[\(Problem.ID.serverBehind.rawValue)]") }) {
        throw Problem(.serverBehind, ["sequence": String(known.sequence)])
      }
      if remote.contains(where: { $0.hasSuffix("[\(Problem.ID.busy.rawValue)]") }) { return .stale }
      if let reason = remote.first(where: { line in Self.passing.contains { line.hasSuffix("[\($0.rawValue)]") } }) {
        throw Problem(.offline, ["detail": reason])
      }
      return .refused(remote)
    }
    // `[rejected]` is git's own word for "not a fast-forward"; the rest are lost races for the reference.
    let races = ["[rejected]", "failed to update ref", "incorrect old value", "cannot lock ref", "already exists"]
    if races.contains(where: answer.contains) { return .stale }
    return .refused(remote.isEmpty ? [String(answer.dropFirst(2))] : remote)
  }

  /// The newest receipt that this clone has seen.
  private func known() throws(Problem) -> KnownReceipt? {
    do {
      guard let id = try store.repository.reference(Journal.remoteBranch) else { return nil }
      let sequence = try Journal(of: store, offset: 0).entry(id).receipt.sequence
      return KnownReceipt(sequence: sequence, id: id)
    } catch let problem as Problem {
      throw problem
    } catch {
      // What cannot be read is the business of 'hoso verify'.
      return nil
    }
  }

  /// Whether the server's journal ends before what this clone has of it.
  private func isBehind(_ known: KnownReceipt) async throws(Problem) -> Bool {
    let list = try await git(["ls-remote", "--quiet", "origin", Journal.branch])
    guard let id = ObjectID(hexadecimal: list.output.prefix(40)) else { return false }
    do { return try id != known.id && store.isAncestor(id, of: known.id) } catch { return false }
  }

  /// What keeps the server from receiving anything now, and is no fault of what was sent.
  private static let passing: [Problem.ID] = [
    .diskFull, .diskWrite, .diskRead, .journalDisagrees, .clockWentBack, .gitFailed, .noServerKey,
  ]

  /// As `PushRefusal` reads it.
  private static let option = "hoso-findings=1"

  private func git(_ arguments: [String]) async throws(Problem) -> Tool.Result {
    try await Tool.result(
      "git", ["-C", folder, "-c", "core.fsync=all"] + arguments,
      environment: ["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"])
  }

  private static func lastLine(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    return (lines.first { $0.contains("ssh:") || $0.contains("fatal:") || $0.contains("! [") } ?? lines.last)
      .map(String.init) ?? ""
  }
}

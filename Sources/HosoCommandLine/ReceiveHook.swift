internal import HosoActions
internal import HosoCore
internal import HosoMessages

#if canImport(Glibc)
  internal import Glibc
#endif

/// What git's two receiving hooks do, with their standard streams as git gave them.
struct ReceiveHook {
  /// The school with the objects that git still holds back, as the hook sees it.
  let workspace: Workspace
  /// The school as it stands; nil where the hook is a process of its own and opens it itself.
  var standing: Workspace?
  /// A variable of the hook's environment.
  let environment: (String) -> String?
  let options: CommonOptions

  /// `pre-receive`: ends with ``Exit`` 1 where the gate says no.
  ///
  /// - Returns: the files of the pushed objects.
  @discardableResult
  func judge() throws -> [String] {
    var lines: [String] = []
    while let line = readLine() { lines.append(line) }
    let pushOptions = pushOptions
    let outcome = try ReceiveAction(
      lines: lines, sender: sender, quarantine: environment("GIT_QUARANTINE_PATH"), options: pushOptions
    ).perform(in: workspace, standing: standing)
    let findings: [Finding]
    switch outcome {
    case .accepted(let objects): return objects
    case .refused(let found): findings = found
    }
    let console = Console(language: workspace.language ?? .vietnamese, options: options)
    if pushOptions.contains(PushRefusal.option) {
      for finding in findings { console.aside(PushRefusal.line(of: finding)) }
    } else {
      console.show(findings)
      console.aside(
        console.text(
          "Máy chủ chưa nhận; không có gì bị ghi. Hồ sơ vẫn còn trên máy của bạn.",
          "The server accepted nothing and wrote nothing. Your records are still on your machine."))
    }
    throw Exit(status: 1)
  }

  /// `proc-receive`: where it ends without an answer, git tells the sender that the hook failed, and nothing else.
  ///
  /// `objects` are the files of the pushed objects where git did not sync them.
  func carryOut(objects: [String] = []) throws {
    let request = try ReceiveProtocol.readRequest()
    let answers = try SettleAction(lines: request, sender: sender, objects: objects).perform(in: workspace)
    try ReceiveProtocol.write(
      answers.map { $0.stands ? "ok \($0.reference)" : "ng \($0.reference) failed to update ref" })
  }

  private var sender: ReceiveAction.Sender? {
    environment("HOSO_PERSON").flatMap { person in
      environment("HOSO_KEY").map { ReceiveAction.Sender(person: person, key: $0) }
    }
  }

  /// What the sender gave `git push -o`.
  private var pushOptions: [String] { (0..<8).compactMap { environment("GIT_PUSH_OPTION_\($0)") } }
}

extension Workspace {
  /// The school as a hook of git must see it, at the server's clock, or at the one it is given where it plays a past year.
  static func ofHook() throws -> Workspace {
    let workspace = try Workspace(receivingAt: Int64(time(nil)))
    return workspace.isClockSimulated ? try Workspace(receivingAt: try CommonOptions.now()) : workspace
  }
}

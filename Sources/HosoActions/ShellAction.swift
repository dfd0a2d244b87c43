package import HosoCore
internal import HosoStore

/// `hoso shell PERSON`: what sshd runs for a person's key. It becomes git for the one repository, or says no.
package struct ShellAction {
  /// What the process turns into.
  package struct Invocation: Sendable {
    /// The program and its arguments.
    package let arguments: [String]
    /// The whole environment.
    package let environment: [String: String]
    /// Whether it receives a push.
    package let isPush: Bool
  }

  private let person: ListID
  private let key: String
  private let command: String?
  private let protocolVersion: String?

  /// `command` is `SSH_ORIGINAL_COMMAND`, `protocolVersion` git's own `GIT_PROTOCOL`.
  package init(person: ListID, key: String, command: String?, protocolVersion: String?) {
    self.person = person
    self.key = key
    self.command = command
    self.protocolVersion = protocolVersion
  }

  /// - Throws: where the person or his key no longer counts, and for any command but git's two.
  package func perform(in workspace: Workspace) throws -> Invocation {
    let store = workspace.store
    let rulebook = try store.rulebook(at: try store.existingTip())
    let now = workspace.moment(rulebook)
    guard let person = rulebook.people[person] else { throw Problem(.notLoggedIn) }
    guard person.isMember(on: now.date) else {
      throw Problem(.formerPerson, ["person": person.name, "date": now.date.description])
    }
    guard rulebook.hasKey(of: person, fingerprint: key, at: now) else {
      throw Problem(.keyUnlisted, ["person": person.name, "key": key])
    }
    let service = try Self.service(command ?? "", repository: store.gitFolder)
    let server = try SchoolServer(store, offset: rulebook.school.offset)
    try server.settle()
    try? server.awaitTurn(of: key, toPush: service == "receive-pack")
    if service == "receive-pack" { try server.enter() }
    var environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "GIT_NO_REPLACE_OBJECTS": "1",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "HOSO_PERSON": person.id, "HOSO_KEY": key,
    ]
    if let protocolVersion, ["version=1", "version=2"].contains(protocolVersion) {
      environment["GIT_PROTOCOL"] = protocolVersion
    }
    if workspace.isClockSimulated { environment["GIT_COMMITTER_DATE"] = "\(workspace.now) +0000" }
    return Invocation(
      arguments: ["git", service, String(store.gitFolder.dropLast())], environment: environment,
      isPush: service == "receive-pack")
  }

  /// Reads `git-receive-pack 'PATH'` or `git-upload-pack 'PATH'`; the path must be this repository's.
  static func service(_ command: String, repository: String) throws(Problem) -> String {
    let refusal = Problem(.commandNotAllowed, ["command": NameRule.visible(String(command.prefix(80)))])
    for service in ["receive-pack", "upload-pack"] {
      for form in ["git-\(service) '", "git \(service) '"] where command.hasPrefix(form) && command.hasSuffix("'") {
        var asked = String(command.dropFirst(form.count).dropLast())
        while asked.hasSuffix("/") { asked.removeLast() }
        let name = repository.split(separator: "/").last.map(String.init) ?? ""
        // By its name, as a person writes it in an address, or by its whole path.
        let isName = ["", "/", "~/"].contains { ($0 + name).hasSameBytes(as: asked) }
        guard isName || (asked.hasPrefix("/") && SchoolServer.isFolder(asked, sameAs: repository)) else {
          throw refusal
        }
        return service
      }
    }
    throw refusal
  }
}

internal import HosoCore
internal import HosoStore

/// `hoso keys`: the lines of `authorized_keys` that let each person in, and nothing else.
///
/// Who logs in with a key is the person whom `.hoso/allowed_signers` gives that key today; the forced command says so to
/// the gate.
package struct KeysAction {
  private let program: String
  /// Only this key, as base64, when sshd asks about one.
  private let only: String?

  package init(program: String, only: String? = nil) {
    self.program = program
    self.only = only
  }

  package func perform(in workspace: Workspace) throws -> [String] {
    let store = workspace.store
    let rulebook = try store.rulebook(at: try store.existingTip())
    let now = workspace.moment(rulebook)
    return rulebook.signers.compactMap { signer in
      guard only == nil || only == signer.key, signer.isValid(at: now),
        let person = rulebook.person(email: signer.email), person.isMember(on: now.date)
      else { return nil }
      let folder = String(store.gitFolder.dropLast())
      let command = [program, "-C", folder, "shell", "--key", Fingerprint.of(signer.key), person.id]
        .map(Self.quoted).joined(separator: " ")
      return
        "restrict,command=\"\(command.replacing("\"", with: "\\\""))\" \(signer.keyType) \(signer.key) \(person.id)"
    }
  }

  /// For the shell that sshd starts the command with.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        || "/-_.:+=@".utf8.contains($0)
    }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

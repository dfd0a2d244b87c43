package import HosoCore
internal import HosoGit

/// Who works here: the person whose e-mail address and key git is configured with.
package struct Identification: Sendable {
  package let person: Person
  /// The path of the key, private or public, as `user.signingkey` names it.
  package let keyFile: String
  /// The line of `allowed_signers` that lists the key.
  package let signer: Signer
}

extension SchoolStore {
  /// Finds the person by `user.email` and `user.signingkey`.
  ///
  /// - Throws: ``Problem`` where either is missing, unknown, no longer valid at `moment`, or somebody else's.
  package func identify(under rulebook: Rulebook, at moment: Moment) throws(Problem) -> Identification {
    let email: String?
    let key: String?
    do {
      email = try repository.configuration("user.email")
      key = try repository.configuration("user.signingkey")
    } catch { throw Problem(git: error) }
    guard let email, !email.isEmpty else { throw Problem(.noIdentity) }
    guard let person = rulebook.person(email: email) else { throw Problem(.personUnknown, ["email": email]) }
    guard person.isMember(on: moment.date) else {
      throw Problem(.formerPerson, ["person": person.name, "date": moment.date.description])
    }
    guard let key, !key.isEmpty else { throw Problem(.noKey, ["person": person.name]) }
    let listed = try publicKey(key)
    let signers = rulebook.signers.filter { $0.email == email && $0.key == listed.key && $0.keyType == listed.type }
    guard let first = signers.first else { throw Problem(.keyUnlisted, ["person": person.name, "key": key]) }
    guard let valid = signers.first(where: { $0.isValid(at: moment) }) else {
      throw Problem(.keyExpired, ["person": person.name, "line": String(first.line)])
    }
    return Identification(person: person, keyFile: key, signer: valid)
  }

  /// The file of the person's key, as git is configured.
  package func signingKeyFile() throws(Problem) -> String {
    do {
      if let key = try repository.configuration("user.signingkey"), !key.isEmpty { return key }
    } catch { throw Problem(git: error) }
    throw Problem(.noKey, ["person": ""])
  }

  /// The public half of the key that `user.signingkey` names: a `.pub` file, a private file with one beside it, or `key::…`.
  private func publicKey(_ name: String) throws(Problem) -> (type: String, key: String) {
    var text = name
    if text.hasPrefix("key::") {
      text = String(text.dropFirst(5))
    } else if !text.hasPrefix("ssh-") && !text.hasPrefix("ecdsa-") && !text.hasPrefix("sk-") {
      let file = name.hasSuffix(".pub") ? name : name + ".pub"
      do { text = String(decoding: try FileSystem.read(Self.expanding(file)), as: UTF8.self) } catch {
        throw Problem(.noKey, ["person": "", "key": file])
      }
    }
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count >= 2 else { throw Problem(.noKey, ["person": "", "key": name]) }
    return (String(parts[0]), String(parts[1]))
  }

  static func expanding(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = FileSystem.homeFolder else { return path }
    return home + path.dropFirst()
  }
}

extension SchoolStore {
  /// The address that git is configured with, whoever's it is.
  package func configuredEmail() throws(Problem) -> String? {
    do { return try repository.configuration("user.email") } catch { throw Problem(git: error) }
  }

  /// The address and public key that git is configured with, whoever that is.
  package func configuredIdentity() throws(Problem) -> (email: String, key: String) {
    let email: String?
    let key: String?
    do {
      email = try repository.configuration("user.email")
      key = try repository.configuration("user.signingkey")
    } catch { throw Problem(git: error) }
    guard let email, !email.isEmpty else { throw Problem(.noIdentity) }
    guard let key, !key.isEmpty else { throw Problem(.noKey, ["person": email]) }
    let listed = try publicKey(key)
    return (email, "\(listed.type) \(listed.key)")
  }
}

internal import GitObjects
package import HosoCore
internal import HosoGit

/// A decision that is to be signed and written as a tag.
struct DecisionTag {
  let object: ObjectID
  let moment: Moment
  let verb: String
  let message: String
  /// The tag's name; a number above 1 tells apart those of one second.
  let name: (Int) -> DecisionTagName
  /// Reads the tag as everybody will read it.
  let check: (TagObject) throws(MalformedObject) -> Void
}

extension SchoolStore {
  /// Signs and writes a lock or unlocking.
  ///
  /// - Returns: the tag's name, without `refs/tags/`.
  package func write(_ decision: LockDecision, subject: String, year: String, by identity: Identification) async throws
    -> String
  {
    let tag = DecisionTag(
      object: decision.commit, moment: decision.moment, verb: decision.verb.rawValue,
      message: LockText.message(for: decision, subject: subject),
      name: { number in
        DecisionTagName(
          verb: decision.verb, year: year, moment: decision.moment, person: decision.person, number: number)
      },
      check: { tag throws(MalformedObject) in
        _ = try LockText.decision(of: tag, by: decision.person, offset: decision.moment.offset)
      })
    return try await write(tag, by: identity)
  }

  /// Signs and writes a word on a correction.
  ///
  /// - Returns: the tag's name, without `refs/tags/`.
  package func write(_ consent: Consent, subject: String, by identity: Identification) async throws -> String {
    let tag = DecisionTag(
      object: consent.commit, moment: consent.moment, verb: consent.verb.rawValue,
      message: ConsentText.message(for: consent, subject: subject),
      name: { number in
        DecisionTagName(
          verb: consent.verb, year: consent.folder.year, moment: consent.moment, person: consent.person, number: number)
      },
      check: { tag throws(MalformedObject) in
        _ = try ConsentText.consent(of: tag, by: consent.person, offset: consent.moment.offset)
      })
    return try await write(tag, by: identity)
  }

  /// - Returns: the tag's name, without `refs/tags/`.
  func write(_ tag: DecisionTag, by identity: Identification) async throws -> String {
    let tagger = Identity(
      name: identity.person.name, email: identity.person.email, time: tag.moment.seconds, offset: tag.moment.offset)
    for number in 1...99 {
      let name = tag.name(number).text
      guard try repository.reference("refs/tags/" + name) == nil else { continue }
      let payload = TagObject.payload(object: tag.object, name: name, tagger: tagger, message: tag.message)
      let armoured = try await SSHSigner.sign(payload, keyFile: identity.keyFile)
      let bytes = payload + Array(armoured.utf8)
      do { try tag.check(try TagObject(strict: bytes)) } catch {
        // What nobody could read again is refused before anything is written.
        throw error.reason == "message-too-long"
          ? Problem(.tooManyRecords) : Problem(.invalidOption, ["option": "--reason"])
      }
      do {
        let id = try repository.write(bytes, as: .tag)
        try repository.move("refs/tags/" + name, from: nil, to: id, log: "hoso \(tag.verb)")
        if try repository.configuration("remote.origin.url") != nil {
          try repository.move(Self.outboxPrefix + name, from: nil, to: id, log: "hoso")
        }
      } catch {
        throw Problem(git: error)
      }
      return name
    }
    throw Problem(.busy, ["detail": "tag"])
  }
}

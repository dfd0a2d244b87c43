internal import HosoCore
internal import HosoStore

/// Plays one event after another as its person.
struct SamplePlayer {
  let files: WorkingTree
  let clone: String
  let homes: String
  let program: String

  /// The environment of a person: own configuration, nobody else's, and the time of the event.
  static func environment(home: String, at moment: Moment) -> [String: String] {
    let home = FileSystem.real(home) ?? home
    let time = "\(moment.seconds) +0700"
    return [
      "HOME": home, "XDG_CONFIG_HOME": home, "GIT_CONFIG_NOSYSTEM": "1", "GIT_COMMITTER_DATE": time,
      "GIT_AUTHOR_DATE": time, "HOSO_LANG": "vi",
    ]
  }

  /// Plays `event`; true when the gate refused it, as the script says it must.
  mutating func play(_ event: SampleEvent) async throws -> Bool {
    let before =
      FileSystem.kind(at: clone + "/" + event.path) == .file
      ? try FileSystem.read(clone + "/" + event.path) : nil
    if event.deed == .submit { try place(event) }
    var arguments = ["-C", clone, event.deed.rawValue, event.path]
    switch event.deed {
    case .submit: arguments += ["-m", event.message]
    case .approve: if !event.message.isEmpty { arguments += ["--reason", event.message] }
    case .return: arguments += ["--reason", event.message]
    }
    let environment = Self.environment(home: homes + "/" + event.person, at: event.moment)
    do {
      try await Tool.run(program, arguments, environment: environment)
      guard !event.isRefused else { throw unexpected(event, "accepted") }
      return false
    } catch let problem as Problem where problem.id == .toolFailed && event.isRefused {
      // What was refused stays out of the working tree, so that the next person finds it clean.
      if let before {
        try FileSystem.replace(clone + "/" + event.path, with: before, isSynced: false)
      } else if event.deed == .submit {
        try FileSystem.remove(clone + "/" + event.path)
      }
      return true
    } catch let problem as Problem where problem.id == .toolFailed {
      throw unexpected(event, problem.facts["detail"] ?? "")
    }
  }

  private func place(_ event: SampleEvent) throws {
    let final =
      event.path.split(separator: "/").first == "2024-2025" ? try? FileSystem.read(files.root + event.path) : nil
    let bytes = try event.version(of: final ?? Array(event.write.utf8))
    if let slash = event.path.lastIndex(of: "/") {
      try FileSystem.makeFolders(clone + "/" + event.path[..<slash])
    }
    try FileSystem.replace(clone + "/" + event.path, with: bytes, isSynced: false)
  }

  private func unexpected(_ event: SampleEvent, _ detail: String) -> Problem {
    Problem(.toolFailed, ["tool": "history.csv:\(event.line)", "detail": detail])
  }
}

internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso init --sample`: makes the sample school and plays its history through the program's own commands.
///
/// Each event is a call of this same program as the person who acts, with a key made for the occasion; nothing is
/// written past the gate.
package struct SampleSchool {
  /// What was played.
  package struct Report: Sendable {
    package let bare: String
    package let clone: String
    package let events: Int
    package let refusals: Int
  }

  private let source: String
  private let target: String
  private let program: String

  /// `source` is the folder `sample-repo`, `program` the path of this executable.
  package init(from source: String, into target: String, program: String) {
    self.source = source
    self.target = target
    self.program = program
  }

  /// The folder `sample-repo`: beside the sources, or installed in `share/hoso` beside the program's folder.
  package static func folder(near program: String) -> String? {
    var folder = FileSystem.real(program) ?? program
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = String(folder[..<slash])
      for candidate in [folder + "/sample-repo", folder + "/share/hoso/sample-repo"]
      where FileSystem.kind(at: candidate + "/.hoso/school.yml") == .file {
        return candidate
      }
    }
    return nil
  }

  package func perform(progress: (Int, Int) -> Void) async throws -> Report {
    guard FileSystem.kind(at: target + "/school.git") == nil else { throw Problem(.targetExists, ["path": target]) }
    let events = try SampleEvent.read(source + "/history.csv")
    let files = WorkingTree(root: source)
    guard let rulebook = try RecordReader().rulebook(of: files, report: { _ in }) else {
      throw Problem(.rulesUnreadable, ["path": source + "/.hoso", "line": "1"])
    }
    let bare = target + "/school.git"
    let clone = target + "/school"
    try FileSystem.makeFolders(target)
    let signers = try await makeKeys(for: rulebook)
    try await startServer(files, signers, bare, events.first, rulebook)
    guard let keeper = rulebook.peopleInOrder.first(where: { $0.has(.admin) }) else { throw Problem(.noRules) }
    try await Tool.run(
      "git", ["clone", "--quiet", "ssh://school/school.git", clone],
      environment: SamplePlayer.environment(
        home: target + "/people/" + keeper.id, at: events.first?.moment ?? Moment(seconds: 0, offset: 0)))
    for (name, value) in [("gpg.format", "ssh"), ("gpg.ssh.allowedSignersFile", ".hoso/allowed_signers")] {
      try await Tool.run("git", ["-C", clone, "config", name, value])
    }
    var refusals = 0
    var player = SamplePlayer(files: files, clone: clone, homes: target + "/people", program: program)
    for (index, event) in events.enumerated() {
      progress(index, events.count)
      if try await player.play(event) { refusals += 1 }
    }
    return Report(bare: bare, clone: clone, events: events.count, refusals: refusals)
  }

  /// One key pair and one `.gitconfig` for each person; the lines of `allowed_signers`.
  private func makeKeys(for rulebook: Rulebook) async throws -> String {
    var lines = "# mail namespaces=\"git\",valid-after=… key\n"
    for person in rulebook.peopleInOrder where person.to == nil {
      let home = target + "/people/" + person.id
      try FileSystem.makeFolders(home)
      try await Tool.run(
        "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", person.email, "-f", home + "/id_ed25519"])
      let key = String(decoding: try FileSystem.read(home + "/id_ed25519.pub"), as: UTF8.self)
      let parts = key.split(whereSeparator: \.isWhitespace)
      let shell = [
        program, "-C", (FileSystem.real(target) ?? target) + "/school.git", "shell", "--key",
        Fingerprint.of(String(parts[1])), "--local", person.id,
      ]
      // What sshd would start for this key is started without the network between.
      let config = """
        [user]
        \tname = \(person.name)
        \temail = \(person.email)
        \tsigningkey = \(FileSystem.real(home) ?? home)/id_ed25519.pub
        [gpg]
        \tformat = ssh
        [core]
        \tsshCommand = \(shell.joined(separator: " "))
        [ssh]
        \tvariant = simple
        [advice]
        \tdetachedHead = false

        """
      try FileSystem.replace(home + "/.gitconfig", with: Array(config.utf8), isSynced: false)
      lines += "\(person.email) namespaces=\"git\",valid-after=\"20240801\" \(parts[0]) \(parts[1])\n"
    }
    return lines
  }

  /// The first commit, the rules, by the admin; and the server that takes it over.
  private func startServer(
    _ files: WorkingTree, _ signers: String, _ bare: String, _ first: SampleEvent?, _ rulebook: Rulebook
  ) async throws {
    guard let admin = rulebook.peopleInOrder.first(where: { $0.has(.admin) }) else { return }
    let start = target + "/start"
    try await Tool.run("git", ["init", "--quiet", "--initial-branch=main", start])
    try files.forEachFile(in: .rulesFolder) { names, _ in
      let path = names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
      let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      try FileSystem.makeFolders(start + "/" + folder)
      try FileSystem.replace(start + "/" + path, with: try FileSystem.read(files.root + path), isSynced: false)
    }
    try FileSystem.replace(start + "/.hoso/allowed_signers", with: Array(signers.utf8), isSynced: false)
    let moment = Moment(
      first?.moment.date.adding(days: -7) ?? SchoolDate(day: 19_950), minutes: 480, offset: rulebook.school.offset)
    try await Tool.run(
      program, ["-C", start, "submit", ".hoso", "-m", "Lập quy tắc hồ sơ năm học \(rulebook.school.year)"],
      environment: SamplePlayer.environment(home: target + "/people/" + admin.id, at: moment))
    _ = try await ServerInitAction(
      folder: bare, from: start, program: program, now: moment.seconds, hasSimulatedClock: true
    ).perform()
    try FileSystem.remove(start)
  }
}

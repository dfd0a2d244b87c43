import Foundation
import Testing

/// What a login with ssh can do besides git: nothing.
struct SSHCommandTests {
  struct Attempt: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Runs as nva; `$S` is ssh with her key, `$C` its options.
    let script: String
  }

  static let commands: [Attempt] = [
    Attempt(testDescription: "T221 no command", script: "$S truong"),
    Attempt(testDescription: "T221 a shell", script: "$S truong 'sh -c id'"),
    Attempt(testDescription: "T221 a program", script: "$S truong id"),
    Attempt(testDescription: "T221 hoso itself", script: "$S truong 'hoso shell --key x ptd'"),
    Attempt(testDescription: "T221 the old scp", script: "scp -O $C truong:/etc/passwd ../stolen"),
    Attempt(testDescription: "T221 the old scp, the other way", script: "scp -O $C ../../../etc/hostname truong:pwned"),
    Attempt(testDescription: "T221 rsync", script: "$S truong 'rsync --server --sender . /etc/passwd'"),
    Attempt(testDescription: "T221 git's own shell", script: "$S truong 'git shell'"),
    Attempt(testDescription: "T221 another service of git", script: "$S truong \"git-upload-archive '/server.git'\""),
    Attempt(testDescription: "T222 another repository", script: "$S truong \"git-receive-pack '../x.git'\""),
    Attempt(testDescription: "T222 a folder of the server", script: "$S truong \"git-upload-pack '/etc'\""),
    Attempt(testDescription: "T222 the school's clone", script: "$S truong \"git-upload-pack '$PWD'\""),
    Attempt(testDescription: "T222 a second command", script: "$S truong \"git-receive-pack 'x;id'\""),
    Attempt(
      testDescription: "T222 a second command behind", script: "$S truong \"git-receive-pack '/server.git'; id\""),
    Attempt(
      testDescription: "T222 a second command in quotes", script: "$S truong \"git-receive-pack '/server.git' && id '\""
    ),
    Attempt(testDescription: "T222 a command in a command", script: "$S truong 'git-receive-pack '\\''$(id)'\\'"),
    Attempt(testDescription: "T222 an option", script: "$S truong \"git-receive-pack '--help'\""),
    Attempt(testDescription: "T222 ssh's option", script: "$S truong \"git-upload-pack '-oProxyCommand=x'\""),
    Attempt(
      testDescription: "T222 an option before", script: "$S truong \"git-upload-pack --timeout=0 '/server.git'\""),
    Attempt(testDescription: "T222 no quotes", script: "$S truong 'git-receive-pack /server.git'"),
    Attempt(testDescription: "T222 a second line", script: "$S truong $'git-receive-pack \\'/server.git\\'\\nid'"),
    Attempt(
      testDescription: "T222 a second line in quotes", script: "$S truong $'git-receive-pack \\'/server.git\\nid\\''"),
    Attempt(
      testDescription: "T222 a path that ends elsewhere", script: "$S truong \"git-upload-pack '/server.git/../x'\""),
  ]

  @Test(arguments: commands) func `a command that is not git's is refused`(_ attempt: Attempt) async throws {
    let run = try await Self.attempt(attempt.script)
    #expect(run.status != 0 && run.ids == ["command-not-allowed"], "\(run.text)")
  }

  static let channels: [Attempt] = [
    Attempt(testDescription: "T221 a terminal", script: "$S -tt truong"),
    Attempt(testDescription: "T221 a way through to a port", script: "$S -W 127.0.0.1:$port truong < /dev/null"),
    Attempt(
      testDescription: "T221 a port of the server",
      script: "$S -N -o ExitOnForwardFailure=yes -R 127.0.0.1:0:127.0.0.1:$port truong"),
    Attempt(testDescription: "T221 sftp", script: "echo 'get /etc/passwd ../stolen' | sftp $C -b - truong"),
    Attempt(testDescription: "T221 scp", script: "scp -s $C truong:/etc/passwd ../stolen"),
    Attempt(
      testDescription: "T221 a local port",
      script: """
        local=$((20000 + RANDOM % 40000))
        timeout 20 $S -N -L 127.0.0.1:$local:127.0.0.1:$port truong & sleep 2
        for try in $(seq 50); do (exec 3<> /dev/tcp/127.0.0.1/$local) 2> /dev/null && break; sleep 0.1; done
        exec 3<> /dev/tcp/127.0.0.1/$local || exit 9
        timeout 5 head -c 4 <&3
        kill %1
        exit 1
        """),
  ]

  @Test(arguments: channels) func `nothing but the command goes through`(_ attempt: Attempt) async throws {
    let run = try await Self.attempt(attempt.script)
    #expect(run.status != 0 && run.status != 9 && !run.output.contains("SSH"), "\(run.text)")
  }

  @Test func `a key's line allows the command alone`() async throws {
    let run = try await Self.attempt("$S -v -A -X truong \"git-upload-pack '/server.git'\" < /dev/null")
    let options = run.lines.filter { $0.contains("key options:") }
    #expect(!options.isEmpty && options.allSatisfy { $0.hasSuffix("key options: command") }, "\(run.text)")
  }

  @Test func `what a client sends of its environment is not heard`() async throws {
    let settings = """
      export HOSO_PERSON=ptd HOSO_KEY=$(cat "${HOME%/*}/ptd/fingerprint") GIT_COMMITTER_DATE='4102444800 +0000'
      export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.hooksPath GIT_CONFIG_VALUE_0=/nowhere GIT_DIR=/nowhere
      export GIT_CONFIG_PARAMETERS="'core.hookspath=/nowhere'" GIT_QUARANTINE_PATH=/nowhere LANG=tr_TR.UTF-8
      send() {
        wire "$B $c refs/heads/main" < ../pack
      }
      GIT_SSH_COMMAND="$S -o SendEnv=*"
      send
      """
    let theirs = try await Self.attempt(
      "c=$(commit $(with $colleague $(revised $colleague))); echo $c | git pack-objects -q --revs --stdout > ../pack\n"
        + settings)
    #expect(theirs.status != 0 && theirs.ids == ["access-denied"], "\(theirs.text)")
    #expect(theirs.lines.contains { $0.contains("'nva'") }, "\(theirs.text)")
    let later = try await Self.attempt(
      "c=$(edited $(own) 's/^\\(committer .*\\) [0-9]* \\(.*\\)/\\1 4102444800 \\2/')\n"
        + "echo $c | git pack-objects -q --revs --stdout > ../pack\n" + settings)
    #expect(later.status != 0 && later.ids == ["time-implausible"], "\(later.text)")
  }

  @Test func `options of a push change no verdict`() async throws {
    let run = try await Self.attempt(
      """
      options=$'hoso-findings=1\\nrefs/heads/main'
      new > /dev/null
      c=$(commit $(with $colleague $(revised $colleague)))
      new | wire "$B $c refs/heads/main"
      """)
    #expect(run.status != 0 && run.lines.contains { $0.contains("access-denied") }, "\(run.text)")
  }

  @Test func `an inspector reads all and writes nothing`() async throws {
    let run = try await Self.attempt(
      """
      become dxt
      git clone -q ssh://truong/server.git ../copy || exit 9
      [ "$(git -C ../copy rev-parse main)" = $B ] || exit 9
      evil $(own)
      """)
    #expect(run.status != 0 && run.ids == ["access-denied"], "\(run.text)")
  }

  @Test(arguments: ["ngs", "hvb", "dtc", "stranger"]) func `who is not or no longer listed does not get in`(
    _ person: String
  ) async throws {
    let run = try await Self.attempt("become \(person); git ls-remote origin")
    #expect(run.status != 0 && run.lines.contains { $0.contains("Permission denied (publickey)") }, "\(run.text)")
  }

  /// Runs `script` as nva in a clone of her own; the server must be afterwards as it was.
  private static func attempt(_ script: String) async throws -> Run {
    let door = try await SharedSSH.door.value
    let folder = try ServerSchool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await Shell.succeed(
      "cp -a '\(door.school.clone)' school; ln -s '\(door.school.folder)/people' people", in: folder)
    let home = folder + "/people/nva"
    let functions = try String(contentsOfFile: Shell.fixtures + "/pushes/functions.sh", encoding: .utf8)
    let words = """
      C="-F $SSH_CONFIG -i $HOME/id_ed25519"
      S="ssh $C"
      port=$(sed -n 's/ *Port //p' "$SSH_CONFIG")

      """
    let before = try await ServerSchool.references(of: door.school.server)
    let run = try await Shell.run(
      functions + words + script, in: folder + "/school", door.ssh.environment(home: home))
    #expect(try await ServerSchool.references(of: door.school.server) == before)
    #expect(!run.output.contains("uid=") && !FileManager.default.fileExists(atPath: folder + "/stolen"))
    #expect(!FileManager.default.fileExists(atPath: NSHomeDirectory() + "/pwned"))
    return run
  }
}

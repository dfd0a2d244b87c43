import Foundation
import Testing

/// A real `sshd` on 127.0.0.1, run as the user of the tests, whose only way in are the lines that `hoso keys` prints.
///
/// It ends with its owner, also when that crashes: it waits for the end of a pipe that this process alone holds.
final class SSHServer: Sendable {
  /// A configuration for `ssh -F` in which the host `truong` is this server.
  let configuration: String

  private let process: Process
  private let life: Pipe

  /// Serves the repository `server`; all that belongs to it lies in `folder`.
  ///
  /// Who is let in are those who would be on any of `days`, seconds since 1970; without days those of today.
  init(for server: String, in folder: String, on days: [Int] = []) async throws {
    let clocks = days.isEmpty ? "''" : days.map { "'\($0) +0700'" }.joined(separator: " ")
    let place = folder + "/sshd"
    let user = NSUserName()
    try await Shell.succeed(
      """
      mkdir -p '\(place)'
      ssh-keygen -q -t ed25519 -N '' -f '\(place)/host_key'
      for clock in \(clocks); do GIT_COMMITTER_DATE=$clock hoso -C '\(server)' keys; done |
        sort -u > '\(place)/authorized_keys'
      cat > '\(place)/config' <<END
      ListenAddress 127.0.0.1
      HostKey \(place)/host_key
      PidFile \(place)/pid
      AuthorizedKeysFile \(place)/authorized_keys
      AuthenticationMethods publickey
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin prohibit-password
      StrictModes no
      UsePAM no
      MaxStartups 200
      AllowTcpForwarding yes
      AllowAgentForwarding yes
      PermitTunnel yes
      PermitTTY yes
      AcceptEnv GIT_* HOSO_* LANG LC_* TZ
      Subsystem sftp internal-sftp
      END
      [ "$(id -u)" != 0 ] || mkdir -p /run/sshd
      """, in: folder)
    life = Pipe()
    let answer = Pipe()
    process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", Self.watch, "bash", place]
    process.standardInput = life
    process.standardOutput = answer
    process.standardError = FileHandle.nullDevice
    try process.run()
    let port = try #require(
      try answer.fileHandleForReading.read(upToCount: 16).flatMap {
        Int(String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
      }, "sshd does not start: \((try? String(contentsOfFile: place + "/log", encoding: .utf8)) ?? "")")
    configuration = place + "/client"
    let host = try String(contentsOfFile: place + "/host_key.pub", encoding: .utf8)
    try "[127.0.0.1]:\(port) \(host)".write(toFile: place + "/known_hosts", atomically: true, encoding: .utf8)
    try """
    Host truong
      HostName 127.0.0.1
      Port \(port)
      User \(user)
      UserKnownHostsFile \(place)/known_hosts
      GlobalKnownHostsFile /dev/null
      StrictHostKeyChecking yes
      IdentitiesOnly yes
      BatchMode yes
      ConnectTimeout 60

    """.write(toFile: configuration, atomically: true, encoding: .utf8)
  }

  deinit {
    try? life.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Starts sshd on a port that is free, prints it once it answers, and stops sshd when standard input ends.
  private static let watch = """
    for try in 1 2 3 4 5 6 7 8 9 10; do
      port=$((20000 + RANDOM % 40000))
      /usr/sbin/sshd -D -e -f "$1/config" -p $port 2> "$1/log" < /dev/null > /dev/null &
      pid=$!
      for wait in $(seq 300); do
        kill -0 $pid 2> /dev/null || continue 2
        if (exec 3<> /dev/tcp/127.0.0.1/$port) 2> /dev/null; then
          echo $port
          exec > /dev/null
          cat > /dev/null
          kill $pid
          exit
        fi
        sleep 0.05
      done
      kill $pid
    done
    """

  /// The environment in which git's ssh is the real one, with the key of the person whose home folder is `home`.
  func environment(home: String) -> [String: String] {
    [
      "HOME": home, "GIT_SSH_VARIANT": "ssh", "SSH_CONFIG": configuration,
      "GIT_SSH_COMMAND": "ssh -F '\(configuration)' -i '\(home)/id_ed25519'",
    ]
  }
}

/// The school behind a real sshd, made once and shared by the tests that leave it as it is.
enum SharedSSH {
  struct Door: Sendable {
    let school: ServerSchool
    let ssh: SSHServer
  }

  static let door = Task {
    let school = try await ServerSchool()
    // Here the clock is the machine's.
    try await Shell.succeed("git config --unset hoso.simulatedClock", in: school.server)
    return Door(school: school, ssh: try await SSHServer(for: school.server, in: school.folder))
  }
}

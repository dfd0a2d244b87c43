import Foundation
import Testing

/// The same pushes through a real sshd, with the machine's clock: the gate hears who logged in from the forced command.
struct SSHPushTests {
  private static let cases = Result {
    try ["paths", "rules", "identity", "wire"].flatMap { try PushCase.all(in: $0) }
      .filter { $0.code.count == 4 && $0.isForSSH && !$0.changesServer && $0.limit == nil }
  }

  @Test func `there are enough of them`() throws {
    #expect(try Self.cases.get().count >= 60)
  }

  @Test(arguments: try cases.get()) func `what is refused without ssh is refused with it`(_ one: PushCase) async throws
  {
    let door = try await SharedSSH.door.value
    // Each works in a clone of its own; the server is one for all.
    let folder = try ServerSchool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await Shell.succeed(
      "cp -a '\(door.school.clone)' school; ln -s '\(door.school.folder)/people' people", in: folder)
    var environment = door.ssh.environment(home: folder + "/people/" + one.person)
    let now = "\(Int(Date.now.timeIntervalSince1970)) +0700"
    environment["GIT_AUTHOR_DATE"] = now
    environment["GIT_COMMITTER_DATE"] = now
    try await one.perform(in: folder, server: door.school.server, isShared: true, environment)
  }
}

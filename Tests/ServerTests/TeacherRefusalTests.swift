import Foundation
import Testing

/// What one teacher reads in the terminal when the server says no to her `git push`, through a real sshd.
struct TeacherRefusalTests {
  /// The principal locks her plan of week 5; she tries four pushes. Prints what git shows of each.
  private static let script = """
    lock $own > /dev/null
    seen() {
      echo "== $1"
      git push origin "$2:refs/heads/main" 2>&1 | grep -a '^remote: ' | sed 's/^remote: //; s/ *$//'
    }
    seen "một bản ghi đã khoá sổ" $(own)
    seen "thư mục của đồng nghiệp" $(commit $(with $colleague $(revised $colleague)))
    new=$mine/lich-su-dia-li-4a-bai-6-ruong-bac-thang.md
    seen "ngày ghi lùi về năm trước" $(edited $(commit $(with $new $(revised $own))) \
      's/^\\(committer .*\\) [0-9]* \\(.*\\)/\\1 1600000000 \\2/; s/^\\(author .*\\) [0-9]* \\(.*\\)/\\1 1600000000 \\2/')
    seen "ghi tên người khác" $(edited $(commit $(with $new $(revised $own))) \
      's/^author .* <[^>]*>/author Phạm Thị Duyên <duyen.pt@suoimay.example>/')
    """

  @Test func `a teacher reads in Vietnamese what is wrong and how to mend it`() async throws {
    let school = try await ServerSchool()
    try await Shell.succeed("git config --unset hoso.simulatedClock", in: school.server)
    let ssh = try await SSHServer(for: school.server, in: school.folder)
    let home = school.folder + "/people/nva"
    var environment = ssh.environment(home: home)
    let now = "\(Int(Date.now.timeIntervalSince1970)) +0700"
    environment["GIT_AUTHOR_DATE"] = now
    environment["GIT_COMMITTER_DATE"] = now
    environment["PUSHES"] = Shell.fixtures + "/pushes"
    let functions = try String(contentsOfFile: Shell.fixtures + "/pushes/functions.sh", encoding: .utf8)
    let before = try await ServerSchool.references(of: school.server)
    let run = try await Shell.run(functions + Self.script, in: school.clone, environment)
    let text = run.output
      .replacing(/\b[0-9a-f]{10}\b/, with: "…").replacing(/20\d\d-\d\d-\d\d \d\d:\d\d/, with: "…")
    let file = Shell.fixtures + "/pushes/teacher.txt"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded")
    }
    #expect(text == (try String(contentsOfFile: file, encoding: .utf8)))
    // Only the lock has come.
    #expect(before != (try await ServerSchool.references(of: school.server)))
    #expect(try await Shell.succeed("git rev-list --count journal", in: school.server) == "2\n")
  }
}

import Foundation
import Testing

/// `hoso remind --send`: one message for each person, by the school's command, where the machine's owner allows it.
struct RemindTests {
  /// A school whose command is `send` in its own folder: it keeps what it is given, and fails for one address.
  private static func school(command: String? = nil) async throws -> SmallSchool {
    let school = try await SmallSchool()
    let program = """
      #!/bin/bash
      mkdir -p '\(school.folder)/sent'
      echo "$#: $*" >> '\(school.folder)/sent/calls'
      cat > "\(school.folder)/sent/${!#}"
      [ "${!#}" != dat.tq@suoimay.example ] || { echo 'hộp thư đầy' >&2; exit 75; }

      """
    try program.write(toFile: school.folder + "/send", atomically: true, encoding: .utf8)
    let words = command ?? "\(school.folder)/send, -a, 'trường mình'"
    try await school.succeed(
      """
      chmod +x ../send
      sed -i "/^policy:/i remind-command: [\(words)]" .hoso/school.yml; hoso submit -q .hoso -m 'Nhắc việc'
      """, as: "lmk")
    return school
  }

  private static let allow = "git config hoso.remindCommand \"$FOLDER/send -a trường mình\""

  private static func run(_ school: SmallSchool, _ script: String, as person: String = "lmk") async throws -> Run {
    try await school.run("FOLDER='\(school.folder)'; " + script, as: person, at: "2024-10-06 08:00")
  }

  @Test func `a command that comes with the repository runs only where it was allowed`() async throws {
    let school = try await Self.school()
    let refused = try await Self.run(school, "hoso remind --send --lang en")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("[remind-not-allowed]"))
    #expect(refused.errors.contains("git config hoso.remindCommand '\(school.folder)/send -a trường mình'"))
    // Another command than the one that was allowed is not run either.
    let other = try await Self.run(school, "git config hoso.remindCommand '/bin/true'; hoso remind --send --lang en")
    #expect(other.errors.contains("[remind-not-allowed]"))
    #expect(!FileManager.default.fileExists(atPath: school.folder + "/sent"))
  }

  @Test func `each gets one message with his own duties, the address as the last argument`() async throws {
    let school = try await Self.school()
    let run = try await Self.run(school, Self.allow + "; hoso remind --send --person nva --lang vi")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "Đã gửi 1 lời nhắc.\n")
    let sent = school.folder + "/sent/"
    #expect(try String(contentsOfFile: sent + "calls", encoding: .utf8) == "3: -a trường mình anh.nv@suoimay.example\n")
    let message = try String(contentsOfFile: sent + "anh.nv@suoimay.example", encoding: .utf8)
    let parts = message.components(separatedBy: "\n\n")
    let head = parts[0].components(separatedBy: "\n")
    #expect(head.contains("To: anh.nv@suoimay.example"))
    let subject = try #require(head.first { $0.hasPrefix("Subject: =?UTF-8?B?") }).dropFirst(19).dropLast(2)
    let title = String(decoding: try #require(Data(base64Encoded: String(subject))), as: UTF8.self)
    #expect(title == "Nhắc việc: 5 hồ sơ, 4 quá hạn")
    #expect(message.contains("\n  quá hạn 2024-09-07 23:59: Kế hoạch bài dạy, tuần 1\n"))
    #expect(message.contains("\n  hạn nộp 2024-10-12 23:59: Kế hoạch bài dạy, tuần 6\n"))
    #expect(!message.contains("Trịnh Quang Đạt"))
  }

  @Test func `who could not be reached is named, and the others are served`() async throws {
    let school = try await Self.school()
    let run = try await Self.run(school, Self.allow + "; hoso remind --send --lang en")
    #expect(run.status == 2)
    #expect(run.errors.contains("reminders were not sent to tqd (hộp thư đầy) [not-all-sent]"))
    let calls = try String(contentsOfFile: school.folder + "/sent/calls", encoding: .utf8)
    #expect(calls.split(separator: "\n").count > 5)
    let again = try await Self.run(school, "hoso remind --send --person tqd --json")
    #expect(again.status == 2)
    let people = try #require(try again.document["people"] as? [[String: Any]])
    #expect(try again.document["outcome"] as? String == "failed")
    #expect(people.map { $0["failure"] as? String } == ["hộp thư đầy"])
  }

  @Test func `a program that is not there is said to be missing`() async throws {
    let school = try await Self.school(command: "khong-co-lenh-nay")
    let run = try await Self.run(
      school, "git config hoso.remindCommand khong-co-lenh-nay; hoso remind --send --person nva --lang en")
    #expect(run.status == 2)
    #expect(run.errors.contains("[tool-missing]"))
  }

  @Test func `a program that ends without reading takes nothing down`() async throws {
    let school = try await Self.school(command: "'true'")
    let run = try await Self.run(school, "git config hoso.remindCommand true; hoso remind --send --lang en")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Sent "))
  }
}

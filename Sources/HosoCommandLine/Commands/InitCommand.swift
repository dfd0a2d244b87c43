internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: help(
      "Lập kho hồ sơ mới cho trường, hoặc trường mẫu.", "Start a school's repository, or the sample school."),
    aliases: ["khoi-tao"])

  @Argument(help: ArgumentHelp(help("thư mục mới", "a new folder")))
  var folder: String

  @Flag(help: ArgumentHelp(help("trường mẫu với lịch sử được diễn lại", "the sample school, its history played")))
  var sample = false

  @Option(
    help: ArgumentHelp(
      help("thư mục của trường mẫu, đi cùng --sample", "the sample school's folder, with --sample")))
  var from: String?

  @Option(help: ArgumentHelp(help("mã trường, ví dụ th-suoi-may", "the school's id, such as th-suoi-may")))
  var id: String?

  @Option(help: ArgumentHelp(help("tên trường", "the school's name")))
  var name: String?

  @Option(
    help: ArgumentHelp(
      help(
        "cấp học: primary, lower-secondary, upper-secondary (mặc định: của quy chế)",
        "primary, lower-secondary, upper-secondary (default: the profile's)")))
  var level: String?

  @Option(help: ArgumentHelp(help("năm học đầu tiên, ví dụ 2026-2027", "the first school year, such as 2026-2027")))
  var year: String?

  @Option(
    help: ArgumentHelp(
      help("quy chế mẫu; xem: hoso profiles", "the regulation that the kinds follow; see: hoso profiles")))
  var profile = "000"

  @Option(
    help: ArgumentHelp(
      help(
        "thêm loại hồ sơ mà quy chế không nêu, ví dụ lesson-plan",
        "also a kind beside the profile's, such as lesson-plan"),
      valueName: "kind"))
  var also: [String] = []

  @Option(help: ArgumentHelp(help("mã của bạn, ví dụ lmk", "your id, such as lmk")))
  var person: String?

  @Option(help: ArgumentHelp(help("họ tên của bạn", "your name")))
  var personName: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console()
    if sample { return try await play(console) }
    guard from == nil else { throw Problem(.invalidOption, ["option": "--from"]) }
    func required(_ value: String?, _ option: String) throws -> String {
      guard let value, !value.isEmpty else { throw Problem(.missingOption, ["option": option]) }
      return value
    }
    let answers = InitAction.Answers(
      id: try required(id, "--id"), name: try required(name, "--name"), level: level,
      year: try required(year, "--year"), profile: profile, also: also, person: try required(person, "--person"),
      personName: try required(personName, "--person-name"))
    let outcome = try await InitAction(folder: folder, answers: answers, now: try CommonOptions.now()).perform()
    switch outcome {
    case .refused(let diagnostics):
      if console.isJSON {
        console.answer(
          .object([
            "format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, console.language),
          ]))
      }
      console.show(diagnostics)
      throw Exit(status: 1)
    case .committed(let submission):
      if console.isJSON {
        console.answer(
          .object(["format": 1, "folder": .string(folder), "commit": .string(submission.commit.hexadecimal)]))
      }
      console.note(
        console.text(
          "Đã lập kho hồ sơ tại \(folder), lần ghi \(submission.commit.short). Việc tiếp theo: điền .hoso/people.csv, teams.csv, classes.csv.",
          "Started the repository at \(folder), commit \(submission.commit.short). Next: fill in .hoso/people.csv, teams.csv, classes.csv."
        ))
    }
  }

  private func play(_ console: Console) async throws {
    let program = Workspace.program
    guard let source = from ?? SampleSchool.folder(near: program) else {
      throw Problem(.missingOption, ["option": "--from"])
    }
    let report = try await SampleSchool(from: source, into: folder, program: program).perform { done, total in
      console.progress(console.text("đang diễn lại năm học", "playing the year"), done, of: total)
    }
    console.endProgress()
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "bare": .string(report.bare), "clone": .string(report.clone), "events": .number(report.events),
          "refusals": .number(report.refusals),
        ]))
    }
    console.note(
      console.text(
        "Đã diễn lại \(report.events) việc (\(report.refusals) việc bị từ chối đúng quy tắc): \(report.clone)",
        "Played \(report.events) events (\(report.refusals) refused as the rules say): \(report.clone)"))
  }
}

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: help("Tạo hồ sơ mới theo mẫu, đúng thư mục.", "Make a new record from its template at the right place."),
    aliases: ["tao"])

  @Argument(help: ArgumentHelp(help("loại hồ sơ, ví dụ lesson-plan hoặc K4", "the kind, such as lesson-plan or K4")))
  var kind: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      help("giá trị, ví dụ week=5 hoặc mon=toan", "a value, such as week=5 or mon=toan"), valueName: "name=value"))
  var values: [String] = []

  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let outcome = try NewAction(kind: kind, values: try SetOption.values(values), isDryRun: dryRun).perform(
      in: workspace)
    guard case .made(let report) = outcome else {
      if case .refused(let diagnostics) = outcome {
        if console.isJSON {
          console.answer(
            .object([
              "format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, console.language),
            ]))
        }
        console.show(diagnostics)
      }
      throw Exit(status: 1)
    }
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "path": .string(report.path.text), "open": .array(report.open.map { .string($0) }),
        ]))
    }
    console.note(report.path.text)
    if !report.open.isEmpty, !console.isJSON {
      console.aside(console.text("Cần điền: ", "To fill in: ") + report.open.joined(separator: ", "))
    }
  }
}

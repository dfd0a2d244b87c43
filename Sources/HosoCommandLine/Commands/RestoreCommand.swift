internal import ArgumentParser
internal import HosoActions
internal import HosoCore

struct ServerRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: help(
      "Dựng lại máy chủ từ kho gương, bản sao lưu hoặc bản sao đầy đủ nhất.",
      "Make the server anew from a mirror, a backup or the fullest clone."))

  @Argument(help: ArgumentHelp(help("thư mục mới", "a new folder")))
  var folder: String
  @Option(
    help: ArgumentHelp(help("kho gương, bản sao lưu hoặc bản sao", "a mirror, backup or clone"), valueName: "copy"))
  var from: String
  @Option(
    help: ArgumentHelp(
      help("khoá của máy chủ cũ, nếu còn giữ", "the old server's key, where it was saved"), valueName: "file"))
  var key: String?
  @Option(
    help: ArgumentHelp(
      help("dòng sổ trong biên bản họp gần nhất", "the journal's line from the last minutes"), valueName: "line"))
  var witness: String?
  @Flag(help: .hidden)
  var simulatedClock = false
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let head = witness.flatMap(JournalHead.init)
    guard witness == nil || head != nil else { throw Problem(.invalidOption, ["option": "--witness"]) }
    let console = common.console()
    let report = try await RestoreAction(
      folder: folder, from: from, keyFile: key, witness: head, program: Workspace.program,
      now: try CommonOptions.now(), hasSimulatedClock: simulatedClock
    ).perform()
    if console.isJSON {
      return console.answer(
        .object([
          "format": 1, "outcome": "restored", "folder": .string(report.folder),
          "serverKey": .string(report.fingerprint), "newKey": .bool(report.isNewKey), "head": JSON(report.head?.line),
        ]))
    }
    console.answer(
      console.text(
        "Đã dựng lại máy chủ ở \(report.folder), mọi thứ đã kiểm chứng. Đầu sổ:",
        "The server stands again at \(report.folder); everything verified. Head of the journal:"))
    if let head = report.head { console.answer(head.line) }
    if report.isNewKey {
      console.answer(
        console.text(
          """
          Không có khoá cũ nên máy chủ có khoá mới: \(report.fingerprint)
          Ghi dòng trên và khoá này vào biên bản họp, có chữ kí hiệu trưởng: đó là bằng chứng duy nhất cho khoá mới.
          """,
          """
          The old key was not given, so the server has a new one: \(report.fingerprint)
          Write the line above and this key into the minutes and have the principal sign: nothing else proves the new key.
          """))
    }
    console.note(
      console.text(
        "Tiếp theo: mọi người chạy 'hoso sync'; ai được báo 'server-behind' thì bản sao của người ấy đầy đủ hơn, dựng lại từ đó.",
        "Next: everybody runs 'hoso sync'; who is told 'server-behind' has a fuller clone: restore from that one."))
  }
}

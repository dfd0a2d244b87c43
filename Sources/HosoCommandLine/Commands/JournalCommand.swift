internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore

/// `hoso journal …`: the receipts that the server wrote, for people.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: help("Sổ biên nhận của máy chủ: đầu sổ, các biên nhận, khoá.", "The server's journal of receipts."),
    subcommands: [JournalHeadCommand.self, JournalLogCommand.self, JournalKeyCommand.self],
    aliases: ["so-bien-nhan"])
}

struct JournalHeadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head",
    abstract: help(
      "In dòng đầu sổ để ghi vào biên bản họp tuần.", "Print the line to write into the weekly minutes."))

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let (head, moment) = try JournalAction().head(in: workspace)
    if console.isJSON {
      return console.answer(
        .object([
          "format": 1, "outcome": "read", "line": .string(head.line), "sequence": .number(head.sequence),
          "digest": .string(head.digest), "time": .string(moment.description),
        ]))
    }
    console.note(
      console.text(
        "Sổ biên nhận của trường đến biên nhận số \(head.sequence), lúc \(moment). Chép nguyên dòng dưới đây vào biên bản họp:",
        "The school's journal up to receipt \(head.sequence), at \(moment). Copy this line into the minutes as it is:"))
    console.answer(head.line)
    console.note(
      console.text(
        "Sau này đối chiếu bằng: hoso verify --witness 'DÒNG TRÊN'",
        "To compare later: hoso verify --witness 'THE LINE ABOVE'"))
  }
}

struct JournalLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: help("In các biên nhận, mới nhất trước.", "Print the receipts, newest first."))

  @Option(
    name: [.customShort("n"), .long], help: ArgumentHelp(help("nhiều nhất bấy nhiêu biên nhận", "at most so many")))
  var limit = 20

  @Option(help: ArgumentHelp(help("chỉ của người này (mã người)", "of this person alone (id)"), valueName: "id"))
  var person: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard limit > 0 else { throw Problem(.invalidOption, ["option": "-n"]) }
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let lines = try JournalAction().log(limit, of: person, in: workspace)
    if console.isJSON {
      return console.answer(
        .object(["format": 1, "outcome": "read", "receipts": .array(lines.map(Self.json))]))
    }
    for line in lines { console.answer(Self.text(line, console)) }
    if lines.isEmpty { console.note(console.text("Chưa có biên nhận nào.", "There are no receipts.")) }
  }

  private static func text(_ line: JournalAction.Line, _ console: Console) -> String {
    let receipt = line.receipt
    let what =
      switch receipt.event {
      case .adopt:
        console.text("tiếp quản ", "taken over: ") + JournalAction.short(receipt.reference)
      case .restore: console.text("khôi phục máy chủ, khoá mới", "server restored, new key")
      case .push: line.subjects.joined(separator: "; ")
      }
    return "\(receipt.sequence)  \(receipt.moment)  \(NameRule.visible(line.name)) (\(receipt.person))  "
      + NameRule.visible(what)
  }

  private static func json(_ line: JournalAction.Line) -> JSON {
    let receipt = line.receipt
    return .object([
      "sequence": .number(receipt.sequence), "time": .string(receipt.moment.description),
      "event": .string(receipt.event.rawValue), "person": .string(receipt.person), "name": .string(line.name),
      "reference": .string(receipt.reference), "old": .string(receipt.old.hexadecimal),
      "new": .string(receipt.new.hexadecimal), "subjects": .array(line.subjects.map { .string($0) }),
    ])
  }
}

struct JournalKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: help(
      "In khoá của máy chủ dạng allowed_signers, để git tự kiểm chữ kí của biên nhận.",
      "Print the server's key as a line of allowed_signers, for git to check the receipts."),
    discussion: help(
      "hoso journal key > /tmp/so; git -c gpg.ssh.allowedSignersFile=/tmp/so verify-commit origin/journal",
      "hoso journal key > /tmp/j; git -c gpg.ssh.allowedSignersFile=/tmp/j verify-commit origin/journal"))

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let lines = try JournalAction().keys(in: workspace)
    if console.isJSON {
      return console.answer(
        .object(["format": 1, "outcome": "read", "allowedSigners": .array(lines.map { .string($0) })]))
    }
    for line in lines { console.answer(line) }
  }
}

internal import ArgumentParser
internal import HosoActions
internal import HosoCore

/// `hoso mirror …`: copies of the server elsewhere.
struct MirrorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mirror",
    abstract: help("Kho gương của máy chủ: thêm, xem, cập nhật.", "The server's mirrors: add, list, sync."),
    subcommands: [MirrorAddCommand.self, MirrorListCommand.self, MirrorSyncCommand.self])
}

struct MirrorAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: help(
      "Thêm một kho gương: ổ đĩa khác (đường dẫn đầy đủ) hoặc máy khác (địa chỉ ssh).",
      "Add a mirror: another disk (an absolute path) or another machine (an ssh address)."))

  @Argument(help: ArgumentHelp(help("tên: chữ thường, số, gạch nối", "a name: lower-case letters, digits, hyphens")))
  var name: String
  @Argument(help: ArgumentHelp(help("địa chỉ", "its address")))
  var address: String
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let line = try await MirrorAction().add(name, at: address, in: workspace)
    if console.isJSON {
      return console.answer(.object(["format": 1, "outcome": "added", "mirror": .mirror(line)]))
    }
    console.note(
      console.text(
        "Đã thêm kho gương '\(line.name)'. Tiếp theo: hoso mirror sync \(line.name)",
        "Added the mirror '\(line.name)'. Next: hoso mirror sync \(line.name)"))
  }
}

struct MirrorListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: help("Kho gương nào đầy đủ đến đâu.", "Which mirror is complete up to where."))

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let lines = try await MirrorAction().list(in: workspace)
    if console.isJSON {
      console.answer(.object(["format": 1, "outcome": "read", "mirrors": .array(lines.map { .mirror($0) })]))
    } else if lines.isEmpty {
      console.note(console.text("Chưa có kho gương nào.", "There are no mirrors."))
    }
    console.show(lines)
    if lines.contains(where: \.isAlarming) { throw Exit(status: 1) }
  }
}

struct MirrorSyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: help(
      "Chép main, sổ biên nhận và mọi quyết định sang các kho gương, rồi đối chiếu.",
      "Copy main, the journal and every decision to the mirrors, then compare."))

  @Argument(help: ArgumentHelp(help("chỉ các kho này", "these alone")))
  var names: [String] = []
  /// As the hook starts it: on its own, with nobody to tell.
  @Flag(help: .hidden)
  var afterPush = false
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    guard let lines = try await MirrorAction().sync(names, isBackground: afterPush, in: workspace) else { return }
    let isFailure = lines.contains { $0.failure != nil }
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": isFailure ? "failed" : "synced", "mirrors": .array(lines.map { .mirror($0) }),
        ]))
    }
    console.show(lines)
    if isFailure { throw Exit(status: 1) }
  }
}

extension JSON {
  fileprivate static func mirror(_ line: MirrorAction.Line) -> JSON {
    .object([
      "name": .string(line.name), "address": .string(line.address), "receipt": .number(line.receipt),
      "behind": .number(line.behind), "alarming": .bool(line.isAlarming),
      "succeeded": JSON(line.succeeded?.description), "failure": JSON(line.failure),
    ])
  }
}

extension Console {
  fileprivate func show(_ lines: [MirrorAction.Line]) {
    guard !isJSON else { return }
    for line in lines where !isQuiet || line.isAlarming || line.failure != nil {
      let state =
        line.behind == 0 && line.failure == nil
        ? paint(text("đầy đủ", "complete"), "32")
        : line.isAlarming
          ? paint(text("CHẬM \(line.behind) biên nhận", "\(line.behind) receipts BEHIND"), "31")
          : paint(text("chậm \(line.behind) biên nhận", "\(line.behind) receipts behind"), "33")
      let last = line.succeeded.map { text(", lần cuối lúc \($0)", ", last at \($0)") } ?? ""
      answer(
        "\(line.name)  \(NameRule.visible(line.address))  \(state), "
          + text("đến biên nhận \(line.receipt)", "up to receipt \(line.receipt)") + last)
      if let failure = line.failure { answer("  \(text("lí do", "reason")): \(NameRule.visible(failure))") }
    }
  }
}

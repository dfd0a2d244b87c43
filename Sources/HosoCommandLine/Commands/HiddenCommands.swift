internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

/// `hoso bench history`: the history pass alone, for `make bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bench", shouldDisplay: false)

  @Argument var part: String
  @Argument var repository: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard part == "history" else { throw Problem(.invalidOption, ["option": part]) }
    let report = try BenchAction(repository: repository ?? ".").perform()
    common.console().answer("\(report.commits) \(report.changes)")
  }
}

/// `hoso document rules`, `roles` and `kinds`: the generated documentation, for `make docs`.
struct DocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "document", shouldDisplay: false)

  @Argument var part: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    switch part {
    case "rules": Console.put(RuleDocument.markdown, to: 1)
    case "roles": Console.put(RoleDocument.markdown(in: common.console().language), to: 1)
    case "kinds":
      let document = KindDocument(try KindDocumentAction().perform(), in: common.console().language)
      Console.put(document.markdown, to: 1)
    default: throw Problem(.invalidOption, ["option": part])
    }
  }
}

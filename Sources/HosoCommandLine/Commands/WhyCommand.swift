internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: help("Vì sao một người được hoặc không được làm việc gì.", "Why somebody may or may not do something."),
    aliases: ["vi-sao"])

  @Argument(help: ArgumentHelp(help("người: mã hoặc địa chỉ thư", "the person: id or e-mail"))) var person: String
  @Argument(
    help: ArgumentHelp("read, comment, create, edit, rename, move, delete, grant, limit, lock, approve, return"))
  var verb: String
  @Argument(help: ArgumentHelp(help("đường dẫn", "the path"))) var path: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    if let verb = Decision.Verb(rawValue: verb) {
      let answer = try WhyDecisionAction(person: person, verb: verb, path: path).perform(in: workspace)
      return try console.show(answer)
    }
    let answer = try WhyAction(person: person, verb: verb, path: path).perform(in: workspace)
    let decision = answer.decision
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "allowed": .bool(answer.isAllowed), "person": .string(answer.person.id),
          "verb": .string(decision.verb.rawValue), "path": .string(decision.path.text),
          "role": JSON(decision.role?.rawValue), "rule": JSON(decision.grant.map { ".hoso/access.csv:\($0.line)" }),
          "inheritedFrom": .string(decision.folder), "limitedAt": JSON(decision.limitedAt),
          "lock": JSON(answer.lock?.tag), "ask": .array(decision.ask.map { .string($0) }),
        ]))
    } else if decision.isAllowed, let lock = answer.lock {
      let refusal = lock.refusal(of: answer.verb, decision.path, in: answer.rulebook)
      let catalogue = Catalogue(console.language)
      console.answer(console.text("KHÔNG ĐƯỢC: ", "REFUSED: ") + catalogue.summary(of: refusal))
      console.answer("  " + catalogue.fix(for: refusal))
    } else {
      let words = AccessAnswer(decision, of: answer.person, asking: answer.verb, in: answer.rulebook)
      for line in words.lines(in: console.language) { console.answer(line) }
    }
    if !answer.isAllowed { throw Exit(status: 1) }
  }
}

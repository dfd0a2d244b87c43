internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: help(
      "Các quy chế mẫu mà trường mới có thể bắt đầu từ đó.", "The regulations that a new school can start from."),
    aliases: ["quy-che"])

  @Argument(help: ArgumentHelp(help("mã quy chế, để xem các loại hồ sơ của nó", "a profile, to list its kinds")))
  var profile: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    let profiles = try KindDocumentAction(profile: profile).perform()
    if console.isJSON {
      return console.answer(.object(["format": 1, "profiles": .array(profiles.map { json($0, console.language) })]))
    }
    for each in profiles {
      let levels = each.levels.map { KindWords.level($0)(console.language) }.joined(separator: ", ")
      let count = each.kinds.count
      console.answer("\(each.id)  \(each.title(console.language)) [\(levels)]")
      if profile == nil {
        console.answer("     " + console.text("\(count) loại hồ sơ", "\(count) kinds of record"))
        continue
      }
      for kind in each.kinds {
        let code = kind.code + String(repeating: " ", count: max(0, 3 - kind.code.count))
        console.answer("  \(code)  \(kind.title(console.language)) (\(kind.id)) – \(kind.keeping.basis ?? "")")
      }
    }
    if profile == nil {
      console.aside(
        console.text(
          "Lập kho cho trường theo một quy chế: hoso init THƯ_MỤC --profile MÃ …; xem các loại hồ sơ: hoso quy-che MÃ",
          "To start a school from one: hoso init FOLDER --profile ID …; to see its kinds: hoso profiles ID"))
    }
  }

  private func json(_ profile: KindDocument.Profile, _ language: Language) -> JSON {
    .object([
      "id": .string(profile.id), "title": .string(profile.title(language)),
      "levels": .array(profile.levels.map { .string($0) }),
      "kinds": .array(
        profile.kinds.map { kind in
          .object([
            "id": .string(kind.id), "code": .string(kind.code), "title": .string(kind.title(language)),
            "place": .string(kind.place.text), "basis": JSON(kind.keeping.basis),
          ])
        }),
    ])
  }
}

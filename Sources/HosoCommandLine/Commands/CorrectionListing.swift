internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct CorrectionListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: help("Các hồ sơ chỉnh sửa của năm học.", "The corrections of a school year."), aliases: ["danh-sach"])

  @Option(help: ArgumentHelp(help("năm học", "school year")))
  var year: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try CorrectionsAction(year: year).perform(in: workspace)
    if console.isJSON {
      return console.answer(
        .object([
          "format": 1, "year": .string(report.year),
          "corrections": .array(report.corrections.map { $0.json(report.commits) }),
        ]))
    }
    if report.corrections.isEmpty {
      console.note(console.text("Chưa có hồ sơ chỉnh sửa nào.", "There are no corrections."))
    }
    for status in report.corrections { console.answer(status.line(console)) }
  }
}

struct CorrectionShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: help(
      "Một hồ sơ chỉnh sửa: sửa gì, ai đã kí, còn thiếu ai.", "One case: what it changes, who signed, who has not."),
    aliases: ["xem"])

  @Argument(help: ArgumentHelp(help("hồ sơ chỉnh sửa", "the case")))
  var name: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try CorrectionsAction(case: name).perform(in: workspace)
    for status in report.corrections {
      if console.isJSON {
        console.answer(.object(status.object(report.commits).merging(["format": 1]) { own, _ in own }))
      } else {
        status.lines(console, report).forEach(console.answer)
      }
    }
  }
}

extension CorrectionCase {
  /// What it changes, a line each.
  func lines(_ console: Console) -> [String] {
    records.flatMap { record in
      let own = cells(of: record.path)
      guard !own.isEmpty else {
        return ["\(record.path): \(console.text("bản mới", "new text")) \(texts[record.new]?.text ?? "")"]
      }
      let empty = console.text("(trống)", "(empty)")
      return own.map { cell in
        let (old, new) = (cell.old.isEmpty ? empty : cell.old, cell.new.isEmpty ? empty : cell.new)
        return "\(record.path): \(cell.key), \(cell.column): " + NameRule.visible("\(old) → \(new)")
      }
    }
  }
}

extension CorrectionStatus {
  /// The case with its state and how many consents it has, on one line.
  func line(_ console: Console) -> String {
    let (given, needed) = count
    let signs = needed > 0 ? console.text(", \(given)/\(needed) chữ kí", ", \(given) of \(needed) consents") : ""
    return "\(folder): \(Vocabulary.name(of: state)(console.language))\(signs)"
  }

  func lines(_ console: Console, _ report: CorrectionsAction.Report) -> [String] {
    var lines = [line(console)]
    func name(_ id: ListID) -> String { report.rulebook.people[id]?.name ?? id }
    if let request {
      lines.append(console.text("người đề nghị", "requester") + ": \(name(request.requester))")
      if let withdrawal = request.withdrawal {
        lines.append(console.text("lí do rút", "withdrawn because") + ": \(NameRule.visible(withdrawal))")
      }
      lines += request.lines(console).map { "  " + $0 }
      lines += request.evidence.map { console.text("  minh chứng", "  evidence") + ": \($0)" }
    }
    if let procedure {
      lines.append(
        console.text("thủ tục", "procedure") + ": \(procedure.title(console.language)) (\(procedure.clause))")
      if let note = procedure.note { lines.append("  \(note(console.language))") }
      if let request {
        switch report.rulebook.lastDay(of: procedure, for: request, on: report.moment.date) {
        case .none: break
        case .day(let day): lines.append(console.text("hạn cuối", "last day") + ": \(day)")
        case .unknown: lines.append(console.text("hạn cuối: chưa tính được", "last day: not known"))
        }
      }
    }
    for word in words {
      let consent = word.consent
      let verb =
        consent.verb == .consent ? console.text("đồng ý", "consents") : console.text("không đồng ý", "refuses")
      let capacity = Vocabulary.name(ofSigner: consent.signer.text)(console.language)
      let reason = consent.reason.isEmpty ? "" : ": " + NameRule.visible(consent.reason)
      lines.append("\(verb): \(name(consent.person)) (\(capacity)), \(consent.moment), \(word.tag)\(reason)")
    }
    if state != .applied {
      for entry in missing { lines.append(console.text("còn thiếu", "missing") + ": \(entry.name(console.language))") }
    }
    if let openedIn { lines.append(console.text("lập", "opened") + ": \(report.commits[openedIn].moment)") }
    if let appliedIn { lines.append(console.text("sửa", "corrected") + ": \(report.commits[appliedIn].moment)") }
    return lines
  }

  func json(_ commits: [CommitSummary]) -> JSON { .object(object(commits)) }

  func object(_ commits: [CommitSummary]) -> [String: JSON] {
    [
      "case": .string(folder.path.text), "state": .string(state.rawValue), "requester": JSON(request?.requester),
      "procedure": JSON(request?.procedure), "given": .number(count.given), "needed": .number(count.needed),
      "missing": .signers(missing), "opened": JSON(openedIn.map { commits[$0].moment.description }),
      "applied": JSON(appliedIn.map { commits[$0].moment.description }),
      "records": .array(
        (request?.records ?? []).map { record in
          .object([
            "path": .string(record.path.text), "old": .string(record.old.hexadecimal),
            "new": .string(record.new.hexadecimal),
          ])
        }),
      "cells": .array(
        (request?.cells ?? []).map { cell in
          .object([
            "path": .string(cell.path.text), "key": .string(cell.key), "column": .string(cell.column),
            "old": .string(cell.old), "new": .string(cell.new), "reason": .string(cell.reason),
          ])
        }),
      "evidence": .array((request?.evidence ?? []).map { .string($0.text) }),
      "words": .array(
        words.map { word in
          .object([
            "tag": .string(word.tag), "verb": .string(word.consent.verb.rawValue),
            "person": .string(word.consent.person), "signer": .string(word.consent.signer.text),
            "time": .string(word.consent.moment.description), "reason": .string(word.consent.reason),
          ])
        }),
    ]
  }
}

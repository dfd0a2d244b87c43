package import HosoCore
internal import HosoStore

/// `hoso remind`: what each person owes next, and the sending of it.
package struct RemindAction {
  /// What is owed, in the view that it was found in.
  package struct Report: Sendable {
    package let view: SchoolView
    package let reminders: Reminders
  }

  /// What became of one message.
  package struct Delivery: Sendable {
    package let person: Person
    /// What the mail program said; nil where it took the message.
    package let failure: String?
  }

  private let year: String?
  private let person: String?
  private let days: Int
  private let moment: Int64?

  /// `days` is how far ahead; `moment` the time that is asked about, nil meaning now.
  package init(year: String?, person: String?, days: Int, at moment: Int64? = nil) {
    self.year = year
    self.person = person
    self.days = days
    self.moment = moment
  }

  package func perform(in workspace: Workspace, report: (Diagnostic) -> Void) throws -> Report {
    let view = try workspace.store.readingFast {
      try workspace.store.view(year: year, at: moment ?? workspace.now, report: report)
    }
    return Report(view: view, reminders: Reminders(of: view, days: days, person: try view.person(person)))
  }

  /// Gives each message to the school's command, on standard input, with the address as its last argument.
  ///
  /// - Throws: where the school names no command, or this machine's owner has not allowed exactly that one.
  package func send(
    _ messages: [(person: Person, text: String)], of report: Report, in workspace: Workspace,
    progress: (Int) -> Void = { _ in }
  ) async throws -> [Delivery] {
    let command = report.view.rulebook.school.remindCommand
    guard let program = command.first else { throw Problem(.noRemindCommand) }
    // What runs on a machine is for its owner to say, not for whoever may change a rule file.
    let words = command.joined(separator: " ")
    guard workspace.store.setting("hoso.remindcommand") == words else {
      throw Problem(.remindNotAllowed, ["command": words])
    }
    var deliveries: [Delivery] = []
    for (index, message) in messages.enumerated() {
      progress(index)
      deliveries.append(
        Delivery(
          person: message.person,
          failure: try await deliver(message.text, to: message.person.email, program, Array(command.dropFirst()))))
    }
    return deliveries
  }

  private func deliver(
    _ text: String, to address: String, _ program: String, _ arguments: [String]
  ) async throws -> String? {
    // An address that looks like an option would be one.
    guard !address.hasPrefix("-") else { return address }
    let result = try await Tool.result(program, arguments + [address], input: Array(text.utf8))
    guard !result.isSuccess else { return nil }
    return result.errors.split(separator: "\n").last.map(String.init) ?? program
  }
}

extension SchoolView {
  /// The id of the person that a command names by id or address.
  func person(_ name: String?) throws(Problem) -> ListID? {
    guard let name else { return nil }
    guard let person = rulebook.people[name] ?? rulebook.person(email: name) else {
      throw Problem(.unknownPersonName, ["person": name])
    }
    return person.id
  }
}

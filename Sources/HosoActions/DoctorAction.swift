package import HosoCore
internal import HosoStore

/// `hoso doctor`: looks a server, a mirror or a clone over, and mends what can be mended without losing anything.
package struct DoctorAction {
  /// What was found.
  package struct Report: Sendable {
    package let place: Place
    /// In the order in which they were made; what was mended stands as it is now.
    package let checks: [Check]
    /// What `--repair` mended.
    package let mended: [Check]

    /// Whether any check failed.
    package var isFailure: Bool { checks.contains { $0.state == .failure } }
  }

  /// What the repository is.
  package enum Place: String, Sendable { case server, mirror, clone }

  private let repairs: Bool
  private let readsAll: Bool
  private let program: String

  /// `readsAll` has git read every object; `program` is the path of hoso that hooks call.
  package init(repairs: Bool, readsAll: Bool, program: String) {
    self.repairs = repairs
    self.readsAll = readsAll
    self.program = program
  }

  package func perform(in workspace: Workspace) async throws -> Report {
    let store = workspace.store
    var unreadable: [Check] = []
    var rulebook: Rulebook?
    do { rulebook = try store.rulebook(at: store.existingTip()) } catch let problem as Problem {
      unreadable = [Check(.rules, .failure, problem.facts.merging(["problem": problem.id.rawValue]) { own, _ in own })]
    }
    let checkup = Checkup(of: store, now: workspace.now, offset: rulebook?.school.offset ?? 0)
    var checks = try await Self.checks(checkup, rulebook)
    var mended: [Check] = []
    if repairs {
      for check in checks where check.isMendable {
        if try await checkup.repair(check, program: program) { mended.append(check) }
      }
      if !mended.isEmpty { checks = try await Self.checks(checkup, rulebook) }
      // What is still there was not mended.
      mended.removeAll { checks.contains($0) }
    }
    checks += unreadable
    if readsAll { checks += try await checkup.objects() }
    let place: Place =
      switch checkup.place {
      case .server: .server
      case .mirror: .mirror
      case .clone: .clone
      }
    return Report(place: place, checks: checks, mended: mended)
  }

  private static func checks(_ checkup: Checkup, _ rulebook: Rulebook?) async throws -> [Check] {
    var checks = try await checkup.programs() + checkup.disk()
    if checkup.place == .server {
      checks += try await checkup.settings() + checkup.hooks() + checkup.key() + checkup.folders()
    }
    if checkup.place != .clone { checks += try checkup.permissions() }
    checks += try checkup.foreignHistory() + checkup.staleLocks() + checkup.journal()
    switch checkup.place {
    case .server: checks += try await checkup.intents() + checkup.mirrors()
    case .clone: if let rulebook { checks += try checkup.clone(rulebook) }
    case .mirror: break
    }
    return checks
  }
}

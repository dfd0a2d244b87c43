internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import Synchronization

/// The rules of the school around the current folder, read on another thread while this one reads its arguments.
///
/// Rules with any fault are not kept: who needs them reads them again and hears of it.
package enum RulesAhead {
  private static let started = Mutex<Workers.Started<[ObjectID: Rulebook]>?>(nil)

  /// Begins to read those of the newest commit.
  package static func start() {
    let reading = Workers.start {
      var rules: [ObjectID: Rulebook] = [:]
      guard let store = try? SchoolStore(at: "."), let tip = try? store.tip(), let base = try? store.snapshot(of: tip),
        let folder = try? base.entry(at: .rulesFolder), folder.isFolder
      else { return rules }
      var isFaulty = false
      let rulebook = try? RecordReader().rulebook(of: base) { _ in isFaulty = true }
      if !isFaulty { rules[folder.id] = rulebook }
      return rules
    }
    started.withLock { $0 = reading }
  }

  /// What was read, by the id of `.hoso`; waits for the end. Empty where nothing was started, or it was asked before.
  static func take() -> [ObjectID: Rulebook] {
    started.withLock { reading in
      defer { reading = nil }
      return reading?.value ?? [:]
    }
  }

  /// Waits until nothing is read any more, so that the process can end.
  package static func end() { _ = take() }
}

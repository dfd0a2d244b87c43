internal import GitObjects
internal import HosoCore

/// What the gate let pass and git is about to write: kept on the disk until the receipt stands.
///
/// One file for each push in `hoso/intents/`, so that whoever comes next can finish what a crash cut short.
struct Intent: Hashable {
  let moment: Moment
  let person: ListID
  let key: String
  /// The tip of `main` whose rules judged the push, and their number.
  let main: ObjectID
  let policy: Int
  /// The folders below `objects/` into which git will put the new objects.
  let folders: [String]
  let updates: [ReferenceUpdate]

  var text: String {
    var lines = [
      "hoso-intent: 1", "time: \(moment.seconds) \(moment.offset)", "person: \(person)", "key: \(key)",
      "main: \(main.hexadecimal)", "policy: \(policy)", "folders: \(folders.joined(separator: " "))",
    ]
    lines += updates.map { "update: \($0.line)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads ``text``; nil for a file that was cut short.
  init?(_ text: String) {
    guard text.hasSuffix("\n") else { return nil }
    var values: [(name: Substring, value: Substring)] = []
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      values.append((line[..<colon], line[colon...].dropFirst(2)))
    }
    let names = ["hoso-intent", "time", "person", "key", "main", "policy", "folders"]
    guard values.count > names.count, values.map(\.name).starts(with: names.map { $0[...] }) else { return nil }
    let time = values[1].value.split(separator: " ").compactMap { Int64($0) }
    guard values[0].value == "1", time.count == 2, let main = ObjectID(hexadecimal: values[4].value),
      let policy = Int(values[5].value)
    else { return nil }
    let updates = values[names.count...].map { $0.name == "update" ? ReferenceUpdate(line: $0.value) : nil }
    guard updates.allSatisfy({ $0 != nil }) else { return nil }
    self.init(
      moment: Moment(seconds: time[0], offset: Int(time[1])), person: String(values[2].value),
      key: String(values[3].value), main: main, policy: policy,
      folders: values[6].value.split(separator: " ").map(String.init), updates: updates.compactMap(\.self))
  }

  init(
    moment: Moment, person: ListID, key: String, main: ObjectID, policy: Int, folders: [String],
    updates: [ReferenceUpdate]
  ) {
    self.moment = moment
    self.person = person
    self.key = key
    self.main = main
    self.policy = policy
    self.folders = folders
    self.updates = updates
  }
}

internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// Where and when a command works: the repository, the person's current folder, the time.
package struct Workspace {
  let store: SchoolStore
  /// The folder that relative paths are meant from.
  package let folder: String
  /// Now, as the entry point read it.
  package let now: Int64
  /// Reads records and rule files.
  let reader = RecordReader()

  init(store: SchoolStore, folder: String, now: Int64) {
    self.store = store
    self.folder = folder
    self.now = now
  }

  /// Opens the repository around the folder that this process runs in.
  package init(now: Int64) throws(Problem) {
    self.init(store: try SchoolStore(at: "."), folder: FileSystem.currentFolder, now: now)
  }

  /// Opens the repository that git's environment names: in a hook, where pushed objects are not yet in their place.
  package init(receivingAt now: Int64) throws(Problem) {
    self.init(store: try SchoolStore.ofHook(), folder: FileSystem.currentFolder, now: now)
  }

  /// Begins to read the rules that the coming command will judge by.
  package static func readRulesAhead() { RulesAhead.start() }

  /// Waits for ``readRulesAhead()``, before the process ends without having used it.
  package static func endReadingAhead() { RulesAhead.end() }

  /// Keeps what was opened and read until the process ends, which then needs not take it apart piece by piece.
  package func keepToTheEnd() { _ = Unmanaged.passRetained(store) }

  /// The language of the school, or nil where its rules cannot be read.
  package var language: Language? {
    guard let tip = try? store.tip() else { return nil }
    return (try? store.rulebook(at: tip))?.school.language
  }

  /// The path of this program's own file.
  package static var program: String { FileSystem.real("/proc/self/exe") ?? CommandLine.arguments[0] }

  /// The school's zone, in minutes east of UTC.
  package func offset() throws -> Int { try store.rulebook(at: try store.existingTip()).school.offset }

  /// Whether this server plays a past year, so that its clock is the one it is given: in samples and tests alone.
  package var isClockSimulated: Bool { store.hasSetting("hoso.simulatedclock") }

  /// Now in the school's zone.
  package func moment(_ rulebook: Rulebook) -> Moment { Moment(seconds: now, offset: rulebook.school.offset) }

  /// The working tree.
  ///
  /// - Throws: where the repository is bare.
  func workingTree() throws(Problem) -> WorkingTree {
    guard let root = store.workingTreeFolder else {
      throw Problem(.needsWorkingTree, ["path": store.gitFolder])
    }
    return WorkingTree(root: root)
  }

  /// A path that a person gave, as a path of the repository; nil for its top.
  package func path(_ text: String) throws -> RecordPath? {
    if let root = store.workingTreeFolder {
      return try WorkingTree(root: root).path(of: text, from: folder)
    }
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    if text.isEmpty || text == "." { return nil }
    do { return try RecordPath(text) } catch { throw Problem(.outsideRepository, ["path": text]) }
  }

  /// The absolute path of a file that a person named, which need not lie in the repository.
  func absolute(_ file: String) -> String { file.hasPrefix("/") ? file : folder + "/" + file }

  /// The bytes of a file that a person named, which need not lie in the repository.
  func bytes(ofFile file: String) throws -> [UInt8] {
    let path = absolute(file)
    guard FileSystem.kind(at: path) == .file else { throw Problem(.noSuchFile, ["path": file]) }
    return try FileSystem.read(path)
  }
}

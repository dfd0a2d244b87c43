/// A history of edits of every sort, the same for the same seed, as `git fast-import` reads it.
struct GeneratedHistory {
  private var chance: Chance
  private var files: [String: String] = [:]
  private(set) var stream: [UInt8] = []

  private static let names = [
    "a", "a-b", "a.md", "a b", "b", "Kế hoạch", "tổ 4-5", "lớp 4a", "đ", "z.csv", "0",
  ]

  init(seed: UInt64, commits: Int) {
    chance = Chance(seed: seed)
    for number in 0..<commits { add(number) }
  }

  private mutating func add(_ number: Int) {
    write("commit refs/heads/main\nauthor An <an@truong.edu.vn> \(1_700_000_000 + number) +0700")
    write("committer Bình <binh\(number % 7)@truong.edu.vn> \(1_700_000_100 + number) +0700")
    data("Lần \(number)\n\nThân\n")
    for _ in 0..<Int.random(in: 1...6, using: &chance) { change(number) }
    if number % 97 == 96 { removeAll() }
  }

  private mutating func change(_ number: Int) {
    let path = randomPath()
    let present = files.keys.sorted()
    switch Int.random(in: 0..<10, using: &chance) {
    case 0..<4: put(path, "\(number) \(Int.random(in: 0..<1000, using: &chance))")
    case 4, 5:
      if let old = present.randomElement(using: &chance) { put(old, "\(number) sửa") }
    case 6:
      if let old = present.randomElement(using: &chance) { remove(old) }
    case 7:
      // A rename: the same content elsewhere.
      if let old = present.randomElement(using: &chance), let text = files[old] {
        remove(old)
        put(path, text)
      }
    case 8:
      // A file becomes a folder.
      if let old = present.randomElement(using: &chance), let text = files[old] {
        remove(old)
        put(old + "/" + path, text)
      }
    default:
      // A folder becomes a file.
      if let old = present.first(where: { $0.contains("/") }), let slash = old.lastIndex(of: "/") {
        put(String(old[..<slash]), "\(number) thư mục")
      }
    }
  }

  private mutating func randomPath() -> String {
    (0..<Int.random(in: 1...3, using: &chance)).map { _ in Self.names.randomElement(using: &chance) ?? "a" }
      .joined(separator: "/")
  }

  /// Puts a file; what lies above or below its path is removed first.
  private mutating func put(_ path: String, _ text: String) {
    for old in files.keys.sorted() where old.hasPrefix(path + "/") || path.hasPrefix(old + "/") { remove(old) }
    files[path] = text
    write("M 100644 inline \(path)")
    data(text)
  }

  private mutating func remove(_ path: String) {
    files[path] = nil
    write("D \(path)")
  }

  private mutating func removeAll() {
    files = [:]
    write("deleteall")
  }

  private mutating func write(_ line: String) { stream += Array((line + "\n").utf8) }

  private mutating func data(_ text: String) {
    write("data \(text.utf8.count)")
    write(text)
  }
}

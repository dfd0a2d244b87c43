/// What the lessons of a week take over from the lines above them.
enum WeekFields {
  /// What the top of the file says for all of them.
  private static let ofFile = ["giao-vien", "truong", "to", "ngay-soan"]

  /// The fields of each lesson with those that it does not say itself.
  ///
  /// School, team and teacher come from the first lesson's header, which is that of the file; the class too, unless the
  /// lessons are of several classes. A week and a day hold until another one comes; a new week has no day yet.
  static func inherited(_ lessons: [[String: String]]) -> [[String: String]] {
    let classes = Set(lessons.compactMap { $0["lop"] })
    let top = (lessons.first ?? [:]).filter {
      ofFile.contains($0.key) || $0.key == "lop" && classes.count == 1
    }
    var running: [String: String] = [:]
    return lessons.map { own in
      if let week = own["tuan"], week != running["tuan"] { running = [:] }
      for name in ["tuan", "ngay-day"] { running[name] = own[name] ?? running[name] }
      return top.merging(running) { _, later in later }.merging(own) { _, said in said }
    }
  }
}

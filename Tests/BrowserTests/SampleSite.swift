import Foundation

/// The sample school with two lesson plans that came in as Word files, its site and its archive; made once a run.
///
/// It lies beside the built program, where the next run replaces it and somebody may look at it meanwhile.
struct SampleSite: Sendable {
  static let shared = Task { try SampleSite() }

  /// The folder of the site, and of the bag with the same site.
  let site: String
  let bag: String
  /// The pages of the lesson plans that were Word files, relative to the site.
  let lessons = [
    "\(Self.week)/toan-4a-bai-16-hang-chuc-nghin-va-vuon-cam.md.html",
    "\(Self.week)/toan-4a-bai-17-ban-do-vuon-cam.md.html",
  ]
  private static let week = "records/2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-06"

  /// The package's own folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  /// A day after the last event of the sample school.
  private static let now = "1737075600 +0700"

  private init() throws {
    let folder = Program.products + "/browser-sample"
    if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
    site = folder + "/site"
    bag = folder + "/bag"
    let hoso = try Program.hoso()
    try Program(hoso).run(["init", folder + "/demo", "--sample", "--from", Self.root + "/sample-repo"])
    let home = folder + "/demo/people/nva"
    let teacher = Program(
      hoso,
      environment: ["HOME": home, "XDG_CONFIG_HOME": home, "GIT_CONFIG_NOSYSTEM": "1", "GIT_COMMITTER_DATE": Self.now])
    let school = folder + "/demo/school"
    for lesson in ["office/lesson.docx", "site/lesson-wide-picture.docx"] {
      try teacher.run([
        "-C", school, "submit", "\(Self.root)/Tests/Fixtures/\(lesson)", "--set", "tuan=6", "--set", "so-tiet=1",
      ])
    }
    try teacher.run(["-C", school, "build", "--out", site])
    try teacher.run(["-C", school, "archive", "2024-2025", "--out", bag])
  }
}

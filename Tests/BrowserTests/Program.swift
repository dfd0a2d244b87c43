import Foundation

/// Another program that the tests run to its end.
struct Program: Sendable {
  /// A run that did not end with status 0.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let path: String
  private let environment: [String: String]

  /// `environment` adds to this process's own.
  init(_ path: String, environment: [String: String] = [:]) {
    self.path = path
    self.environment = environment
  }

  /// The folder that holds these tests, as they were built.
  static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .path

  /// The `hoso` that was built with these tests; it lies beside them.
  static func hoso() throws -> String {
    let path = ProcessInfo.processInfo.environment["HOSO_PROGRAM"] ?? products + "/hoso"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(description: "no \(path): run swift build")
    }
    return path
  }

  /// What the program wrote to standard output.
  @discardableResult
  func run(_ arguments: [String]) throws -> String {
    let files = FileManager.default
    let base = files.temporaryDirectory.appendingPathComponent("hoso-run-\(UUID().uuidString)")
    let (output, errors) = (base.appendingPathExtension("out"), base.appendingPathExtension("err"))
    for file in [output, errors] { try Data().write(to: file) }
    defer { for file in [output, errors] { try? files.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    guard process.terminationStatus == 0 else {
      let detail = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
      throw Failure(
        description: "\(path) \(arguments.joined(separator: " ")): \(process.terminationStatus)\n\(text)\(detail)")
    }
    return text
  }
}

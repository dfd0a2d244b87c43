package import HosoCore
internal import HosoStore

/// `hoso mirror …`: the copies of the server on other machines and disks.
package struct MirrorAction {
  /// A mirror and how far it is behind.
  package struct Line: Sendable {
    package let name: String
    package let address: String
    /// The last receipt that it has; 0 before the first copy.
    package let receipt: Int
    /// Receipts that it has not; negative where it has more than the server.
    package let behind: Int
    package let isAlarming: Bool
    /// When it was last found equal.
    package let succeeded: Moment?
    /// Why the last try failed.
    package let failure: String?
  }

  package init() {}

  /// Adds a mirror; nothing is copied yet.
  package func add(_ name: String, at address: String, in workspace: Workspace) async throws -> Line {
    let server = try server(workspace)
    return try line(try await server.addMirror(name, at: address), server, workspace)
  }

  /// All mirrors as they are known to stand; none is asked.
  package func list(in workspace: Workspace) async throws -> [Line] {
    let server = try server(workspace)
    return try await server.mirrors().map { try line($0, server, workspace) }
  }

  /// Copies to every mirror, or to those named.
  ///
  /// - Returns: the mirrors as they then stand; nil where another run in the background will do it.
  package func sync(_ names: [String] = [], isBackground: Bool = false, in workspace: Workspace) async throws -> [Line]?
  {
    let server = try server(workspace)
    let mirrors = try await server.mirrors()
    for name in names where !mirrors.contains(where: { $0.name == name }) {
      throw Problem(.noSuchMirror, ["name": name])
    }
    var lines: [Line] = []
    let isDone = try await server.whileMirroring(isBackground: isBackground) {
      for mirror in mirrors where names.isEmpty || names.contains(mirror.name) {
        lines.append(try line(try await server.sync(mirror, at: workspace.now), server, workspace))
      }
    }
    return isDone ? lines : nil
  }

  private func server(_ workspace: Workspace) throws -> SchoolServer {
    try SchoolServer(workspace.store, offset: try workspace.offset())
  }

  private func line(_ mirror: Mirror, _ server: SchoolServer, _ workspace: Workspace) throws -> Line {
    let lag = try server.lag(of: mirror, at: workspace.now)
    let offset = try workspace.offset()
    return Line(
      name: mirror.name, address: mirror.address, receipt: mirror.state.receipt, behind: lag.receipts,
      isAlarming: lag.isAlarming, succeeded: mirror.state.succeeded.map { Moment(seconds: $0, offset: offset) },
      failure: mirror.state.failure)
  }
}

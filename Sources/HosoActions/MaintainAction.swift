internal import HosoCore
internal import HosoStore

/// `hoso server maintain`: writes receipts that are due, takes away what dead programs left, packs; pushes wait for it.
package struct MaintainAction {
  /// What was there before and after.
  package struct Report: Sendable {
    /// Receipts that were due.
    package let settled: Int
    package let before: Size
    package let after: Size
  }

  /// How much lies about in files of its own.
  package struct Size: Sendable {
    package let looseObjects: Int
    package let packs: Int
    package let looseReferences: Int

    init(_ size: SchoolServer.Size) {
      looseObjects = size.looseObjects
      packs = size.packs
      looseReferences = size.looseReferences
    }
  }

  package init() {}

  package func perform(in workspace: Workspace) async throws -> Report {
    let server = try SchoolServer(workspace.store, offset: try workspace.offset())
    return try await server.whileClosed {
      let settled = try server.settle().count
      try server.sweep()
      let before = Size(try server.size())
      try await server.pack()
      return Report(settled: settled, before: before, after: Size(try server.size()))
    }
  }
}

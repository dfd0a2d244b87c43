internal import Clibgit2

/// An open git repository.
///
/// Not `Sendable`: libgit2 keeps errors by thread, and one handle belongs to one task.
package final class Repository {
  let handle: OpaquePointer
  let objects: OpaquePointer
  var loose: LooseObjects

  private init(handle: OpaquePointer) throws(GitError) {
    var objects: OpaquePointer?
    do {
      try git("git_repository_odb") { git_repository_odb(&objects, handle) }
    } catch {
      git_repository_free(handle)
      throw error
    }
    self.handle = handle
    // A call that returned 0 has set its result.
    self.objects = objects!
    loose = LooseObjects(in: String(cString: git_repository_commondir(handle)))
  }

  deinit {
    git_odb_free(objects)
    git_repository_free(handle)
  }

  /// Opens the repository that holds `folder`: in it or in a folder above.
  package convenience init(containing folder: String) throws(GitError) {
    try self.init(opening: folder, flags: 0)
  }

  /// Opens the repository that `GIT_DIR` and the like name, as a hook must to see pushed objects.
  package convenience init(fromEnvironment: ()) throws(GitError) {
    try self.init(opening: nil, flags: GIT_REPOSITORY_OPEN_FROM_ENV.rawValue)
  }

  private convenience init(opening folder: String?, flags: UInt32) throws(GitError) {
    guard LibGit.isStarted else { throw GitError(function: "git_libgit2_init", status: -1, message: "cannot start") }
    var handle: OpaquePointer?
    try git("git_repository_open_ext") { git_repository_open_ext(&handle, folder, flags, nil) }
    try self.init(handle: handle!)
  }

  /// Makes a new repository whose branch is `main`.
  package static func create(at folder: String, isBare: Bool) throws(GitError) -> Repository {
    guard LibGit.isStarted else { throw GitError(function: "git_libgit2_init", status: -1, message: "cannot start") }
    var options = git_repository_init_options()
    try git("git_repository_init_options_init") {
      git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    }
    options.flags = GIT_REPOSITORY_INIT_MKPATH.rawValue | (isBare ? GIT_REPOSITORY_INIT_BARE.rawValue : 0)
    var handle: OpaquePointer?
    try "main".withCStringChecked { (name: UnsafePointer<CChar>) throws(GitError) in
      options.initial_head = name
      try git("git_repository_init_ext") { git_repository_init_ext(&handle, folder, &options) }
    }
    return try Repository(handle: handle!)
  }

  /// The repository's own folder, ending in `/`.
  package var folder: String { String(cString: git_repository_path(handle)) }

  /// The folder of the working tree, ending in `/`; nil for a bare repository.
  package var workingTree: String? { git_repository_workdir(handle).map { String(cString: $0) } }

  /// The text of a configuration entry such as `user.email`, from the repository, the person and the system.
  package func configuration(_ name: String) throws(GitError) -> String? {
    var config: OpaquePointer?
    try git("git_repository_config_snapshot") { git_repository_config_snapshot(&config, handle) }
    defer { git_config_free(config) }
    var text: UnsafePointer<CChar>?
    do {
      try git("git_config_get_string") { git_config_get_string(&text, config, name) }
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
    return text.map { String(cString: $0) }
  }
}

extension String {
  /// As `withCString`, with a typed error.
  func withCStringChecked(_ body: (UnsafePointer<CChar>) throws(GitError) -> Void) throws(GitError) {
    var failure: GitError?
    withCString { text in
      do throws(GitError) { try body(text) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

internal import Clibgit2
package import GitObjects

#if canImport(Glibc)
  internal import Glibc
#endif

extension Repository {
  /// The object that `name`, such as `refs/heads/main`, names; nil where there is no such reference.
  package func reference(_ name: String) throws(GitError) -> ObjectID? {
    var oid = git_oid()
    do {
      try git("git_reference_name_to_id") { git_reference_name_to_id(&oid, handle, name) }
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
    return ObjectID(oid)
  }

  /// The reference that `name`, such as `HEAD`, is another name of; nil where it names an object itself or is not there.
  package func symbolicTarget(of name: String) throws(GitError) -> String? {
    var reference: OpaquePointer?
    do {
      try git("git_reference_lookup") { git_reference_lookup(&reference, handle, name) }
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
    defer { git_reference_free(reference) }
    return git_reference_symbolic_target(reference).map { String(cString: $0) }
  }

  /// Moves `name` from `old` to `new`, and only from `old`: compare and swap. A nil `old` means that it must not exist.
  ///
  /// A lock that others hold is waited for, one that a killed process left is taken away.
  ///
  /// - Throws: an error with ``GitError/isConflict`` when somebody else moved it meanwhile, and with
  ///   ``GitError/isLocked`` too when it stayed locked for five seconds.
  package func move(_ name: String, from old: ObjectID?, to new: ObjectID, log: String) throws(GitError) {
    try whileLocked(name) { () throws(GitError) in try moveOnce(name, from: old, to: new, log: log) }
  }

  /// Calls `body` again while the lock of `name` is another's, for five seconds at most.
  func whileLocked<Result>(_ name: String, _ body: () throws(GitError) -> Result) throws(GitError) -> Result {
    var waited: UInt32 = 0
    while true {
      do throws(GitError) { return try body() } catch {
        guard error.isLocked, waited < 5000 else { throw error }
      }
      if removeAbandonedLock(commonFolder + name + ".lock") { continue }
      let pause = min(50, 2 + waited / 8)
      usleep(pause * 1000)
      waited += pause
    }
  }

  private func moveOnce(_ name: String, from old: ObjectID?, to new: ObjectID, log: String) throws(GitError) {
    if let prepared = try PreparedReference(self, name, from: old, to: new, log: log) {
      try prepared.sync()
      return try prepared.commit()
    }
    var reference: OpaquePointer?
    defer { git_reference_free(reference) }
    var target = new.oid
    if let old {
      var expected = old.oid
      try git("git_reference_create_matching") {
        git_reference_create_matching(&reference, handle, name, &target, 1, &expected, log)
      }
    } else {
      try git("git_reference_create") { git_reference_create(&reference, handle, name, &target, 0, log) }
    }
    // libgit2 syncs the file and its folder, but not the folders that it made for it.
    try syncFolders(above: name)
  }

  /// All references below `prefix`, such as `refs/tags/`, by name.
  package func references(below prefix: String) throws(GitError) -> [(name: String, id: ObjectID)] {
    var iterator: OpaquePointer?
    try git("git_reference_iterator_glob_new") { git_reference_iterator_glob_new(&iterator, handle, prefix + "*") }
    defer { git_reference_iterator_free(iterator) }
    var result: [(name: String, id: ObjectID)] = []
    while true {
      var reference: OpaquePointer?
      let status = git_reference_next(&reference, iterator)
      if status == GIT_ITEROVER.rawValue { break }
      try git("git_reference_next") { status }
      defer { git_reference_free(reference) }
      guard let target = git_reference_target(reference) else { continue }
      result.append((String(cString: git_reference_name(reference)), ObjectID(target.pointee)))
    }
    return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension Repository {
  /// The names of all references, also of those that are another name of one.
  package func referenceNames() throws(GitError) -> [String] {
    var iterator: OpaquePointer?
    try git("git_reference_iterator_new") { git_reference_iterator_new(&iterator, handle) }
    defer { git_reference_iterator_free(iterator) }
    var result: [String] = []
    while true {
      var name: UnsafePointer<CChar>?
      let status = git_reference_next_name(&name, iterator)
      if status == GIT_ITEROVER.rawValue { break }
      try git("git_reference_next_name") { status }
      if let name { result.append(String(cString: name)) }
    }
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes the reference `name`; one that is not there is no failure.
  package func remove(_ name: String) throws(GitError) {
    do { try git("git_reference_remove") { git_reference_remove(handle, name) } } catch {
      if !error.isNotFound { throw error }
    }
  }
}

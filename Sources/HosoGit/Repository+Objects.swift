internal import Clibgit2
package import GitObjects

extension ObjectID {
  init(_ id: git_oid) {
    self = withUnsafeBytes(of: id) { ObjectID($0.baseAddress!) }
  }

  var oid: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid) { store(to: $0.baseAddress!) }
    return oid
  }
}

extension Repository {
  /// The bytes of the object `id`, without git's header.
  ///
  /// - Throws: also when the object is of another kind: a lie about the kind is never passed over.
  package func bytes(of id: ObjectID, _ kind: ObjectKind) throws(GitError) -> [UInt8] {
    var result: [UInt8] = []
    try withBytes(of: id, kind) { result = Array($0) }
    return result
  }

  /// Calls `body` with the bytes of the object, valid only during the call.
  package func withBytes(
    of id: ObjectID, _ kind: ObjectKind, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(GitError) {
    let object = try object(id, kind)
    defer { git_odb_object_free(object) }
    body(Self.content(object))
  }

  static func content(_ object: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: git_odb_object_data(object)?.assumingMemoryBound(to: UInt8.self), count: git_odb_object_size(object))
  }

  /// The object itself; the caller frees it.
  func object(_ id: ObjectID, _ kind: ObjectKind) throws(GitError) -> OpaquePointer {
    guard !loose.isBroken(id) else {
      throw GitError(function: "git_odb_read", status: -1, message: "\(id.short) is damaged")
    }
    var object: OpaquePointer?
    var oid = id.oid
    try git("git_odb_read") { git_odb_read(&object, objects, &oid) }
    guard let object, git_odb_object_type(object) == kind.code else {
      git_odb_object_free(object)
      throw GitError(function: "git_odb_read", status: -1, message: "\(id.short) is not a \(kind)")
    }
    return object
  }

  /// Whether the object is in the repository.
  package func contains(_ id: ObjectID) -> Bool {
    var oid = id.oid
    return git_odb_exists(objects, &oid) == 1
  }

  /// The size of a blob in bytes, without reading it.
  package func size(of id: ObjectID) throws(GitError) -> Int {
    var oid = id.oid
    var size = 0
    var type = GIT_OBJECT_ANY
    try git("git_odb_read_header") { git_odb_read_header(&size, &type, objects, &oid) }
    return size
  }

  /// Writes an object and syncs it; writing the same bytes twice is writing them once.
  package func write(_ bytes: [UInt8], as kind: ObjectKind) throws(GitError) -> ObjectID {
    var oid = git_oid()
    try bytes.withGitBuffer { (buffer: UnsafeRawBufferPointer) throws(GitError) in
      try git("git_odb_write") { git_odb_write(&oid, objects, buffer.baseAddress, buffer.count, kind.code) }
    }
    return ObjectID(oid)
  }

  /// The name that `bytes` would have as a blob, without writing them.
  package static func blobID(of bytes: [UInt8]) throws(GitError) -> ObjectID {
    var oid = git_oid()
    try bytes.withGitBuffer { (buffer: UnsafeRawBufferPointer) throws(GitError) in
      try git("git_odb_hash") { git_odb_hash(&oid, buffer.baseAddress, buffer.count, GIT_OBJECT_BLOB) }
    }
    return ObjectID(oid)
  }

  /// Reads a commit strictly.
  package func commit(_ id: ObjectID) throws -> CommitObject {
    try CommitObject(strict: bytes(of: id, .commit))
  }

  /// Reads a tree strictly.
  package func tree(_ id: ObjectID) throws -> TreeObject {
    try TreeObject(strict: bytes(of: id, .tree))
  }
}

extension [UInt8] {
  func withGitBuffer(_ body: (UnsafeRawBufferPointer) throws(GitError) -> Void) throws(GitError) {
    var failure: GitError?
    withUnsafeBytes { buffer in
      do throws(GitError) { try body(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

internal import Clibgit2
package import GitObjects

extension Repository {
  /// The kind and the size in bytes of the object `id`, without reading it; nil where it is not in the repository.
  package func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind?, size: Int)? {
    var oid = id.oid
    var size = 0
    var type = GIT_OBJECT_INVALID
    do {
      try git("git_odb_read_header") { git_odb_read_header(&size, &type, objects, &oid) }
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
    return (ObjectKind(type), size)
  }

  /// Requires that libgit2 reads the commit `id` as `commit` says.
  ///
  /// - Throws: ``MalformedObject`` with `readers-differ`: what two readers take for two things is signed as one.
  package func requireOneReading(of id: ObjectID, as commit: CommitObject) throws(MalformedObject) {
    var oid = id.oid
    var found: OpaquePointer?
    defer { git_commit_free(found) }
    guard git_commit_lookup(&found, handle, &oid) == 0, let found else { throw .readersDiffer }
    let parents = (0..<git_commit_parentcount(found)).map {
      git_commit_parent_id(found, $0).map { ObjectID($0.pointee) }
    }
    guard let tree = git_commit_tree_id(found), ObjectID(tree.pointee) == commit.tree, parents == commit.parents,
      commit.author.isRead(by: git_commit_author(found)), commit.committer.isRead(by: git_commit_committer(found)),
      git_commit_message_encoding(found) == nil, commit.message.isRead(by: git_commit_message_raw(found))
    else { throw .readersDiffer }
  }

  /// Requires that libgit2 reads the tag `id` as `tag` says.
  ///
  /// - Throws: ``MalformedObject`` with `readers-differ`.
  package func requireOneReading(of id: ObjectID, as tag: TagObject) throws(MalformedObject) {
    var oid = id.oid
    var found: OpaquePointer?
    defer { git_tag_free(found) }
    guard git_tag_lookup(&found, handle, &oid) == 0, let found else { throw .readersDiffer }
    let type = git_object_type2string(git_tag_target_type(found)).map { String(cString: $0) }
    guard let target = git_tag_target_id(found), ObjectID(target.pointee) == tag.object, type == tag.type,
      tag.name.isRead(by: git_tag_name(found)), tag.tagger.isRead(by: git_tag_tagger(found)),
      (tag.message + (tag.signature ?? "")).isRead(by: git_tag_message(found))
    else { throw .readersDiffer }
  }
}

extension MalformedObject {
  fileprivate static let readersDiffer = MalformedObject("readers-differ")
}

extension Identity {
  fileprivate func isRead(by signature: UnsafePointer<git_signature>?) -> Bool {
    guard let signature = signature?.pointee else { return false }
    return name.isRead(by: signature.name) && email.isRead(by: signature.email) && time == signature.when.time
      && offset == Int(signature.when.offset)
  }
}

extension String {
  /// Whether `text` is these bytes.
  fileprivate func isRead(by text: UnsafePointer<CChar>?) -> Bool {
    guard let text else { return false }
    return withCString { strcmp($0, text) == 0 } && !utf8.contains(0)
  }
}

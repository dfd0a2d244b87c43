internal import Clibgit2

/// A libgit2 call that failed.
package struct GitError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The C function.
  package let function: String
  /// Its negative status, such as -3 for "not found".
  package let status: Int32
  /// What libgit2 says of it, in English.
  package let message: String

  /// Whether the object or reference does not exist.
  package var isNotFound: Bool { status == GIT_ENOTFOUND.rawValue }
  /// Whether an object that must be there could not be read: missing or damaged.
  package var isUnreadableObject: Bool { function.hasPrefix("git_odb_read") }
  /// Whether the reference already exists or has moved since it was read.
  package var isConflict: Bool {
    status == GIT_EMODIFIED.rawValue || status == GIT_EEXISTS.rawValue || status == GIT_ELOCKED.rawValue
  }

  /// Whether another program has the reference locked.
  package var isLocked: Bool { status == GIT_ELOCKED.rawValue }

  package var description: String { "\(function): \(message) (\(status))" }
}

/// Makes one libgit2 call and throws when its status is negative.
@discardableResult
func git(_ function: StaticString, _ call: () -> Int32) throws(GitError) -> Int32 {
  let status = call()
  guard status < 0 else { return status }
  let message = git_error_last().map { String(cString: $0.pointee.message) }
  git_error_clear()
  throw GitError(function: "\(function)", status: status, message: message ?? "no further detail")
}

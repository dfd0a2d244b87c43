/// Work on a bag's files that could not be done; what is wrong *in* a bag is a ``BagFault``.
package struct BagError: Error, Hashable {
  /// What was tried.
  package enum Attempt: String, Sendable { case create, read, write, list, sync }

  /// Why it failed.
  package enum Reason: Hashable, Sendable {
    /// The bag's folder has something in it already.
    case notEmpty
    /// The path is empty or would leave the payload.
    case outsidePayload
    /// A file was added twice.
    case alreadyAdded
    /// Another name in the bag is the same file on some system: letters differ in case or composition alone.
    case nameTwin(of: String)
    /// The file to copy is a folder, a link or a device.
    case notAFile
    /// A label or value that a line of `bag-info.txt` cannot hold, or a label that the writer sets itself.
    case information
    /// The system's error number.
    case system(Int32)
  }

  package let attempt: Attempt
  /// The file or folder, or the label in `bag-info.txt`.
  package let subject: String
  package let reason: Reason

  init(_ attempt: Attempt, _ subject: String, _ reason: Reason) {
    self.attempt = attempt
    self.subject = subject
    self.reason = reason
  }
}

package import GitObjects

/// Where the site reads the bytes of records from.
package protocol SiteSource {
  /// Calls `body` with the bytes of `blob`, which are valid only during the call.
  func withBytes(of blob: ObjectID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws
}

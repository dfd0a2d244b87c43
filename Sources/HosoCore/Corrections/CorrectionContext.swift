package import GitObjects

/// What the gate is told beside a change to judge corrections by; each part is asked for only where a case is touched.
package struct CorrectionContext {
  /// The tree before the change.
  let base: any Snapshot
  /// The name that bytes have as a blob.
  let blobID: ([UInt8]) throws -> ObjectID
  /// The consents and refusals over a case that were received before the change.
  let consents: (CaseFolder) throws -> [RecordedConsent]

  package init(
    base: any Snapshot, blobID: @escaping ([UInt8]) throws -> ObjectID,
    consents: @escaping (CaseFolder) throws -> [RecordedConsent]
  ) {
    self.base = base
    self.blobID = blobID
    self.consents = consents
  }
}

/// What a look at every byte of a bag found.
package struct BagCheck: Sendable {
  /// What a bag is held against.
  package enum Form: Sendable {
    /// RFC 8493 alone, for bags that others made.
    case standard
    /// As ``BagWriter`` writes: all its manifests, nothing unlisted, a payload size. What RFC 8493 leaves free could
    /// hide that something was taken away.
    case hoso
  }

  /// In the order of paths; empty for a bag that is complete and valid.
  package let faults: [BagFault]
  package let information: BagInformation
  /// Files of the payload that are there.
  package let fileCount: Int

  /// Whether nothing is wrong.
  package var isSound: Bool { faults.isEmpty }

  /// Reads the whole bag in `folder`.
  ///
  /// - Throws: ``BagError`` if the folder itself or one below it cannot be read; a file that cannot be is a fault.
  package init(folder: String, form: Form = .hoso) throws(BagError) {
    let opened = try BagFolder(opening: folder)
    var reading = BagReading(form: form, contents: try opened.contents())
    reading.checkDeclaration(in: opened)
    let manifests = reading.manifests(in: opened)
    reading.checkFiles(in: opened, manifests)
    information = reading.checkInformation(in: opened)
    faults = Set(reading.faults).sorted(by: BagFault.inReadingOrder)
    fileCount = reading.payload.count
  }
}

/// One pass over a bag, collecting faults.
private struct BagReading {
  let form: BagCheck.Form
  let files: [BagPath: UInt64]
  var faults: [BagFault]

  var payload: [BagPath: UInt64] { files.filter { $0.key.isPayload } }

  init(form: BagCheck.Form, contents: (files: [BagPath: UInt64], others: [BagPath])) {
    self.form = form
    files = contents.files
    faults = contents.others.map { BagFault(.notAFile, $0.text) }
  }

  mutating func checkDeclaration(in folder: borrowing BagFolder) {
    let text = text(of: BagDeclaration.name, in: folder)
    guard let text, BagDeclaration.isReadable(text), form == .standard || text == Array(BagDeclaration.text.utf8) else {
      return faults.append(BagFault(.declaration, BagDeclaration.name))
    }
  }

  mutating func manifests(in folder: borrowing BagFolder) -> [Manifest] {
    var manifests: [Manifest] = []
    for name in files.keys.map(\.text).sorted() where name.hasSuffix(".txt") {
      let isOfTags = name.hasPrefix("tagmanifest-")
      guard isOfTags || name.hasPrefix("manifest-"), !name.contains("/") else { continue }
      let algorithm = name.dropFirst(isOfTags ? 12 : 9).dropLast(4)
      guard let algorithm = BagAlgorithm(rawValue: algorithm.lowercased()) else {
        faults.append(BagFault(.algorithmUnknown, name))
        continue
      }
      guard let text = text(of: name, in: folder) else { continue }
      manifests.append(Manifest(algorithm, isOfTags: isOfTags, text: text) { faults.append($0) })
    }
    if form == .hoso {
      let names = BagAlgorithm.allCases.flatMap { algorithm in
        [false, true].map { Manifest.name(algorithm, isOfTags: $0) }
      }
      for name in names where !manifests.contains(where: { $0.name == name }) {
        faults.append(BagFault(.manifestMissing, name))
      }
    } else if !manifests.contains(where: { !$0.isOfTags }) {
      faults.append(BagFault(.manifestMissing, "manifest-sha512.txt"))
    }
    return manifests
  }

  mutating func checkFiles(in folder: borrowing BagFolder, _ manifests: [Manifest]) {
    let listed = Set(manifests.flatMap(\.digests.keys))
    for path in listed {
      guard files[path] != nil else {
        faults.append(BagFault(.fileMissing, path.text))
        continue
      }
      do {
        let fixity = try folder.open(path).fixity()
        for manifest in manifests {
          if let digest = manifest.digests[path], digest != fixity[manifest.algorithm] {
            faults.append(BagFault(.fileAltered, path.text))
          }
        }
      } catch {
        faults.append(BagFault(.fileUnreadable, path.text))
      }
    }
    for manifest in manifests {
      for path in files.keys where mustStand(path, in: manifest) && manifest.digests[path] == nil {
        faults.append(BagFault(.fileExtra, path.text))
      }
    }
  }

  /// Every payload file stands in each manifest; tag manifests list the others, and all tags of ours, but not each other.
  private func mustStand(_ path: BagPath, in manifest: Manifest) -> Bool {
    guard manifest.isOfTags else { return path.isPayload }
    let name = path.text
    if path.isPayload || name.hasPrefix("tagmanifest-") { return false }
    return form == .hoso || name.hasPrefix("manifest-")
  }

  mutating func checkInformation(in folder: borrowing BagFolder) -> BagInformation {
    let path = BagPath.tag(BagInformation.name)
    let text = files[path] == nil ? nil : text(of: BagInformation.name, in: folder)
    let information = BagInformation(text: text ?? []) { faults.append($0) }
    let stated = information.values(BagInformation.oxumLabel)
    let isRight = stated.isEmpty ? form == .standard : stated == [BagInformation.oxum(of: Array(payload.values))]
    if !isRight { faults.append(BagFault(.oxumMismatch, BagInformation.name)) }
    return information
  }

  private mutating func text(of name: String, in folder: borrowing BagFolder) -> [UInt8]? {
    guard files[.tag(name)] != nil else { return nil }
    do {
      return try folder.open(.tag(name)).contents()
    } catch {
      faults.append(BagFault(.fileUnreadable, name))
      return nil
    }
  }
}

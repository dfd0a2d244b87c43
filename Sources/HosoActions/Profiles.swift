package import HosoCore
package import HosoFormats
internal import SchoolProfiles

/// The profiles that are compiled into the program.
package enum Profiles {
  /// All of them, by id.
  package static let all: [SchoolProfile] = ProfileFiles.profiles.sorted { $0.key < $1.key }.map { name, bytes in
    do {
      return try SchoolProfile(text(bytes), parts: parts)
    } catch {
      preconditionFailure("the profiles are part of the program and tested: \(name), \(error)")
    }
  }

  /// The profile with this id.
  package static func profile(_ id: String) throws(Problem) -> SchoolProfile {
    guard let profile = all.first(where: { $0.id == id }) else {
      throw Problem(.unknownProfile, ["profile": id, "known": all.map(\.id).joined(separator: ", ")])
    }
    return profile
  }

  /// Every kind that some school may keep, by id.
  package static let kinds: [ListID] = ProfileFiles.kinds.keys.sorted()

  /// The kinds that `name`, an id or a code such as `K4`, means.
  package static func kinds(named name: String) -> [ListID] {
    kinds.filter { id in id == name || parts.kinds[id]?.contains("\ncode: \(name)\n") ?? false }
  }

  /// `subjects.csv` for a school level.
  static func subjects(of level: String) -> String { ProfileFiles.subjects[level].map(text) ?? "id,title\n" }

  private static let parts = SchoolProfile.Parts(
    kinds: ProfileFiles.kinds.mapValues(text), forms: ProfileFiles.forms.mapValues(text),
    access: text(ProfileFiles.access))

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

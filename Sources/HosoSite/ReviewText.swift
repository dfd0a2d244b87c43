internal import HosoCore

/// The site's texts about steps of approval, returns and review notes, in both languages.
enum ReviewText {
  static func step(_ waiting: Waiting) -> Localized {
    Localized(vi: "Bước \(waiting.step)/\(waiting.count)", en: "Step \(waiting.step) of \(waiting.count)")
  }
  static let nobody = Localized(vi: "trường chưa có ai giữ vai này", en: "the school has nobody in this role")
  static let onBehalf = Localized(vi: "thay mặt", en: "on behalf of")
  static let waitsForYou = Localized(vi: "Chờ người này quyết định", en: "Waiting for this person")
  static let returnedToYou = Localized(vi: "Bị trả lại", en: "Returned")
  static let notes = Localized(vi: "Nhận xét", en: "Review notes")
  static func points(_ points: Points) -> Localized {
    Localized(vi: "\(points) điểm", en: "\(points) points")
  }
  static let ofOlderVersion = Localized(vi: "về bản trước", en: "on an older version")
  static let openNote = Localized(vi: "Mở nhận xét", en: "Open the note")
}

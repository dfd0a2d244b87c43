/// Texts for locks.
enum LockEntries {
  static let locked = CatalogueEntry(
    vi: Words(
      summary: """
        hồ sơ này đã⟦ được {person}⟧ khoá sổ⟦ từ {since}⟧⟦ theo quyết định số {number}⟧ nên không {verb} được⟦ ({lock})⟧
        """,
      fix: """
        giữ nguyên hồ sơ; nếu cần đính chính, lập hồ sơ chỉnh sửa bằng 'hoso correction open', hoặc đề nghị ⟦{person} hoặc \
        ⟧người quản lý thư mục mở khoá bằng 'hoso unlock' kèm số quyết định, sửa xong thì khoá lại
        """,
      rule: """
        Trong phạm vi đã khoá sổ, không ai sửa, đổi tên, chuyển, xoá hay thêm hồ sơ, cho đến khi có quyết định mở khoá
        """),
    en: Words(
      summary: """
        this record is locked⟦ by {person}⟧⟦ since {since}⟧⟦ under decision {number}⟧, and nobody may {verb} it⟦ ({lock})⟧
        """,
      fix: """
        leave it as it is; for a correction open a case with 'hoso correction open', or ask ⟦{person} or ⟧a manager of the \
        folder to unlock it with 'hoso unlock' and the number of the decision, and to lock it again afterwards
        """,
      rule: "What is locked is not edited, renamed, moved or deleted, and takes no new records, until it is unlocked"))

  static let lockUnknown = CatalogueEntry(
    vi: Words(
      summary: "quyết định mở khoá nêu một khoá⟦ ({lock})⟧ không có ở đây",
      fix: "mở khoá lại bằng 'hoso unlock' với đường dẫn đã khoá; lệnh này tự ghi tên các khoá",
      rule: "Quyết định mở khoá nêu tên các khoá đang có và chỉ mở trong phạm vi của chúng"),
    en: Words(
      summary: "the unlocking names a lock⟦ ({lock})⟧ that does not stand here",
      fix: "unlock again with 'hoso unlock' and the path that is locked; the command names the locks itself",
      rule: "An unlocking names locks that stand, and opens nothing beyond them"))

  static let alreadyLocked = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧đã khoá sổ rồi⟦ ({lock})⟧",
      fix: "không cần làm gì thêm; muốn mở khoá thì dùng 'hoso unlock'",
      rule: "Chỉ khoá sổ phần chưa khoá"),
    en: Words(
      summary: "⟦'{path}' ⟧is locked already⟦ ({lock})⟧",
      fix: "there is nothing to do; 'hoso unlock' lifts a lock",
      rule: "Only what is not locked yet is locked"))

  static let notLocked = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧không bị khoá sổ",
      fix: "xem các khoá đang có bằng 'hoso status'",
      rule: "Chỉ mở khoá phần đang khoá"),
    en: Words(
      summary: "⟦'{path}' ⟧is not locked",
      fix: "see which locks there are with 'hoso status'",
      rule: "Only what is locked is unlocked"))
}

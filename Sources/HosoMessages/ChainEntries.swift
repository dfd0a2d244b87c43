/// Texts for the order of approvals and for delegations.
enum ChainEntries {
  static let notYetYourTurn = CatalogueEntry(
    vi: Words(
      summary: "chưa đến lượt '{person}' duyệt với vai {role}⟦: trước đó phải có {first} duyệt⟧⟦ ({names})⟧",
      fix: "đợi ⟦{names} ⟧duyệt đúng bản này trước rồi duyệt lại; xem hồ sơ chờ ai bằng 'hoso status --waiting'",
      rule: """
        Các bước duyệt đi theo thứ tự mà loại hồ sơ quy định: bước sau chỉ tính khi các bước trước đã duyệt \
        đúng nội dung ấy
        """),
    en: Words(
      summary: "it is not the turn of '{person}' as {role} yet⟦: {first} approves before⟧⟦ ({names})⟧",
      fix: """
        wait until ⟦{names} ⟧approved exactly this version, then approve again; 'hoso status --waiting' says \
        what waits for whom
        """,
      rule: """
        The steps of approval follow on each other as the kind lists them: a step counts once all before it \
        approved that same content
        """))

  static let delegationNotInForce = CatalogueEntry(
    vi: Words(
      summary: "'{person}' không được uỷ quyền của '{giver}' với vai {role}⟦ vào ngày {date}⟧ cho hồ sơ này",
      fix: """
        xem ngày, thư mục và loại hồ sơ trong .hoso/delegations.csv; để người giữ vai tự quyết định, hoặc nhờ \
        quản trị viên ghi uỷ quyền trước
        """,
      rule: """
        Người được uỷ quyền chỉ quyết định trong thời hạn và phạm vi ghi ở .hoso/delegations.csv, tính theo \
        ngày máy chủ nhận
        """),
    en: Words(
      summary: "no delegation lets '{person}' decide for '{giver}' as {role}⟦ on {date}⟧ over this record",
      fix: """
        look at days, folder and kind in .hoso/delegations.csv; let the holder of the role decide, or have the \
        delegation written first
        """,
      rule: """
        Who decides for another does so within the days and folders of .hoso/delegations.csv, by the day of \
        receipt
        """))

  static let delegationChain = CatalogueEntry(
    vi: Words(
      summary: "'{person}' chỉ có vai {role} nhờ được uỷ quyền nên không uỷ quyền tiếp được",
      fix: "ghi người giữ vai ấy vào cột from-person và uỷ quyền thẳng cho người cần",
      rule: "Người được uỷ quyền không uỷ quyền lại: from-person là người tự mình giữ vai"),
    en: Words(
      summary: "'{person}' has the role {role} by delegation alone and cannot hand it on",
      fix: "name the holder of the role in the column from-person, and delegate from him directly",
      rule: "A delegation is not delegated again: from-person holds the role himself"))
}

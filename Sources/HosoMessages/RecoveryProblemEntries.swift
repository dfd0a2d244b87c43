/// Texts for what can go wrong with mirrors, a restored server, and the journal that binds them.
enum RecoveryProblemEntries {
  static let noJournal = CatalogueEntry(
    vi: Words(
      summary: "bản này không có sổ biên nhận",
      fix: "lấy sổ từ máy chủ bằng 'hoso sync'; trường chưa có máy chủ thì chưa có sổ",
      rule: "Máy chủ và mọi bản sao của nó đều mang sổ biên nhận"),
    en: Words(
      summary: "this copy has no journal of receipts",
      fix: "fetch it from the server with 'hoso sync'; a school without a server has none",
      rule: "The server and every copy of it carry the journal"))

  static let journalRekeyed = CatalogueEntry(
    vi: Words(
      summary:
        "từ biên nhận⟦ số {sequence}⟧⟦ (lúc {time})⟧ sổ do một khoá mới kí: máy chủ đã được khôi phục mà không có khoá cũ",
      fix:
        "đối chiếu với dòng ghi trong biên bản họp sau ngày ấy: hoso verify --witness 'DÒNG ẤY'; không có thì hỏi hiệu trưởng",
      rule: "Khoá mới của máy chủ được xác nhận bằng một dòng sổ ghi trong biên bản sau khi khôi phục"),
    en: Words(
      summary:
        "from receipt⟦ {sequence}⟧⟦ (of {time})⟧ on another key signs: the server was restored without the old one",
      fix:
        "compare with a line from the minutes after that day: hoso verify --witness 'LINE'; without one ask the principal",
      rule: "A new key of the server is confirmed by a line of the minutes written after the restoration"))

  static let serverBehind = CatalogueEntry(
    vi: Words(
      summary: "máy chủ cũ hơn những gì chính nó đã nhận⟦: máy này có biên nhận {sequence}, máy chủ không có⟧",
      fix: """
        không gửi gì thêm và giữ nguyên bản sao này; quản trị viên khôi phục máy chủ từ bản sao đầy đủ nhất bằng \
        'hoso server restore', xem mục "Khôi phục" trong Docs/May-chu.md; nếu không ai vừa khôi phục máy chủ thì có người \
        đã xoá những gì đã nộp: báo hiệu trưởng
        """,
      rule: "Biên nhận mà một bản sao đã thấy thì máy chủ vẫn còn giữ"),
    en: Words(
      summary: "the server is behind what it acknowledged⟦: this clone has receipt {sequence}, the server does not⟧",
      fix: """
        send nothing more and keep this clone; the administrator restores the server from the fullest copy with \
        'hoso server restore', see "Restore" in Docs/Server.md; if nobody restored a backup, somebody took away what was \
        received: tell the principal
        """,
      rule: "A receipt that a clone has seen still stands on the server"))

  static let noSuchMirror = CatalogueEntry(
    vi: Words(
      summary: "không có kho gương nào như thế⟦: '{name}'⟧",
      fix: "xem các kho gương bằng 'hoso mirror list'; thêm bằng 'hoso mirror add TÊN ĐỊA_CHỈ'",
      rule: "Kho gương được gọi bằng tên đã đặt khi thêm"),
    en: Words(
      summary: "there is no such mirror⟦: '{name}'⟧",
      fix: "see 'hoso mirror list'; add one with 'hoso mirror add NAME ADDRESS'",
      rule: "A mirror is called by the name it was added under"))

  static let mirrorDiffers = CatalogueEntry(
    vi: Words(
      summary: "kho gương⟦ '{name}'⟧ không giống máy chủ⟦: {detail}⟧",
      fix: "đọc lí do, nối lại mạng hoặc ổ đĩa rồi chạy 'hoso mirror sync'; không bao giờ ghi đè bằng --force",
      rule: "Kho gương có đúng main, sổ biên nhận và mọi quyết định của máy chủ"),
    en: Words(
      summary: "the mirror⟦ '{name}'⟧ is not equal to the server⟦: {detail}⟧",
      fix: "read the reason, bring back the network or disk, run 'hoso mirror sync'; never push with --force",
      rule: "A mirror has the server's main, journal and every decision"))

  static let notRestorable = CatalogueEntry(
    vi: Words(
      summary: "không khôi phục máy chủ từ kho này được⟦: {detail}⟧",
      fix: "chọn một bản sao khác: kho gương, bản sao lưu, hoặc bản sao của người vừa chạy 'hoso sync'",
      rule: "Chỉ khôi phục từ một bản sao có sổ biên nhận và qua được kiểm chứng"),
    en: Words(
      summary: "no server can be restored from this⟦: {detail}⟧",
      fix: "take another copy: a mirror, a backup, or the clone of somebody who just ran 'hoso sync'",
      rule: "A server is restored from a copy that has the journal and verifies"))
}

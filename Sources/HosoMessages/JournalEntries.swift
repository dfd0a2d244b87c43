/// Texts for faults of a push and of the journal.
enum JournalEntries {
  static let historyRewritten = CatalogueEntry(
    vi: Words(
      summary: "lần gửi này xoá hoặc viết lại lịch sử đã nộp",
      fix: "lấy bản mới nhất bằng 'hoso sync' rồi nộp lại phần của mình; không dùng 'git push --force'",
      rule: "Những gì đã nộp không bao giờ bị xoá hay viết lại"),
    en: Words(
      summary: "this push deletes or rewrites history that was received",
      fix: "take the newest state with 'hoso sync', then submit your part again; never 'git push --force'",
      rule: "What was received is never deleted or rewritten"))

  static let pushMixed = CatalogueEntry(
    vi: Words(
      summary: "một lần gửi chứa nhiều việc phải gửi riêng",
      fix: "gửi bằng 'hoso sync'; lệnh này gửi main trước rồi mới đến từng quyết định",
      rule: "Mỗi lần gửi hoặc chuyển main, hoặc thêm các quyết định"),
    en: Words(
      summary: "one push does several things that must come apart",
      fix: "send with 'hoso sync', which sends main first and then each decision",
      rule: "A push moves main or adds decisions, not both"))

  static let pushTooLarge = CatalogueEntry(
    vi: Words(
      summary: "một lần gửi có quá nhiều thứ⟦ (tối đa {limit} {what})⟧",
      fix: "chia nhỏ: gửi từng phần bằng 'hoso sync'",
      rule: "Một lần gửi có tối đa 500 bản ghi hoặc 200 quyết định"),
    en: Words(
      summary: "the push holds too much⟦ (at most {limit} {what})⟧",
      fix: "send it in parts with 'hoso sync'",
      rule: "A push holds at most 500 commits or 200 decisions"))

  static let decisionMoved = CatalogueEntry(
    vi: Words(
      summary: "quyết định đã nhận không được sửa hay xoá",
      fix: "ra một quyết định mới bằng 'hoso approve' hoặc 'hoso return'",
      rule: "Quyết định đã nhận giữ nguyên mãi mãi"),
    en: Words(
      summary: "a decision that was received is changed or deleted",
      fix: "decide anew with 'hoso approve' or 'hoso return'",
      rule: "A received decision stays as it is for ever"))

  static let decisionNotReceived = CatalogueEntry(
    vi: Words(
      summary: "quyết định về một bản ghi mà máy chủ chưa nhận",
      fix: "chạy 'hoso sync' để gửi và lấy bản mới nhất, xem lại hồ sơ rồi quyết định lại",
      rule: "Chỉ quyết định được về bản ghi đã có trên main của máy chủ, và không trước lúc bản ghi ấy được nhận"),
    en: Words(
      summary: "the decision is over a commit that the server has not received",
      fix: "run 'hoso sync', read the record again, then decide",
      rule: "A decision is over a commit that stands on the server's main, and not dated before its receipt"))

  static let receiptForm = CatalogueEntry(
    vi: Words(
      summary: "biên nhận viết sai dạng⟦: {detail}⟧",
      fix: "lấy lại sổ biên nhận từ một bản sao khác và so sánh",
      rule: "Biên nhận đúng dạng trong Docs/Formats.md"),
    en: Words(
      summary: "the receipt is not in its form⟦: {detail}⟧",
      fix: "fetch the journal from another copy and compare",
      rule: "A receipt has the form of Docs/Formats.md"))

  static let receiptChain = CatalogueEntry(
    vi: Words(
      summary: "biên nhận⟦ số {sequence}⟧ không nối tiếp biên nhận trước⟦: {detail}⟧",
      fix: "so sánh với bản sao khác hoặc với dòng sổ đã ghi trong biên bản họp",
      rule: "Biên nhận đánh số liên tục, mỗi biên nhận mang mã băm của biên nhận trước"),
    en: Words(
      summary: "receipt⟦ {sequence}⟧ does not follow from the one before⟦: {detail}⟧",
      fix: "compare with another copy, or with the line that was witnessed in the minutes",
      rule: "Receipts are numbered without gaps and each carries the hash of the one before"))

  static let receiptSignature = CatalogueEntry(
    vi: Words(
      summary: "chữ kí của máy chủ trên biên nhận⟦ số {sequence}⟧ không đúng",
      fix: "so sánh với bản sao khác; biên nhận này không dùng làm bằng chứng được",
      rule: "Mỗi biên nhận do khoá của máy chủ kí"),
    en: Words(
      summary: "the server's signature on receipt⟦ {sequence}⟧ does not hold",
      fix: "compare with another copy; this receipt proves nothing",
      rule: "Each receipt is signed by the server's key"))

  static let receiptMissing = CatalogueEntry(
    vi: Words(
      summary: "không có biên nhận nào cho thay đổi này",
      fix: "hỏi quản trị viên: thay đổi này vào kho mà không qua cổng kiểm tra",
      rule: "Mọi thay đổi trên máy chủ đều có biên nhận"),
    en: Words(
      summary: "no receipt covers this",
      fix: "ask the administrator: it came into the repository past the gate",
      rule: "Everything that the server holds has a receipt"))

  static let receiptContradicted = CatalogueEntry(
    vi: Words(
      summary: "biên nhận⟦ số {sequence}⟧ ghi khác với những gì đang có trong kho⟦: {detail}⟧",
      fix: "tìm bản ghi hoặc quyết định bị mất trong một bản sao khác, và báo quản trị viên",
      rule: "Những gì biên nhận đã ghi thì kho còn giữ, đúng thứ tự"),
    en: Words(
      summary: "receipt⟦ {sequence}⟧ says otherwise than the repository⟦: {detail}⟧",
      fix: "look for the lost commit or decision in another copy, and tell the administrator",
      rule: "What a receipt names is still there, in that order"))

  static let witnessDiffers = CatalogueEntry(
    vi: Words(
      summary: "dòng sổ đã làm chứng không có trong sổ biên nhận này",
      fix: "sổ đã bị viết lại sau ngày làm chứng; giữ nguyên bản sao này và báo người có thẩm quyền",
      rule: "Dòng sổ đã ghi trong biên bản họp vẫn còn nguyên trong sổ biên nhận"),
    en: Words(
      summary: "the witnessed line is not in this journal",
      fix: "the journal was rewritten after that day; keep this copy and tell the authority",
      rule: "A line that was witnessed stands in the journal for ever"))
}

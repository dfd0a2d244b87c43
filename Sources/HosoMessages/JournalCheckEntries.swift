/// Texts of `hoso doctor` on the journal, the clock, mirrors, and who works in a clone.
enum JournalCheckEntries {
  static let journal = CatalogueEntry(
    vi: Words(
      summary: "không đọc được sổ biên nhận⟦ ({detail})⟧",
      fix: "chạy 'hoso verify' để biết biên nhận nào hỏng; lấy lại sổ từ kho gương hoặc một bản sao khác",
      rule: "sổ biên nhận đến số {sequence}, lúc {time}"),
    en: Words(
      summary: "the journal cannot be read⟦ ({detail})⟧",
      fix: "run 'hoso verify' to learn which receipt is damaged; fetch the journal from a mirror or another clone",
      rule: "the journal is at receipt {sequence}, of {time}"))

  static let journalAgrees = CatalogueEntry(
    vi: Words(
      summary: "kho và sổ biên nhận không khớp⟦: main ở {main}, sổ ghi {journal}⟧",
      fix: """
        chạy 'hoso doctor --repair' để ghi nốt biên nhận còn thiếu; vẫn lỗi thì có người đã ghi thẳng vào kho, hoặc bản \
        sao lưu cũ đã được đưa lại: xem mục "Khôi phục" trong Docs/May-chu.md
        """,
      rule: "main đúng như sổ biên nhận ghi ({main})"),
    en: Words(
      summary: "the repository and the journal disagree⟦: main is at {main}, the journal says {journal}⟧",
      fix: """
        run 'hoso doctor --repair' to write receipts that are due; if it stays, somebody wrote past the gate or an old \
        backup was put back: see "Restore" in Docs/Server.md
        """,
      rule: "main is where the journal says ({main})"))

  static let journalKey = CatalogueEntry(
    vi: Words(
      summary: "từ biên nhận số {sequence} sổ do một khoá mới kí, vì máy chủ đã được khôi phục mà không có khoá cũ",
      fix: "hỏi người phụ trách có đúng không, rồi đối chiếu: hoso verify --witness 'DÒNG TRONG BIÊN BẢN SAU NGÀY ẤY'",
      rule: "sổ biên nhận do một khoá kí từ đầu đến cuối"),
    en: Words(
      summary: "from receipt {sequence} on another key signs: the server was restored without the old one",
      fix:
        "ask who is in charge whether this is right, then: hoso verify --witness 'A LINE OF THE MINUTES AFTER THAT DAY'",
      rule: "one key signed the whole journal"))

  static let intents = CatalogueEntry(
    vi: Words(
      summary: "còn {count} lần gửi chưa ghi biên nhận, do lần trước bị ngắt giữa chừng",
      fix: "chạy 'hoso doctor --repair'; lần gửi tiếp theo cũng tự ghi nốt", rule: "mọi lần gửi đều đã có biên nhận"),
    en: Words(
      summary: "pushes were cut short before their receipt: {count}",
      fix: "run 'hoso doctor --repair'; the next push settles them too", rule: "every push has its receipt"))

  static let clock = CatalogueEntry(
    vi: Words(
      summary: "đồng hồ chạy chậm: bây giờ là {now}, nhưng đã có thứ ghi lúc {last}",
      fix: "chỉnh giờ và bật đồng bộ: sudo timedatectl set-ntp true", rule: "đồng hồ khớp với biên nhận cuối ({last})"),
    en: Words(
      summary: "the clock is behind: it is {now}, but something is dated {last}",
      fix: "set it and turn on synchronisation: sudo timedatectl set-ntp true",
      rule: "the clock fits the last receipt ({last})"))

  static let clockJump = CatalogueEntry(
    vi: Words(
      summary: "đã hơn 7 ngày từ biên nhận cuối⟦ ({last}, bây giờ là {now})⟧: trường nghỉ, hoặc đồng hồ bị nhảy",
      fix: "xem lại giờ của máy chủ; nếu trường nghỉ thì không cần làm gì", rule: "đồng hồ không nhảy"),
    en: Words(
      summary: "the last receipt is more than 7 days old⟦ ({last}, it is {now})⟧: a holiday, or the clock jumped",
      fix: "look at the server's clock; in a holiday there is nothing to do", rule: "the clock did not jump"))

  static let mirrors = CatalogueEntry(
    vi: Words(
      summary: "kho gương '{name}' chậm {behind} biên nhận⟦, lần cuối đầy đủ lúc {last}⟧⟦: {detail}⟧",
      fix: "chạy 'hoso mirror sync' và đọc lí do; một máy chủ không có bản sao là một máy chủ sẽ mất dữ liệu",
      rule: "kho gương '{name}' đầy đủ đến biên nhận {receipt}"),
    en: Words(
      summary: "the mirror '{name}' is {behind} receipts behind⟦, last complete at {last}⟧⟦: {detail}⟧",
      fix: "run 'hoso mirror sync' and read the reason; a server without a copy is a server that will lose data",
      rule: "the mirror '{name}' is complete up to receipt {receipt}"))

  static let identity = CatalogueEntry(
    vi: Words(
      summary: "chưa biết ai làm việc ở bản sao này", fix: "đặt git config user.email và user.signingkey",
      rule: "người làm việc: {person} ({id}), khoá đã đăng kí"),
    en: Words(
      summary: "it is not known who works in this clone", fix: "set git config user.email and user.signingkey",
      rule: "{person} ({id}) works here, with a listed key"))

  static let server = CatalogueEntry(
    vi: Words(
      summary: "bản sao này không nối với máy chủ nào", fix: "chạy 'git remote add origin ĐỊA_CHỈ'",
      rule: "máy chủ: {address}"),
    en: Words(
      summary: "this clone knows no server", fix: "run 'git remote add origin ADDRESS'",
      rule: "the server is {address}"))

  static let pending = CatalogueEntry(
    vi: Words(
      summary: "còn {commits} lần ghi và {decisions} quyết định chưa gửi", fix: "chạy 'hoso sync' khi có mạng",
      rule: "mọi thứ đã gửi lên máy chủ"),
    en: Words(
      summary: "not sent yet: {commits} commits, {decisions} decisions", fix: "run 'hoso sync' when there is a network",
      rule: "everything was sent to the server"))
}

/// Texts for what can go wrong between a person's clone and the school's server.
enum ServerProblemEntries {
  static let notAServer = CatalogueEntry(
    vi: Words(
      summary: "đây không phải kho của máy chủ⟦: '{path}'⟧",
      fix: "tạo kho máy chủ bằng 'hoso server init THƯ_MỤC --from KHO'",
      rule: "Lệnh của máy chủ chạy trên kho do 'hoso server init' tạo"),
    en: Words(
      summary: "this is no server's repository⟦: '{path}'⟧",
      fix: "make one with 'hoso server init FOLDER --from REPOSITORY'",
      rule: "Server commands run on a repository made by 'hoso server init'"))

  static let unsoundSource = CatalogueEntry(
    vi: Words(
      summary: "kho nguồn không qua được kiểm chứng⟦: {place} [{id}]⟧",
      fix: "chạy 'hoso verify' trong kho ấy và xử lí từng lỗi trước khi đưa lên máy chủ",
      rule: "Máy chủ chỉ nhận tiếp quản một kho đúng quy tắc"),
    en: Words(
      summary: "the repository does not verify⟦: {place} [{id}]⟧",
      fix: "run 'hoso verify' there and settle each fault before it goes to the server",
      rule: "A server takes over a repository that follows from the rules"))

  static let noServerKey = CatalogueEntry(
    vi: Words(
      summary: "không đọc được khoá của máy chủ⟦ '{path}'⟧",
      fix: "khôi phục tệp khoá từ bản sao lưu; không có khoá thì máy chủ không nhận hồ sơ",
      rule: "Máy chủ có khoá riêng để kí biên nhận"),
    en: Words(
      summary: "the server's key cannot be read⟦: '{path}'⟧",
      fix: "bring the key file back from the backup; without it the server accepts nothing",
      rule: "The server has a key of its own that signs the receipts"))

  static let journalDisagrees = CatalogueEntry(
    vi: Words(
      summary: "kho và sổ biên nhận không khớp nhau⟦ (main ở {main}, sổ ghi {journal})⟧, nên máy chủ tạm ngừng nhận",
      fix: "báo quản trị viên chạy 'hoso doctor' trên máy chủ; hồ sơ của bạn vẫn còn trên máy bạn",
      rule: "Mọi thay đổi của main đều có biên nhận"),
    en: Words(
      summary:
        "the repository and the journal disagree⟦ (main is at {main}, the journal says {journal})⟧; nothing is accepted",
      fix: "tell the administrator to run 'hoso doctor' on the server; your records are still on your machine",
      rule: "Each move of main has a receipt"))

  static let clockWentBack = CatalogueEntry(
    vi: Words(
      summary: "đồng hồ máy chủ chạy lùi⟦: bây giờ là {now}, biên nhận cuối lúc {last}⟧",
      fix: "quản trị viên chỉnh lại giờ của máy chủ, rồi nộp lại",
      rule: "Biên nhận sau không sớm hơn biên nhận trước"),
    en: Words(
      summary: "the server's clock went back⟦: it is {now}, the last receipt is of {last}⟧",
      fix: "let the administrator set the server's clock, then send again",
      rule: "No receipt is older than the one before it"))

  static let diskFull = CatalogueEntry(
    vi: Words(
      summary: "máy chủ sắp hết chỗ⟦ (còn {free})⟧",
      fix: "quản trị viên dọn đĩa của máy chủ, rồi nộp lại; chưa có gì bị ghi",
      rule: "Máy chủ còn chỗ cho hồ sơ và biên nhận"),
    en: Words(
      summary: "the server's disk is nearly full⟦ ({free} free)⟧",
      fix: "let the administrator make room, then send again; nothing was written",
      rule: "The server has room for records and receipts"))

  static let notLoggedIn = CatalogueEntry(
    vi: Words(
      summary: "máy chủ không biết ai đang gửi",
      fix: "gửi qua ssh bằng khoá của bạn đã đăng kí trong .hoso/allowed_signers",
      rule: "Người gửi được nhận biết qua khoá đăng nhập"),
    en: Words(
      summary: "the server does not know who is sending",
      fix: "send over ssh with your key that is listed in .hoso/allowed_signers",
      rule: "Who sends is known by the key of the connection"))

  static let commandNotAllowed = CatalogueEntry(
    vi: Words(
      summary: "máy chủ chỉ nhận git cho kho của trường⟦, không nhận '{command}'⟧",
      fix: "dùng 'hoso submit', 'hoso sync' hoặc git với đúng địa chỉ kho",
      rule: "Qua ssh chỉ chạy được git của một kho"),
    en: Words(
      summary: "the server serves git for the school's repository alone⟦, not '{command}'⟧",
      fix: "use 'hoso submit', 'hoso sync' or git with the repository's address",
      rule: "Over ssh only git for the one repository runs"))

  static let offline = CatalogueEntry(
    vi: Words(
      summary: "chưa kết nối được máy chủ⟦ ({detail})⟧",
      fix: "kiểm tra mạng rồi chạy 'hoso sync'; hồ sơ đã ghi trên máy này",
      rule: "Máy chủ trả lời"),
    en: Words(
      summary: "the server cannot be reached⟦ ({detail})⟧",
      fix: "check the network, then run 'hoso sync'; your records are saved on this machine",
      rule: "The server answers"))

  static let serverRewrote = CatalogueEntry(
    vi: Words(
      summary: "máy chủ đưa ra lịch sử khác với lịch sử máy này đã nhận⟦ ({detail})⟧",
      fix: "giữ nguyên bản sao này làm bằng chứng và báo hiệu trưởng; không xoá, không tải lại",
      rule: "Lịch sử trên máy chủ chỉ dài thêm, không đổi"),
    en: Words(
      summary: "the server shows another history than this machine has received⟦ ({detail})⟧",
      fix: "keep this clone as evidence and tell the principal; delete nothing, clone nothing anew",
      rule: "The server's history grows and never changes"))

  static let notSent = CatalogueEntry(
    vi: Words(
      summary: "bản sao này còn phần máy chủ chưa nhận",
      fix: "chạy 'hoso sync' rồi lưu trữ lại",
      rule: "Bản lưu trữ chỉ gồm những gì máy chủ đã nhận"),
    en: Words(
      summary: "this clone holds what the server has not received",
      fix: "run 'hoso sync', then archive again",
      rule: "An archive holds what the server has received"))

  static let noRemote = CatalogueEntry(
    vi: Words(
      summary: "bản sao này không nối với máy chủ nào",
      fix: "chạy 'git remote add origin ĐỊA_CHỈ' với địa chỉ kho của trường",
      rule: "Bản sao biết địa chỉ máy chủ"),
    en: Words(
      summary: "this clone knows no server",
      fix: "run 'git remote add origin ADDRESS' with the address of the school's repository",
      rule: "The clone knows the server's address"))

  static let editedMeanwhile = CatalogueEntry(
    vi: Words(
      summary: "người khác đã nộp bản mới của hồ sơ mà bạn cũng vừa sửa⟦: {path}⟧",
      fix: """
        chọn một bản: 'hoso sync --keep mine' để nộp bản của bạn chồng lên, hoặc 'hoso sync --keep theirs' để lấy bản \
        trên máy chủ (bản của bạn được cất lại, không mất)
        """,
      rule: "Không bản nào bị ghi đè khi chưa chọn"),
    en: Words(
      summary: "somebody else submitted a new version of a record that you changed too⟦: {path}⟧",
      fix: """
        choose: 'hoso sync --keep mine' submits yours on top, 'hoso sync --keep theirs' takes the server's (yours is put \
        aside, not lost)
        """,
      rule: "No version is overwritten unasked"))

  static let journalUnreadable = CatalogueEntry(
    vi: Words(
      summary: "không đọc được sổ biên nhận⟦: {detail}⟧",
      fix: "chạy 'hoso verify' để biết biên nhận nào hỏng, rồi báo quản trị viên",
      rule: "Sổ biên nhận đọc được trọn vẹn"),
    en: Words(
      summary: "the journal cannot be read⟦: {detail}⟧",
      fix: "run 'hoso verify' to learn which receipt is damaged, and tell the administrator",
      rule: "The journal can be read as a whole"))
}

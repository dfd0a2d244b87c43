/// Texts for corrections of what is locked.
enum CorrectionEntries {
  static let correctionForm = CatalogueEntry(
    vi: Words(
      summary: "hồ sơ chỉnh sửa chưa đúng dạng⟦: {detail}⟧",
      fix: "lập lại bằng 'hoso correction open', hoặc sửa tệp này cho đúng",
      rule: """
        Hồ sơ chỉnh sửa có biên bản, danh sách hồ sơ, từng ô hoặc bản mới, và minh chứng khớp với nhau và với sổ
        """),
    en: Words(
      summary: "the case does not fit together⟦: {detail}⟧",
      fix: "open it again with 'hoso correction open', or mend this file",
      rule: """
        The minutes, records, cells or texts, and evidence of a case fit each other and the books
        """))

  static let correctionEvidence = CatalogueEntry(
    vi: Words(
      summary: "hồ sơ chỉnh sửa chưa có minh chứng",
      fix: "thêm bài kiểm tra, sản phẩm học tập hoặc bản chụp vào dinh-kem của hồ sơ chỉnh sửa",
      rule: "Chỉnh sửa hồ sơ đã khoá sổ phải kèm minh chứng"),
    en: Words(
      summary: "the case has no evidence",
      fix: "put the marked test, product or scan into the case's folder dinh-kem",
      rule: "A correction of what is locked comes with evidence"))

  static let correctionRequester = CatalogueEntry(
    vi: Words(
      summary: "⟦'{person}' ⟧không phải người đề nghị⟦ ({requester})⟧ của hồ sơ chỉnh sửa này",
      fix: "để người đề nghị sửa hoặc rút hồ sơ của mình; hoặc tự lập hồ sơ chỉnh sửa khác",
      rule: "Chỉ người đề nghị viết vào hồ sơ chỉnh sửa của mình"),
    en: Words(
      summary: "⟦'{person}' ⟧is not the requester⟦ ({requester})⟧ of this case",
      fix: "let the requester change or withdraw it, or open a case of your own",
      rule: "Only its requester writes in a case"))

  static let correctionProcedure = CatalogueEntry(
    vi: Words(
      summary: "thủ tục⟦ '{procedure}'⟧ không dùng được cho hồ sơ này⟦ (cột '{column}')⟧",
      fix: "chọn thủ tục có trong .hoso/corrections.yml⟦: {known}⟧, đúng loại hồ sơ và cột",
      rule: "Hồ sơ chỉnh sửa theo một thủ tục của trường, đúng loại hồ sơ và cột mà thủ tục ấy cho sửa"),
    en: Words(
      summary: "the procedure⟦ '{procedure}'⟧ does not correct this record⟦ (column '{column}')⟧",
      fix: "name a procedure of .hoso/corrections.yml⟦: {known}⟧ that covers kind and column",
      rule: "A case follows a procedure of the school that covers its records and columns"))

  static let correctionStale = CatalogueEntry(
    vi: Words(
      summary: "hồ sơ này đã khác với lúc lập hồ sơ chỉnh sửa⟦ '{case}'⟧",
      fix: "rút hồ sơ chỉnh sửa cũ, lập lại bằng 'hoso correction open' theo sổ hiện nay rồi xin kí lại",
      rule: "Hồ sơ được sửa còn đúng bản cũ và giá trị cũ đã ghi trong hồ sơ chỉnh sửa"),
    en: Words(
      summary: "this record is not what it was when the case⟦ '{case}'⟧ was opened",
      fix: "withdraw the case, open another by the book as it is, and ask for the consents again",
      rule: "A corrected record is still the old content, with the old values, that its case names"))

  static let correctionDifference = CatalogueEntry(
    vi: Words(
      summary: "thay đổi không đúng như hồ sơ chỉnh sửa⟦ '{case}'⟧⟦: {detail}⟧⟦, cột '{column}'⟧",
      fix: "sửa bằng 'hoso correction apply': lệnh này chỉ sửa đúng các ô đã kí",
      rule: "Hồ sơ sau khi sửa giống bản cũ từng byte, chỉ khác các ô đã kí"),
    en: Words(
      summary: "the change is not that of the case⟦ '{case}'⟧⟦: {detail}⟧⟦, column '{column}'⟧",
      fix: "correct it with 'hoso correction apply', which changes the signed cells and nothing else",
      rule: "A corrected record is the old one byte for byte, save the cells that were signed"))

  static let correctionPath = CatalogueEntry(
    vi: Words(
      summary: "tệp này không có trong hồ sơ chỉnh sửa⟦ '{case}'⟧",
      fix: "sửa bằng 'hoso correction apply'; việc khác thì nộp riêng",
      rule: "Lần ghi chỉnh sửa chỉ gồm các hồ sơ đã kí và danh sách chữ kí, không thiếu, không thừa"),
    en: Words(
      summary: "the case⟦ '{case}'⟧ does not name this file",
      fix: "correct with 'hoso correction apply'; submit anything else on its own",
      rule: "A correction changes the records that were signed and the list of consents: nothing more, nothing less"))

  static let correctionLock = CatalogueEntry(
    vi: Words(
      summary: "chữ kí⟦ '{tag}'⟧ là cho lần khoá sổ khác⟦ ({lock})⟧ với lần đang khoá",
      fix: "xin kí lại bằng 'hoso correction consent'",
      rule: "Chữ kí đồng ý nêu đúng các lần khoá sổ đang giữ hồ sơ"),
    en: Words(
      summary: "the consent⟦ '{tag}'⟧ goes through other locks⟦ ({lock})⟧ than those that hold now",
      fix: "ask for the consents again, with 'hoso correction consent'",
      rule: "A consent names exactly the locks that hold the records"))

  static let correctionConsent = CatalogueEntry(
    vi: Words(
      summary: "chữ kí⟦ '{tag}'⟧ không dùng được cho lần sửa này⟦: {detail}⟧",
      fix: "xem chữ kí nào còn dùng được bằng 'hoso correction show', xin kí lại nếu thiếu",
      rule: "Mỗi chữ kí mà lần sửa dựa vào còn nguyên, đúng hồ sơ chỉnh sửa ấy, và người kí còn tư cách"),
    en: Words(
      summary: "the consent⟦ '{tag}'⟧ does not count for this correction⟦: {detail}⟧",
      fix: "see which consents count with 'hoso correction show', and ask again for those that lack",
      rule: "Each consent that a correction rests on is there, for this case, by somebody who still may give it"))

  static let correctionSigners = CatalogueEntry(
    vi: Words(
      summary: "chưa đủ chữ kí⟦: có {given} trong {needed}⟧⟦, còn thiếu {asked}⟧⟦ ({clause})⟧",
      fix: "xin người còn thiếu kí bằng 'hoso correction consent'; mỗi người chỉ tính một chữ kí",
      rule: "Lần sửa có đủ chữ kí mà thủ tục đòi hỏi, mỗi chữ kí của một người khác nhau"),
    en: Words(
      summary: "consents are missing⟦: {given} of {needed}⟧⟦, still to come: {asked}⟧⟦ ({clause})⟧",
      fix: "ask them for 'hoso correction consent'; a person counts once, whatever keys he has",
      rule: "A correction has every consent that its procedure asks for, each of another person"))

  static let correctionApplier = CatalogueEntry(
    vi: Words(
      summary: "⟦'{person}' ⟧không được thực hiện việc chỉnh sửa này",
      fix: "⟦để người này làm: {asked}; ⟧lệnh là 'hoso correction apply'",
      rule: "Việc chỉnh sửa do người mà thủ tục cho phép thực hiện"),
    en: Words(
      summary: "⟦'{person}' ⟧may not carry this correction out",
      fix: "⟦leave it to: {asked}; ⟧the command is 'hoso correction apply'",
      rule: "A correction is carried out by somebody whom its procedure names"))

  static let correctionRefused = CatalogueEntry(
    vi: Words(
      summary: "hồ sơ chỉnh sửa này đã bị⟦ {person}⟧ từ chối hoặc đã rút⟦ ({tag})⟧",
      fix: "xem lí do bằng 'hoso correction show'; người đề nghị sửa hồ sơ rồi xin kí lại, hoặc lập hồ sơ khác",
      rule: "Hồ sơ bị từ chối hoặc đã rút thì không được thực hiện"),
    en: Words(
      summary: "this case was refused⟦ by {person}⟧ or withdrawn⟦ ({tag})⟧",
      fix: """
        see why with 'hoso correction show'; let the requester change it and ask for the consents again, or open another
        """,
      rule: "A case that was refused or withdrawn is not carried out"))

  static let correctionLate = CatalogueEntry(
    vi: Words(
      summary: "đã quá hạn chỉnh sửa⟦: ngày cuối là {day}⟧⟦: {detail}⟧⟦ ({clause})⟧",
      fix: "giữ nguyên hồ sơ; hỏi hiệu trưởng xem còn thủ tục nào áp dụng được không",
      rule: "Việc chỉnh sửa đến máy chủ trong hạn mà thủ tục đặt ra"),
    en: Words(
      summary: "it is too late for this correction⟦: the last day is {day}⟧⟦: {detail}⟧⟦ ({clause})⟧",
      fix: "leave the record as it is; ask the principal whether another procedure applies",
      rule: "A correction is received within the time that its procedure sets"))

  static let correctionClosed = CatalogueEntry(
    vi: Words(
      summary: "hồ sơ chỉnh sửa này đã thực hiện xong: không sửa, không dùng lại chữ kí được nữa",
      fix: "giữ nguyên; muốn sửa tiếp thì lập hồ sơ chỉnh sửa khác bằng 'hoso correction open'",
      rule: "Mỗi hồ sơ chỉnh sửa chỉ thực hiện một lần, sau đó giữ nguyên"),
    en: Words(
      summary: "this case is done: nothing in it changes, and its consents are spent",
      fix: "leave it; for another correction open another case with 'hoso correction open'",
      rule: "A case is carried out once and stays as it is from then on"))
}

/// Texts for work on corrections that could not be done.
enum CorrectionProblemEntries {
  static let noSuchCase = CatalogueEntry(
    vi: Words(
      summary: "không có hồ sơ chỉnh sửa⟦ '{case}'⟧ nào như vậy⟦ (các hồ sơ: {known})⟧",
      fix: "xem các hồ sơ chỉnh sửa bằng 'hoso correction list'; lấy bản mới nhất bằng 'hoso sync'",
      rule: "Hồ sơ chỉnh sửa được nêu đã có trên máy chủ"),
    en: Words(
      summary: "there is no case⟦ '{case}'⟧⟦ (cases: {known})⟧",
      fix: "see the cases with 'hoso correction list'; take what is new with 'hoso sync'",
      rule: "The case that is named has been received"))

  static let noProcedure = CatalogueEntry(
    vi: Words(
      summary: "trường chưa có thủ tục chỉnh sửa cho hồ sơ này⟦ ({path})⟧⟦; có nhiều thủ tục: {known}⟧",
      fix: """
        chọn một thủ tục bằng --procedure; nếu chưa có, quản trị viên ghi vào .hoso/corrections.yml, hoặc hiệu trưởng mở khoá
        """,
      rule: "Hồ sơ được chỉnh sửa theo một thủ tục trong .hoso/corrections.yml"),
    en: Words(
      summary: "no one procedure of the school corrects this record⟦ ({path})⟧⟦; these could: {known}⟧",
      fix: """
        choose one with --procedure; where there is none the administrator writes it into .hoso/corrections.yml, or the \
        principal unlocks
        """,
      rule: "A record is corrected by a procedure of .hoso/corrections.yml"))

  static let noConsentAsked = CatalogueEntry(
    vi: Words(
      summary: "hồ sơ chỉnh sửa này không cần chữ kí của bạn⟦; cần: {asked}⟧",
      fix: "xem ai còn phải kí bằng 'hoso correction show'",
      rule: "Chỉ người mà thủ tục nêu mới kí"),
    en: Words(
      summary: "this case does not ask for your consent⟦; it asks for: {asked}⟧",
      fix: "see who still has to sign with 'hoso correction show'",
      rule: "Only those whom the procedure names sign"))

  static let noSuchCell = CatalogueEntry(
    vi: Words(
      summary: "sổ không có ô⟦ '{cell}'⟧ như vậy, hoặc ô ấy đã có giá trị đó",
      fix: "viết --cell dạng HỌC_SINH:CỘT=GIÁ_TRỊ_MỚI, đúng mã học sinh và tên cột trong sổ",
      rule: "Ô được nêu có trong sổ và mang giá trị khác"),
    en: Words(
      summary: "the book has no cell⟦ '{cell}'⟧, or the cell has that value already",
      fix: "write --cell as KEY:COLUMN=NEW, with the key and the column's name as in the book",
      rule: "The cell that is named is in the book and holds another value"))
}

/// Texts for refusals by the records or the rules.
enum RefusalEntries {
  static let rulesUnreadable = CatalogueEntry(
    vi: Words(
      summary: "quy định của trường có lỗi nên chưa thể kiểm tra hồ sơ⟦ ({path}⟦, dòng {line}⟧)⟧",
      fix: """
        quản trị viên chạy 'hoso check' và sửa tệp quy định trong .hoso; nếu lỗi đã nằm trong bản ghi mới nhất của main thì \
        đưa main về bản ghi trước đó
        """,
      rule: "Tệp quy định đọc được trọn vẹn"),
    en: Words(
      summary: "the school's rules cannot be read⟦ ({path}⟦, line {line}⟧)⟧",
      fix: """
        let the administrator run 'hoso check' and correct the rule files in .hoso; where the newest commit of main holds \
        the fault, set main back to the commit before
        """,
      rule: "The rule files can be read as a whole"))

  static let personUnknown = CatalogueEntry(
    vi: Words(
      summary: "địa chỉ thư⟦ '{email}'⟧ không có trong .hoso/people.csv",
      fix: """
        sửa 'git config user.email' cho đúng địa chỉ của bạn, hoặc nhờ quản trị viên thêm vào .hoso/people.csv
        """,
      rule: "Người chạy lệnh có trong danh sách của trường"),
    en: Words(
      summary: "the address⟦ '{email}'⟧ is not in .hoso/people.csv",
      fix: "set 'git config user.email' to your address, or ask the administrator to add it to .hoso/people.csv",
      rule: "Who runs a command is in the school's list"))

  static let formerPerson = CatalogueEntry(
    vi: Words(
      summary: "⟦{person} ⟧không thuộc trường⟦ vào ngày {date}⟧",
      fix: "nếu sai, nhờ quản trị viên sửa cột from, to trong .hoso/people.csv",
      rule: "Chỉ người đang thuộc trường mới ghi được vào kho"),
    en: Words(
      summary: "⟦{person} ⟧does not belong to the school⟦ on {date}⟧",
      fix: "if this is wrong, ask the administrator to correct from and to in .hoso/people.csv",
      rule: "Only those who belong to the school write to the repository"))

  static let keyUnlisted = CatalogueEntry(
    vi: Words(
      summary: "khoá kí⟦ của {person}⟧ chưa được đăng kí",
      fix: """
        xem lại 'git config user.email' và 'git config user.signingKey' có phải của mình không; nếu phải, gửi tệp khoá \
        công khai⟦ '{key}'⟧ cho quản trị viên để thêm vào .hoso/allowed_signers
        """,
      rule: "Khoá kí có trong .hoso/allowed_signers"),
    en: Words(
      summary: "the signing key⟦ of {person}⟧ is not listed",
      fix: """
        check that 'git config user.email' and 'git config user.signingKey' are yours; if so, send the public key⟦ \
        '{key}'⟧ to the administrator, who adds it to .hoso/allowed_signers
        """,
      rule: "A signing key is in .hoso/allowed_signers"))

  static let keyExpired = CatalogueEntry(
    vi: Words(
      summary: "khoá kí⟦ của {person}⟧ đã hết hạn hoặc chưa có hiệu lực",
      fix: "nhờ quản trị viên đăng kí khoá mới⟦; xem dòng {line}⟧ trong .hoso/allowed_signers",
      rule: "Khoá kí còn hiệu lực vào lúc kí"),
    en: Words(
      summary: "the signing key⟦ of {person}⟧ is not valid today",
      fix: "ask the administrator to list a new key⟦; see line {line}⟧ in .hoso/allowed_signers",
      rule: "A signing key is valid when it is used"))

  static let nothingToSubmit = CatalogueEntry(
    vi: Words(
      summary: "không có gì mới để nộp",
      fix: "sửa hoặc thêm hồ sơ và lưu lại trước khi nộp",
      rule: "Mỗi lần nộp có ít nhất một thay đổi"),
    en: Words(
      summary: "there is nothing new to submit",
      fix: "change or add a record and save it first",
      rule: "A submission changes something"))

  static let nothingToDecide = CatalogueEntry(
    vi: Words(
      summary: "không có hồ sơ nào đang chờ bạn quyết định ở đây",
      fix: "chạy 'hoso status' để xem hồ sơ nào đang chờ",
      rule: "Quyết định nêu ít nhất một hồ sơ đang chờ"),
    en: Words(
      summary: "no record here waits for your decision",
      fix: "run 'hoso status' to see which records wait",
      rule: "A decision speaks of at least one record that waits"))

  static let officeFile = CatalogueEntry(
    vi: Words(
      summary: "không chuyển được tệp văn phòng⟦ '{path}'⟧⟦: {detail}⟧",
      fix: "mở tệp trong Word hoặc LibreOffice, lưu lại dạng .docx không có mật khẩu và macro, rồi chạy lại",
      rule: "Tệp Word hoặc OpenDocument đưa vào đọc được và không chứa chương trình"),
    en: Words(
      summary: "the office file⟦ '{path}'⟧ cannot be converted⟦: {detail}⟧",
      fix: """
        open it in Word or LibreOffice, save it as .docx without password and macros, and run the command again
        """,
      rule: "A Word or OpenDocument file can be read and holds no program"))

  static let recordExists = CatalogueEntry(
    vi: Words(
      summary: "đã có hồ sơ⟦ '{path}'⟧",
      fix: "mở hồ sơ đã có để sửa, hoặc chọn tên khác",
      rule: "Hồ sơ mới không ghi đè hồ sơ đã có"),
    en: Words(
      summary: "the record⟦ '{path}'⟧ exists already",
      fix: "edit the record that is there, or choose another name",
      rule: "A new record does not overwrite one that is there"))

  static let sameRecord = CatalogueEntry(
    vi: Words(
      summary: """
        hai bài⟦ của tệp '{file}'⟧ thành cùng một hồ sơ⟦ '{path}'⟧⟦: bài {first}⟦ '{first-title}'⟧ và bài {second}\
        ⟦ '{second-title}'⟧⟧
        """,
      fix: """
        trong tệp Word ghi tên hai bài khác nhau ngay từ đầu, ví dụ 'Bài 14 (tiết 1)' và 'Bài 14 (tiết 2)', rồi nộp lại; \
        --set đặt chung cho mọi bài nên không tách được hai bài
        """,
      rule: "Mỗi bài trong một tệp Word thành một hồ sơ riêng"),
    en: Words(
      summary: """
        two lessons⟦ of '{file}'⟧ become the same record⟦ '{path}'⟧⟦: lesson {first}⟦ '{first-title}'⟧ and lesson {second}\
        ⟦ '{second-title}'⟧⟧
        """,
      fix: """
        give the two lessons titles in the Word file that differ early on, such as 'Bài 14 (tiết 1)' and 'Bài 14 (tiết 2)', \
        and submit again; --set holds for all lessons and cannot tell the two apart
        """,
      rule: "Each lesson of a Word file becomes a record of its own"))

  static let noHistory = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧chưa từng được nộp",
      fix: "nộp hồ sơ bằng 'hoso submit' trước",
      rule: "Hồ sơ được hỏi đã có trong lịch sử"),
    en: Words(
      summary: "⟦'{path}' ⟧was never submitted",
      fix: "submit the record with 'hoso submit' first",
      rule: "A record that is asked for is in the history"))
}

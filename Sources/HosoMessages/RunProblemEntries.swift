/// Texts for work that could not run.
enum RunProblemEntries {
  static let notARepository = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧không phải là kho hồ sơ",
      fix: "mở thư mục kho hồ sơ của trường rồi chạy lại lệnh",
      rule: "Lệnh chạy trong thư mục của kho hồ sơ"),
    en: Words(
      summary: "⟦'{path}' ⟧is no repository of records",
      fix: "open the folder of the school's repository and run the command again",
      rule: "Commands run in the folder of a repository"))

  static let unbornBranch = CatalogueEntry(
    vi: Words(
      summary: "kho hồ sơ chưa có bản ghi nào",
      fix: "quản trị viên nộp lần đầu thư mục .hoso bằng 'hoso submit'",
      rule: "Kho có ít nhất một bản ghi trên nhánh main"),
    en: Words(
      summary: "the repository has no commit yet",
      fix: "let the administrator submit the folder .hoso first with 'hoso submit'",
      rule: "The repository has at least one commit on main"))

  static let noRules = CatalogueEntry(
    vi: Words(
      summary: "kho này chưa có quy định của trường (thiếu thư mục .hoso)",
      fix: "quản trị viên thêm thư mục .hoso với các tệp quy định",
      rule: "Kho hồ sơ có thư mục .hoso"),
    en: Words(
      summary: "the repository has no rules: there is no folder .hoso",
      fix: "let the administrator add the folder .hoso with the rule files",
      rule: "A repository of records has a folder .hoso"))

  static let notOnMain = CatalogueEntry(
    vi: Words(
      summary: "thư mục làm việc không ở nhánh main",
      fix: "chạy 'git switch main' rồi chạy lại lệnh",
      rule: "Hồ sơ được viết trên nhánh main"),
    en: Words(
      summary: "the working folder is not on main",
      fix: "run 'git switch main' and then the command again",
      rule: "Records are written on main"))

  static let noSuchFile = CatalogueEntry(
    vi: Words(
      summary: "không có tệp hoặc thư mục⟦ '{path}'⟧",
      fix: "kiểm tra lại tên và thư mục đang mở",
      rule: "Tệp được nêu trong lệnh có thật"),
    en: Words(
      summary: "there is no file or folder⟦ '{path}'⟧",
      fix: "check the name and the folder that you are in",
      rule: "A file named in a command exists"))

  static let outsideRepository = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧nằm ngoài kho hồ sơ",
      fix: "chọn một tệp trong thư mục của kho hồ sơ",
      rule: "Lệnh chỉ làm việc với tệp trong kho"),
    en: Words(
      summary: "⟦'{path}' ⟧lies outside the repository",
      fix: "name a file inside the folder of the repository",
      rule: "Commands work only on files of the repository"))

  static let diskWrite = CatalogueEntry(
    vi: Words(
      summary: "không ghi được⟦ '{path}'⟧⟦: {detail}⟧",
      fix: "kiểm tra dung lượng trống và quyền ghi của thư mục rồi chạy lại",
      rule: "Ổ đĩa ghi được"),
    en: Words(
      summary: "cannot write⟦ '{path}'⟧⟦: {detail}⟧",
      fix: "check free space and the folder's permissions, then run the command again",
      rule: "The disk can be written"))

  static let diskRead = CatalogueEntry(
    vi: Words(
      summary: "không đọc được⟦ '{path}'⟧⟦: {detail}⟧",
      fix: "kiểm tra xem tệp có mở được không và có quá lớn không rồi chạy lại",
      rule: "Ổ đĩa đọc được"),
    en: Words(
      summary: "cannot read⟦ '{path}'⟧⟦: {detail}⟧",
      fix: "check whether the file opens and is not too large, then run the command again",
      rule: "The disk can be read"))

  static let gitFailed = CatalogueEntry(
    vi: Words(
      summary: "git báo lỗi⟦: {detail}⟧",
      fix: "chạy lại lệnh; nếu vẫn lỗi, gửi dòng này cho quản trị viên",
      rule: "Kho git làm việc được"),
    en: Words(
      summary: "git failed⟦: {detail}⟧",
      fix: "run the command again; if it fails again, send this line to the administrator",
      rule: "The git repository works"))

  static let objectMissing = CatalogueEntry(
    vi: Words(
      summary: "kho hồ sơ thiếu một phần dữ liệu⟦: {detail}⟧",
      fix: "không ghi gì thêm; báo quản trị viên phục hồi từ bản sao và chạy 'hoso verify'",
      rule: "Kho có đủ dữ liệu của mọi bản ghi"),
    en: Words(
      summary: "the repository lacks a part of its data⟦: {detail}⟧",
      fix: "write nothing more; let the administrator restore a copy and run 'hoso verify'",
      rule: "The repository holds all data of every commit"))

  static let busy = CatalogueEntry(
    vi: Words(
      summary: "có người khác đang ghi vào kho",
      fix: "đợi một lát rồi chạy lại lệnh",
      rule: "Mỗi lúc chỉ một người ghi vào kho"),
    en: Words(
      summary: "somebody else is writing to the repository",
      fix: "wait a moment and run the command again",
      rule: "Only one person writes to the repository at a time"))

  static let changedMeanwhile = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧đã thay đổi trong khi lệnh đang chạy",
      fix: "xem lại thay đổi ấy rồi chạy lại lệnh",
      rule: "Hồ sơ được nộp là hồ sơ đã được kiểm tra"),
    en: Words(
      summary: "⟦'{path}' ⟧changed while the command ran",
      fix: "look at that change and run the command again",
      rule: "What is submitted is what was checked"))

  static let unknownOutcome = CatalogueEntry(
    vi: Words(
      summary: "không biết chắc lần ghi⟦ {commit}⟧ đã xong hay chưa⟦: {detail}⟧",
      fix: "chạy 'hoso status' để xem hồ sơ đã có chưa trước khi nộp lại",
      rule: "Kết quả của mỗi lần ghi được biết chắc"),
    en: Words(
      summary: "it is not known whether⟦ {commit}⟧ was written⟦: {detail}⟧",
      fix: "run 'hoso status' to see whether the records are there before you submit again",
      rule: "The outcome of each write is known"))

  static let toolMissing = CatalogueEntry(
    vi: Words(
      summary: "máy chưa cài chương trình⟦ '{tool}'⟧",
      fix: "nhờ quản trị viên cài⟦ '{tool}'⟧ rồi chạy lại lệnh",
      rule: "Máy có đủ chương trình cần dùng"),
    en: Words(
      summary: "the program⟦ '{tool}'⟧ is not installed",
      fix: "ask the administrator to install⟦ '{tool}'⟧, then run the command again",
      rule: "The programs that hoso needs are installed"))

  static let toolFailed = CatalogueEntry(
    vi: Words(
      summary: "chương trình⟦ '{tool}'⟧ báo lỗi⟦: {detail}⟧",
      fix: "kiểm tra theo lời báo ấy rồi chạy lại; nếu vẫn lỗi, gửi dòng này cho quản trị viên",
      rule: "Chương trình kèm theo chạy được"),
    en: Words(
      summary: "the program⟦ '{tool}'⟧ failed⟦: {detail}⟧",
      fix: """
        follow what it says and run the command again; if it fails again, send this line to the administrator
        """,
      rule: "The programs that hoso needs run"))

  static let targetExists = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧đã có",
      fix: "chọn tên khác⟦, dùng '{option}' để ghi đè⟧, hoặc chuyển thứ đã có đi chỗ khác rồi chạy lại",
      rule: "hoso không ghi đè lên thứ đã có"),
    en: Words(
      summary: "⟦'{path}' ⟧exists already",
      fix:
        "choose another name⟦, use '{option}' to replace it⟧, or move what is there out of the way and run the command again",
      rule: "hoso does not overwrite what is there"))

  static let needsWorkingTree = CatalogueEntry(
    vi: Words(
      summary: "⟦'{path}' ⟧là kho trên máy chủ, không có thư mục làm việc",
      fix: "chạy lệnh này trong bản sao có thư mục làm việc",
      rule: "Lệnh viết hồ sơ cần thư mục làm việc"),
    en: Words(
      summary: "⟦'{path}' ⟧is a bare repository without working files",
      fix: "run this command in a clone with working files",
      rule: "Commands that write records need working files"))

  static let noIdentity = CatalogueEntry(
    vi: Words(
      summary: "git chưa biết bạn là ai",
      fix: "chạy 'git config user.email' với địa chỉ thư của bạn ghi trong .hoso/people.csv",
      rule: "Người chạy lệnh có địa chỉ thư trong cài đặt git"),
    en: Words(
      summary: "git does not know who you are",
      fix: "run 'git config user.email' with your address in .hoso/people.csv",
      rule: "Who runs a command has an address in git's settings"))

  static let noKey = CatalogueEntry(
    vi: Words(
      summary: "⟦{person} ⟧chưa có khoá kí dùng được⟦: '{key}'⟧",
      fix: "nhờ quản trị viên tạo khoá và chạy 'git config user.signingKey' với đường dẫn của tệp khoá công khai",
      rule: "Người nộp và người duyệt có khoá kí"),
    en: Words(
      summary: "there is no usable signing key⟦ for {person}⟧⟦: '{key}'⟧",
      fix: """
        let the administrator make a key and run 'git config user.signingKey' with the path of its public file
        """,
      rule: "Who submits or decides has a signing key"))
}

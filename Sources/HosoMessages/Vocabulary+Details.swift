internal import HosoCore

extension Vocabulary {
  /// What the reader of YAML said, for somebody who does not know YAML.
  static func detail(ofYAML text: String) -> Localized {
    switch text {
    case "mapping":
      Localized(vi: "không có dòng nào dạng 'tên: giá trị'", en: "there are no lines of the form 'name: value'")
    case "mapping values are not allowed in this context":
      Localized(
        vi: "giá trị có dấu hai chấm mà không đặt trong ngoặc kép",
        en: "a value holds a colon and is not quoted")
    case "could not find expected ':'":
      Localized(vi: "thiếu dấu hai chấm sau tên", en: "a colon is missing behind the name")
    case "found unexpected end of stream":
      Localized(vi: "dấu ngoặc kép mở mà không đóng", en: "a quotation mark is not closed")
    case "found character that cannot start any token":
      Localized(vi: "giá trị bắt đầu bằng kí tự đặc biệt", en: "a value begins with a special character")
    case "control characters are not allowed":
      Localized(vi: "có kí tự không in được", en: "there is a character that cannot be printed")
    case "another document": Localized(vi: "có dòng bắt đầu phần thứ hai", en: "a second document begins")
    case "a key that is no text":
      Localized(vi: "trước dấu hai chấm không phải là một tên", en: "what stands before a colon is no name")
    case _ where text.hasPrefix("nested deeper than"):
      Localized(vi: "quá nhiều cấp lồng nhau", en: "too many levels lie inside each other")
    case _ where text.contains("did not find") || text.contains("found"):
      Localized(
        vi: "thừa hoặc thiếu dấu ngoặc, dấu phẩy hay khoảng thụt đầu dòng",
        en: "a bracket, comma or indent is wrong")
    default: Localized(vi: "'\(text)' phải là một dòng chữ", en: "'\(text)' must be plain text")
    }
  }

  /// What is wrong with the bytes of a decision or commit; nil where only the bare name can be told.
  static func detail(ofObject reason: String) -> Localized? {
    switch reason {
    case "decision-subject": Localized(vi: "thiếu dòng tiêu đề", en: "its subject line is missing")
    case "decision-line": Localized(vi: "có dòng không đúng dạng 'tên: giá trị'", en: "a line is not 'name: value'")
    case "decision-hoso-decision", "decision-format":
      Localized(vi: "số hiệu dạng quyết định không phải 1", en: "its format number is not 1")
    case "decision-decision", "decision-verb":
      Localized(vi: "việc quyết định không có thật", en: "its verb does not exist")
    case "decision-role": Localized(vi: "vai của người quyết định không có thật", en: "the role does not exist")
    case "decision-for":
      Localized(
        vi: "dòng nêu người uỷ quyền sai", en: "the line that says on whose behalf is wrong")
    case "decision-policy": Localized(vi: "số hiệu quy định không phải là số", en: "the policy number is no number")
    case "decision-reason": Localized(vi: "thiếu lí do", en: "the reason is missing")
    case "decision-record":
      Localized(
        vi: "dòng nêu hồ sơ sai hoặc trùng",
        en: "a line that names a record is wrong or twice there")
    case "decision-scope":
      Localized(
        vi: "dòng nêu phạm vi sai, trùng, hoặc nằm trong .hoso", en: "a scope is wrong, twice there, or in .hoso")
    case "decision-lock":
      Localized(
        vi: "dòng nêu khoá thiếu, sai hoặc thừa", en: "a line that names a lock is missing, wrong or too many")
    case "decision-number": Localized(vi: "thiếu số quyết định", en: "the number of the decision is missing")
    case "decision-kind": Localized(vi: "loại hồ sơ không có thật", en: "the kind of record does not exist")
    case "decision-signer":
      Localized(vi: "tư cách của người kí viết sai", en: "it does not say as whom the person signs")
    case "decision-case":
      Localized(vi: "dòng nêu hồ sơ chỉnh sửa thiếu hoặc sai", en: "the line that names the case is missing or wrong")
    case "decision-procedure": Localized(vi: "thiếu thủ tục", en: "the procedure is missing")
    case "decision-long":
      Localized(vi: "số quyết định hoặc lí do quá dài", en: "the number or the reason is too long")
    case "tag-name": Localized(vi: "tên bên trong khác tên của nhãn", en: "the name inside differs from the tag's own")
    case "tag-verb": Localized(vi: "tên nhãn nói khác với quyết định", en: "the tag's name says another verb")
    case "tag-object":
      Localized(vi: "không nói về một bản ghi của nhánh main", en: "it does not name a commit of main")
    case "tagger":
      Localized(
        vi: "người kí không có trong .hoso/people.csv",
        en: "the tagger is not in .hoso/people.csv")
    case "damaged", "git-failed":
      Localized(vi: "hỏng, không đọc được", en: "it is damaged and cannot be read")
    case "object-missing": Localized(vi: "không còn trong kho", en: "it is not in the repository any more")
    case "references":
      Localized(vi: "danh sách nhánh và nhãn hỏng, không đọc được", en: "the list of references is damaged")
    case "rules-unreadable", "no-rules":
      Localized(vi: "quy định vào lúc ấy không đọc được", en: "the rules of that time cannot be read")
    case "empty": Localized(vi: "không thay đổi gì", en: "it changes nothing")
    case "not-utf8", "identity-not-utf8": Localized(vi: "chữ không ở mã UTF-8", en: "its text is not UTF-8")
    case "message-too-long", "commit-too-long": Localized(vi: "lời ghi quá dài", en: "its message is too long")
    case "message-empty":
      Localized(vi: "dòng đầu của lời ghi để trống", en: "the first line of its message is empty")
    case "readers-differ":
      Localized(vi: "mỗi chương trình đọc ra một khác", en: "two programs read it as two things")
    case "nul-byte", "message-control", "identity-control", "header-control":
      Localized(vi: "có kí tự điều khiển", en: "it holds control characters")
    case _ where reason.hasPrefix("identity-"):
      Localized(vi: "tên hoặc địa chỉ thư viết sai dạng", en: "a name or address is malformed")
    case "tree-empty": Localized(vi: "có thư mục rỗng", en: "it holds an empty folder")
    case _ where reason.hasPrefix("tree-"):
      Localized(vi: "danh mục tệp viết sai dạng", en: "its list of files is malformed")
    case _ where reason.hasPrefix("header-") || reason == "object-name":
      Localized(vi: "phần đầu viết sai dạng", en: "its header is malformed")
    default: nil
    }
  }

  /// What a receipt says otherwise than the one before or the repository.
  static func detail(ofReceipt reason: String) -> Localized? {
    switch reason {
    case "sequence": Localized(vi: "số không liền nhau", en: "its number does not come next")
    case "previous": Localized(vi: "mã của biên nhận trước không khớp", en: "the hash of the one before differs")
    case "time": Localized(vi: "giờ sớm hơn biên nhận trước", en: "its time is before that of the one before")
    case "server-key":
      Localized(
        vi: "khoá của máy chủ phải có ở biên nhận đầu và chỉ ở đó",
        en: "the server's key stands in the first receipt, and only there")
    case "new":
      Localized(
        vi: "bản ghi hoặc quyết định mà nó ghi không còn, hoặc đã khác",
        en: "the commit or decision that it names is gone, or another")
    case "old":
      Localized(
        vi: "không nối tiếp điều mà biên nhận trước đã ghi", en: "it does not go on from where one before ended")
    case "main":
      Localized(vi: "dẫn quy định của một lúc khác", en: "it names the rules of another time")
    case "person":
      Localized(vi: "người gửi không phải người viết hoặc người kí", en: "the sender is not who wrote or signed")
    case "key":
      Localized(vi: "khoá đăng nhập không phải của người gửi", en: "the key is none of the sender's")
    case "restore":
      Localized(vi: "lúc khôi phục, main không ở chỗ nó ghi", en: "main was not where it says at the restoration")
    case "policy": Localized(vi: "số quy định không đúng", en: "the number of the rules differs")
    default: nil
    }
  }

  /// What a change has too many of.
  static func amount(_ what: String) -> Localized? {
    switch what {
    case "paths": Localized(vi: "tệp", en: "files")
    case "entries": Localized(vi: "mục trong các thư mục", en: "entries of folders")
    case "tree": Localized(vi: "cho danh mục các thư mục", en: "for the lists of folders")
    default: nil
    }
  }

  /// Why an office file is not taken.
  static func detail(ofOffice reason: String) -> Localized? {
    switch reason {
    case "not-office-file":
      Localized(vi: "không phải tệp Word hay OpenDocument", en: "it is no Word or OpenDocument file")
    case "old-word-file": Localized(vi: "tệp .doc kiểu cũ (Word 97-2003)", en: "it is an old .doc file of Word 97-2003")
    case "not-spreadsheet":
      Localized(vi: "không phải bảng tính Excel hay OpenDocument", en: "it is no spreadsheet of Excel or OpenDocument")
    case "old-spreadsheet":
      Localized(vi: "tệp .xls kiểu cũ (Excel 97-2003)", en: "it is an old .xls file of Excel 97-2003")
    case "damaged": Localized(vi: "tệp bị hỏng", en: "it is damaged")
    case "encrypted": Localized(vi: "tệp có mật khẩu", en: "it has a password")
    case "macros": Localized(vi: "tệp có macro hoặc lệnh tự chạy", en: "it holds macros or commands")
    case "too-large": Localized(vi: "tệp quá lớn", en: "it is too large")
    case "zip-bomb": Localized(vi: "tệp bung ra quá lớn so với cỡ của nó", en: "it unpacks to far more than its size")
    case "unsafe-name": Localized(vi: "bên trong có phần mang tên không an toàn", en: "a part of it has an unsafe name")
    case "external-content":
      Localized(vi: "tệp lấy thêm nội dung từ nơi khác", en: "it fetches content from another place")
    case "one-at-a-time":
      Localized(vi: "mỗi lần chỉ nộp một tệp Word, không kèm tệp khác", en: "Word files go one at a time")
    case "timed-out": Localized(vi: "chuyển quá lâu", en: "it took too long")
    default: nil
    }
  }

  /// Why a signature does not hold.
  static func detail(ofSignature reason: String) -> Localized? {
    switch reason {
    case "unsigned": Localized(vi: "chưa được kí", en: "it is not signed")
    case "key-not-listed":
      Localized(
        vi: "kí bằng khoá chưa đăng kí cho người này trong .hoso/allowed_signers",
        en: "the key is not listed for this person in .hoso/allowed_signers")
    case "key-expired": Localized(vi: "khoá không còn hiệu lực lúc kí", en: "the key was not valid at that time")
    case "signature":
      Localized(vi: "chữ kí không khớp với nội dung", en: "the signature does not fit the content")
    case "armour", "base64", "version", "form":
      Localized(vi: "chữ kí bị hỏng hoặc sai dạng", en: "the signature is damaged")
    case "namespace": Localized(vi: "chữ kí làm cho việc khác", en: "the signature was made for another purpose")
    case "hash", "key-type": Localized(vi: "kiểu khoá không được dùng", en: "keys of this type are not used")
    default: nil
    }
  }
}

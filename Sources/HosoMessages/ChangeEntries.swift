/// Texts for faults of a change, its person or a decision.
enum ChangeEntries {
  static let accessDenied = CatalogueEntry(
    vi: Words(
      summary: "'{person}' không được {verb} ở đây⟦ (access.csv dòng {line}, thư mục '{folder}')⟧",
      fix: "⟦nhờ {ask} làm giúp, hoặc ⟧đề nghị quản trị viên cấp vai {needed} trong .hoso/access.csv",
      rule: """
        Mỗi người chỉ làm được việc mà vai của mình ở thư mục ấy cho phép; vai được ghi trong .hoso/access.csv
        """),
    en: Words(
      summary: "'{person}' may not {verb} here⟦ (access.csv line {line}, folder '{folder}')⟧",
      fix: "⟦ask {ask} to do it, or ⟧ask the administrator for the role {needed} in .hoso/access.csv",
      rule: "Everybody does only what his role on the folder allows; roles are given in .hoso/access.csv"))

  static let notLinear = CatalogueEntry(
    vi: Words(
      summary: "bản ghi này không nối tiếp ngay sau bản ghi trước",
      fix: "nộp lại bằng 'hoso submit' từ bản mới nhất; không dùng lệnh merge của git",
      rule: "Lịch sử là một đường thẳng: mỗi bản ghi nối tiếp ngay bản ghi trước nó"),
    en: Words(
      summary: "this commit does not follow directly on the one before",
      fix: "submit again with 'hoso submit' from the newest state; do not merge with git",
      rule: "The history is one line: each commit follows on the one before"))

  static let malformedObject = CatalogueEntry(
    vi: Words(
      summary: "bản ghi viết sai dạng⟦ ({detail})⟧",
      fix: "làm lại bằng 'hoso submit'; nếu bản ghi đã có trong kho thì báo quản trị viên",
      rule: "Mọi bản ghi đúng từng byte theo dạng của git, không có phần ẩn"),
    en: Words(
      summary: "the object is malformed⟦ ({detail})⟧",
      fix: "make it again with 'hoso submit'; tell the administrator where it is already in the repository",
      rule: "Every object follows git's form to the byte and hides nothing"))

  static let absentObject = CatalogueEntry(
    vi: Words(
      summary: "bản ghi nhắc đến nội dung⟦ {object}⟧ mà kho không có hoặc có ở dạng khác",
      fix: "làm lại bằng 'hoso submit'; nếu bản ghi đã có trong kho thì báo quản trị viên",
      rule: "Mọi tệp và thư mục mà bản ghi nhắc đến đều có đủ nội dung trong kho"),
    en: Words(
      summary: "the commit names an object⟦ {object}⟧ that is absent or of another kind",
      fix: "make it again with 'hoso submit'; tell the administrator where it is already in the repository",
      rule: "Every file and folder that a commit names is in the repository"))

  static let changeTooLarge = CatalogueEntry(
    vi: Words(
      summary: "một lần nộp thay đổi quá nhiều⟦ (hơn {limit} {what})⟧",
      fix: "chia thành nhiều lần nộp nhỏ hơn, hoặc nộp từng thư mục một",
      rule: "Mỗi lần nộp đổi nhiều nhất 5.000 tệp, trong những thư mục có tất cả nhiều nhất 200.000 mục"),
    en: Words(
      summary: "one commit changes too much⟦ (more than {limit} {what})⟧",
      fix: "submit in several smaller steps, or folder by folder",
      rule: "A commit changes at most 5,000 files, in folders of at most 200,000 entries together"))

  static let unknownPerson = CatalogueEntry(
    vi: Words(
      summary: "⟦'{person}' ⟧không phải người đang thuộc trường",
      fix: "kiểm tra địa chỉ thư trong cài đặt git; nhờ quản trị viên ghi người này vào .hoso/people.csv",
      rule: "Người nộp và người quyết định có trong .hoso/people.csv vào ngày ấy"),
    en: Words(
      summary: "⟦'{person}' ⟧is not a person of the school",
      fix: "check the address in git's settings; ask the administrator to add the person to .hoso/people.csv",
      rule: "Those who submit and decide are in .hoso/people.csv on that day"))

  static let authorMismatch = CatalogueEntry(
    vi: Words(
      summary:
        "người viết, người nộp và người gửi không phải một⟦: bản ghi đứng tên '{author}'⟧⟦, người gửi là {person}⟧",
      fix: "mỗi người tự nộp bài của mình bằng 'hoso submit'",
      rule: "Người nộp là người viết; không ai nộp thay dưới tên người khác"),
    en: Words(
      summary: "author, committer and sender differ⟦: the commit is by '{author}'⟧⟦, sent by {person}⟧",
      fix: "let everybody submit his own work with 'hoso submit'",
      rule: "Who commits is who wrote; nobody submits in another's name"))

  static let ownWork = CatalogueEntry(
    vi: Words(
      summary: "'{person}' quyết định về hồ sơ do chính mình viết",
      fix: "nhờ một người khác có thẩm quyền duyệt hồ sơ này",
      rule: "Không ai tự duyệt hay trả lại hồ sơ mình đã viết"),
    en: Words(
      summary: "'{person}' decides over his own work",
      fix: "ask somebody else who may decide to approve this record",
      rule: "Nobody approves or returns a record that he wrote himself"))

  static let notYourRole = CatalogueEntry(
    vi: Words(
      summary: "⟦'{person}' với vai {role} ⟧không có thẩm quyền quyết định về hồ sơ này",
      fix: "⟦hồ sơ này do {asked} duyệt; ⟧chuyển cho người có thẩm quyền",
      rule: "Hồ sơ được duyệt bởi người giữ vai mà loại hồ sơ quy định; tổ trưởng chỉ duyệt hồ sơ của tổ mình"),
    en: Words(
      summary: "⟦'{person}' as {role} ⟧may not decide over this record",
      fix: "⟦this record is approved by: {asked}; ⟧leave it to one of them",
      rule: """
        A record is approved in a role that its kind asks for; a head of team decides over his own team only
        """))

  static let decisionForm = CatalogueEntry(
    vi: Words(
      summary: "quyết định viết sai dạng⟦: {detail}⟧",
      fix: "quyết định lại bằng 'hoso approve' hoặc 'hoso return'",
      rule: "Quyết định đúng dạng trong Docs/Formats.md: việc quyết định, vai, lí do khi trả lại, và từng hồ sơ"),
    en: Words(
      summary: "the decision is not in its form⟦: {detail}⟧",
      fix: "decide again with 'hoso approve' or 'hoso return'",
      rule: "A decision has the form of Docs/Formats.md: verb, role, a reason to return, and each record"))

  static let decisionContent = CatalogueEntry(
    vi: Words(
      summary: "nội dung được quyết định không phải nội dung đang có ở đó",
      fix: "xem lại hồ sơ bản mới nhất rồi quyết định lại",
      rule: "Quyết định nêu đúng từng nội dung và người viết của hồ sơ tại bản ghi ấy"),
    en: Words(
      summary: "the decision speaks of content that does not lie there",
      fix: "read the newest version of the record and decide again",
      rule: "A decision names the exact content and its author as they lie in that commit"))

  static let badSignature = CatalogueEntry(
    vi: Words(
      summary: "chữ kí của quyết định không dùng được⟦: {detail}⟧",
      fix: "người quyết định kí lại bằng 'hoso approve' hoặc 'hoso return' với khoá đã đăng kí",
      rule: "Quyết định được kí bằng khoá đã đăng kí của người quyết định, còn hạn vào lúc kí"),
    en: Words(
      summary: "the signature does not hold⟦: {detail}⟧",
      fix: "let the person decide again with 'hoso approve' or 'hoso return' and his listed key",
      rule: "A decision is signed with the decider's listed key, valid at that time"))

  static let referenceNotAllowed = CatalogueEntry(
    vi: Words(
      summary: "nhánh hoặc nhãn này không có trong kho hồ sơ của trường",
      fix: "chỉ dùng nhánh main và các quyết định của hoso; xoá nhánh hoặc nhãn này",
      rule: "Kho chỉ có nhánh main, các quyết định và sổ nhận của hoso"),
    en: Words(
      summary: "this branch or tag may not be in the school's repository",
      fix: "use only main and hoso's decisions; delete this reference",
      rule: "The repository has only main, the decisions and hoso's own references"))

  static let historyRedirected = CatalogueEntry(
    vi: Words(
      summary: "git bị bảo đọc nội dung ở nơi khác thay cho nội dung của kho này",
      fix: "xoá tệp hoặc tham chiếu này sau khi đã lấy đủ nội dung từ một bản sao lành, rồi kiểm chứng lại",
      rule: "Kho giữ đủ nội dung của chính mình: không thay thế, không ghép, không cắt lịch sử, không mượn kho khác"),
    en: Words(
      summary: "git is told to read other objects than this repository's own",
      fix: "delete this file or reference once all objects are fetched from a sound copy, then verify again",
      rule: "The repository holds all its own objects: nothing replaced, grafted, cut off or borrowed"))

  static let rulesWithRecords = CatalogueEntry(
    vi: Words(
      summary: "một lần nộp có cả tệp quy định lẫn hồ sơ",
      fix: "nộp riêng phần thay đổi trong .hoso trước, rồi nộp hồ sơ",
      rule: "Thay đổi quy định được nộp riêng, không kèm hồ sơ"),
    en: Words(
      summary: "rule files and records are changed together",
      fix: "submit the changes in .hoso first and alone, then the records",
      rule: "A change of the rules comes alone, without records"))

  static let policyNumber = CatalogueEntry(
    vi: Words(
      summary: "'policy'⟦ đang là {found}⟧, không nối tiếp số hiệu của quy định trước",
      fix:
        "nộp quy định bằng 'hoso submit' để hoso tự ghi hai dòng policy và predecessor⟦; số tiếp theo là {expected}⟧",
      rule: """
        Mỗi lần đổi quy định, 'policy' trong .hoso/school.yml tăng đúng một, để không ai đưa lại được quy định cũ
        """),
    en: Words(
      summary: "'policy'⟦ is {found} and⟧ does not follow on the number of the rules before",
      fix:
        "submit rules with 'hoso submit', which writes the lines policy and predecessor⟦; the next number is {expected}⟧",
      rule: """
        With each change of the rules, 'policy' in .hoso/school.yml grows by exactly one, so that no older state can be \
        put back
        """))

  static let policyPredecessor = CatalogueEntry(
    vi: Words(
      summary: "'predecessor' không phải mã của thư mục .hoso ngay trước đó",
      fix: "nộp quy định bằng 'hoso submit' để hoso tự ghi⟦ dòng 'predecessor: {expected}'⟧",
      rule: """
        'predecessor' trong .hoso/school.yml là mã cây git của thư mục .hoso ở bản ghi trước; quy định đầu tiên không có \
        dòng này
        """),
    en: Words(
      summary: "'predecessor' is not the name of the folder .hoso just before",
      fix: "submit rules with 'hoso submit', which writes it⟦ as 'predecessor: {expected}'⟧",
      rule: """
        'predecessor' in .hoso/school.yml is git's name of the tree of .hoso in the commit before; the first rules have \
        none
        """))

  static let timeImplausible = CatalogueEntry(
    vi: Words(
      summary:
        "thời điểm ghi trong bản ghi không hợp lí⟦: {time}⟧⟦, bản trước lúc {parent}⟧⟦, máy chủ nhận lúc {received}⟧",
      fix: "chỉnh lại ngày giờ của máy rồi nộp lại",
      rule: "Thời điểm của bản ghi không lùi quá một ngày so với bản trước, không sau lúc nhận quá mười phút"),
    en: Words(
      summary: "the time of the commit is not plausible⟦: {time}⟧⟦, the one before {parent}⟧⟦, received {received}⟧",
      fix: "set the computer's clock and submit again",
      rule: "A commit's time is at most a day before its predecessor's and ten minutes after its receipt"))
}

package import HosoCore

/// `Docs/Roles.md` and `Docs/Roles.vi.md`: which role may what, to whom roles are given, how they are inherited.
///
/// The tables are made from the values that decide; the sentences around them say what a table cannot.
package enum RoleDocument {
  /// The whole page, with a line feed at its end.
  package static func markdown(in language: Language) -> String {
    let page = Page(language: language)
    let parts = [page.head, page.matrix, page.verbs, page.grantees, page.offices, page.rest]
    return parts.joined(separator: "\n\n") + "\n"
  }
}

/// One page in one language.
private struct Page {
  let language: Language

  private func text(_ vietnamese: String, _ english: String) -> String {
    Localized(vi: vietnamese, en: english)(language)
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  var head: String {
    text(
      """
      # Vai và quyền

      Trang này do `hoso document roles` tạo ra từ chính các giá trị mà chương trình dùng để quyết định. Quyền được ghi trong
      `.hoso/access.csv`, mỗi dòng một thư mục, một đối tượng, một vai; các cột có trong [Formats.md](Formats.md). Không có
      dòng nào cho quyền thì không được. Muốn biết một người vì sao được hay không được: `hoso why NGƯỜI VIỆC ĐƯỜNG-DẪN`.
      """,
      """
      # Roles

      `hoso document roles` makes this page from the values by which the program decides. Rights are written in
      `.hoso/access.csv`, each line a folder, a grantee and a role; [Formats.md](Formats.md) has the columns. What no line gives
      is refused. Why somebody may or may not do something is answered by `hoso why PERSON VERB PATH`.
      """)
  }

  var matrix: String {
    let header =
      [text("Việc", "Verb")] + DriveRole.allCases.map { "\(Vocabulary.name(of: $0)(language)) `\($0.rawValue)`" }
    let rows = AccessVerb.allCases.map { verb in
      ["\(Vocabulary.name(of: verb)(language)) `\(verb.rawValue)`"]
        + DriveRole.allCases.map { $0.verbs.contains(verb) ? "✔" : "–" }
    }
    return text("## Vai nào làm được gì", "## Which role may what") + "\n\n" + table(header, rows)
  }

  var verbs: String {
    let rows = AccessVerb.allCases.map { ["`\($0.rawValue)`", meaning(of: $0)] }
    return text("## Mỗi việc là gì", "## What each verb is") + "\n\n"
      + table([text("Việc", "Verb"), text("Nghĩa là", "Means")], rows)
  }

  private func meaning(of verb: AccessVerb) -> String {
    switch verb {
    case .read:
      text(
        "xem; mới chỉ `hoso why` trả lời, chưa có gì ngăn (xem phần cuối trang)",
        "to see; only `hoso why` answers it, nothing keeps it yet (see below)")
    case .comment:
      text(
        "thêm ý kiến nhận xét; hiện chưa có loại hồ sơ nào là ý kiến nhận xét, nên việc này chưa ghi được gì",
        "to add a review note; no kind of record is one yet, so that the verb writes nothing")
    case .create: text("thêm tệp mới", "to add a new file")
    case .edit: text("sửa nội dung tệp", "to change a file's content")
    case .rename:
      text(
        "đổi tên trong cùng thư mục, nội dung giữ nguyên từng byte",
        "to give another name in the same folder, with the same bytes")
    case .move:
      text(
        "chuyển sang thư mục khác, nội dung giữ nguyên từng byte; nơi đến cần quyền `create`",
        "to take to another folder, with the same bytes; where it goes, `create` is needed")
    case .delete:
      text(
        "xoá tệp, kể cả tệp của mình; bản cũ vẫn còn trong lịch sử",
        "to delete a file, one's own too; its versions stay in the history")
    case .grant:
      text(
        "thay đổi bất kì tệp nào trong `.hoso`; cho quyền ở thư mục nào cũng là sửa `.hoso/access.csv`",
        "to change any file of `.hoso`; to give rights on whichever folder is to change `.hoso/access.csv`")
    case .limit:
      text(
        "đặt hay bỏ giới hạn một thư mục; cần là người quản lý của thư mục ấy và của `.hoso/access.csv`",
        "to limit a folder or lift its limit; asks for a manager of that folder and of `.hoso/access.csv`")
    case .lock:
      text(
        "khoá sổ một hồ sơ hay thư mục, hoặc mở khoá; mở khoá cần là người quản lý của cả phạm vi đã khoá",
        "to lock a record or folder, or to unlock it; to unlock asks for a manager of all that the lock covers")
    }
  }

  var grantees: String {
    let examples = [
      "person:nva", "team:to-4-5", "role:clerk", "owner", "head-of-team", "member-of-team", "homeroom",
      "teacher-of-class", "subject-teacher", "everyone",
    ].compactMap(AccessGrant.Grantee.init)
    let rows = examples.map { grantee -> [String] in
      let names = grantee.explained.map { "`{\($0.rawValue)}`" }.joined(separator: " ")
      return ["`\(grantee.text)`", meaning(of: grantee), names.isEmpty ? "–" : names]
    }
    return text("## Cho ai", "## To whom") + "\n\n"
      + table([text("Cột who", "Column who"), text("Là", "Is"), text("Thư mục phải có", "The folder has")], rows)
  }

  private func meaning(of grantee: AccessGrant.Grantee) -> String {
    switch grantee {
    case .person: text("một người trong `people.csv`", "a person of `people.csv`")
    case .team: text("mọi người của một tổ trong `teams.csv`", "everybody of a team of `teams.csv`")
    case .role: text("mọi người giữ một chức vụ trong bảng dưới", "everybody who holds one of the offices below")
    case .owner: text("người có mã trong đường dẫn", "the person whom the path names")
    case .headOfTeam: text("tổ trưởng của tổ trong đường dẫn", "the head of the team that the path names")
    case .memberOfTeam: text("người của tổ trong đường dẫn", "a member of the team that the path names")
    case .homeroom:
      text(
        "giáo viên chủ nhiệm của lớp trong đường dẫn, chỉ trong năm học hiện tại",
        "the homeroom teacher of the class that the path names, in the present school year only")
    case .teacherOfClass:
      text(
        "giáo viên dạy lớp trong đường dẫn, theo phân công của năm học trong đường dẫn",
        "who teaches the class that the path names, by the assignments of the path's school year")
    case .subjectTeacher:
      text(
        "giáo viên dạy môn trong đường dẫn cho lớp trong đường dẫn, theo phân công của năm học trong đường dẫn",
        "who teaches the subject that the path names to its class, by the assignments of the path's school year")
    case .everyone: text("mọi người trong `people.csv`", "everybody of `people.csv`")
    }
  }

  var offices: String {
    let rows = SchoolRole.allCases.map { ["`role:\($0.rawValue)`", Vocabulary.name(of: $0)(language)] }
    return text("## Chức vụ", "## Offices") + "\n\n"
      + table([text("Cột who", "Column who"), text("Chức vụ trong `people.csv`", "Office in `people.csv`")], rows)
  }

  var rest: String {
    text(
      """
      ## Kế thừa

      - Quyền ở một thư mục có hiệu lực với mọi thư mục bên dưới. Vai mạnh nhất được tính; dòng ở thư mục dưới không làm yếu
        quyền đã có từ trên. Thứ tự các dòng không có ý nghĩa.
      - `from` và `to` là ngày đầu và ngày cuối, tính cả hai. Ai chưa hoặc không còn thuộc trường vào ngày ấy thì không làm
        được gì, dù dòng nào cho quyền.
      - Ngày được xét là ngày nhận bài nộp; quyền được xét theo quy định của bản ghi ngay trước đó.
      - Tệp được chuyển đi thì theo quyền của nơi mới.

      ## Thư mục bị giới hạn

      Một dòng có `limited` là `yes` làm thư mục ấy bị giới hạn: quyền cho từ phía trên dừng ở đó, trừ quyền của người quản
      lý. Bên dưới chỉ còn quyền ghi ở chính thư mục ấy và các thư mục trong nó. Quyền của dòng ấy hết hạn thì thư mục vẫn bị
      giới hạn.

      ## Điều git không làm được

      Ai sao chép được kho thì đọc được mọi thứ trong kho, kể cả thư mục bị giới hạn và mọi bản cũ. Trang do `hoso build` tạo ra
      cũng hiện mọi hồ sơ: chỉ đưa trang cho người được xem tất cả. Hồ sơ thật sự mật phải để ở một kho riêng hoặc được mã hoá.

      ## Khác với Google Drive

      Vai, việc và cách kế thừa là của Drive. Khác ở chỗ: quyền của mọi thư mục nằm trong một tệp, nên người quản lý của một
      thư mục không tự chia sẻ nó, và không có việc chia sẻ riêng một tệp; không ai khoá tệp bằng vai của mình; không có gì bị
      xoá hẳn.
      """,
      """
      ## Inheritance

      - A right on a folder holds for all folders below. The strongest role counts; a line further down never weakens what was
        given above. The order of the lines means nothing.
      - `from` and `to` are the first and the last day, both included. Who does not yet or no longer belong to the school on
        that day may nothing, whatever a line gives.
      - The day is that on which a submission was received; it is judged by the rules of the commit before it.
      - A file that is moved comes under the rights of its new place.

      ## Limited folders

      A line whose `limited` is `yes` limits its folder: rights given above end there, save a manager's. Below count only the
      rights given on that folder itself and in it. A folder stays limited when the right of that line has run out.

      ## What git cannot do

      Who can clone the repository can read everything in it, limited folders and all old versions included. The site that
      `hoso build` makes shows every record too: give it only to those who may see all. What is truly confidential belongs in a
      repository of its own, or is encrypted.

      ## Other than in Google Drive

      Roles, verbs and inheritance are Drive's. Other is: the rights on all folders lie in one file, so that the manager of a
      folder does not share it by himself, and no single file is shared; nobody locks a file by his role; nothing is deleted for
      ever.
      """)
  }
}

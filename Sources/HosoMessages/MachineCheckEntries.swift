/// Texts of `hoso doctor` on the machine: programs, library, disk.
enum MachineCheckEntries {
  static let gitVersion = CatalogueEntry(
    vi: Words(
      summary: "git quá cũ hoặc chưa cài⟦: {version}⟧, cần từ {needed}", fix: "cài git mới hơn: sudo apt install git",
      rule: "git {version}"),
    en: Words(
      summary: "git is too old or not installed⟦: {version}⟧, {needed} is needed", fix: "run 'sudo apt install git'",
      rule: "git {version} is installed"))

  static let libgit2Version = CatalogueEntry(
    vi: Words(
      summary: "thư viện libgit2 quá cũ⟦: {version}⟧, cần từ {needed}", fix: "cài lại: sudo apt install libgit2-dev",
      rule: "libgit2 {version}"),
    en: Words(
      summary: "libgit2 is too old⟦: {version}⟧, {needed} is needed", fix: "run 'sudo apt install libgit2-dev'",
      rule: "libgit2 {version} is running"))

  static let libgit2Package = CatalogueEntry(
    vi: Words(
      summary: "gói libgit2⟦ {version}⟧ còn lỗi an toàn đã biết; cần từ {needed}",
      fix: "cập nhật: sudo apt update && sudo apt upgrade, rồi dựng lại hoso", rule: "gói libgit2 {version} đã vá"),
    en: Words(
      summary: "the package of libgit2⟦, {version},⟧ has known faults; {needed} is needed",
      fix: "run 'sudo apt update && sudo apt upgrade', then build hoso anew",
      rule: "the package of libgit2, {version}, has its patches"))

  static let openSSHVersion = CatalogueEntry(
    vi: Words(
      summary: "OpenSSH quá cũ hoặc chưa cài⟦: {version}⟧, cần từ {needed}",
      fix: "cài: sudo apt install openssh-client", rule: "OpenSSH {version}"),
    en: Words(
      summary: "OpenSSH is too old or not installed⟦: {version}⟧, {needed} is needed",
      fix: "run 'sudo apt install openssh-client'", rule: "OpenSSH {version} is installed"))

  static let fileSystem = CatalogueEntry(
    vi: Words(
      summary:
        "kho nằm trên ổ mạng hoặc ổ gắn qua chương trình⟦ ({type})⟧: khoá tệp và việc ghi xuống đĩa không chắc chắn",
      fix: "chuyển kho sang đĩa trong máy; không bao giờ cho hai máy chủ dùng chung một kho",
      rule: "kho nằm trên đĩa trong máy ({type})"),
    en: Words(
      summary:
        "the repository lies on a network disk or one kept by a program⟦ ({type})⟧: locks and syncs may not hold",
      fix: "move it to a disk of this machine; never let two servers share one repository",
      rule: "the repository lies on a disk of this machine ({type})"))

  static let diskSpace = CatalogueEntry(
    vi: Words(
      summary: "đĩa sắp đầy⟦: còn {free}⟧",
      fix: "dọn bớt tệp khác trên đĩa hoặc thay đĩa lớn hơn; không xoá gì trong kho",
      rule: "đĩa còn {free}"),
    en: Words(
      summary: "the disk is nearly full⟦: {free} free⟧",
      fix: "clear other files from the disk or take a larger one; delete nothing in the repository",
      rule: "{free} of disk are free"))

  static let diskFiles = CatalogueEntry(
    vi: Words(
      summary: "đĩa sắp hết số tệp được phép⟦: còn {free}⟧",
      fix: "gom kho bằng 'hoso server maintain', dọn các tệp nhỏ khác trên đĩa", rule: "còn tạo được {free} tệp"),
    en: Words(
      summary: "the disk can hold few more files⟦: {free}⟧",
      fix: "pack the repository with 'hoso server maintain' and clear other small files",
      rule: "{free} more files fit on the disk"))
}

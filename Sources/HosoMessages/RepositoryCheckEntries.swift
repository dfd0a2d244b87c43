/// Texts of `hoso doctor` on the repository: settings, hooks, files.
enum RepositoryCheckEntries {
  static let settings = CatalogueEntry(
    vi: Words(
      summary: "cấu hình '{name}' phải là '{needed}'⟦, đang là '{found}'⟧",
      fix: "chạy 'hoso doctor --repair', hoặc 'git config {name} {needed}' trong kho",
      rule: "{count} cấu hình của git đều đúng"),
    en: Words(
      summary: "the setting '{name}' must be '{needed}'⟦, it is '{found}'⟧",
      fix: "run 'hoso doctor --repair', or 'git config {name} {needed}' in the repository",
      rule: "all {count} settings of git are as they must be"))

  static let foreignSetting = CatalogueEntry(
    vi: Words(
      summary: "cấu hình '{name}' có thể làm git bỏ qua cổng kiểm tra",
      fix: "hỏi ai đã đặt, rồi chạy 'hoso doctor --repair' hoặc xoá dòng ấy trong tệp config của kho",
      rule: "không có cấu hình lạ"),
    en: Words(
      summary: "the setting '{name}' can make git pass by the gate",
      fix: "ask who set it, then run 'hoso doctor --repair' or delete that line of the repository's config",
      rule: "no foreign settings"))

  static let simulatedClock = CatalogueEntry(
    vi: Words(
      summary: "máy chủ này dùng giờ giả lập; chỉ dành cho kho mẫu",
      fix: "với kho thật: git config --unset hoso.simulatedClock", rule: "máy chủ dùng giờ thật"),
    en: Words(
      summary: "this server plays a past time, which is for samples alone",
      fix: "on a real server: git config --unset hoso.simulatedClock", rule: "the server uses the real time"))

  static let hooks = CatalogueEntry(
    vi: Words(
      summary: "hook '{path}' {detail}: cổng kiểm tra không chạy",
      fix: "chạy 'hoso doctor --repair', rồi 'hoso verify' để biết có gì lọt qua",
      rule: "các hook còn nguyên và chạy được"),
    en: Words(
      summary: "the hook '{path}' {detail}: the gate does not run",
      fix: "run 'hoso doctor --repair', then 'hoso verify' to learn whether anything slipped past",
      rule: "the hooks are there and whole"))

  static let hookProgram = CatalogueEntry(
    vi: Words(
      summary: "hook '{path}' gọi một chương trình không có: '{detail}'",
      fix: "cài lại hoso ở chỗ ấy, hoặc chạy 'hoso doctor --repair' bằng chương trình mới",
      rule: "hook gọi đúng chương trình"),
    en: Words(
      summary: "the hook '{path}' calls a program that is not there: '{detail}'",
      fix: "install hoso there, or run 'hoso doctor --repair' with the new program", rule: "the hooks call hoso"))

  static let keyModes = CatalogueEntry(
    vi: Words(
      summary: "người khác đọc được '{path}'⟦ (quyền {found}, phải là {needed})⟧",
      fix: "chạy 'hoso doctor --repair'; nếu có người đã đọc khoá thì báo hiệu trưởng và thay khoá",
      rule: "khoá của máy chủ chỉ máy chủ đọc được"),
    en: Words(
      summary: "others may read '{path}'⟦ (mode {found}, must be {needed})⟧",
      fix: "run 'hoso doctor --repair'; if somebody read the key, tell the principal and replace it",
      rule: "only the server can read its key"))

  static let serverKey = CatalogueEntry(
    vi: Words(
      summary: "khoá của máy chủ không đọc được hoặc không phải khoá đã kí sổ⟦ ({detail})⟧",
      fix: "đưa tệp hoso/server_key từ bản sao lưu về đúng chỗ", rule: "khoá của máy chủ là khoá đã kí sổ biên nhận"),
    en: Words(
      summary: "the server's key cannot be read, or is not the one that signed the journal⟦ ({detail})⟧",
      fix: "bring the file hoso/server_key back from the backup", rule: "the server's key is the one of the journal"))

  static let folders = CatalogueEntry(
    vi: Words(
      summary: "thiếu {count} thư mục, ví dụ '{path}'", fix: "chạy 'hoso doctor --repair'", rule: "đủ {count} thư mục"),
    en: Words(
      summary: "folders are missing ({count}), such as '{path}'", fix: "run 'hoso doctor --repair'",
      rule: "all {count} folders are there"))

  static let writable = CatalogueEntry(
    vi: Words(
      summary: "máy chủ không ghi được vào '{path}'",
      fix: "cho tài khoản của máy chủ làm chủ kho: chown -R hoso KHO; xem đĩa có bị gắn chỉ đọc không",
      rule: "mọi thư mục ghi được"),
    en: Words(
      summary: "the server may not write to '{path}'",
      fix: "give the repository to the server's account: chown -R hoso REPOSITORY; see that the disk is not read-only",
      rule: "all folders can be written to"))

  static let worldWritable = CatalogueEntry(
    vi: Words(
      summary: "ai trên máy này cũng sửa được '{path}'", fix: "chạy 'hoso doctor --repair', hoặc chmod o-w",
      rule: "chỉ tài khoản của máy chủ sửa được kho"),
    en: Words(
      summary: "anybody on this machine may change '{path}'", fix: "run 'hoso doctor --repair', or chmod o-w",
      rule: "only the server's account may change the repository"))

  static let foreignHistory = CatalogueEntry(
    vi: Words(
      summary: "'{path}' làm git cho thấy một lịch sử khác với lịch sử thật, hoặc lấy dữ liệu từ chỗ khác",
      fix: """
        hỏi ai đã tạo ra nó; kho nông thì chạy 'git fetch --unshallow', các thứ khác thì chuyển ra ngoài, rồi chạy \
        'hoso verify'
        """,
      rule: "git đọc lịch sử thật, không vay mượn từ đâu"),
    en: Words(
      summary: "'{path}' makes git show another history than the real one, or borrow objects from elsewhere",
      fix: """
        ask who made it; a shallow clone is mended by 'git fetch --unshallow', anything else is moved away; then run \
        'hoso verify'
        """,
      rule: "git reads the real history and borrows nothing"))

  static let staleLocks = CatalogueEntry(
    vi: Words(
      summary: "tệp khoá '{path}' do một chương trình đã chết để lại",
      fix: "chạy 'hoso doctor --repair', hoặc xoá tệp ấy khi không có git nào đang chạy",
      rule: "không có tệp khoá bị bỏ quên"),
    en: Words(
      summary: "the lock file '{path}' was left by a dead program",
      fix: "run 'hoso doctor --repair', or delete it while no git is running", rule: "no lock files are left over"))

  static let rules = CatalogueEntry(
    vi: Words(
      summary: "không đọc được quy định của trường trong .hoso", fix: "chạy 'hoso check' và 'hoso doctor --full'",
      rule: "đọc được quy định của trường"),
    en: Words(
      summary: "the school's rules in .hoso cannot be read", fix: "run 'hoso check' and 'hoso doctor --full'",
      rule: "the school's rules can be read"))

  static let objects = CatalogueEntry(
    vi: Words(
      summary: "git fsck báo: {detail}",
      fix: "không xoá gì; lấy đối tượng hỏng từ kho gương hoặc bản sao khác bằng 'git fetch', hoặc khôi phục máy chủ",
      rule: "mọi đối tượng trong kho còn nguyên"),
    en: Words(
      summary: "git fsck says: {detail}",
      fix: "delete nothing; fetch the damaged object from a mirror or another clone, or restore the server",
      rule: "every object is whole"))
}

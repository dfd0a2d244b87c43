import Foundation
import Testing

/// A school that `hoso init --profile` started, with a few people, a team and a class, and the class list submitted.
final class ProfileSchool: Sendable {
  static let profiles = ["000", "001", "002", "003", "004"]

  let profile: String
  /// The grade of its one class.
  let grade: Int
  /// Holds the clone `school/` and `people/ID/`.
  let folder: String
  var clone: String { folder + "/school" }

  /// Made once for each profile and shared.
  private static let made = profiles.map { profile in (profile, Task { try await ProfileSchool(profile) }) }

  /// The school of `profile`.
  static func school(_ profile: String) async throws -> ProfileSchool {
    try await made.first { $0.0 == profile }.unsafelyUnwrapped.1.value
  }

  private static let people = """
    id,name,email,roles,team,from,to
    qt,Lê Minh Khôi,qt@suoimau.example,admin,,,
    ht,Phạm Thị Duyên,ht@suoimau.example,principal,,,
    pht,Vũ Quốc Hưng,pht@suoimau.example,vice-principal,,,
    vt,Trần Thu Hằng,vt@suoimau.example,clerk,,,
    tt,Đỗ Minh Tâm,tt@suoimau.example,head-of-team teacher,to-toan,,
    gv,Trần Quốc Việt,gv@suoimau.example,teacher,to-toan,,

    """

  private init(_ profile: String) async throws {
    self.profile = profile
    folder = try SmallSchool.temporaryFolder()
    grade = ["001": 10, "002": 7, "003": 7][profile] ?? 4
    let rows = Self.people.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    for row in rows {
      try await Shell.succeed(
        """
        mkdir -p people/\(row[0])
        ssh-keygen -q -t ed25519 -N '' -C \(row[2]) -f people/\(row[0])/id_ed25519
        printf '[user]\\n\\tname = %s\\n\\temail = %s\\n\\tsigningkey = ~/id_ed25519.pub\\n[gpg]\\n\\tformat = ssh\\n' \
          '\(row[1])' \(row[2]) > people/\(row[0])/.gitconfig
        """, in: folder)
    }
    try await Shell.succeed(
      """
      hoso init school --profile \(profile) --id suoi-mau --name 'Trường Suối Mẫu' --year 2026-2027 \
        --person qt --person-name 'Lê Minh Khôi'
      hoso -C school check && hoso -C school verify
      cat > school/.hoso/people.csv <<'EOF'
      \(Self.people)EOF
      printf 'id,title,head\\nto-toan,Tổ Toán,tt\\n' > school/.hoso/teams.csv
      printf 'id,title,grade,homeroom\\na1,Lớp A1,\(grade),gv\\n' > school/.hoso/classes.csv
      printf 'person,class,subject,periods\\ngv,a1,toan,5\\n' > school/.hoso/assignments/2026-2027.csv
      echo 'test,giua-ki-1,Kiểm tra giữa kì I,2026-11-02,2026-11-06,' >> school/.hoso/calendar/2026-2027.csv
      echo 'test,cuoi-ki-1,Kiểm tra cuối kì I,2026-12-28,2027-01-02,' >> school/.hoso/calendar/2026-2027.csv
      for id in \(rows.map { $0[0] }.joined(separator: " ")); do
        echo "$id@suoimau.example namespaces=\\"git\\" $(cut -d' ' -f1,2 < people/$id/id_ed25519.pub)"
      done > school/.hoso/allowed_signers
      hoso -C school submit -q .hoso
      """, in: folder, try environment("qt"))
    try await Shell.succeed(
      """
      mkdir -p 2026-2027/lop/a1; cp '\(Self.fixtures)/class-list.csv' 2026-2027/lop/a1/danh-sach.csv
      hoso submit -q 2026-2027
      """, in: clone, try environment("vt"))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The folder of the sample records.
  static let fixtures = Shell.sources + "/Tests/Fixtures/kinds"

  /// The environment of `person`, at `hour` of a Friday in week 4.
  func environment(_ person: String, hour: String = "08") throws -> [String: String] {
    try SmallSchool.environment(home: folder + "/people/" + person, at: "2026-10-02 \(hour):00")
  }

  /// The kinds that the program says the profile has.
  func kinds() async throws -> [KindEntry] {
    let run = try await Shell.run("hoso profiles \(profile) --json", in: folder)
    let profiles = try #require(try run.document["profiles"] as? [[String: Any]])
    return try #require(profiles.first?["kinds"] as? [[String: Any]]).map { kind in
      KindEntry(
        id: try #require(kind["id"] as? String), title: try #require(kind["title"] as? String),
        place: try #require(kind["place"] as? String))
    }
  }
}

/// A kind as `hoso profiles` lists it.
struct KindEntry {
  let id: String
  let title: String
  let place: String
}

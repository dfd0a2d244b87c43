import Foundation
import GitObjects
import HosoCore
import HosoFormats
import HosoStore
import Testing

/// One table of changes that are not right, judged alike by `hoso submit`, by the server, and by the gate itself.
struct ThreeDoorsTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Changes the working tree.
    let script: String
    let ids: Set<String>
    var person = "nva"
    /// What `hoso submit` is asked to submit.
    var paths = "$mine"
  }

  static let faults: [Fault] = [
    Fault(
      testDescription: "a colleague's plan changed", script: "revise $colleague", ids: ["access-denied"],
      paths: "$colleague"),
    Fault(
      testDescription: "a colleague's plan removed", script: "rm $colleague", ids: ["access-denied"],
      paths: "$colleague"
    ),
    Fault(
      testDescription: "a colleague's plan taken over", script: "mv $colleague $mine/k.md", ids: ["access-denied"],
      paths: "$mine $colleague"),
    Fault(
      testDescription: "a plan for a colleague", script: "cp $own $theirs/k.md", ids: ["access-denied"],
      paths: "$theirs"),
    Fault(
      testDescription: "a file at the top", script: "echo x > x.md", ids: ["access-denied", "unplaced-record"],
      paths: "x.md"),
    Fault(testDescription: "a field left out", script: "sed -i '/^mon:/d' $own", ids: ["missing-field"]),
    Fault(testDescription: "a field that no plan has", script: "sed -i '2i la: x' $own", ids: ["unknown-field"]),
    Fault(testDescription: "a field twice", script: "sed -i '2{p}' $own", ids: ["duplicate-field"]),
    Fault(testDescription: "no front matter", script: "sed -i '1d' $own", ids: ["front-matter-missing"]),
    Fault(testDescription: "bytes that are no text", script: "printf '\\xff\\n' >> $own", ids: ["not-utf8"]),
    Fault(testDescription: "lines of Windows", script: "sed -i 's/$/\\r/' $own", ids: ["carriage-return"]),
    Fault(
      testDescription: "a byte order mark", script: "sed -i '1s/^/\\xef\\xbb\\xbf/' $own", ids: ["byte-order-mark"]),
    Fault(
      testDescription: "a merge's marks",
      script: "printf '<<<<<<< main\\na\\n=======\\nb\\n>>>>>>> x\\n' >> $own", ids: ["conflict-marker"]),
    Fault(testDescription: "nothing in it", script: ": > $own", ids: ["empty-record"]),
    Fault(
      testDescription: "a link to nowhere", script: "printf '\\n[x](khong-co.md)\\n' >> $own", ids: ["broken-link"]),
    Fault(
      testDescription: "a link that runs", script: "printf '\\n[x](javascript:alert(1))\\n' >> $own",
      ids: ["unsafe-link"]),
    Fault(testDescription: "a link of the disk", script: "ln -s /etc/passwd $mine/a.md", ids: ["file-mode"]),
    Fault(
      testDescription: "a name that Windows has not", script: "cp $own \"$mine/a?.md\"", ids: ["name-not-portable"]),
    Fault(testDescription: "a device of Windows", script: "cp $own $mine/con.md", ids: ["name-reserved"]),
    Fault(testDescription: "a twin", script: "n=${own##*/}; cp $own $mine/${n^^}", ids: ["name-twin"]),
    Fault(
      testDescription: "a file for git", script: "echo '* -diff' > $mine/.gitattributes", ids: ["git-control-file"]),
    Fault(
      testDescription: "an attachment that is something else",
      script: "mkdir $mine/dinh-kem; echo x > $mine/dinh-kem/a.pdf", ids: ["binary-content"]),
    Fault(
      testDescription: "a list with a short row", script: "sed -i '$s/,.*//' $list", ids: ["csv-row-length"],
      person: "tth", paths: "$list"),
    Fault(
      testDescription: "a right for oneself", script: "echo ',person:nva,manager,,,' >> .hoso/access.csv",
      ids: ["access-denied"], paths: ".hoso"),
  ]

  @Test(arguments: faults) func `three doors, one answer`(_ fault: Fault) async throws {
    let school = try await ServerSchool()
    let environment = try school.environment(fault.person)
    let functions = try String(contentsOfFile: Shell.fixtures + "/pushes/functions.sh", encoding: .utf8)
    let changed = functions + "set -e\n\(fault.script)\nset +e\n"

    let submit = try await Shell.run(
      changed + "hoso submit --json -m 'Sửa kế hoạch' \(fault.paths)", in: school.clone, environment)
    #expect(submit.status == 1, "\(submit.text)")
    #expect(try Self.ids(in: submit.document) == fault.ids, "\(submit.text)")

    let push = try await Shell.run(
      functions + """
        git add -A && tree=$(git write-tree)
        [ "$(git rev-parse $tree:.hoso)" = "$(git rev-parse $T:.hoso)" ] || tree=$(counted $tree $T)
        commit $tree > ../commit
        send origin "$(cat ../commit):refs/heads/main"
        """, in: school.clone, environment)
    #expect(push.status == 1 && push.ids == fault.ids, "\(push.text)")

    let text = try String(contentsOfFile: school.folder + "/commit", encoding: .utf8)
    let id = try #require(ObjectID(hexadecimal: text.trimmingCharacters(in: .newlines)[...]))
    let found = try Self.judge(id, by: fault.person, in: school.clone)
    #expect(found == fault.ids)
  }

  /// The errors among the diagnostics of a `--json` run.
  private static func ids(in document: [String: Any]) throws -> Set<String> {
    let diagnostics = try #require(document["diagnostics"] as? [[String: Any]])
    return Set(diagnostics.filter { $0["severity"] as? String == "error" }.compactMap { $0["id"] as? String })
  }

  /// What the gate says of a commit on the tip of the clone's `main`.
  private static func judge(_ id: ObjectID, by person: ListID, in clone: String) throws -> Set<String> {
    let store = try SchoolStore(at: clone)
    let base = try store.commit(try store.existingTip())
    let commit = try store.commit(id)
    let rulebook = try store.rulebook(at: try store.existingTip())
    let comparison = try store.comparison(from: base.tree, to: commit.tree)
    guard comparison.faults.isEmpty else { return Set(comparison.faults.map(\.id.rawValue)) }
    let offset = rulebook.school.offset
    let change = Change(
      paths: comparison.changes, person: try #require(rulebook.people[person]),
      receivedAt: Moment(seconds: commit.committer.time, offset: offset),
      parentMoment: Moment(seconds: base.committer.time, offset: offset))
    let review = try Gate(rulebook: rulebook, reader: RecordReader())
      .review(change, proposed: try store.snapshot(of: id))
    return Set(review.diagnostics.filter { $0.severity == .error }.map(\.id.rawValue))
  }
}

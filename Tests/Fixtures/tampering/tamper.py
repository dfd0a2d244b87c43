#!/usr/bin/env python3
"""Tampers with a served school in one way that a number decides.

  tamper.py FOLDER SEED    FOLDER holds `server.git`, which is changed, and `people/ID/id_ed25519`
  tamper.py --kinds        the names of all kinds, one a line

Prints JSON: `kind`; `places`, of which `hoso verify` must name one before anything else; `witness`, a line of the journal
from before, where nothing but a witness can tell.
"""

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

from objects import ZERO, Commit, Dice, Journal, Receipt, Repository, identity, sign

KINDS = {}


def kind(function):
    KINDS[function.__name__.replace("_", "-")] = function
    return function


class School:
    def __init__(self, folder, seed):
        self.folder = Path(folder)
        self.dice = Dice(seed)
        self.repository = Repository(self.folder / "server.git")
        self.journal = Journal(self.repository)
        self.receipts = self.journal.receipts
        self.commits = self.repository.lines("rev-list", "--reverse", "refs/heads/main")
        self.server_key = self.repository.folder / "hoso/server_key"
        people = self.repository.git("show", "main:.hoso/people.csv").decode().splitlines()[1:]
        self.people = {row.split(",")[0]: row.split(",") for row in people}
        # Those commits that came by a push.
        first = self.commits.index(self.receipts[0]["new"])
        self.pushed = list(range(first + 1, len(self.commits)))

    def key(self, person):
        return self.folder / "people" / person / "id_ed25519"

    def fingerprint(self, person):
        blob = base64.b64decode(self.key(person).with_suffix(".pub").read_text().split()[1])
        return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")

    def who(self, person, seconds):
        return f"{self.people[person][1]} <{self.people[person][2]}> {seconds} +0700"

    def another(self, besides):
        return self.dice.pick([id for id in ("nva", "tqd", "lth", "lmk") if self.people[id][2] not in besides])

    def person_of(self, email):
        return next(id for id, row in self.people.items() if row[2] == email)

    # Where things stand.

    def receipt_of(self, index):
        """The number of the receipt that covers a commit."""
        for number, receipt in enumerate(self.receipts):
            if receipt["reference"] == "refs/heads/main" and self.commits.index(receipt["new"]) >= index:
                return number
        raise ValueError(index)

    def receipt_of_tag(self, name):
        return next(receipt for receipt in self.receipts if receipt["reference"] == name)

    def places(self, index, renamed=None):
        name = (renamed or self.commits)[index]
        return [name[:10], self.receipts[self.receipt_of(index)].place]

    # What is done to main.

    def rebuild(self, index, change, trees=None):
        """Makes commit `index` anew and all behind it; the new line of main."""
        line = list(self.commits)
        for number in range(index, len(line)):
            commit = self.repository.commit(line[number])
            commit.parents = [line[number - 1]] if number else []
            if number == index:
                change(commit)
            if trees:
                commit.tree = trees(commit.tree)
            line[number] = self.repository.write("commit", commit.bytes())
        self.repository.move("refs/heads/main", line[-1])
        return line

    def tree_with(self, tree, path, blob):
        """The tree with `blob` at `path`."""
        name, _, rest = path.partition("/")
        lines = []
        for line in self.repository.lines("-c", "core.quotePath=false", "ls-tree", tree):
            meta, entry = line.split("\t")
            mode, sort, target = meta.split()
            if entry == name:
                target = self.tree_with(target, rest, blob) if rest else blob
            lines.append(f"{mode} {sort} {target}\t{entry}\n")
        return self.repository.git("mktree", data="".join(lines).encode()).decode().strip()

    def changed(self, index):
        """The paths that a commit changes, with their new blobs."""
        out = self.repository.lines("-c", "core.quotePath=false", "diff-tree", "-r", "--root", "--no-commit-id", self.commits[index])
        return [(line.split("\t")[1], line.split()[3]) for line in out if not line.split()[3] == ZERO]

    def commit(self, person, message, files, seconds=None, author=None):
        """Commits on main as git would, without asking anybody."""
        tip = self.commits[-1]
        tree = self.repository.commit(tip).tree
        for path, text in files.items():
            tree = self.tree_with(tree, path, self.repository.write("blob", text))
        seconds = seconds or self.now()
        commit = Commit(b"tree x\nauthor a\ncommitter a\n\n")
        commit.tree, commit.parents, commit.message = tree, [tip], message.encode() + b"\n"
        commit.author = self.who(author or person, seconds)
        commit.committer = self.who(author or person, seconds)
        name = self.repository.write("commit", commit.bytes())
        self.repository.move("refs/heads/main", name)
        self.commits.append(name)
        return name

    def now(self):
        return int(self.receipts[-1]["time"]) + 60

    def text(self, path):
        return self.repository.git("show", f"main:{path}")

    def sent(self, person, new, reference="refs/heads/main", old=None):
        """Adds a receipt with the server's own key, as if the gate had let it pass."""
        template = next(receipt for receipt in self.receipts[::-1] if receipt["event"] == "push")
        receipt = Receipt(template.name, template.commit.bytes())
        main = self.commits[-2] if reference == "refs/heads/main" else self.commits[-1]
        policy = re.search(r"(?m)^policy: (\d+)", self.repository.git("show", f"{main}:.hoso/school.yml").decode())
        receipt.fields |= {
            "time": str(self.now()), "person": person, "key": self.fingerprint(person), "reference": reference,
            "old": old or main, "new": new, "main": main, "policy": policy[1] if policy else "1"}
        self.receipts = self.journal.write(self.receipts + [receipt], self.server_key, start=len(self.receipts))
        return self.receipts[-1].place

    # What is done to tags.

    def tag(self):
        """A decision that came by a push: its name and object."""
        tags = self.repository.tags()
        name = self.dice.pick([receipt["reference"] for receipt in self.receipts if receipt["reference"] in tags and receipt["event"] == "push"])
        return name, tags[name]

    def tag_parts(self, target):
        raw = self.repository.read(target)
        cut = raw.index(b"-----BEGIN SSH SIGNATURE-----")
        return raw[:cut], raw[cut:]

    def replace_tag(self, name, raw):
        self.repository.move(name, self.repository.write("tag", raw))
        return [name, self.receipt_of_tag(name).place]


# Commits


def rewrite(school, change, trees=None):
    index = school.dice.pick(school.pushed)
    line = school.rebuild(index, change, trees)
    return school.places(index, line)


@kind
def commit_author(school):
    def change(commit):
        _, email, seconds, _ = identity(commit.author)
        commit.author = school.who(school.another([email]), seconds)
    return rewrite(school, change)


@kind
def commit_person(school):
    def change(commit):
        _, email, seconds, _ = identity(commit.author)
        commit.author = commit.committer = school.who(school.another([email]), seconds)
    return rewrite(school, change)


@kind
def commit_time(school):
    step = school.dice.pick([-86400 * 3, -3600, 1, 60, 3600, 86400 * 3])

    def change(commit):
        name, email, seconds, zone = identity(commit.author)
        commit.author = commit.committer = f"{name} <{email}> {int(seconds) + step} {zone}"
    return rewrite(school, change)


@kind
def commit_message(school):
    def change(commit):
        commit.message = b"Ghi l\xe1\xba\xa1i: " + commit.message
    return rewrite(school, change)


@kind
def commit_content(school):
    index = school.dice.pick([number for number in school.pushed if school.changed(number)[0][0].endswith(".md")])
    path, blob = school.changed(index)[0]
    other = school.repository.write("blob", school.repository.read(blob) + "\nThêm về sau.\n".encode())

    def trees(tree):
        here = school.repository.lines("rev-parse", f"{tree}:{path}")[0]
        return school.tree_with(tree, path, other) if here == blob else tree
    return school.places(index, school.rebuild(index, lambda commit: None, trees))


@kind
def commit_signature(school):
    def change(commit):
        seal = sign(commit.bytes(), school.key(school.another([identity(commit.author)[1]])))
        commit.signature = seal
    return rewrite(school, change)


@kind
def commit_dropped(school):
    """A commit in the middle is left out; what it changed comes with the next."""
    index = school.dice.pick(school.pushed[:-1])
    receipt = school.receipt_of(index)
    parent = school.commits[index - 1]
    line = school.commits[:index]
    for name in school.commits[index + 1:]:
        commit = school.repository.commit(name)
        commit.parents = [parent]
        parent = school.repository.write("commit", commit.bytes())
        line.append(parent)
    school.repository.move("refs/heads/main", parent)
    return [line[index][:10], school.receipts[receipt].place]


@kind
def commits_squashed(school):
    index = school.dice.pick(school.pushed[:-2])
    tree = school.repository.commit(school.commits[index + 1]).tree
    receipt = school.receipt_of(index)
    kept = school.commits[:index + 1] + school.commits[index + 2:]
    parent = kept[index - 1]
    for number in range(index, len(kept)):
        commit = school.repository.commit(kept[number])
        commit.parents = [parent]
        if number == index:
            commit.tree = tree
        parent = kept[number] = school.repository.write("commit", commit.bytes())
    school.repository.move("refs/heads/main", parent)
    return [kept[index][:10], school.receipts[receipt].place]


@kind
def last_commit_dropped(school):
    school.repository.move("refs/heads/main", school.commits[-2])
    return [school.receipts[school.receipt_of(len(school.commits) - 1)].place]


@kind
def main_moved_back(school):
    back = 2 + school.dice.below(len(school.pushed) - 2)
    end = len(school.commits) - 1 - back
    school.repository.move("refs/heads/main", school.commits[end])
    # A receipt over a tag that names a lost commit or its rules may come before that of the commit's own.
    return [school.receipts[school.receipt_of(end + 1)].place]


# Past the gate


PLANS = "2024-2025/ke-hoach-bai-day/to-4-5"
OWN = f"{PLANS}/nva/tuan-05/lich-su-dia-li-4a-bai-5-ruong-bac-thang.md"
COLLEAGUE = f"{PLANS}/tqd/tuan-05/hdtn-4b-tuan-5-lop-hoc-phan-loai-rac.md"


def more(school, path):
    return {path: school.text(path) + f"\nThêm lần {school.dice.below(1000)}.\n".encode()}


@kind
def past_the_gate(school):
    """The hook is off for one push, of a commit that would have passed."""
    name = school.commit("nva", "Sửa", more(school, OWN))
    return [name[:10]]


@kind
def past_the_gate_and_undone(school):
    before = school.text(COLLEAGUE)
    name = school.commit("nva", "Sửa hộ", more(school, COLLEAGUE))
    school.commit("nva", "Trả lại", {COLLEAGUE: before}, school.now() + 60)
    return [name[:10]]


@kind
def colleagues_file_with_receipt(school):
    name = school.commit("nva", "Sửa hộ", more(school, COLLEAGUE))
    return [name[:10], school.sent("nva", name)][:1]


@kind
def colleagues_name_with_receipt(school):
    """tqd sends what nva is said to have written."""
    name = school.commit("tqd", "Sửa", more(school, OWN), author="nva")
    return [school.sent("tqd", name), name[:10]]


@kind
def forged_signature_with_receipt(school):
    name = school.commit("nva", "Sửa", more(school, OWN))
    commit = school.repository.commit(name)
    commit.signature = sign(commit.bytes(), school.key("tqd"))
    name = school.commits[-1] = school.repository.write("commit", commit.bytes())
    school.repository.move("refs/heads/main", name)
    school.sent("nva", name)
    return [name[:10]]


def rules(school, person, change):
    text = school.text(".hoso/school.yml").decode()
    tree = school.repository.lines("rev-parse", "main:.hoso")[0]
    number = re.search(r"(?m)^policy: (\d+)", text)
    number = int(number[1]) if number else 1
    text = re.sub(r"(?m)^(policy|predecessor): .*\n", "", text)
    files = change(number, tree)
    count = files.pop("count", f"policy: {number + 1}\npredecessor: {tree}\n")
    files[".hoso/school.yml"] = (text + count).encode()
    name = school.commit(person, "Đổi quy định", files)
    school.sent(person, name)
    return [name[:10]]


def teams(school):
    return {".hoso/teams.csv": school.text(".hoso/teams.csv").replace("Tổ ".encode(), "Nhóm ".encode(), 1)}


@kind
def rules_by_a_teacher(school):
    return rules(school, "nva", lambda number, tree: teams(school))


@kind
def rules_not_counted(school):
    return rules(school, "lmk", lambda number, tree: teams(school) | {"count": f"policy: {number}\npredecessor: {tree}\n"})


@kind
def rules_with_another_predecessor(school):
    other = school.repository.lines("rev-parse", f"{school.commits[0]}:.hoso")[0]
    return rules(school, "lmk", lambda number, tree: teams(school) | {"count": f"policy: {number + 1}\npredecessor: {other}\n"})


@kind
def older_rules_put_back(school):
    """The rules of before the last change, byte for byte."""
    tip = school.repository.commit(school.commits[-1])
    trees = [school.repository.lines("rev-parse", f"{name}:.hoso")[0] for name in school.commits]
    older = school.dice.pick([tree for tree in dict.fromkeys(trees) if tree != trees[-1]])
    lines = [re.sub(r"[0-9a-f]{40}\t\.hoso$", f"{older}\t.hoso", line) for line in school.repository.lines("ls-tree", tip.tree)]
    tip.tree = school.repository.git("mktree", data="".join(line + "\n" for line in lines).encode()).decode().strip()
    tip.parents, tip.message, tip.signature = [school.commits[-1]], "Quay lại\n".encode(), None
    tip.author = tip.committer = school.who("lmk", school.now())
    name = school.repository.write("commit", tip.bytes())
    school.repository.move("refs/heads/main", name)
    school.commits.append(name)
    school.sent("lmk", name)
    return [name[:10]]


# Decisions


@kind
def tag_moved(school):
    """A decision's name is given to another decision."""
    name, target = school.tag()
    other = school.dice.pick([id for id in school.repository.tags().values() if id != target])
    school.repository.move(name, other)
    return [name, school.receipt_of_tag(name).place]


@kind
def tag_deleted(school):
    name, _ = school.tag()
    school.repository.git("update-ref", "-d", name)
    return [school.receipt_of_tag(name).place]


@kind
def tag_edited(school):
    name, target = school.tag()
    payload, seal = school.tag_parts(target)
    return school.replace_tag(name, payload.replace(b"\nrole: ", b"\nreason: x\nrole: ") + seal if school.dice.below(2)
                              else payload.replace(b" +0700", b" +0600", 1) + seal)


@kind
def tag_signed_by_another(school):
    name, target = school.tag()
    payload, _ = school.tag_parts(target)
    return school.replace_tag(name, payload + sign(payload, school.key("tqd")).encode() + b"\n")


@kind
def tag_signed_again(school):
    """The same person decides otherwise under the old name."""
    name, target = school.tag()
    payload, _ = school.tag_parts(target)
    email = re.search(rb"(?m)^tagger .* <(.*)>", payload)[1].decode()
    subject, rest = payload.split(b"\n\n", 1)
    payload = subject + b"\n\n" + "Ý kiến khác: ".encode() + rest
    return school.replace_tag(name, payload + sign(payload, school.key(school.person_of(email))).encode() + b"\n")


@kind
def tag_unsigned(school):
    name, target = school.tag()
    return school.replace_tag(name, school.tag_parts(target)[0])


@kind
def tag_copied(school):
    name, target = school.tag()
    school.repository.move(name + "-2", target)
    return [name + "-2"]


@kind
def light_tag(school):
    name = "refs/tags/approve/2024-2025/20241231-080000-lth"
    school.repository.move(name, school.dice.pick(school.commits))
    return [name]


@kind
def decision_by_a_teacher(school):
    """Well signed, with a receipt; only he may not decide."""
    seconds = school.now()
    name = "approve/2024-2025/20241231-080000-nva"
    blob = school.repository.lines("rev-parse", f"main:{COLLEAGUE}")[0]
    payload = (f"object {school.commits[-1]}\ntype commit\ntag {name}\ntagger {school.who('nva', seconds)}\n\nDuyệt\n\n"
               f"hoso-decision: 1\ndecision: approve\nrole: head-of-team\npolicy: 1\nrecord: {blob} tqd {COLLEAGUE}\n").encode()
    target = school.repository.write("tag", payload + sign(payload, school.key("nva")).encode() + b"\n")
    school.repository.move("refs/tags/" + name, target)
    school.sent("nva", target, "refs/tags/" + name, ZERO)
    return ["refs/tags/" + name]


# Receipts


def some_receipt(school, last=0):
    """The index of a receipt of a push, not one of the `last` ones."""
    indices = [number for number, receipt in enumerate(school.receipts) if receipt["event"] == "push"]
    return school.dice.pick(indices[:len(indices) - last])


@kind
def receipt_dropped(school):
    index = some_receipt(school, 1)
    follows = school.receipts[index + 1]
    places = [follows.place]
    relinks = school.dice.below(2) == 0
    if relinks:
        places = [school.receipts[index].place]
    school.journal.write(school.receipts[:index] + school.receipts[index + 1:], relinks=relinks, start=index)
    return places


@kind
def receipts_swapped(school):
    index = some_receipt(school, 1)
    changed = list(school.receipts)
    changed[index], changed[index + 1] = changed[index + 1], changed[index]
    relinks = school.dice.below(2) == 0
    places = [school.receipts[index].place, school.receipts[index + 1].place]
    school.journal.write(changed, relinks=relinks, start=index)
    return places


@kind
def receipt_inserted(school):
    index = some_receipt(school)
    forged = Receipt(school.receipts[index].name, school.receipts[index].commit.bytes())
    forged.fields |= {"person": "nva", "new": school.commits[0]}
    changed = school.receipts[:index] + [forged] + school.receipts[index:]
    school.journal.write(changed, school.key("lmk") if school.dice.below(2) else None, start=index)
    return [school.receipts[index].place]


def edit(school, receipt):
    """Changes one field to something that could have been."""
    field = school.dice.pick(["person", "time", "policy", "key", "new", "old", "main"])
    person = school.another([school.people[receipt["person"]][2]])
    others = [name for name in school.commits if name not in (receipt["new"], receipt["old"], receipt["main"])]
    receipt.fields[field] = {
        "person": person, "time": str(int(receipt["time"]) - 86400 * 400), "policy": str(int(receipt["policy"]) + 1),
        "key": school.fingerprint(person)}.get(field) or school.dice.pick(others)
    return field


@kind
def receipt_edited(school):
    index = some_receipt(school)
    changed = list(school.receipts)
    edit(school, changed[index])
    place = changed[index].place
    school.journal.write(changed, relinks=school.dice.below(2) == 0, start=index)
    return [place]


@kind
def receipt_edited_with_the_servers_key(school):
    """The administrator of the server makes the chain anew from there on; what it says contradicts the rest."""
    index = some_receipt(school)
    changed = list(school.receipts)
    place = changed[index].place
    places = [place]
    if changed[index]["reference"] == "refs/heads/main":
        places += [school.places(number)[0] for number in school.pushed if school.receipt_of(number) == index]
    else:
        places.append(changed[index]["reference"])
    edit(school, changed[index])
    school.journal.write(changed, school.server_key, start=index)
    return places


@kind
def receipts_signed_by_another(school):
    index = some_receipt(school)
    place = school.receipts[index].place
    changed = list(school.receipts)
    changed[index].fields["time"] = str(int(changed[index]["time"]) + 1)
    school.journal.write(changed, school.key("lmk"), start=index)
    return [place]


@kind
def journal_truncated(school):
    index = some_receipt(school)
    lost = school.receipts[index]
    school.repository.move("refs/heads/journal", school.receipts[index - 1].name)
    if lost["reference"] != "refs/heads/main":
        lost = next((receipt for receipt in school.receipts[index:] if receipt["reference"] == "refs/heads/main"), lost)
    if lost["reference"] != "refs/heads/main":
        return [receipt["reference"] for receipt in school.receipts[index:]]
    return [school.commits[school.commits.index(lost["old"]) + 1][:10]]


@kind
def journal_removed(school):
    school.repository.git("update-ref", "-d", "refs/heads/journal")
    return ["refs/heads/journal"]


# Only a witness can tell


def witnessed(school, back=0):
    return f"hoso-journal {school.receipts[-1 - back].sequence} {school.receipts[-1 - back].digest}"


@kind
def journal_by_another_server(school):
    """Every receipt anew, signed by another key that the first one names, one of them at another time."""
    line = witnessed(school)
    key = school.folder / "people/stranger/id_ed25519"
    changed = list(school.receipts)
    changed[0].fields["server-key"] = " ".join(key.with_suffix(".pub").read_text().split()[:2])
    place = school.receipts[-1].place
    school.journal.write(changed, key)
    return [place], line


@kind
def end_rewritten_with_the_servers_key(school):
    """The last commit is written anew, and the receipts from there on."""
    line = witnessed(school)
    place = school.receipts[-1].place
    last = len(school.commits) - 1
    index = school.receipt_of(last)
    old = school.commits[last]
    commit = school.repository.commit(old)
    commit.message = "Viết lại\n".encode()
    new = school.repository.write("commit", commit.bytes())
    school.repository.move("refs/heads/main", new)
    changed = list(school.receipts)
    for receipt in changed[index:]:
        for field in ("new", "old", "main"):
            if receipt[field] == old:
                receipt.fields[field] = new
    school.journal.write(changed, school.server_key, start=index)
    return [place], line


@kind
def moved_back_as_a_whole(school):
    """Yesterday's state: main, tags and journal together."""
    line = witnessed(school)
    place = school.receipts[-1].place
    back = 1 + school.dice.below(3)
    lost = school.receipts[-back:]
    for receipt in lost[::-1]:
        if receipt["reference"] == "refs/heads/main":
            school.repository.move("refs/heads/main", receipt["old"])
        else:
            school.repository.git("update-ref", "-d", receipt["reference"])
    school.repository.move("refs/heads/journal", school.receipts[-back - 1].name)
    return [place], line


@kind
def another_time_with_the_servers_key(school):
    """The last receipt is dated a minute later."""
    line = witnessed(school)
    place = school.receipts[-1].place
    changed = list(school.receipts)
    changed[-1].fields["time"] = str(int(changed[-1]["time"]) + 60)
    school.journal.write(changed, school.server_key, start=len(changed) - 1)
    return [place], line


# Damage


def owners(school):
    """For each object, the places in which it may be named, that of the oldest owner first."""
    found = {}
    for index, name in enumerate(school.commits):
        place = [name[:10]]
        found[name] = place
        tree = school.repository.commit(name).tree
        found.setdefault(tree, place)
        for line in school.repository.lines("diff-tree", "-r", "-t", "--root", "--no-commit-id", name):
            found.setdefault(line.split()[3], place)
    for receipt in school.receipts:
        found[receipt.name] = [receipt.place, receipt.name[:10]]
    for name, target in school.repository.tags().items():
        found[target] = [name]
    found.pop(ZERO, None)
    return found


def rank(school, name):
    """Where an object stands in the order of what is found: what hides the past comes first."""
    if name in school.commits:
        return 0
    return 1


def damaged(school, names, found):
    """The place of the first thing among `names`."""
    lines = [name for name in school.commits if name in names]
    if lines:
        # All before the newest of them is out of reach.
        return found[lines[-1]]
    order = [name for name in found if name in names]
    return sorted({place for name in order for place in found[name]})


def loose(school, found):
    names = sorted(name for name in found if school.repository.file(name).exists())
    return school.dice.pick(names)


def flip(path, offset):
    path.chmod(0o644)
    raw = bytearray(path.read_bytes())
    raw[offset] ^= 0xFF
    path.write_bytes(raw)


@kind
def byte_in_an_object(school):
    found = owners(school)
    name = loose(school, found)
    path = school.repository.file(name)
    flip(path, school.dice.below(path.stat().st_size))
    return damaged(school, {name}, found)


@kind
def object_missing(school):
    found = owners(school)
    name = loose(school, found)
    school.repository.file(name).unlink()
    return damaged(school, {name}, found)


@kind
def byte_in_the_newest_tree(school):
    """The newest rules, by which authors of all decided versions are known, are out of reach with it."""
    path = school.repository.file(school.repository.commit(school.commits[-1]).tree)
    # In its checksum.
    flip(path, path.stat().st_size - 1 - school.dice.below(4))
    return [school.commits[-1][:10]]


@kind
def byte_in_a_pack(school):
    found = owners(school)
    school.repository.git("repack", "-adq")
    pack = next((school.repository.folder / "objects/pack").glob("*.pack"))
    lines = [line.split() for line in school.repository.lines("verify-pack", "-v", str(pack)) if re.match(r"[0-9a-f]{40} ", line)]
    entries = sorted((int(line[4]), int(line[3]), line[0], line[6] if len(line) > 6 else None) for line in lines)
    start, size, name, _ = school.dice.pick([entry for entry in entries if entry[2] in found])
    flip(pack, start + school.dice.below(size))
    names, before = {name}, 0
    while len(names) != before:
        before = len(names)
        names |= {entry[2] for entry in entries if entry[3] in names}
    return damaged(school, names, found)


@kind
def byte_in_packed_refs(school):
    school.repository.git("pack-refs", "--all")
    path = school.repository.folder / "packed-refs"
    lines = path.read_bytes().splitlines(keepends=True)
    picked = school.dice.pick([number for number, line in enumerate(lines) if line[:1] not in (b"#", b"^")])
    start = sum(len(line) for line in lines[:picked])
    name = lines[picked].split()[1].decode()
    column = school.dice.below(40)
    raw = bytearray(path.read_bytes())
    # Half of the flips leave a number that could be one.
    if school.dice.below(2):
        raw[start + column] = ord("0123456789abcdef"[(int(chr(raw[start + column]), 16) + 1 + school.dice.below(15)) % 16])
    else:
        raw[start + column] ^= 0xFF
    path.write_bytes(raw)
    other = bytes(raw[start:start + 40]).decode("latin-1")
    places = ["packed-refs", name, other[:10]]
    return places + ([school.receipt_of_tag(name).place] if name.startswith("refs/tags/") else [])


# Around the objects


@kind
def extra_reference(school):
    name = school.dice.pick(["refs/heads/other", "refs/notes/commits", "refs/tags/v1", "refs/hoso/x", "refs/changes/1"])
    school.repository.move(name, school.dice.pick(school.commits))
    return [name]


@kind
def tag_by_another_name(school):
    """A decision's name leads to another one's."""
    name, target = school.tag()
    other = school.dice.pick([other for other in school.repository.tags() if other != name])
    school.repository.git("update-ref", "-d", name)
    school.repository.git("symbolic-ref", name, other)
    return [name, school.receipt_of_tag(name).place]


@kind
def replaced_object(school):
    index = school.dice.pick(school.pushed)
    commit = school.repository.commit(school.commits[index])
    commit.message = b"Thay\n"
    name = f"refs/replace/{school.commits[index]}"
    school.repository.move(name, school.repository.write("commit", commit.bytes()))
    return [name]


@kind
def graft(school):
    index = school.dice.pick(school.pushed)
    path = school.repository.folder / "info/grafts"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{school.commits[index]} {school.commits[0]}\n")
    return ["info/grafts"]


@kind
def borrowed_objects(school):
    path = school.repository.folder / "objects/info/alternates"
    path.write_text(str(school.folder / "school/.git/objects") + "\n")
    return ["objects/info/alternates"]


@kind
def shallow_history(school):
    (school.repository.folder / "shallow").write_text(school.dice.pick(school.commits) + "\n")
    return ["shallow"]


def main():
    if sys.argv[1] == "--kinds":
        print("\n".join(KINDS))
        return
    seed = int(sys.argv[2])
    names = list(KINDS)
    # Each kind comes in turn, so that no seed is spent on what was never tried.
    name = names[seed % len(names)]
    result = KINDS[name](School(sys.argv[1], seed))
    places, witness = result if isinstance(result, tuple) else (result, None)
    print(json.dumps({"kind": name, "places": places, "witness": witness}))


if __name__ == "__main__":
    main()

"""Reading and writing a repository's objects, references and receipts past git's and hoso's own checks."""

import hashlib
import os
import re
import subprocess
import zlib
from pathlib import Path

ENVIRONMENT = {**os.environ, "GIT_NO_REPLACE_OBJECTS": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
ZERO = "0" * 40


class Dice:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ (mixed >> 31)) % limit

    def pick(self, items):
        return items[self.below(len(items))]


class Commit:
    """The parts of a commit; `bytes` puts them together again."""

    def __init__(self, raw):
        head, self.message = raw.split(b"\n\n", 1)
        head = head.decode()
        self.signature = None
        if "\ngpgsig " in head:
            head, armour = head.split("\ngpgsig ", 1)
            self.signature = armour.replace("\n ", "\n")
        lines = head.split("\n")
        self.tree = lines[0][5:]
        self.parents = [line[7:] for line in lines if line.startswith("parent ")]
        self.author, self.committer = (
            next(line[len(name) + 1:] for line in lines if line.startswith(name + " ")) for name in ("author", "committer"))

    def bytes(self):
        lines = [f"tree {self.tree}"] + [f"parent {parent}" for parent in self.parents]
        lines += [f"author {self.author}", f"committer {self.committer}"]
        if self.signature:
            lines.append("gpgsig " + self.signature.replace("\n", "\n "))
        return "\n".join(lines).encode() + b"\n\n" + self.message


def identity(text):
    """Name, address, seconds and zone of `Name <mail> 1700000000 +0700`."""
    return re.fullmatch(r"(.*) <(.*)> (\d+) (\S+)", text).groups()


class Repository:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.reader = None

    def git(self, *arguments, data=None):
        command = ["git", "-C", str(self.folder), "-c", "core.hooksPath=/dev/null", *arguments]
        return subprocess.run(command, input=data, env=ENVIRONMENT, check=True, capture_output=True).stdout

    def lines(self, *arguments):
        return self.git(*arguments).decode().splitlines()

    def read(self, name):
        if not self.reader:
            self.reader = subprocess.Popen(
                ["git", "-C", str(self.folder), "cat-file", "--batch"], env=ENVIRONMENT, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE)
        self.reader.stdin.write(name.encode() + b"\n")
        self.reader.stdin.flush()
        size = int(self.reader.stdout.readline().split()[2])
        return self.reader.stdout.read(size + 1)[:-1]

    def file(self, name):
        return self.folder / "objects" / name[:2] / name[2:]

    def write(self, kind, content):
        raw = f"{kind} {len(content)}\0".encode() + content
        name = hashlib.sha1(raw).hexdigest()
        path = self.file(name)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(raw))
        return name

    def move(self, reference, name):
        self.git("update-ref", "--no-deref", reference, name)

    def reference(self, name):
        return self.lines("rev-parse", name)[0]

    def commit(self, name):
        return Commit(self.read(name))

    def tags(self):
        pairs = [line.split() for line in self.lines("for-each-ref", "--format=%(refname) %(objectname)", "refs/tags/")]
        return {name: target for name, target in pairs}


def sign(payload, key):
    return subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", str(key)], input=payload, check=True, capture_output=True
    ).stdout.decode().rstrip("\n")


class Receipt:
    """One link of the journal: its commit and the `name: value` lines of its message."""

    def __init__(self, name, raw):
        self.name, self.digest = name, hashlib.sha256(raw).hexdigest()
        self.commit = Commit(raw)
        lines = self.commit.message.decode().split("\n")[2:-1]
        self.fields = dict(line.split(": ", 1) for line in lines)

    def __getitem__(self, field):
        return self.fields[field]

    @property
    def sequence(self):
        return int(self.fields["sequence"])

    @property
    def place(self):
        return f"receipt {self.sequence}"


class Journal:
    def __init__(self, repository):
        self.repository = repository
        names = repository.lines("rev-list", "--reverse", "refs/heads/journal")
        self.receipts = [Receipt(name, repository.read(name)) for name in names]

    def head(self):
        last = self.receipts[-1]
        return f"hoso-journal {last.sequence} {last.digest}"

    def write(self, receipts, key=None, relinks=True, start=0):
        """Writes the chain anew from index `start` on, and moves the journal to it.

        With `relinks`, numbers and hashes follow on each other. With `key`, each receipt is signed by it; else it keeps the
        signature that it has.
        """
        last = self.receipts[start - 1] if start else None
        written = list(self.receipts[:start])
        for receipt in receipts[start:]:
            fields = dict(receipt.fields)
            if relinks:
                fields["sequence"] = str(last.sequence + 1 if last else 1)
                fields["previous"] = last.digest if last else "0" * 64
            commit = Commit(receipt.commit.bytes())
            commit.parents = [last.name] if last else []
            text = f"Receipt {fields['sequence']}\n\n" + "".join(f"{name}: {value}\n" for name, value in fields.items())
            commit.message = text.encode()
            commit.author = commit.committer = f"hoso <journal> {fields['time']} {identity(commit.author)[3]}"
            if key:
                commit.signature = None
                commit.signature = sign(commit.bytes(), key)
            last = Receipt(self.repository.write("commit", commit.bytes()), commit.bytes())
            written.append(last)
        self.receipts = written
        self.repository.move("refs/heads/journal", last.name)
        return written

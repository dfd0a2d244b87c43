"""Writes trees that git itself would not write, and prints the id of the outermost.

`tree.py sorted|given BASE MODE OBJECT NAME…`: the tree BASE, or an empty one for `-`, with these entries.
`tree.py put BASE PATH MODE OBJECT`: the tree BASE with one entry at PATH, however deep.
"""

import hashlib
import os
import subprocess
import sys
import zlib

reader = None


def read(object):
    """The entries of a tree as (mode, object, name)."""
    global reader
    if reader is None:
        reader = subprocess.Popen(["git", "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    reader.stdin.write(object.encode() + b"\n")
    reader.stdin.flush()
    _, kind, size = reader.stdout.readline().split()
    data = reader.stdout.read(int(size) + 1)[:-1]
    assert kind == b"tree"
    entries = []
    while data:
        mode, _, rest = data.partition(b" ")
        name, _, rest = rest.partition(b"\0")
        entries.append((mode, rest[:20], name))
        data = rest[20:]
    return entries


def write(entries):
    """Writes a loose object; as bytes, its id."""
    data = b"".join(mode + b" " + name + b"\0" + object for mode, object, name in entries)
    data = b"tree %d\0" % len(data) + data
    object = hashlib.sha1(data).digest()
    path = ".git/objects/%s/%s" % (object.hex()[:2], object.hex()[2:])
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(zlib.compress(data, 1))
    return object


def replaced(entries, new):
    """The entries with another one of its name, in git's order."""
    entries = [entry for entry in entries if entry[2] != new[2]] + [new]
    return sorted(entries, key=lambda entry: entry[2] + (b"/" if entry[0] == b"40000" else b""))


def put(base, names, mode, object):
    entries = read(base) if base else []
    if len(names) > 1:
        folder = next((one[1].hex() for one in entries if one[2] == names[0] and one[0] == b"40000"), None)
        mode, object = b"40000", put(folder, names[1:], mode, object)
    return write(replaced(entries, (mode, object, names[0])))


command, base, *words = sys.argv[1:]
if command == "put":
    path, mode, object = words
    result = put(base, os.fsencode(path).split(b"/"), mode.encode(), bytes.fromhex(object))
else:
    entries = [] if base == "-" else read(base)
    for mode, object, name in zip(words[0::3], words[1::3], words[2::3]):
        new = (mode.encode(), bytes.fromhex(object), os.fsencode(name))
        entries = replaced(entries, new) if command == "sorted" else entries + [new]
    result = write(entries)
print(result.hex())

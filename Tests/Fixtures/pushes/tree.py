"""Writes a tree: `tree.py sorted|given BASE MODE OBJECT NAME…`; BASE is a tree or `-`. Prints its id."""

import os
import subprocess
import sys

order, base, *words = sys.argv[1:]
entries = []
if base != "-":
    data = subprocess.run(["git", "cat-file", "tree", base], check=True, capture_output=True).stdout
    while data:
        mode, _, rest = data.partition(b" ")
        name, _, rest = rest.partition(b"\0")
        entries.append((mode, rest[:20], name))
        data = rest[20:]
for mode, object, name in zip(words[0::3], words[1::3], words[2::3]):
    name = os.fsencode(name)
    if order == "sorted":
        entries = [entry for entry in entries if entry[2] != name]
    entries.append((mode.encode(), bytes.fromhex(object), name))
if order == "sorted":
    entries.sort(key=lambda entry: entry[2] + (b"/" if entry[0] == b"40000" else b""))
data = b"".join(mode + b" " + name + b"\0" + object for mode, object, name in entries)
write = ["git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"]
sys.stdout.write(subprocess.run(write, input=data, check=True, capture_output=True).stdout.decode())

"""Writes COUNT folders in each other, each named NAME, with a file in the last; prints the id of the outermost."""

import hashlib
import os
import subprocess
import sys
import zlib

count, name = int(sys.argv[1]), sys.argv[2].encode()


def write(kind, data):
    data = b"%s %d\0" % (kind, len(data)) + data
    object = hashlib.sha1(data).digest()
    path = ".git/objects/%s/%s" % (object.hex()[:2], object.hex()[2:])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(zlib.compress(data))
    return object


object = write(b"tree", b"100644 x.md\0" + write(b"blob", b"x\n"))
for _ in range(count):
    object = write(b"tree", b"40000 %s\0" % name + object)
print(object.hex())

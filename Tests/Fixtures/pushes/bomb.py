"""Packs that are larger than they look. `delta`: a blob of 64 KB and a delta that makes 256 MB of it; the id of what comes
out is written to standard error. `size`: one object that says it is a terabyte. `join A B`: the objects of two packs as
one."""

import hashlib
import struct
import sys
import zlib


def number(value):
    """A length as the delta format writes it."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytes([value]))


def header(kind, size):
    """What stands in front of an object of a pack."""
    out = bytearray([kind << 4 | size & 15])
    size >>= 4
    while size:
        out[-1] |= 0x80
        out.append(size & 0x7F)
        size >>= 7
    return bytes(out)


def pack(objects, count):
    data = b"PACK" + struct.pack(">II", 2, count) + objects
    return data + hashlib.sha1(data).digest()


def delta():
    block = bytes(0x10000)
    copies = 4096
    # One instruction copies 64 KB from the start of the base.
    words = number(len(block)) + number(len(block) * copies) + b"\x80" * copies
    sum = hashlib.sha1(b"blob %d\0" % (len(block) * copies))
    for _ in range(copies):
        sum.update(block)
    base = hashlib.sha1(b"blob %d\0" % len(block) + block).digest()
    print(sum.hexdigest(), file=sys.stderr)
    first = header(3, len(block)) + zlib.compress(block)
    return pack(first + header(7, len(words)) + base + zlib.compress(words), 2)


def join(files):
    packs = [open(file, "rb").read() for file in files]
    return pack(b"".join(data[12:-20] for data in packs), sum(struct.unpack(">I", data[8:12])[0] for data in packs))


if sys.argv[1] == "delta":
    data = delta()
elif sys.argv[1] == "size":
    data = pack(header(3, 1 << 40) + zlib.compress(bytes(1 << 20)), 1)
else:
    data = join(sys.argv[2:])
sys.stdout.buffer.write(data)

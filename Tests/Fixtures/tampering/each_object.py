#!/usr/bin/env python3
"""Damages each loose object of a served school, one at a time, and says whether `hoso verify` names it.

  each_object.py FOLDER HOW      FOLDER as school.sh makes it; HOW is flip, a byte turned over, or missing, the file gone

The folder is left as it was. Prints a line for each miss and a summary; ends with 1 where anything was missed.
"""

import sys
from pathlib import Path

import tamper
from judge import first, verify


def main():
    base, how = Path(sys.argv[1]), sys.argv[2]
    school = tamper.School(base, 1)
    owners = tamper.owners(school)
    names = sorted(name for name in owners if school.repository.file(name).exists())
    misses = 0
    for seed, name in enumerate(names):
        path = school.repository.file(name)
        raw, mode = path.read_bytes(), path.stat().st_mode
        if how == "flip":
            tamper.flip(path, tamper.Dice(seed).below(len(raw)))
        else:
            path.unlink()
        _, miss = first(verify(base, "--json"), tamper.damaged(school, {name}, owners))
        if miss:
            misses += 1
            print(f"{name[:10]}: {miss}", flush=True)
        path.unlink(missing_ok=True)
        path.write_bytes(raw)
        path.chmod(mode)
    print(f"{len(names)} objects, {how}: {misses} missed")
    sys.exit(1 if misses else 0)


if __name__ == "__main__":
    main()

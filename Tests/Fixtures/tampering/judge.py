#!/usr/bin/env python3
"""Tampers with copies of a served school and says whether `hoso verify` finds each, and names the right place first.

  judge.py FOLDER FIRST COUNT    FOLDER as school.sh makes it; seeds FIRST … FIRST + COUNT - 1

Prints a line for each miss and a summary; ends with 1 where anything was missed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
HOSO = os.environ.get("HOSO", "hoso")


def verify(folder, *options):
    command = [HOSO, "-C", str(folder / "server.git"), "verify", *options]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "no end within two minutes")


def first(run, places):
    """What `run` finds, the first of it, and what is wrong with that: it must be in one of `places`."""
    if run.returncode != 1:
        return None, f"exit status {run.returncode}: {(run.stdout + run.stderr)[:300]}"
    found = [(fault["place"], fault["diagnostic"][0]["id"]) for fault in json.loads(run.stdout)["faults"]]
    if found[0][0] not in places:
        return None, f"{found[0]} comes first, not one of {places}; {found[1:4]}"
    return found[0], None


def judge(base, seed):
    """The kind, how it was found, and what is wrong with that, if anything."""
    with tempfile.TemporaryDirectory(prefix="hoso-tamper-") as scratch:
        folder = Path(scratch) / "school"
        subprocess.run(["cp", "-a", str(base), str(folder)], check=True)
        made = subprocess.run(
            [sys.executable, "-B", str(HERE / "tamper.py"), str(folder), str(seed)], capture_output=True, text=True)
        if made.returncode:
            return "?", None, made.stderr.strip().splitlines()[-1]
        made = json.loads(made.stdout)
        kind, places = made["kind"], made["places"]
        witness = ["--witness", made["witness"]] if made["witness"] else []
        if witness:
            plain = verify(folder)
            if plain.returncode:
                return kind, None, f"found without a witness: {plain.stdout[:200]}"
        found, miss = first(verify(folder, "--json", *witness), places)
        if miss:
            return kind, None, miss
        text = verify(folder, "--lang", "vi", *witness)
        if text.returncode != 1 or not text.stdout.startswith(found[0] + ":"):
            return kind, None, f"the text begins with {text.stdout[:100]}"
        return kind, ("witness: " if witness else "") + found[1], None


def main():
    base, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    kinds, ways, misses = Counter(), defaultdict(Counter), []
    for seed in range(first, first + count):
        kind, way, miss = judge(base, seed)
        kinds[kind] += 1
        if miss:
            misses.append(f"seed {seed}, {kind}: {miss}")
            print(misses[-1], flush=True)
        else:
            ways[kind][way] += 1
    for kind in kinds:
        print(f"{kind}: {kinds[kind]} ({', '.join(f'{number} {way}' for way, number in ways[kind].most_common())})")
    witnessed = sum(number for ways in ways.values() for way, number in ways.items() if way.startswith("witness"))
    print(f"{count} tamperings of {len(kinds)} kinds: {count - len(misses) - witnessed} found by hoso verify alone, "
          f"{witnessed} by a witness, {len(misses)} missed")
    sys.exit(1 if misses else 0)


if __name__ == "__main__":
    main()

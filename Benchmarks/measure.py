#!/usr/bin/env python3
"""Runs two commands in alternating pairs and prints their medians and the ratio.

  measure.py pair     times two commands; with --memory also their peak memory
  measure.py commits  times two ways to commit one changed record, each in its own clone

The metric `cpu` is user and system time, children included. Commands go through bash; `FRESH` in one stands for a
folder name that no run before has used. An empty --ours means that hoso is not built: the other side is still measured.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Failed(Exception):
    pass


class Run:
    """One process from start to end: seconds of wall clock and CPU, and peak memory in MiB."""

    def __init__(self, command, folder=None):
        with tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                ["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            self.cpu = usage.ru_utime + usage.ru_stime
            self.memory = usage.ru_maxrss / 1024
            if process.returncode != 0:
                errors.seek(0)
                said = errors.read(600).decode("utf-8", "replace").strip()
                raise Failed(f"exit status {process.returncode}: {said}")


def median(runs, metric):
    return statistics.median(getattr(run, metric) for run in runs)


def verdict(value, target, higher_is_better=False):
    met = value >= target if higher_is_better else value <= target
    return "met" if met else "MISSED"


def line(name, *parts):
    print(f"{name:<8}" + "   ".join(parts), flush=True)


def seconds(value):
    return f"{value:.3f} s" if value < 10 else f"{value:.2f} s"


def pair(options):
    commands = {"hoso": options.ours, options.peer: options.theirs}
    runs = {name: [] for name in commands}
    fresh = 0
    failure = None
    for turn in range(options.runs):
        # Alternating the order keeps a machine that warms up or slows down from favouring one side.
        for name in sorted(commands, key=lambda name: (name == "hoso") == bool(turn % 2)):
            if not commands[name] or (name == "hoso" and failure):
                continue
            fresh += 1
            folder = Path(options.scratch) / f"out-{os.getpid()}-{fresh}"
            try:
                runs[name].append(Run(commands[name].replace("FRESH", str(folder))))
            except Failed as error:
                if name != "hoso":
                    raise
                failure = str(error)
    theirs = median(runs[options.peer], options.metric)
    about = f"({options.metric}, n={options.runs})"
    other = f"{options.peer} {seconds(theirs)}"
    if failure or not options.ours:
        line(options.name, f"hoso: {'failed, ' + failure if failure else 'not built'}", other, about)
        if options.memory:
            line("memory", "hoso: no figure", f"{options.peer} {median(runs[options.peer], 'memory'):.0f} MiB")
        return
    ours = median(runs["hoso"], options.metric)
    ratio = ours / theirs
    line(options.name, f"hoso {seconds(ours)}", other, f"ratio {ratio:.2f}", f"target <= {options.target}",
         verdict(ratio, options.target), about)
    if options.commits:
        speed = options.commits / ours
        line("", f"{speed:,.0f} commits/s of {options.metric}", f"target >= {options.least:,}",
             verdict(speed, options.least, True))
    if options.memory:
        ours = median(runs["hoso"], "memory")
        line("memory", f"hoso {ours:.0f} MiB", f"{options.peer} {median(runs[options.peer], 'memory'):.0f} MiB",
             f"target <= {options.memory:.0f} MiB", verdict(ours, options.memory), f"(peak, n={options.runs})")


def commits(options):
    sides = [("hoso", options.ours, options.our_clone), (options.peer, options.theirs, options.their_clone)]
    times = {name: [] for name, _, _ in sides}
    failure = None

    def head(clone):
        return subprocess.run(["git", "-C", clone, "rev-parse", "HEAD"], check=True, capture_output=True).stdout

    # The first pair warms the caches and is not counted.
    for number in range(options.commits + 1):
        for name, command, clone in sides[:: 1 if number % 2 else -1]:
            if not command or (name == "hoso" and failure):
                continue
            record = Path(clone) / options.record
            record.write_text(record.read_text(encoding="utf-8") + f"\nLần sửa thứ {number + 1}.\n", encoding="utf-8")
            before = head(clone)
            try:
                run = Run(command, folder=clone)
                if head(clone) == before:
                    raise Failed("the branch did not move")
            except Failed as error:
                if name != "hoso":
                    raise
                failure = str(error)
                continue
            if number:
                times[name].append(run)
    theirs = median(times[options.peer], "wall")
    other = f"{options.peer} {theirs * 1000:.1f} ms"
    about = f"(wall per commit, synced, n={options.commits})"
    if failure or not options.ours:
        line(options.name, f"hoso: {'failed, ' + failure if failure else 'not built'}", other, about)
        return
    ours = median(times["hoso"], "wall")
    line(options.name, f"hoso {ours * 1000:.1f} ms", other, f"{theirs / ours:.1f} x faster",
         f"target >= {options.target:g} x", verdict(theirs / ours, options.target, True), about)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    subcommands = parser.add_subparsers(required=True)
    for name, action in (("pair", pair), ("commits", commits)):
        sub = subcommands.add_parser(name)
        sub.set_defaults(action=action)
        sub.add_argument("--name", required=True)
        sub.add_argument("--peer", required=True)
        sub.add_argument("--target", type=float, required=True)
        sub.add_argument("--ours", required=True)
        sub.add_argument("--theirs", required=True)
        if name == "pair":
            sub.add_argument("--metric", choices=["cpu", "wall"], required=True)
            sub.add_argument("--runs", type=int, required=True)
            sub.add_argument("--scratch", required=True)
            sub.add_argument("--memory", type=float)
            sub.add_argument("--commits", type=int, help="how many hoso reads: prints how many in a second")
            sub.add_argument("--least", type=int, default=0, help="commits in a second")
        else:
            sub.add_argument("--commits", type=int, required=True)
            sub.add_argument("--our-clone", required=True)
            sub.add_argument("--their-clone", required=True)
            sub.add_argument("--record", required=True)
    options = parser.parse_args()
    try:
        options.action(options)
    except Failed as error:
        sys.exit(f"measure.py: {options.peer} failed, {error}")


if __name__ == "__main__":
    main()

"""faults.py submit|push PLAN MODE...: see faults.sh; runs in the folder that it made."""
import collections, os, re, shutil, signal, subprocess, sys

writer, plan, modes = sys.argv[1], sys.argv[2], sys.argv[3:]
here = os.getcwd()
kills = ["openat", "write", "fsync", "link", "unlink", "rename", "mkdir", "close"]
failures = {
    "ENOSPC": ["write", "fsync", "link", "rename", "mkdir", "openat"], "EIO": ["write", "fsync", "link", "rename", "openat"],
    "EMFILE": ["openat", "pipe", "pipe2"],
}
key = os.environ["KEY"]


def run(words, folder=here, **environment):
    return subprocess.run(
        words, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=120,
        stdin=subprocess.DEVNULL, errors="replace")


def door(*strace):
    """The program in place of ssh: hoso, or hoso under strace."""
    with open("door", "w", encoding="utf-8") as file:
        file.write(f"exec {' '.join(strace)} hoso -C '{here}/server.git' shell --key {key} --local nva \"$@\"\n")
    return "sh " + here + "/door"


def fresh():
    for name in ("server.git", "clone"):
        shutil.rmtree(name, ignore_errors=True)
        shutil.copytree("base/" + name, name, symlinks=True)
    with open(f"clone/{plan}", "a", encoding="utf-8") as file:
        file.write("\nBổ sung.\n")
    if writer == "push":
        run(["git", "commit", "-qam", "Bổ sung"], "clone")


def submit(*strace):
    """One submission. Answers whether it was acknowledged, or the name of the program that does not end."""
    words, environment = [*strace, "hoso", "submit", "-q", "--offline", plan], os.environ
    if writer == "push":
        words, environment = ["git", "push", "-q", "origin", "main"], {**os.environ, "GIT_SSH_COMMAND": door(*strace)}
    process = subprocess.Popen(
        words, cwd="clone", env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(timeout=60) == 0
    except subprocess.TimeoutExpired:
        # The youngest is the one that the others wait for.
        alive = run(["ps", "-o", "stat=,comm=", "--sort=start_time,pid", "-s", str(process.pid)]).stdout.splitlines()
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return [line.split()[1] for line in alive if not line.startswith("Z")][-1]


def place():
    return "server.git" if writer == "push" else "clone"


def contents():
    return run(["git", "show", f"main:{plan}"], place()).stdout


def complaints(was_acknowledged, before):
    if run(["git", "rev-parse", "-q", "--verify", "main^{commit}"], place()).returncode:
        yield "main cannot be read"
    if run(["git", "merge-base", "--is-ancestor", before, "main"], place()).returncode:
        yield "history is lost"
    if was_acknowledged and "Bổ sung." not in contents():
        yield "what was acknowledged is lost"
    if run(["git", "fsck", "--full", "--strict", "--no-dangling"], place()).returncode:
        yield "fsck"
    again = run(["git", "push", "-q", "origin", "main"], "clone", GIT_SSH_COMMAND=door()) if writer == "push" else run(
        ["hoso", "submit", "-q", "--offline", plan], "clone")
    if again.returncode and "[nothing-to-submit]" not in again.stderr:
        yield "the next one does not go through: " + again.stderr[-200:]
    if "Bổ sung." not in contents():
        yield "the next one has not brought it"
    verified = run(["hoso", "verify"], place())
    if verified.returncode:
        yield "verify: " + verified.stdout[-200:]
    if writer == "push":
        lines = run(["git", "log", "--reverse", "--format=%s", "journal"], place()).stdout.splitlines()
        if [int(line.split()[1]) for line in lines] != list(range(1, len(lines) + 1)):
            yield "receipts have a gap"


os.mkdir("base")
run(["git", "clone", "-q", "ssh://school/server.git", "clone"], GIT_SSH_COMMAND=door())
for name in ("server.git", "clone"):
    os.rename(name, "base/" + name)
fresh()
before = run(["git", "rev-parse", "main"], "server.git").stdout.strip()
bad = 0
for mode in modes:
    result = collections.Counter()
    for call in kills if mode == "kill" else failures[mode]:
        # Strace counts the calls of each process by themselves.
        fresh()
        submit("strace", "-f", "-o", here + "/calls", "-e", "trace=" + call)
        counts = collections.Counter(re.findall(r"^(\d+) +" + call + r"\(", open("calls", errors="replace").read(), re.M))
        for number in range(1, max(counts.values(), default=0) + 1):
            fresh()
            how = "signal=KILL" if mode == "kill" else "error=" + mode
            # With --seccomp-bpf strace injects nothing.
            acknowledged = submit(
                "strace", "-f", "-o", here + "/calls", "-e", "trace=" + call, "-e",
                f"inject={call}:{how}:when={number}")
            result["points"] += 1
            struck = re.search(r"killed by SIGKILL|INJECTED", open("calls", errors="replace").read())
            result["struck"] += struck is not None
            # Where git cannot make the pipe of a hook, it waits for ever: nothing is acknowledged, and nothing may be lost.
            if acknowledged == "git":
                result["git"] += 1
                print(f"{mode} at {call} {number}: git does not end", flush=True)
            endless = isinstance(acknowledged, str)
            result["acknowledged"] += not endless and acknowledged
            hangs = [f"{acknowledged} does not end"] if endless and acknowledged != "git" else []
            for complaint in hangs + list(complaints(not endless and acknowledged, before)):
                result["complaints"] += 1
                print(f"{mode} at {call} {number}: {complaint}", flush=True)
    bad += result["complaints"]
    print(f"{writer} {mode}: {result['points']} points, struck {result['struck']}, acknowledged {result['acknowledged']}, "
          f"git without end {result['git']}, amiss {result['complaints']}", flush=True)
sys.exit(bad > 0)

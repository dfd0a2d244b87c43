"""kills.py COUNT SEED CLONE SERVER PLAN: see kills.sh."""
import os, random, signal, subprocess, sys, time

count, seed, clone, server, plan = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:]
chance = random.Random(seed)


def git(folder, *words, check=True):
    return subprocess.run(["git", "-C", folder, *words], check=check, capture_output=True, text=True).stdout.strip()


def descendants(root):
    """The processes that serve the push: all below `root` that have the server's repository in their arguments or folder."""
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    children.setdefault(int(file.read().rsplit(")", 1)[1].split()[1]), []).append(int(name))
            except OSError:
                pass
    found, open_ = [], [root]
    while open_:
        for child in children.get(open_.pop(), []):
            open_.append(child)
            try:
                with open(f"/proc/{child}/cmdline", "rb") as file:
                    command = file.read()
                if os.readlink(f"/proc/{child}/cwd") == server or server.encode() in command:
                    found.append(child)
            except OSError:
                pass
    return found


def tip():
    return git(server, "rev-parse", "main")


acknowledged, killed, unsure, slowest = [], 0, 0, 0.3
for number in range(count):
    with open(f"{clone}/{plan}", "a", encoding="utf-8") as file:
        file.write(f"\nLần {number}.\n")
    git(clone, "commit", "-qam", f"Lần {number}")
    head = git(clone, "rev-parse", "HEAD")
    began = time.monotonic()
    push = subprocess.Popen(
        ["git", "-C", clone, "push", "-q", "origin", "main"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(chance.uniform(0, slowest))
    if push.poll() is None:
        victims = descendants(push.pid)
        chance.shuffle(victims)
        for victim in victims if chance.random() < 0.3 else victims[:1]:
            try:
                os.kill(victim, signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                pass
    status = push.wait(timeout=120)
    if status == 0:
        acknowledged.append(head)
        slowest = 0.9 * slowest + 0.1 * 1.2 * (time.monotonic() - began)
    elif tip() == head:
        unsure += 1
# The next push goes through without anybody's help, and tells what has become of all before it.
subprocess.run(["git", "-C", clone, "push", "-q", "origin", "main"], check=True, timeout=120)
main = set(git(server, "rev-list", "main").split())
lost = [one for one in acknowledged if one not in main]
sequences = [int(line.split()[1]) for line in git(server, "log", "--reverse", "--format=%s", "journal").splitlines()]
gaps = sequences != list(range(1, len(sequences) + 1))
left = [name for folder, _, names in os.walk(server) for name in names if name.endswith(".lock")]
left += [name for name in os.listdir(server + "/objects") if name.startswith("tmp_objdir")]
sound = subprocess.run(["git", "-C", server, "fsck", "--full", "--strict", "--no-dangling"], capture_output=True)
verified = subprocess.run(["hoso", "-C", server, "verify"], capture_output=True, text=True)
print(f"kills {killed} in {count} pushes, acknowledged {len(acknowledged)}, lost {len(lost)}, received though not "
      f"answered {unsure}, receipts {len(sequences)}{' WITH A GAP' if gaps else ''}, left behind {len(left)}, "
      f"fsck {sound.returncode}, verify {verified.returncode}")
if lost or gaps or left or sound.returncode or verified.returncode:
    print("\n".join(lost + left), verified.stdout, sound.stderr.decode(), sep="\n")
    sys.exit(1)

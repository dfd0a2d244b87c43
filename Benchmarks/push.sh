#!/usr/bin/env bash
# Benchmarks/push.sh [RECORDS] [PUSHES] [ssh]: one record pushed to a server of hoso, and to a bare repository without hooks.
#
# Both have the same settings, the same history and the same way in: a program in place of ssh, or with `ssh` one sshd on
# 127.0.0.1, as people push; wall time of `git push`.
set -euo pipefail

RECORDS=${1:-30000}
PUSHES=${2:-24}
WAY=${3:-program}
. "$(dirname "${BASH_SOURCE[0]}")/corpus.sh"
HOSO=$(readlink -f "${HOSO:-$HERE/../.build/release/hoso}")
corpus "$RECORDS"
SCRATCH=$(mktemp -d "$BENCH_DIR/push-XXXXXX")
trap 'kill $(cat "$SCRATCH/sshd.pid" 2> /dev/null) 2> /dev/null; rm -rf "$SCRATCH"' EXIT
cd "$SCRATCH"

"$HOSO" server init ours.git --from "$SCHOOL" > /dev/null
cp -a ours.git theirs.git
rm -f theirs.git/hooks/*
git -C theirs.git config --unset-all receive.procReceiveRefs
PERSON=$("$HOSO" -C ours.git keys | grep -F "$(cut -d' ' -f2 "$KEY.pub")" | head -1 | sed 's/.* //')
FINGERPRINT=$(ssh-keygen -lf "$KEY.pub" | cut -d' ' -f2)
cat > ours.ssh <<END
exec "$HOSO" -C "$SCRATCH/ours.git" shell --key "$FINGERPRINT" --local "$PERSON" "\$@"
END
cat > theirs.ssh <<END
exec git receive-pack "$SCRATCH/theirs.git"
END
if [ "$WAY" = ssh ]; then
  PORT=$((20000 + RANDOM % 20000))
  ssh-keygen -q -t ed25519 -N '' -f host
  ssh-keygen -q -t ed25519 -N '' -f other
  "$HOSO" -C ours.git keys | grep -F "$(cut -d' ' -f2 "$KEY.pub")" > authorized
  echo "restrict,command=\"git receive-pack '$SCRATCH/theirs.git'\" $(cat other.pub)" >> authorized
  cat > sshd.conf <<END
ListenAddress 127.0.0.1:$PORT
HostKey $SCRATCH/host
AuthorizedKeysFile $SCRATCH/authorized
PidFile $SCRATCH/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
END
  # Started by root it asks for its folder of privilege separation.
  [ "$(id -u)" != 0 ] || mkdir -p /run/sshd
  "$(PATH=$PATH:/usr/sbin command -v sshd)" -f sshd.conf -E sshd.log
  for side in ours:$KEY theirs:$SCRATCH/other; do
    echo "exec ssh -F /dev/null -p $PORT -i '${side#*:}' -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o LogLevel=ERROR" \
      "-o UserKnownHostsFile='$SCRATCH/known' $(id -un)@127.0.0.1 \"\$2\"" > "${side%%:*}.ssh"
  done
fi
for side in ours theirs; do
  git clone --quiet --no-hardlinks "$SCRATCH/$side.git" $side
  git -C $side remote set-url origin "ssh://school/$side.git"
  git -C $side config core.sshCommand "sh $SCRATCH/$side.ssh"
  git -C $side config ssh.variant simple
  git -C $side config user.name "$NAME"
  git -C $side config user.email "$EMAIL"
  git -C $side config gc.auto 0
done
sync
PYTHONDONTWRITEBYTECODE=1 python3 - "$RECORD" "$PUSHES" "$WAY" <<'END'
import statistics, subprocess, sys, time

record, pushes = sys.argv[1], int(sys.argv[2])
took = {"ours": [], "theirs": []}
for number in range(pushes + 2):
    for side in ("ours", "theirs") if number % 2 else ("theirs", "ours"):
        with open(f"{side}/{record}", "a", encoding="utf-8") as file:
            file.write(f"\nLần {number} của {time.time_ns()}.\n")
        subprocess.run(["git", "-C", side, "commit", "-qam", f"Lần {number}"], check=True)
        start = time.perf_counter()
        subprocess.run(["git", "-C", side, "push", "-q", "origin", "main"], check=True, stderr=subprocess.DEVNULL)
        if number > 1:
            took[side].append((time.perf_counter() - start) * 1000)
ours, theirs = (statistics.median(took[side]) for side in ("ours", "theirs"))
ratios = sorted(one / other for one, other in zip(took["ours"], took["theirs"]))
print(f"push by {sys.argv[3]}: hoso {ours:.0f} ms, no hooks {theirs:.0f} ms, ratio {ours / theirs:.2f} "
      f"(pairs: median {statistics.median(ratios):.2f}, {ratios[0]:.2f} to {ratios[-1]:.2f}), limit 1.5")
END
"$HOSO" -C ours.git verify > /dev/null && echo "the server's repository verifies"

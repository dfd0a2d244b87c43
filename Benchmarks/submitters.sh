#!/usr/bin/env bash
# Benchmarks/submitters.sh [SUBMITTERS] [EACH]: people who submit at once to one server, each from a clone of his own.
#
# Half of them reach the server as git's own ssh command does (`hoso shell --local`), half as sshd does
# (`SSH_ORIGINAL_COMMAND`). Prints what was kept, the journal's state and how long a submission took; ends with 1 where
# anything is missing. HOSO=path names another binary.
set -euo pipefail

SUBMITTERS=${1:-8}
EACH=${2:-250}
. "$(dirname "${BASH_SOURCE[0]}")/small_school.sh"
people=(nva lth tqd nta bml pnt lkv lmk)
teams=(to-4-5 to-4-5 to-4-5 to-1-2-3 to-bo-mon to-bo-mon to-bo-mon to-bo-mon)

# submitter NUMBER: makes its clone, waits for the start, submits EACH versions of one plan.
submitter() {
  local person=${people[$1 % ${#people[@]}]} key i start
  export HOME=$WORK/people/$person GIT_COMMITTER_DATE="1728090000 +0700"
  key=$(ssh-keygen -lf "$HOME/id_ed25519.pub" | cut -d' ' -f2)
  if [ $(($1 % 2)) = 0 ]; then
    GIT_SSH_COMMAND="hoso -C '$WORK/server.git' shell --key $key --local $person"
  else
    printf '#!/bin/sh\nexport SSH_ORIGINAL_COMMAND="$2"\nexec hoso -C "%s" shell --key %s %s\n' "$WORK/server.git" "$key" \
      "$person" > "$WORK/door-$1"
    chmod +x "$WORK/door-$1"
    GIT_SSH_COMMAND=$WORK/door-$1
  fi
  export GIT_SSH_COMMAND
  git clone -q ssh://school/server.git "$WORK/clone-$1"
  cd "$WORK/clone-$1"
  local plan=2024-2025/ke-hoach-bai-day/${teams[$1 % ${#people[@]}]}/$person/tuan-06/bai-$1.md
  mkdir -p "$(dirname "$plan")"
  touch "$WORK/ready-$1"
  until [ -e "$WORK/start" ]; do sleep 0.05; done
  for ((i = 1; i <= EACH; i++)); do
    cp "$SAMPLE/$other" "$plan"
    revise "$plan" "Lần $i của $1"
    start=$(date +%s%N)
    if hoso submit -q "$plan" 2> "$WORK/errors-$1"; then
      echo $((($(date +%s%N) - start) / 1000)) >> "$WORK/times-$1"
      git rev-parse HEAD >> "$WORK/kept-$1"
    else
      { echo "submission $i of $1: status $?"; cat "$WORK/errors-$1"; } >> "$WORK/failed"
    fi
  done
}

for ((n = 0; n < SUBMITTERS; n++)); do submitter "$n" & done
until [ "$(find . -maxdepth 1 -name 'ready-*' | wc -l)" = "$SUBMITTERS" ]; do sleep 0.1; done
begin=$(date +%s)
touch start
wait
seconds=$(($(date +%s) - begin))

failures=0
complain() { echo "$*" >&2; failures=1; }
[ ! -e failed ] || { complain "$(grep -c '^submission' failed) submissions failed"; head -n 20 failed >&2; }
[ "$(cat server.git/hoso/intents/* 2> /dev/null | wc -c)" = 0 ] || complain "intents are left"
wanted=$((SUBMITTERS * EACH))
# What was acknowledged is on main under the name that was told, for its clone and for the server.
git -C server.git rev-list main | sort > main
sort kept-* > kept
lost=$(comm -23 kept main | wc -l)
commits=$(($(wc -l < main) - 5))
receipts=$(($(git -C server.git rev-list --count journal) - 1))
# Receipts 1, 2, 3 … from the first to the last.
git -C server.git log --reverse --format=%s journal | awk '$2 != NR { exit 1 }' || complain "receipts have a gap"
[ "$lost" = 0 ] || complain "$lost acknowledged submissions are lost"
[ "$commits" = "$wanted" ] && [ "$receipts" = "$wanted" ] || complain "commits $commits, receipts $receipts, wanted $wanted"
git -C server.git fsck --full --strict --no-dangling || complain "fsck"
hoso -C server.git verify > verified || { complain "verify"; cat verified >&2; }
cat times-* | sort -n > times
awk -v n="$SUBMITTERS" -v seconds="$seconds" -v kept="$(wc -l < kept)" -v receipts="$receipts" -v lost="$lost" '
  { t[NR] = $1 / 1000 }
  END {
    printf "%d submitters: kept %d, lost %d, receipts 2..%d, %d s, %.1f a second; median %.0f ms, 99%% %.0f ms, most %.0f ms\n", n, kept,
      lost, receipts + 1, seconds, NR / (seconds ? seconds : 1), t[int((NR + 1) / 2)], t[int(NR * 0.99 + 0.5)], t[NR]
  }' times
exit $failures

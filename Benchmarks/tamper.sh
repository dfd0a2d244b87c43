#!/usr/bin/env bash
# Benchmarks/tamper.sh [COUNT] [FIRST]: damages each object of a served school, tampers COUNT times (200) with copies of it, from
# seed FIRST (0) on, and says how `hoso verify` finds each.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HOSO=$(readlink -f "${HOSO:-$HERE/../.build/release/hoso}")
export HOSO SAMPLE=$HERE/../sample-repo PATH="$(dirname "$HOSO"):$PATH"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT
(
  cd "$SCRATCH"
  set +u
  unset GIT_CONFIG_GLOBAL
  HOME=$SCRATCH
  . "$HERE/../Tests/Fixtures/transcripts/functions.sh"
  (. "$HERE/../Tests/Fixtures/transcripts/school.sh")
  . "$HERE/../Tests/Fixtures/tampering/school.sh"
) > "$SCRATCH/log" 2>&1 || { tail -n 5 "$SCRATCH/log" >&2; exit 2; }
rm -rf "$SCRATCH"/clone-*
echo "$(git -C "$SCRATCH/server.git" rev-list --count main) commits, $(git -C "$SCRATCH/server.git" tag | wc -l) decisions," \
  "$(git -C "$SCRATCH/server.git" rev-list --count journal) receipts"
"$HOSO" -C "$SCRATCH/server.git" verify --lang en
for how in flip missing; do python3 -B "$HERE/../Tests/Fixtures/tampering/each_object.py" "$SCRATCH" "$how"; done
python3 -B "$HERE/../Tests/Fixtures/tampering/judge.py" "$SCRATCH" "${2:-0}" "${1:-200}"

#!/usr/bin/env bash
# Benchmarks/run.sh [RECORDS] [RUNS]: measures hoso against its peers; see README.md beside this file.
set -euo pipefail

RECORDS=${1:-10000}
RUNS=${2:-5}
COMMITS=${HOSO_BENCH_COMMITS:-24}
. "$(dirname "${BASH_SOURCE[0]}")/corpus.sh"

HOSO=${HOSO:-$HERE/../.build/release/hoso}
if [ -x "$HOSO" ]; then
  HOSO=$(readlink -f "$HOSO")
else
  echo "hoso: not built ($HOSO); only the other side is measured" >&2
  HOSO=
fi

# hoso ARGUMENTS...: a command for measure.py, or nothing when there is no binary.
hoso() { [ -z "$HOSO" ] || printf '%q ' "$HOSO" "$@"; }
measure() { PYTHONDONTWRITEBYTECODE=1 python3 "$HERE/measure.py" "$@"; }

corpus "$RECORDS"
# Never emptied between runs: ext4 is slow to create files soon after many were deleted.
SCRATCH=$(mktemp -d "$BENCH_DIR/run-XXXXXX")
trap 'rm -rf "$SCRATCH"' EXIT

Q_SCHOOL=$(printf '%q' "$SCHOOL")
echo "$RECORDS records, $COMMITS_IN_ALL commits, $(du -sm "$SCHOOL/objects" | cut -f1) MB packed," \
  "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"

# 1. The raw history pass.
measure pair --name history --peer 'git log --raw' --metric cpu --target 1.2 --runs "$RUNS" --scratch "$SCRATCH" \
  --ours "$(hoso bench history "$SCHOOL")" \
  --theirs "exec git -C $Q_SCHOOL -c core.commitGraph=true log --raw --no-renames --format=%H"

# 2 and 5. The whole site, and the memory that it takes.
mkdir "$SCRATCH/tree"
git -C "$SCHOOL" archive main | tar -x -C "$SCRATCH/tree"
python3 "$HERE/make_hugo.py" "$SCRATCH/tree" "$SCRATCH/hugo"
OURS=$(hoso build --out FRESH)
measure pair --name build --peer hugo --metric wall --target 0.5 --runs "$RUNS" --scratch "$SCRATCH" --memory 256 \
  --ours "${OURS:+cd $Q_SCHOOL && exec $OURS}" \
  --theirs "exec hugo --quiet --source $(printf '%q' "$SCRATCH/hugo") --destination FRESH"

# 3. All rules on all records of the newest commit: in a bare repository `hoso check` reads that.
git -C "$SCHOOL" ls-tree -r --format='%(objectname)' HEAD > "$SCRATCH/blobs"
OURS=$(hoso check)
measure pair --name check --peer 'git cat-file' --metric cpu --target 2 --runs "$RUNS" --scratch "$SCRATCH" \
  --ours "${OURS:+cd $Q_SCHOOL && exec $OURS}" \
  --theirs "exec git -C $Q_SCHOOL cat-file --batch --buffer < $(printf '%q' "$SCRATCH/blobs")"

# 6. Every commit by the rules before it. git fsck reads all objects and judges their form alone: for scale, not a peer.
measure pair --name verify --peer 'git fsck' --metric cpu --target 2 --runs "$RUNS" --scratch "$SCRATCH" --memory 500 \
  --commits "$COMMITS_IN_ALL" --least 5000 \
  --ours "$(hoso -C "$SCHOOL" verify)" --theirs "exec git -C $Q_SCHOOL fsck --full --no-dangling --no-progress"

# 4. One changed record, committed and synced.
for side in ours theirs; do
  git clone --quiet --no-hardlinks "$SCHOOL" "$SCRATCH/$side"
  # Without a server to send to: both sides commit, and nothing else.
  git -C "$SCRATCH/$side" remote remove origin
  git -C "$SCRATCH/$side" commit-graph write --reachable --no-progress
  while read -r key value; do git -C "$SCRATCH/$side" config "$key" "$value"; done <<END
user.name $NAME
user.email $EMAIL
gpg.format ssh
user.signingkey $KEY.pub
core.fsync all
gc.auto 0
maintenance.auto false
END
done
Q_RECORD=$(printf '%q' "$RECORD")
sync
measure commits --name submit --peer 'git add, commit' --target 6 --commits "$COMMITS" --record "$RECORD" \
  --our-clone "$SCRATCH/ours" --their-clone "$SCRATCH/theirs" \
  --ours "$(hoso submit "$RECORD" -m 'Sửa kế hoạch bài dạy')" \
  --theirs "git add $Q_RECORD && exec git commit --quiet ${HOSO_BENCH_SIGN:+-S }-m 'Sửa kế hoạch bài dạy'"

# Sourced by run.sh: the benchmark's schools, made once and kept.

BENCH_DIR=${HOSO_BENCH_DIR:-/tmp/hoso-bench}
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
SHAPE=${HOSO_BENCH_SHAPE:-$HERE/../sample-repo/.hoso}

# The machine's own git settings would be measured too.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8

# corpus RECORDS: sets SCHOOL (a bare repository), KEY, PERSON, EMAIL, NAME, RECORD, COMMITS_IN_ALL.
#
# One key serves all schools, so that a size has the same commit ids as long as BENCH_DIR is kept. The folder's name
# holds a hash of what the school is made from: another generator or other rule files make another school.
corpus() {
  local records=$1 made_from
  mkdir -p "$BENCH_DIR"
  KEY=$BENCH_DIR/key
  [ -f "$KEY" ] || ssh-keygen -q -t ed25519 -N '' -C 'hoso benchmark' -f "$KEY"
  made_from=$(cd "$SHAPE" && cat "$HERE/make_school.py" "$HERE/words.py" "$KEY.pub" kinds/*.yml access.csv subjects.csv \
    school.yml | sha256sum | cut -c1-12)
  SCHOOL=$BENCH_DIR/school-$records-$made_from.git
  if [ ! -d "$SCHOOL" ]; then
    echo "making a school of $records records in $SCHOOL" >&2
    rm -rf "$SCHOOL.part"
    git init --quiet --bare --initial-branch=main "$SCHOOL.part"
    git -C "$SCHOOL.part" config gc.auto 0
    git -C "$SCHOOL.part" config maintenance.auto false
    PYTHONDONTWRITEBYTECODE=1 python3 "$HERE/make_school.py" --records "$records" --shape "$SHAPE" \
      --public-key "$KEY.pub" --facts "$SCHOOL.part/facts" \
      | git -C "$SCHOOL.part" fast-import --quiet --done || return
    git -C "$SCHOOL.part" repack -adfq
    git -C "$SCHOOL.part" commit-graph write --reachable --no-progress
    # Renamed last of all: a school of this name is whole.
    mv "$SCHOOL.part" "$SCHOOL"
  fi
  # shellcheck disable=SC1090
  . "$SCHOOL/facts"
}

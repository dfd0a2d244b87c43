# Sourced: the small school of the tests with a server, in a folder of its own that goes at the end. Sets HOSO and WORK, and
# leaves the shell in WORK: server.git, school (a clone with files), people/ID with keys.

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HOSO=$(readlink -f "${HOSO:-$HERE/../.build/release/hoso}")
WORK=$(mktemp -d "${BENCH_DIR:-${TMPDIR:-/tmp}}/small-school-XXXXXX")
trap 'rm -rf "$WORK"' EXIT
FIXTURES=$HERE/../Tests/Fixtures/transcripts
export SAMPLE=$HERE/../sample-repo LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 GIT_SSH_VARIANT=simple
mkdir "$WORK/bin"
ln -s "$HOSO" "$WORK/bin/hoso"
PATH=$WORK/bin:$PATH
cd "$WORK" || exit 2
cat "$FIXTURES/functions.sh" "$FIXTURES/school.sh" > make.sh
bash -e make.sh
. "$FIXTURES/functions.sh"
GIT_COMMITTER_DATE="1728082800 +0700" HOME=$WORK hoso server init server.git --from school --simulated-clock > /dev/null

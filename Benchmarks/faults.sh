#!/usr/bin/env bash
# Benchmarks/faults.sh submit|push [MODE...]: one submission, cut or failed at each of its system calls in turn.
#
# MODE is kill (SIGKILL), ENOSPC, EIO or EMFILE; all four by default. For `push` the faults strike what serves the push: hoso,
# git and the hooks. What was acknowledged must stand, the repository must be sound, and the next submission must go through
# without anybody's help. Prints one line a mode; ends with 1 where anything is amiss. Needs strace.
set -euo pipefail

WRITER=${1:?submit or push}
shift
. "$(dirname "${BASH_SOURCE[0]}")/small_school.sh"
export HOME=$WORK/people/nva GIT_COMMITTER_DATE="1728090000 +0700" GIT_AUTHOR_DATE="1728090000 +0700"
export KEY=$(ssh-keygen -lf "$HOME/id_ed25519.pub" | cut -d' ' -f2)
PYTHONDONTWRITEBYTECODE=1 python3 "$HERE/faults.py" "$WRITER" "$own" "${@:-kill}" $([ $# -gt 0 ] || echo ENOSPC EIO EMFILE)

#!/usr/bin/env bash
# Benchmarks/kills.sh [COUNT] [SEED]: COUNT pushes to a server, each killed at a random moment on the server's side.
#
# Killed is one process of those that serve the push (hoso, git, or a hook), or all of them at once, by SIGKILL. A push that
# was answered "ok" must be on main with its receipt; nothing may need a hand. Prints one line; ends with 1 where anything is
# lost. HOSO=path names another binary.
set -euo pipefail

COUNT=${1:-1000}
SEED=${2:-7}
. "$(dirname "${BASH_SOURCE[0]}")/small_school.sh"
export HOME=$WORK/people/nva GIT_COMMITTER_DATE="1728090000 +0700" GIT_AUTHOR_DATE="1728090000 +0700"
KEY=$(ssh-keygen -lf "$HOME/id_ed25519.pub" | cut -d' ' -f2)
export GIT_SSH_COMMAND="hoso -C '$WORK/server.git' shell --key $KEY --local nva"
git clone -q ssh://school/server.git clone
PYTHONDONTWRITEBYTECODE=1 python3 "$HERE/kills.py" "$COUNT" "$SEED" "$WORK/clone" "$WORK/server.git" "$own"

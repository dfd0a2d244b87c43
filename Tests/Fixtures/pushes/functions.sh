# Functions with which the cases of this folder make objects that no hoso would make; sourced before each case, in a clone.

# What most cases start from: the tip, its tree, a plan of one's own and a colleague's.
B=$(git rev-parse main) T=$(git rev-parse main^{tree})
mine=$plans/nva/tuan-05 theirs=$plans/tqd/tuan-05
zero=0000000000000000000000000000000000000000

# blob: standard input as a blob; text WORDS: a blob of one line; revised PATH: the record with a new first aim.
blob() { git hash-object -w --stdin; }
text() { printf '%s\n' "$*" | blob; }
revised() { git cat-file blob "main:$1" | sed '0,/^- /s/^- /- Nêu lại: /' | blob; }

# literal TYPE: standard input as an object, whatever it says.
literal() { git hash-object -t "$1" -w --literally --stdin; }

# tree BASE MODE OBJECT NAME…: the tree BASE (or -) with entries put in their order; raw: entries as they are given.
tree() { python3 "$PUSHES/tree.py" sorted "$@"; }
raw() { python3 "$PUSHES/tree.py" given "$@"; }

# graft FOLDER TREE [BASE]: the tree BASE with TREE as its FOLDER. with PATH BLOB [BASE] [MODE]: with a file.
graft() { python3 "$PUSHES/tree.py" put "$(object "${3:-$T}")" "$1" 40000 "$2"; }
with() { python3 "$PUSHES/tree.py" put "$(object "${3:-$T}")" "$1" "${4:-100644}" "$2"; }
# object NAME: the id of what git knows by that name.
object() { if [ ${#1} = 40 ]; then echo "$1"; else git rev-parse "$1"; fi; }
# without PATH [BASE]: folders that become empty go too.
without() (
  export GIT_INDEX_FILE=$PWD/../index.$BASHPID
  git read-tree "${2:-$T}" && git rm -q --cached -r -- "$1" && git write-tree
  rm -f "$GIT_INDEX_FILE"
)
# here MODE OBJECT NAME…: the whole tree, with entries put into the folder $mine.
here() { graft "$mine" "$(tree "$(git rev-parse "$T:$mine")" "$@")"; }

# commit TREE [PARENT] [MESSAGE]
commit() { git commit-tree -p "${2:-$B}" -m "${3:-Sửa kế hoạch}" "$1"; }
# edited COMMIT SED…: the commit's bytes changed.
edited() { local c=$1; shift; git cat-file commit "$c" | LC_ALL=C sed "$@" | literal commit; }
# own: a sound new version of one's own plan, as a commit on the tip or on the given one.
own() { commit "$(with $own "$(revised $own)" "$(git rev-parse "${1:-$B}^{tree}")")" "${1:-$B}"; }

# says TEXT: the answer must hold it. guilty COMMIT: it must name this commit.
says() { printf '%s\n' "$1" >> ../says; }
guilty() { touch ../guilty; echo 1 > ../guilty; says "$(printf %.10s "$1")"; }

named() { [ ${#1} = 40 ] || exit 9; [ -s ../guilty ] || guilty "$1"; }

# send [OPTIONS] REFSPEC…: git's own push. evil COMMIT: pushes it as main, and expects it to be named.
send() { git push --porcelain "$@"; }
evil() { named "$1"; echo "$1" > ../evil; send origin "$1:refs/heads/main"; }

# wire "OLD NEW REF"… < PACK: what git-receive-pack is told byte by byte; fails unless all is accepted. $options is the one
# option of the push.
wire() {
  local line capabilities="report-status atomic${options:+ push-options}" extra
  {
    for line; do
      extra=$((${#capabilities} > 0 ? ${#capabilities} + 1 : 0))
      printf '%04x%s' $((4 + $(printf %s "$line" | wc -c) + extra)) "$line"
      [ $extra = 0 ] || printf '\0%s' "$capabilities"
      capabilities=
    done
    printf 0000
    [ -z "$options" ] || printf '%04x%s0000' $((4 + ${#options})) "$options"
    cat
  } | eval "$GIT_SSH_COMMAND truong \"git-receive-pack '/server.git'\"" > ../wire
  tr '\0' '\n' < ../wire | grep -a -v 'refs/.*[0-9a-f]\{40\}' >&2
  grep -q -a 'unpack ok' ../wire && ! grep -q -a '^....ng ' ../wire
}
# new: a pack of all objects that the case made. force COMMIT [REF]: sends them past the checks of git's own push.
new() { find .git/objects -path '*/??/*' -type f | sed 's|.*/\(..\)/|\1|' | git pack-objects -q --stdout; }
force() { named "$1"; new | wire "${3:-$B} $1 ${2:-refs/heads/main}"; }
# force_pack COMMIT: as force, with the pack ../pack for one of the objects.
force_pack() { named "$1"; python3 "$PUSHES/bomb.py" join ../pack <(new) | wire "$B $1 refs/heads/main"; }

# settled: from here on nothing may change.
settled() { git -C ../server.git for-each-ref > ../settled; }

# rules FILE SED… [-- TREE]: the tree with a rule file changed, and counted as the next policy.
rules() {
  local file=$1 base=$T
  shift
  base=$(with "$file" "$(git cat-file blob "$T:$file" | sed "$@" | blob)")
  counted "$base" "$T"
}
# counted TREE BASE: TREE with school.yml counted on from the rules of BASE.
counted() {
  local number
  number=$(git cat-file blob "$2:.hoso/school.yml" | sed -n 's/^policy: //p')
  with .hoso/school.yml "$(git cat-file blob "$1:.hoso/school.yml" | sed '/^predecessor:/d' |
    sed "s/^policy: .*/policy: $((number + 1))\npredecessor: $(git rev-parse "$2:.hoso")/" | blob)" "$1"
}
# grant: a line that gives nva everything, counted as the next policy.
grant() { rules .hoso/access.csv '$a,person:nva,manager,,,'; }

# become PERSON: what follows is done by that person.
become() {
  HOME=${HOME%/*}/$1
  if [ -n "$SSH_CONFIG" ]; then
    export GIT_SSH_COMMAND="ssh -F '$SSH_CONFIG' -i '$HOME/id_ed25519'"
    return
  fi
  export GIT_SSH_COMMAND="${GIT_SSH_COMMAND%% shell *} shell --key $(cat "$HOME/fingerprint") --local $1"
}

# make NAME ROLE PATH…: a signed decision in this clone alone, over the records as they are on main. decide: sends it too.
make() {
  local name=$1 role=$2 path record
  shift 2
  record=$(for path; do
    printf 'record: %s %s %s\n' "$(git rev-parse "main:$path")" "$(echo "$path" | cut -d/ -f4)" "$path"
  done)
  printf 'Duyệt\n\nhoso-decision: 1\ndecision: %s\nrole: %s\npolicy: %s\n%s\n' "${name%%/*}" "$role" \
    "$(git cat-file blob main:.hoso/school.yml | sed -n 's/^policy: //p')" "$record" |
    git tag -s --cleanup=verbatim -F - "$name" main
}
decide() {
  make "$@" || exit 9
  says "refs/tags/$1"
  send origin "refs/tags/$1"
}
# sound NAME: the signature is such as git itself holds good at the time of signing.
sound() { git verify-tag "$1" 2> /dev/null || exit 9; }

# second PERSON [VALIDITY]: the administrator lists a second key for the person, who signs with it from now on.
second() {
  ssh-keygen -q -t ed25519 -N '' -C x -f ../second
  local line="$(git config -f ../people/$1/.gitconfig user.email) namespaces=\"git\",${2:-valid-after=\"20240801\"} $(cut -d' ' -f1,2 ../second.pub)"
  policy .hoso/allowed_signers "\$a$line"
  git config user.signingkey "$PWD/../second.pub"
}
# withdraw: he takes it away.
withdraw() { policy .hoso/allowed_signers '$d'; }
# policy FILE SED…: a change of the rules by the administrator that the server takes; all begins anew from there.
policy() {
  local me=${HOME##*/} command=$GIT_SSH_COMMAND
  become lmk
  git update-ref refs/heads/main "$(commit "$(rules "$@")")"
  send -q origin main > /dev/null || exit 9
  become "$me"
  GIT_SSH_COMMAND=$command
  B=$(git rev-parse main) T=$(git rev-parse main^{tree})
  git restore -q --source=main .hoso
  settled
}
# login: from now on the person's second key opens the door.
login() {
  GIT_SSH_COMMAND="${GIT_SSH_COMMAND%% shell *} shell --key $(ssh-keygen -l -f ../second.pub | cut -d' ' -f2) --local $1"
}

# measured: the memory of what answers is written down.
measured() { GIT_SSH_COMMAND="python3 '$PUSHES/peak.py' $GIT_SSH_COMMAND"; }

# shown PATH: the state that hoso gives a record. late PATH: whether it came after its day.
shown() { hoso status --json | python3 -c "$record"'print(record["state"])' "$1"; }
late() { hoso status --json | python3 -c "$record"'sys.exit(not record["late"])' "$1"; }
record='
import json, sys
record = next(record for record in json.load(sys.stdin)["records"] if record["path"] == sys.argv[1])
'

# lock SCOPE…: the principal locks them; all begins anew from there.
lock() {
  local me=${HOME##*/} command=$GIT_SSH_COMMAND name=lock/2024-2025/20241005-080000-ptd
  become ptd
  { printf 'Khoá sổ\n\nhoso-decision: 1\ndecision: lock\nrole: principal\npolicy: 1\nnumber: 12/QĐ-THSM\n'
    printf 'scope: %s\n' "$@"
  } | git tag -s --cleanup=verbatim -F - $name main
  send -q origin refs/tags/$name > /dev/null || exit 9
  become "$me"
  GIT_SSH_COMMAND=$command
  settled
}
# What corrections.sh makes: a gradebook, and the cases toan-4a, giua-ki-4a and ke-hoach.
book=$year/lop/4a/so-diem/hoc-ki-1.csv
case=$year/chinh-sua/toan-4a early=$year/chinh-sua/giua-ki-4a whole=$year/chinh-sua/ke-hoach

# words CASE: the tags of the consents to it.
words() {
  git for-each-ref --format='%(refname:strip=2)' refs/tags/consent | while read -r tag; do
    if git cat-file tag "$tag" | grep -q "^case: [0-9a-f]* $1\$"; then echo "$tag"; fi
  done
}
# consents TAG…: the list of consents that a correction brings.
consents() {
  local tag
  echo dong-y,ma,nguoi,tu-cach
  for tag; do
    printf '%s,%s,%s,%s\n' "$tag" "$(git rev-parse "refs/tags/$tag")" "$(echo "${tag##*/}" | cut -d- -f3)" \
      "$(git cat-file tag "$tag" | sed -n 's/^signer: //p')"
  done
}
# turned: a list with its rows the other way round.
turned() { local head; IFS= read -r head; echo "$head"; tac; }
# corrected [SED…]: the gradebook with the two cells that toan-4a names, and changed on by SED.
corrected() {
  git cat-file blob "main:$book" | sed 's/^\(4a-02,[^,]*,[^,]*,\)9/\18/; s/^\(4a-03,[^,]*,[^,]*,[^,]*,[^,]*,\)8/\17/' |
    LC_ALL=C sed "${@:-}"
}
# applied [BLOB [TREE]]: the tree with toan-4a carried out, or with BLOB as the gradebook; $given holds the consents if not
# those to it. early and whole: the tree with the other cases carried out.
applied() {
  with $case/ap-dung.csv "$(consents ${given:-$(words $case)} | blob)" "$(with $book "${1:-$(corrected | blob)}" "${2:-$T}")"
}
early() {
  with $early/ap-dung.csv "$(consents $(words $early) | blob)" \
    "$(with $book "$(git cat-file blob "${1:-$T}:$book" | sed 's/^4a-01,5/4a-01,6/' | blob)" "${1:-$T}")"
}
whole() { with $whole/ap-dung.csv "$(consents $(words $whole) | blob)" "$(with $own "$1")"; }

# word NAME SIGNER [SED…]: a consent to toan-4a as it lies, changed by SED, signed in this clone alone.
word() {
  local name=$1 signer=$2
  shift 2
  {
    printf 'Đồng ý\n\nhoso-decision: 1\ndecision: consent\nsigner: %s\npolicy: %s\n' "$signer" \
      "$(git cat-file blob main:.hoso/school.yml | sed -n 's/^policy: //p')"
    printf 'case: %s %s\nprocedure: locked-data\nlock: lock/2024-2025/20241220-080000-ptd\n' \
      "$(git rev-parse "main:$case")" $case
    git cat-file blob "main:$case/ho-so.csv" | sed -n '2,$s/\(.*\),\(.*\),\(.*\)/record: \2 \3 \1/p'
  } | sed "${@:-}" | git tag ${unsigned:--s} --cleanup=verbatim -F - "$name" main
}
# say NAME SIGNER [SED…]: sends it too.
say() {
  word "$@" || exit 9
  says "refs/tags/$1"
  send origin "refs/tags/$1"
}
# fresh: all begins anew from main as it is, which the server has.
fresh() { B=$(git rev-parse main) T=$(git rev-parse main^{tree}); settled; }
# quiet COMMAND…: hoso does something that must succeed.
quiet() { hoso "$@" -q > ../said 2>&1 || { cat ../said >&2; exit 9; }; }

# Plays some weeks on a small school and its server, for the tamperings.
#
# The current folder holds `school` and `people`, as Tests/Fixtures/transcripts/school.sh makes them; `server.git` comes new.

START=1728082800

# at PERSON HOURS COMMAND…: runs a command in the clone of a person, so many hours after the server began.
at() {
  local person=$1 hours=$2 clock
  shift 2
  clock="$((START + hours * 3600)) +0700"
  local environment=(
    HOME="$PWD/people/$person" GIT_COMMITTER_DATE="$clock" GIT_AUTHOR_DATE="$clock" GIT_SSH_VARIANT=simple
    GIT_SSH_COMMAND="hoso -C '$PWD/server.git' shell --key $(ssh-keygen -lf "people/$person/id_ed25519.pub" | cut -d' ' -f2) --local $person")
  if [ ! -d "clone-$person" ]; then
    env "${environment[@]}" git clone -q ssh://school/server.git "clone-$person"
    git -C "clone-$person" config gpg.ssh.allowedSignersFile .hoso/allowed_signers
  fi
  (cd "clone-$person" && env "${environment[@]}" "$@")
}

# writes PERSON HOURS PATH: hands in a changed plan.
writes() {
  at "$1" "$2" hoso sync -q
  printf '\nGhi thêm giờ thứ %s.\n' "$2" >> "clone-$1/$3"
  at "$1" "$2" hoso submit -q "$3" -m "Sửa kế hoạch giờ thứ $2"
}

HOME=$PWD GIT_COMMITTER_DATE="$START +0700" hoso server init server.git --from school --simulated-clock > /dev/null
for week in 1 2 3 4; do
  hour=$((week * 24))
  writes nva $((hour + 1)) "$own"
  writes tqd $((hour + 2)) "$colleague"
  at lth $((hour + 3)) hoso sync -q
  at lth $((hour + 4)) hoso approve -q "$own"
  at lth $((hour + 5)) hoso approve -q "$colleague"
  # Two commits in one push: the first one is made without a network.
  at nva $((hour + 6)) hoso sync -q
  printf '\nGhi ngoài mạng.\n' >> "clone-nva/$own"
  at nva $((hour + 6)) env GIT_SSH_COMMAND=false hoso submit -q "$own" -m 'Ghi khi không có mạng' || true
  writes nva $((hour + 7)) "$own"
  at lth $((hour + 8)) hoso sync -q
  at lth $((hour + 8)) hoso return -q "$own" --reason 'Bổ sung câu hỏi'
  if [ $((week % 2)) = 0 ]; then
    at lmk $((hour + 9)) hoso sync -q
    sed -i "s/Tổ 4-5.*,/Tổ 4-5 ($week),/" clone-lmk/.hoso/teams.csv
    at lmk $((hour + 9)) hoso submit -q .hoso/teams.csv -m "Đổi tên tổ, tuần $week"
  fi
done

# Makes the small school of the command-line tests in the current folder; see SmallSchool.swift.

# key PERSON NAME EMAIL: a home folder with a key and a .gitconfig.
key() {
  mkdir -p "people/$1"
  ssh-keygen -q -t ed25519 -N '' -C "$3" -f "people/$1/id_ed25519"
  printf '[user]\n\tname = %s\n\temail = %s\n\tsigningkey = ~/id_ed25519.pub\n[gpg]\n\tformat = ssh\n[advice]\n\tdetachedHead = false\n' \
    "$2" "$3" > "people/$1/.gitconfig"
}

# as PERSON DATE TIME COMMAND…: runs a command in the clone as that person at that time.
as() {
  local home="$PWD/people/$1" time
  time="$(TZ=Asia/Ho_Chi_Minh date -d "$2 $3 +0700" +%s) +0700"
  shift 3
  (cd school && HOME="$home" GIT_COMMITTER_DATE="$time" "$@")
}

git init --quiet --initial-branch=main school
git -C school config gpg.ssh.allowedSignersFile .hoso/allowed_signers
cp -r "$SAMPLE/.hoso" school/
signers=school/.hoso/allowed_signers
: > "$signers"
while IFS=, read -r id name email rest; do
  case $id in id) continue ;; esac
  key "$id" "$name" "$email"
  validity='valid-after="20240801"'
  case $id in
    hvb) continue ;; # his key is not listed
    dtc) validity='valid-after="20240801",valid-before="20240901"' ;; # hers has expired
  esac
  echo "$email namespaces=\"git\",$validity $(cut -d' ' -f1,2 < "people/$id/id_ed25519.pub")" >> "$signers"
done < "$SAMPLE/.hoso/people.csv"
# Somebody who is not in people.csv at all.
key stranger 'Người Lạ' la@suoimay.example

as lmk 2024-08-20 08:00 hoso submit -q .hoso -m 'Lập quy tắc hồ sơ năm học 2024-2025'
cd school
put $own $colleague $list $plans/lth/tuan-05/dao-duc-5a-bai-2-ton-trong-su-khac-biet.md
cd ..
as tth 2024-09-05 10:00 hoso submit -q $list -m 'Danh sách lớp 4A'
as nva 2024-10-04 19:30 hoso submit -q $plans/nva/tuan-05 -m 'Nộp kế hoạch bài dạy tuần 5'
as tqd 2024-10-04 20:10 hoso submit -q $colleague -m 'Nộp kế hoạch bài dạy tuần 5'
as lth 2024-10-04 21:00 hoso submit -q $plans/lth/tuan-05 -m 'Nộp kế hoạch bài dạy tuần 5'

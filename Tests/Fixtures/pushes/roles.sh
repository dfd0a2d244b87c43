# Makes the school of Tests/Fixtures/access in the current folder, with the records that the file `records` lists, and its
# server. $ACCESS is that folder.

people() { tail -n +2 "$ACCESS/.hoso/people.csv" | cut -d, -f1-3; }
as() { HOME="$PWD/people/$1" GIT_COMMITTER_DATE="$2 +0700" GIT_AUTHOR_DATE="$2 +0700" git -C school -c core.quotePath=false "${@:3}"; }

git init --quiet --initial-branch=main school
cp -r "$ACCESS/.hoso" school/
people | while IFS=, read -r id name email; do
  mkdir -p "people/$id"
  ssh-keygen -q -t ed25519 -N '' -C "$email" -f "people/$id/id_ed25519"
  printf '[user]\n\tname = %s\n\temail = %s\n\tsigningkey = ~/id_ed25519.pub\n[gpg]\n\tformat = ssh\n' \
    "$name" "$email" > "people/$id/.gitconfig"
  echo "$email namespaces=\"git\" $(cut -d' ' -f1,2 < "people/$id/id_ed25519.pub")"
done > school/.hoso/allowed_signers
# 15 and 16 August 2024, 07:00.
as quan 1723680000 add .hoso
as quan 1723680000 commit -q -m 'Quy định'
while read -r path; do
  mkdir -p "school/$(dirname "$path")"
  printf '# Bài\n\n%s\n' "$path" > "school/$path"
done < records
as hieu 1723766400 add -A
as hieu 1723766400 commit -q -m 'Hồ sơ'
GIT_COMMITTER_DATE='1723766400 +0700' hoso server init server.git --from school --simulated-clock > /dev/null
git -C school remote add origin ssh://truong/server.git
git -C school repack -a -d -q

# Functions that the transcripts use beside hoso and git; sourced before each command.

# Puts records of the sample school at their places in the clone.
put() {
  local path
  for path; do mkdir -p "$(dirname "$path")"; cp "$SAMPLE/$path" "$path"; done
}

# revise FILE [TEXT]: changes the first point of a plan's aims.
revise() { sed -i "0,/^- /s/^- /- ${2:-Nêu lại}: /" "$1"; }

# Names that many commands use.
year=2024-2025
plans=$year/ke-hoach-bai-day/to-4-5
own=$plans/nva/tuan-05/lich-su-dia-li-4a-bai-5-ruong-bac-thang.md
# A plan with a link to a colleague's plan that is not submitted yet.
linking=$plans/nva/tuan-05/toan-4a-bai-14-so-sanh-cac-so.md
other=$plans/nva/tuan-06/dao-duc-4a-bai-3-cam-thong-giup-do.md
colleague=$plans/tqd/tuan-05/hdtn-4b-tuan-5-lop-hoc-phan-loai-rac.md
list=$year/lop/4a/danh-sach.csv

# fill FILE CELL=VALUE…: types into the cells of a spreadsheet, as a person would.
fill() {
  local file=$1 cells=() cell
  shift
  for cell; do cells+=("--set=$cell"); done
  ssconvert "${cells[@]}" "$file" "$file.new.xlsx" && mv "$file.new.xlsx" "$file"
}
office=$year/nha-truong
team=$year/to-chuyen-mon/to-4-5
training=$year/boi-duong
profile=$SAMPLE/../Sources/SchoolProfiles/files
books=$year/lop/4a/so-diem
mine=$year/so-diem-giao-vien/nva/4a/toan-hoc-ki-1.csv

# fields FILE KEY…: what the front matter of a record says under these keys.
fields() { local file=$1 key; shift; for key; do grep -m 1 "^$key:" "$file"; done; }

# by_subject: the gradebooks of a class by subject, each written by its teacher alone, and the teachers' own beside them.
by_subject() {
  local kind
  grep -v '^forms' "$profile/kinds/personal-gradebook.yml" | cat - "$profile/forms/levels-of-teacher.yml" \
    > .hoso/kinds/personal-gradebook.yml
  {
    grep -v '^forms' "$profile/kinds/class-gradebook.yml"
    sed -n '/^place/p' "$profile/forms/marks-by-subject.yml"
    sed 's/, title: {vi: Giữa kì/, test: giua-ki&/; s/, title: {vi: Cuối kì/, test: cuoi-ki&/' "$profile/forms/levels-of-teacher.yml"
    printf 'approvals:\n  - {by: [principal], basis: "004 Đ3.5"}\n'
  } > .hoso/kinds/class-gradebook.yml
  cp "$profile/kinds/gradebook-remark.yml" .hoso/kinds/
  grep -e so-diem-giao-vien -e 'so-diem/{subject}' -e nhan-xet-so-diem "$profile/access.csv" >> .hoso/access.csv
}

# marks FILE: a mid-term mark, a final mark and a level for each pupil.
marks() { awk -F, -v OFS=, 'NR > 1 { $2 = 6 + NR % 3; $3 = 7 + NR % 3; $4 = "H" } 1' "$1" > "$HOME/marks" && cp "$HOME/marks" "$1"; }

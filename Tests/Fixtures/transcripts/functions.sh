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

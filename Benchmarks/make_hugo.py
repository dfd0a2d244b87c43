#!/usr/bin/env python3
"""Turns a school's checked-out files into a Hugo site with one page a record and nothing else."""

import csv
import sys
from pathlib import Path

CONFIG = """\
baseURL = "https://thachlam.example/"
title = "Trường Tiểu học Thạch Lam"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
[markup.goldmark.renderer]
unsafe = true
"""
PAGE = """\
<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{ .File.ContentBaseName }}</title></head>
<body><main><dl>{{ range $name, $value := .Params }}<dt>{{ $name }}</dt><dd>{{ $value }}</dd>{{ end }}</dl>
{{ .Content }}</main></body>
</html>
"""
HOME = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head></html>\n"""


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows.insert(1, ["---"] * len(rows[0]))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def main():
    school, site = map(Path, sys.argv[1:])
    layouts = site / "layouts"
    (layouts / "_default").mkdir(parents=True)
    (layouts / "index.html").write_text(HOME, encoding="utf-8")
    (layouts / "_default/single.html").write_text(PAGE, encoding="utf-8")
    (site / "config.toml").write_text(CONFIG, encoding="utf-8")
    for year in sorted(school.glob("[0-9]*")):
        for path in sorted(year.rglob("*.*")):
            target = (site / "content" / path.relative_to(school)).with_suffix(".md")
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".md":
                target.write_bytes(path.read_bytes())
            elif path.suffix == ".csv":
                target.write_text(table(path), encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes the history of an invented school as a stream for `git fast-import`.

The same arguments and the same rule files give the same bytes. Records are lesson plans of about 3.7 KB and, four in a
thousand, class lists and gradebooks; each has about 1.7 commits, by its owner, at times at which teachers work.
"""

import argparse
import datetime
import re
import sys
import unicodedata
from pathlib import Path

from words import ADJUSTMENTS, FEMALE, MALE, MIDDLE, PUPIL, SUBJECTS, SURNAMES, TEACHER, THINGS, TOPICS, VARIANTS
from words import AIMS, QUALITIES, TOOLS, WORDS

ZONE = 7 * 3600
# Records: (teachers, school years). One year: `hoso build` makes the site of a year, and Hugo is given the same records.
SIZES = {1_000: (12, ["2024-2025"]), 10_000: (40, ["2024-2025"]), 30_000: (60, ["2024-2025"])}
# First Monday of teaching; holidays of the year.
CALENDARS = {
    "2024-2025": ("2024-09-09", [
        ("tet-duong-lich", "Nghỉ Tết Dương lịch", "2025-01-01", "2025-01-01"),
        ("tet", "Nghỉ Tết Nguyên đán", "2025-01-27", "2025-02-07"),
        ("gio-to", "Nghỉ Giỗ Tổ Hùng Vương", "2025-04-07", "2025-04-07"),
        ("chien-thang", "Nghỉ Ngày Chiến thắng", "2025-04-30", "2025-05-02")]),
}
WEEKS = 35
DAY = datetime.timedelta(days=1)


class Dice:
    """Pseudo-random choices that stay the same in every version of Python: SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ (mixed >> 31)) % limit

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def some(self, items, count):
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(count)]


def ascii_slug(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class Person:
    def __init__(self, name, taken, roles, team):
        parts = ascii_slug(name).split("-")
        initials = "".join(part[0] for part in parts)
        self.id = initials
        number = 1
        while self.id in taken:
            number += 1
            self.id = f"{initials}{number}"
        taken.add(self.id)
        mark = "" if number == 1 else str(number)
        self.email = f"{parts[-1]}.{initials[:-1]}{mark}@thachlam.example"
        self.name, self.roles, self.team = name, roles, team
        self.lessons = []  # (class, subject)


class School:
    """People, classes, subjects and calendars, and the rule files that say so."""

    def __init__(self, teachers, years, dice):
        self.years = years
        taken, names = set(), set()

        def person(roles, team=None):
            while True:
                given = dice.pick(FEMALE if dice.below(4) else MALE)
                name = f"{dice.pick(SURNAMES)} {dice.pick(MIDDLE)} {given}"
                if name not in names:
                    names.add(name)
                    return Person(name, taken, roles, team)

        self.principal, self.deputy = person("principal"), person("vice-principal")
        self.admin, self.clerk = person("admin"), person("clerk")
        homeroom_count = teachers * 3 // 4
        self.teams = [(f"to-{grade}", f"Tổ {grade}") for grade in range(1, 6)] + [("to-bo-mon", "Tổ Bộ môn")]
        self.classes, self.teachers, heads = [], [], {}
        for index in range(homeroom_count):
            grade = index * 5 // homeroom_count + 1
            letter = "abcdefghik"[sum(1 for known in self.classes if known[2] == grade)]
            team = f"to-{grade}"
            teacher = person("teacher" if team in heads else "head-of-team teacher", team)
            heads.setdefault(team, teacher)
            name = f"{grade}{letter}"
            self.classes.append((name, f"Lớp {name.upper()}", grade, teacher))
            self.teachers.append(teacher)
        specialists = []
        for index in range(teachers - homeroom_count):
            teacher = person("head-of-team teacher" if index == 0 else "teacher", "to-bo-mon")
            specialists.append(teacher)
        heads["to-bo-mon"] = specialists[0]
        self.teachers += specialists
        self.heads = heads
        groups = [["tieng-anh", "tin-hoc"], ["gdtc"], ["am-nhac", "mi-thuat"]]
        self.assignments = []
        for index, (name, _, grade, homeroom) in enumerate(self.classes):
            for subject, first, last, periods in SUBJECTS:
                if not first <= grade <= last:
                    continue
                teacher = homeroom
                for number, group in enumerate(groups):
                    if subject in group:
                        fitting = specialists[number::len(groups)]
                        teacher = fitting[index % len(fitting)]
                teacher.lessons.append((name, subject))
                self.assignments.append((teacher.id, name, subject, periods))
        self.calendars = {year: self.calendar(year) for year in years}

    def calendar(self, year):
        """Weeks as (number, first day, last day), and the days off."""
        first, holidays = CALENDARS[year]
        monday = datetime.date.fromisoformat(first)
        off = set()
        for _, _, start, end in holidays:
            day = datetime.date.fromisoformat(start)
            while day <= datetime.date.fromisoformat(end):
                off.add(day)
                day += DAY
        weeks = []
        while len(weeks) < WEEKS:
            if any(monday + offset * DAY not in off for offset in range(5)):
                weeks.append((len(weeks) + 1, monday, monday + 4 * DAY))
            monday += 7 * DAY
        return weeks, holidays, off

    def rule_files(self, shape, signers):
        """Paths and texts of `.hoso/`; what does not name people comes from `shape`, the sample school's folder."""
        files = {}
        for path in sorted(shape.glob("kinds/*.yml")):
            files[f"kinds/{path.name}"] = path.read_text(encoding="utf-8")
        for name in ("access.csv", "subjects.csv"):
            files[name] = (shape / name).read_text(encoding="utf-8")
        school = (shape / "school.yml").read_text(encoding="utf-8")
        for key, value in (("id", "th-thach-lam"), ("name", "Trường Tiểu học Thạch Lam"), ("year", self.years[-1])):
            school = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", school)
        files["school.yml"] = school
        staff = [self.principal, self.deputy, self.admin, self.clerk] + self.teachers
        files["people.csv"] = "id,name,email,roles,team,from,to\n" + "".join(
            f"{who.id},{who.name},{who.email},{who.roles},{who.team or ''},2019-08-01,\n" for who in staff)
        files["teams.csv"] = "id,title,head\n" + "".join(
            f"{team},{title},{self.heads[team].id}\n" for team, title in self.teams)
        files["classes.csv"] = "id,title,grade,homeroom\n" + "".join(
            f"{name},{title},{grade},{teacher.id}\n" for name, title, grade, teacher in self.classes)
        for year in self.years:
            weeks, holidays, _ = self.calendars[year]
            turn = weeks[17][2] + 2 * DAY
            lines = [
                f"term,1,Học kì I,{weeks[0][1] - 4 * DAY},{turn},",
                f"term,2,Học kì II,{turn + DAY},{weeks[-1][2]},"]
            lines += [f"week,{number},Tuần {number},{start},{end}," for number, start, end in weeks]
            lines += [f"holiday,{name},{title},{start},{end}," for name, title, start, end in holidays]
            files[f"calendar/{year}.csv"] = "type,id,title,from,to,mode\n" + "\n".join(lines) + "\n"
            files[f"assignments/{year}.csv"] = "person,class,subject,periods\n" + "".join(
                f"{','.join(map(str, line))}\n" for line in self.assignments)
        files["allowed_signers"] = signers
        return {f".hoso/{path}": text for path, text in files.items()}


class Plan:
    """A lesson plan: its text up to section 4, and what its commits add there."""

    def __init__(self, year, week, day, teacher, lesson, number, dice):
        name, subject = lesson
        self.author, self.day, self.start = teacher, day, week[1]
        topic = dice.pick(TOPICS[subject])
        title = f"Bài {number}. {topic}{dice.pick(VARIANTS)}"
        slug = ascii_slug(f"{subject}-{name}-{title}")
        self.path = f"{year}/ke-hoach-bai-day/{teacher.team}/{teacher.id}/tuan-{week[0]:02}/{slug}.md"
        self.subject = f"tuần {week[0]}, {subject} {name}"
        self.text = self.compose(subject, name, title, topic.lower(), week[0], day, dice)
        self.adjustments = []
        self.dice = dice

    @staticmethod
    def compose(subject, name, title, topic, week, day, dice):
        def fill(template):
            out = []
            for piece in re.split(r"(\{\w+\})", template):
                if piece == "{n}":
                    out.append(str(dice.between(2, 98)))
                elif piece == "{topic}":
                    out.append(topic)
                elif piece.startswith("{"):
                    out.append(dice.pick(WORDS[piece[1:-1]] if piece != "{thing}" else THINGS[subject]))
                else:
                    out.append(piece)
            return "".join(out)

        lines = [
            "---", f"mon: {subject}", f"lop: {name}", f"bai: {title}", f"so-tiet: {dice.between(1, 2)}",
            f"tuan: {week}", f"ngay-day: {day}", "---", "", f"# {title}", "", "## 1. Yêu cầu cần đạt", ""]
        lines += [f"- {fill(aim)}" for aim in dice.some(AIMS, 3)] + [f"- {fill(dice.pick(QUALITIES))}"]
        tools = dice.some(TOOLS, 5)
        lines += [
            "", "## 2. Đồ dùng dạy học", "", f"- Giáo viên: {fill('; '.join(tools[:3]))}.",
            f"- Học sinh: {fill('; '.join(tools[3:]))}.", "", "## 3. Các hoạt động dạy học chủ yếu"]
        opening, closing = dice.between(3, 6), dice.between(3, 6)
        learning = dice.between(10, 14) if dice.below(5) else 0
        parts = [("3.1. Mở đầu", opening, 1), ("3.2. Hình thành kiến thức mới", learning, 2),
                 ("3.3. Luyện tập, thực hành", 35 - opening - closing - learning, dice.between(2, 3) if learning else 4),
                 ("3.4. Vận dụng, trải nghiệm", closing, 1)]
        for heading, minutes, rows in parts:
            if not minutes:
                continue
            lines += ["", f"### {heading} ({minutes} phút)", "",
                      "| Hoạt động của giáo viên | Hoạt động của học sinh |", "| --- | --- |"]
            for _ in range(rows):
                teacher = "<br>".join(fill(step) for step in dice.some(TEACHER, dice.between(1, 3)))
                pupils = "<br>".join(fill(step) for step in dice.some(PUPIL, dice.between(1, 2)))
                lines.append(f"| {teacher} | {pupils} |")
        lines += ["", "## 4. Điều chỉnh sau bài dạy", ""]
        return "\n".join(lines)

    def edit(self):
        """Writes down what was learned, or says more about it."""
        dice = self.dice
        sentence = dice.pick(ADJUSTMENTS).replace("{n}", str(dice.between(2, 9)))
        self.adjustments.append(sentence.replace("{thing}", dice.pick(WORDS["habit"])))

    def content(self):
        return self.text + ("\n" + " ".join(self.adjustments) + "\n" if self.adjustments else "")

    created_message = property(lambda self: f"Nộp kế hoạch bài dạy {self.subject}")
    edited_message = property(lambda self: f"Điều chỉnh sau bài dạy {self.subject}")

    def times(self, edits, dice):
        """When it was handed in, in the week before, and when it was edited, in the days after the lesson."""
        moments = [(self.start - dice.between(2, 6) * DAY, dice)]
        moments += [(self.day + dice.between(0, 4) * DAY, dice) for _ in range(edits)]
        return moments


class ClassList:
    def __init__(self, year, school_class, dice):
        self.name, self.title, self.grade, self.author = school_class
        self.path = f"{year}/lop/{self.name}/danh-sach.csv"
        self.day = datetime.date.fromisoformat(CALENDARS[year][0])
        born = int(year[:4]) - 5 - self.grade
        self.rows = []
        for number in range(1, dice.between(26, 36) + 1):
            female = dice.below(2)
            name = f"{dice.pick(SURNAMES)} {dice.pick(MIDDLE)} {dice.pick(FEMALE if female else MALE)}"
            day = f"{born}-{dice.between(1, 12):02}-{dice.between(1, 28):02}"
            self.rows.append([f"{self.name}-{number:02}", name, day, "Nữ" if female else "Nam"])
        self.dice = dice

    def edit(self):
        row = self.dice.pick(self.rows)
        before = row[2]
        while row[2] == before:
            row[2] = before[:8] + f"{self.dice.between(1, 28):02}"

    def content(self):
        return "ma,ho-ten,ngay-sinh,gioi-tinh\n" + "".join(",".join(row) + "\n" for row in self.rows)

    created_message = property(lambda self: f"Lập danh sách lớp {self.name}")
    edited_message = property(lambda self: f"Sửa ngày sinh trong danh sách lớp {self.name}")

    def times(self, edits, dice):
        return [(self.day + (7 * index) * DAY, dice) for index in range(edits + 1)]


class Gradebook(ClassList):
    """The marks of a term for the pupils of a class list."""

    def __init__(self, year, pupils, term, columns, dice):
        self.name, self.author, self.columns, self.dice = pupils.name, pupils.author, columns, dice
        self.term = ("I", "II")[term - 1]
        self.path = f"{year}/lop/{self.name}/so-diem/hoc-ki-{term}.csv"
        self.day = pupils.day + (110, 230)[term - 1] * DAY
        self.rows = [[row[0]] + [self.mark(column) for column in columns[1:]] for row in pupils.rows]

    def mark(self, column):
        _, marks = column
        return self.dice.pick(marks) if marks else str(self.dice.between(4, 10))

    def edit(self):
        place = self.dice.between(1, len(self.columns) - 1)
        row = self.dice.pick(self.rows)
        before = row[place]
        while row[place] == before:
            row[place] = self.mark(self.columns[place])

    def content(self):
        return ",".join(name for name, _ in self.columns) + "\n" + "".join(",".join(row) + "\n" for row in self.rows)

    created_message = property(lambda self: f"Vào sổ điểm lớp {self.name}, học kì {self.term}")
    edited_message = property(lambda self: f"Sửa sổ điểm lớp {self.name}, học kì {self.term}")


def gradebook_columns(shape):
    """The columns of the kind, with the allowed marks where it lists them."""
    columns = []
    for line in (shape / "kinds/class-gradebook.yml").read_text(encoding="utf-8").splitlines():
        if found := re.match(r"\s*- \{name: ([a-z0-9-]+)", line):
            marks = re.search(r"enum: \[(.*?)\]", line)
            columns.append((found[1], [mark.strip() for mark in marks[1].split(",")] if marks else None))
    return columns


def make_records(school, count, shape, dice):
    tables = count // 250
    plans = count - tables
    years = len(school.years)
    columns = gradebook_columns(shape)
    records = []
    cells = [(year, week, teacher) for year in school.years for week in school.calendars[year][0]
             for teacher in school.teachers]
    numbers = {}
    for index, (year, week, teacher) in enumerate(cells):
        days = [week[1] + offset * DAY for offset in range(5) if week[1] + offset * DAY not in school.calendars[year][2]]
        # Spread evenly, whatever the remainder.
        for _ in range((index + 1) * plans // len(cells) - index * plans // len(cells)):
            lesson = dice.pick(teacher.lessons)
            number = numbers[year, lesson] = numbers.get((year, lesson), 0) + 1
            records.append(Plan(year, week, dice.pick(days), teacher, lesson, number, Dice(dice.below(1 << 62))))
    for year in school.years:
        files = []
        for school_class in school.classes:
            pupils = ClassList(year, school_class, Dice(dice.below(1 << 62)))
            files.append(pupils)
            files += [Gradebook(year, pupils, term, columns, Dice(dice.below(1 << 62))) for term in (1, 2)]
        records += files[:tables // years]
    return records


def evening(day, dice):
    """Seconds since 1970 of a moment on `day` at which a teacher is at the desk."""
    hour = dice.pick([7, 11, 12, 16, 17, 19, 19, 20, 20, 20, 21, 21, 22])
    midnight = (day - datetime.date(1970, 1, 1)).days * 86_400
    return midnight + hour * 3600 + dice.below(3600) - ZONE


def make_events(records, dice):
    """Commits as (time, order, records changed), oldest first; two in a hundred hand in a second plan with the first."""
    events, partner = [], None
    for order, record in enumerate(records):
        edits = [0] * 48 + [1] * 36 + [2] * 14 + [3] * 2
        moments = [evening(day, roll) for day, roll in record.times(dice.pick(edits), dice)]
        moments.sort()
        shared = partner and partner[1].path.rsplit("/", 1)[0] == record.path.rsplit("/", 1)[0] and not dice.below(44)
        if shared and partner[0] <= (moments[1] if len(moments) > 1 else partner[0]):
            partner[2].append(record)
        else:
            event = (moments[0], order, [record])
            events.append(event)
            partner = (moments[0], record, event[2])
        events += [(moment, order, [record]) for moment in moments[1:]]
    # A record's creation sorts before its edits: its time is the earliest, and `sort` keeps the order of equals.
    events.sort(key=lambda event: event[:2])
    return events


def write_stream(out, school, rules, events):
    created = set()

    def commit(person, time, message, files):
        who = f"{person.name} <{person.email}> {time} +0700"
        text = message.encode()
        out.write(f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {len(text)}\n".encode() + text + b"\n")
        for path, content in files:
            content = content.encode()
            out.write(f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n")

    first = evening(datetime.date(int(school.years[0][:4]), 8, 1), Dice(0))
    commit(school.admin, first, "Đặt quy chế hồ sơ điện tử của trường\n", sorted(rules.items()))
    for time, _, changed in events:
        if changed[0].path in created:
            changed[0].edit()
            message = changed[0].edited_message
        else:
            created.update(record.path for record in changed)
            message = changed[0].created_message
        commit(changed[0].author, time, message + "\n", [(record.path, record.content()) for record in changed])
    out.write(b"done\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, choices=SIZES, required=True)
    parser.add_argument("--shape", type=Path, required=True, help="a .hoso folder, for kinds, access and subjects")
    parser.add_argument("--public-key", type=Path, required=True, help="ssh key of the first teacher")
    parser.add_argument("--facts", type=Path, required=True, help="written: shell variables about that teacher")
    arguments = parser.parse_args()

    dice = Dice(arguments.records)
    teachers, years = SIZES[arguments.records]
    school = School(teachers, years, dice)
    records = make_records(school, arguments.records, arguments.shape, dice)
    assert len({record.path for record in records}) == arguments.records
    events = make_events(records, dice)

    signer = school.teachers[0]
    key = arguments.public_key.read_text().split()
    rules = school.rule_files(arguments.shape, f'{signer.email} namespaces="git" {key[0]} {key[1]}\n')
    own = [record.path for record in records if record.author is signer and record.path.endswith(".md")]
    arguments.facts.write_text(
        f"PERSON={signer.id}\nEMAIL={signer.email}\nNAME='{signer.name}'\nRECORD={own[-1]}\n"
        f"COMMITS_IN_ALL={len(events) + 1}\n")
    write_stream(sys.stdout.buffer, school, rules, events)


if __name__ == "__main__":
    main()

"""The programme of a pair or group as a paper: title page, goals, plan of meetings, log, the mentor's final report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, tidy
from mentoring_xl.documents.declension import initials
from mentoring_xl.documents.orders.texts import said
from mentoring_xl.documents.paper import (
    Acquainted,
    Align,
    Gap,
    Grid,
    Item,
    Items,
    NewPage,
    Paper,
    Signature,
    Text,
)
from mentoring_xl.documents.school import LINE, file_name, heading
from mentoring_xl.schema.texts_programmes import ITEM, PREAMBLE, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Block
    from mentoring_xl.documents.school import School
    from mentoring_xl.schema.tables import Meeting, Programme

FOLDER = "Программы"
_TITLE_GAPS = 6
_RULE = "_" * 60
_PLAN = ("№", "Вид встречи", "Тема", "Дата по плану")
_LOG = ("№", "Дата", "Вид встречи", "Тема", "Итог", "Продвижение, 1–10")


@dataclass(frozen=True)
class Side:
    """One participant. about: post or class."""

    full_name: str
    about: str = ""

    def __str__(self) -> str:
        return f"{self.full_name}, {self.about}" if self.about else self.full_name


@dataclass(frozen=True)
class Course:
    """A programme with its people and meetings. texts, report: the wording of its two parts."""

    programme: Programme
    mentors: tuple[Side, ...]
    mentees: tuple[Side, ...]
    meetings: tuple[Meeting, ...]
    texts: tuple[FilledText, ...]
    report: tuple[FilledText, ...]

    @property
    def period(self) -> str:
        """«с 07.09.2026 по 31.05.2027», lines to fill in where a date is missing."""
        starts, ends = self.programme.starts, self.programme.ends
        return f"с {_day(starts)} по {_day(ends)}"

    @property
    def mentee_title(self) -> str:
        """How the mentees are called."""
        return "Наставляемые" if len(self.mentees) > 1 else "Наставляемый"


def programme_paper(course: Course, school: School) -> Paper:
    """Return the whole paper; the file is named by codes, a missing word or date is a line to fill in."""
    title = " ".join(said(course.texts, TITLE))
    dated = sorted(course.meetings, key=lambda meeting: meeting.held or meeting.planned or dt.date.max)
    blocks = (
        *_title_page(course, school, title),
        NewPage(),
        *_body(course),
        *_plan(dated),
        Gap(),
        Acquainted("С программой ознакомлены:", tuple(one.full_name for one in (*course.mentors, *course.mentees))),
        NewPage(),
        *_log(dated),
        NewPage(),
        *_report(course, dated),
    )
    code = tidy(course.programme.pair_code)
    return Paper(FOLDER, file_name(f"Программа {code.replace('/', ' ')}"), f"{title}: {code}", blocks)


def _title_page(course: Course, school: School, title: str) -> Iterator[Block]:
    yield Text(school.headed, Align.CENTER, indent=False)
    yield Gap()
    yield school.approved()
    yield from (Gap() for _ in range(_TITLE_GAPS))
    yield heading(title.upper())
    if course.programme.form:
        yield Text(f"Форма наставничества: {course.programme.form}", Align.CENTER, indent=False)
    yield Gap()
    yield Text(f"Наставник: {_named(course.mentors)}", Align.LEFT, indent=False)
    yield Text(f"{course.mentee_title}: {_named(course.mentees)}", Align.LEFT, indent=False)
    yield Text(f"Срок реализации: {course.period}", Align.LEFT, indent=False)


def _body(course: Course) -> Iterator[Block]:
    row = course.programme
    yield from (Text(text) for text in said(course.texts, PREAMBLE))
    yield from _section("1. Цель", (row.goal,))
    yield from _section("2. Дефициты и трудности", row.deficits.split(";"))
    yield from _section("3. Задачи", row.tasks.splitlines())
    yield from _section("4. Ожидаемые результаты", said(course.texts, ITEM))


def _section(title: str, texts: Iterable[str]) -> Iterator[Block]:
    """Yield one text as a paragraph, several as numbered items, a line to write on when there is none."""
    found = tuple(filter(None, map(tidy, texts)))
    yield Gap()
    yield Text(title, Align.LEFT, bold=True, indent=False, close=True)
    if len(found) > 1:
        yield Items(tuple(map(Item, found)))
    else:
        yield Text(found[0] if found else _RULE)


def _plan(meetings: Iterable[Meeting]) -> Iterator[Block]:
    rows = tuple(
        (str(number), meeting.kind, tidy(meeting.topic), _day(meeting.planned or meeting.held))
        for number, meeting in enumerate(meetings, 1)
    )
    yield Gap()
    yield Text("5. План встреч", Align.LEFT, bold=True, indent=False, close=True)
    yield Grid(_PLAN, rows or (("", "", "", ""),), (0.07, 0.25, 0.48, 0.2))


def _log(meetings: Iterable[Meeting]) -> Iterator[Block]:
    """Yield the log: what has been held is filled in, a meeting to come is a row to write in."""
    rows = tuple(
        (
            str(number),
            date_text(meeting.held) if meeting.held else "",
            meeting.kind,
            tidy(meeting.topic),
            tidy(meeting.outcome),
            str(meeting.progress or ""),
        )
        for number, meeting in enumerate(meetings, 1)
    )
    yield heading("Журнал встреч")
    yield Gap()
    yield Grid(_LOG, rows or (("",) * len(_LOG),), (0.05, 0.14, 0.2, 0.21, 0.24, 0.16))


def _report(course: Course, meetings: Iterable[Meeting]) -> Iterator[Block]:
    held = [meeting for meeting in meetings if meeting.held]
    marks = [meeting.progress for meeting in held if meeting.progress]
    yield heading(" ".join(said(course.report, TITLE)))
    yield Gap()
    yield Text(f"Наставник: {_named(course.mentors)}", Align.LEFT, indent=False)
    yield Text(f"{course.mentee_title}: {_named(course.mentees)}", Align.LEFT, indent=False)
    yield Text(f"Срок: {course.period}", Align.LEFT, indent=False)
    count = counted(len(held), "встреча", "встречи", "встреч")
    yield Text(f"Проведено: {count}{_progress(marks)}.", Align.LEFT, indent=False)
    if tidy(course.programme.results):
        yield Text(f"Итоги: {tidy(course.programme.results)}", Align.LEFT, indent=False)
    yield Gap()
    for number, question in enumerate(said(course.report, ITEM), 1):
        yield Text(f"{number}. {question}", close=True)
        yield Text(_RULE, indent=False, close=True)
        yield Text(_RULE, indent=False)
    yield Gap()
    for mentor in course.mentors:
        yield Signature("Наставник", initials(mentor.full_name))


def _progress(marks: Sequence[int]) -> str:
    """Return «, продвижение – от 4 до 8 из 10»: the first mark and the last."""
    if not marks:
        return ""
    span = f"от {marks[0]} до {marks[-1]}" if marks[0] != marks[-1] else str(marks[0])
    return f", продвижение – {span} из 10"


def _named(sides: Iterable[Side]) -> str:
    return "; ".join(map(str, sides)) or LINE


def _day(day: dt.date | None) -> str:
    return date_text(day) if day else LINE

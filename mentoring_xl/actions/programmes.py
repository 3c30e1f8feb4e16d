"""«Создать программы»: a programme and its meetings for every working pair or group that has none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import Place
from mentoring_xl.core.edit import Append, Edit, Put
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted, fold
from mentoring_xl.documents.programmes.draft import PAIR_TEXTS, PAIR_WORDS, dates, words
from mentoring_xl.documents.programmes.texts import unknown_words
from mentoring_xl.matching.ledger import joined_key
from mentoring_xl.roadmap.period import period_in
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.programmes import DRAFT
from mentoring_xl.schema.tables import Meeting, Mentee, Mentor, PaperText, Programme, Setting

from .couples import codes_of, couples, known_codes, narrowed, refusals, working
from .meetings import new_meetings, on_closed_days
from .parties import Banks
from .people import by_code, pair_names, together
from .programme_findings import programme_findings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.deadlines import Plan
    from mentoring_xl.documents.programmes.draft import Couple
    from mentoring_xl.schema.tables import Pair

_STEPS = 3


@dataclass(frozen=True)
class Work:
    """One couple and the row of its programme: before the press (None when it had none) and after it, at its place."""

    couple: Couple
    old: Programme | None
    row: Programme


def create_programmes(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Append a programme for each working pair or group without one, and the kinds of meetings it has none of.

    Of drafts only blank cells are filled; other programmes stay as they are. Meetings are planned from today on, on
    school days, no two of one person on a day. Findings: pairs refused, programmes, texts, then meetings.
    """
    progress("Программы", 1, _STEPS)
    settings = Settings(tables[Setting])
    plan = period_in(tables, today).plan
    pairs = working(tables)
    banks = Banks(tables, settings, today)
    refused = refusals(pairs, banks)
    able = couples((pair for pair in pairs if joined_key(pair) not in refused), banks)
    progress("Программы", 2, _STEPS)
    drawn = _drawn(tables, able, banks, _Dates(plan, today, settings.whole("programme_months_to")))
    progress("Программы", 3, _STEPS)
    met = new_meetings(tables, drawn, plan, today, settings)
    names = by_code("full_name", tables[Mentee], tables[Mentor])
    edits = (*_programmes(tables[Programme], drawn, names), *_meetings(tables[Meeting], met.rows, names))
    findings = (
        *_refused(refused, tables, pairs),
        *programme_findings(tables, drawn, pairs, plan, settings),
        *unknown_words(tables[PaperText], dict.fromkeys(PAIR_TEXTS, PAIR_WORDS)),
        *met.findings,
        *on_closed_days(tables[Meeting], plan, today, settings),
    )
    return Outcome(edits, findings, _summary(drawn, len(met.rows), len(refused)))


def check_programmes(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Find what «Создать программы» would find, and make no edit."""
    return Outcome((), create_programmes(tables, today, progress).findings)


@dataclass(frozen=True)
class _Dates:
    plan: Plan
    today: dt.date
    longest: int

    def of(self, couple: Couple, starts: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
        return dates(couple, self.plan, self.today, self.longest, starts)


def _drawn(tables: Tables, able: Sequence[Couple], banks: Banks, period: _Dates) -> tuple[Work, ...]:
    """Return the programmes of the couples, those that have one first."""
    works: list[Work] = []
    covered: set[str] = set()
    known = known_codes(pair for couple in able for pair in couple.pairs)
    for old in tables[Programme]:
        named = codes_of(old.pair_code, known) - covered
        mine = next((found for couple in able if (found := narrowed(couple, named, banks))), None)
        covered |= named
        if mine:
            works.append(Work(mine, old, _filled(old, mine, tables[PaperText], period)))
    for couple in able:
        rest = narrowed(couple, {joined_key(pair) for pair in couple.pairs} - covered, banks)
        if rest:
            place = _place(tables[Programme], sum(work.old is None for work in works))
            new = Programme(at=place, pair_code=rest.code)
            works.append(Work(rest, None, _filled(new, rest, tables[PaperText], period)))
    return tuple(works)


def _place(rows: Sequence[Programme], added: int) -> Place:
    """Return where the book will lay a new row, `added` others before it, so that findings name its cells."""
    last = max((row.at for row in rows if row.at), key=lambda place: place.row, default=None)
    top = last or Place(Programme.spec.sheet, Programme.spec.head)
    return Place(top.sheet, top.row + 1 + added, top.columns)


def _filled(row: Programme, couple: Couple, texts: Sequence[PaperText], period: _Dates) -> Programme:
    """Fill the blank cells of a new row or of a draft; a row in another state is returned as it is."""
    if fold(row.state) not in {"", DRAFT}:
        return row
    starts, ends = period.of(couple, row.starts)
    found = {**words(couple, texts), "starts": starts, "ends": ends, "state": DRAFT}
    return row.but(**{name: value for name, value in found.items() if value and not row.holds(name)})


def _programmes(rows: Sequence[Programme], works: Iterable[Work], names: dict[str, str]) -> Iterator[Edit]:
    number = max((row.number or 0 for row in rows), default=0)
    added: list[Programme] = []
    for work in works:
        mentees, mentors = pair_names(work.row.pair_code, names)
        row = work.row.but(mentee_name=mentees, mentor_name=mentors)
        if work.old is None:
            number += 1
            added.append(row.but(number=number))
        elif work.row != work.old:
            changed = {name: value for name, value in row.values().items() if value != getattr(work.old, name)}
            yield Put(work.old, changed)
    if added:
        yield Append(Programme, tuple(added))


def _meetings(rows: Sequence[Meeting], new: Iterable[Meeting], names: dict[str, str]) -> Iterator[Edit]:
    number = max((row.number or 0 for row in rows), default=0)
    added = []
    for place, row in enumerate(new, number + 1):
        mentees, mentors = pair_names(row.pair_code, names)
        added.append(row.but(number=place, names=together(mentors, mentees)))
    if added:
        yield Append(Meeting, tuple(added))


def _refused(refused: dict[str, Finding], tables: Tables, pairs: tuple[Pair, ...]) -> Iterator[Finding]:
    """Yield why a pair gets no programme, unless it has one already."""
    known = known_codes(pairs)
    covered = {code for row in tables[Programme] for code in codes_of(row.pair_code, known)}
    yield from (finding for code, finding in refused.items() if code not in covered)


def _summary(works: Iterable[Work], meetings: int, refused: int) -> tuple[str, ...]:
    known = tuple(works)
    added = sum(work.old is None for work in known)
    said = []
    if added:
        said.append(f"Новых программ: {added}. Проверьте цели и задачи на листе «Программы».")
    elif known:
        said.append("Новых программ нет: у действующих пар они есть.")
    elif not refused:
        said.append("Действующих пар нет: согласуйте пары на листе «Пары».")
    if meetings:
        said.append(f"Запланировано: {counted(meetings, 'встреча', 'встречи', 'встреч')} на листе «Встречи».")
    if refused:
        said.append(f"Без программы из-за согласий или кодов: {counted(refused, 'пара', 'пары', 'пар')}.")
    return tuple(said)

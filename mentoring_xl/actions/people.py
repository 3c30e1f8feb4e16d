"""«Проверить людей»: the banks, the staff list, the consents, the answers and the preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import people, surveys
from mentoring_xl.core.cell import index
from mentoring_xl.core.edit import Put
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import code_key, counted, split_list, tidy
from mentoring_xl.people import ages, consents, duplicates, lapses, members, names, references, required
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import (
    Answer,
    Consent,
    Employee,
    Meeting,
    Mentee,
    Mentor,
    Pair,
    Preference,
    Programme,
    Publication,
    Question,
    Setting,
)
from mentoring_xl.surveys.answers import misfits, unsigned

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.table import Row
    from mentoring_xl.people import Standing

_READ: tuple[type[Row], ...] = (Employee, Mentee, Mentor, Consent, Question, Answer, Preference, Pair, Publication)
_ONLY_CODES = (Pair, Publication)


def check_people(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Check everything about people and fill the names, dates and states that follow from codes.

    Findings stand in the order of the sheets, then rows, then columns. Rows with nothing but a running number are
    passed over. Edits are Puts of program columns, only of rows that change.
    """
    settings = Settings(tables[Setting])
    given = {table: filter(members.filled, tables[table]) for table in _READ if table in tables}
    rows = Tables(dict.fromkeys(_READ, ())).but(given)
    findings: list[Finding] = []
    for done, (what, found) in enumerate(_CHECKS):
        progress(what, done, len(_CHECKS))
        findings += found(rows, settings, today)
    standing = people.standing((*tables[Mentee], *tables[Mentor]), tables[Consent], settings, today)
    return Outcome(
        tuple(_puts(tables, standing, today)),
        tuple(sorted(findings, key=_sheet_order(rows))),
        _summary(rows, standing, today),
    )


def _cells(rows: Tables, settings: Settings, today: dt.date) -> Iterator[Finding]:
    opinions = unsigned(rows[Question])
    for table in _READ:
        if table not in _ONLY_CODES:
            yield from required.empty_cells(rows[table], opinions)
            yield from required.outside_lists(rows[table])


def _codes(rows: Tables, settings: Settings, today: dt.date) -> Iterator[Finding]:
    yield from references.duplicate_codes(rows[Employee])
    yield from references.duplicate_codes(rows[Mentee], rows[Mentor])
    yield from references.duplicate_codes(rows[Question])
    yield from references.ambiguous_codes((*rows[Mentee], *rows[Mentor]))
    yield from references.lost_codes(rows)
    yield from references.own_heads(rows[Employee])


def _names(rows: Tables, settings: Settings, today: dt.date) -> Iterator[Finding]:
    for bank in (rows[Employee], rows[Mentee], rows[Mentor]):
        yield from names.odd_names(bank)
        yield from duplicates.typed_twice(bank)


def _ages(rows: Tables, settings: Settings, today: dt.date) -> Iterator[Finding]:
    everybody: tuple[Mentee | Mentor | Employee, ...] = (*rows[Employee], *rows[Mentee], *rows[Mentor])
    banks: tuple[Mentee | Mentor, ...] = (*rows[Mentee], *rows[Mentor])
    yield from ages.ages(banks, settings, today)
    yield from ages.service(everybody, settings)
    yield from ages.capacities(rows[Mentor], settings)
    yield from ages.classes(everybody)
    yield from ages.periods(banks)


def _consents(rows: Tables, settings: Settings, today: dt.date) -> Iterator[Finding]:
    yield from lapses.lapses((*rows[Mentee], *rows[Mentor]), rows[Consent], settings, today)
    yield from lapses.odd_consents(rows[Consent])
    everybody: tuple[Mentee | Mentor, ...] = (*rows[Mentee], *rows[Mentor])
    yield from lapses.leavers(everybody, rows[Consent], today)
    yield from lapses.unpublishable(rows[Publication], everybody, rows[Consent], settings, today)


def _surveys(rows: Tables, settings: Settings, today: dt.date) -> Iterator[Finding]:
    yield from misfits(rows[Question], rows[Answer])
    yield from surveys.wishes(rows[Preference], rows[Mentee], rows[Mentor]).findings


_CHECKS = (
    ("Ячейки", _cells),
    ("Коды", _codes),
    ("Имена", _names),
    ("Возраст и стаж", _ages),
    ("Согласия", _consents),
    ("Анкеты", _surveys),
)


def _puts(tables: Tables, standing: Mapping[str, Standing], today: dt.date) -> Iterator[Put]:
    """Yield the rows whose program columns change; a code that names nobody leaves them blank."""
    bank = by_code("full_name", tables[Mentee], tables[Mentor])
    everybody = by_code("full_name", tables[Mentee], tables[Mentor], tables[Employee])
    questions = by_code("text", tables[Question])
    for mentee in tables[Mentee]:
        missing = _missing(mentee, standing, today)
        yield from _put(mentee, consent_on=standing[mentee.code].data_consent, missing=missing)
    for mentor in tables[Mentor]:
        his = standing[mentor.code]
        missing = _missing(mentor, standing, today)
        yield from _put(mentor, consent_on=his.data_consent, agreement_on=his.agreement, missing=missing)
    for consent in tables[Consent]:
        state = consents.state(consent, today) if members.filled(consent) else ""
        yield from _put(consent, full_name=bank.get(code_key(consent.person_code), ""), state=state)
    for answer in tables[Answer]:
        yield from _put(
            answer,
            full_name=everybody.get(code_key(answer.person_code), ""),
            question=questions.get(code_key(answer.question_code), ""),
        )
    for preference in tables[Preference]:
        yield from _put(preference, full_name=bank.get(code_key(preference.person_code), ""))
    for programme in tables[Programme]:
        mentee_name, mentor_name = pair_names(programme.pair_code, bank)
        yield from _put(programme, mentor_name=mentor_name, mentee_name=mentee_name)
    for meeting in tables[Meeting]:
        mentee_name, mentor_name = pair_names(meeting.pair_code, bank)
        yield from _put(meeting, names=together(mentor_name, mentee_name))


def _missing(person: Mentee | Mentor, standing: Mapping[str, Standing], today: dt.date) -> str:
    """Return the consents that keep somebody who takes part from being paired, "" for a row that is only numbered."""
    counts = members.filled(person) and members.takes_part(person, today)
    return standing[person.code].missing if counts else ""


def pair_names(pair_codes: str, bank: Mapping[str, str]) -> tuple[str, str]:
    """Return the names of mentees and of mentors by «Н-1/М-2», of a group by several; "" where a code names nobody.

    bank: names by folded codes.
    """
    sides = [code.partition("/") for code in split_list(pair_codes)]
    mentees = (bank.get(code_key(mentee), "") for mentee, _, _ in sides)
    mentors = (bank.get(code_key(mentor), "") for _, _, mentor in sides)
    return ", ".join(dict.fromkeys(filter(None, mentees))), ", ".join(dict.fromkeys(filter(None, mentors)))


def together(mentor_names: str, mentee_names: str) -> str:
    """Return who meets: «Лесная Вера Юрьевна – Зимин Пётр Ильич»."""
    return " – ".join(filter(None, (mentor_names, mentee_names)))


def _put(row: Row, **values: object) -> Iterator[Put]:
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if changed:
        yield Put(row, changed)


def by_code(field: str, *tables: Iterable[Row]) -> dict[str, str]:
    """Return folded code → a text of the first row that has it."""
    texts: dict[str, str] = {}
    for rows in tables:
        for row in rows:
            texts.setdefault(code_key(getattr(row, row.spec.key or "")), tidy(getattr(row, field)))
    texts.pop("", None)
    return texts


def _sheet_order(rows: Tables) -> Callable[[Finding], tuple[int, int, int]]:
    titles = [row.at.sheet if row.at else table.spec.sheet for table in _READ for row in rows[table][:1]]

    def place(finding: Finding) -> tuple[int, int, int]:
        return titles.index(finding.cell.sheet), finding.cell.row, index(finding.cell.column)

    return place


def _summary(rows: Tables, standing: Mapping[str, Standing], today: dt.date) -> tuple[str, ...]:
    checked = (
        counted(len(rows[Mentee]), "наставляемый", "наставляемых", "наставляемых"),
        counted(len(rows[Mentor]), "наставник", "наставника", "наставников"),
        counted(len(rows[Employee]), "сотрудник", "сотрудника", "сотрудников"),
        counted(len(rows[Consent]), "согласие", "согласия", "согласий"),
    )
    ready = []
    for bank in (rows[Mentee], rows[Mentor]):
        present = [person for person in bank if members.takes_part(person, today)]
        ready.append(f"{sum(not standing[person.code].missing for person in present)} из {len(present)}")
    return (
        f"Проверено: {', '.join(checked)}.",
        f"Согласия в порядке у тех, кто участвует сейчас: наставляемые – {ready[0]}, наставники – {ready[1]} "
        "(им нужно и согласие быть наставником).",
    )

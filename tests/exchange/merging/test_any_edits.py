"""Random edits on two sides, merged either way: nothing lost, conflicts symmetric, a second merge idle."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.schema.tables import Meeting, Mentee
from tests.exchange.merging.sides import merged, side, tables_of

ROWS = 6
PEOPLE = tuple(
    Mentee(
        number=n,
        code=f"Н-{n:02}",
        full_name=f"{name} Анна",
        request=f"Запрос {n}",
        group="обучающийся",
        birth_year=2008 + n,
        results=f"Итог {n}",
    )
    for n, name in enumerate(("Серова", "Котова", "Лунина", "Зуева", "Ким", "Орлова"), 1)
)
MEETINGS = tuple(
    Meeting(
        number=n,
        pair_code=f"Н-0{n % 2 + 1}/М-01",
        kind="регулярная",
        planned=dt.date(2026, 9, n),
        topic=f"Тема {n}",
        outcome=f"Итог {n}",
    )
    for n in range(1, ROWS + 1)
)
SHOWN = {
    "birth_year": ("2012", 2012.0, 2012),
    "entered": ("01.09.2026", dt.date(2026, 9, 1), 46266),
    "passed": ("да", True),
}
VALUES = {
    "request": st.sampled_from(["алгебра", "геометрия", "=1+1", "две\nстроки"]),
    "results": st.sampled_from(["Сдал", "Не сдал", ""]),
    "birth_year": st.sampled_from([2011, 2012]),
    "entered": st.sampled_from([dt.date(2026, 9, 1), dt.date(2026, 10, 1)]),
    "passed": st.just(True),
}
WORDS = {
    "outcome": st.sampled_from(["Обсудили план", "Перенесли"]),
    "held": st.sampled_from([dt.date(2026, 9, 20), dt.date(2026, 9, 21)]),
    "progress": st.sampled_from([3, 8]),
}


@dataclass(frozen=True)
class Edited:
    """What one person did to a table. cells: (row, field) → value. removed: a row or None. rows: the table then."""

    cells: dict[tuple[int, str], object]
    removed: int | None
    rows: tuple[object, ...] = field(default=())


@st.composite
def edited(draw, table, values, name):
    """Some cells changed, at most one row removed and one added, the rows in any order, numbered anew or not."""
    cells: dict[tuple[int, str], object] = {}
    emptied = False
    for _ in range(draw(st.integers(0, 5))):
        row, column = draw(st.integers(0, ROWS - 1)), draw(st.sampled_from(sorted(values)))
        value = draw(values[column])
        if value == "" and emptied:
            continue
        emptied = emptied or value == ""
        if value != table[row].values()[column]:
            cells[row, column] = value
    removed = draw(st.none() | st.integers(0, ROWS - 1))
    rows = []
    for at, row in enumerate(table):
        changed = {column: draw(as_saved(column, value)) for (one, column), value in cells.items() if one == at}
        if at != removed:
            rows.append(row.but(**changed))
    if draw(st.booleans()):
        rows.append(name)
    order = draw(st.permutations(rows))
    if draw(st.booleans()):
        order = [row.but(number=number) for number, row in enumerate(order, 1)]
    return Edited({at: value for at, value in cells.items() if at[0] != removed}, removed, tuple(order))


def as_saved(column, value):
    """The value as one program or another may have saved it."""
    same = next((shown for shown in SHOWN.get(column, ()) if shown == value), None)
    return st.sampled_from(SHOWN[column]) if same is not None else st.just(value)


def said(cells, at, table):
    return cells.get(at, table[at[0]].values()[at[1]])


def expected(ours, theirs, table):
    """Cell by cell what the merge into `ours` comes to; the cells that must be asked about."""
    values, asked = {}, set()
    for at in ours.cells.keys() | theirs.cells.keys():
        if at[0] in {ours.removed, theirs.removed}:
            continue
        then, now, there = table[at[0]].values()[at[1]], said(ours.cells, at, table), said(theirs.cells, at, table)
        values[at] = there if now == then else now
        if then not in {now, there} and now != there:
            asked.add(at)
    return values, asked


def check(table, sign, ours, theirs):
    book, found = merged(side(*table), ours.rows, side(*theirs.rows))
    values, asked = expected(ours, theirs, table)
    rows = {sign(row): row for row in tables_of(book)[type(table[0])]}
    for (at, column), value in values.items():
        assert rows[sign(table[at])].values()[column] == value
    titles = {column.field: column.title for column in table[0].spec.columns}
    conflicts = [conflict for conflict in found.conflicts if conflict.title != "вся строка"]
    assert len(conflicts) == len(asked)
    assert sorted(conflict.title for conflict in conflicts) == sorted(titles[column] for _, column in asked)
    gone = {at for at in (ours.removed,) if at is not None}
    assert all(sign(row) in rows for at, row in enumerate(table) if at not in gone)
    assert {sign(row) for row in theirs.rows} <= rows.keys() | {sign(table[at]) for at in gone}
    whole = [conflict for conflict in found.conflicts if conflict.title == "вся строка"]
    lost = theirs.removed is not None and theirs.removed != ours.removed
    rescued = ours.removed not in {None, theirs.removed} and any(at == ours.removed for at, _ in theirs.cells)
    assert len(whole) == lost + rescued
    again = merged(side(*table), book.rows[type(table[0])], side(*theirs.rows))[1]
    assert again.edits == ()
    assert sorted(conflict.key for conflict in again.conflicts) == sorted(conflict.key for conflict in found.conflicts)
    return {(c.title, c.ours, c.theirs) for c in conflicts}, book


NEW_ONE = Mentee(code="Н-91", full_name="Новак Ян", request="физика", group="обучающийся")
NEW_OTHER = Mentee(code="Н-92", full_name="Бойко Лев", request="пение", group="педагог")
MET_ONE = Meeting(pair_code="Н-07/М-01", kind="организационная", planned=dt.date(2026, 12, 1), topic="Знакомство")
MET_OTHER = Meeting(pair_code="Н-08/М-02", kind="заключительная", planned=dt.date(2027, 5, 1), topic="Прощание")


@settings(max_examples=60, deadline=None)
@given(edited(PEOPLE, VALUES, NEW_ONE), edited(PEOPLE, VALUES, NEW_OTHER))
def test_rows_with_codes(one, other):
    there, first = check(PEOPLE, lambda row: row.code, one, other)
    back, second = check(PEOPLE, lambda row: row.code, other, one)
    assert there == {(title, theirs, ours) for title, ours, theirs in back}
    if not there and one.removed is None and other.removed is None:
        assert seen(first) == seen(second)


@settings(max_examples=60, deadline=None)
@given(edited(MEETINGS, WORDS, MET_ONE), edited(MEETINGS, WORDS, MET_OTHER))
def test_rows_without_codes(one, other):
    there, _ = check(MEETINGS, lambda row: row.topic, one, other)
    back, _ = check(MEETINGS, lambda row: row.topic, other, one)
    assert there == {(title, theirs, ours) for title, ours, theirs in back}


NAMES = ("Новак Ян Львович", "Бойко Лев Ильич", "Рябова Ольга Петровна", "Юдин Марк Олегович")
COMERS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["физика", "пение"])), max_size=3, unique_by=lambda one: one[0]
)


def added(comers, first):
    """People whom one side entered, with the next codes of the school."""
    return tuple(
        Mentee(code=f"Н-{code:02}", full_name=name, request=request, group="обучающийся", contacts=f"{code} {name}")
        for code, (name, request) in enumerate(comers, first)
    )


@settings(max_examples=40, deadline=None)
@given(COMERS, COMERS, st.permutations(range(ROWS)), st.sampled_from([7, 8]))
def test_people_entered_on_both_sides_all_stay_and_none_gets_what_is_anothers(ours, theirs, order, first):
    mine, back = added(ours, 7), added(theirs, first)
    back_side = side(*(PEOPLE[at] for at in order), *back)
    book, _ = merged(side(*PEOPLE), (*PEOPLE, *mine), back_side)
    rows = tables_of(book)[Mentee][ROWS:]
    assert {row.full_name for row in rows} == {row.full_name for row in (*mine, *back)}
    assert len({row.code for row in rows}) == len(rows)
    assert all(row.full_name in row.contacts for row in rows)
    assert merged(side(*PEOPLE), book.rows[Mentee], back_side)[1].edits == ()


@settings(max_examples=30, deadline=None)
@given(edited(PEOPLE, VALUES, NEW_ONE))
def test_a_side_that_changed_nothing_adds_nothing(one):
    assert merged(side(*PEOPLE), one.rows, side(*PEOPLE))[1].edits == ()
    assert merged(side(*PEOPLE), one.rows, side(*one.rows))[1].edits == ()
    book, found = merged(side(*PEOPLE), PEOPLE, side(*one.rows))
    assert all(conflict.title == "вся строка" for conflict in found.conflicts)
    assert {at: book.rows[Mentee][at[0]].values()[at[1]] for at in one.cells} == one.cells


def seen(book):
    rows = tables_of(book)[Mentee]
    return {tuple(value for name, value in row.values().items() if name != "number") for row in rows}

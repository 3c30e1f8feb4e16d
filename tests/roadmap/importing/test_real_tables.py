"""Heads and rows of other schools' tables (tables.jsonl: as published, with what an annotator saw in them)."""

import json
from pathlib import Path

import pytest

from mentoring_xl.roadmap.importing import plan
from mentoring_xl.roadmap.importing.source import Grid, Joint, Slot

LINES = (Path(__file__).parent / "tables.jsonl").read_text("utf-8").splitlines()
TABLES = {table["id"]: table for table in map(json.loads, LINES) if table["rows"]}
MERGED = Slot("", Joint.LEFT)


def imported(table, monkeypatch):
    """The table as a document: title, head of one or two rows, column numbers, sections merged over all columns."""
    titles = table["columns"]
    rows = [slots(titles)]
    if table["header_rows"] == 2:
        rows = [
            (Slot(titles[0]), Slot(titles[1]), MERGED, MERGED, MERGED, Slot(titles[6])),
            slots(["", *titles[2:6], ""]),
        ]
    width = len(rows[0])
    if table["number_row"]:
        rows.append(slots(map(str, range(1, width + 1))))
    sections = iter(table["sections"])
    for at, cells in enumerate(table["rows"]):
        if (at == 0 or cells[0] == "1") and (section := next(sections, "")):
            rows.append((Slot(section), *[MERGED] * (width - 1)))
        rows.append(slots(cells))
    monkeypatch.setattr(plan, "parts_of", lambda data, file: (table["title"], Grid(tuple(rows))))
    return plan.read_plan(b"", "plan.docx")


def slots(cells):
    return tuple(Slot(cell.strip()) for cell in cells)


def letters(text):
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_word_of_a_real_table_is_somewhere_in_the_plan(table, monkeypatch):
    found = imported(table, monkeypatch)
    fields = ("number", "section", "title", "deadline", "responsible", "result", "note")
    texts = [str(getattr(row, field)) for row in found.rows for field in fields]
    kept = letters("".join([*texts, *found.unplaced]))
    cells = [cell for row in table["rows"] for cell in row] + table["sections"]
    words = [word for cell in cells for word in cell.split() if word not in {"х", "1.", "2.", "3.", "4.", "6."}]
    assert [word for word in words if letters(word) not in kept] == []
    assert list(found.sections) == table["sections"]


def the(part):
    return next(table for table in TABLES.values() if part in table["title"])


def test_marks_under_four_quarters_become_a_deadline_with_the_year_of_the_head(monkeypatch):
    rows = imported(the("Архангельской"), monkeypatch).rows
    assert [(row.number, row.deadline) for row in rows] == [("1", "I–IV квартал 2013 г."), ("2", "I квартал 2013 г.")]


def test_start_and_end_columns_become_one_deadline_and_words_cut_at_line_ends_are_whole(monkeypatch):
    (row,) = imported(the("Сетевой график"), monkeypatch).rows
    assert (row.code, row.deadline) == ("1.1", "20.03.2008 – 30.12.2008")
    assert row.responsible == "Управление образования администрации"
    assert row.title.startswith("Заключение соглашения о взаимодействии")


def test_the_date_of_an_act_in_a_measure_is_no_deadline_and_three_levels_are_kept(monkeypatch):
    rows = imported(the("Поведниковская"), monkeypatch).rows
    assert [(row.code, row.level, row.deadline) for row in rows] == [
        ("1", "этап", ""),
        ("1.1", "мероприятие", ""),
        ("1.1.1", "пункт", ""),
        ("1.1.2", "пункт", ""),
        ("1.1.3", "пункт", ""),
    ]
    assert "от 25 декабря 2019 г." in rows[2].title


def test_a_nameless_column_of_numbers_is_the_number(monkeypatch):
    assert [row.number for row in imported(the("Улан-Удэ"), monkeypatch).rows] == ["1.", "7.", "8."]


def test_numbers_may_begin_anew_in_each_section(monkeypatch):
    codes = [row.code for row in imported(the("ГИА-11"), monkeypatch).rows]
    assert codes == ["1.1", "1.2", "2.1", "2.2", "2.3"]


def test_sub_items_without_a_heading_are_measures_with_the_deadline_of_their_row(monkeypatch):
    rows = imported(the("Гомеля"), monkeypatch).rows
    assert [(row.number, row.level, row.deadline) for row in rows[:2]] == [
        ("1.1", "мероприятие", "Октябрь"),
        ("1.2", "мероприятие", "Октябрь"),
    ]


def test_a_row_with_a_deadline_and_no_measure_stays_a_row(monkeypatch):
    row = imported(the("Поречье"), monkeypatch).rows[-1]
    assert (row.number, row.title, row.deadline) == ("3", "", "Март, 2023")


PERIODS = {
    "Улан-Удэ": "2020",
    "Поведниковская": "2021–2024",
    "ОСВОД": "2025/2026",
    "ГИА-11": "2014",
    "Рождественской": "2013",
    "Шимкусы": "",
}


@pytest.mark.parametrize("part", PERIODS)
def test_the_year_of_the_plan_is_read_in_its_title(part, monkeypatch):
    assert imported(the(part), monkeypatch).period == PERIODS[part]

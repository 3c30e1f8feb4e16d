"""Whatever a file holds: a table or one sentence, and a press that can be repeated."""

import json
import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring_xl import session
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import Mentee, Mentor, Question, SurveyColumn
from mentoring_xl.surveys.importing.reading import read_answers
from mentoring_xl.surveys.importing.source import Sheet
from mentoring_xl.surveys.importing.understanding import understood
from tests.surveys.importing.school import AFTER, MENTEE, NOW, PREFERENCES, QUESTIONS, book

PEOPLE = (Mentee(code="Н-1", full_name="Соколова Анна Петровна"), Mentee(code="Н-2", full_name="Соколов Пётр Ильич"))
MENTORS = (Mentor(code="М-1", full_name="Лесная Вера Юрьевна"), Mentor(code="М-2", full_name="Лесной Лев Юрьевич"))
TEXT = st.text(string.printable + "абвяё№«»–\u200b\x00\x07", max_size=8)
LEAF = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
TREE = st.recursive(LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))


@given(TREE)
@settings(max_examples=150, deadline=None)
def test_any_json_is_a_table_or_a_sentence(tree):
    try:
        sheet = read_answers(json.dumps(tree).encode(), "a.json")
    except BookError:
        return
    assert sheet.heads
    assert all(len(row) == len(sheet.heads) for row in sheet.rows)


@given(st.binary(max_size=60) | st.binary(max_size=40).map(b"PK\x03\x04".__add__))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_table_or_a_sentence(data):
    try:
        sheet = read_answers(data, "a.csv")
    except BookError:
        return
    assert sheet.rows


NAMES = st.sampled_from(("Соколова А. П.", "Соколова", "Соколов Пётр", "н-1", "Лесная", "М-2", "нет", "Лесн В., М-1"))
CELL = (
    LEAF
    | NAMES
    | st.sampled_from(("10 – да", "21.11.2026", "11/12/2026 10:00"))
    | st.dates()
    | st.datetimes()
    | st.times()
)


@given(
    st.sampled_from(((AFTER, QUESTIONS[:6]), (PREFERENCES, QUESTIONS[12:15]))),
    st.lists(st.lists(CELL, min_size=9, max_size=9), max_size=4),
)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cells_are_loaded_and_loading_them_again_changes_nothing(asked, rows):
    stage, questions = asked
    heads = ("Отметка времени", "ФИО", "Почта", *(question.text for question in questions))
    sheet = Sheet("a.xlsx", heads, tuple(tuple(row[: len(heads)]) for row in rows))
    made = book(*PEOPLE, mentors=MENTORS)
    press(made, sheet, stage)
    assert press(made, sheet, stage).changes == {}


def press(made, sheet, stage):
    tables = session.read(made, (Question, SurveyColumn))
    plan = understood(tables[Question], tables[SurveyColumn], sheet, stage, MENTEE)
    return session.press(button("import_answers"), made, NOW, given={"plan": plan})

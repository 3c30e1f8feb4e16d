"""Whatever is pasted: a plan or a sentence, and no word of it disappears."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.core.errors import BookError
from mentoring_xl.roadmap.importing.items import split
from mentoring_xl.roadmap.importing.plan import read_plan

WORDS = st.sampled_from(
    (
        "1",
        "2.",
        "1.1",
        "I.",
        "1) дело",
        "2) отчёт",
        "- пункт",
        "х",
        "Приказ",
        "раздел",
        "март",
        "Директор",
        "«",
        ":",
        "",
    )
)
CELL = st.lists(WORDS, max_size=4).map(" ".join)
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=5), max_size=12)
MARK = re.compile(r"(?<!\S)(?:\d{1,2}|[а-я])[.)](?=\s|$)|(?<!\S)-(?=\s|$)|[^\w\s]")


def said(plan):
    fields = ("number", "section", "title", "deadline", "responsible", "result", "note")
    return " ".join(str(getattr(row, field)) for row in plan.rows for field in fields)


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_a_pasted_table_is_a_plan_or_a_sentence_and_loses_no_word(rows):
    text = "\n".join("\t".join(cells) for cells in [["№", "Мероприятие", "Срок", "Кто", "Место"], *rows])
    try:
        plan = read_plan(text.encode(), "plan.txt")
    except BookError:
        return
    kept = " ".join([said(plan), *plan.unplaced, *(heading.title for heading in plan.headings)])
    words = {word for cells in rows for cell in cells for word in cell.split() if len(word) > 4}
    assert {word for word in words if word not in kept} == set()


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_the_words_of_a_cell_come_back_in_their_order_but_for_the_marks(text):
    def words(items):
        return [word for item in items for word in [item.text, *words(item.below)]]

    title, items = split(text)
    assert MARK.sub(" ", " ".join([title, *words(items)])).split() == MARK.sub(" ", text).split()

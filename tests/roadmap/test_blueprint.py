"""The two built-in roadmaps: complete, in order, word for word, and every row has its place in the book."""

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest

from mentoring_xl.roadmap import NAMES, builtin
from mentoring_xl.schema.buttons import BUTTONS
from mentoring_xl.schema.tables import TABLES

SEEDS = Path(__file__).parent / "seeds"
HEADS = {
    "gymnasium6": (
        "№ п/п",
        "Наименование этапа",
        "Содержание деятельности и примерный план мероприятий",
        "1",
        "2",
        "3",
    ),
    "bemyzh": (
        "№ п/п",
        "Наименование мероприятий",
        "Срок реализации",
        "Ответственный исполнитель",
        "Результат, вид документа",
    ),
}
ITEM_NUMBERS = {
    "gymnasium6": {"1)": 6, "2)": 6, "3)": 3, "-": 2, "1.": 1, "2.": 1, "3.": 1, "4.": 1, "5.": 1, "6.": 1, "7.": 1},
    "bemyzh": {
        **{"1.": 8, "2.": 8, "3.": 7, "4.": 5, "5.": 3, "6.": 1},
        **{"1": 4, "2": 3, "3": 3, "4": 2, "5": 2, "6": 1},
    },
}


def source_words(name):
    """The words of the published file; a table row that begins with a tab goes on with the row above it."""
    lines = [[]]
    for text in re.sub(r"</?p>|\*\*", " ", (SEEDS / f"{name}.txt").read_text("utf-8")).splitlines():
        cells = text.split("\t")
        if text.startswith("\t"):
            lines[-1] = [f"{above} {below}" for above, below in itertools.zip_longest(lines[-1], cells, fillvalue="")]
        elif text.strip():
            lines.append(cells)
    return " ".join(" ".join(cells) for cells in lines).split()


def roadmap_words(name):
    """The words of the roadmap in the order of the source, where the other columns of a row follow its sub-items."""
    plan = builtin(name)
    tops = [position for position, row in enumerate(plan.rows) if row.level in ("этап", "мероприятие")]
    texts, section = [*plan.stamp, *plan.title, *HEADS[name]], ""
    for start, end in itertools.pairwise([*tops, len(plan.rows)]):
        top = plan.rows[start]
        if top.section not in (section, top.title):
            texts.append(top.section)
        section = top.section
        texts += [*(row.title for row in plan.rows[start:end]), top.deadline, top.responsible, top.result]
    return " ".join(texts).split()


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_source_stands_in_the_roadmap_in_order_but_for_the_item_numbers(name):
    expected = roadmap_words(name)
    left_over = Counter()
    position = 0
    for word in source_words(name):
        if position < len(expected) and expected[position] == word:
            position += 1
        else:
            left_over[word] += 1
    assert (expected[position:], left_over) == ([], ITEM_NUMBERS[name])


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("gymnasium6", {"этап": 7, "подраздел": 2, "пункт": 17}),
        ("bemyzh", {"мероприятие": 15, "подраздел": 4, "пункт": 34}),
    ],
)
def test_every_stage_measure_heading_and_item_is_a_row(name, counts):
    assert Counter(row.level for row in builtin(name).rows) == counts


@pytest.mark.parametrize(
    "misprint",
    [
        "сороками",
        "База наставником с перечнем компетенций",
        "не сформировавшим пару",
        "Зам. директора. методический совет",
        "до 20 апреля 2023г.",
        "Формирование базы наставляемых :",
        "муниципальной программ повышения",
    ],
)
def test_misprints_of_the_source_stay(misprint):
    texts = [text for row in builtin("bemyzh").rows for text in row.values().values() if isinstance(text, str)]
    assert any(misprint in text for text in texts)


def test_the_lines_above_the_table_are_those_of_the_source():
    plan = builtin("bemyzh")
    assert plan.stamp == (
        "УТВЕРЖДАЮ",
        "директор МКОУ",
        "Бемыжская средняя школа",
        "_____ М.В. Усачева",
        "09.01.2023",
    )
    assert plan.title[2] == "в МКОУ Бемыжская средняя школа на 2023 год"
    assert (plan.period, builtin("gymnasium6").period) == ("2023", "")


def test_sub_items_leave_deadline_responsible_and_result_to_their_measure():
    rows = [row for row in builtin("bemyzh").rows if row.level != "мероприятие"]
    assert {(row.deadline, row.responsible, row.result) for row in rows} == {("", "", "")}


def test_a_row_carries_the_number_people_see_and_the_code_of_its_place():
    rows = {row.code: row for row in builtin("bemyzh").rows}
    row = rows["3.5.2.1"]
    assert (row.number, row.level, row.title) == (
        "5.2.1",
        "пункт",
        "Издание приказа «Об утверждении наставнических пар/групп».",
    )
    assert row.section == "Внедрение системы наставничества педагогических работников и обучающихся"
    assert (rows["3.5"].number, rows["3.5.2"].level) == ("5", "подраздел")


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_never_repeated_and_every_row_has_its_parent(name):
    codes = [row.code for row in builtin(name).rows]
    tops = {row.code for row in builtin(name).rows if row.level in ("этап", "мероприятие")}
    assert len(codes) == len(set(codes))
    assert [code for code in codes if code not in tops and code.rpartition(".")[0] not in codes] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_row_names_a_sheet_of_the_book_or_says_why_the_book_cannot_serve_it(name):
    places = {table.spec.sheet for table in TABLES}
    buttons = {f"кнопка «{button.label}»" for button in BUTTONS}
    for row in builtin(name).rows:
        outside, _, reason = row.served_by.partition(": ")
        if outside == "вне книги":
            assert len(reason) > 10, row
        else:
            sheet, *more = row.served_by.split(" · ")
            assert sheet in places, row
            assert set(more) <= places | buttons, row


def test_only_studying_the_law_has_no_place_in_the_book():
    outside = [row.code for name in NAMES for row in builtin(name).rows if row.served_by.startswith("вне книги")]
    assert outside == ["1.1"]


def test_an_unknown_roadmap_is_a_key_error():
    with pytest.raises(KeyError):
        builtin("лицей")

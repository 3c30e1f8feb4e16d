"""SWOT: answers become statements, staff's own words stay."""

from __future__ import annotations

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.monitoring.likeness import alike
from mentoring_xl.monitoring.swot import odd_weights, swot
from mentoring_xl.schema.asking import Reply
from mentoring_xl.schema.tables import Answer, Question, SwotLine

WEAK = Question(code="СВ-02", stage="SWOT", number=2, text="Слабые стороны: что мешает?", kind="текст")
STRONG = Question(code="СВ-01", stage="SWOT", number=1, text="Что внутри школы помогает?", kind="текст")


def said(*texts: str, question: Question = WEAK) -> list[Reply]:
    return [Reply(question, f"М-{n}", text, Answer()) for n, text in enumerate(texts, 1)]


def lines(rows, *texts: str) -> list[tuple[str, int | None, float | None]]:
    return [(row.statement, row.said, row.share) for row in swot(rows, said(*texts), str)]


def test_alike_wordings_are_one_statement_in_the_most_frequent_wording():
    (row,) = swot(
        (), said("мало времени на встречи", "Не знаю", "Мало времени для встреч", "мало времени на встречи."), str
    )
    assert row == SwotLine(
        side="слабые стороны",
        statement="Мало времени на встречи",
        said=3,
        share=100.0,
        wordings="Мало времени на встречи; Мало времени для встреч",
    )


def test_one_answer_may_name_several_things_and_a_person_counts_once():
    assert lines(
        (), "нет кабинета; мало времени", "Мало времени. Мало времени", "нет кабинета\nнагрузка", "нет кабинета"
    ) == [
        ("Нет кабинета", 3, 50.0),
        ("Мало времени", 2, 33.3),
        ("Нагрузка", 1, 16.7),
    ]


def test_sides_stand_in_their_order_and_are_known_by_wording_or_number():
    told = [*said(*["нагрузка"] * 3), *said(*["коллектив"] * 3, question=STRONG)]
    assert [(row.side, row.statement) for row in swot((), told, str)] == [
        ("сильные стороны", "Коллектив"),
        ("слабые стороны", "Нагрузка"),
    ]


def test_two_people_are_hidden():
    assert lines((), "нагрузка", "нагрузка") == []


def test_weights_change_the_shares():
    rows = swot((), said("нагрузка", "нагрузка", "кабинет"), str)
    assert [row.share for row in rows] == [66.7, 33.3]
    weighed = (rows[0], rows[1].but(weight=4.0))
    assert lines(weighed, "нагрузка", "нагрузка", "кабинет") == [("Кабинет", 1, 66.7), ("Нагрузка", 2, 33.3)]


def test_rewordings_weights_and_own_rows_of_staff_stay():
    first = swot((), said("мало времени", "мало времени", "нагрузка"), str)
    mine = SwotLine(at=Place("SWOT", 9), side="слабые стороны", statement="Нет графика", weight=2.0)
    reworded = (
        first[0].but(statement="Нехватка времени у наставников", weight=5.0, note="сократить отчёты"),
        first[1],
        mine,
    )
    again = swot(reworded, said("мало времени", "мало времени", "нагрузка"), str)
    assert [(row.statement, row.said, row.weight, row.note, row.wordings) for row in again] == [
        ("Нехватка времени у наставников", 2, 5.0, "сократить отчёты", "Мало времени"),
        ("Нет графика", None, 2.0, "", ""),
        ("Нагрузка", 1, None, "", "Нагрузка"),
    ]
    assert again[1].at == Place("SWOT", 9)


def test_wordings_moved_to_another_row_join_it():
    first, second = swot((), said("нагрузка", "нагрузка", "усталость"), str)
    assert (first.wordings, second.wordings) == ("Нагрузка", "Усталость")
    joined = first.but(wordings="Нагрузка; усталость")
    assert lines((joined,), "нагрузка", "нагрузка", "усталость") == [("Нагрузка", 3, 100.0)]


def test_a_second_press_changes_nothing():
    told = said(
        "мало времени", "не хватает времени", "мало времени на встречи; нет кабинета", "кабинета нет", "нагрузка"
    )
    once = swot((SwotLine(side="угрозы", statement="Отъезд"), SwotLine(statement="без стороны")), told, str)
    assert swot(once, told, str) == once


def test_what_nobody_says_any_more_goes_unless_staff_worked_on_it():
    rows = swot((), said("нагрузка", "кабинет", "отчёты"), str)
    kept = tuple(row.but(weight=3.0) if row.statement == "Отчёты" else row for row in rows)
    assert lines(kept, "кабинет", "кабинет", "кабинет") == [("Кабинет", 3, 50.0), ("Отчёты", None, 50.0)]


def test_names_do_not_reach_the_sheet():
    (row,) = swot((), said(*["помощь Веры"] * 3), lambda text: text.replace("Веры", "…"))
    assert (row.statement, row.wordings) == ("Помощь", "Помощь")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("мало времени", "времени мало", True),
        ("опытный педагог", "опытные педагоги", True),
        ("мало времени", "мало времени на встречи", True),
        ("нехватка времени", "нехватка врмени", True),
        ("мало времени", "не мало времени", False),
        ("поддержка", "нет поддержки", False),
        ("поддержка администрации школы", "поддержка администрации района", False),
        ("опытные педагоги", "опытные наставники", False),
        ("нагрузка", "нагрузка на глаза", False),
    ],
)
def test_statements_alike(one: str, two: str, same: bool):
    assert alike(one, two) is same
    assert alike(two, one) is same


def test_a_weight_outside_the_scale_is_found_at_its_cell():
    rows = [SwotLine(at=Place("SWOT", 9, {"weight": "D"}), side="угрозы", statement="Дороги", weight=7.0)]
    rows += [rows[0].but(weight=weight) for weight in (None, 1.0, 5.0)]
    assert [(str(finding.cell), finding.message, finding.fix) for finding in odd_weights(rows)] == [
        ("SWOT!D9", "вес 7 не из шкалы от 1 до 5", "Поставьте вес от 1 до 5.")
    ]

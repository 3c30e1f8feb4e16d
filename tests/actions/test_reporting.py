"""The report for the teachers' council: what it says, what it leaves out."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.actions.create import example_book
from mentoring_xl.actions.reporting import report
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.documents.paper import Block, Grid, Items, Paper, Picture, Text
from mentoring_xl.monitoring import INDICATORS
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    Indicator,
    Meeting,
    Mentee,
    Mentor,
    Pair,
    Question,
    Setting,
    Step,
    SwotLine,
)

TODAY = dt.date(2026, 11, 20)
MARK = Question(code="А-НП-03", kind="1–10", stage="после", role="наставляемый", measure="комфорт", text="Комфорт")
BEFORE = MARK.but(code="А-НД-03", stage="до")


def texts(block: Block) -> list[str]:
    match block:
        case Text():
            return [block.text]
        case Items():
            return [item.text for item in block.items]
        case Grid():
            return [" | ".join(row) for row in (block.heads, *block.rows)]
        case Picture():
            return [block.caption]
        case _:
            return []


def lines(paper: Paper) -> list[str]:
    return [text for block in paper.blocks for text in texts(block)]


def section(title: str, **rows: tuple[Row, ...]) -> list[str]:
    """Return the lines of a section; tables by the names of their classes."""
    whole: dict[type[Row], tuple[Row, ...]] = {table: rows.get(table.__name__, ()) for table in TABLES}
    said = lines(report(Tables({**whole, Indicator: INDICATORS}), TODAY))
    begin = said.index(title) + 1
    titles = {"Что сделано", "Охват", "Удовлетворённость", "До и после", "Сильные и слабые стороны"}
    titles |= {"Как работают пары", "Что дальше"}
    end = next((at for at in range(begin, len(said)) if said[at] in titles), len(said))
    return said[begin:end]


def answered(code: str, *marks: str) -> tuple[Answer, ...]:
    return tuple(Answer(person_code=f"Н-{n}", question_code=code, answer=mark) for n, mark in enumerate(marks, 1))


def mentees(count: int) -> tuple[Mentee, ...]:
    return tuple(
        Mentee(code=f"Н-{n}", full_name=f"Белова Мария{'а' * n} Андреевна", group="обучающийся")
        for n in range(1, count + 1)
    )


def test_an_empty_book_has_a_report_that_says_so():
    assert section("Удовлетворённость") == ["После программы пока никто не ответил."]
    assert section("До и после") == ["Сравнить ответы «до» и «после» пока нельзя: нужны трое, кто ответил оба раза."]
    assert section("Сильные и слабые стороны") == [
        "Суждений пока нет: проведите опрос SWOT или впишите их на лист «SWOT»."
    ]
    assert section("Как работают пары") == ["Работающих пар пока нет."]
    assert section("Что дальше") == ["Продолжать работу по плану."]


def test_coverage_is_told_in_words_numbers_and_a_table():
    said = section(
        "Охват",
        Mentee=mentees(2),
        Mentor=(Mentor(code="М-1", full_name="Жукова Анна Павловна"),),
        Setting=(Setting(code="pupils_10_19", value="4"),),
    )
    assert (
        said[0]
        == "В программе 2 наставляемых и 1 наставник, работающих пар и групп – 0. Без пары 2: поиск продолжается."
    )
    assert "2 | Наставляемые, у которых есть наставник | 0 | 2 | 0 |  | цель не задана" in said
    assert "3 | Дети 10–19 лет – наставляемые | 2 | 4 | 50 | 70 | не достигнут" in said


def test_satisfaction_of_three_is_told_and_of_two_is_not():
    book = {"Question": (MARK,), "Mentee": mentees(3)}
    assert section("Удовлетворённость", Answer=answered("А-НП-03", "9", "9", "5"), **book) == [
        "Удовлетворённость наставляемых – 66,7\u00a0% (2 из 3); ответили 3 из 3."
    ]
    assert section("Удовлетворённость", Answer=answered("А-НП-03", "9", "9"), **book) == [
        "Удовлетворённость наставляемых не показывается: ответили 2 из 2, нужно не меньше трёх."
    ]


def test_before_and_after_stand_in_a_picture_and_a_table_without_anybody():
    both = (*answered("А-НД-03", "4", "5", "6"), *answered("А-НП-03", "6", "8", "7"))
    said = section("До и после", Question=(BEFORE, MARK), Answer=both, Mentee=mentees(3))
    assert "Средняя оценка до и после программы, из 10" in " ".join(said)
    assert any(line.startswith("Наставляемые, ученик–ученик | 3 | 5 | 7 | 100 | ") for line in said)
    assert not any("Белова" in line or "Н-1" in line for line in said)


def test_a_proposal_is_no_mentor_yet_and_is_told_apart_from_those_without_a_pair():
    pairs = (Pair(mentee_code="Н-1", mentor_code="М-1", state="предложена"),)
    book = {"Mentee": mentees(3), "Mentor": (Mentor(code="М-1", full_name="Жукова Анна Павловна"),), "Pair": pairs}
    assert section("Охват", **book)[0].endswith(
        "Пара предложена, но ещё не согласована, – у 1. Без пары 2: поиск продолжается."
    )
    assert section("Что дальше", **book)[:2] == [
        "Согласовать предложенные пары: их ждёт 1 участник.",
        "Найти наставника: без пары 2 участника.",
    ]


def test_where_less_is_better_the_share_is_of_those_who_are_better():
    calm = MARK.but(code="А-НП-08", measure="тревожность", text="Тревожность", effect="меньше – лучше")
    both = (*answered("А-НД-08", "4", "5", "6"), *answered("А-НП-08", "8", "9", "5"))
    said = section("До и после", Question=(calm.but(code="А-НД-08", stage="до"), calm), Answer=both, Mentee=mentees(3))
    assert "Кто и что | Ответили | До | После | Стало лучше, % | Вывод" in said
    assert any(line.startswith("– тревожность (лучше, когда меньше) | 3 | 5 | 7,33 | 33,3 | ") for line in said)


def test_a_name_in_a_statement_of_swot_is_put_out():
    rows = (
        SwotLine(side="сильные стороны", statement="Белова помогает всем", weight=5.0, note="поддержать"),
        SwotLine(side="угрозы", statement="Мало времени"),
    )
    assert section("Сильные и слабые стороны", SwotLine=rows, Mentee=mentees(1)) == [
        "Суждение | Названо раз | Вес | Что с этим делать",
        "Сильные стороны",
        "… помогает всем |  | 5 | поддержать",
        "Угрозы",
        "Мало времени |  |  | ",
    ]


def test_the_life_of_the_pairs_and_what_comes_next():
    pairs = tuple(
        Pair(mentee_code=f"Н-{n}", mentor_code="М-1", state="закреплена приказом", starts=dt.date(2026, 9, 1))
        for n in (1, 2)
    )
    book = {
        "Mentee": mentees(3),
        "Mentor": (Mentor(code="М-1", full_name="Жукова Анна Павловна", capacity=3),),
        "Pair": pairs,
        "Meeting": (Meeting(pair_code="Н-2/М-1", held=dt.date(2026, 9, 9)),),
        "Step": (
            Step(code="1", title="Круглый стол.", deadline="до 26.11.2026"),
            Step(code="2", title="Анкеты", deadline="до 02.11.2026"),
        ),
        "Setting": (Setting(code="period", value="2026"), Setting(code="pupils_10_19", value="30")),
    }
    assert section("Как работают пары", **book)[0] == (
        "Без первой встречи – 1, с долгим перерывом – 1, расторгнуто до срока – 0."
    )
    assert section("Что дальше", **book) == [
        "Выполнить просроченное по дорожной карте: 1 строка.",
        "Найти наставника: без пары 1 участник.",
        "Провести первую встречу: её ждёт 1 пара.",
        "Возобновить встречи: долгий перерыв – 1 пара.",
        "Поднять показатель «Дети 10–19 лет – наставляемые» до 70\u00a0%: сейчас 10\u00a0%.",
        "До 26.11.2026: Круглый стол.",
    ]


@pytest.fixture(scope="module")
def example() -> tuple[Paper, dict[type[Row], tuple[Row, ...]]]:
    """The report of the example school, and its tables."""
    rows = dict(example_book(TODAY).rows)
    return report(Tables(rows), TODAY), rows


def test_the_report_names_nobody_who_takes_part(example):
    paper, rows = example
    said = "\n".join(lines(paper))
    people = [row.full_name for table in (Mentee, Mentor) for row in rows[table] if isinstance(row, Mentee | Mentor)]
    assert [name for name in people if name in said or name.split()[0] in said] == []


def test_the_charts_are_numbered_and_told_to_who_cannot_see_them(example):
    pictures = [block for block in example[0].blocks if isinstance(block, Picture)]
    assert [picture.caption for picture in pictures][:2] == [
        "Рисунок 1 – Дорожная карта: сколько строк в каком состоянии",
        "Рисунок 2 – Охват участников и пар, %",
    ]
    assert all(picture.about.endswith(".") and picture.data.startswith(b"\x89PNG") for picture in pictures)

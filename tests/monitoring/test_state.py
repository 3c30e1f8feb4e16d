"""«Состояние программы»: what stands how, and what to do next."""

from __future__ import annotations

import datetime as dt

from mentoring_xl import monitoring
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.schema.tables import TABLES, Meeting, Mentee, Mentor, Notice, Pair, Unpaired

TODAY = dt.date(2026, 11, 20)


def state(**rows: tuple[Row, ...]) -> dict[str, tuple[str, str]]:
    """Return value and advice by topic; tables by the names of their classes."""
    lines = monitoring.state(Tables({table: rows.get(table.__name__, ()) for table in TABLES}), TODAY, ())
    return {line.topic: (line.value, line.advice) for line in lines}


def test_the_state_of_an_empty_book_says_what_to_begin_with():
    assert state() == {
        "Дорожная карта – выполнено": ("0 из 0", "Впишите мероприятия плана."),
        "Дорожная карта – просрочено / скоро": ("0 / 0", "Сроков в плане нет."),
        "Наставляемые": ("0", "Впишите наставляемых."),
        "Наставники": ("0, мест 0", "Впишите наставников."),
        "Без согласия на обработку данных": ("0", "Участников пока нет."),
        "Пары": ("нет", "Сначала впишите наставляемых и наставников."),
        "Наставляемые без пары": ("0", "Пары ещё не подбирались."),
        "Пары без первой встречи": ("0", "Задержек нет."),
        "Пары с долгим перерывом": ("0", "Долгих перерывов нет."),
        "Пары, расторгнутые до срока": ("0", "Таких нет."),
        "Приказы": ("нет", "Приказ понадобится, когда появятся пары."),
        "Замечания": ("нет", "Нажмите «Проверить всё»."),
    }


def test_people_without_pairs_lead_to_matching_and_pairs_without_an_order_to_the_order():
    people = {"Mentee": (Mentee(code="Н-1"),), "Mentor": (Mentor(code="М-1"),)}
    assert state(**people)["Пары"] == ("нет", "Нажмите «Пересчитать пары».")
    told = state(**people, Pair=(Pair(mentee_code="Н-1", mentor_code="М-1", state="Согласована"),))
    assert told["Пары"] == ("согласована: 1", "Все пары рассмотрены.")
    assert told["Наставляемые без пары"] == ("0", "Таких нет.")
    assert told["Приказы"] == ("нет", "Нажмите «Заполнить приказы»: есть пары без приказа.")


def test_the_state_counts_what_stands_on_the_sheet_of_findings():
    notices = (Notice(severity="ошибка"), Notice(severity="ошибка"), Notice(severity="заметка"))
    assert state(Notice=notices)["Замечания"] == (
        "ошибок: 2, заметок: 1",
        "Исправьте, что названо на листе, и нажмите «Проверить всё».",
    )


def test_a_status_typed_with_a_capital_letter_counts_the_same():
    assert state(Mentee=(Mentee(code="Н-1", status="Участвует", group="педагог"),))["Наставляемые"][0] == "1"


def test_a_pair_without_a_first_meeting_is_named_after_ten_days():
    late = Pair(code="Н-1/М-1", state="закреплена приказом", starts=dt.date(2026, 11, 9))
    fresh = Pair(code="Н-2/М-1", state="закреплена приказом", starts=dt.date(2026, 11, 10))
    tables = Tables(dict.fromkeys(TABLES, ()) | {Pair: (late, fresh)})
    (line,) = [line for line in monitoring.state(tables, TODAY, ()) if line.topic == "Пары без первой встречи"]
    assert line.value == "1"


def test_a_meeting_that_was_only_planned_is_no_first_meeting():
    late = Pair(mentee_code="Н-1", mentor_code="М-1", code="Н-1/М-1", state="согласована", starts=dt.date(2026, 11, 9))
    assert state(Pair=(late,), Meeting=(Meeting(pair_code="Н-1/М-1"),))["Пары без первой встречи"] == (
        "1",
        "Проведите первую встречу: прошло больше 10 дней.",
    )
    held = Meeting(pair_code="н-1/м-1", held=dt.date(2026, 11, 18))
    assert state(Pair=(late,), Meeting=(held,))["Пары без первой встречи"] == ("0", "Задержек нет.")


def test_a_mentor_without_a_number_of_places_has_one_and_as_many_places_as_mentees_are_enough():
    told = state(Mentee=(Mentee(code="Н-1"), Mentee(code="Н-2")), Mentor=(Mentor(code="М-1"), Mentor(code="М-2")))
    assert told["Наставники"] == ("2, мест 2", "Мест хватает.")
    short = state(Mentee=(Mentee(code="Н-1"), Mentee(code="Н-2")), Mentor=(Mentor(code="М-1"),))
    assert short["Наставники"] == ("1, мест 1", "Не хватает 1 места у наставников. Пригласите новых.")


def test_a_forbidden_pair_does_not_call_for_an_order():
    forbidden = Pair(mentee_code="Н-1", mentor_code="М-1", state="согласована", forbidden=True)
    assert state(Pair=(forbidden,))["Приказы"] == ("нет", "Приказ понадобится, когда появятся пары.")


def test_those_who_have_finished_or_are_away_are_told_apart():
    mentees = (
        Mentee(code="Н-1", group="педагог", finished=dt.date(2026, 9, 18)),
        Mentee(code="Н-2", group="педагог"),
        Mentee(code="Н-3", status="приостановлен"),
    )
    assert state(Mentee=mentees)["Наставляемые"] == (
        "2",
        "По группам: педагоги – 2. Из них завершили программу: 1. Ещё приостановлены или выбыли: 1.",
    )


def test_it_is_told_how_many_of_those_without_a_pair_get_support():
    waiting = (Unpaired(mentee_code="Н-1", support="психолог"), Unpaired(mentee_code="Н-2", support=" "))
    mentees = (Mentee(code="Н-1"), Mentee(code="н-2"), Mentee(code="Н-3", status="выбыл"))
    assert state(Mentee=mentees, Unpaired=waiting)["Наставляемые без пары"] == (
        "2",
        "Продолжайте поиск и впишите поддержку: она записана у 1 из 2.",
    )


def test_before_the_first_search_those_without_a_pair_are_counted_in_the_bank():
    people = {"Mentee": tuple(Mentee(code=f"Н-{n}") for n in range(1, 6)), "Mentor": (Mentor(code="М-1"),)}
    pairs = (
        Pair(mentee_code="Н-1", mentor_code="М-1", state="закреплена приказом"),
        Pair(mentee_code="Н-2", mentor_code="М-1", state="предложена"),
        Pair(mentee_code="Н-3", mentor_code="М-1", state="завершена"),
        Pair(mentee_code="Н-4", mentor_code="М-1", state="согласована", forbidden=True),
    )
    told = state(**people, Pair=pairs)
    assert told["Наставляемые без пары"] == ("2", "Ещё не подбирали пару для 2 человек.")
    assert told["Пары"][1] == "Нажмите «Пересчитать пары»."


def test_those_who_wait_for_a_pair_take_part():
    assert state(Mentee=(Mentee(code="Н-1", status="ожидает"),))["Наставляемые"][0] == "1"


def test_a_pair_that_has_not_met_for_three_weeks_is_counted():
    pair = Pair(mentee_code="Н-1", mentor_code="М-1", state="согласована", starts=dt.date(2026, 9, 1))
    told = state(Pair=(pair,), Meeting=(Meeting(pair_code="Н-1/М-1", held=dt.date(2026, 10, 29)),))
    assert told["Пары с долгим перерывом"] == ("1", "Узнайте, что мешает: не встречались больше 21 дня.")


def test_the_reason_is_asked_for_where_a_pair_has_parted():
    gone = Pair(mentee_code="Н-1", mentor_code="М-1", state="расторгнута")
    assert state(Pair=(gone, gone.but(mentor_code="М-2", end_reason="переезд")))["Пары, расторгнутые до срока"] == (
        "2",
        "Впишите причину окончания: её нет у 1 из 2.",
    )
    assert state(Pair=(gone.but(end_reason="переезд"),))["Пары, расторгнутые до срока"] == ("1", "Причины записаны.")

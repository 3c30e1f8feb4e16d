"""A what-if compares two recalculations: who gets whom instead, what the whole gains or loses."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.actions.supposing import Supposed
from mentoring_xl.actions.what_if import what_if
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Mentee, Mentor, Setting
from tests.actions import test_pairs
from tests.actions.test_pairs import TODAY, pair

MENTEES = (
    Mentee(code="Н-1", full_name="Белова Анна Юрьевна", group="педагог", interests="шахматы, лыжи, хор, театр"),
    Mentee(code="Н-2", full_name="Громов Илья Олегович", group="педагог", interests="театр, кино, вязание, сад"),
    Mentee(code="Н-10", full_name="Зуев Пётр Ильич", group="педагог", interests="шахматы, лыжи, футбол, походы"),
)
MENTORS = (
    Mentor(code="М-1", full_name="Орлова Вера Павловна", group="педагог", interests="шахматы, лыжи, хор, театр"),
    Mentor(code="М-2", full_name="Седова Нина Львовна", group="педагог", interests="театр, кино, вязание, лото"),
)
INTERESTS = tuple(
    rule.but(value="Не учитывать") if rule.kind == "критерий" and rule.code != "interests" else rule
    for rule in MATCH_RULES
)


def tables(mentees=MENTEES, mentors=MENTORS, pairs=()):
    """Points are the interests that two share: 100 and 25, 25 and 75, 50 and 0."""
    return test_pairs.tables(mentees, mentors, pairs, rules=INTERESTS)


def suppose(rows, **what):
    return what_if(Tables(rows), TODAY, Supposed(**what))


def moves(found):
    return {move.code: ([one.code for one in move.before], [one.code for one in move.after]) for move in found.moves}


def test_a_locked_pair_pushes_another_out():
    found = suppose(tables(), locks=(("Н-10", "М-1"),))
    assert found.lines == (
        "Если закрепить Н-10/М-1:",
        "Н-1 Белова Анна Юрьевна: М-1 Орлова Вера Павловна (100) → без пары",
        "Н-10 Зуев Пётр Ильич: без пары → М-1 Орлова Вера Павловна (50)",
        "Изменится у 2 человек: получат пару 1, останутся без пары 1, сменят наставника 0.",
        "Людей с парой: было 2, станет 2.",
        "Сумма баллов: было 175, станет 125 (меньше на 50).",
        "Оба набора лучшие из возможных: проверено.",
    )


def test_a_forbidden_pair_gives_way():
    assert moves(suppose(tables(), forbids=(("Н-2", "М-2"),))) == {"Н-2": (["М-2"], []), "Н-10": ([], ["М-2"])}


def test_another_place_pairs_one_more():
    found = suppose(tables(), places=(("М-1", "+1"),))
    assert moves(found) == {"Н-10": ([], ["М-1"])}
    assert (found.before.people, found.after.people) == (2, 3)
    assert found.supposed == ("дать М-1 2 места",)
    assert moves(suppose(tables(), places=(("М-1", "2"),))) == {"Н-10": ([], ["М-1"])}
    assert moves(suppose(tables(), places=(("М-2", "-1"),))) == {"Н-2": (["М-2"], [])}


def test_two_suppositions_about_one_mentor_add_up():
    found = suppose(tables(), places=(("М-1", "+1"), ("М-1", "+1")))
    assert found.supposed == ("дать М-1 2 места", "дать М-1 3 места")


def test_points_of_other_weights_are_told_in_the_old_ones_too():
    found = suppose(tables(), weights=(("Предмет", "25"), ("interests", "Средний")))
    assert found.supposed == ("дать правилу «Предмет» вес «25»", "дать правилу «Интересы» вес «Средний»")
    assert (found.before.tenths, found.after.tenths, found.after_as_before.tenths) == (1750, 1750, 1750)
    assert found.moves == ()
    assert "По прежним весам: было 175, станет 175." in found.lines
    assert suppose(tables(), places=(("М-1", "+1"),)).after_as_before is None


def test_people_go_by_their_full_names_too():
    found = suppose(tables(), locks=(("зуев пётр  ильич", "Орлова Вера Павловна"),))
    assert found.supposed == ("закрепить Н-10/М-1",)


def test_held_pairs_are_counted_and_stay():
    rows = tables(pairs=[pair("Н-10", "М-1", state="закреплена приказом")])
    found = suppose(rows, places=(("М-2", "+1"),))
    assert moves(found) == {"Н-1": ([], ["М-2"])}
    assert (found.before.people, found.before.pairs, found.after.people) == (2, 2, 3)


def test_a_ban_on_a_held_pair_changes_nothing_and_the_finding_says_why():
    rows = tables(pairs=[pair("Н-10", "М-1", state="согласована")])
    found = suppose(rows, forbids=(("Н-10", "М-1"),))
    assert found.moves == ()
    assert [finding.code.code for finding in found.findings] == ["M201"]
    assert found.lines[-1] == (
        "Появится замечание: пара Н-10/М-1 остаётся, но запрещена: стоит «Запрет» на листе «Пары» → "
        "Устраните причину или расторгните пару."
    )


def test_a_dissolved_row_is_not_the_one_that_is_locked():
    rows = tables(pairs=[pair("Н-10", "М-1", state="расторгнута", end_reason="переезд")])
    found = suppose(rows, locks=(("Н-10", "М-1"),))
    assert moves(found)["Н-10"] == ([], ["М-1"])


def test_nothing_supposed_changes_nothing():
    assert suppose(tables()).lines == (
        "Ничего не предположено.",
        "Пары останутся прежними.",
        "Людей с парой: было 2, станет 2.",
        "Сумма баллов: было 175, станет 175.",
        "Оба набора лучшие из возможных: проверено.",
    )


def test_the_tables_handed_in_stay_as_they_were():
    rows = tables()
    suppose(rows, locks=(("Н-10", "М-1"),), places=(("М-1", "5"),), weights=(("request", "Низкий"),))
    assert rows == tables()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (
            {"locks": (("Н-99", "М-1"),)},
            "Наставляемого «Н-99» на листе «Банк наставляемых» нет. Укажите код или полное имя и повторите.",
        ),
        (
            {"forbids": (("Н-1", "Н-2"),)},
            "Наставника «Н-2» на листе «Банк наставников» нет. Укажите код или полное имя и повторите.",
        ),
        (
            {"weights": (("subject", "-5"),)},
            "«-5» не подходит для правила «Предмет». Выберите вес из списка или впишите число от 0 до 1000.",
        ),
        (
            {"weights": (("veto", "иногда"),)},
            "«иногда» не подходит для правила «Отказ «Ни за что»». Поставьте «да» или «нет».",
        ),
        ({"places": (("М-1", "две"),)}, "«две» – не число мест. Напишите +1, -1 или сколько мест и повторите."),
        ({"places": (("М-1", "-2"),)}, "У наставника М-1 1 место: убрать столько нельзя. Исправьте число и повторите."),
    ],
)
def test_what_cannot_be_is_one_sentence(what, said):
    with pytest.raises(BookError) as told:
        suppose(tables(), **what)
    assert str(told.value) == said


def test_an_unknown_rule_is_answered_with_those_that_are_known():
    with pytest.raises(BookError, match=r"^Правила «красота» нет\. Укажите одно из них: request, preference, subject,"):
        suppose(tables(), weights=(("красота", "Высокий"),))


def test_two_of_one_name_are_asked_for_their_code():
    twins = (*MENTORS, Mentor(code="М-3", full_name="Орлова Вера Павловна", group="педагог"))
    with pytest.raises(BookError) as told:
        suppose(tables(mentors=twins), places=(("Орлова Вера Павловна", "2"),))
    assert str(told.value) == (
        "«Орлова Вера Павловна» на листе «Банк наставников» несколько: М-1, М-3. Укажите код и повторите."
    )


def test_a_mentee_who_left_is_not_brought_back_by_a_place():
    gone = (MENTEES[0], MENTEES[1], MENTEES[2].but(finished=dt.date(2026, 1, 1)))
    assert suppose(tables(gone), places=(("М-1", "+1"),)).moves == ()


def test_a_stable_set_says_what_it_costs_beside_the_best_of_the_same_terms():
    found = suppose(tables(), stable=True)
    assert found.supposed == ("подбирать устойчивые пары",)
    assert found.lines[-1] == "Новый набор устойчив; это ничего не стоит."
    assert suppose(tables()).price_of_stability is None


def test_findings_are_about_the_new_rows_and_not_about_proposals_that_would_go():
    """М-1 has a place for one; the proposal Н-1/М-1 goes when Н-10 is locked there, so nobody is overloaded."""
    rows = tables(pairs=[pair("Н-1", "М-1", state="предложена")])
    rows[Setting] = default_rows(usual_load="1")
    assert suppose(rows, locks=(("Н-10", "М-1"),)).findings == ()

"""«Пересчитать пары» keeps what people decided, proposes the best for the rest and says why."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from mentoring_xl.actions.pairs import check_pairs, recalculate_pairs
from mentoring_xl.core.cell import Place
from mentoring_xl.core.edit import Print, Put, Rewrite
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    Consent,
    Employee,
    MatchRule,
    Mentee,
    Mentor,
    Pair,
    Preference,
    Setting,
    Unpaired,
)

TODAY = dt.date(2026, 12, 1)
MENTEES = (
    Mentee(code="Н-1", full_name="Белова Анна Юрьевна", group="педагог", request="уроки химии", subjects="химия"),
    Mentee(code="Н-2", full_name="Громов Илья Олегович", group="педагог", request="дисциплина", subjects="физика"),
    Mentee(code="Н-10", full_name="Зуев Пётр Ильич", group="педагог", request="электронный журнал"),
)
MENTORS = (
    Mentor(
        code="М-1", full_name="Орлова Вера Павловна", group="педагог", competences="химия; журнал", subjects="химия"
    ),
    Mentor(code="М-2", full_name="Седова Нина Львовна", group="педагог", competences="дисциплина", subjects="физика"),
)


def consents(*people):
    kinds = {Mentee: ("обработка персональных данных",)}
    kinds[Mentor] = (*kinds[Mentee], "работа наставником")
    return tuple(
        Consent(person_code=person.code, kind=kind, signed=dt.date(2026, 9, 1))
        for person in people
        for kind in kinds[type(person)]
    )


def tables(mentees=MENTEES, mentors=MENTORS, pairs=(), unpaired=(), **known):
    placed = [
        row.but(number=number) if row.at else Pair(at=Place("Пары", number + 4), **row.values())
        for number, row in enumerate(pairs, 1)
    ]
    return {
        Mentee: mentees,
        Mentor: mentors,
        Consent: known.get("signed", consents(*mentees, *mentors)),
        Employee: known.get("staff", ()),
        Preference: known.get("preferences", ()),
        MatchRule: known.get("rules", MATCH_RULES),
        Pair: tuple(placed),
        Unpaired: unpaired,
        Setting: default_rows(**known.get("settings", {})),
    }


def press(rows):
    return recalculate_pairs(Tables(rows), TODAY)


def after(rows, outcome):
    """Carry out the edits as a book does."""
    done = dict(rows)
    for edit in outcome.edits:
        if isinstance(edit, Rewrite):
            done[edit.table] = edit.rows
        elif isinstance(edit, Put):
            table = type(edit.row)
            done[table] = tuple(row.but(**edit.values) if row is edit.row else row for row in done[table])
    return done


def pairs_after(rows):
    return after(rows, press(rows))[Pair]


def shown(pairs):
    return [(pair.code, pair.state) for pair in pairs]


def codes(outcome):
    return [finding.code.code for finding in outcome.findings]


def pair(mentee="Н-1", mentor="М-1", **values):
    return Pair(mentee_code=mentee, mentor_code=mentor, code=f"{mentee}/{mentor}", **values)


def test_an_empty_sheet_is_filled_with_the_best_set():
    rows = pairs_after(tables())
    assert shown(rows) == [("Н-1/М-1", "предложена"), ("Н-2/М-2", "предложена")]
    first = rows[0]
    assert (first.number, first.mentee_name, first.mentor_name) == (1, "Белова Анна Юрьевна", "Орлова Вера Павловна")
    assert (first.form, first.points) == ("учитель–учитель", 94.0)
    assert first.reasons.startswith("За: запрос – уроки химии ↔ химия (27 из 30); общий предмет – химия (20 из 20)")


def test_who_is_left_stands_on_without_a_pair_with_the_nearest_candidates():
    rows = tables()
    (line,) = after(rows, press(rows))[Unpaired]
    assert (line.number, line.mentee_code, line.mentee_name) == (1, "Н-10", "Зуев Пётр Ильич")
    assert line.request == "электронный журнал"
    assert line.reason == "все подходящие наставники заняты – 2"
    assert line.nearest == "М-1 Орлова Вера Павловна – 75 (мест нет)\nМ-2 Седова Нина Львовна – 0 (мест нет)"


def test_the_summary_counts_and_names_the_next_step():
    assert press(tables()).summary == (
        "Предложено: 2 пары, закреплено раньше: 0.",
        "Без пары: 1 человек – причины на листе «Без пары».",
        "Лучше этого набора нет – проверено; подробно на листе «Итоги подбора».",
        "Обсудите предложенные пары и поставьте «согласована» или «Запрет».",
    )


def test_a_slip_in_code_or_status_is_told_and_not_taken_for_everybody_paired():
    slips = (MENTEES[0].but(status="активен"), MENTEES[1].but(code=""))
    assert press(tables(slips, MENTORS)).summary == (
        "Предложено: 0 пар, закреплено раньше: 0.",
        "Наставляемых, которым нужна пара, нет.",
        "Не подбирались: 2 человека без кода или со статусом не из списка. Нажмите «Проверить людей».",
    )


def test_progress_is_told_in_five_steps():
    told = []
    recalculate_pairs(Tables(tables()), TODAY, lambda *step: told.append(step))
    assert told == [("Подбор", number, 5) for number in (1, 2, 3, 4, 5)]


BUSY_SHEET = (
    pair("Н-1", "М-2", state="согласована", comment="просили обе"),
    pair("Н-2", "М-1", locked=True),
    Pair(mentee_code="Н-3", mentor_code="М-3"),
    pair("Н-4", "М-3", comment="подумать", state="предложена"),
    pair("Н-5", "М-3", state="предложена"),
    pair("Н-6", "М-1", state="завершена", points=12.0, reasons="было так"),
    pair("Н-7", "М-2", state="расторгнута", end_reason="переезд"),
    pair("Н-9", "М-1", forbidden=True, state="предложена"),
    Pair(comment="строка без кодов"),
    pair("Н-8", "М-9", state="на рассмотрении"),
)


def busy_tables():
    mentees = tuple(Mentee(code=f"Н-{number}", full_name="А Б В", group="педагог") for number in range(1, 13))
    mentors = tuple(
        Mentor(code=f"М-{number}", full_name=f"Г Д {number}", group="педагог", capacity=3) for number in range(1, 5)
    )
    return tables(mentees, mentors, BUSY_SHEET, (Unpaired(mentee_code="Н-1", support="психолог, 12.10"),))


def test_what_people_decided_or_wrote_stays_in_its_place():
    rows = pairs_after(busy_tables())
    assert shown(rows)[:10] == [
        ("Н-1/М-2", "согласована"),
        ("Н-2/М-1", "предложена"),
        ("Н-3/М-3", "согласована"),
        ("Н-4/М-3", "предложение снято"),
        ("Н-6/М-1", "завершена"),
        ("Н-7/М-2", "расторгнута"),
        ("Н-9/М-1", "предложение снято"),
        ("", ""),
        ("Н-8/М-9", "на рассмотрении"),
        ("Н-4/М-1", "предложена"),
    ]
    assert [rows[0].comment, rows[3].comment, rows[7].comment] == ["просили обе", "подумать", "строка без кодов"]
    assert (rows[4].points, rows[4].reasons) == (12.0, "было так")
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_a_second_press_changes_nothing():
    rows = busy_tables()
    first = press(rows)
    second = press(after(rows, first))
    assert [type(edit) for edit in first.edits] == [Rewrite, Rewrite, *[Put] * 4, Print]
    assert second.edits == first.edits[-1:]
    assert [str(finding) for finding in second.findings] == [str(finding) for finding in first.findings]


def test_new_pairs_stand_below_in_the_order_of_codes_whatever_the_order_of_the_banks():
    rows = busy_tables()
    expected = [row.values() for row in pairs_after(rows)]
    source = random.Random(7)
    for _ in range(5):
        mixed = {**rows, **{bank: tuple(source.sample(rows[bank], len(rows[bank]))) for bank in (Mentee, Mentor)}}
        assert [row.values() for row in pairs_after(mixed)] == expected


@pytest.mark.parametrize("state", ["согласована", "закреплена приказом", "Согласована"])
def test_a_working_pair_takes_a_place_and_its_mentee_is_not_matched_again(state):
    rows = pairs_after(tables(pairs=[pair("Н-10", "М-1", state=state)]))
    assert shown(rows) == [("Н-10/М-1", state), ("Н-2/М-2", "предложена")]


def test_a_withdrawn_proposal_is_made_again_in_its_row():
    rows = pairs_after(tables(pairs=[pair(state="предложение снято", comment="спросить")]))
    assert shown(rows) == [("Н-1/М-1", "предложена"), ("Н-2/М-2", "предложена")]
    assert rows[0].comment == "спросить"


def test_a_forbidden_pair_is_not_proposed():
    rows = pairs_after(tables(pairs=[pair(state="предложена", forbidden=True)]))
    assert shown(rows) == [("Н-1/М-1", "предложение снято"), ("Н-2/М-2", "предложена"), ("Н-10/М-1", "предложена")]
    assert "Запрещено: стоит «Запрет» на листе «Пары»" in rows[0].reasons


def test_another_mentor_typed_into_a_proposal_is_the_persons_choice():
    row = Pair(mentee_code="Н-1", mentor_code="М-2", code="Н-1/М-1", state="предложена")
    assert shown(pairs_after(tables(pairs=[row])))[0] == ("Н-1/М-2", "согласована")


@pytest.mark.parametrize(
    "change",
    [{"status": "приостановлен"}, {"passed": True}, {"finished": dt.date(2026, 11, 1)}],
)
def test_who_does_not_take_part_is_not_matched(change):
    rows = tables(mentees=(MENTEES[0].but(**change),))
    assert pairs_after(rows) == ()
    assert after(rows, press(rows))[Unpaired] == ()


def test_without_consent_there_is_no_pair():
    rows = tables(signed=consents(*MENTEES[1:], MENTORS[0]))
    done = after(rows, press(rows))
    assert shown(done[Pair]) == [("Н-10/М-1", "предложена")]
    assert [line.reason for line in done[Unpaired]] == [
        "нет согласия на обработку персональных данных",
        "единственный подходящий наставник занят\nдругие не подходят: "
        "нет согласия на обработку персональных данных (наставник) – 1, нет согласия быть наставником (наставник) – 1",
    ]
    assert done[Unpaired][0].nearest == (
        "М-1 Орлова Вера Павловна – 94 (мест нет)\nМ-2 Седова Нина Львовна – 20 "
        "(нет согласия на обработку персональных данных, нет согласия быть наставником)"
    )


def test_each_consent_has_its_own_switch():
    off = {"data_consent", "mentor_agreement"}
    rules = tuple(rule.but(value="нет") if rule.code in off else rule for rule in MATCH_RULES)
    assert len(pairs_after(tables(signed=(), rules=rules))) == 2


def test_a_minors_consent_must_come_from_the_representative():
    pupil = Mentee(code="Н-1", full_name="А Б В", group="обучающийся", birth_year=2012)
    elder = Mentor(code="М-1", full_name="Г Д Е", group="обучающийся", birth_year=2007)
    rows = tables((pupil,), (elder,))
    assert after(rows, press(rows))[Unpaired][0].reason == (
        "согласие на обработку персональных данных должен дать законный представитель"
    )
    off = tuple(rule.but(value="нет") if rule.code == "minor_consent" else rule for rule in MATCH_RULES)
    assert shown(pairs_after({**rows, MatchRule: off})) == [("Н-1/М-1", "предложена")]


def test_choices_and_refusals_after_the_meeting_are_heard():
    wish = Preference(person_code="Н-2", first="М-1")
    refusal = Preference(person_code="М-1", veto="Н-1, Н-10")
    assert shown(pairs_after(tables(preferences=(wish, refusal)))) == [
        ("Н-1/М-2", "предложена"),
        ("Н-2/М-1", "предложена"),
    ]


def test_the_banks_tell_of_working_pairs_only():
    told = MENTEES[1].but(mentor_name="Прежний Наставник", form="учитель–учитель", mentor_place="школа")
    rows = tables(
        (MENTEES[0], told),
        (MENTORS[0].but(place="кабинет 5"), MENTORS[1]),
        [pair(state="согласована")],
        settings={"school_short": "СОШ № 5"},
    )
    done = after(rows, press(rows))
    first, second = done[Mentee]
    assert (first.mentor_name, first.form, first.mentor_place) == (
        "Орлова Вера Павловна",
        "учитель–учитель",
        "кабинет 5",
    )
    assert (second.mentor_name, second.form, second.mentor_place) == ("", "", "")
    busy, free = done[Mentor]
    assert (busy.mentee_names, busy.mentee_place, free.mentee_names) == ("Белова Анна Юрьевна", "СОШ № 5", "")


def test_the_bank_remembers_a_finished_pair():
    finished = MENTEES[0].but(mentor_name="Орлова Вера Павловна", passed=True)
    rows = tables((finished,), MENTORS, [pair(state="завершена")])
    assert after(rows, press(rows))[Mentee] == (finished,)


def test_support_that_was_written_down_stays_when_the_pair_is_found():
    line = Unpaired(mentee_code="Н-1", support="психолог, 12.10", reason="занят")
    untouched = Unpaired(mentee_code="Н-2", reason="занят")
    stranger = Unpaired(mentee_code="Н-77", decision="перешла в другую школу")
    rows = tables(unpaired=(line, untouched, stranger))
    assert [(row.number, row.mentee_code, row.support, row.reason) for row in after(rows, press(rows))[Unpaired]] == [
        (1, "Н-1", "психолог, 12.10", "пара найдена или больше не нужна"),
        (2, "Н-77", "", "кода нет в банке наставляемых"),
        (3, "Н-10", "", "все подходящие наставники заняты – 2"),
    ]


def test_no_mentors_is_a_finding_and_no_error():
    outcome = press(tables(mentors=()))
    assert [finding.message for finding in outcome.findings] == ["в банке наставников никого нет"]
    assert outcome.summary[0] == "Предложено: 0 пар, закреплено раньше: 0."


def test_everything_forbidden_is_a_finding_with_the_commonest_reasons():
    outcome = press(tables(MENTEES[:1], MENTORS[:1], signed=()))
    assert [str(finding) for finding in outcome.findings] == [
        "Настройки подбора!D  M102  все возможные пары запрещены; чаще всего: "
        "нет согласия на обработку персональных данных (наставляемый); "
        "нет согласия на обработку персональных данных (наставник); нет согласия быть наставником (наставник)"
        " → Устраните причину или выключите правило в «Настройках подбора»."
    ]


def test_a_held_pair_that_is_forbidden_stays_and_is_flagged_where_it_stands_afterwards():
    rows = tables(pairs=[pair("Н-77", "М-2", state="предложена"), pair(locked=True)], signed=consents(*MENTORS))
    outcome = press(rows)
    assert shown(after(rows, outcome)[Pair])[0] == ("Н-1/М-1", "предложена")
    assert [str(finding) for finding in outcome.findings if finding.code.code == "M201"] == [
        "Пары!D5  M201  пара Н-1/М-1 остаётся, но запрещена: "
        "нет согласия на обработку персональных данных (наставляемый) → Устраните причину или расторгните пару."
    ]


def test_codes_that_name_nobody_are_flagged():
    outcome = press(tables(pairs=[pair("Н-5", "М-9", state="согласована"), Pair(mentee_code="Н-1")]))
    assert [(str(finding.cell), finding.message) for finding in outcome.findings] == [
        ("Пары!B5", "наставляемого с кодом «Н-5» в банке нет"),
        ("Пары!D5", "наставника с кодом «М-9» в банке нет"),
        ("Пары!D6", "наставника с кодом «(пусто)» в банке нет"),
    ]


def test_doubled_pairs_and_a_second_mentor_are_flagged():
    held = [pair(state="согласована"), pair(locked=True), pair("н-1", "M-2", state="закреплена приказом")]
    outcome = press(tables(pairs=held))
    assert [(str(finding.cell), finding.code.code) for finding in outcome.findings] == [
        ("Пары!B6", "M203"),
        ("Пары!B7", "M204"),
    ]


def test_places_and_load_are_counted():
    mentor = Mentor(code="М-1", full_name="А Б В", group="педагог", capacity=2)
    held = [pair(f"Н-{number}", "М-1", state="согласована") for number in (1, 2, 10)]
    outcome = press(tables(mentors=(mentor,), pairs=held))
    assert [finding.message for finding in outcome.findings] == [
        "у наставника М-1 закреплено 3, а мест 2",
        "у наставника М-1 наставляемых 3, обычно не больше 2",
    ]
    rows = after(tables(mentors=(mentor,), pairs=held), outcome)[Pair]
    assert "Внимание: наставляемых у наставника 3, обычно не больше 2" in rows[0].reasons


def test_odd_cells_of_mentors_are_named():
    mentor = MENTORS[0].but(capacity=-2, wished_age="молодые специалисты")
    outcome = press(tables(mentors=(mentor,)))
    assert [finding.message for finding in outcome.findings] == [
        "«-2» – столько наставляемых не бывает; взято 0",
        "желаемый возраст «молодые специалисты» не прочитан и при подборе не учтён",
    ]


def test_a_superior_is_proposed_with_a_warning_only():
    staff = (Employee(code="С-1", head_code="С-9"), Employee(code="С-9"))
    rows = tables((MENTEES[0].but(staff_code="С-1"),), (MENTORS[0].but(staff_code="с-9"),), staff=staff)
    outcome = press(rows)
    assert shown(after(rows, outcome)[Pair]) == [("Н-1/М-1", "предложена")]
    assert [str(finding) for finding in outcome.findings] == [
        "Пары!D5  M401  в паре Н-1/М-1 наставник – непосредственный руководитель наставляемого"
        " → Подумайте о другом наставнике."
    ]


def test_an_unknown_state_keeps_the_pair_as_it_is():
    rows = tables(pairs=[pair(state="на рассмотрении")])
    outcome = press(rows)
    assert shown(after(rows, outcome)[Pair])[0] == ("Н-1/М-1", "на рассмотрении")
    assert codes(outcome) == ["M206"]


def test_the_switch_of_the_settings_reaches_the_choice():
    left = (MENTEES[0].but(request=""), MENTEES[1].but(request="", subjects="история"))
    right = (MENTORS[0].but(competences=""), MENTORS[1].but(competences="", subjects="история"))
    rows = tables(left, right, preferences=(Preference(person_code="Н-2", veto="М-2"),))
    assert [row.code for row in pairs_after(rows)] == ["Н-1/М-2", "Н-2/М-1"]
    assert [row.code for row in pairs_after({**rows, Setting: default_rows(paired_first="нет")})] == ["Н-1/М-1"]


def test_a_cleared_state_of_a_proposal_is_a_proposal_again():
    assert shown(pairs_after(tables(pairs=[pair()])))[0] == ("Н-1/М-1", "предложена")
    assert shown(pairs_after(tables(pairs=[pair("Н-1", "М-2")])))[0] == ("Н-1/М-1", "предложена")


def test_the_check_looks_at_pairs_and_changes_nothing():
    outcome = check_pairs(Tables(tables(pairs=[pair(locked=True)], signed=consents(*MENTEES[1:], *MENTORS))), TODAY)
    assert outcome.edits == ()
    assert codes(outcome) == ["M201"]


def test_the_check_finds_in_the_banks_what_a_recalculation_finds_there():
    rows = tables(mentors=(MENTORS[0].but(capacity=-2),))
    assert codes(check_pairs(Tables(rows), TODAY)) == codes(press(rows)) == ["M301"]
    assert codes(check_pairs(Tables(tables((), ())), TODAY)) == []


def test_an_empty_book_gives_no_pairs_and_no_findings():
    outcome = press(tables((), MENTORS))
    assert (outcome.edits, outcome.findings) == ((), ())


def test_the_load_that_is_usual_in_the_school_is_a_setting():
    teacher = Mentor(code="М-1", full_name="А Б В", group="педагог", capacity=2)
    held = [pair(f"Н-{number}", "М-1", state="согласована") for number in (1, 2)]
    outcome = press(tables(mentors=(teacher,), pairs=held, settings={"usual_load": "1"}))
    assert [finding.message for finding in outcome.findings] == ["у наставника М-1 наставляемых 2, обычно не больше 1"]
    outsider = teacher.but(group="внешний")
    outcome = press(tables(mentors=(outsider,), pairs=held, settings={"group_max": "1"}))
    assert "у наставника М-1 наставляемых 2, обычно не больше 1" in [finding.message for finding in outcome.findings]


def test_experience_and_age_that_the_school_asks_of_mentors_are_settings():
    rows = tables(MENTEES[:1], (MENTORS[0].but(experience=7.0),), settings={"mentor_experience": "10"})
    assert "Внимание: стаж наставника меньше 10 лет" in pairs_after(rows)[0].reasons.split("\n")
    pupil = MENTEES[0].but(group="обучающийся", birth_year=2012)
    old = MENTORS[0].but(group="обучающийся", birth_year=2007)
    rows = tables((pupil,), (old,), settings={"pupil_mentor_age_to": "16", "adult_age": "10"})
    assert "Внимание: наставнику-обучающемуся не 15–16 лет" in pairs_after(rows)[0].reasons.split("\n")


def test_as_many_candidates_are_named_as_the_school_wishes():
    rows = tables(settings={"candidates": "1"})
    assert after(rows, press(rows))[Unpaired][0].nearest == "М-1 Орлова Вера Павловна – 75 (мест нет)"


def test_a_superior_may_stand_in_the_mentees_own_row():
    rows = tables((MENTEES[0].but(head_code="С-9"),), (MENTORS[0].but(staff_code="С-9"),))
    assert codes(press(rows)) == ["M401"]


def test_a_locked_pair_is_counted_as_held_and_not_as_proposed():
    assert press(tables(MENTEES[:1], pairs=[pair(locked=True, state="предложена")])).summary == (
        "Предложено: 0 пар, закреплено раньше: 1.",
        "Наставляемых, которым нужна пара, нет.",
    )


def test_who_left_the_programme_is_no_slip_of_the_hand():
    assert press(tables((MENTEES[0].but(status="выбыл"),))).summary == (
        "Предложено: 0 пар, закреплено раньше: 0.",
        "Наставляемых, которым нужна пара, нет.",
    )


def test_an_outsider_without_a_place_is_not_taken_for_a_colleague():
    outsider = MENTORS[0].but(group="внешний", forms="")
    rows = tables(MENTEES[:1], (outsider,), [pair(state="согласована")], settings={"school_short": "СОШ № 5"})
    (told,) = after(rows, press(rows))[Mentee]
    assert (told.mentor_name, told.mentor_place) == ("Орлова Вера Павловна", "")


def test_two_who_parted_may_be_brought_together_again_by_a_person():
    assert codes(press(tables(pairs=[pair(state="расторгнута"), pair(state="согласована")]))) == []


def test_a_finished_pair_may_name_people_who_are_gone():
    assert codes(press(tables(pairs=[pair("Н-77", "М-77", state="завершена")]))) == []


def test_a_mentee_who_finishes_today_is_not_matched_any_more():
    rows = tables((MENTEES[0].but(finished=TODAY),), MENTORS)
    assert pairs_after(rows) == ()
    assert press(rows).summary[1] == "Наставляемых, которым нужна пара, нет."


def test_a_proposal_that_a_person_typed_is_taken_back_and_not_out():
    typed = Pair(mentee_code="Н-1", mentor_code="М-2", state="предложена")
    assert shown(pairs_after(tables(MENTEES[:1], pairs=[typed]))) == [
        ("Н-1/М-2", "предложение снято"),
        ("Н-1/М-1", "предложена"),
    ]


def test_as_many_mentees_as_usual_are_no_overload():
    teacher = Mentor(code="М-1", full_name="А Б В", group="педагог", capacity=2)
    held = [pair(f"Н-{number}", "М-1", state="согласована") for number in (1, 2)]
    assert codes(press(tables(mentors=(teacher,), pairs=held))) == []


def test_the_load_is_not_held_against_a_proposal_that_was_taken_back():
    mentor = Mentor(code="М-1", full_name="А Б В", group="педагог", capacity=3)
    held = [pair(f"Н-{number}", "М-1", state="согласована") for number in (1, 2, 10)]
    gone = pair("Н-3", "М-1", state="предложение снято", comment="подумать")
    mentees = (*MENTEES, Mentee(code="Н-3", full_name="Г Д Е", group="педагог"))
    rows = pairs_after(tables(mentees, (mentor,), [*held, gone]))
    assert ["Внимание" in row.reasons for row in rows] == [True, True, True, False]


def test_who_wishes_two_mentors_gets_two_and_the_second_only_when_nobody_else_waits_for_the_place():
    rows = tables((MENTEES[0].but(mentors_wanted=2), MENTEES[1]), MENTORS)
    assert shown(pairs_after(rows)) == [("Н-1/М-1", "предложена"), ("Н-2/М-2", "предложена")]
    assert press(rows).summary[1:3] == ("Без пары никого нет.", "Ещё одного наставника не нашлось: 1 человек.")
    roomy = (MENTORS[0], MENTORS[1].but(capacity=2))
    assert shown(pairs_after({**rows, Mentor: roomy})) == [
        ("Н-1/М-1", "предложена"),
        ("Н-1/М-2", "предложена"),
        ("Н-2/М-2", "предложена"),
    ]


def test_who_wishes_two_mentors_and_holds_one_waits_for_another_one():
    held = pair("Н-1", "М-1", state="согласована")
    rows = tables((MENTEES[0].but(mentors_wanted=2),), (MENTORS[0].but(capacity=3), MENTORS[1]), [held])
    assert shown(pairs_after(rows)) == [("Н-1/М-1", "согласована"), ("Н-1/М-2", "предложена")]
    assert after(rows, press(rows))[Unpaired] == ()


def test_two_who_are_a_pair_are_proposed_once_more_only_when_the_rule_is_off():
    held = pair("Н-1", "М-1", state="согласована")
    rows = tables((MENTEES[0].but(mentors_wanted=2),), (MENTORS[0].but(capacity=3),), [held])
    assert shown(pairs_after(rows)) == [("Н-1/М-1", "согласована")]
    rows[MatchRule] = tuple(rule.but(value="нет") if rule.code == "duplicate" else rule for rule in MATCH_RULES)
    assert shown(pairs_after(rows)) == [("Н-1/М-1", "согласована"), ("Н-1/М-1", "предложена")]


def test_a_second_mentor_never_takes_the_place_of_somebodys_first():
    """Н-1 holds one mentor and would gain more points with М-2 than Н-2, who has nobody."""
    held = pair("Н-1", "М-1", state="согласована")
    wishing = MENTEES[0].but(mentors_wanted=2, request="дисциплина", subjects="физика")
    rows = tables((wishing, MENTEES[2].but(code="Н-2")), MENTORS, [held])
    assert shown(pairs_after(rows)) == [("Н-1/М-1", "согласована"), ("Н-2/М-2", "предложена")]


def test_a_second_press_keeps_both_mentors_of_one_mentee():
    rows = tables((MENTEES[0].but(mentors_wanted=2),), MENTORS)
    first = press(rows)
    assert press(after(rows, first)).edits == first.edits[-1:]


GROUP = (
    Mentee(code="Н-1", full_name="А Б В", group="педагог", request="проектная работа"),
    Mentee(code="Н-2", full_name="А Б Г", group="педагог", request="электронный журнал"),
    Mentee(code="Н-3", full_name="А Б Д", group="педагог", request="электронный журнал"),
)
LEADER = Mentor(
    code="М-1",
    full_name="Г Д Е",
    group="педагог",
    competences="проектная работа; электронный журнал",
    capacity=3,
    leads_group=True,
)


def test_a_group_shares_a_topic():
    rows = tables(GROUP, (LEADER,))
    assert shown(pairs_after(rows)) == [("Н-2/М-1", "предложена"), ("Н-3/М-1", "предложена")]
    alone = {**rows, Mentor: (LEADER.but(leads_group=False),)}
    assert [row.mentee_code for row in pairs_after(alone)] == ["Н-1", "Н-2", "Н-3"]


def test_held_pairs_of_a_group_leave_it_their_topics():
    rows = tables(GROUP, (LEADER,), [pair("Н-1", "М-1", state="закреплена приказом")])
    assert shown(pairs_after(rows)) == [("Н-1/М-1", "закреплена приказом")]


def test_a_group_is_no_larger_than_the_school_wishes():
    rows = tables(GROUP, (LEADER.but(competences="электронный журнал"),), settings={"group_max": "1"})
    assert [row.mentee_code for row in pairs_after(rows)] == ["Н-2"]


TRIANGLE = {
    "mentees": tuple(Mentee(code=f"Н-{number}", full_name="А Б В", group="педагог") for number in (1, 2)),
    "mentors": tuple(Mentor(code=f"М-{number}", full_name="Г Д Е", group="педагог") for number in (1, 2)),
    "preferences": (
        Preference(person_code="Н-1", first="М-1", second="М-2"),
        Preference(person_code="М-1", first="Н-1"),
        Preference(person_code="Н-2", first="М-1"),
    ),
}
"""Н-1 and М-1 chose each other; together they leave Н-2 with М-2, whom nobody named."""


def test_stable_pairs_leave_nobody_who_would_rather_have_each_other_and_the_summary_says_what_it_costs():
    only = tuple(
        rule.but(value="Не учитывать") if rule.kind == "критерий" and rule.code != "preference" else rule
        for rule in MATCH_RULES
    )
    rows = tables(**TRIANGLE, rules=only)
    assert [row.code for row in pairs_after(rows)] == ["Н-1/М-2", "Н-2/М-1"]
    stable = recalculate_pairs(Tables(rows), TODAY, stable=True)
    assert [row.code for row in after(rows, stable)[Pair]] == ["Н-1/М-1", "Н-2/М-2"]
    assert stable.summary[2] == "Пары устойчивы; по сравнению с лучшим набором сумма всех пар меньше на 30 баллов."
    asked = {**rows, Setting: default_rows(stable="да")}
    assert [row.code for row in pairs_after(asked)] == ["Н-1/М-1", "Н-2/М-2"]
    assert recalculate_pairs(Tables(asked), TODAY, stable=False).summary[2].startswith("Лучше этого набора нет")


def test_people_exchanged_in_an_ordered_pair_are_flagged_until_the_order_is_right_again():
    row = Pair(mentee_code="Н-1", mentor_code="М-2", code="Н-1/М-1", state="закреплена приказом", order_number="7-ОД")
    rows = tables(pairs=[row])
    outcome = press(rows)
    said = (
        "Пары!D5  M207  в приказе № 7-ОД стоит пара Н-1/М-1, а в строке теперь Н-1/М-2 → "
        "Верните прежние коды; для новой пары впишите новую строку и оформите приказ."
    )
    assert [str(finding) for finding in outcome.findings] == [said]
    done = after(rows, outcome)
    assert shown(done[Pair])[0] == ("Н-1/М-1", "закреплена приказом")
    assert [str(finding) for finding in press(done).findings] == [said]
    assert [finding.code.code for finding in check_pairs(Tables(done), TODAY).findings] == ["M207"]


def test_an_ordered_pair_of_somebody_who_is_gone_stays_and_is_flagged():
    outcome = press(tables(pairs=[pair("Н-77", "М-1", state="закреплена приказом")]))
    assert [(finding.code.code, str(finding.cell)) for finding in outcome.findings] == [("M202", "Пары!B5")]


def test_the_map_says_when_the_pairs_are_not_those_of_today():
    from mentoring_xl.actions.pairs_map import pairs_map

    rows = tables()
    assert pairs_map(Tables(rows), TODAY).summary[1].startswith("Предложенных пар ещё нет")
    done = after(rows, press(rows))
    assert len(pairs_map(Tables(done), TODAY).summary) == 1
    exchanged = {**done, Mentor: (MENTORS[0], MENTORS[1].but(capacity=2))}
    assert pairs_map(Tables(exchanged), TODAY).summary[1] == (
        "Предложенные пары – не лучшие по нынешним данным: нажмите «Пересчитать пары», потом «Карта подбора» снова."
    )

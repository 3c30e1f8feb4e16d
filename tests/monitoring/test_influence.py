"""Before and after: what changed, for whom, and whether it could be chance."""

from __future__ import annotations

from scipy.stats import wilcoxon

from mentoring_xl.monitoring.chance import unlikely
from mentoring_xl.monitoring.influence import influence
from mentoring_xl.schema.asking import Participant, Reply
from mentoring_xl.schema.tables import Answer, Influence, Question

TEACHERS, PUPILS, STUDENTS = "учитель–учитель", "ученик–ученик", "студент–ученик"
MENTEE, MENTOR = "наставляемый", "наставник"
FEW = "для вывода мало: изменилось у {}, нужно у 6."


def both(code: str, **fields: str) -> tuple[Question, Question]:
    """The question before and after; «Д» and «П» stand for «*» in the code."""
    fields = {"form": TEACHERS, "role": MENTEE, "kind": "1–10", **fields}
    return (
        Question(code=code.replace("*", "Д"), stage="до", text="Как будет?", **fields),
        Question(code=code.replace("*", "П"), stage="после", text="Как было?", **fields),
    )


COMFORT = both("УУ-Н*-04", measure="комфорт")
BURNOUT = both("УУ-Н*-22", measure="выгорание", effect="меньше – лучше")
SCHOOL_MARK = both("УУ-Н*-23", measure="средний балл", effect="больше – лучше", kind="число")


def people(*forms: str, role: str = MENTEE) -> dict[str, Participant]:
    letter = "Н" if role == MENTEE else "М"
    return {
        f"{letter}-{n}": Participant(f"{letter}-{n}", f"Человек {letter}{n}", role, form)
        for n, form in enumerate(forms, 1)
    }


def told(pair: tuple[Question, Question], marks: str, letter: str = "Н") -> list[Reply]:
    """Replies of Н-1, Н-2 … written as «6-8 7-7», before and after; «-» alone is no answer."""
    replies = []
    for number, mark in enumerate(marks.split(), 1):
        for question, value in zip(pair, mark.split("-"), strict=True):
            if value:
                replies.append(Reply(question, f"{letter}-{number}", float(value), Answer()))
    return replies


def test_each_measure_has_its_change_and_each_person_his():
    rows = influence(COMFORT, told(COMFORT, "6-8 7-7 5-9"), people(*[TEACHERS] * 3))
    assert rows == (
        Influence(scope="Наставляемые", role=MENTEE, form=TEACHERS, n=3, before=6.0, after=8.0, change=2.0,
                  improved=66.7, verdict=f"Стало лучше; {FEW.format(2)}"),
        Influence(scope="Комфорт", role=MENTEE, form=TEACHERS, n=3, before=6.0, after=8.0, change=2.0,
                  improved=66.7, verdict=f"Стало лучше; {FEW.format(2)}"),
        Influence(scope="Дальше – отдельные участники",
                  verdict="Только для куратора: совету показывайте строки выше этой."),
        Influence(scope="Человек Н1", role=MENTEE, form=TEACHERS, person_code="Н-1", n=1, before=6.0, after=8.0,
                  change=2.0, improved=100.0, verdict="Лучше: 1, хуже: 0, без перемен: 0."),
        Influence(scope="Человек Н2", role=MENTEE, form=TEACHERS, person_code="Н-2", n=1, before=7.0, after=7.0,
                  change=0.0, improved=0.0, verdict="Лучше: 0, хуже: 0, без перемен: 1."),
        Influence(scope="Человек Н3", role=MENTEE, form=TEACHERS, person_code="Н-3", n=1, before=5.0, after=9.0,
                  change=4.0, improved=100.0, verdict="Лучше: 1, хуже: 0, без перемен: 0."),
    )  # fmt: skip


def test_less_burnout_is_better():
    whole, measure, *_ = influence(BURNOUT, told(BURNOUT, "8-3 7-5 9-9"), people(*[TEACHERS] * 3))
    assert (measure.scope, measure.before, measure.after, measure.change) == (
        "Выгорание (лучше, когда меньше)", 8.0, 5.67, -2.33,
    )  # fmt: skip
    assert (measure.improved, measure.verdict[:11]) == (66.7, "Стало лучше")
    assert (whole.before, whole.after, whole.change) == (3.0, 5.33, 2.33)


def test_numbers_of_another_kind_are_not_averaged_with_marks():
    questions = (*COMFORT, *SCHOOL_MARK)
    given = [*told(COMFORT, "6-8 6-8 6-8"), *told(SCHOOL_MARK, "3-4 4-5 4-4.5")]
    whole, comfort, school, _, first, *_ = influence(questions, given, people(*[TEACHERS] * 3))
    assert (whole.before, whole.after, comfort.change) == (6.0, 8.0, 2.0)
    assert (school.scope, school.before, school.after) == ("Средний балл", 3.67, 4.5)
    assert (first.n, first.before, first.improved) == (2, 6.0, 100.0)


def test_only_who_answered_both_times_is_compared():
    rows = influence(COMFORT, told(COMFORT, "6-8 7-8 5-9 9- -9"), people(*[TEACHERS] * 5))
    assert [row.n for row in rows if row.n and not row.person_code] == [3, 3]


def test_a_group_of_two_is_hidden_and_stays_out_of_everybody():
    pupils = both("ОО-Н*-04", measure="комфорт", form=PUPILS)
    mentors = both("УУ-М*-04", measure="комфорт", role=MENTOR)
    bank = people(*[TEACHERS] * 3, PUPILS, PUPILS) | people(*[TEACHERS] * 3, role=MENTOR)
    given = [*told(COMFORT, "6-8 6-8 6-8"), *told(pupils, "- - - 1-1 1-1"), *told(mentors, "4-4 4-4 4-4", "М")]
    rows = influence((*COMFORT, *pupils, *mentors), given, bank)
    assert [(row.scope, row.form, row.n, row.after) for row in rows if row.n and not row.person_code] == [
        ("Все участники", "", 6, 6.0),
        ("Наставляемые", TEACHERS, 3, 8.0),
        ("Комфорт", TEACHERS, 3, 8.0),
        ("Наставляемые", PUPILS, 2, None),
        ("Наставники", TEACHERS, 3, 4.0),
        ("Комфорт", TEACHERS, 3, 4.0),
    ]
    assert rows[3].verdict == "Меньше трёх участников: не показывается."


def test_one_who_came_to_another_form_is_compared_by_the_measure():
    pupils, students = (
        both("ОО-Н*-04", measure="комфорт", form=PUPILS),
        both("СО-Н*-04", measure="Комфорт", form=STUDENTS),
    )
    given = told((pupils[0], students[1]), "6-8 6-8 6-8")
    rows = influence((*pupils, *students), given, people(*[STUDENTS] * 3))
    assert [(row.scope, row.form, row.n) for row in rows if row.n and not row.person_code] == [
        ("Наставляемые", STUDENTS, 3),
        ("Комфорт", STUDENTS, 3),
    ]


def test_without_measures_the_codes_tell_what_belongs_together():
    plain = both("УУ-Н*-04")
    _, row, *_ = influence(plain, told(plain, "6-8 7-7 5-9"), people(*[TEACHERS] * 3))
    assert (row.scope, row.change) == ("Как было?", 2.0)


def test_a_change_of_eight_people_is_tested():
    bank = people(*[TEACHERS] * 8)
    better, _, *_ = influence(COMFORT, told(COMFORT, "5-7 5-8 4-8 6-9 3-8 6-7 2-8 1-8"), bank)
    worse, _, *_ = influence(COMFORT, told(COMFORT, "7-5 8-5 8-4 9-6 8-3 7-6 8-2 8-1"), bank)
    mixed, _, *_ = influence(COMFORT, told(COMFORT, "5-7 7-5 4-8 8-4 3-4 4-3 2-8 8-3"), bank)
    same, _, *_ = influence(COMFORT, told(COMFORT, "5-5 " * 8), bank)
    assert better.verdict == "Стало лучше; изменение вряд ли случайно."
    assert worse.verdict == "Стало хуже; изменение вряд ли случайно. Разберите причины."
    assert mixed.verdict == "Стало лучше, но это может быть случайностью."
    assert same.verdict == "Без изменений."


def test_five_changes_are_too_few_for_a_test_and_zeros_do_not_count():
    assert unlikely([[1, 1, 1, 1, 1, 0, 0, 0]]) == (None,)
    assert unlikely([[1, 2, 3, 4, 5, 6]]) == (True,)


def test_among_many_measures_one_lucky_draw_is_not_believed():
    lucky, ordinary = [1, 2, 3, 4, 5, 6], [1, -2, 3, -4, 5, -6]
    assert unlikely([lucky]) == (True,)
    assert unlikely([lucky, *[ordinary] * 9])[0] is False


def test_few_tied_marks_are_as_unlikely_as_scipy_counts_one_by_one():
    for gains in ([1, 1, 2, 2, 3, 3, -1], [1, 1, 1, 2, 2, 2, -1], [2, 1, 1, 1, -2, 1, 1], [1, 1, 1, 1, 1, 1, 1]):
        assert unlikely([gains]) == (bool(wilcoxon(gains).pvalue < 0.05),), gains


def test_nobody_answered_twice():
    assert influence(COMFORT, told(COMFORT, "6- -7"), people(TEACHERS, TEACHERS)) == ()


def test_somebody_who_is_in_no_bank_any_more_stands_under_his_code():
    (row,) = [row for row in influence(COMFORT, told(COMFORT, "6-8"), {}) if row.person_code]
    assert (row.scope, row.person_code, row.role, row.form) == ("Н-1", "Н-1", MENTEE, TEACHERS)

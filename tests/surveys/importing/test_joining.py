"""Several columns that hold the answers to one question: one for each option, or the same head more than once."""

import pytest

from mentoring_xl.schema.tables import Mentee, SurveyColumn
from tests.surveys.importing.school import CHOICES, QUESTIONS, answers_of, book, load, question

ANNA, OLEG = "Соколова Анна Петровна", "Зимин Олег Ильич"
COMFORT, MEETINGS, GROUP, GAVE, GLAD, LACKED = (question.text for question in QUESTIONS[:6])
OPTIONS = tuple(CHOICES.split("; "))


def small(**other):
    return book(Mentee(code="Н-1", full_name=ANNA), Mentee(code="Н-2", full_name=OLEG), **other)


def heads_of(made):
    return [row.heading for row in made.rows[SurveyColumn]]


@pytest.mark.parametrize("head", ["{} [{}]", "{}: {}", "{} / {}", "{} - «{}»", "4. {} ({})"])
@pytest.mark.parametrize(("yes", "no"), [("Да", "Нет"), (1, 0), ("1", ""), ("x", None), ("TRUE", "FALSE"), ("", "-")])
def test_a_column_for_each_option_is_one_question(head, yes, no):
    made, heads = small(), [head.format(GAVE, option) for option in OPTIONS]
    given = [[yes or OPTIONS[0], no, no, yes or OPTIONS[3]], [no, yes or OPTIONS[1], no, no]]
    load(made, [["ФИО", COMFORT, *heads, MEETINGS], [ANNA, "5", *given[0], "6"], [OLEG, "7", *given[1], "8"]])
    assert answers_of(made) == {
        ("Н-1", "П-01"): "5",
        ("Н-1", "П-04"): "новые знания; уверенность",
        ("Н-1", "П-02"): "6",
        ("Н-2", "П-01"): "7",
        ("Н-2", "П-04"): "поддержка, когда трудно",
        ("Н-2", "П-02"): "8",
    }
    assert len(heads_of(made)) == 4
    assert load(made, [["ФИО", COMFORT, *heads, MEETINGS], [ANNA, "5", *given[0], "6"]]).changes == {}
    assert heads_of(made)[2].endswith(GAVE)


def test_nobody_who_chose_nothing_has_an_answer():
    made = small()
    load(made, [["ФИО", COMFORT, *(f"{GAVE} [{option}]" for option in OPTIONS)], [ANNA, "5", "Нет", "Нет", "", "0"]])
    assert answers_of(made) == {("Н-1", "П-01"): "5"}


def test_marks_of_a_grid_are_no_choices():
    rows = (question("О-1", "Оцените встречи: новые знания"), question("О-2", "Оцените встречи: уверенность"))
    listed = question("О-3", "Оцените встречи", "несколько", options=CHOICES)
    made = small(questions=(*QUESTIONS, *rows, listed))
    heads = ["ФИО", COMFORT, "Оцените встречи [новые знания]", "Оцените встречи [уверенность]"]
    load(made, [heads, [ANNA, "5", "1", "1"], [OLEG, "5", "1", "1"]])
    assert answers_of(made)[("Н-1", "О-2")] == "1"
    assert ("Н-1", "О-3") not in answers_of(made)


def test_other_words_than_ticks_leave_the_columns_to_a_person():
    made = small()
    heads = [f"{GAVE} [{option}]" for option in OPTIONS[:2]]
    report = load(made, [["ФИО", COMFORT, *heads], [ANNA, "5", "часто", "редко"]])
    assert answers_of(made) == {("Н-1", "П-01"): "5"}
    assert "Столбцов с чужими вопросами: 2" in report.summary[-1]


def test_one_question_in_two_sections_of_a_form_is_one_question():
    made = small()
    rows = [["ФИО", COMFORT, "ФИО", f"{COMFORT} "], [ANNA, "5", None, None], [None, None, OLEG, "8"]]
    assert load(made, rows).summary[1:] == ("Новых ответов: 2, заменено: 0.",)
    assert answers_of(made) == {("Н-1", "П-01"): "5", ("Н-2", "П-01"): "8"}
    assert load(made, rows).changes == {}
    load(made, [*rows[:2], [None, None, OLEG, "9"]])
    assert answers_of(made)[("Н-2", "П-01")] == "9"


def test_one_head_with_a_choice_in_each_column_is_one_question():
    made = small()
    load(made, [["ФИО", COMFORT, GAVE, GAVE, GAVE], [ANNA, "5", OPTIONS[2], "", OPTIONS[0]]])
    assert answers_of(made)[("Н-1", "П-04")] == "новые знания; друзья, с которыми можно поговорить"


def test_two_answers_to_one_question_are_told_and_not_mixed():
    made = small()
    report = load(made, [["ФИО", COMFORT, COMFORT, MEETINGS], [ANNA, "5", "6", "7"]])
    assert answers_of(made) == {("Н-1", "П-01"): "5", ("Н-1", "П-02"): "7"}
    assert report.summary[2:] == (
        "Один вопрос стоит в файле дважды, взят первый столбец: «Насколько комфортным было общение с наставником?». "
        "Удалите лишний столбец и повторите.",
    )


def test_columns_that_a_person_decided_about_stay_apart():
    made, heads = small(), [f"{GAVE} [{option}]" for option in OPTIONS[:2]]
    made.rows[SurveyColumn] = [SurveyColumn(heading=head, target="не загружать", checked=True) for head in heads]
    load(made, [["ФИО", COMFORT, *heads], [ANNA, "5", "Да", "Нет"]])
    assert answers_of(made) == {("Н-1", "П-01"): "5"}

"""What the questionnaires came to: figures written out, small groups hidden, open answers without names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.schema.asking import Participant
from mentoring_xl.schema.choices import FORMS, ROLES
from mentoring_xl.schema.tables import Answer, Question, SurveyResult
from mentoring_xl.surveys.answers import replies, sent
from mentoring_xl.surveys.results import results

TEACHERS, PUPILS = "учитель–учитель", "ученик–ученик"
COMFORT = Question(code="УУ-НД-04", form=TEACHERS, role="наставляемый", stage="до", text="Комфорт?", kind="1–10")
COMFORT_AFTER = COMFORT.but(code="УУ-НП-04", stage="после", text="Было комфортно?")
GLAD = COMFORT.but(code="УУ-НД-16", text="Рады?", kind="да/нет")
GLAD_AFTER = GLAD.but(code="УУ-НП-16", stage="после")
OFTEN = COMFORT.but(code="УУ-НД-15", text="Как часто?", kind="частота")
SEVERAL = COMFORT.but(code="УУ-НД-30", text="Что помогло?", kind="несколько", options="беседы; уроки, разбор; поездки")
OPEN = COMFORT.but(code="УУ-НД-14", text="Что ценно?", kind="текст")
INTERIM = Question(code="ПР-02", stage="промежуточный", text="Продвинулись?", kind="1–10")
CARD = Question(code="КК-01", stage="карта куратора", text="Цели", kind="0–2")
WISH = Question(code="ПЖ-Н-01", role="наставляемый", stage="предпочтения", text="Кого выбрали бы?", kind="текст")


def bank(mentees: int, mentors: int = 0, *, form: str = TEACHERS, paired: bool = True) -> dict[str, Participant]:
    people = {f"Н-{n}": Participant(f"Н-{n}", "", "наставляемый", form, paired) for n in range(1, mentees + 1)}
    return people | {f"М-{n}": Participant(f"М-{n}", "", "наставник", form, paired) for n in range(1, mentors + 1)}


def answers(question: Question, *texts: str, letter: str = "Н") -> list[Answer]:
    return [
        Answer(person_code=f"{letter}-{n}", question_code=question.code, answer=text) for n, text in enumerate(texts, 1)
    ]


def summed(questions, told, people=None) -> tuple[SurveyResult, ...]:
    return results(questions, replies(questions, told), people or {}, lambda text: text.replace("Вера", "…"))


def test_marks_have_a_mean_a_median_a_share_of_the_top_and_a_distribution():
    assert summed([COMFORT], answers(COMFORT, "10", "9", "7", "6,5"), bank(5)) == (
        SurveyResult(
            code="УУ-НД-04", form=TEACHERS, role="наставляемый", stage="до", question="Комфорт?",
            n=4, asked=5, response=80.0, mean=8.12, median=8.0, top=50.0,
            spread="6,5:\xa01; 7:\xa01; 9:\xa01; 10:\xa01",
        ),
    )  # fmt: skip


def test_chosen_answers_are_counted_in_the_order_of_the_question():
    told = [*answers(GLAD, "да", "нет", "Да"), *answers(OFTEN, "часто", "часто", "никогда")]
    glad, often = summed([GLAD, OFTEN], told)
    assert glad.spread == "да:\xa02\xa0(67\xa0%); нет:\xa01\xa0(33\xa0%)"
    assert often.spread.replace("\xa0", " ") == (
        "очень часто: 0 (0 %); часто: 2 (67 %); редко: 0 (0 %); 1–2 раза: 0 (0 %); никогда: 1 (33 %)"
    )


def test_of_several_options_each_is_counted():
    (row,) = summed([SEVERAL], answers(SEVERAL, "беседы; поездки", "беседы", "уроки, разбор; беседы"))
    assert row.spread.replace("\xa0", " ") == "беседы: 3 (100 %); уроки, разбор: 1 (33 %); поездки: 1 (33 %)"


def test_open_answers_are_listed_once_without_names_and_not_in_the_order_of_people():
    (row,) = summed([OPEN], answers(OPEN, "Уроки", "Вера", "помощь, как Вера", "уроки", "Беседы"))
    assert row.texts == "Уроки (2)\nБеседы\nпомощь, как …"


def test_fewer_than_three_answers_are_hidden():
    mark, text = summed([COMFORT, OPEN], [*answers(COMFORT, "10", "9"), *answers(OPEN, "а", "б")], bank(2))
    assert (mark.n, mark.response, mark.mean, mark.spread) == (2, 100.0, None, "меньше трёх ответов: скрыто")
    assert (text.n, text.texts) == (2, "")


def test_what_was_before_stands_beside_what_is_after():
    told = [*answers(COMFORT, "6", "7", "8"), *answers(COMFORT_AFTER, "9", "9", "8")]
    before, after = summed([COMFORT, COMFORT_AFTER], told)
    assert (before.mean, before.before, before.change) == (7.0, None, None)
    assert (after.mean, after.before, after.change) == (8.67, 7.0, 1.67)
    assert summed([COMFORT_AFTER, COMFORT], told) == (after, before)


def test_nothing_is_compared_with_a_hidden_group():
    told = [*answers(COMFORT, "6", "7"), *answers(COMFORT_AFTER, "9", "9", "8")]
    _, after = summed([COMFORT, COMFORT_AFTER], told)
    assert (after.before, after.change) == (None, None)


def test_a_question_to_everybody_is_told_by_role():
    told = [*answers(INTERIM, "6", "7", "8"), *answers(INTERIM, "9", "9", "9", letter="М")]
    found = [(row.role, row.n, row.asked, row.mean) for row in summed([INTERIM], told, bank(4, 3))]
    assert found == [("все", 6, 7, 8.0), ("наставляемый", 3, 4, 7.0), ("наставник", 3, 3, 9.0)]


def test_a_role_is_not_told_where_the_rest_is_one_or_two():
    told = [*answers(INTERIM, "6", "7", "8"), *answers(INTERIM, "2", "3", letter="М")]
    found = [(row.role, row.n) for row in summed([INTERIM], told, bank(3, 2))]
    assert found == [("все", 5)]


def test_two_small_forms_together_are_no_secret():
    people = bank(3) | {
        f"Н-{n}": Participant(f"Н-{n}", "", "наставляемый", form, paired=True)
        for n, form in ((4, PUPILS), (5, PUPILS), (6, "студент–ученик"))
    }
    found = [(row.form, row.n) for row in summed([INTERIM], answers(INTERIM, *"678912"), people)]
    assert found == [("все", 6), (TEACHERS, 3)]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(ROLES.values), st.sampled_from(FORMS.values)), max_size=20))
def test_subtraction_never_leaves_one_or_two(members: list[tuple[str, str]]):
    people = {f"У-{n}": Participant("", "", role, form, paired=True) for n, (role, form) in enumerate(members, 1)}
    rows = summed([INTERIM], answers(INTERIM, *["7"] * len(members), letter="У"), people)
    for field in ("role", "form"):
        shown = [row.n for row in rows if getattr(row, field) != "все"]
        assert not shown or (min(shown) >= 3 and len(members) - sum(shown) not in {1, 2})


def test_after_the_programme_those_are_asked_whose_pair_has_worked():
    people = bank(4) | {"Н-9": Participant("Н-9", "", "наставляемый", TEACHERS)}
    before, after = summed([COMFORT, COMFORT_AFTER], answers(COMFORT, "8") + answers(COMFORT_AFTER, "8"), people)
    assert (before.asked, before.response) == (5, 20.0)
    assert (after.asked, after.response) == (4, 25.0)


def test_the_curators_card_is_no_secret_and_asked_of_nobody_by_name():
    (row,) = summed([CARD], answers(CARD, "2"))
    assert (row.mean, row.spread, row.asked, row.response) == (2.0, "2:\xa01", None, None)


def test_preferences_are_only_counted():
    (row,) = summed([WISH], answers(WISH, "Анна", "Пётр", "Лев"), bank(6))
    assert (row.n, row.response, row.texts, row.spread) == (3, 50.0, "", "")


@pytest.mark.parametrize("told", [[], answers(COMFORT, "много")])
def test_questions_that_nobody_answered_are_left_out(told):
    assert summed([COMFORT], told, bank(3)) == ()


def test_of_two_questions_with_one_code_the_lower_counts():
    (row,) = summed([COMFORT, COMFORT.but(text="Что ценно?", kind="текст")], answers(COMFORT, "8", "уроки", "беседы"))
    assert (row.question, row.texts) == ("Что ценно?", "8\nбеседы\nуроки")


def test_a_full_stop_and_a_dash_make_no_other_answer():
    (row,) = summed([OPEN], answers(OPEN, "Мало встреч.", "мало встреч", "-", "уроки"))
    assert (row.n, row.texts) == (3, "мало встреч (2)\nуроки")


ANXIOUS = COMFORT.but(code="УУ-НД-20", text="Волнуетесь?", measure="Тревожность", effect="меньше – лучше")


def test_before_and_after_are_compared_of_the_same_people_as_on_influence():
    told = [*answers(COMFORT, "8", "8", "8", "1", "1"), *answers(COMFORT_AFTER, "6", "6", "6")]
    _, after = summed([COMFORT, COMFORT_AFTER], told)
    assert (after.mean, after.before, after.change) == (6.0, 8.0, -2.0)


def test_a_question_of_which_less_is_better_says_so():
    (row,) = summed([ANXIOUS], answers(ANXIOUS, "6", "7", "8"))
    assert row.question == "Волнуетесь? (лучше, когда меньше)"


def test_whoever_sent_the_form_was_asked_all_of_it_also_what_is_blank_or_cannot_be_read():
    told = [*answers(COMFORT_AFTER, "9", "9", "11", "8"), *answers(GLAD_AFTER, "да")]
    questions = [COMFORT_AFTER, GLAD_AFTER]
    people = bank(6, 2, paired=False)
    found = results(questions, replies(questions, told), people, str, sent(questions, told))
    assert [(row.n, row.asked, row.response) for row in found] == [(3, 4, 75.0), (1, 4, 25.0)]

"""Which questionnaire a file is, which question each column answers, and what a person says about it."""

from dataclasses import replace

import pytest

from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.tables import Answer, Mentee, Question, SurveyColumn
from mentoring_xl.surveys import default_questions
from mentoring_xl.surveys.importing.report import as_data, described
from mentoring_xl.surveys.importing.service import service
from mentoring_xl.surveys.importing.understanding import Unclear
from tests.surveys.importing.school import (
    AFTER,
    BEFORE,
    INTERIM,
    MENTEE,
    MENTOR,
    QUESTIONS,
    answers_of,
    book,
    csv_of,
    load,
    plan_of,
)

ANNA = Mentee(code="Н-1", full_name="Соколова Анна Петровна")
COMFORT, MEETINGS, GROUP = (question.text for question in QUESTIONS[:3])


def understood_heads(*heads, stage="", role="", made=None):
    plan = plan_of(
        made or book(ANNA), csv_of([["ФИО", *heads], ["Соколова Анна Петровна", *["5"] * len(heads)]]), stage, role
    )
    return {column.head: column.question.code if column.question else column.service for column in plan.columns}


def test_service_columns_are_told_by_their_heads():
    heads = {
        "Отметка времени": "дата",
        "Время создания": "дата",
        "createTime": "дата",
        "ID": "не загружать",
        "№": "не загружать",
        "Баллы": "не загружать",
        "Ф.И.О.": "ФИО",
        "Укажите вашу фамилию, имя и отчество (полностью)": "ФИО",
        "Как вас зовут?": "ФИО",
        "Фамилия": "фамилия",
        "Отчество (при наличии)": "отчество",
        "Адрес электронной почты": "почта",
        "Email": "почта",
        "Код участника": "код",
        "В каком классе вы учитесь?": "класс",
        "ФИО вашего наставника": "",
        "Дата рождения": "",
        "Если да, то где?": "",
    }
    assert {head: service(head) for head in heads} == heads
    assert service("ФИО наставника", MENTOR) == "ФИО"


def test_every_questionnaire_of_a_new_book_is_told_by_its_own_words():
    questions = default_questions()
    made = book(ANNA, questions=questions)
    for stage, role, form in dict.fromkeys((one.stage, one.role, one.form) for one in questions):
        own = [one for one in questions if (one.stage, one.role, one.form) == (stage, role, form)]
        if len(own) > 2:
            rows = [["ФИО", *(f"{number}. {one.text}" for number, one in enumerate(own, 1))], ["-", *["1"] * len(own)]]
            plan = plan_of(made, csv_of(rows))
            assert (plan.stage, plan.role) == (stage, role)
            assert [column.question for column in plan.columns[1:]] == own


def test_reworded_and_shuffled_heads_still_find_their_questions():
    assert understood_heads(
        "3) Насколько полезными оказались групповые встречи",
        "Насколько полезны были личные встречи с наставником?",
        "Насколько комфортно было общение с вашим наставником?",
    ) == {
        "ФИО": "ФИО",
        "3) Насколько полезными оказались групповые встречи": "П-03",
        "Насколько полезны были личные встречи с наставником?": "П-02",
        "Насколько комфортно было общение с вашим наставником?": "П-01",
    }


def test_a_code_before_a_question_and_the_row_of_a_grid_tell_it_for_sure():
    heads = ("П-06. Что улучшить?", f"Оцените от 1 до 10 [{COMFORT}]")
    assert list(understood_heads(*heads).values()) == ["ФИО", "П-06", "П-01"]


def test_two_columns_never_go_to_one_question():
    heads = (COMFORT, f"{COMFORT} Почему?")
    assert list(understood_heads(*heads).values()) == ["ФИО", "П-01", ""]


def test_a_head_as_like_two_questions_is_left_to_a_person():
    assert understood_heads(COMFORT, "Насколько полезными были встречи?") == {
        "ФИО": "ФИО",
        COMFORT: "П-01",
        "Насколько полезными были встречи?": "",
    }


def test_questions_of_others_are_not_loaded_and_are_named():
    made = book(ANNA)
    report = load(made, [["ФИО", COMFORT, "Любимый цвет?"], ["Соколова Анна Петровна", "5", "синий"]])
    assert answers_of(made) == {("Н-1", "П-01"): "5"}
    assert report.summary[-1] == (
        "Столбцов с чужими вопросами: 1 – «Любимый цвет?». Если вопрос ваш, впишите его код на лист "
        "«Столбцы анкет» и загрузите файл ещё раз."
    )


def test_a_file_with_other_questions_only_is_refused():
    with pytest.raises(BookError, match=r"нет вопросов с листа «Опросники»\. Выберите другой файл"):
        understood_heads("Любимый цвет?", "Любимое число?")
    with pytest.raises(BookError, match="нет вопросов с листа"):
        plan_of(book(ANNA), csv_of([["ФИО", "Класс"], ["Иванов", "5А"]]))


def test_a_stage_that_the_questions_do_not_tell_must_be_said():
    twins = tuple(
        Question(code=code, stage=stage, role=MENTEE, text="Рады ли вы участвовать?", kind="да/нет")
        for code, stage in (("А-1", BEFORE), ("Б-1", AFTER))
    )
    made = book(ANNA, questions=twins)
    data = csv_of([["ФИО", "Рады ли вы участвовать?"], ["Соколова Анна", "да"]])
    assert plan_of(made, data) == Unclear("ответы.csv", (BEFORE, AFTER), (MENTEE,))
    assert plan_of(made, data, AFTER).columns[1].question.code == "Б-1"


def test_a_role_that_the_questions_do_not_tell_must_be_said():
    data = csv_of([["ФИО", "Чего вы ожидаете от программы?"], ["Соколова Анна", "советов"]])
    assert plan_of(book(ANNA), data) == Unclear("ответы.csv", (BEFORE,), (MENTEE, MENTOR))
    assert plan_of(book(ANNA), data, role=MENTOR).columns[1].question.code == "ДМ-06"


def test_a_questionnaire_of_both_roles_needs_no_role():
    plan = plan_of(book(ANNA), csv_of([["ФИО", "Сколько встреч уже проведено?"], ["Соколова Анна", "3"]]))
    assert (plan.stage, plan.role) == (INTERIM, "")


def columns_of(made):
    return {row.heading: (row.target, row.likeness, row.stage, row.role) for row in made.rows[SurveyColumn]}


def test_the_columns_are_remembered_in_the_book():
    made = book(ANNA)
    load(made, [["ФИО", COMFORT, "Любимый цвет?"], ["Соколова Анна Петровна", "5", "синий"]])
    remembered = columns_of(made)
    assert remembered["ФИО"] == ("ФИО", None, AFTER, MENTEE)
    assert remembered[COMFORT] == ("П-01", 100, AFTER, MENTEE)
    assert remembered["Любимый цвет?"][0] == ""
    assert made.rows[SurveyColumn][1].question == COMFORT


@pytest.mark.parametrize("checked", [True, False])
def test_what_a_person_wrote_for_a_column_wins(checked):
    made = book(ANNA)
    rows = [["Кто вы такой", COMFORT, "Любимый цвет?", GROUP], ["Соколова Анна Петровна", "5", "синий", "7"]]
    load(made, rows)
    assert answers_of(made) == {}
    said = {"Кто вы такой": "фио", "Любимый цвет?": "п-06", GROUP: "Не загружать"}
    made.rows[SurveyColumn] = [
        row.but(target=said.get(row.heading, row.target), checked=checked) for row in made.rows[SurveyColumn]
    ]
    load(made, rows)
    assert answers_of(made) == {("Н-1", "П-01"): "5", ("Н-1", "П-06"): "синий"}
    assert {row.checked for row in made.rows[SurveyColumn]} == {checked}
    assert load(made, rows).changes == {}


def test_a_file_loaded_before_goes_to_the_same_questions_after_they_were_reworded():
    questions = default_questions()
    made = book(ANNA, questions=questions)
    own = [one for one in questions if (one.stage, one.role, one.form) == (AFTER, MENTEE, "ученик–ученик")]
    marks = [one for one in own if one.kind == "1–10"]
    rows = [["ФИО", *(one.text for one in marks)], ["Соколова Анна Петровна", *["7"] * len(marks)]]
    load(made, rows)
    answers = answers_of(made)
    made.rows[Question] = [
        one.but(text=f"Скажите своими словами, часть {at}") if one in own else one for at, one in enumerate(questions)
    ]
    assert "Новых ответов в файле нет." in load(made, rows).summary
    assert answers_of(made) == answers
    assert {code for _, code in answers} == {one.code for one in marks}


def test_a_checked_row_without_a_target_keeps_a_column_out():
    made = book(ANNA)
    made.rows[SurveyColumn] = [SurveyColumn(heading=COMFORT, checked=True)]
    load(made, [["ФИО", COMFORT, MEETINGS, GROUP], ["Соколова Анна Петровна", "5", "6", "7"]])
    assert answers_of(made) == {("Н-1", "П-02"): "6", ("Н-1", "П-03"): "7"}
    assert made.rows[SurveyColumn][0] == SurveyColumn(heading=COMFORT, checked=True)


def test_a_file_in_quite_other_words_is_loaded_by_what_a_person_wrote():
    made = book(ANNA)
    made.rows[SurveyColumn] = [SurveyColumn(heading="Уют", stage=AFTER, role=MENTEE, target="П-01")]
    load(made, [["ФИО", "Уют"], ["Соколова Анна Петровна", "5"]], AFTER, MENTEE)
    assert {(row.question_code, row.answer) for row in made.rows[Answer]} == {("П-01", "5")}


def test_a_file_with_several_tables_says_which_was_read():
    plan = plan_of(book(ANNA), csv_of([["ФИО", COMFORT], ["Соколова Анна Петровна", "5"]]))
    plan = replace(plan, sheet=replace(plan.sheet, title="Ответы"))
    assert described(plan)[1] == (
        "В файле несколько листов с таблицами, взят самый большой: «Ответы». Другой лист загрузите отдельным файлом."
    )


def test_a_dry_run_shows_each_column_and_nobody_who_answered():
    plan = plan_of(book(ANNA), csv_of([["ФИО", f"{COMFORT}!", "Цвет?"], ["Соколова Анна Петровна", "5", "синий"]]))
    assert described(plan) == (
        "Файл «ответы.csv». Опрос: после, наставляемый. Анкет: 1.",
        "Столбец «ФИО» → ФИО.",
        f"Столбец «{COMFORT}!» → П-01, сходство 100 %.",
        "Столбец «Цвет?» → не загружается.",
    )
    assert as_data(plan)["columns"][1] == {
        "title": f"{COMFORT}!",
        "question": "П-01",
        "service": None,
        "likeness": 100,
    }

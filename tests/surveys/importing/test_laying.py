"""Answers in the book: second ones, older ones, those of nobody, and names that a person settles."""

import datetime as dt

import pytest

from mentoring_xl.schema.tables import Answer, Employee, Mentee, Mentor, Preference, Respondent, Setting
from tests.surveys.importing.school import MENTEE, PREFERENCES, QUESTIONS, answers_of, book, load

ANNA = Mentee(code="Н-1", full_name="Соколова Анна Петровна")
OLEG = Mentee(code="Н-2", full_name="Зимин Олег Ильич")
COMFORT, _, GROUP = (question.text for question in QUESTIONS[:3])
HEADS = ["Отметка времени", "ФИО", COMFORT, GROUP]
ADDS = (Setting(code="survey_again", value="Добавляется"),)


def form(day, name, *marks):
    return [f"{day}.11.2026 10:00", name, *marks]


def dated(made):
    return [(row.question_code, row.answer, row.answered and row.answered.day) for row in made.rows[Answer]]


def test_a_new_answer_goes_below_with_its_number_name_and_question():
    made = book(ANNA, answers=(Answer(number=41, person_code="Н-2", question_code="П-01", answer="3"),))
    load(made, [HEADS, form(21, "Соколова А. П.", "10 – полностью", "")])
    assert made.rows[Answer][1:] == [
        Answer(
            number=42,
            person_code="Н-1",
            full_name="Соколова Анна Петровна",
            question_code="П-01",
            question=COMFORT,
            answer="10",
            answered=dt.date(2026, 11, 21),
        )
    ]


def test_a_second_answer_takes_the_place_of_the_first():
    made = book(ANNA)
    load(made, [HEADS, form(21, "Соколова А. П.", "5", "6")])
    report = load(made, [HEADS, form(25, "Соколова А. П.", "7", "6")])
    assert dated(made) == [("П-01", "7", 25), ("П-03", "6", 25)]
    assert report.summary[1] == "Новых ответов: 0, заменено: 2."


def test_of_two_forms_in_one_file_the_later_counts_wherever_it_stands():
    made = book(ANNA)
    rows = [HEADS, form(25, "Соколова А. П.", "7", "6"), form(21, "Соколова А. П.", "5", "4")]
    load(made, rows)
    assert dated(made) == [("П-01", "7", 25), ("П-03", "6", 25)]
    assert load(made, rows).changes == {}


def test_it_is_said_who_answered_twice_in_one_file_and_only_what_counts_is_called_unfit():
    made = book(ANNA, OLEG)
    rows = [HEADS, form(25, "Соколова А. П.", "не знаю", "6"), form(26, "Соколова А. П.", "7", "много")]
    report = load(made, [*rows, form(26, "Зимин О. И.", "7", "6")])
    assert "Ответили в файле дважды, взят последний ответ: Н-1 (строки 2 и 3)." in report.summary
    assert "Не подходят к своим вопросам: 1 ответ. Нажмите «Проверить людей»." in report.summary
    assert answers_of(made)["Н-1", "П-01"] == "7"


def test_it_is_said_who_chose_twice_in_one_file():
    made = book(ANNA, mentors=MENTORS)
    report = load(
        made, [["Отметка времени", "ФИО", *WISHES], *(form(day, "Н-1", f"М-{day - 20}", "", "") for day in (21, 22))]
    )
    assert chosen(made) == [("Н-1", "М-2", "", "", "")]
    assert "Ответили в файле дважды, взят последний ответ: Н-1 (строки 2 и 3)." in report.summary


def test_an_older_answer_does_not_take_the_place_of_a_newer_one():
    made = book(ANNA)
    load(made, [HEADS, form(25, "Соколова А. П.", "7", "6")])
    report = load(made, [HEADS, form(21, "Соколова А. П.", "5", "4")])
    assert dated(made) == [("П-01", "7", 25), ("П-03", "6", 25)]
    assert "Ответов старше записанных: 2, они не загружены." in report.summary
    assert report.changes == {}


def test_a_second_answer_is_kept_beside_the_first_when_it_is_so_set():
    made = book(ANNA, settings=ADDS)
    load(made, [HEADS, form(21, "Соколова А. П.", "5", "6")])
    second = [HEADS, form(25, "Соколова А. П.", "7", "6")]
    load(made, second)
    assert dated(made) == [("П-01", "5", 21), ("П-03", "6", 21), ("П-01", "7", 25), ("П-03", "6", 25)]
    assert load(made, second).changes == {}


def test_an_interim_answer_of_another_day_is_always_a_new_one():
    made = book(ANNA)
    heads = ["Отметка времени", "ФИО", "Сколько встреч уже проведено?", "Какие трудности возникли?"]
    load(made, [heads, form(1, "Соколова А. П.", "2", "нет")])
    load(made, [heads, form(20, "Соколова А. П.", "5", "нет"), form(20, "Соколова А. П.", "6", "нет")])
    assert dated(made) == [("ПР-01", "2", 1), ("ПР-05", "нет", 1), ("ПР-01", "6", 20), ("ПР-05", "нет", 20)]


def test_answers_that_do_not_fit_are_loaded_as_written_and_counted():
    report = load(made := book(ANNA), [HEADS, form(21, "Соколова А. П.", "не знаю", "6")])
    assert answers_of(made) == {("Н-1", "П-01"): "не знаю", ("Н-1", "П-03"): "6"}
    assert "Не подходят к своим вопросам: 1 ответ. Нажмите «Проверить людей»." in report.summary


def test_a_form_without_a_signature_is_not_loaded_and_is_counted():
    report = load(made := book(ANNA), [HEADS, form(21, "", "5", "6")])
    assert made.rows[Answer] == []
    assert report.summary[-1] == (
        "Анкет без подписи: 1, они не загружены. Строка файла: 2. Добавьте в форму вопрос «ФИО» или «Код участника»."
    )


def test_a_class_alone_is_no_signature():
    made = book(ANNA)
    report = load(
        made, [["ФИО", "Ваш класс", COMFORT, GROUP], ["Соколова А. П.", "5Б", "5", "6"], ["", "5Б", "7", "8"]]
    )
    assert made.rows[Respondent] == []
    assert report.summary[-1].startswith("Анкет без подписи: 1, они не загружены. Строка файла: 3.")


def test_a_name_in_three_columns_and_a_class_beside_it_are_one_signature():
    made = book(
        Mentee(code="Н-1", full_name="Зимин Олег Ильич", school_class="8Б"),
        Mentee(code="Н-2", full_name="Зимин Олег Ильич", school_class="9А"),
    )
    heads = ["Фамилия", "Имя", "Отчество", "Класс", COMFORT, GROUP]
    load(made, [heads, ["Зимин", "Олег", "Ильич", "9 «а»", "5", "6"], ["Зимин", "Олег", "", "", "1", "2"]])
    assert answers_of(made) == {("Н-2", "П-01"): "5", ("Н-2", "П-03"): "6"}
    assert [row.written for row in made.rows[Respondent]] == ["Зимин Олег"]


def test_the_same_words_are_the_question_of_the_form_of_who_answers():
    teacher = Mentee(code="Н-2", full_name="Зимин Олег Ильич", group="педагог")
    pupil = ANNA.but(group="обучающийся")
    twin = QUESTIONS[0].but(code="ПУ-01", form="учитель–учитель")
    made = book(pupil, teacher, questions=(twin, *QUESTIONS))
    load(made, [HEADS, form(21, "Соколова А. П.", "5", "6"), form(21, "Зимин О. И.", "7", "8")])
    assert answers_of(made) == {
        ("Н-1", "П-01"): "5",
        ("Н-1", "П-03"): "6",
        ("Н-2", "ПУ-01"): "7",
        ("Н-2", "П-03"): "8",
    }


DOUBTFUL = [HEADS, form(21, "Соколова", "5", "6"), form(22, "Зимин О. И.", "7", "8")]


def decide(made, code):
    made.rows[Respondent] = [row.but(person_code=code) for row in made.rows[Respondent]]


def test_a_doubtful_signature_waits_until_a_person_writes_the_code():
    made = book(ANNA, OLEG)
    load(made, DOUBTFUL)
    assert made.rows[Respondent] == [
        Respondent(
            written="Соколова",
            role=MENTEE,
            candidates="Н-1 Соколова Анна Петровна",
            why="Подпись неполная. Строка файла: 2.",
            seen=dt.date(2026, 11, 30),
        )
    ]
    assert {code for code, _ in answers_of(made)} == {"Н-2"}
    decide(made, "н-1")
    report = load(made, DOUBTFUL)
    assert answers_of(made)["Н-1", "П-01"] == "5"
    assert not [sentence for sentence in report.summary if "Не узнано" in sentence]
    assert load(made, DOUBTFUL).changes == {}


def test_no_means_that_somebody_is_not_loaded():
    made = book(ANNA, OLEG)
    load(made, DOUBTFUL)
    decide(made, "Нет")
    assert load(made, DOUBTFUL).changes == {}
    assert {code for code, _ in answers_of(made)} == {"Н-2"}


def test_a_code_that_nobody_has_keeps_waiting_and_it_is_said_why():
    made = book(ANNA, OLEG)
    load(made, DOUBTFUL)
    decide(made, "Н-77")
    load(made, DOUBTFUL)
    assert [(row.person_code, row.why, row.candidates) for row in made.rows[Respondent]] == [
        ("Н-77", "Такого кода нет в банках. Строка файла: 2.", "Н-1 Соколова Анна Петровна")
    ]


@pytest.mark.parametrize("typed", ["Н1", "н-01", "H 1", "Н-1"])
def test_a_code_may_be_typed_without_its_dash_or_with_zeros(typed):
    made = book(ANNA, OLEG)
    load(made, DOUBTFUL)
    decide(made, typed)
    load(made, DOUBTFUL)
    assert answers_of(made)["Н-1", "П-01"] == "5"


def test_every_row_of_the_file_with_a_doubtful_signature_is_named():
    made = book(ANNA)
    load(
        made,
        [HEADS, form(21, "Соколова", "5", "6"), form(22, "Соколова А. П.", "5", "6"), form(23, "соколова", "7", "8")],
    )
    assert [row.why for row in made.rows[Respondent]] == ["Подпись неполная. Строки файла: 2, 4."]


def test_a_signature_that_has_become_sure_leaves_the_list():
    made = book(OLEG)
    rows = [HEADS, form(21, "Соколова А. П.", "5", "6")]
    load(made, rows)
    assert [row.why for row in made.rows[Respondent]] == ["Такого имени нет в банках. Строка файла: 2."]
    made.rows[Mentee].append(ANNA)
    load(made, rows)
    assert made.rows[Respondent] == []
    assert answers_of(made)["Н-1", "П-01"] == "5"


def test_the_curators_card_is_signed_by_staff():
    staff = (Employee(code="С-3", full_name="Лесная Вера Юрьевна"),)
    made = book(ANNA, staff=staff)
    card = [question.text for question in QUESTIONS if question.code.startswith("КК")]
    load(made, [["ФИО", *card], ["Лесная В. Ю.", "2 – полностью", "1"]])
    assert answers_of(made) == {("С-3", "КК-01"): "2", ("С-3", "КК-02"): "1"}


CARD = [question.text for question in QUESTIONS if question.code.startswith("КК")]
CURATOR = Employee(code="С-3", full_name="Лесная Вера Юрьевна", role="координатор, куратор")


def test_a_card_that_says_no_name_is_the_curators():
    made = book(ANNA, staff=(CURATOR, Employee(code="С-4", full_name="Туманов Глеб Львович")))
    report = load(made, [CARD, ["2", "1"]])
    assert answers_of(made) == {("С-3", "КК-01"): "2", ("С-3", "КК-02"): "1"}
    assert report.summary[-1] == "Анкет без подписи: 1, их автор – куратор, С-3."


def test_of_two_curators_nobody_is_guessed():
    made = book(ANNA, staff=(CURATOR, CURATOR.but(code="С-4", full_name="Туманов Глеб Львович")))
    report = load(made, [CARD, ["2", "1"]])
    assert made.rows[Answer] == []
    assert "Анкет без подписи: 1, они не загружены." in report.summary[-1]


STRONG = QUESTIONS[0].but(code="СВ-01", role="", form="", stage="SWOT", kind="текст", text="Что внутри школы помогает?")


def test_opinions_for_swot_need_no_name_and_every_one_counts():
    made = book(ANNA, questions=(*QUESTIONS, STRONG))
    file = [["Отметка времени", STRONG.text], *([f"{day}.11.2026 10:00", "коллектив"] for day in (21, 21, 22))]
    report = load(made, file)
    assert [(row.person_code, row.answer) for row in made.rows[Answer]] == [("", "коллектив")] * 3
    assert report.summary[-1] == "Анкет без подписи: 3, они загружены без имён."
    assert load(made, file).changes == {}


MENTORS = (
    Mentor(code="М-1", full_name="Лесная Вера Юрьевна"),
    Mentor(code="М-2", full_name="Туманов Глеб Львович"),
    Mentor(code="М-3", full_name="Туманов Глеб Юрьевич"),
)
WISHES = [question.text for question in QUESTIONS if question.stage == PREFERENCES]


def wish(made, *said, day=21, name="Соколова А. П."):
    return load(made, [["Отметка времени", "ФИО", *WISHES], form(day, name, *said)])


def chosen(made):
    return [(row.person_code, row.first, row.second, row.third, row.veto) for row in made.rows[Preference]]


def test_names_in_preferences_become_codes():
    made = book(ANNA, mentors=MENTORS)
    report = wish(made, "Лесная Вера", "М-2 Туманов", "Туманов Г. Ю.; Лесная")
    assert chosen(made) == [("Н-1", "М-1", "М-2", "", "М-3")]
    assert made.rows[Preference][0].full_name == "Соколова Анна Петровна"
    assert made.rows[Preference][0].answered == dt.date(2026, 11, 21)
    assert made.rows[Answer] == []
    assert report.summary[1] == "Предпочтений: новых – 1, дополнено – 0."


@pytest.mark.parametrize("nobody", ["нет", "Никого", "-", "Не знаю.", ""])
def test_words_that_name_nobody_leave_the_cell_blank(nobody):
    made = book(ANNA, mentors=MENTORS)
    wish(made, "Лесная Вера", nobody, nobody)
    assert chosen(made) == [("Н-1", "М-1", "", "", "")]
    assert made.rows[Respondent] == []


def test_a_doubtful_choice_waits_for_a_code_and_then_fills_the_blank_cell():
    made = book(ANNA, mentors=MENTORS)
    wish(made, "Туманов Глеб", "Лесная В. Ю.", "")
    assert chosen(made) == [("Н-1", "", "М-1", "", "")]
    assert [(row.written, row.role) for row in made.rows[Respondent]] == [("Туманов Глеб", "наставник")]
    decide(made, "М-3")
    wish(made, "Туманов Глеб", "Лесная В. Ю.", "")
    assert chosen(made) == [("Н-1", "М-3", "М-1", "", "")]
    assert wish(made, "Туманов Глеб", "Лесная В. Ю.", "").changes == {}


def test_two_names_in_one_place_are_left_to_a_person():
    made = book(ANNA, mentors=MENTORS)
    wish(made, "Лесная В. Ю., Туманов Г. Ю.", "М-2", "")
    assert chosen(made) == [("Н-1", "", "М-2", "", "")]
    assert made.rows[Respondent][0].why == "На одно место названо несколько человек. Строка файла: 2."


def test_what_stands_in_the_book_is_not_changed_by_another_choice_of_the_same_day():
    made = book(ANNA, mentors=MENTORS)
    made.rows[Preference] = [Preference(person_code="Н-1", first="М-2", answered=dt.date(2026, 11, 21))]
    report = wish(made, "Лесная Вера", "", "")
    assert chosen(made) == [("Н-1", "М-2", "", "", "")]
    assert report.summary[-1] == "В книге другой выбор, он не изменён: Н-1. Сравните с файлом."


def test_another_choice_of_a_later_day_takes_the_place_of_the_first_and_an_older_one_is_nothing():
    made = book(ANNA, mentors=MENTORS)
    wish(made, "Лесная Вера", "М-3", "", day=21)
    report = wish(made, "М-2", "", "М-1", day=25)
    assert report.summary[1] == "Предпочтений: новых – 0, дополнено – 0, заменено – 1."
    wish(made, "М-3", "", "", day=20)
    assert chosen(made) == [("Н-1", "М-2", "", "", "М-1")]
    assert wish(made, "М-2", "", "М-1", day=25).changes == {}


def test_another_choice_of_a_later_day_is_a_row_of_its_own_when_it_is_so_set():
    made = book(ANNA, mentors=MENTORS, settings=ADDS)
    wish(made, "Лесная Вера", "", "", day=21)
    wish(made, "М-2", "", "", day=25)
    assert chosen(made) == [("Н-1", "М-1", "", "", ""), ("Н-1", "М-2", "", "", "")]


def test_mentors_choose_mentees():
    text = "Кого из наставляемых вы выбрали бы в первую очередь?"
    question = QUESTIONS[-3].but(code="ПЖ-М-01", role="наставник", text=text)
    made = book(ANNA, OLEG, mentors=MENTORS, questions=(*QUESTIONS, question))
    load(made, [["ФИО", text], ["Лесная Вера Юрьевна", "Зимин Олег"]])
    assert chosen(made) == [("М-1", "Н-2", "", "", "")]

"""200 forms as the services give them: every right match is made, no wrong one, and the doubtful are listed."""

import pytest

from mentoring_xl.schema.tables import Answer, Respondent, SurveyColumn
from mentoring_xl.surveys.importing.people import People
from mentoring_xl.surveys.importing.persons import Signature, members
from tests.surveys.importing.school import CASES, bank, book, lines, load

FILES = ("yandex.xlsx", "yandex.csv", "yandex.json", "google.xlsx", "google.csv", "typed.csv")


@pytest.fixture(scope="module", params=FILES)
def loaded(request):
    made = book()
    return made, load(made, (CASES / request.param).read_bytes(), name=request.param), request.param


def test_everybody_who_can_be_told_is_matched_and_nobody_else(loaded):
    made = loaded[0]
    marks = {row.person_code for row in made.rows[Answer] if row.question_code == "П-01"}
    sure = [code for _, _, code, _ in lines("expected.tsv") if code != "?"]
    assert len(sure) == 192
    assert marks == set(sure)


def test_the_doubtful_are_listed_with_those_they_look_like(loaded):
    told = {row.written: (row.candidates, row.why) for row in loaded[0].rows[Respondent]}
    assert sorted(told) == sorted(name for name, _, code, _ in lines("expected.tsv") if code == "?")
    candidates, why = told["Лугова М. И."]
    assert candidates == "Н-223 Лугова Мария Ивановна, 7А; Н-224 Лугова Марина Ивановна, 8Б"
    line = 196 if loaded[2] == "typed.csv" else 195
    assert why == f"Подходит нескольким: нужен класс, почта или код. Строка файла: {line}."
    candidates, why = told["Соколова"]
    assert (candidates, why.split(" Строка")[0]) == ("Н-229 Соколова Анна Петровна, 8А", "Подпись неполная.")
    candidates, why = told["Кораблёва Инна Марковна"]
    assert (candidates, why.split(" Строка")[0]) == ("", "Такого имени нет в банках.")


def test_the_answers_are_those_that_were_given(loaded):
    made, _, name = loaded
    answers = {row.question_code: row.answer for row in made.rows[Answer] if row.person_code == "Н-006"}
    assert answers == ANSWERS
    assert {row.answered.isoformat() for row in made.rows[Answer] if row.person_code == "Н-006"} == {"2026-11-16"}
    number = [row.number for row in made.rows[Answer]]
    assert number == list(range(1, len(number) + 1)), name


ANSWERS = {
    "П-01": "5",
    "П-02": "6",
    "П-03": "4",
    "П-04": "поддержка, когда трудно; уверенность",
    "П-05": "да",
    "П-06": "=1+1",
}


def test_every_column_is_remembered_with_its_question(loaded):
    targets = [row.target for row in loaded[0].rows[SurveyColumn]]
    assert targets[-8:] == ["ФИО", "класс", "П-01", "П-02", "П-03", "П-04", "П-05", "П-06"]
    assert set(targets[:-8]) <= {"дата", "не загружать"}


def test_it_is_said_what_was_read_and_what_waits(loaded):
    said = loaded[1].summary
    assert said[0] == "Опрос: после, наставляемый. Прочитано: 200 анкет, 6 вопросов."
    assert said[-1] == "Не узнано имён: 8. Впишите коды на лист «Кто ответил» и загрузите файл ещё раз."


def test_the_same_file_again_changes_nothing(loaded):
    made, _, name = loaded
    assert load(made, (CASES / name).read_bytes(), name=name).changes == {}


def test_the_same_answers_in_another_format_only_add_columns_and_rows_of_the_file(loaded):
    other = "yandex.csv" if loaded[2] != "yandex.csv" else "google.csv"
    changes = load(loaded[0], (CASES / other).read_bytes(), name=other).changes
    assert changes.keys() <= {"Столбцы анкет", "Кто ответил"}


def test_the_exact_name_of_somebody_who_is_not_in_the_bank_is_nobody_elses():
    whole = members(bank(), (), "")
    found = {}
    for at, person in [*enumerate(whole)][::6] + [*enumerate(whole)][-8:]:
        other = People((*whole[:at], *whole[at + 1 :])).find(Signature(name=person.name)).person
        if other:
            found[person.code] = other.code
    # two namesakes: without one of them the name is the other's
    assert found == {"Н-225": "Н-226", "Н-226": "Н-225"}

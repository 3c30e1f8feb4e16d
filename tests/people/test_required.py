"""Empty cells that must be filled, and words that are not in a strict list."""

from __future__ import annotations

from mentoring_xl.core.cell import Place
from mentoring_xl.people.required import empty_cells, outside_lists
from mentoring_xl.schema.tables import Answer, Consent, Employee, Mentee, Mentor, Question
from mentoring_xl.surveys.answers import unsigned

WHOLE = {"code": "Н-1", "full_name": "Орлов Иван Петрович", "request": "речь", "group": "педагог"}


def mentee(**values):
    return Mentee(at=Place("Банк наставляемых", 5), **WHOLE | values)


def test_a_row_with_all_that_is_required_is_complete():
    assert list(empty_cells([mentee()])) == []


def test_each_required_cell_left_blank_is_found_under_its_own_title():
    assert [str(finding) for finding in empty_cells([mentee(request=" ", group="")])] == [
        "Банк наставляемых!E5  P101  не заполнено: Основной запрос → Заполните ячейку.",
        "Банк наставляемых!P5  P101  не заполнено: Группа → Заполните ячейку.",
    ]


def test_a_cell_is_found_where_the_person_moved_its_column():
    moved = Mentee(at=Place("Дети", 8, {"request": "C"}), **WHOLE | {"request": ""})
    assert [str(finding.cell) for finding in empty_cells([moved])] == ["Дети!C8"]


def test_a_word_outside_a_strict_list_is_found_with_the_whole_list():
    assert [str(finding) for finding in outside_lists([mentee(group="родитель")])] == [
        "Банк наставляемых!P5  P102  «родитель» нет в списке → Выберите из списка: «педагог», «обучающийся», «внешний»."
    ]


def test_a_word_typed_in_another_case_or_layout_is_in_the_list():
    assert list(outside_lists([mentee(group="ПЕДАГОГ ", gender="M")])) == []


def test_a_list_that_the_school_may_extend_is_not_checked():
    assert list(outside_lists([mentee(wished_form="учитель – студент", category="наставник года")])) == []


def test_blank_cells_are_not_outside_a_list():
    assert list(outside_lists([Consent()])) == []


def test_nothing_is_asked_of_somebody_whose_data_were_erased():
    erased = [
        Mentee(code="Н-12", group="обучающийся", status="выбыл"),
        Mentor(code="М-1", status="выбыл"),
        Employee(code="С-5", post="учитель"),
    ]
    assert list(empty_cells(erased)) == []
    assert [str(found.cell) for found in empty_cells([Mentor(code="М-1", group="педагог")])] == [
        "Банк наставников!B",
        "Банк наставников!E",
    ]


def test_an_opinion_for_swot_needs_no_author():
    questions = (Question(code="СВ-01", stage="SWOT"), Question(code="В-1", stage="после"))
    rows = [
        Answer(at=Place("Анкеты", row), question_code=one.code, answer="да") for row, one in enumerate(questions, 5)
    ]
    assert [finding.cell.row for finding in empty_cells(rows, unsigned(questions))] == [6]

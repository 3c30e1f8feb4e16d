"""The three-way merge: what only one side changed, what both did, and how rows are known again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from mentoring_xl.core.grid import Grid
from mentoring_xl.core.side import Said, Side
from mentoring_xl.exchange.merging import is_stranger, merge
from mentoring_xl.schema.tables import (
    Answer,
    Conflict,
    Consent,
    Meeting,
    Mentee,
    Mentor,
    Order,
    Pair,
    PaperText,
    Question,
    Setting,
    Step,
)
from tests.exchange.merging.sides import merged, side, tables_of

ANNA = Mentee(number=1, code="Н-01", full_name="Серова Анна", request="математика", group="обучающийся")
BORIS = Mentee(number=2, code="Н-02", full_name="Котов Борис", request="химия", group="обучающийся")
VERA = Mentee(number=3, code="Н-03", full_name="Лунина Вера", request="речь", group="педагог")
PEOPLE = (ANNA, BORIS, VERA)


def rows(book, table):
    return list(book.rows[table])


def asked(found):
    return [(c.place, c.row_key, c.title, c.base, c.ours, c.theirs, c.state) for c in found.conflicts]


def test_what_only_the_file_changed_is_taken():
    book, found = merged(side(*PEOPLE), PEOPLE, side(ANNA, BORIS.but(results="Сдал зачёт"), VERA))
    assert rows(book, Mentee)[1].results == "Сдал зачёт"
    assert [(t.place, t.row, t.title, t.before, t.after) for t in found.taken] == [
        ("Банк наставляемых!K6", "Н-02", "Результаты", "", "Сдал зачёт")
    ]
    assert found.conflicts == ()


def test_what_only_the_book_changed_stays():
    ours = (ANNA.but(results="Готова"), BORIS, VERA)
    book, found = merged(side(*PEOPLE), ours, side(ANNA, BORIS.but(interests="шахматы"), VERA))
    assert rows(book, Mentee)[0].results == "Готова"
    assert rows(book, Mentee)[1].interests == "шахматы"
    assert found.conflicts == ()


def test_the_same_change_on_both_sides_is_none():
    both = (ANNA.but(results="Готова"), BORIS, VERA)
    _, found = merged(side(*PEOPLE), both, side(*both))
    assert (found.edits, found.conflicts) == ((), ())


def test_what_both_changed_differently_is_asked_and_the_book_stays():
    ours, theirs = (ANNA.but(request="алгебра"), BORIS, VERA), (ANNA.but(request="геометрия"), BORIS, VERA)
    book, found = merged(side(*PEOPLE), ours, side(*theirs))
    assert rows(book, Mentee)[0].request == "алгебра"
    assert asked(found) == [
        ("Банк наставляемых!E5", "Н-01", "Основной запрос", "математика", "алгебра", "геометрия", "ждёт выбора")
    ]


def test_a_cell_that_the_file_empties_is_emptied_and_told():
    base = (ANNA.but(results="Готова"), BORIS, VERA)
    book, found = merged(side(*base), base, side(*PEOPLE))
    assert rows(book, Mentee)[0].results == ""
    assert [(taken.before, taken.after) for taken in found.taken] == [("Готова", "")]


@pytest.mark.parametrize(("field", "title"), [("code", "Код"), ("full_name", "ФИО"), ("request", "Основной запрос")])
def test_what_must_be_there_is_not_emptied_without_a_question(field, title):
    book, found = merged(side(*PEOPLE), PEOPLE, side(ANNA.but(**{field: ""}), BORIS, VERA))
    assert rows(book, Mentee)[0].values()[field] == ANNA.values()[field]
    assert [(c.title, c.ours, c.theirs, c.state) for c in found.conflicts] == [
        (title, ANNA.values()[field], "", "ждёт выбора")
    ]


def test_the_error_of_a_formula_is_told_and_takes_no_place():
    base = (ANNA.but(results="Готова"), BORIS, VERA)
    book, found = merged(side(*base), base, side(ANNA.but(results="#N/A"), BORIS, VERA))
    assert rows(book, Mentee)[0].results == "Готова"
    assert [(c.place, c.ours, c.theirs, c.state) for c in found.conflicts] == [
        ("Банк наставляемых!K5", "Готова", "#N/A", "к сведению")
    ]


@pytest.mark.parametrize(
    ("field", "sent", "back"),
    [
        ("birth_year", 2012, 2012.0),
        ("birth_year", 2012, "2012"),
        ("entered", dt.date(2026, 9, 1), dt.datetime(2026, 9, 1)),
        ("entered", dt.date(2026, 9, 1), 46266),
        ("entered", dt.date(2026, 9, 1), "01.09.2026"),
        ("experience", 7.5, "7,5"),
        ("passed", True, "да"),
        ("passed", False, "нет"),
        ("passed", True, 1),
        ("request", "математика", " математика  "),
        ("results", "раз\nдва", "раз\r\nдва "),
        ("results", "", "   "),
        ("gender", "ж", "Ж"),
        ("school_class", "8", 8),
    ],
)
def test_a_cell_that_looks_the_same_is_the_same_whatever_program_saved_it(field, sent, back):
    base = ANNA.but(**{field: sent})
    _, found = merged(side(base), (base,), side(base.but(**{field: back})))
    assert (found.edits, found.conflicts) == ((), ())


def test_a_date_that_comes_back_as_text_is_written_as_a_date():
    book, _ = merged(side(ANNA), (ANNA,), side(ANNA.but(entered="01.09.2026", birth_year="2011", passed="Да")))
    row = rows(book, Mentee)[0]
    assert (row.entered, row.birth_year, row.passed) == (dt.date(2026, 9, 1), 2011, True)


def test_what_does_not_fit_its_column_comes_over_as_it_is_typed_for_the_checks_to_find():
    book, _ = merged(side(ANNA), (ANNA,), side(ANNA.but(entered="после каникул")))
    assert rows(book, Mentee)[0].entered == "после каникул"


def test_text_that_looks_like_a_formula_stays_text():
    book, _ = merged(side(ANNA), (ANNA,), side(ANNA.but(request="=1+1")))
    assert rows(book, Mentee)[0].request == "=1+1"


def test_sorted_and_renumbered_rows_are_known_again():
    back = (VERA.but(number=1), ANNA.but(number=2, results="Готова"), BORIS.but(number=3))
    book, found = merged(side(*PEOPLE), PEOPLE, side(*back))
    assert [(row.number, row.code, row.results) for row in rows(book, Mentee)] == [
        (1, "Н-01", "Готова"),
        (2, "Н-02", ""),
        (3, "Н-03", ""),
    ]
    assert found.conflicts == ()


def test_rows_of_a_plan_whose_codes_moved_on_are_known_by_what_they_say():
    plan = (
        Step(code="1", title="Издать приказ", deadline="март", responsible="Директор"),
        Step(code="2", title="Провести анкетирование", deadline="май", responsible="Куратор"),
        Step(code="3", title="Подвести итоги", deadline="июнь", responsible="Куратор"),
    )
    back = (
        plan[0],
        Step(code="2", title="Собрать согласия", deadline="апрель", responsible="Куратор"),
        plan[1].but(code="3"),
        plan[2].but(code="4"),
    )
    ours = (plan[0], plan[1].but(done=True), plan[2])
    book, found = merged(side(*plan), ours, side(*back))
    assert [(row.code, row.title, row.done) for row in rows(book, Step)] == [
        ("1", "Издать приказ", False),
        ("3", "Провести анкетирование", True),
        ("4", "Подвести итоги", False),
        ("2", "Собрать согласия", False),
    ]
    assert found.conflicts == ()


def test_meetings_of_one_pair_are_told_apart_by_what_they_say():
    meetings = tuple(
        Meeting(
            number=day, pair_code="Н-01/М-01", kind="регулярная", planned=dt.date(2026, 9, day), topic=f"Тема {day}"
        )
        for day in range(1, 6)
    )
    back = (meetings[4], meetings[2].but(held=dt.date(2026, 9, 4)), meetings[0], meetings[1], meetings[3])
    book, found = merged(side(*meetings), meetings, side(*back))
    assert [(row.topic, row.held) for row in rows(book, Meeting) if row.held] == [("Тема 3", dt.date(2026, 9, 4))]
    assert (len(found.edits), found.conflicts) == (1, ())


def test_a_reworded_text_without_a_code_is_the_same_row():
    texts = tuple(
        PaperText(kind="о поощрении", part="пункт", number=str(n), text=f"Пункт {n} приказа") for n in (1, 2, 3)
    )
    book, found = merged(side(*texts), texts, side(texts[0], texts[1].but(text="Объявить благодарность"), texts[2]))
    assert [row.text for row in rows(book, PaperText)] == [
        "Пункт 1 приказа",
        "Объявить благодарность",
        "Пункт 3 приказа",
    ]
    assert found.conflicts == ()


def test_a_new_row_is_added_with_the_next_number():
    new = Mentee(
        number=1, code="Н-04", full_name="Зуев Глеб", request="физика", group="обучающийся", mentor_name="Кто-то"
    )
    book, found = merged(side(*PEOPLE), PEOPLE, side(new, *PEOPLE))
    added = rows(book, Mentee)[3]
    assert (added.number, added.code, added.full_name, added.mentor_name) == (4, "Н-04", "Зуев Глеб", "")
    assert [(taken.title, taken.after) for taken in found.taken] == [
        ("новая строка", "ФИО: Зуев Глеб\nОсновной запрос: физика\nКод: Н-04\nГруппа: обучающийся")
    ]


def test_the_same_row_added_on_both_sides_is_one_row():
    new = Mentee(code="Н-04", full_name="Зуев Глеб", request="физика", group="обучающийся")
    book, found = merged(side(*PEOPLE), (*PEOPLE, new.but(school_class="8А")), side(*PEOPLE, new.but(gender="м")))
    assert [(row.code, row.school_class, row.gender) for row in rows(book, Mentee)[3:]] == [("Н-04", "8А", "м")]
    assert found.conflicts == ()


GLEB = Mentee(number=4, code="Н-04", full_name="Зуев Глеб", request="физика", group="обучающийся", school_class="8А")
DARYA = Mentee(number=4, code="Н-04", full_name="Ким Дарья", request="физика", group="обучающийся", contacts="8 900")


def test_two_people_whom_both_sides_gave_one_new_code_get_two_wherever_the_file_names_them():
    of_gleb = Consent(person_code="Н-04", kind="обработка персональных данных", note="первое")
    of_darya = Consent(person_code="н-04", kind="обработка персональных данных", note="второе")
    pair = Pair(mentee_code="Н-04", mentor_code="М-01", code="Н-04/М-01", state="предложена")
    theirs = side(*PEOPLE, DARYA, of_darya, pair)
    book, found = merged(side(*PEOPLE), (*PEOPLE, GLEB, of_gleb), theirs)
    assert [(row.code, row.full_name, row.contacts) for row in rows(book, Mentee)[3:]] == [
        ("Н-04", "Зуев Глеб", ""),
        ("Н-05", "Ким Дарья", "8 900"),
    ]
    assert [(row.person_code, row.note) for row in rows(book, Consent)] == [("Н-04", "первое"), ("Н-05", "второе")]
    assert [row.mentee_code for row in rows(book, Pair)] == ["Н-05"]
    assert found.conflicts == ()
    assert found.told == (
        "На листе «Банк наставляемых» под кодом «Н-04» в файле другая запись, чем в книге: обе остались, "
        "из файла – «Н-05».",
    )
    again = merge(side(*PEOPLE), tables_of(book), theirs)
    assert (again.edits, again.conflicts, again.told) == ((), (), ())


def test_rows_that_each_side_added_about_somebody_else_are_never_one():
    of_anna = Consent(person_code="Н-01", kind="обработка персональных данных", given_by="участник", note="в папке 1")
    of_boris = of_anna.but(person_code="Н-02")
    theirs = side(*PEOPLE, of_boris, DARYA.but(code="Н-05"))
    book, found = merged(side(*PEOPLE), (*PEOPLE, of_anna, GLEB), theirs)
    assert [row.person_code for row in rows(book, Consent)] == ["Н-01", "Н-02"]
    assert [(row.code, row.full_name) for row in rows(book, Mentee)[3:]] == [
        ("Н-04", "Зуев Глеб"),
        ("Н-05", "Ким Дарья"),
    ]
    assert found.conflicts == ()


def test_somebody_in_the_place_of_somebody_else_does_not_get_what_the_copy_left_out():
    gleb = GLEB.but(contacts="8 912", school_class="")
    sent = side(*PEOPLE, gleb.but(contacts=""))
    book, found = merged(sent, (*PEOPLE, gleb), side(*PEOPLE, DARYA.but(code="Н-05", contacts="")))
    assert [(row.code, row.full_name, row.contacts) for row in rows(book, Mentee)[3:]] == [
        ("Н-04", "Зуев Глеб", "8 912"),
        ("Н-05", "Ким Дарья", ""),
    ]
    assert [(c.row_key, c.theirs) for c in found.conflicts] == [("Н-04", "строка удалена")]


def test_a_slip_in_the_name_of_somebody_whom_both_sides_added_is_asked_about():
    book, found = merged(side(*PEOPLE), (*PEOPLE, GLEB), side(*PEOPLE, GLEB.but(full_name="Зуев Глебб")))
    assert [row.code for row in rows(book, Mentee)] == ["Н-01", "Н-02", "Н-03", "Н-04"]
    assert [(c.title, c.ours, c.theirs) for c in found.conflicts] == [("ФИО", "Зуев Глеб", "Зуев Глебб")]


@pytest.mark.parametrize("code", ["Зуев", "61"])
def test_two_people_with_one_new_code_that_has_no_number_or_no_letter_are_asked_about(code):
    book, found = merged(side(*PEOPLE), (*PEOPLE, GLEB.but(code=code)), side(*PEOPLE, DARYA.but(code=code)))
    assert [row.full_name for row in rows(book, Mentee)[3:]] == ["Зуев Глеб"]
    assert [(c.row_key, c.title, c.theirs.splitlines()[0]) for c in found.conflicts] == [
        (code, "вся строка", "ФИО: Ким Дарья")
    ]


def test_two_new_orders_of_one_code_and_different_kinds_get_two_and_what_changes_them_follows():
    one = Order(code="ПР-2", kind="о поощрении", state="черновик", date=dt.date(2026, 11, 2))
    other = one.but(kind="о проведении мониторинга", order_number="15-ОД")
    change = Order(code="ПР-3", kind="о внесении изменений", state="подписан", order_number="16-ОД", changes="ПР-2")
    book, found = merged(side(), (one,), side(other, change))
    assert [(row.code, row.kind, row.order_number, row.changes) for row in rows(book, Order)] == [
        ("ПР-2", "о поощрении", "", ""),
        ("ПР-4", "о проведении мониторинга", "15-ОД", ""),
        ("ПР-3", "о внесении изменений", "16-ОД", "ПР-4"),
    ]
    assert found.conflicts == ()


def test_a_question_that_both_sides_added_under_one_code_keeps_the_answers_to_it():
    one = Question(code="ШК-1", stage="до", text="Как дела в школе?", kind="текст")
    other = one.but(text="Сколько книг вы прочли за лето?", kind="шкала")
    answers = Answer(person_code="Н-01", question_code="ШК-1", answer="7")
    book, _ = merged(side(*PEOPLE), (*PEOPLE, one), side(*PEOPLE, other, answers))
    assert [(row.code, row.text) for row in rows(book, Question)] == [
        ("ШК-1", "Как дела в школе?"),
        ("ШК-2", "Сколько книг вы прочли за лето?"),
    ]
    assert [row.question_code for row in rows(book, Answer)] == ["ШК-2"]


def test_a_row_that_the_file_does_not_have_is_asked_about_and_stays():
    book, found = merged(side(*PEOPLE), PEOPLE, side(ANNA, VERA))
    assert len(rows(book, Mentee)) == 3
    assert [(c.place, c.row_key, c.ours, c.theirs) for c in found.conflicts] == [
        ("Банк наставляемых!A6", "Н-02", "строка есть", "строка удалена")
    ]


def test_a_row_that_the_book_removed_is_asked_about_only_when_the_file_changed_it():
    _, unchanged = merged(side(*PEOPLE), (ANNA, VERA), side(*PEOPLE))
    assert (unchanged.edits, unchanged.conflicts) == ((), ())
    _, found = merged(side(*PEOPLE), (ANNA, VERA), side(ANNA, BORIS.but(results="Сдал"), VERA))
    assert found.edits == ()
    assert [(c.row_key, c.ours, "Результаты: Сдал" in c.theirs) for c in found.conflicts] == [
        ("Н-02", "строка удалена", True)
    ]


def test_a_sheet_or_a_column_that_the_copy_does_not_have_is_not_deleted():
    ours = tuple(row.but(contacts="+7", results="Есть") for row in PEOPLE)
    sent = side(*(row.but(results="Есть") for row in PEOPLE), Answer(person_code="Н-01", question_code="Д1"))
    grid = sent.grids[Mentee]
    kept = {name: letter for name, letter in grid.columns.items() if name != "results"}
    at = [list(grid.columns).index(name) for name in kept]
    cut = Grid(grid.sheet, kept, grid.first_row, tuple(tuple(cells[n] for n in at) for cells in grid.values))
    theirs = replace(sent, grids={**{t: g for t, g in sent.grids.items() if t is not Answer}, Mentee: cut})
    book, found = merged(sent, ours, theirs)
    assert [(row.contacts, row.results) for row in rows(book, Mentee)] == [("+7", "Есть")] * 3
    assert found.told == (
        "В файле нет листа «Анкеты»: он остался вашим.",
        "На листе «Банк наставляемых» файла нет столбца «Результаты»: он остался вашим.",
    )
    assert (found.edits, found.conflicts) == ((), ())


def test_a_column_or_a_sheet_that_came_back_empty_is_not_deleted():
    base = tuple(row.but(results="Есть") for row in PEOPLE)
    pairs = (Pair(mentee_code="Н-01", mentor_code="М-01", code="Н-01/М-01", state="предложена"),)
    book, found = merged(side(*base, *pairs), (*base, *pairs), side(*PEOPLE))
    assert [row.results for row in rows(book, Mentee)] == ["Есть"] * 3
    assert found.told == (
        "Столбец «Результаты» листа «Банк наставляемых» в файле пуст: он остался вашим.",
        "На листе «Пары» файла нет ни одной строки: удаление не взято.",
    )
    assert (found.edits, found.conflicts) == ((), ())


def test_a_private_column_left_blank_in_the_copy_stays_and_can_be_filled_in():
    ours = (ANNA.but(contacts="8 900"), BORIS, VERA)
    book, found = merged(side(*PEOPLE), ours, side(ANNA, BORIS.but(contacts="8 901"), VERA))
    assert [row.contacts for row in rows(book, Mentee)] == ["8 900", "8 901", ""]
    assert found.conflicts == ()


def test_many_rows_missing_at_once_are_told_and_not_asked_one_by_one():
    bank = tuple(Mentee(code=f"Н-{n:02}", full_name=f"Имя {n}", request="учёба", group="педагог") for n in range(1, 51))
    _, found = merged(side(*bank), bank, side(*bank[:10]))
    assert found.conflicts == ()
    assert found.told == ("На листе «Банк наставляемых» файла нет строк: 40. Удаление не взято.",)


def test_a_column_of_the_program_is_not_taken_but_told():
    base = ANNA.but(mentor_name="Орлова")
    book, found = merged(side(base), (base,), side(base.but(mentor_name="Другой")))
    assert rows(book, Mentee)[0].mentor_name == "Орлова"
    assert asked(found) == [
        ("Банк наставляемых!G5", "Н-01", "ФИО наставника", "Орлова", "Орлова", "Другой", "к сведению")
    ]


def test_a_signed_order_and_an_agreed_pair_come_in():
    order = Order(code="ПР-1", kind="о закреплении наставнических пар (групп)", state="на подписи")
    pair = Pair(code="Н-01/М-01", mentee_code="Н-01", mentor_code="М-01", state="предложена")
    signed = order.but(state="подписан", order_number="14-ОД", date=dt.date(2026, 11, 10))
    book, _ = merged(side(order, pair), (order, pair), side(signed, pair.but(state="согласована")))
    found = rows(book, Order)[0]
    assert (found.state, found.order_number, found.date) == ("подписан", "14-ОД", dt.date(2026, 11, 10))
    assert rows(book, Pair)[0].state == "согласована"


def test_a_comment_on_a_cell_lands_at_the_row_of_the_book():
    note = Said("Банк наставляемых", 5, "E", "Уточните запрос", author="Директор", is_note=True)
    _, found = merged(side(*PEOPLE), PEOPLE, side(VERA, ANNA, BORIS, said=[note]))
    assert asked(found) == [
        ("Банк наставляемых!E7", "Н-03", "комментарий, Директор", "", "", "Уточните запрос", "к сведению")
    ]


def test_a_comment_on_a_row_that_came_with_the_file_is_told_once():
    theirs = side(*PEOPLE, GLEB, said=[Said("Банк наставляемых", 8, "E", "Кто это?", is_note=True)])
    book, found = merged(side(*PEOPLE), PEOPLE, theirs)
    assert [(c.place, c.row_key, c.theirs) for c in found.conflicts] == [("Банк наставляемых!E8", "Н-04", "Кто это?")]
    again = merge(side(*PEOPLE), tables_of(book), theirs)
    assert [c.key for c in again.conflicts] == [c.key for c in found.conflicts]


def test_what_is_written_above_a_table_beside_it_or_on_a_new_sheet_is_told():
    stamp = Said("Дорожная карта", 3, "L", "УТВЕРЖДАЮ")
    back = (
        Said("Дорожная карта", 3, "L", "УТВЕРЖДАЮ 25.08.2026"),
        Said("Банк наставляемых", 6, "AZ", "кто это?", heading="Вопросы"),
        Said("Мои заметки", 1, "A", "Собрать"),
        Said("Мои заметки", 2, "A", "совещание"),
    )
    theirs = side(*PEOPLE, said=back)
    _, found = merged(side(*PEOPLE, said=[stamp]), PEOPLE, replace(theirs, sheets=(*theirs.sheets, "Мои заметки")))
    assert asked(found) == [
        ("Дорожная карта!L3", "", "над таблицей", "УТВЕРЖДАЮ", "", "УТВЕРЖДАЮ 25.08.2026", "к сведению"),
        ("Банк наставляемых!A6", "Н-02", "Вопросы", "", "", "кто это?", "к сведению"),
        ("Мои заметки", "", "новый лист", "", "", "Собрать\nсовещание", "к сведению"),
    ]


def test_the_order_of_questions_is_no_running_number():
    questions = tuple(Question(code=f"Д{n}", number=n, text=f"Вопрос {n}?", stage="до", kind="текст") for n in (1, 2))
    back = (questions[0].but(number=2), questions[1].but(number=1))
    book, _ = merged(side(*questions), questions, side(*back))
    assert [row.number for row in rows(book, Question)] == [2, 1]


def test_open_conflicts_are_the_books_own_and_are_not_merged():
    conflict = Conflict(number=1, key="k")
    _, found = merged(side(), (), Side({Conflict: side().grids[Mentee]}))
    assert (found.edits, found.conflicts, conflict.choice) == ((), (), "")


def test_the_book_of_another_school_is_known_by_its_people():
    other = tuple(row.but(full_name=f"Чужой {row.code}") for row in PEOPLE)
    assert is_stranger(side(*PEOPLE), side(*other))
    assert not is_stranger(side(*PEOPLE), side(VERA, ANNA.but(full_name="Серова-Ли Анна"), BORIS))
    nameless = (ANNA.but(full_name="Н-01"), BORIS.but(full_name="Н-02"), VERA, Mentor(code="М-01", full_name="М-01"))
    assert not is_stranger(side(*nameless), side(*PEOPLE))
    mentors = (Mentor(code="М-01", full_name="Орлова"),)
    assert not is_stranger(side(*PEOPLE), side(*mentors, *PEOPLE))


def test_empty_books_are_told_apart_by_their_schools():
    first, second = (side(Setting(code="school", value=name)) for name in ("Школа № 1", "Школа № 2"))
    assert is_stranger(first, second)
    assert not is_stranger(first, first)

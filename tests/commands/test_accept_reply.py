"""`accept-reply` on files: a copy that was sent, and what people and programs make of it before it comes back."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from mentoring_xl import cli
from mentoring_xl.actions.create import example_book
from mentoring_xl.books import sent
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content, Cover
from mentoring_xl.core.grid import typed
from mentoring_xl.exchange.encryption import encrypted
from mentoring_xl.schema.tables import Answer, Conflict, Employee, Mentee, Mentor, Order, Setting

NOW = dt.datetime(2026, 11, 6, 10)
COPY_ID = "20261106-100000-0a1b2c"
HEAD = 4


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The example school's book, and the copy of it that was sent: without contacts and without the answers."""
    folder = tmp_path_factory.mktemp("made")
    content = example_book(NOW.date())
    content = replace(content, rows={t: found if t is Setting else found[:8] for t, found in content.rows.items()})
    rows = {table: found for table, found in content.rows.items() if table is not Answer}
    for table in (Mentee, Mentor):
        rows[table] = tuple(row.but(contacts="", birth_year=None) for row in rows[table])
    copy = create(
        folder / "копия.xlsx", Content(rows, NOW, content.title, content.stamp, Cover(COPY_ID, ("Вот копия.",)))
    )
    return create(folder / "школа.xlsx", content), copy


@pytest.fixture
def book(made, tmp_path):
    path = tmp_path / "школа.xlsx"
    path.write_bytes(made[0].read_bytes())
    sent.keep(path, COPY_ID, made[1].read_bytes())
    return path


@pytest.fixture
def copy(made):
    return made[1]


def edited(copy, target, change):
    """A copy that somebody changed and saved; `change` gets the openpyxl workbook."""
    workbook = openpyxl.load_workbook(copy)
    change(workbook)
    workbook.save(target)
    return target


def cell(sheet, row, title):
    column = next(head.column for head in sheet[HEAD] if head.value == title)
    return sheet.cell(HEAD + row, column)


def signed(workbook):
    """What a director does: a request reworded, an order signed, a comment, a stamp, a sheet, a person added."""
    mentees, orders = workbook["Банк наставляемых"], workbook["Приказы"]
    cell(mentees, 2, "Результаты").value = "=Сдал"
    cell(mentees, 2, "Результаты").data_type = "s"
    cell(mentees, 3, "ФИО").comment = Comment("Поговорить с родителями", "Директор")
    cell(orders, 1, "Состояние").value = "отменён"
    cell(orders, 1, "Номер").value = "31-ОД"
    cell(orders, 1, "Дата").value = "10.11.2026"
    workbook["Дорожная карта"]["L2"] = "УТВЕРЖДАЮ 10.11.2026"
    workbook.create_sheet("Вопросы")["A1"] = "Когда совет?"
    last = 1 + sum(row[0] is not None for row in mentees.iter_rows(min_row=HEAD + 1, values_only=True))
    for title, value in {"ФИО": "Новиков Пётр Ильич", "Основной запрос": "физика", "Код": "Н-99"}.items():
        cell(mentees, last, title).value = value
    cell(mentees, last, "Группа").value = "обучающийся"
    mentees.tables["Mentees"].ref = mentees.tables["Mentees"].ref.replace(str(HEAD + last - 1), str(HEAD + last))


def run(*words):
    return cli.main(["accept-reply", *map(str, words)])


def rows(book, table):
    with ClosedBook.open(book) as opened:
        return typed(table, opened.grid(table)).rows


def check_signed(book, before, comment="комментарий, Директор"):
    mentees, order = rows(book, Mentee), rows(book, Order)[0]
    assert mentees[1] == before[1].but(results="=Сдал")
    assert mentees[0] == before[0]
    assert [(row.full_name, row.code, row.request) for row in mentees[len(before) :]] == [
        ("Новиков Пётр Ильич", "Н-99", "физика")
    ]
    assert (order.state, order.order_number, order.date) == ("отменён", "31-ОД", dt.date(2026, 11, 10))
    found = rows(book, Conflict)
    assert [(row.title, row.theirs, row.state) for row in found[:3]] == [
        ("над таблицей", "УТВЕРЖДАЮ 10.11.2026", "к сведению"),
        (comment, "Поговорить с родителями", "к сведению"),
        ("новый лист", "Когда совет?", "к сведению"),
    ]
    assert [(row.place, row.theirs) for row in found if row.state == "принято"][:2] == [
        ("Банк наставляемых!K6", "=Сдал"),
        ("Банк наставляемых", found[4].theirs),
    ]
    assert "ФИО: Новиков Пётр Ильич" in found[4].theirs


def test_what_a_director_did_comes_in_and_undo_gives_the_book_back_to_the_byte(book, copy, tmp_path, capsys):
    before, data = rows(book, Mentee), book.read_bytes()
    reply = edited(copy, tmp_path / "Re копия (1).xlsx", signed)
    assert run(book, reply) == cli.DONE
    said = capsys.readouterr().out
    assert "Взято из файла: 4 ячейки, 1 новая строка." in said
    assert "Банк наставляемых!K6  Н-02  Результаты: «=Сдал»" in said.splitlines()
    assert "Комментарии и записи вне таблиц: 3. Они на листе «Расхождения»." in said
    check_signed(book, before)
    written = book.read_bytes()
    assert run(book, reply) == cli.DONE
    assert book.read_bytes() == written
    assert cli.main(["undo", str(book)]) == cli.DONE
    assert book.read_bytes() == data


def test_the_same_comes_in_when_libreoffice_has_saved_the_file_and_forgotten_whose_the_comment_is(
    book, copy, tmp_path, office
):
    before = rows(book, Mentee)
    reply = office(edited(copy, tmp_path / "ответ.xlsx", signed), "xlsx:Calc MS Excel 2007 XML", tmp_path / "out")
    assert run(book, reply) == cli.DONE
    check_signed(book, before, "комментарий")


def test_a_file_that_libreoffice_only_saved_changes_no_byte_of_the_book(book, copy, tmp_path, office, capsys):
    data = book.read_bytes()
    assert run(book, office(copy, "xlsx:Calc MS Excel 2007 XML", tmp_path)) == cli.DONE
    assert "Нового в файле нет." in capsys.readouterr().out
    assert book.read_bytes() == data


def test_sorted_rows_and_moved_columns_do_not_matter(book, copy, tmp_path):
    def rearranged(workbook):
        sheet = workbook["Персонал"]
        block = [list(row) for row in sheet.iter_rows(min_row=HEAD, values_only=True)]
        heads, staff = block[0], [row for row in block[1:] if row[0]]
        staff[4][heads.index("Предметы")] = "астрономия"
        for at, row in enumerate([heads, *sorted(staff, key=lambda row: str(row[1]), reverse=True)], HEAD):
            for column, value in enumerate(reversed(row), 1):
                sheet.cell(at, column).value = value
        del sheet.tables["Staff"]

    before = rows(book, Employee)
    assert run(book, edited(copy, tmp_path / "ответ.xlsx", rearranged)) == cli.DONE
    assert rows(book, Employee) == (*before[:4], before[4].but(subjects="астрономия"), *before[5:])


def test_sheets_and_columns_taken_out_of_the_copy_are_not_deleted(book, copy, tmp_path, capsys):
    def cut(workbook):
        del workbook["Пары"]
        sheet = workbook["Банк наставляемых"]
        del sheet.tables["Mentees"]
        sheet.delete_cols(cell(sheet, 0, "Интересы").column)

    data = book.read_bytes()
    assert run(book, edited(copy, tmp_path / "ответ.xlsx", cut)) == cli.DONE
    said = capsys.readouterr().out
    assert "В файле нет листа «Пары»: он остался вашим." in said
    assert "На листе «Банк наставляемых» файла нет столбца «Интересы»: он остался вашим." in said
    assert book.read_bytes() == data


@pytest.mark.parametrize("lost", ["property", "sheet"])
def test_the_copy_is_known_by_its_properties_or_by_its_first_sheet(lost, book, copy, tmp_path):
    def forgetful(workbook):
        if lost == "sheet":
            del workbook[workbook.sheetnames[0]]
        else:
            del workbook.custom_doc_props["mentoring_xl copy"]
        cell(workbook["Банк наставляемых"], 1, "Результаты").value = "Хорошо"

    assert run(book, edited(copy, tmp_path / "ответ.xlsx", forgetful)) == cli.DONE
    assert rows(book, Mentee)[0].results == "Хорошо"


def test_a_conflict_is_settled_by_the_command_of_its_button(book, copy, tmp_path, capsys):
    mine = edited(book, tmp_path / "моя.xlsx", lambda one: _put(one, 1, "Результаты", "По-нашему"))
    sent.keep(mine, COPY_ID, copy.read_bytes())
    reply = edited(copy, tmp_path / "ответ.xlsx", lambda one: _put(one, 1, "Результаты", "По-своему"))
    assert run(mine, reply) == cli.FOUND
    assert "X201" in capsys.readouterr().out
    assert rows(mine, Mentee)[0].results == "По-нашему"
    _choose(mine, "из файла")
    assert cli.main(["settle-conflicts", str(mine)]) == cli.DONE
    assert rows(mine, Mentee)[0].results == "По-своему"
    assert [row.state for row in rows(mine, Conflict)] == ["взято из файла"]


def _put(workbook, row, title, value):
    cell(workbook["Банк наставляемых"], row, title).value = value


def _choose(book, choice):
    def chosen(workbook):
        cell(workbook["Расхождения"], 1, "Что оставить").value = choice

    edited(book, book, chosen)


def test_a_dry_run_tells_everything_and_writes_nothing(book, copy, tmp_path, capsys):
    data, reply = book.read_bytes(), edited(copy, tmp_path / "ответ.xlsx", signed)
    assert run(book, reply, "--dry-run") == cli.DONE
    said = capsys.readouterr().out.splitlines()
    assert "Банк наставляемых!K6  Н-02  Результаты: «=Сдал»" in said
    assert any(line.startswith("Банк наставляемых  Н-99  новая строка: «ФИО: Новиков Пётр Ильич") for line in said)
    assert any(line.endswith("над таблицей: «УТВЕРЖДАЮ 10.11.2026» – к сведению") for line in said)
    assert said[-1].endswith("Книга не записана.")
    assert book.read_bytes() == data
    assert run(book, reply, "--dry-run", "--json") == cli.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["taken"][0] == {
        "place": "Банк наставляемых!K6", "row": "Н-02", "title": "Результаты", "before": "", "after": "=Сдал"
    }  # fmt: skip
    assert (told["saved"], len(told["conflicts"])) == (False, 3)


def test_a_file_with_a_password_is_opened_with_it_and_not_without(book, copy, tmp_path, capsys, monkeypatch):
    data = book.read_bytes()
    reply = edited(copy, tmp_path / "ответ.xlsx", lambda one: _put(one, 1, "Результаты", "Хорошо"))
    locked = tmp_path / "закрыт.xlsx"
    locked.write_bytes(encrypted(reply.read_bytes(), "тайна-7"))
    assert run(book, locked) == cli.COULD_NOT
    assert capsys.readouterr().err == (
        "Файл «закрыт.xlsx» закрыт паролем. Узнайте пароль у того, кто его прислал, и повторите с --password-prompt.\n"
    )
    assert run(book, locked, "--password-prompt") == cli.COULD_NOT
    assert capsys.readouterr().err == "Пароль спросить не у кого: запустите команду в терминале.\n"
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", _end_of_input)
    assert run(book, locked, "--password-prompt") == cli.COULD_NOT
    assert capsys.readouterr().err.startswith("Файл «закрыт.xlsx» закрыт паролем.")
    monkeypatch.setattr("getpass.getpass", lambda prompt: "не тот")
    assert run(book, locked, "--password-prompt") == cli.COULD_NOT
    assert capsys.readouterr().err.startswith("Пароль не подходит.")
    assert book.read_bytes() == data
    monkeypatch.setattr("getpass.getpass", lambda prompt: "тайна-7")
    assert run(book, locked, "--password-prompt") == cli.DONE
    assert rows(book, Mentee)[0].results == "Хорошо"


def _end_of_input(prompt):
    raise EOFError


def test_without_the_copy_that_was_sent_the_person_names_it(book, copy, tmp_path, capsys):
    reply = edited(copy, tmp_path / "ответ.xlsx", lambda one: _put(one, 1, "Результаты", "Хорошо"))
    for kept in (book.parent / ".mentoring/sent").iterdir():
        kept.unlink()
    assert run(book, reply) == cli.COULD_NOT
    assert "--base КОПИЯ" in capsys.readouterr().err
    assert run(book, reply, "--base", copy) == cli.DONE
    assert rows(book, Mentee)[0].results == "Хорошо"


def test_the_book_of_another_school_is_refused(book, copy, tmp_path, capsys):
    def other(workbook):
        for title in ("Банк наставляемых", "Банк наставников", "Персонал"):
            for row in range(1, 90):
                name = cell(workbook[title], row, "ФИО")
                name.value = name.value and f"Чужой {row}"

    data, reply = book.read_bytes(), edited(copy, tmp_path / "чужая.xlsx", other)
    assert run(book, reply) == cli.COULD_NOT
    assert capsys.readouterr().err == (
        "В файле «чужая.xlsx» другие люди: похоже, это книга другой школы. Выберите другой файл и повторите.\n"
    )
    assert book.read_bytes() == data


def _truncated(copy, path):
    path.write_bytes(copy.read_bytes()[:40_000])


def _huge(copy, path):
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(200 << 20)


def _a_hundred_megabytes(copy, path):
    path.write_bytes(copy.read_bytes()[:50_000] + b"\0" * (100 << 20))


def _text(copy, path):
    path.write_text("Добрый день! Всё согласовано.", encoding="utf-8")


def _other_book(copy, path):
    openpyxl.Workbook().save(path)


@pytest.mark.parametrize("spoil", [_truncated, _huge, _a_hundred_megabytes, _text, _other_book])
def test_a_file_that_is_no_book_gets_one_sentence_and_the_book_stays(spoil, book, copy, tmp_path, capsys):
    data, path = book.read_bytes(), tmp_path / "ответ.xlsx"
    spoil(copy, path)
    assert run(book, path) == cli.COULD_NOT
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Внутренняя ошибка" not in said
    assert book.read_bytes() == data


def test_a_missing_file_and_a_folder_get_one_sentence(book, tmp_path, capsys):
    assert run(book, tmp_path / "нет.xlsx") == cli.COULD_NOT
    assert run(book, Path(tmp_path)) == cli.COULD_NOT
    assert capsys.readouterr().err.count("\n") == 2

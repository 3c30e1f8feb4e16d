"""`merge` on files: two curators who worked on two copies of one book."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import openpyxl
import pytest

from mentoring_xl import cli
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.core.grid import typed
from mentoring_xl.schema.tables import Answer, Conflict, Entry, Mentee, Setting

NOW = dt.datetime(2026, 11, 6, 10)


@pytest.fixture(scope="module")
def content() -> Content:
    made = example_book(NOW.date())
    return replace(made, rows={t: found if t is Setting else found[:6] for t, found in made.rows.items()})


@pytest.fixture(scope="module")
def common(content, tmp_path_factory):
    return create(tmp_path_factory.mktemp("common") / "общая.xlsx", content)


@pytest.fixture
def mine(common, tmp_path):
    path = tmp_path / "моя.xlsx"
    path.write_bytes(common.read_bytes())
    return path


def made(content, path, change):
    """A book in which a curator changed the bank of mentees."""
    return create(path, replace(content, rows={**content.rows, Mentee: tuple(change(list(content.rows[Mentee])))}))


def theirs_of(rows):
    """A contact and an interest changed, the order turned round, a person added."""
    rows[0] = rows[0].but(contacts="8 900 000-00-00")
    rows[1] = rows[1].but(interests="астрономия")
    new = rows[2].but(code="Н-77", full_name="Новиков Пётр Ильич", request="физика", contacts="", number=None)
    return [*reversed(rows), new]


def run(*words):
    return cli.main(["merge", *map(str, words)])


def rows(book, table):
    with ClosedBook.open(book) as opened:
        return typed(table, opened.grid(table)).rows


def test_books_without_a_change_leave_mine_to_the_byte(common, mine, tmp_path, capsys):
    data = mine.read_bytes()
    assert run(common, mine, common) == cli.DONE
    assert mine.read_bytes() == data
    assert capsys.readouterr().out.startswith("Нового в файле нет.")
    assert [path.name for path in tmp_path.iterdir()] == ["моя.xlsx"]


def test_what_the_other_changed_comes_into_mine_private_columns_too(content, common, mine, tmp_path):
    before, theirs = rows(mine, Mentee), made(content, tmp_path / "чужая.xlsx", theirs_of)
    assert run(common, mine, theirs) == cli.DONE
    after = rows(mine, Mentee)
    assert after[0] == before[0].but(contacts="8 900 000-00-00")
    assert after[1] == before[1].but(interests="астрономия")
    assert after[2:6] == before[2:6]
    assert [(row.number, row.code, row.full_name) for row in after[6:]] == [(7, "Н-77", "Новиков Пётр Ильич")]
    assert rows(mine, Answer) == content.rows[Answer]
    assert "Банк наставляемых" in rows(mine, Entry)[-1].changes
    assert cli.main(["undo", str(mine)]) == cli.DONE
    assert mine.read_bytes() == common.read_bytes()


def test_a_new_file_takes_the_result_and_mine_stays(content, common, mine, tmp_path, capsys):
    theirs, out = made(content, tmp_path / "чужая.xlsx", theirs_of), tmp_path / "итог.xlsx"
    assert run(common, mine, theirs, "--out", out, "--dry-run") == cli.DONE
    assert not out.exists()
    assert run(common, mine, theirs, "--out", out) == cli.DONE
    assert mine.read_bytes() == common.read_bytes()
    assert rows(out, Mentee)[1].interests == "астрономия"
    capsys.readouterr()
    assert run(common, mine, theirs, "--out", out) == cli.COULD_NOT
    assert capsys.readouterr().err.endswith("Укажите другое имя: существующая книга не перезаписывается.\n")


def test_merged_either_way_both_books_say_the_same(content, common, mine, tmp_path):
    theirs = made(content, tmp_path / "чужая.xlsx", theirs_of)
    other = made(content, tmp_path / "вторая.xlsx", lambda found: [found[0].but(results="Готова"), *found[1:]])
    copy = tmp_path / "копия чужой.xlsx"
    copy.write_bytes(theirs.read_bytes())
    assert run(common, other, theirs) == cli.DONE
    assert run(common, copy, other) == cli.DONE
    one, two = ({row.but(number=None) for row in rows(book, Mentee)} for book in (other, copy))
    assert one == two
    assert len(one) == 7


def test_what_both_changed_is_a_conflict_for_programs_too(content, common, tmp_path, capsys):
    mine = made(content, tmp_path / "моя 2.xlsx", lambda found: [found[0].but(results="Отлично"), *found[1:]])
    theirs = made(content, tmp_path / "чужая.xlsx", lambda found: [found[0].but(results="Хорошо"), *found[1:]])
    assert run(common, mine, theirs, "--json") == cli.FOUND
    told = json.loads(capsys.readouterr().out)
    assert told["conflicts"] == [
        {
            "place": "Банк наставляемых!K5",
            "row_key": "Н-01",
            "title": "Результаты",
            "base": "",
            "ours": "Отлично",
            "theirs": "Хорошо",
            "state": "ждёт выбора",
        }
    ]
    assert [row.theirs for row in rows(mine, Conflict)] == ["Хорошо"]


def test_the_book_of_another_school_is_refused_and_leaves_no_new_file(content, common, mine, tmp_path, capsys):
    def strangers(found):
        return [row.but(full_name=f"Чужой {number}") for number, row in enumerate(found)]

    people = {table: strangers(found) for table, found in content.rows.items() if "full_name" in table.spec.fields}
    other = create(tmp_path / "чужая.xlsx", replace(content, rows={**content.rows, **people}))
    assert run(common, mine, other, "--out", tmp_path / "итог.xlsx") == cli.COULD_NOT
    assert capsys.readouterr().err == (
        "«общая.xlsx» и «чужая.xlsx» – книги разных школ: в них другие люди. Выберите другие файлы и повторите.\n"
    )
    assert not (tmp_path / "итог.xlsx").exists()
    assert mine.read_bytes() == common.read_bytes()


def test_a_file_that_is_no_book_gets_one_sentence(common, mine, tmp_path, capsys):
    openpyxl.Workbook().save(tmp_path / "пустая.xlsx")
    assert run(common, mine, tmp_path / "пустая.xlsx") == cli.COULD_NOT
    assert run(tmp_path / "нет.xlsx", mine, common) == cli.COULD_NOT
    assert capsys.readouterr().err.count("\n") == 2
    assert mine.read_bytes() == common.read_bytes()

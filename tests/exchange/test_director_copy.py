"""The director's copy: nothing private in any part of the file, the rest in its place; a draft, not a sending."""

from __future__ import annotations

import datetime as dt
import email
import zipfile
from email.policy import default
from pathlib import Path

import pytest

from mentoring_xl import cli
from mentoring_xl.actions.create import example_book
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.books.new import create
from mentoring_xl.core.grid import typed
from mentoring_xl.exchange import plan_caption
from mentoring_xl.mailing import Parcel, director_copy
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Answer, Consent, Mentee, Mentor, Pair, Setting, Step

NOW = dt.datetime(2026, 11, 20, 14, 5)


@pytest.fixture(scope="module")
def parcel(tmp_path_factory: pytest.TempPathFactory) -> Parcel:
    folder = tmp_path_factory.mktemp("copy")
    path = create(folder / "школа.xlsx", example_book(NOW.date()))
    before = path.read_bytes()
    with ClosedBook.open(path) as book:
        made = director_copy(book, folder, NOW)
    assert path.read_bytes() == before
    return made


def test_no_contact_and_no_parent_is_in_any_part_of_the_copy(parcel: Parcel):
    content = example_book(NOW.date())
    private = {person.contacts for table in (Mentee, Mentor) for person in content.rows[table] if person.contacts}
    private |= {consent.representative for consent in content.rows[Consent] if consent.representative}
    with zipfile.ZipFile(parcel.copy) as parts:
        whole = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert len(private) > 50
    assert [text for text in private if text in whole] == []


def test_the_rest_is_there(parcel: Parcel):
    with ClosedBook.open(parcel.copy) as book:
        mentees = typed(Mentee, book.grid(Mentee)).rows
        assert len(mentees) == 60
        assert {mentee.birth_year for mentee in mentees} == {None}
        assert typed(Answer, book.grid(Answer)).rows == ()
        assert [mentee.code for mentee in mentees if not mentee.full_name] == ["Н-30"]
        assert len(typed(Pair, book.grid(Pair)).rows) == 5
        title, stamp = plan_caption(book.above(Step))
    assert title[0] == "План мероприятий (дорожная карта)"
    assert stamp[0] == "УТВЕРЖДАЮ"
    assert stamp[-1] == "09.01.2026"


def test_the_letter_is_a_draft_with_the_copy_attached(parcel: Parcel):
    letter = email.message_from_bytes(parcel.letter.read_bytes(), policy=default)
    assert letter["X-Unsent"] == "1"
    assert letter["Subject"] == "Программа наставничества на 20.11.2026"
    assert letter["To"] is None
    text = letter.get_body().get_content()
    assert text.startswith("Здравствуйте, ")
    assert "Наставляемые без пары" in text
    (attachment,) = letter.iter_attachments()
    assert attachment.get_filename() == "школа – директору 20.11.2026.xlsx"
    assert attachment.get_content() == parcel.copy.read_bytes()


def test_a_copy_of_today_is_not_overwritten(parcel: Parcel, capsys: pytest.CaptureFixture[str]):
    before = parcel.copy.read_bytes()
    with ClosedBook.open(parcel.copy.parent / "школа.xlsx") as book, pytest.raises(Exception, match="уже есть"):
        director_copy(book, parcel.copy.parent, NOW)
    assert parcel.copy.read_bytes() == before


def test_the_command_says_where_the_draft_lies_and_that_nothing_is_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = create(tmp_path / "школа.xlsx", example_book(NOW.date()))
    assert cli.main(["director-copy", str(path)]) == cli.DONE
    said = capsys.readouterr().out
    assert "отправьте сами" in said
    assert "Банк наставляемых: Год рождения" in said
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_the_letter_is_addressed_to_the_director_of_the_settings_and_signed_by_the_curator(tmp_path: Path):
    settings = default_rows(
        director_email="school@example.ru", director="Полевая Анна Ильинична", curator="Иванова Ольга Петровна"
    )
    made = director_copy(MemoryBook({Setting: settings}), tmp_path, NOW)
    letter = email.message_from_bytes(made.letter.read_bytes(), policy=default)
    assert made.to == letter["To"] == "school@example.ru"
    lines = letter.get_body().get_content().strip().splitlines()
    assert (lines[0], lines[-1]) == ("Здравствуйте, Анна Ильинична!", "Иванова Ольга Петровна")


def test_every_column_that_was_emptied_is_named(parcel: Parcel):
    assert parcel.left_out == (
        "Персонал: Электронная почта",
        "Банк наставляемых: Контакты (данные законного представителя)",
        "Банк наставляемых: Год рождения",
        "Банк наставников: Контакты",
        "Банк наставников: Год рождения",
        "Согласия: ФИО представителя",
    )


def test_who_withdrew_his_consent_stands_in_the_copy_as_a_code(tmp_path: Path):
    rows = {
        Setting: default_rows(),
        Mentee: [Mentee(full_name="Арефьева Вера Ивановна", request="чтение", code="Н-1", group="обучающийся")],
        Pair: [Pair(mentee_code="Н-1", mentee_name="Арефьева Вера Ивановна", mentor_code="М-1", state="согласована")],
        Consent: [Consent(person_code="Н-1", kind="обработка персональных данных", withdrawn=dt.date(2026, 11, 1))],
    }
    made = director_copy(MemoryBook(rows), tmp_path, NOW)
    assert made.withdrawn == ("Н-1",)
    with ClosedBook.open(made.copy) as book:
        assert [(row.code, row.full_name) for row in typed(Mentee, book.grid(Mentee)).rows] == [("Н-1", "")]
        assert [(row.mentee_name, row.state) for row in typed(Pair, book.grid(Pair)).rows] == [("Н-1", "согласована")]

"""From the book to the letter: the preview, the three ways, the journal, and nothing left behind by a failure."""

from __future__ import annotations

import email
import re
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from mentoring_xl import mailing
from mentoring_xl.books import sent
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.exchange.delivery import Outlook
from mentoring_xl.exchange.encryption import decrypted, is_encrypted
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Entry, Setting
from mentoring_xl.session import read
from tests.exchange.post_office import PASSWORD, USER, Box, certificate, office, silent_office
from tests.exchange.test_delivery import Application
from tests.mailing.school import DIRECTOR, NOW, SERVER, school

if TYPE_CHECKING:
    from pathlib import Path

FILE_PASSWORD = "Ёлка 2026"
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


def sent_by(path: Path, means: mailing.Means, *, via: str = "", password: str = "") -> tuple[str, ...]:
    with ClosedBook.open(path) as book:
        settings = Settings(read(book, (Setting,))[Setting])
        way = mailing.chosen(via, settings, path.parent, NOW, means)
        parcel = mailing.prepare(book, path, NOW, password=password)
        return mailing.hand_over(book, path, parcel, way, NOW)


def means(**given: object) -> mailing.Means:
    """Return a machine with nothing for sending but what is given."""
    nothing = {"outlook": lambda: None, "opener": lambda path: False, "keyring": lambda user: ""}
    return mailing.Means(given.pop("ask", lambda user: PASSWORD), **{**nothing, **given})


def journal(path: Path) -> list[str]:
    with ClosedBook.open(path) as book:
        return [row.changes for row in typed(Entry, book.grid(Entry)).rows if row.button == "Отправить директору"]


def test_a_server_that_is_set_up_gets_the_letter_with_the_locked_copy(tmp_path: Path):
    shown, believing = certificate(tmp_path)
    box = Box()
    with office(box, shown, starttls=True) as port:
        path = school(tmp_path / "школа.xlsx", **SERVER, smtp_port=str(port), smtp_security="STARTTLS")
        done = sent_by(path, means(context=believing), password=FILE_PASSWORD)
    assert done[0] == f"Письмо отправлено: {DIRECTOR}."
    (envelope,) = box.letters
    letter = email.message_from_bytes(envelope.content, policy=default)
    assert letter["Subject"] == "Программа наставничества на 20.11.2026"
    lines = letter.get_body().get_content().split("\r\n")
    assert lines[:7] == [
        "Здравствуйте, Анна Ильинична!",
        "Направляю копию книги программы наставничества.",
        "",
        "– На подпись: приказ о закреплении наставнических пар (групп).",
        "– Пары: согласована – 1, без пары – 1 наставляемый.",
        "– Замечания проверок: ошибок – 1.",
        "– С прошлой копии: это первая копия.",
    ]
    assert lines[8:10] == [
        "Правьте прямо в файле, сохраните его и пришлите обратно. Файл закрыт паролем: его сообщит куратор.",
        "Иванова Ольга Петровна",
    ]
    (attachment,) = letter.iter_attachments()
    assert attachment.get_filename() == "школа – директору 20.11.2026.xlsx"
    assert is_encrypted(attachment.get_content())
    (copy_id,) = sent.all_ids(path)
    assert decrypted(attachment.get_content(), FILE_PASSWORD) == sent.find(path, copy_id)
    (noted,) = journal(path)
    assert re.match(
        rf"Отправлено письмом: копия № {copy_id}, 0,\d МБ, с паролем\. Отпечаток SHA-256: [0-9a-f]{{16}}\. "
        r"Без столбцов: Персонал: Электронная почта; ",
        noted,
    )
    assert sorted(file.name for file in tmp_path.iterdir()) == [".mentoring", "mail.pem", "школа.xlsx"]


def test_the_mail_password_comes_from_the_keyring_when_it_is_there(tmp_path: Path):
    shown, believing = certificate(tmp_path)
    box, asked = Box(), []
    with office(box, shown, starttls=True) as port:
        path = school(tmp_path / "школа.xlsx", **SERVER, smtp_port=str(port), smtp_security="STARTTLS")
        kept = {USER: PASSWORD}
        sent_by(path, means(context=believing, keyring=kept.__getitem__, ask=asked.append))
    assert len(box.letters) == 1
    assert asked == []
    assert PASSWORD.encode() not in path.read_bytes()


@pytest.mark.parametrize("fault", ["silent", "refusing", "login", "no password", "no address"])
def test_after_a_failure_all_is_as_it_was(tmp_path: Path, fault: str):
    shown, believing = certificate(tmp_path)
    box = Box(refuse={"RCPT": "550 no"} if fault == "refusing" else {})
    password = {"login": "another", "no password": ""}.get(fault, PASSWORD)
    server = silent_office() if fault == "silent" else office(box, shown, starttls=True)
    said = {
        "silent": "не отвечает", "refusing": "не принял адрес получателя", "login": "не принял имя или пароль",
        "no password": "Пароль почты не введён", "no address": "адрес директора не указан",
    }[fault]  # fmt: skip
    with server as port:
        given = {"director_email": ""} if fault == "no address" else {}
        path = school(tmp_path / "школа.xlsx", **SERVER, smtp_port=str(port), smtp_security="STARTTLS", **given)
        before, patience = path.read_bytes(), 1.0 if fault == "silent" else 20.0
        with pytest.raises(BookError, match=said):
            sent_by(path, means(context=believing, ask=lambda user: password, timeout_s=patience))
    assert path.read_bytes() == before
    assert sent.all_ids(path) == ()
    assert box.letters == []
    with ClosedBook.open(path) as book:
        assert book.name == "школа.xlsx"


def test_without_a_server_outlook_is_taken(tmp_path: Path):
    application = Application()
    path = school(tmp_path / "школа.xlsx")
    done = sent_by(path, means(outlook=lambda: Outlook(application)))
    assert done[0] == "Письмо открыто в Outlook. Проверьте его и нажмите там «Отправить»."
    assert application.item.To == DIRECTOR
    assert journal(path)[0].startswith("Подготовлено письмо в Outlook: копия № 20261120-140500-")


@pytest.mark.parametrize(("opens", "said"), [(True, "Он открыт в почтовой программе"), (False, "Откройте его и")])
def test_without_both_a_draft_is_laid_and_opened(tmp_path: Path, opens: bool, said: str):
    path, seen = school(tmp_path / "школа.xlsx"), []
    done = sent_by(path, means(opener=lambda draft: seen.append(draft.name) or opens))
    assert seen == ["школа – директору 20.11.2026.eml"]
    assert said in done[1]
    letter = email.message_from_bytes((tmp_path / seen[0]).read_bytes(), policy=default)
    (attachment,) = letter.iter_attachments()
    (copy_id,) = sent.all_ids(path)
    assert attachment.get_content() == sent.find(path, copy_id)


@pytest.mark.parametrize(
    ("via", "settings", "said"),
    [
        ("smtp", {}, "Почтовый сервер не указан"),
        ("smtp", {"smtp_host": "mail.school.example"}, "Адрес отправителя не указан"),
        ("outlook", {}, "Outlook не найден"),
    ],
)
def test_a_way_that_is_not_there_is_told(tmp_path: Path, via: str, settings: dict[str, str], said: str):
    with pytest.raises(BookError, match=said):
        sent_by(school(tmp_path / "школа.xlsx", **settings), means(), via=via)


def test_an_attachment_larger_than_the_school_allows_is_told(tmp_path: Path):
    with pytest.raises(BookError, match=r"Вложение занимает 0,\d МБ, без пароля, а «Настройки» разрешают 0 МБ"):
        sent_by(school(tmp_path / "школа.xlsx", mail_limit="0"), means())


def test_a_wrong_address_is_told(tmp_path: Path):
    with pytest.raises(BookError, match="Адрес получателя «директору» записан неверно"):
        sent_by(school(tmp_path / "школа.xlsx", director_email="директору"), means())

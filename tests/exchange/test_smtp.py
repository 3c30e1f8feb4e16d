"""Sending through a real server on this machine: the letter arrives as it left, each refusal is one sentence."""

from __future__ import annotations

import datetime as dt
import email
from dataclasses import replace
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.core.errors import BookError
from mentoring_xl.exchange import Letter
from mentoring_xl.exchange.delivery import Server, send
from tests.exchange.post_office import (
    HOST,
    PASSWORD,
    USER,
    Box,
    certificate,
    free_port,
    office,
    office_that_says,
    silent_office,
)

if TYPE_CHECKING:
    import ssl

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
NOW = dt.datetime(2026, 11, 20, 14, 5)
BOOK = b"PK\x03\x04 " + bytes(range(256)) * 400
LETTER = Letter("director@школа.рф", "Программа наставничества", "Здравствуйте!\n\nКопия.", "школа 1.xlsx", BOOK)


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    return certificate(tmp_path_factory.mktemp("mail"))


def server(port: int, security: str = "TLS") -> Server:
    return Server(HOST, port, security, USER, USER)


def sent(port: int, contexts: tuple[ssl.SSLContext, ssl.SSLContext], security: str = "TLS", **given: object) -> None:
    letter, password = given.pop("letter", LETTER), given.pop("password", PASSWORD)
    send(server(port, security), letter, password, NOW, context=contexts[1], timeout_s=given.pop("timeout_s", 20.0))


def refused(port: int, contexts: tuple[ssl.SSLContext, ssl.SSLContext], security: str = "TLS", **given: object) -> str:
    with pytest.raises(BookError) as told:
        sent(port, contexts, security, **given)
    return str(told.value)


@pytest.mark.parametrize("security", ["TLS", "STARTTLS", "starttls"])
def test_the_letter_arrives_as_it_left(contexts: tuple[ssl.SSLContext, ssl.SSLContext], security: str):
    box = Box()
    with office(box, contexts[0], starttls=security != "TLS") as port:
        sent(port, contexts, security)
    (envelope,) = box.letters
    assert (envelope.mail_from, envelope.rcpt_tos) == (USER, ["director@xn--80atdl2c.xn--p1ai"])
    letter = email.message_from_bytes(envelope.content, policy=default)
    assert letter["To"] == "director@xn--80atdl2c.xn--p1ai"
    assert (letter["Subject"], letter["From"]) == ("Программа наставничества", USER)
    assert letter["Date"].datetime.replace(tzinfo=None) == NOW
    assert letter["X-Unsent"] is None
    assert letter.get_body().get_content().split() == ["Здравствуйте!", "Копия."]
    (attachment,) = letter.iter_attachments()
    assert (attachment.get_filename(), attachment.get_content()) == ("школа 1.xlsx", BOOK)


def test_a_wrong_password_is_told(contexts: tuple[ssl.SSLContext, ssl.SSLContext]):
    box = Box()
    with office(box, contexts[0], starttls=True) as port:
        assert "не принял имя или пароль" in refused(port, contexts, "STARTTLS", password="another")
    assert box.letters == []


def test_a_password_in_another_layout_is_told(contexts: tuple[ssl.SSLContext, ssl.SSLContext]):
    assert "не латинскими буквами. Проверьте раскладку" in refused(1, contexts, password="зфыыцщкв")


@pytest.mark.parametrize(
    ("refuse", "said"),
    [
        ({"RCPT": "550 no such user"}, "не принял адрес получателя"),
        ({"MAIL": "553 not yours"}, "не принял адрес отправителя"),
        ({"MAIL": "552 too big"}, "слишком велико"),
        ({"DATA": "552 too big"}, "слишком велико"),
        ({"DATA": "451 later"}, "отказал с кодом 451"),
    ],
)
def test_what_a_server_refuses_is_told(
    contexts: tuple[ssl.SSLContext, ssl.SSLContext], refuse: dict[str, str], said: str
):
    box = Box(refuse=refuse)
    with office(box, contexts[0]) as port:
        told = refused(port, contexts)
    assert said in told
    assert told.startswith("Письмо не отправлено.")
    assert box.letters == []


def test_a_server_without_tls_gets_no_password(contexts: tuple[ssl.SSLContext, ssl.SSLContext]):
    with office(Box(), None) as port:
        assert "не умеет защищать соединение" in refused(port, contexts, "STARTTLS")


def test_a_server_that_nobody_vouches_for_gets_no_password(contexts: tuple[ssl.SSLContext, ssl.SSLContext]):
    with office(Box(), contexts[0]) as port, pytest.raises(BookError, match="не тот, за кого себя выдаёт"):
        send(server(port), LETTER, PASSWORD, NOW)


@pytest.mark.parametrize("security", ["TLS", "STARTTLS"])
def test_a_silent_server_is_left(contexts: tuple[ssl.SSLContext, ssl.SSLContext], security: str):
    with silent_office() as port:
        assert f"«{HOST}» не отвечает" in refused(port, contexts, security, timeout_s=0.3)


def test_a_server_that_refuses_at_the_door_is_told(contexts: tuple[ssl.SSLContext, ssl.SSLContext]):
    with office_that_says(b"554 no service") as port:
        assert "отказал с кодом 554" in refused(port, contexts, "STARTTLS")


def test_a_port_where_nobody_listens_is_told(contexts: tuple[ssl.SSLContext, ssl.SSLContext]):
    assert "не принимает соединение" in refused(free_port(), contexts)


def test_an_unknown_host_is_told():
    with pytest.raises(BookError, match="«нет.invalid» не найден"):
        send(replace(server(465), host="нет.invalid"), LETTER, PASSWORD, NOW)


@pytest.mark.parametrize("to", ["директор", "a@b", "a@b.ru, c@d.ru", "a@b.ru\nBcc: c@d.ru", "Анна <a@b.ru>", "а@б.рф"])
def test_a_wrong_address_is_told_before_anybody_is_called(to: str):
    with pytest.raises(BookError, match="Адрес получателя «.*» записан неверно"):
        send(server(1), replace(LETTER, to=to), PASSWORD, NOW)


def test_another_protection_is_told(contexts: tuple[ssl.SSLContext, ssl.SSLContext]):
    assert "TLS или STARTTLS, не «нет»" in refused(1, contexts, "нет")

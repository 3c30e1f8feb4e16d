"""A letter as mail programs and servers take it (RFC 5322)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import tidy, writable

_XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_ADDRESS = re.compile(r"[\x21-\x7e]+@[^\s@<>()\[\],;:\"\\]+\.[^\s@<>()\[\],;:\"\\.]+")
_NOT_LOCAL = re.compile(r"[<>()\[\],;:\"\\@]")


@dataclass(frozen=True)
class Letter:
    """One letter with one workbook. to: an address, "" leaves the line for the person to fill. name: of the file."""

    to: str
    subject: str
    text: str
    name: str
    attachment: bytes


def address(text: str, whose: str) -> str:
    """Return an e-mail address as servers take it, a Russian domain in its ASCII form.

    whose: how the sentence begins when it is none («Адрес получателя»). Raises BookError.
    """
    found = tidy(text)
    local, _, domain = found.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode()
    except UnicodeError:
        ascii_domain = ""
    if not (_ADDRESS.fullmatch(found) and ascii_domain) or _NOT_LOCAL.search(local):
        raise BookError(f"{whose} «{found}» записан неверно. Исправьте его, например school@example.ru, и повторите.")
    return f"{local}@{ascii_domain}"


def as_draft(letter: Letter) -> bytes:
    """Return an .eml draft; «X-Unsent» makes Outlook open it for editing."""
    message = _message(letter.to, letter.subject, letter.text)
    message["X-Unsent"] = "1"
    _attach(message, letter)
    return message.as_bytes()


def as_message(letter: Letter, sender: str, now: dt.datetime) -> EmailMessage:
    """Return the letter as it is sent. sender: an address. now: the local time."""
    message = _message(letter.to, letter.subject, letter.text)
    message["From"] = sender
    message["Date"] = format_datetime(now.astimezone())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    _attach(message, letter)
    return message


def note(to: str, subject: str, text: str) -> bytes:
    """Return a draft without an attachment."""
    message = _message(to, subject, text)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def _message(to: str, subject: str, text: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    if to:
        message["To"] = to
    message["Subject"] = tidy(writable(subject))
    message.set_content(writable(text))
    return message


def _attach(message: EmailMessage, letter: Letter) -> None:
    message.add_attachment(letter.attachment, maintype=_XLSX[0], subtype=_XLSX[1], filename=writable(letter.name))

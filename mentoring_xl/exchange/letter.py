"""A letter as a draft that any mail program opens: nothing is sent from here."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from mentoring_xl.core.text import writable

_XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def draft(to: str, subject: str, text: str, name: str, attachment: bytes) -> bytes:
    """Return an .eml draft (RFC 5322; «X-Unsent» makes Outlook open it for editing) with one workbook attached.

    to: an address, "" leaves the line for the person to fill. name: of the attachment.
    """
    message = _message(to, subject, text)
    message.add_attachment(attachment, maintype=_XLSX[0], subtype=_XLSX[1], filename=name)
    return message.as_bytes()


def note(to: str, subject: str, text: str) -> bytes:
    """Return such a draft without an attachment."""
    return _message(to, subject, text).as_bytes()


def _message(to: str, subject: str, text: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if to:
        message["To"] = to
    message["Subject"] = subject
    message.set_content(writable(text))
    return message

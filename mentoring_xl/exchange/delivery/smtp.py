"""Sending through a mail server (RFC 5321), only over TLS; each refusal is a sentence of its own."""

from __future__ import annotations

import smtplib
import socket
import ssl
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import fold
from mentoring_xl.exchange.letter import address, as_message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mentoring_xl.exchange.letter import Letter

TIMEOUT_S = 30.0
TLS, STARTTLS = "TLS", "STARTTLS"
_NAME_OF_OURS = "[127.0.0.1]"
"""What we call ourselves: the name of the computer stays here."""

_CHECK = "Проверьте раздел «Почта» листа «Настройки» и повторите."
_NOT_SENT = "Письмо не отправлено."
_SILENT = f"{_NOT_SENT} Почтовый сервер «{{host}}» не отвечает. Проверьте подключение и повторите."
_UNSURE = "Почтовый сервер «{host}» замолчал, когда принимал письмо. Посмотрите, не дошло ли оно, прежде чем повторить."
_UNKNOWN = f"{_NOT_SENT} Почтовый сервер «{{host}}» не найден. {_CHECK}"
_CLOSED = f"{_NOT_SENT} Почтовый сервер «{{host}}» не принимает соединение. {_CHECK}"
_CERTIFICATE = (
    f"{_NOT_SENT} Защищённое соединение с «{{host}}» не получилось: сервер не тот, за кого себя выдаёт, или порт "
    f"не для этой защиты. {_CHECK}"
)
_NO_TLS = f"{_NOT_SENT} Сервер «{{host}}» не умеет защищать соединение. {_CHECK}"
_LOGIN = f"{_NOT_SENT} Сервер «{{host}}» не принял имя или пароль. Введите пароль для почтовых программ и повторите."
_LAYOUT = f"{_NOT_SENT} Имя или пароль почты набраны не латинскими буквами. Проверьте раскладку и повторите."
_TO = f"{_NOT_SENT} Сервер не принял адрес получателя. Проверьте адрес директора в «Настройках» и повторите."
_FROM = f"{_NOT_SENT} Сервер не принял адрес отправителя. {_CHECK}"
_LARGE = f"{_NOT_SENT} Для сервера «{{host}}» оно слишком велико. Отправьте его черновиком через почтовую программу."
_REFUSED = f"{_NOT_SENT} Сервер «{{host}}» отказал с кодом {{code}}. Повторите позже или спросите администратора почты."
_TOO_LARGE = frozenset({552, 523})


@dataclass(frozen=True)
class Server:
    """Where mail goes out. security: TLS or STARTTLS. user: of the login. sender: the address it comes from."""

    host: str
    port: int
    security: str
    user: str
    sender: str


def send(
    server: Server,
    letter: Letter,
    password: str,
    now: dt.datetime,
    *,
    context: ssl.SSLContext | None = None,
    timeout_s: float = TIMEOUT_S,
) -> None:
    """Send a letter; BookError when the server refuses, is silent for so long, or knows no TLS.

    context: which certificates are believed; by default those of the system.
    """
    sender, to = address(server.sender, "Адрес отправителя"), address(letter.to, "Адрес получателя")
    message = as_message(replace(letter, to=to), sender, now)
    user = server.user or sender
    if not (user + password).isascii():
        raise BookError(_LAYOUT)
    with _told(server.host, _SILENT):
        office = _connected(server, context or ssl.create_default_context(), timeout_s)
    try:
        with _told(server.host, _SILENT):
            office.login(user, password)
        with _told(server.host, _UNSURE):
            office.send_message(message, sender, [to])
    finally:
        with suppress(OSError, smtplib.SMTPException):
            office.quit()


def _connected(server: Server, context: ssl.SSLContext, timeout_s: float) -> smtplib.SMTP:
    security = fold(server.security).upper()
    if security == TLS:
        return smtplib.SMTP_SSL(server.host, server.port, _NAME_OF_OURS, timeout=timeout_s, context=context)
    if security != STARTTLS:
        raise BookError(f"{_NOT_SENT} Защита соединения – TLS или STARTTLS, не «{server.security}». {_CHECK}")
    office = smtplib.SMTP(server.host, server.port, _NAME_OF_OURS, timeout=timeout_s)
    try:
        office.starttls(context=context)
    except (OSError, smtplib.SMTPException):
        office.close()
        raise
    return office


@contextmanager
def _told(host: str, silent: str) -> Iterator[None]:
    """Turn what the library raises into a sentence. silent: the one for a server that stops answering."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise BookError(_LOGIN.format(host=host)) from error
    except smtplib.SMTPRecipientsRefused as error:
        raise BookError(_TO) from error
    except smtplib.SMTPSenderRefused as error:
        raise BookError((_LARGE if error.smtp_code in _TOO_LARGE else _FROM).format(host=host)) from error
    except smtplib.SMTPResponseException as error:
        sentence = _LARGE if error.smtp_code in _TOO_LARGE else _REFUSED
        raise BookError(sentence.format(host=host, code=error.smtp_code)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise BookError(_NO_TLS.format(host=host)) from error
    except (smtplib.SMTPException, TimeoutError, ConnectionResetError, BrokenPipeError) as error:
        raise BookError(silent.format(host=host)) from error
    except ssl.SSLError as error:
        raise BookError(_CERTIFICATE.format(host=host)) from error
    except (socket.gaierror, UnicodeError) as error:
        raise BookError(_UNKNOWN.format(host=host)) from error
    except OSError as error:
        raise BookError(_CLOSED.format(host=host)) from error

"""The ways by which a letter leaves, and which of them is taken."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError
from mentoring_xl.exchange import delivery
from mentoring_xl.schema.settings import title_of
from mentoring_xl.schema.tables import Setting

if TYPE_CHECKING:
    import datetime as dt
    import ssl
    from collections.abc import Callable
    from pathlib import Path

    from mentoring_xl.exchange import Letter
    from mentoring_xl.exchange.delivery import Opener, Outlook, Server
    from mentoring_xl.schema.settings import Settings

SERVER, OUTLOOK, _ = WAYS = ("smtp", "outlook", "eml")
KEYRING = "mentoring-xl"
"""The service under which the keyring of the system holds the mail password; the user is that of the login."""

_SETTINGS = f"раздел «Почта» листа «{Setting.spec.sheet}»"
_NO_SERVER = f"Почтовый сервер не указан. Заполните {_SETTINGS} или подготовьте черновик письма."
_NO_SENDER = f"Адрес отправителя не указан. Заполните {_SETTINGS} и повторите."
_NO_ADDRESS = (
    f"Письмо не отправлено: адрес директора не указан. Впишите его на лист «{Setting.spec.sheet}», "
    f"строка «{title_of('director_email')}», и повторите."
)
_NO_OUTLOOK = "Outlook не найден. Подготовьте черновик письма или заполните " + _SETTINGS + "."
_NO_PASSWORD = "Пароль почты не введён. Письмо не отправлено."


def _from_keyring(user: str) -> str:
    """Return the password that the system keeps, "" when it keeps none."""
    with suppress(ImportError):
        import keyring
        from keyring.errors import KeyringError

        with suppress(KeyringError):
            return keyring.get_password(KEYRING, user) or ""
    return ""


@dataclass(frozen=True)
class Means:
    """What the machine has for sending; tests bring their own.

    ask: asks for the mail password of a user, None or "" when the person thinks better of it. context: whose
    certificates are believed.
    """

    ask: Callable[[str], str | None]
    outlook: Callable[[], Outlook | None] = delivery.outlook
    opener: Opener = delivery.open_in_suite
    keyring: Callable[[str], str] = _from_keyring
    context: ssl.SSLContext | None = None
    timeout_s: float = 30.0


@dataclass(frozen=True)
class Way:
    """One way. how: for the journal. leaves: whether the letter leaves this machine at once.

    take: hands the letter over and returns what was done, or raises BookError.
    """

    how: str
    leaves: bool
    take: Callable[[Letter], tuple[str, ...]]


def _server_of(settings: Settings) -> Server | None:
    """Return the mail server of «Настройки»; None when it is not set up, BookError when nobody is said to send."""
    host = settings.text("smtp_host")
    if not host:
        return None
    user, sender = settings.text("smtp_user"), settings.text("smtp_from")
    if not (user or sender):
        raise BookError(_NO_SENDER)
    port, security = settings.whole("smtp_port"), settings.text("smtp_security")
    return delivery.Server(host, port, security, user or sender, sender or user)


def chosen(via: str, settings: Settings, folder: Path, now: dt.datetime, means: Means) -> Way:
    """Return the way that was asked for, else the server that is set up, else Outlook, else a draft in `folder`.

    via: one of WAYS or "". Raises BookError when that way is not there.
    """
    server = _server_of(settings) if via in (SERVER, "") else None
    if via == SERVER and server is None:
        raise BookError(_NO_SERVER)
    if server is not None:
        return _by_server(server, now, means)
    application: Any = means.outlook() if via in (OUTLOOK, "") else None
    if via == OUTLOOK and application is None:
        raise BookError(_NO_OUTLOOK)
    if application is not None:
        return _by_outlook(application)
    return _as_draft(folder, means)


def _by_server(server: Server, now: dt.datetime, means: Means) -> Way:
    def take(letter: Letter) -> tuple[str, ...]:
        if not letter.to:
            raise BookError(_NO_ADDRESS)
        password = means.keyring(server.user) or means.ask(server.user)
        if not password:
            raise BookError(_NO_PASSWORD)
        delivery.send(server, letter, password, now, context=means.context, timeout_s=means.timeout_s)
        return (f"Письмо отправлено: {letter.to}.",)

    return Way("Отправлено письмом", leaves=True, take=take)


def _by_outlook(application: Outlook) -> Way:
    def take(letter: Letter) -> tuple[str, ...]:
        application.compose(letter)
        return ("Письмо открыто в Outlook. Проверьте его и нажмите там «Отправить».",)

    return Way("Подготовлено письмо в Outlook", leaves=False, take=take)


def _as_draft(folder: Path, means: Means) -> Way:
    def take(letter: Letter) -> tuple[str, ...]:
        copy, draft = delivery.lay(letter, folder)
        opened = means.opener(draft)
        todo = "Он открыт в почтовой программе: проверьте и отправьте" if opened else "Откройте его и отправьте сами"
        return (
            f"Копия для директора: {copy}",
            f"Черновик письма: {draft}. {todo}; на почту в браузере приложите копию сами.",
        )

    return Way("Подготовлен черновик письма", leaves=False, take=take)

"""The password that opens a workbook: Office's own encryption («agile»), checked in both directions."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError

from mentoring_xl.core.errors import BookError

if TYPE_CHECKING:
    from types import ModuleType

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = "EncryptedPackage".encode("utf-16-le")
_LONGEST = 255
_NO_LIBRARY = 'Чтобы работать с паролем, нужна библиотека. Выполните pip install "mentoring-xl[mail]" и повторите.'
_NO_PASSWORD = "Пароль пустой. Введите пароль и повторите."
_TOO_LONG = f"Пароль длиннее {_LONGEST} знаков: Excel такой не примет. Придумайте пароль короче и повторите."
_FAILED = "Зашифровать копию не получилось, она не отправлена. Повторите или отправьте без пароля."
_WRONG = "Пароль не подходит. Проверьте раскладку и заглавные буквы и повторите."
_TAMPERED = "Файл с паролем изменён или повреждён по дороге. Попросите прислать его ещё раз."
_DAMAGED = "Файл с паролем повреждён или зашифрован непривычно. Попросите сохранить его в Excel и прислать ещё раз."
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError, TypeError, ValueError,
    ExpatError, struct.error,
)  # fmt: skip
"""What the library and those below it raise over a damaged file."""


def is_encrypted(data: bytes) -> bool:
    """Tell whether these are the bytes of an Office file that a password opens."""
    return data.startswith(_COMPOUND) and _STREAM in data


def encrypted(data: bytes, password: str) -> bytes:
    """Return a workbook that this password opens, already opened once and compared with the given one.

    Raises BookError when the password is blank or longer than 255 characters, and without msoffcrypto-tool.
    """
    if not password:
        raise BookError(_NO_PASSWORD)
    if len(password) > _LONGEST:
        raise BookError(_TOO_LONG)
    office = _library()
    locked = io.BytesIO()
    try:
        _file(data).encrypt(password, locked)
    except (office.EncryptionError, office.FileFormatError) as error:
        raise BookError(_FAILED) from error
    if decrypted(locked.getvalue(), password) != data:
        raise BookError(_FAILED)
    return locked.getvalue()


def decrypted(data: bytes, password: str) -> bytes:
    """Return the workbook that a password opens, whose seal is intact.

    Raises BookError for a wrong password, for a file changed or damaged on its way, and without msoffcrypto-tool.
    """
    if not password:
        raise BookError(_NO_PASSWORD)
    office = _library()
    opened = io.BytesIO()
    try:
        file = _file(data)
        try:
            file.load_key(password=password, verify_password=True)
        except office.InvalidKeyError as error:
            raise BookError(_WRONG) from error
        file.decrypt(opened, verify_integrity=True)
    except office.InvalidKeyError as error:
        raise BookError(_TAMPERED) from error
    except (office.DecryptionError, office.FileFormatError, office.ParseError, *_BROKEN) as error:
        raise BookError(_DAMAGED) from error
    return opened.getvalue()


def _library() -> ModuleType:
    try:
        import msoffcrypto.exceptions
    except ImportError as error:
        raise BookError(_NO_LIBRARY) from error
    found: ModuleType = msoffcrypto.exceptions
    return found


def _file(data: bytes) -> Any:
    from msoffcrypto.format.ooxml import OOXMLFile

    return OOXMLFile(io.BytesIO(data))

"""The password of a file: opens with it, not without, and tampering does not pass."""

from __future__ import annotations

import io
import sys
import zipfile
from functools import cache

import pytest

from mentoring_xl.core.errors import BookError
from mentoring_xl.exchange.encryption import decrypted, encrypted, is_encrypted

PASSWORD = "Ёлка-2026 ß"


@cache
def book() -> bytes:
    """The least that passes for an Office file, longer than one block of the encryption."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("xl/text.xml", "<a>Наставник</a>" * 2000)
    return file.getvalue()


@pytest.fixture(scope="module")
def locked() -> bytes:
    return encrypted(book(), PASSWORD)


def test_what_a_password_closes_it_opens_to_the_byte(locked: bytes):
    assert is_encrypted(locked)
    assert not is_encrypted(book())
    assert "Наставник".encode() not in locked
    assert decrypted(locked, PASSWORD) == book()


def test_another_password_is_refused_with_a_sentence(locked: bytes):
    with pytest.raises(BookError, match=r"^Пароль не подходит\. Проверьте раскладку"):
        decrypted(locked, "ёлка-2026 ß")


def test_a_changed_byte_inside_is_noticed(locked: bytes):
    half = len(locked) // 2
    changed = locked[:half] + bytes([locked[half] ^ 1]) + locked[half + 1 :]
    with pytest.raises(BookError, match="изменён или повреждён по дороге"):
        decrypted(changed, PASSWORD)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_one_sentence(locked: bytes, share: float):
    with pytest.raises(BookError, match="Попросите"):
        decrypted(locked[: int(len(locked) * share)], PASSWORD)


def test_a_file_without_a_password_is_not_decrypted():
    with pytest.raises(BookError, match="повреждён или зашифрован непривычно"):
        decrypted(book(), PASSWORD)


@pytest.mark.parametrize(("password", "said"), [("", "Пароль пустой"), ("я" * 256, "длиннее 255 знаков")])
def test_a_password_that_no_suite_takes_is_refused(password: str, said: str):
    with pytest.raises(BookError, match=said):
        encrypted(book(), password)


def test_without_the_library_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    monkeypatch.setitem(sys.modules, "msoffcrypto.exceptions", None)
    with pytest.raises(BookError, match=r"mentoring-xl\[mail\]"):
        encrypted(book(), PASSWORD)

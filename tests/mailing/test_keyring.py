"""The mail password in the keyring of the system: read when it is there, asked for when it is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from mentoring_xl.mailing import Means

if TYPE_CHECKING:
    from collections.abc import Iterator


class Drawer(KeyringBackend):
    """A keyring with one password in it."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return {("mentoring-xl", "school@school.example"): "mail password"}.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("nothing is put in")

    def delete_password(self, service: str, username: str) -> None:
        raise AssertionError("nothing is taken out")


@pytest.fixture
def backend() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def found(user: str) -> str:
    return Means(lambda user: None).keyring(user)


@pytest.mark.usefixtures("backend")
def test_the_password_of_the_login_is_found():
    keyring.set_keyring(Drawer())
    assert found("school@school.example") == "mail password"
    assert found("other@school.example") == ""


@pytest.mark.usefixtures("backend")
def test_a_machine_without_a_keyring_has_none():
    keyring.set_keyring(NoKeyring())
    assert found("school@school.example") == ""


def test_without_the_library_there_is_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert found("school@school.example") == ""

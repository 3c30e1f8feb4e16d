"""A click in a LibreOffice that cannot find the package; the office is English here."""

from __future__ import annotations

import pytest

from tests.live.clicks import desktops
from tests.live.clicks.person import Person

pytestmark = pytest.mark.libreoffice

COMMAND = "«mentoring-xl addin install --libreoffice»"


@pytest.fixture(scope="module")
def bare():
    """Someone in front of an English LibreOffice with the extension and nothing else; the scratch folder."""
    with desktops.screen() as display, desktops.office(display, russian=False) as (app, scratch):
        app.books.add()
        person = Person(app, display)
        person.maximize()
        yield person, scratch


def click(person, picture):
    person.press("Check Deadlines")
    return person.read_box(picture)


def test_without_the_package_the_command_to_run_is_told(bare):
    person, _ = bare
    assert click(person, "no_package") == f"Программа mentoring-xl не подключена к LibreOffice: выполните {COMMAND}."


def test_another_python_is_told_with_the_version_wanted(bare):
    person, scratch = bare
    desktops.write_addin(scratch, python="3.4")
    assert click(person, "other_python") == (
        f"LibreOffice работает на Python {desktops.PYTHON}, а mentoring-xl установлена для Python 3.4: "
        f"установите её для Python {desktops.PYTHON} и выполните {COMMAND}."
    )


def test_a_package_that_has_gone_is_told(bare):
    person, scratch = bare
    desktops.write_addin(scratch, paths=(str(scratch / "gone"),))
    assert click(person, "package_gone") == (
        f"Программы mentoring-xl больше нет на прежнем месте: установите её и выполните {COMMAND}."
    )


def test_damaged_settings_are_told(bare):
    person, scratch = bare
    desktops.write_addin(scratch)
    settings = scratch / "config" / "mentoring-xl" / "addin.json"
    settings.write_text("{", encoding="utf-8")
    assert click(person, "damaged_settings") == f"Файл {settings} не читается: выполните {COMMAND}."


def test_an_english_office_shows_english_labels(bare):
    person, _ = bare
    assert person.buttons("Mentoring")[:3] == ("Load Roadmap", "Check Deadlines", "Plan Calendar")
    assert person.open_menu("Mentoring")[-1] == "Diagnostics"
    person.key("Escape")
    person.key("Escape")


def test_the_office_needs_no_new_start_once_the_package_is_there(bare):
    person, scratch = bare
    desktops.write_addin(scratch)
    person.press("Diagnostics")
    assert person.read_box("package_found").startswith("Программа: mentoring-xl 0.1.0")

"""The file dialog asks each program in its own words and takes no for an answer."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from mentoring_xl.books.live.choosing import choose_file


def excel(answer):
    asked = []

    def dialog(*words):
        asked.append(words)
        return answer

    return SimpleNamespace(engine=SimpleNamespace(name="excel"), api=SimpleNamespace(GetOpenFilename=dialog)), asked


@pytest.mark.parametrize(("answer", "path"), [("C:/план.docx", Path("C:/план.docx")), (False, None)])
def test_excel_is_asked_for_one_file_of_the_given_kinds(answer, path):
    app, asked = excel(answer)
    assert choose_file(app, "Загрузить", "План", (".docx", ".pdf")) == path
    assert asked == [("План (*.docx;*.pdf),*.docx;*.pdf", 1, "Загрузить")]


def test_an_office_without_a_screen_is_not_asked():
    app = SimpleNamespace(engine=SimpleNamespace(name="libreoffice"), impl=SimpleNamespace(visible=False))
    assert choose_file(app, "Загрузить", "План", (".docx",)) is None

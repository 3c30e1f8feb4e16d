"""The same book as other programs, mail gateways and archivers write it: edited rightly, or refused in one sentence."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.core.edit import Append, Put, Rewrite
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.schema.tables import Notice, Pair
from tests.books.decorated import envelopes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RESAVE = "Откройте файл в Excel или LibreOffice, сохраните как книгу .xlsx и повторите."
REFUSED = {
    envelopes.marked: f"Книгу «школа.xlsx» не удалось прочитать: она записана необычно. {RESAVE}",
    envelopes.utf16: "Книга «школа.xlsx» записана необычно (часть «xl/worksheets/sheet1.xml»: кодировка), "
    f"значения могут прочитаться неверно. {RESAVE}",
    envelopes.another_workbook_name: f"Книгу «школа.xlsx» не удалось прочитать: она записана необычно. {RESAVE}",
    envelopes.capital_strings: "Книга «школа.xlsx» записана необычно (часть «xl/sharedStrings.xml»: место части), "
    f"значения могут прочитаться неверно. {RESAVE}",
    envelopes.without_addresses: "Лист «Замечания» записан необычно: ячейки без адресов. "
    "Откройте книгу в Excel, сохраните её и повторите.",
}


def edit(path: Path) -> dict[str, list[list[object]]]:
    """Turn the pairs round, add two, write notices; give the values of all sheets as another reader sees them."""
    book = ClosedBook(path)
    book.grid(Notice)
    first, second, third = typed(Pair, book.grid(Pair)).rows
    notices = tuple(Notice(number=number, place="Пары 2026!C8", message="= срок") for number in (1, 2, 3))
    book.apply(
        [
            Rewrite(Pair, (third, first, second)),
            Put(first, {"reasons": 'общий предмет «Алгебра» & "геометрия"'}),
            Append(Pair, (Pair(number=4, mentee_code="Н-4"), Pair(number=5, mentee_code="Н-5"))),
            Rewrite(Notice, notices),
        ]
    )
    book.save()
    seen = CalamineWorkbook.from_path(str(path))
    return {name: seen.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in seen.sheet_names}


@pytest.mark.parametrize("change", envelopes.CHANGES, ids=lambda change: change.__name__)
def test_a_book_written_in_another_way_is_edited_rightly_or_refused(
    change: Callable[[envelopes.Parts], envelopes.Parts], school_book: Path, open_xml_errors
):
    envelopes.repack(school_book, school_book, change, envelopes.deflated)
    content = school_book.read_bytes()
    if change in REFUSED:
        with pytest.raises(BookError, match=f"^{re.escape(REFUSED[change])}$"):
            edit(school_book)
        assert school_book.read_bytes() == content
    else:
        pairs = edit(school_book)["Пары 2026"]
        codes = pairs[5].index("Код наставляемого")
        assert [row[codes] for row in pairs[6:]] == ["Н-3", "Н-1", "Н-2", "Н-4", "Н-5"]
        assert [row[1] for row in pairs[6:]] == ["по вторникам", "ждём родителей", "= созвонились", "", ""]
        assert [row[codes + 7] for row in pairs[6:]] == ["", 'общий предмет «Алгебра» & "геометрия"', "", "", ""]
        assert open_xml_errors(school_book) == []


@pytest.mark.parametrize("archive", envelopes.ARCHIVES, ids=lambda archive: archive.__name__)
def test_a_book_packed_in_another_way_is_edited_like_any_other(
    archive: Callable[[envelopes.Parts], bytes], school_book: Path, tmp_path: Path
):
    expected = edit(envelopes.repack(school_book, tmp_path / "обычная.xlsx", envelopes.same, envelopes.deflated))
    packed = envelopes.repack(school_book, tmp_path / "иная.xlsx", envelopes.same, archive)
    with zipfile.ZipFile(packed) as book:
        names = [name for name in book.namelist() if not name.endswith("/")]
    assert edit(packed) == expected
    with zipfile.ZipFile(packed) as book:
        assert [name for name in book.namelist() if not name.endswith("/")][: len(names)] == names

"""What only LibreOffice has: ways to reach it, its refusals, what the engine leaves out."""

from __future__ import annotations

import ast
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from mentoring_xl.books import libreoffice
from mentoring_xl.books.libreoffice import OfficeError

pytestmark = pytest.mark.libreoffice
ROOM = Path(libreoffice.__file__).parent


def reason(refused: pytest.ExceptionInfo[OfficeError]) -> str:
    return refused.value.reason


def test_the_engine_is_registered_once() -> None:
    libreoffice.register()
    libreoffice.register()
    assert [engine.name for engine in xw.engines].count("libreoffice") == 1


def test_an_office_is_reached_over_its_pipe(tmp_path: Path) -> None:
    with libreoffice.launch(pipe="mentoring-тест", profile=tmp_path / "профиль") as app:
        book = app.books.add()
        book.sheets[0]["A1"].value = "через канал"
        other = libreoffice.connect("mentoring-тест")
        assert other.books[book.name].sheets[0]["A1"].value == "через канал"
        assert other.version.major >= 7
    with pytest.raises(OfficeError) as refused:
        other.books.add()
    assert reason(refused) == "gone"


def test_a_component_context_is_enough(app: xw.App) -> None:
    within = libreoffice.inside(app.impl.context)
    assert within.books.add().name in [book.name for book in app.books]
    assert libreoffice.inside(app.impl.context).impl is within.impl
    within.books.active.close()
    app.activate()


def test_no_office_on_a_pipe_is_told() -> None:
    with pytest.raises(OfficeError) as refused:
        libreoffice.connect("nobody-listens-here", timeout_s=0.2)
    assert reason(refused) == "no-answer"


def test_no_open_book_is_told(app: xw.App) -> None:
    for book in list(app.books):
        book.close()
    with pytest.raises(OfficeError) as refused:
        _ = app.books.active
    assert reason(refused) == "no-book"


def test_a_closed_book_is_told(app: xw.App) -> None:
    book = app.books.add()
    sheet = book.sheets[0]
    book.close()
    with pytest.raises(OfficeError) as refused:
        _ = sheet["A1"].value
    assert reason(refused) == "gone"


@pytest.mark.parametrize("change", ["value", "color", "insert", "clear_contents", "row_height", "merge"])
def test_a_protected_sheet_is_told(sheet: xw.Sheet, change: str) -> None:
    sheet["A1"].value = "было"
    sheet.api.protect("")
    changes = {
        "value": lambda: setattr(sheet["A1"], "value", 1),
        "color": lambda: setattr(sheet["A1"], "color", (1, 2, 3)),
        "insert": lambda: sheet["1:1"].insert("down"),
        "clear_contents": lambda: sheet["A1"].clear_contents(),
        "row_height": lambda: setattr(sheet["A1"], "row_height", 40),
        "merge": lambda: sheet["A1:B1"].merge(),
    }
    with pytest.raises(OfficeError) as refused:
        changes[change]()
    assert (reason(refused), sheet["A1"].value) == ("protected", "было")


def test_unlocked_cells_of_a_protected_sheet_take_values(sheet: xw.Sheet) -> None:
    free = sheet["A1:B2"].api
    protection = free.CellProtection
    protection.IsLocked = False
    free.CellProtection = protection
    sheet.api.protect("")
    sheet["A1:B2"].value = [["а", 1], ["б", 2]]
    sheet["B1:B2"].clear_contents()
    assert sheet["A1:B2"].value == [["а", None], ["б", None]]


def test_a_book_for_reading_only_is_told(app: xw.App, tmp_path: Path) -> None:
    path = tmp_path / "чтение.xlsx"
    openpyxl.Workbook().save(path)
    book = app.books.open(path, read_only=True)
    assert book.impl.read_only is True
    with pytest.raises(OfficeError) as refused:
        book.save()
    assert reason(refused) == "read-only"
    with pytest.raises(OfficeError) as refused:
        book.sheets[0]["A1"].value = 1
    assert reason(refused) == "read-only"
    book.close()


def test_a_file_that_is_no_spreadsheet_is_told(app: xw.App, tmp_path: Path) -> None:
    path = tmp_path / "не книга.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(OfficeError) as refused:
        app.books.open(path)
    assert reason(refused) in {"no-file", "refused"}


def test_unsaved_changes_are_known(book: xw.Book, tmp_path: Path) -> None:
    book.sheets[0]["A1"].value = 1
    assert book.impl.saved is False
    book.save(tmp_path / "а.xlsx")
    assert book.impl.saved is True


def test_a_message_without_a_screen_does_not_block(app: xw.App, book: xw.Book) -> None:
    app.impl.said.clear()
    assert app.alert("Готово: 5 пар.", "Наставничество") == "ok"
    assert app.alert("Продолжить?", buttons="yes_no") == "yes"
    assert app.impl.said == ["Готово: 5 пар.", "Продолжить?"]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda sheet: sheet["A1:B2"].sort(1), "Range.sort"),
        (lambda sheet: sheet["A1"].add_comment("а"), "Range.add_comment"),
        (lambda sheet: sheet["A1"].borders.line_style, "Range.borders"),
        (lambda sheet: sheet.charts, "Sheet.charts"),
        (lambda sheet: sheet.show_gridlines, "Sheet.show_gridlines"),
        (lambda sheet: sheet.pivot_tables, "Sheet.pivot_tables"),
        (lambda sheet: sheet.book.app.macro("m")(), "App.run"),
        (lambda sheet: setattr(sheet.book.app, "interactive", False), "App.interactive = …"),
        (lambda sheet: sheet["A1"].copy(), "Range.copy()"),
    ],
)
def test_what_is_missing_is_named(sheet: xw.Sheet, call: object, name: str) -> None:
    with pytest.raises(NotImplementedError, match="libreoffice engine") as refused:
        call(sheet)
    assert str(refused.value).startswith(name)


def test_panes_are_frozen_up_to_a_row(book: xw.Book, sheet: xw.Sheet) -> None:
    sheet.freeze_panes.freeze_at("1:2")
    view = book.api.getCurrentController()
    assert (view.getSplitRow(), view.getSplitColumn()) == (2, 0)
    sheet.freeze_panes.unfreeze()
    assert view.hasFrozenPanes() is False


def test_the_package_imports_nothing_of_ours() -> None:
    foreign = {
        node.module
        for path in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.level > 1 or (node.module or "").startswith("mentoring_xl"))
    }
    assert foreign == set()


def test_an_office_tells_which_settings_it_runs_with(tmp_path: Path) -> None:
    with libreoffice.launch(profile=tmp_path / "профиль") as app:
        assert libreoffice.profile(app) == tmp_path / "профиль"


def test_a_sheet_from_another_book_is_not_noted_in_an_undo_list_that_is_locked(app: xw.App) -> None:
    source, target = app.books.add(), app.books.add()
    source.sheets[0].page_setup.print_area = "A1:B2"
    manager = target.api.getUndoManager()
    manager.lock()
    source.sheets[0].copy(after=target.sheets[0])
    assert manager.isLocked()
    assert manager.getAllUndoActionTitles() == ()
    assert [sheet.page_setup.print_area for sheet in target.sheets] == [None, "$A$1:$B$2"]

"""What edits do to an open book that people have rearranged: the named cells change, and nothing that is theirs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mentoring_xl.books.libreoffice import OfficeError
from mentoring_xl.books.live import LiveBook
from mentoring_xl.books.live.calc import Calc
from mentoring_xl.core.edit import Append, Print, Put, Rewrite
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.core.page import Line, Look, Page, Piece
from mentoring_xl.schema.tables import Notice, Pair
from tests.books.closed.closed_books import Laid, build
from tests.books.closed.conftest import PAIRS
from tests.live.books import looking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import xlwings as xw

    from mentoring_xl.core.edit import Edit

pytestmark = pytest.mark.libreoffice
SHEET = "Пары 2026"
PAGE = Page(
    widths=(6, 40),
    lines=(Line((Piece("ПРИКАЗ", 0, 2, Look.TITLE),), 24), Line((Piece("= о парах", 0), Piece("№ 14-а", 1)))),
    repeat=0,
)


def pairs(book: xw.Book) -> tuple[Pair, ...]:
    """The pairs of an open book."""
    return typed(Pair, LiveBook(book).grid(Pair)).rows


def carry_out(book: xw.Book, *edits: Edit) -> Mapping[str, int]:
    """Carry out the edits in an open book."""
    live = LiveBook(book, sleep=lambda seconds: None)
    live.grid(Pair)
    changed = live.apply(edits)
    live.save()
    return changed


def everything(book: xw.Book) -> tuple[object, ...]:
    """All that a person would miss."""
    titles = [sheet.name for sheet in book.sheets]
    return (
        {title: looking.cells(book, title) for title in titles},
        looking.looks(book),
        looking.notes(book),
        looking.rules(book),
        looking.tables(book),
        looking.widths(book),
    )


def column(book: xw.Book, letter: str, first: int = 7, last: int = 12) -> list[object]:
    """The cells of a column of the pairs, None for blanks."""
    found = looking.cells(book, SHEET)
    return [found.get(f"{letter}{row}") for row in range(first, last + 1)]


def test_a_put_changes_only_its_own_cells(school, opened):
    book = opened(school)
    before = looking.cells(book, SHEET)
    assert carry_out(book, Put(pairs(book)[1], {"points": 71.5, "reasons": "общий предмет"})) == {SHEET: 2}
    after = looking.cells(book, SHEET)
    assert {place: value for place, value in after.items() if before.get(place) != value} == {
        "J8": 71.5,
        "K8": "общий предмет",
    }


def test_a_table_that_grows_takes_formats_and_formulas_along(school, opened):
    book = opened(school)
    carry_out(book, Append(Pair, tuple(Pair(number=number, starts=dt.date(2026, 10, 1)) for number in (4, 5, 6))))
    assert column(book, "C") == [1, 2, 3, 4, 5, 6]
    assert column(book, "M")[-1] == "=L12*2"
    assert looking.tables(book)["Pairs"] == (1, 1, 5, 21, 11)
    looks = looking.looks(book)[SHEET]
    assert looks["P12"] == looks["P9"]
    assert looks["B12"] == looks["B9"]


def test_a_row_grows_and_shrinks_with_its_text_and_other_rows_stay(school, opened):
    book = opened(school)
    book.sheets[SHEET].range("K8").wrap_text = True
    rows = book.sheets[SHEET].range("7:9").rows
    before = [row.height for row in rows]
    carry_out(book, Put(pairs(book)[1], {"reasons": "общий предмет и расписание " * 12}))
    high = [row.height for row in rows]
    carry_out(book, Put(pairs(book)[1], {"reasons": "общий предмет"}))
    low = [row.height for row in rows]
    assert before[1] <= low[1] < high[1]
    assert [high[0], high[2]] == [low[0], low[2]] == [before[0], before[2]]


def test_a_rewrite_takes_along_what_a_person_filled(school, opened):
    book = opened(school)
    first, _, third = pairs(book)
    book.sheets[SHEET].range("B9").color = (255, 0, 0)
    carry_out(book, Rewrite(Pair, (third.but(number=1), Pair(number=2, mentee_code="Н-9"), first.but(number=3))))
    assert column(book, "C") == [1, 2, 3, None, None, None]
    assert column(book, "D") == ["Н-3", "Н-9", "Н-1", None, None, None]
    assert column(book, "B") == ["по вторникам", None, "ждём родителей", None, None, None]
    assert column(book, "L") == [None, None, 12, None, None, None]
    assert column(book, "M") == ["=L7*2", "=L8*2", "=L9*2", "=L10*2", None, None]
    assert [book.sheets[SHEET].range(f"B{row}").color for row in (7, 8, 9)] == [(255, 0, 0), None, None]


def test_a_rewrite_takes_notes_along(school, opened):
    book = opened(school)
    first, second, third = pairs(book)
    carry_out(book, Rewrite(Pair, (second, first, third)))
    assert looking.notes(book)[SHEET, 8, 3 - 1] == "Уточнить у завуча"
    assert (SHEET, 7, 2) not in looking.notes(book)


def test_a_note_goes_along_with_a_row_that_moves_below_the_old_end(school, opened):
    book = opened(school)
    book.sheets[SHEET].range("B9").add_note("третья")
    carry_out(book, Rewrite(Pair, (Pair(), Pair(), *pairs(book))))
    mine = {place[1:]: text for place, text in looking.notes(book).items() if place[0] == SHEET}
    assert mine == {(9, 2): "Уточнить у завуча", (11, 2): "третья"}


def test_a_row_that_moves_below_the_old_end_keeps_its_colour_and_undo_gives_all_back(school, opened):
    book = opened(school)
    sheet = book.sheets[SHEET]
    sheet.range("B8").color = (255, 0, 0)
    before = everything(book)
    carry_out(book, Rewrite(Pair, (*[Pair()] * 3, *pairs(book))))
    assert column(book, "D", 7, 12) == [None, None, None, "Н-1", "Н-2", "Н-3"]
    assert [sheet.range(f"B{row}").color for row in range(10, 13)] == [None, (255, 0, 0), None]
    looking.undone(book)
    assert everything(book) == before


def dressed(book: xw.Book) -> None:
    """Let a person write in B8 two lines with bold red words, and in B9 a link among words."""
    sheet = book.sheets[SHEET].api
    words, link = sheet.getCellRangeByName("B8"), sheet.getCellRangeByName("B9")
    words.setString("ждём родителей\nдо пятницы")
    cursor = words.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(5, False)
    cursor.goRight(9, True)
    cursor.setPropertyValues(("CharColor", "CharWeight"), (0xFF0000, 150.0))
    field = book.api.createInstance("com.sun.star.text.TextField.URL")
    field.URL, field.Representation = "https://example.org/", "сайт"
    link.setString("см. , там всё")
    cursor = link.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(4, False)
    link.insertTextContent(cursor, field, False)


def test_formats_and_links_inside_texts_go_along_with_their_row(school, opened):
    book = opened(school)
    dressed(book)
    words, link = looking.portions(book, SHEET, "B8"), looking.portions(book, SHEET, "B9")
    assert [(text, weight) for text, weight, *_ in words] == [
        ("ждём ", 100), ("родителей", 150), ("\n", 0), ("до пятницы", 100)
    ]  # fmt: skip
    assert [(text, leads) for text, *_, leads in link] == [
        ("см. ", ""), ("сайт", "https://example.org/"), (", там всё", "")
    ]  # fmt: skip
    first, second, third = pairs(book)
    carry_out(book, Rewrite(Pair, (third, first, Pair(number=9), Pair(), second)))
    assert looking.portions(book, SHEET, "B11") == words
    assert looking.portions(book, SHEET, "B7") == link
    assert column(book, "B") == ["см. сайт, там всё", "ждём родителей", None, None, "ждём родителей\nдо пятницы", None]
    looking.undone(book)
    assert looking.portions(book, SHEET, "B8") == words
    assert looking.portions(book, SHEET, "B9") == link
    looking.redone(book)
    assert looking.portions(book, SHEET, "B11") == words


TEXTS = ("=1+1", "+7 (900) 123-45-67", "-5", "@ivanov", "'=1", "007", "01.09.2026", "50%", "TRUE", "ИСТИНА", "1E5", "=")


def test_text_stays_text(school, opened):
    book = opened(school)
    carry_out(book, Rewrite(Notice, tuple(Notice(message=text) for text in TEXTS)))
    cells = [book.sheets["Замечания"].api.getCellRangeByName(f"D{row}") for row in range(5, 5 + len(TEXTS))]
    assert [cell.getString() for cell in cells] == list(TEXTS)
    assert {cell.Type.value for cell in cells} == {"TEXT"}
    assert [row[3] for row in LiveBook(book).grid(Notice).values] == list(TEXTS)


def test_a_link_shows_its_text_and_leads_to_its_cell(school, opened):
    book = opened(school)
    carry_out(book, Rewrite(Notice, (Notice(number=1, place="Пары 2026!C8"), Notice(number=2, place="Нет листа!A1"))))
    cells = looking.cells(book, "Замечания")
    assert cells["C5"] == '=HYPERLINK("#\'Пары 2026\'!C8";"Пары 2026!C8")'
    assert cells["C6"] == "Нет листа!A1"
    assert [row[2] for row in LiveBook(book).grid(Notice).values] == ["Пары 2026!C8", "Нет листа!A1"]


def test_a_filter_stays_and_rows_behind_it_are_written(tmp_path, opened):
    path = build(tmp_path / "отбор.xlsx", Laid(Pair, PAIRS, hidden="1"))
    book = opened(path)
    before = looking.filters(book, "Pairs")
    first, second, third = pairs(book)
    carry_out(book, *(Put(row, {"reasons": f"причина {row.number}"}) for row in (first, second, third)))
    assert [row.reasons for row in pairs(book)] == ["причина 1", "причина 2", "причина 3"]
    assert before == [(0, ("1",))]
    assert looking.filters(book, "Pairs") == before
    assert looking.hidden(book, "Пары") == [6, 7]


def test_a_page_is_laid_on_a_sheet_of_its_own_and_laid_anew(school, opened):
    book = opened(school)
    assert carry_out(book, Print("Приказ 14-а", PAGE)) == {"Приказ 14-а": 3}
    shorter = Page(widths=PAGE.widths, lines=PAGE.lines[:1])
    assert carry_out(book, Print("приказ 14-а", PAGE)) == {}
    assert carry_out(book, Print("ПРИКАЗ 14-А", shorter)) == {"Приказ 14-а": 2}
    assert looking.cells(book, "Приказ 14-а") == {"A1": "ПРИКАЗ"}
    assert [sheet.name for sheet in book.sheets][-1] == "Приказ 14-а"
    assert len(book.sheets) == 5


def test_a_map_is_laid_with_names_that_read_upwards_frames_and_names_on_every_page(school, opened):
    book = opened(school)
    head = Line((Piece("", 0, 2, Look.UPRIGHT), Piece("Жукова А. П.", 2, 1, Look.UPRIGHT)), 70)
    cells = (
        Piece("42", 2, 1, Look.POINTS, "#ACCAE7"),
        Piece("●71", 3, 1, Look.DASHED),
        Piece("■80", 4, 1, Look.FRAMED),
    )
    widths = (6, 20, *[5] * 40)
    carry_out(book, Print("Карта", Page(widths, (head, Line(cells)), 0, wide=True, across=2, still=2)))
    sheet = book.sheets["Карта"].api
    at = [sheet.getCellByPosition(column, 1) for column in (2, 3, 4)]
    assert sheet.getCellByPosition(2, 0).RotateAngle == 9000
    assert [cell.LeftBorder2.LineWidth > 0 for cell in at] == [False, True, True]
    assert at[1].LeftBorder2.LineStyle != at[2].LeftBorder2.LineStyle
    assert at[0].CellBackColor == 0xACCAE7
    columns, rows = sheet.getTitleColumns(), sheet.getTitleRows()
    assert (columns.StartColumn, columns.EndColumn, rows.StartRow, rows.EndRow) == (0, 1, 0, 0)


def test_a_sheet_with_entries_of_a_person_is_never_drawn_over(school, opened):
    book = opened(school)
    book.sheets.add("Приказ 14-а").range("B3").value = "черновик завуча"
    with pytest.raises(BookError, match="^Лист «Приказ 14-а» занят вашими записями"):
        carry_out(book, Print("Приказ 14-а", PAGE))


def test_a_book_that_was_never_saved_is_served(app, school, opened):
    source = opened(school).sheets[SHEET]
    book = app.books.add()
    try:
        sheet = book.sheets[0]
        sheet.name = "Пары"
        sheet.range("B6:V9").value = source.range("B6:V9").value
        live = LiveBook(book)
        live.apply([Put(typed(Pair, live.grid(Pair)).rows[0], {"reasons": "общее"})])
        live.save()
        assert live.name == book.name
        assert pairs(book)[0].reasons == "общее"
    finally:
        book.close()


def refusal(book: xw.Book, *edits: Edit) -> str:
    """What is said instead of writing; nothing may have changed."""
    before = everything(book)
    with pytest.raises(BookError) as told:
        carry_out(book, *edits)
    assert everything(book) == before
    return str(told.value)


def test_a_read_only_book_is_told(school, opened):
    book = opened(school, read_only=True)
    assert refusal(book, Put(pairs(book)[0], {"points": 1.0})) == (
        "Книга «0 школа.xlsx» открыта только для чтения. Сохраните её под другим именем («Сохранить как») и повторите."
    )


def test_a_protected_sheet_is_told_only_where_it_would_be_written(school, opened):
    book = opened(school)
    book.sheets["Мои заметки"].api.protect("")
    carry_out(book, Put(pairs(book)[0], {"points": 1.0}))
    book.sheets[SHEET].api.protect("")
    assert refusal(book, Put(pairs(book)[0], {"points": 2.0})) == (
        "Лист «Пары 2026» защищён. Снимите защиту листа и повторите."
    )


def test_a_protected_structure_is_told_when_a_page_is_to_be_added(school, opened):
    book = opened(school)
    book.api.protect("")
    carry_out(book, Put(pairs(book)[0], {"points": 1.0}))
    assert refusal(book, Print("Приказ", PAGE)).startswith("Структура книги защищена, лист добавить нельзя.")


def test_merged_cells_are_named(school, opened):
    book = opened(school)
    book.sheets[SHEET].range("J7:K8").merge()
    assert refusal(book, Put(pairs(book)[1], {"points": 71.5})) == (
        "На листе «Пары 2026» в таблице объединены ячейки J7:K8: отмените объединение и повторите."
    )


def test_a_book_that_is_not_ours_is_told(app):
    book = app.books.add()
    try:
        with pytest.raises(BookError, match="^Это не книга программы наставничества"):
            LiveBook(book).grid(Pair)
    finally:
        book.close()


def test_one_undo_of_the_office_takes_back_the_whole_press(school, opened):
    book = opened(school)
    before = everything(book)
    manager = book.api.getUndoManager()
    carry_out(book, *everything_at_once(book))
    assert manager.getAllUndoActionTitles() == ("Наставничество",)
    looking.undone(book)
    assert everything(book) == before


def everything_at_once(book: xw.Book) -> tuple[Edit, ...]:
    """Rows that move, a table that grows, another one filled, and a page."""
    first, second, third = pairs(book)
    return (
        Rewrite(Pair, (third, Pair(number=9), first.but(reasons="скоро"), second, Pair(starts=dt.date(2026, 9, 1)))),
        Rewrite(Notice, (Notice(number=1, place="Приказ!A1", found=dt.date(2026, 11, 20)), Notice(message="= текст"))),
        Print("Приказ", PAGE),
    )


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let LibreOffice refuse the n-th block that is typed in, and the pages count as such."""

    def refuse(number: int) -> None:
        left = [number]
        type_in, opened = Calc.type_in, Calc.opened

        def counted(call):
            def wrapped(*given, **named):
                left[0] -= 1
                if left[0] == 0:
                    raise OfficeError("refused", "on purpose")
                return call(*given, **named)

            return wrapped

        monkeypatch.setattr(Calc, "type_in", counted(type_in))
        monkeypatch.setattr(Calc, "opened", counted(opened))

    return refuse


@pytest.mark.parametrize("number", range(1, 17))
def test_an_error_in_the_middle_leaves_nothing_half_written(number, school, opened, failing):
    book = opened(school)
    before = everything(book)
    edits = everything_at_once(book)
    failing(number)
    with pytest.raises(BookError, match="^LibreOffice не выполнил запись или чтение"):
        carry_out(book, *edits)
    assert everything(book) == before
    assert book.api.getUndoManager().getAllUndoActionTitles() == ()


def test_a_book_that_is_closed_during_a_press_is_told_in_one_sentence(school, app, monkeypatch):
    book = app.books.open(school)
    type_in = Calc.type_in

    def close_first(*given, **named):
        if book.api is not None:
            book.close()
        return type_in(*given, **named)

    monkeypatch.setattr(Calc, "type_in", close_first)
    with pytest.raises(BookError, match="^Книгу закрыли, пока кнопка работала. Откройте книгу и нажмите снова.$"):
        carry_out(book, *everything_at_once(book))


def test_a_busy_office_is_asked_again_and_then_told(school, opened, monkeypatch):
    book = opened(school)
    edit = Put(pairs(book)[0], {"points": 1.0})
    pauses: list[float] = []

    def busy(*given: object, **named: object) -> None:
        raise OfficeError("busy", "a cell is being edited")

    monkeypatch.setattr(Calc, "type_in", busy)
    live = LiveBook(book, sleep=pauses.append)
    live.apply([edit])
    with pytest.raises(BookError) as told:
        live.save()
    assert str(told.value) == "LibreOffice занят: закончите ввод в ячейку (Enter или Esc) и повторите."
    assert pauses[:4] == [0.1, 0.2, 0.4, 0.8]

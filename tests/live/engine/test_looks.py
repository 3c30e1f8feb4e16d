"""How cells look: formats, colours, fonts, sizes, notes, merges, hyperlinks."""

from __future__ import annotations

import pytest
import xlwings as xw


@pytest.mark.parametrize(
    "code",
    ["General", "@", "0", "0.00", "0.00%", "#,##0.00", "dd.mm.yyyy", "dd.mm.yyyy hh:mm", '0" ч."', "d mmmm yyyy"],
)
def test_a_number_format_reads_back_in_excels_code(sheet: xw.Sheet, code: str) -> None:
    sheet["A1:B2"].number_format = code
    assert sheet["A1:B2"].number_format == code


def test_mixed_looks_are_told_as_nothing(sheet: xw.Sheet) -> None:
    sheet["A1"].number_format = "0.00"
    sheet["A1"].font.bold = True
    sheet["A1"].wrap_text = True
    sheet["A1"].column_width = 30
    sheet["A1"].row_height = 40
    both = sheet["A1:B2"]
    assert (both.number_format, both.font.bold, both.wrap_text) == (None, None, None)
    sheet["B2"].value = 1
    assert (both.column_width, both.row_height) == (None, None)


def test_a_fill_is_set_read_and_taken_away(sheet: xw.Sheet) -> None:
    sheet["A1"].color = (255, 136, 0)
    sheet["A2"].color = "#00ff88"
    assert (sheet["A1"].color, sheet["A2"].color, sheet["A3"].color) == ((255, 136, 0), (0, 255, 136), None)
    sheet["A1"].color = None
    assert sheet["A1"].color is None


def test_fills_are_set_cell_by_cell(sheet: xw.Sheet) -> None:
    sheet["B1"].color = (1, 2, 3)
    sheet["A1:B2"].set_colors([[(255, 0, 0), ...], [(255, 0, 0), None]])
    assert [sheet[cell].color for cell in ("A1", "B1", "A2", "B2")] == [(255, 0, 0), (1, 2, 3), (255, 0, 0), None]


def test_a_font_is_set_and_read(sheet: xw.Sheet) -> None:
    font = sheet["A1"].font
    font.bold, font.italic, font.size, font.color, font.name = True, True, 14, (10, 20, 30), "Arial"
    assert (font.bold, font.italic, font.size, font.color, font.name) == (True, True, 14.0, (10, 20, 30), "Arial")
    assert (sheet["B1"].font.bold, sheet["B1"].font.italic) == (False, False)


def test_text_is_aligned_and_wrapped(sheet: xw.Sheet) -> None:
    cell = sheet["A1"]
    assert (cell.horizontal_alignment, cell.vertical_alignment, cell.wrap_text) == ("general", "bottom", False)
    cell.horizontal_alignment, cell.vertical_alignment, cell.wrap_text = "center", "top", True
    assert (cell.horizontal_alignment, cell.vertical_alignment, cell.wrap_text) == ("center", "top", True)


@pytest.mark.parametrize("characters", [0.5, 1, 8.43, 20, 60.29])
def test_a_column_is_as_wide_as_so_many_characters(sheet: xw.Sheet, characters: float) -> None:
    sheet["B:C"].column_width = characters
    assert sheet["B1:C9"].column_width == pytest.approx(characters, abs=0.1)


@pytest.mark.parametrize("points", [12.75, 15, 30, 120])
def test_a_row_is_as_high_as_so_many_points(sheet: xw.Sheet, points: float) -> None:
    sheet["2:3"].row_height = points
    assert sheet["A2:A3"].row_height == points


def test_columns_fit_their_longest_text(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [["очень длинный текст, который не входит в столбец", "да"]]
    before = sheet["B1"].column_width
    sheet["A1:B1"].columns.autofit()
    assert sheet["A1"].column_width > 30
    assert sheet["B1"].column_width < before


def test_rows_and_columns_are_hidden(sheet: xw.Sheet) -> None:
    sheet["A2:A3"].rows.hidden = True
    sheet["B:B"].columns.hidden = True
    assert (sheet["A2:A3"].rows.hidden, sheet["A1"].rows.hidden, sheet["A1:A2"].rows.hidden) == (True, False, None)
    assert (sheet["B1"].columns.hidden, sheet["A1:B1"].columns.hidden) == (True, None)


def test_a_note_is_added_changed_and_deleted(sheet: xw.Sheet) -> None:
    assert sheet["B2"].note is None
    sheet["B2"].add_note("Проверьте дату.")
    sheet["B2"].note.text = "Проверьте дату ещё раз."
    assert sheet["B2"].note.text == "Проверьте дату ещё раз."
    assert [note.location.address for note in sheet.notes] == ["$B$2"]
    sheet["B2"].note.delete()
    assert (sheet["B2"].note, len(sheet.notes)) == (None, 0)


def test_cells_are_merged_and_divided(sheet: xw.Sheet) -> None:
    sheet["B2:C3"].merge()
    assert (sheet["C3"].merge_area.address, sheet["B2:C3"].merge_cells) == ("$B$2:$C$3", True)
    assert (sheet["A1"].merge_cells, sheet["A1"].merge_area.address) == (False, "$A$1")
    sheet["B2:C3"].unmerge()
    assert sheet["B2"].merge_cells is False
    sheet["A5:B6"].merge(across=True)
    assert sheet["A6"].merge_area.address == "$A$6:$B$6"


def test_a_hyperlink_has_its_text_and_its_address(sheet: xw.Sheet) -> None:
    sheet["A1"].add_hyperlink("https://example.org/school", "Сайт")
    assert (sheet["A1"].value, sheet["A1"].hyperlink) == ("Сайт", "https://example.org/school")


def test_clearing_takes_contents_or_looks_or_both(sheet: xw.Sheet) -> None:
    def filled(address: str) -> xw.Range:
        cell = sheet[address]
        cell.value, cell.color = 5, (255, 0, 0)
        return cell

    contents, looks, both = filled("A1"), filled("A2"), filled("A3")
    contents.clear_contents()
    looks.clear_formats()
    both.clear()
    assert [(cell.value, cell.color) for cell in (contents, looks, both)] == [
        (None, (255, 0, 0)),
        (5.0, None),
        (None, None),
    ]


def test_cells_are_copied_with_looks(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [["а", 1], ["б", "=B1+1"]]
    sheet["A1"].color = (255, 0, 0)
    sheet["A1:B2"].copy(sheet["D5"])
    assert (sheet["D5:E6"].value, sheet["D5"].color) == ([["а", 1.0], ["б", 2.0]], (255, 0, 0))
    assert sheet["E6"].formula == "=E5+1"


def test_rows_and_cells_are_inserted_and_deleted(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [["а", 1], ["б", 2]]
    sheet["2:2"].insert("down")
    assert sheet["A1:B3"].value == [["а", 1.0], [None, None], ["б", 2.0]]
    sheet["2:2"].delete()
    sheet["A1:A1"].insert("down")
    assert sheet["A1:B3"].value == [[None, 1.0], ["а", 2.0], ["б", None]]
    sheet["A1"].delete("up")
    assert sheet["A1:B2"].value == [["а", 1.0], ["б", 2.0]]

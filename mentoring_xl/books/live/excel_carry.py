"""What goes along with rows in Excel besides values: formats and notes, by way of a sheet that is soon gone again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import xlwings as xw

    from mentoring_xl.books.sheets import Box

_FORMATS, _COMMENTS = -4122, -4144
"""xlPasteFormats and xlPasteComments."""


def carry(sheet: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]) -> None:
    """Take formats and notes along with rows; see `suite.Suite.carried`. There are origins or likes."""
    last = max(box.bottom, *origins, *like)
    spare = sheet.book.sheets.add(after=sheet.book.sheets[len(sheet.book.sheets) - 1])
    try:
        whole, kept = (page.range((box.top, box.left), (last, box.right)) for page in (sheet, spare))
        whole.api.Copy(kept.api)
        try:
            _dress(sheet, spare, box, origins, like)
        except BaseException:
            _paste(kept, whole, _FORMATS, _COMMENTS)
            raise
    finally:
        spare.delete()


def _dress(
    sheet: xw.Sheet, spare: xw.Sheet, box: Box, origins: Mapping[int, int | None], like: Mapping[int, int]
) -> None:
    """Give each row the formats of the row that it follows; a row of `like` keeps its own notes."""
    for row, origin in {**origins, **like}.items():
        target = sheet.range((row, box.left), (row, box.right))
        if row in origins:
            target.api.ClearComments()
        if origin:
            kinds = (_FORMATS,) if row in like else (_FORMATS, _COMMENTS)
            _paste(spare.range((origin, box.left), (origin, box.right)), target, *kinds)


def _paste(source: xw.Range, target: xw.Range, *kinds: int) -> None:
    source.api.Copy()
    for kind in kinds:
        target.api.PasteSpecial(kind)

"""The one thing that XlsxWriter cannot be asked for: a row height that is not set by hand."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class FittedSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose rows have a height and are still fitted by the spreadsheet as soon as a person edits them."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, object]] | None = None) -> None:
        kept = [(name, value) for name, value in attributes or () if (tag, name) != ("row", "customHeight")]
        super()._xml_start_tag_unencoded(tag, kept)

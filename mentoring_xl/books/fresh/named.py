"""The order of the defined names: on opening, LibreOffice lays out all sheets anew wherever it changes what repeats."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

_TITLES = "_xlnm.Print_Titles"


class QuickBook(Workbook):  # type: ignore[misc]
    """A workbook whose sheets with the same repeated rows and columns stand together among its names.

    LibreOffice 7.4 takes up the names while all sheets still share one page style: a change costs a walk over every
    row of every sheet, 0.1 s. Rows before columns saves one more change for each sheet that repeats both.
    """

    def _sort_defined_names(self, names: list[list[object]]) -> list[list[object]]:
        ordered = super()._sort_defined_names(names)
        titles = [
            [name, sheet, _rows_first(str(area)), hidden] for name, sheet, area, hidden in ordered if name == _TITLES
        ]
        return [entry for entry in ordered if entry[0] != _TITLES] + sorted(
            titles, key=lambda entry: _repeated(entry[2])
        )


def _rows_first(area: str) -> str:
    return ",".join(reversed(area.split(",")))


def _repeated(area: str) -> tuple[int, list[str]]:
    parts = [part.rpartition("!")[2] for part in area.split(",")]
    return len(parts), parts

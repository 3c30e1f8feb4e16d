"""The order of the defined names: on opening, LibreOffice lays out all sheets anew wherever it changes what repeats."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

_TITLES = "_xlnm.Print_Titles"


class QuickBook(Workbook):  # type: ignore[misc]
    """A workbook whose sheets with the same repeated rows and columns stand together among its names.

    LibreOffice 7.4 takes up the names while all sheets still share one page style: a change costs a walk over every
    row of every sheet, 0.1 s.
    """

    def _sort_defined_names(self, names: list[list[object]]) -> list[list[object]]:
        ordered = super()._sort_defined_names(names)
        titles = [entry for entry in ordered if entry[0] == _TITLES]
        return [entry for entry in ordered if entry[0] != _TITLES] + sorted(titles, key=_repeated)


def _repeated(entry: list[object]) -> list[str]:
    return [part.rpartition("!")[2] for part in str(entry[2]).split(",")]

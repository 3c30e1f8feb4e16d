"""One worksheet: every cell once, in order, inside the grid, with a value that all readers understand alike."""

import re
from collections.abc import Mapping

from mentoring_xl.books.guard import grid
from mentoring_xl.books.guard import sentences as say
from mentoring_xl.books.guard.limits import COLUMNS, MAX_SPREAD, ROWS
from mentoring_xl.books.guard.rows import PlainRows
from mentoring_xl.books.guard.sentences import RefusedError
from mentoring_xl.books.guard.xml import MAIN, Budget, PiecewisePart

ROOTS = tuple(f"{MAIN} {root}" for root in ("worksheet", "chartsheet", "dialogsheet"))
DATA, ROW, CELL, VALUE = (f"{MAIN} {name}" for name in ("sheetData", "row", "c", "v"))
CHILDREN = {
    3: (ROW,),
    4: (CELL, f"{MAIN} extLst"),
    5: (VALUE, f"{MAIN} f", f"{MAIN} is", f"{MAIN} extLst"),
}
"""What may stand at each depth of the table of cells."""
TYPES = ("n", "s", "b", "e", "str", "inlineStr", "d")
NUMBER = re.compile(r"\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\s*")
ROW_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
ROW_END = b"</row>"


class Sheet(PiecewisePart):
    """A worksheet part; `strings` is how many shared strings the book has."""

    def __init__(self, name: str, budget: Budget, strings: int, plain: PlainRows) -> None:
        super().__init__(name, budget)
        self._strings = strings
        self._plain = plain
        self._tables = 0
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        """The bounds of the cells. LibreOffice ends a sheet that lost a row with an empty row 1048576."""
        self._cell = self._type = ""
        self._value: list[str] = []

    def feed(self, data: bytes) -> None:
        """Take the next bytes: plain rows are proved by a pattern, all others go through the parser cell by cell."""
        *rows, self.unread = (self.unread + data).split(ROW_END)
        for row in rows:
            self._take_row(row)
        self.relieve()

    def close(self) -> None:
        """Take the end of the part and judge the size of the whole sheet."""
        super().close()
        if self._last_row * self._last_column > MAX_SPREAD:
            corner = f"{grid.column_letters(self._last_column)}{self._last_row}"
            raise RefusedError(say.SPREAD, part=self.name, cell=corner)

    def _take_row(self, row: bytes) -> None:
        """Count a plain row that directly follows another row of the table; parse any other."""
        plain = self._plain.match(row) if self.stack[1:] == [DATA] else None
        if plain and plain[0] > self._row:
            self._row, count, last_column = plain
            self._last_row = self._row if count else self._last_row
            self._last_column = max(self._last_column, last_column)
            self.budget.spend(elements=1 + 2 * count, cells=count)
        else:
            self.parse(row + ROW_END)

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Look at an element by its place: the table of cells is strict, around it only sizes matter."""
        depth = len(self.stack)
        if depth == 1:
            if element not in ROOTS:
                raise RefusedError(say.STRICT) if "purl.oclc.org" in element else self.unusual("это не лист")
        elif depth == 2:
            self._start_section(element, attributes)
        elif self.stack[1] == DATA:
            if element not in CHILDREN.get(depth, (element,)):
                raise self.unusual("чужая вставка среди ячеек")
            if depth == 3:
                self._start_row(attributes)
            elif element == CELL:
                self._start_cell(attributes)
            elif element == VALUE:
                self._start_value()
        elif depth == 3:
            self._start_item(element, attributes)

    def text(self, text: str) -> None:
        """Keep the text of a value."""
        if self.stack[-1] == VALUE:
            self._value.append(text)

    def end(self, element: str) -> None:
        """Judge a value when it is whole."""
        if element == VALUE and len(self.stack) == 5:
            self._check_value("".join(self._value))

    def oddity(self) -> None:
        """Refuse what cuts a value in two for some readers."""
        if self.stack[1:2] == [DATA]:
            raise self.unusual("вставка XML среди ячеек")

    def _start_section(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == DATA:
            self._tables += 1
            if self._tables > 1:
                raise self.unusual("две таблицы ячеек")
        elif element == f"{MAIN} dimension":
            reference = attributes.get("ref", "")
            # the cells themselves are judged at the end: the readers that we use look at no other bounds
            if not grid.area(reference):
                raise RefusedError(say.LYING, part=self.name, cell=reference[:30])

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        text = attributes.get("r", str(self._row + 1))
        if not ROW_NUMBER.fullmatch(text) or int(text) > ROWS:
            raise RefusedError(say.OUTSIDE, part=self.name, place=f"строка {text[:20]}")
        if int(text) <= self._row:
            raise RefusedError(say.ORDER, part=self.name, place=f"строка {text}")
        self._row, self._column = int(text), 0

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        address = attributes.get("r")
        place = (self._row, self._column + 1) if address is None else grid.cell(address)
        if not place or place[1] > COLUMNS or (address and "$" in address):
            raise RefusedError(say.OUTSIDE, part=self.name, place=f"ячейка {address or self._row}"[:30])
        if place[0] != self._row or place[1] <= self._column:
            raise RefusedError(say.ORDER, part=self.name, place=f"ячейка {address}")
        self.budget.spend(cells=1)
        self._last_row, self._column = place
        self._last_column = max(self._last_column, self._column)
        self._cell = f"{grid.column_letters(self._column)}{self._row}"
        self._type = attributes.get("t", "n")
        self._value = []
        if self._type not in TYPES:
            raise self.unusual(f"неизвестный вид ячейки {self._cell}")
        self._values = 0

    def _start_value(self) -> None:
        self._values += 1
        if self._values > 1:
            raise self.unusual(f"два значения в ячейке {self._cell}")

    def _check_value(self, value: str) -> None:
        if self._type == "s" and not (value.isascii() and value.isdigit() and int(value[:12]) < self._strings):
            raise self.unusual(f"в ячейке {self._cell} номер строки, которой нет")
        if self._type == "n" and value and not NUMBER.fullmatch(value):
            raise self.unusual(f"в ячейке {self._cell} не число")

    def _start_item(self, element: str, attributes: Mapping[str, str]) -> None:
        """Look at a merge, a link or a column's width: some readers visit every cell that these cover."""
        if element in (f"{MAIN} mergeCell", f"{MAIN} hyperlink"):
            reference = attributes.get("ref", "")
            box = grid.area(reference)
            if not box:
                raise RefusedError(say.OUTSIDE, part=self.name, place=f"область {reference[:30]}")
            if box[2] * box[3] > MAX_SPREAD:
                raise RefusedError(say.SPREAD, part=self.name, cell=reference)
            self.budget.spend(covered=grid.size(box))
        elif element == f"{MAIN} col" and not _is_column(attributes.get("max", "")):
            raise RefusedError(say.OUTSIDE, part=self.name, place=f"столбец {attributes.get('max', '')[:20]}")


def _is_column(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= COLUMNS

"""Plain rows of a sheet, proved correct without a parser: that is what most of a workbook is."""

import re
from itertools import pairwise

from mentoring_xl.books.guard.grid import column_number
from mentoring_xl.books.guard.limits import COLUMNS, ROWS

SHAPES = 1_000
VARYING = b"0123456789.+-"
LONGEST_SHAPE = 4_096
ROW = rb'<row r="([1-9][0-9]{0,6})"(?: [A-Za-z0-9:]+="[A-Za-z0-9:. ]*")*>'
NUMBER = rb"-?[0-9]{1,20}(?:\.[0-9]{1,20})?(?:[eE][-+]?[0-9]{1,3})?"
PLAIN = rb"[^<>&\x00-\x08\x0b\x0c\x0e-\x1f]*"
TEXT = PLAIN + rb"(?:&(?:amp|lt|gt|quot|apos);" + PLAIN + rb")*"
FORMULA = rb"(?:<f>" + TEXT + rb"</f>)?"
COLUMN = re.compile(rb'<c r="([A-Z]+)')


class PlainRows:
    """Recognises rows whose every cell is empty or holds one value of a common kind, perhaps with a formula.

    One pattern proves a row's syntax, that every address names its own row, and that string numbers are below
    `strings`. What is left is the encoding and the order of columns, which rows of one shape share.
    """

    def __init__(self, strings: int) -> None:
        values = (
            rb' t="s"><v>' + below(strings).encode() + rb"</v></c>",
            rb'(?: t="n")?>' + FORMULA + rb"<v>" + NUMBER + rb"</v></c>",
            rb"/>",
            rb' t="(?:str|e)">' + FORMULA + rb"<v>" + TEXT + rb"</v></c>",
            rb' t="inlineStr"><is><t(?: xml:space="preserve")?>' + TEXT + rb"</t></is></c>",
            rb' t="b">' + FORMULA + rb"<v>[01]</v></c>",
            rb"></c>",
        )
        cell = rb'<c r="[A-Z]{1,3}\1"(?: s="[0-9]{1,9}")?(?:' + b"|".join(values) + rb")"
        self._row = re.compile(ROW + rb"((?:" + cell + rb")*)")
        self._last_columns: dict[bytes, tuple[int, int]] = {}

    def match(self, row: bytes) -> tuple[int, int, int] | None:
        """Prove a row given from its «<row» up to «</row>».

        Returns the row's number, how many cells it has and the last one's column; None leaves the row to the parser,
        which finds what is wrong with it or that nothing is.
        """
        match = self._row.fullmatch(row)
        if not match or int(match[1]) > ROWS or not _is_utf8(row):
            return None
        shape = match[2].translate(None, VARYING)
        columns = self._last_columns.get(shape) or _columns(shape)
        if columns and len(shape) < LONGEST_SHAPE and len(self._last_columns) < SHAPES:
            self._last_columns[shape] = columns
        return (int(match[1]), *columns) if columns else None


def _is_utf8(row: bytes) -> bool:
    try:
        row.decode()
    except UnicodeDecodeError:
        return False
    return True


def _columns(shape: bytes) -> tuple[int, int] | None:
    """Return how many cells there are and the last one's column, None when they are not in strict order."""
    columns = [column_number(letters.decode()) for letters in COLUMN.findall(shape)]
    if any(left >= right for left, right in pairwise(columns)):
        return None
    last = columns[-1] if columns else 0
    return (len(columns), last) if last <= COLUMNS else None


def below(limit: int) -> str:
    """Return a pattern of the whole numbers from 0 to limit - 1, without needless zeros; of nothing when limit is 0."""
    if limit <= 0:
        return "(?!)"
    top = str(limit - 1)
    choices = [top, *(f"[1-9][0-9]{{{length}}}" for length in range(1, len(top) - 1))]
    if len(top) > 1:
        choices.append("[0-9]")
    for at, digit in enumerate(top):
        least = 1 if at == 0 and len(top) > 1 else 0
        if int(digit) > least:
            choices.append(f"{top[:at]}[{least}-{int(digit) - 1}][0-9]{{{len(top) - at - 1}}}")
    return f"(?:{'|'.join(reversed(choices))})"

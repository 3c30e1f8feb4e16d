"""Damages a book at random and says how the guard and the readers took it."""

import datetime as dt
import random
import warnings
from pathlib import Path

import openpyxl
import python_calamine

from mentoring_xl.books import guard
from mentoring_xl.core.errors import BookError
from tests.books.guard.guard_books import packed, parts

Values = dict[str, list[tuple[int, int, object]]]
EPOCH = dt.datetime(1899, 12, 30)


def mutate(book: bytes, seed: int) -> bytes:
    """The book with one random damage, in its bytes or in a part under a correct checksum."""
    chance = random.Random(seed)
    if chance.random() < 0.5:
        return _damaged(book, chance)
    content = parts(book)
    name = chance.choice([*content, "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
    act = chance.randrange(5)
    if act == 0:
        del content[name]
    elif act == 1:
        other = chance.choice(list(content))
        content[name], content[other] = content[other], content[name]
    elif act == 2:
        content[chance.choice(["xl/extra.xml", "xl/worksheets/sheet9.xml", name.upper() + "2"])] = content[name]
    else:
        content[name] = _damaged(content[name], chance)
    return packed(content)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    act = chance.randrange(5)
    at, length = chance.randrange(len(data)), chance.randrange(1, 40)
    if act == 0:
        return data[:at]
    if act == 1:
        return data[:at] + data[at + length :]
    if act == 2:
        other = chance.randrange(len(data))
        return data[:at] + data[other : other + length] + data[at + length :]
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 5])):
        place = chance.randrange(len(data))
        changed[place] = chance.choice([changed[place] ^ (1 << chance.randrange(8)), chance.randrange(48, 58)])
    return bytes(changed)


def outcome(path: Path, original: Values) -> str:
    """«refused», «told» (the parser's fault became a sentence), «same», «changed» (both readers agree), or raises."""
    try:
        guard.check(path)
    except BookError:
        return "refused"
    try:
        with guard.reading(path):
            values = read(path)
    except BookError:
        return "told"
    if values == original:
        return "same"
    second = read_by_calamine(path)
    assert values == second, (path, _difference(values, second))
    return "changed"


def read(path: Path) -> Values:
    """Sheet → row, column and value of every filled cell, as openpyxl reads them; dates as serial numbers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: [
            (cell.row, cell.column, _plain(cell.value))
            for row in sheet.iter_rows()
            for cell in row
            if cell.value not in (None, "")
        ]
        for sheet in book.worksheets
    }


def read_by_calamine(path: Path) -> Values:
    """The same by an independent reader."""
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    return {
        name: [
            (row + 1, column + 1, _plain(value))
            for row, line in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for column, value in enumerate(line)
            if value not in (None, "")
        ]
        for name in book.sheet_names
    }


def _plain(value: object) -> object:
    if isinstance(value, dt.datetime):
        return round((value - EPOCH) / dt.timedelta(days=1), 6)
    if isinstance(value, dt.date):
        return float((value - EPOCH.date()).days)
    if isinstance(value, dt.time):
        return round((value.hour * 3600 + value.minute * 60 + value.second) / 86400, 6)
    if isinstance(value, dt.timedelta):
        return round(value / dt.timedelta(days=1), 6)
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _difference(one: Values, other: Values) -> object:
    if one.keys() != other.keys():
        return list(one), list(other)
    return [sorted(set(one[name]) ^ set(other[name]), key=str)[:6] for name in one if one[name] != other[name]]

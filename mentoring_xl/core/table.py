"""A table declared once as a class of rows: titles, types, widths, drop-downs, who fills what."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar

from .cell import Cell, Place, letters
from .text import code_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self


class Filler(Enum):
    """Who fills a column; the value is what the legend of the workbook says."""

    PERSON = "заполняет сотрудник"
    PROGRAM = "заполняет программа"
    BOTH = "заполняет программа, сотрудник может изменить"


PERSON, PROGRAM, BOTH = Filler.PERSON, Filler.PROGRAM, Filler.BOTH


class Kind(Enum):
    """What a cell holds; the value is the word for it in notes and findings."""

    TEXT = "текст"
    INTEGER = "целое число"
    NUMBER = "число"
    DATE = "дата"
    FLAG = "да или нет"
    LINK = "ссылка на лист"


_KINDS = {"str": Kind.TEXT, "int": Kind.INTEGER, "float": Kind.NUMBER, "dt.date": Kind.DATE, "bool": Kind.FLAG}
"""By the text of an annotation: to evaluate all of them at every start takes longer than the rest of it."""
_BLANKS: dict[Kind, object] = {Kind.TEXT: "", Kind.LINK: "", Kind.FLAG: False}


@dataclass(frozen=True)
class Choices:
    """A drop-down list, shown as one column of «Справочники».

    name: the ASCII defined name in the workbook. values: the defaults, in the order shown.
    strict: a value outside the list is refused by the cell, not only warned about.
    """

    name: str
    title: str
    values: tuple[str, ...]
    strict: bool = False

    def spelled(self, text: str) -> str:
        """Return the text as the list has it when only case, spaces, ё, dashes or the layout differ, else as it is."""
        return text if text in self._spellings.values() else self._spellings.get(code_key(text), text)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return {code_key(value): value for value in self.values}


@dataclass(frozen=True)
class Column:
    """One column of a table.

    width: in characters of the default font. note: what to write, shown on the head. private: left out of copies that
    go to other people.
    """

    title: str
    width: float
    note: str = ""
    required: bool = False
    key: bool = False
    filled_by: Filler = PERSON
    choices: Choices | None = None
    kind: Kind = Kind.TEXT
    private: bool = False
    field: str = ""

    @cached_property
    def blank(self) -> object:
        """The value of an empty cell: "" for text, False for a flag, else None."""
        return _BLANKS.get(self.kind)

    @cached_property
    def is_free_text(self) -> bool:
        """Whether a text stands for itself as it is typed."""
        return self.kind in (Kind.TEXT, Kind.LINK) and self.choices is None


@dataclass(frozen=True)
class TableSpec:
    """The declaration of one sheet's table.

    name: the ASCII name of the Excel table. group: the tab group. head: the one-based row of the column titles.
    last_printed: the field of the last column on paper, "" for all; what stands behind it serves the program.
    """

    sheet: str
    name: str
    purpose: str
    group: str
    head: int
    columns: tuple[Column, ...] = field(default=())
    last_printed: str = ""

    def column(self, name: str) -> Column:
        """Return the column of a field; KeyError when there is none."""
        return self._by_field[name]

    @cached_property
    def _by_field(self) -> dict[str, Column]:
        return {column.field: column for column in self.columns}

    @property
    def printed(self) -> tuple[Column, ...]:
        """The first columns, those that go on paper."""
        return self.columns[: self.fields.index(self.last_printed) + 1] if self.last_printed else self.columns

    @property
    def fields(self) -> tuple[str, ...]:
        """Field names in the declared order."""
        return tuple(column.field for column in self.columns)

    @cached_property
    def blanks(self) -> dict[str, object]:
        """What each field holds when its cell is empty, in the declared order."""
        return {column.field: column.blank for column in self.columns}

    @property
    def key(self) -> str | None:
        """The field that names a row for good, or None."""
        return next((column.field for column in self.columns if column.key), None)


class Row:
    """The base of all rows; a subclass declared with @table has one attribute per column.

    Rows are immutable, equal when their cells are, wherever they stand, and hashable. One constructor serves all
    tables: a generated one for each would lengthen the start of the program by a quarter.
    """

    spec: ClassVar[TableSpec]
    at: Place | None

    def __init__(self, *, at: Place | None = None, **values: Any) -> None:
        unknown = values.keys() - self.spec.blanks.keys()
        if unknown:
            raise TypeError(f"{self.spec.name} has no column {', '.join(sorted(unknown))}")
        self.__dict__.update(self.spec.blanks)
        self.__dict__.update(values, at=at)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a row cannot be changed: use but({name}=…)")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.values() == other.values()

    def __hash__(self) -> int:
        return hash(tuple(self.values().values()))

    def __repr__(self) -> str:
        blanks = self.spec.blanks
        said = (f"{name}={value!r}" for name, value in self.values().items() if value != blanks[name])
        return f"{type(self).__name__}({', '.join(said)})"

    def cell(self, name: str) -> Cell:
        """Return the person's own address of a field; a row that was not read from a book stands in row 0."""
        if self.at and name in self.at.columns:
            return Cell(self.at.sheet, self.at.columns[name], self.at.row)
        return Cell(self.spec.sheet, letters(self.spec.fields.index(name)), self.at.row if self.at else 0)

    def holds(self, name: str) -> bool:
        """Tell whether there is anything in the cell of a field, even what cannot be read."""
        found = self.__dict__[name]
        blank = not found.strip() if isinstance(found, str) else found == self.spec.blanks[name]
        return not blank or (self.at is not None and name in self.at.unread)

    def values(self) -> dict[str, object]:
        """Return the fields and their values in the declared order."""
        return {name: self.__dict__[name] for name in self.spec.blanks}

    def but(self, **values: object) -> Self:
        """Return the same row, at the same place, with some fields changed."""
        return type(self)(at=self.at, **{**self.values(), **values})


R = TypeVar("R", bound=Row)


def column(
    title: str,
    width: float,
    note: str = "",
    *,
    required: bool = False,
    key: bool = False,
    filled_by: Filler = PERSON,
    choices: Choices | None = None,
    kind: Kind = Kind.TEXT,
    private: bool = False,
) -> Any:
    """Declare a column; its type is the annotation of the attribute, its order the order in the class."""
    return Column(title, width, note, required, key, filled_by, choices, kind, private)


def table(
    sheet: str, *, name: str, purpose: str, group: str, head: int = 4, last_printed: str = ""
) -> Callable[[type[R]], type[R]]:
    """Turn a class of column() attributes into a class of rows with a `spec`; see TableSpec for the arguments."""

    def declare(cls: type[R]) -> type[R]:
        hints = inspect.get_annotations(cls)
        columns = []
        for field_name, value in list(vars(cls).items()):
            if isinstance(value, Column):
                kind = value.kind if value.kind is Kind.LINK else _KINDS[hints[field_name].removesuffix(" | None")]
                columns.append(Column(**{**vars(value), "kind": kind, "field": field_name}))
        cls.spec = TableSpec(sheet, name, purpose, group, head, tuple(columns), last_printed)
        return cls

    return declare

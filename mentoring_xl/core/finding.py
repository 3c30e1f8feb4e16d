"""What is wrong, where, and what to do: a finding and the code it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .cell import Cell


class Severity(Enum):
    """How bad; the value is what a person reads."""

    ERROR = "ошибка"
    WARNING = "предупреждение"
    NOTE = "заметка"


_LONGEST = 400
"""Characters of a cell that a sentence repeats: a cell may hold 32 767."""
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True)
class Code:
    """One kind of finding. text: with {placeholders}. fix: an imperative. why: one sentence for the reference page."""

    code: str
    severity: Severity
    text: str
    fix: str
    why: str

    def at(self, cell: Cell, **values: object) -> Finding:
        """Make the finding at a cell; `values` fill the placeholders of text and fix, very long ones cut."""
        said = {name: _cut(value) for name, value in values.items()}
        return Finding(self, cell, self.text.format(**said), self.fix.format(**said))


def _cut(value: object) -> object:
    return f"{value[:_LONGEST].rstrip()}…" if isinstance(value, str) and len(value) > _LONGEST else value


@dataclass(frozen=True)
class Finding:
    """A code at a cell, with its sentences filled in."""

    code: Code
    cell: Cell
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.cell}  {self.code.code}  {self.message} → {self.fix}"

"""Plans drawn as small tables: a row a line, a column a «|»."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from mentoring_xl.core.cell import Place
from mentoring_xl.core.finding import Finding
from mentoring_xl.schema.tables import Step

Draw = Callable[..., tuple[Step, ...]]
Found = Callable[[Iterable[Finding]], list[str]]


@pytest.fixture
def drawn() -> Draw:
    """Read a picture: its first line names the fields; the rows stand on the sheet from row 11 on."""

    def draw(picture: str) -> tuple[Step, ...]:
        head, *lines = (line.strip().split("|") for line in picture.strip().splitlines())
        names = [name.strip() for name in head]
        return tuple(
            Step(at=Place("Дорожная карта", row), **dict(zip(names, (cell.strip() for cell in line), strict=True)))
            for row, line in enumerate(lines, 11)
        )

    return draw


@pytest.fixture
def found() -> Found:
    """Name each finding by its cell and its code."""
    return lambda findings: [
        f"{finding.cell.column}{finding.cell.row or ''} {finding.code.code}" for finding in findings
    ]

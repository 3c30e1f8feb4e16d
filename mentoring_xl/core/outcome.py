"""What an action is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .edit import Edit
    from .finding import Finding
    from .table import R, Row

Progress: TypeAlias = Callable[[str, int, int], None]
"""progress(what, done, whole): «Подбор», 3, 5."""


def share(what: str, done: int, whole: int) -> str:
    """Return the progress as a person reads it: «Подбор: 3 из 5 …», without numbers when there is but one step."""
    return f"{what}: {done} из {whole} …" if whole > 1 else f"{what} …"


def quiet(what: str, done: int, whole: int) -> None:
    """Report progress to nobody."""


class Tables:
    """The rows of each table that an action reads, in sheet order; a table that was not read is a KeyError.

    plan_title: the title of the plan that stands above the roadmap, "" when there is none or it was not read.
    """

    def __init__(self, rows: Mapping[type[Row], Iterable[Row]], plan_title: str = "") -> None:
        self._rows = {table: tuple(found) for table, found in rows.items()}
        self.plan_title = plan_title

    def __getitem__(self, table: type[R]) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self._rows[table])

    def __contains__(self, table: object) -> bool:
        return table in self._rows

    def but(self, rows: Mapping[type[Row], Iterable[Row]]) -> Tables:
        """Return the same tables with other rows in some of them."""
        return Tables({**self._rows, **rows}, self.plan_title)


@dataclass(frozen=True)
class Outcome:
    """Edits to carry out, findings for «Замечания», and the sentences of the summary."""

    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    summary: tuple[str, ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.edits + other.edits, self.findings + other.findings, self.summary + other.summary)

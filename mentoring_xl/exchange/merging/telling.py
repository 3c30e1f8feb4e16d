"""A merge told line by line, before it is carried out and afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import shortened

from .conflicts import WAITING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring_xl.schema.tables import Conflict

    from .merge import Merged
    from .table import Taken

_LONGEST = 120
_MOST = 30


def described(merged: Merged) -> tuple[str, ...]:
    """Return a line for everything that would be taken, asked or told."""
    return (*map(_taken, merged.taken), *map(_question, merged.conflicts), *merged.told)


def first_taken(merged: Merged, most: int = _MOST) -> tuple[str, ...]:
    """Return a line for everything that was taken, but for the first `most` only their number."""
    more = len(merged.taken) - most
    return (*map(_taken, merged.taken[:most]), *([f"… и ещё {more}."] if more > 0 else []))


def as_data(merged: Merged) -> Mapping[str, object]:
    """Return the same for programs."""
    return {
        "taken": [vars(taken) for taken in merged.taken],
        "conflicts": [
            {name: getattr(conflict, name) for name in ("place", "row_key", "title", "base", "ours", "theirs", "state")}
            for conflict in merged.conflicts
        ],
        "told": list(merged.told),
    }


def _taken(taken: Taken) -> str:
    before = f"{_quoted(taken.before)} → " if taken.before else ""
    return f"{taken.place}  {taken.row}  {taken.title}: {before}{_quoted(taken.after)}"


def _question(conflict: Conflict) -> str:
    where = "  ".join(text for text in (conflict.place, conflict.row_key, conflict.title) if text)
    if conflict.state != WAITING:
        return f"{where}: {_quoted(conflict.theirs)} – к сведению"
    return f"{where}: в книге {_quoted(conflict.ours)}, в файле {_quoted(conflict.theirs)} – выберете сами"


def _quoted(text: str) -> str:
    return f"«{shortened(text, _LONGEST)}»" if text else "пусто"

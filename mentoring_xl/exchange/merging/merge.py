"""The merge of whole books: table by table, then what was written outside the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .recoding import recoded
from .remarks import remarks
from .table import TableMerge
from .values import MERGED

if TYPE_CHECKING:
    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.side import Side
    from mentoring_xl.schema.tables import Conflict

    from .table import Taken


@dataclass(frozen=True)
class Merged:
    """What becomes of a file that came back.

    edits: to the book, for what the file alone changed. taken: the same for a person to read, in sheet order.
    conflicts: rows for «Расхождения» without numbers and days. told: sentences about what was not taken.
    """

    edits: tuple[Edit, ...] = ()
    taken: tuple[Taken, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    told: tuple[str, ...] = ()


def merge(base: Side, ours: Tables, theirs: Side) -> Merged:
    """Merge three ways: `theirs` is compared with `base` alone, and what differs there is laid into `ours`.

    What only the file changed is taken, what only the book changed stays, what both changed differently is a conflict.
    Sheets and columns that the file does not have, or has empty, were left out of the copy and are not deleted; a row
    that it does not have is a conflict. People, orders and questions that both sides added under one code get two. The
    program's own columns are not merged.
    """
    theirs, recodings = recoded(base, ours, theirs)
    merges: dict[str, TableMerge] = {}
    told = list(recodings)
    for table in MERGED:
        if table not in ours:
            continue
        sent, back = base.grids.get(table), theirs.grids.get(table)
        if back is None:
            if sent and sent.values:
                told.append(f"В файле нет листа «{sent.sheet}»: он остался вашим.")
            continue
        merging = merges[back.sheet] = TableMerge(table, sent, ours[table], back)
        merging.run()
    return Merged(
        edits=tuple(edit for merging in merges.values() for edit in merging.edits),
        taken=tuple(taken for merging in merges.values() for taken in merging.taken),
        conflicts=(
            *(conflict for merging in merges.values() for conflict in merging.conflicts),
            *remarks(base, theirs, merges),
        ),
        told=(*told, *(sentence for merging in merges.values() for sentence in merging.told)),
    )

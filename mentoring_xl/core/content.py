"""What a new book is filled with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from .table import Row


@dataclass(frozen=True)
class Cover:
    """The first sheet of a copy for somebody else.

    copy_id: told on the sheet and in the file's properties, so that the copy is known again. lines: above the table.
    rows: of the table, all of one class. title: instead of what the table is for.
    """

    copy_id: str
    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    title: str = ""


@dataclass(frozen=True)
class Content:
    """Rows for a new book and the texts above its roadmap.

    rows: by table, in sheet order. title: the lines of the plan's title. stamp: the lines of «УТВЕРЖДАЮ».
    created: stands in the file's properties; the same content and time give the same bytes. cover: of a copy, which has
    only the tables that rows are given for.
    """

    rows: Mapping[type[Row], tuple[Row, ...]]
    created: dt.datetime
    title: tuple[str, ...] = field(default=())
    stamp: tuple[str, ...] = field(default=())
    cover: Cover | None = None

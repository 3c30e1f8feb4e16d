"""A snapshot as bytes: compressed JSON with its format and version, so that a foreign or later one is told apart."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import io
import json
import zlib
from typing import TYPE_CHECKING, Any

from mentoring_xl.books.cells import Formula
from mentoring_xl.books.sheets import Note
from mentoring_xl.books.snapshots.shelf import Snapshot
from mentoring_xl.books.trace import Files, PageTrace, TableTrace, Trace
from mentoring_xl.core.table import Kind
from mentoring_xl.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMAT, _VERSION = "mentoring-xl undo", 1
_LIMIT = 1 << 28
"""Bytes of JSON beyond which a snapshot is none of ours."""
_KEPT_SPEED = 1
_NAMES = frozenset(table.spec.name for table in TABLES)


class UnreadableError(Exception):
    """The bytes are no snapshot of this version."""


def encoded(snapshot: Snapshot) -> bytes:
    """Return a snapshot as bytes."""
    trace = snapshot.trace
    data = {
        "format": _FORMAT,
        "version": _VERSION,
        "button": snapshot.button,
        "when": snapshot.when.isoformat(),
        "files": vars(trace.files) if trace.files else None,
        "tables": [_table(table) for table in trace.tables],
        "pages": [_page(page) for page in trace.pages],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_special)
    return gzip.compress(text.encode("utf-8", "surrogatepass"), _KEPT_SPEED, mtime=0)


def decoded(data: bytes) -> Snapshot:
    """Return the snapshot that bytes hold; raises UnreadableError."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            text = file.read(_LIMIT + 1)
        if len(text) > _LIMIT:
            raise ValueError("too long")
        found = json.loads(text.decode("utf-8", "surrogatepass"), object_hook=_value)
        if (found["format"], found["version"]) != (_FORMAT, _VERSION):
            raise ValueError("another format")
        trace = Trace(
            tuple(map(_read_table, found["tables"])),
            tuple(map(_read_page, found["pages"])),
            Files(**found["files"]) if found["files"] else None,
        )
        return Snapshot(str(found["button"]), dt.datetime.fromisoformat(found["when"]), trace)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError from error


def _special(value: object) -> dict[str, str]:
    match value:
        case dt.date():
            return {"@": value.isoformat()}
        case Formula(text):
            return {"=": text}
    raise TypeError(type(value).__name__)


def _value(found: dict[str, Any]) -> object:
    if len(found) == 1 and "=" in found:
        return Formula(found["="])
    if len(found) == 1 and "@" in found:
        moment = dt.datetime.fromisoformat(found["@"])
        return moment if "T" in found["@"] else moment.date()
    return found


def _table(table: TableTrace) -> dict[str, object]:
    return {
        **vars(table),
        "kinds": [kind.name if kind else None for kind in table.kinds],
        "made": sorted(table.made),
        "earlier": _listed(table.earlier),
        "gone": list(table.gone.items()),
        "formats": _listed(table.formats),
        "heights": list(table.heights.items()),
        "notes": [(*place, note.text, note.author) for place, note in table.notes.items()],
    }


def _read_table(found: dict[str, Any]) -> TableTrace:
    if found["name"] not in _NAMES:
        raise KeyError(found["name"])
    return TableTrace(
        **{
            **found,
            "titles": tuple(found["titles"]),
            "kinds": tuple(Kind[name] if name else None for name in found["kinds"]),
            "ends": tuple(found["ends"]),
            "origins": tuple(found["origins"]),
            "shown": tuple(map(tuple, found["shown"])),
            "made": frozenset(found["made"]),
            "earlier": _mapped(found["earlier"]),
            "gone": {row: tuple(values) for row, values in found["gone"]},
            "formats": _mapped(found["formats"]),
            "heights": dict(found["heights"]),
            "notes": {(row, column): Note(text, author) for row, column, text, author in found["notes"]},
        }
    )


def _page(page: PageTrace) -> dict[str, object]:
    return {
        "sheet": page.sheet,
        "before": _listed(page.before),
        "after": _listed(page.after),
        "earlier": page.earlier and base64.b64encode(page.earlier).decode(),
    }


def _read_page(found: dict[str, Any]) -> PageTrace:
    earlier = found["earlier"]
    content = None if earlier is None else base64.b64decode(earlier)
    return PageTrace(found["sheet"], _mapped(found["before"]), _mapped(found["after"]), content)


def _listed(cells: Mapping[tuple[int, int], object]) -> list[tuple[int, int, object]]:
    return [(row, column, value) for (row, column), value in cells.items()]


def _mapped(cells: list[tuple[int, int, Any]]) -> dict[tuple[int, int], Any]:
    return {(row, column): value for row, column, value in cells}

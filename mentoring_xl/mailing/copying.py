"""The director's copy as a file, built anew: what leaves, its number, and what changed since the copy before."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring_xl import exchange
from mentoring_xl.actions.erasing import without_withdrawn
from mentoring_xl.actions.unnaming import named_by_code, unnamed, without_unpaired
from mentoring_xl.books import fresh, sent
from mentoring_xl.books.closed import ClosedBook
from mentoring_xl.books.saving.told import sentence
from mentoring_xl.core.content import Content, Cover
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.grid import typed
from mentoring_xl.core.text import code_key, counted
from mentoring_xl.roadmap.caption import plan_caption
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import TABLES, Setting, Step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring_xl.books.port import Book
    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.core.table import Row
    from mentoring_xl.exchange import LeftOut
    from mentoring_xl.schema.tables import CopyChange

_MOST_LINES = 500
_FIRST_TITLE = "Первая копия: что ждёт вашего решения"
_FIRST = "Это первая копия: сравнивать пока не с чем. {waiting}"
_WAITING = "Ниже – приказы на подпись, программы на утверждение и просроченное по плану."
_NOTHING_WAITS = "Подписывать и утверждать сейчас нечего."
_CORRECT = (
    "Правьте прямо здесь: состояния, номера и даты приказов, числа, примечания. "
    "Сохраните файл и пришлите его обратно – школа примет правки."
)


@dataclass(frozen=True)
class Copy:
    """An .xlsx without a password. changed: lines by sheet, None for a first copy.

    out: what is left out. unpaired, withdrawn: codes of those who stand in it without a name.
    """

    data: bytes
    copy_id: str
    out: LeftOut
    changed: Mapping[str, int] | None = None
    unpaired: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


def copy_of(book: Book, path: Path, named: Tables, now: dt.datetime) -> Copy:
    """Build the copy of a book.

    path: of the book, beside which earlier copies are kept. named: all its tables. Raises BookError when a setting
    about the copy is wrong or the disk is full.
    """
    out = exchange.left_out(Settings(named[Setting]))
    tables, withdrawn = without_withdrawn(named, now.date())
    tables, unpaired = without_unpaired(tables)
    rows = exchange.directors_copy({table: tables[table] for table in TABLES}, out)
    earlier, before = _before(path)
    caption = plan_caption(book.above(Step))
    before = exchange.directors_copy(before, out)
    # the copy before may name somebody who has no pair any more
    gone = {code_key(code): code for code in (*withdrawn, *unpaired)}
    said = unnamed(named, gone.values(), {*_texts(before), *caption[0], *caption[1]})
    before = {table: tuple(_said(named_by_code(row, gone), said) for row in found) for table, found in before.items()}
    lines = exchange.changes(before, rows) if before else exchange.waiting(rows)
    # what was known of somebody who withdrew his consent is not told once more
    lines = tuple(line.but(before="") if line.row_key.partition(" ")[0] in withdrawn else line for line in lines)
    changed = exchange.counts(lines) if before else None
    copy_id = f"{now:%Y%m%d-%H%M%S}-{_mark(rows)}"
    told = _told(earlier, changed) if changed is not None else _first(lines)
    cover = Cover(copy_id, told, lines[:_MOST_LINES], "" if before else _FIRST_TITLE)
    title, stamp = (tuple(said.get(text, text) for text in part) for part in caption)
    data = _built(Content(rows, now, title, stamp, cover))
    return Copy(data, copy_id, out, changed, unpaired, withdrawn)


def _before(path: Path) -> tuple[str, dict[type[Row], tuple[Row, ...]]]:
    """Return the id and the tables of the copy sent before; "" and {} when there is none or it is damaged."""
    earlier = next(iter(sent.all_ids(path)), "")
    data = sent.find(path, earlier) if earlier else None
    if data is None:
        return "", {}
    try:
        with tempfile.TemporaryDirectory(prefix="mentoring-sent-") as folder:
            file = Path(folder) / "copy.xlsx"
            file.write_bytes(data)
            return earlier, dict(_tables(ClosedBook(file)))
    except BookError:
        return "", {}
    except OSError as error:
        raise BookError(f"Прошлая копия не читается. {sentence(error)}") from error


def _tables(book: ClosedBook) -> Iterator[tuple[type[Row], tuple[Row, ...]]]:
    for table in TABLES:
        try:
            yield table, typed(table, book.grid(table)).rows
        except BookError:
            continue  # it was left out of that copy


def _texts(rows: Mapping[type[Row], Sequence[Row]]) -> Iterator[str]:
    return (text for found in rows.values() for row in found for text in row.values().values() if isinstance(text, str))


def _said(row: Row, said: Mapping[str, str]) -> Row:
    found = {name: said[text] for name, text in row.values().items() if isinstance(text, str) and text in said}
    return row.but(**found) if found else row


def _mark(rows: Mapping[type[Row], Sequence[Row]]) -> str:
    """Return what tells copies of the same second apart: by what is in them."""
    said = repr([list(found) for found in rows.values()])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _first(lines: Sequence[CopyChange]) -> tuple[str, ...]:
    """Return the sentences of the first sheet of a first copy."""
    return (_FIRST.format(waiting=_WAITING if lines else _NOTHING_WAITS), _CORRECT)


def _told(earlier: str, changed: Mapping[str, int]) -> tuple[str, ...]:
    """Return the sentences of the first sheet. earlier: the id of the copy before, which begins with its day."""
    counts = ", ".join(f"«{sheet}» – {counted(n, 'правка', 'правки', 'правок')}" for sheet, n in changed.items())
    more = f" Показаны первые {_MOST_LINES}." if sum(changed.values()) > _MOST_LINES else ""
    day = f"{earlier[6:8]}.{earlier[4:6]}.{earlier[:4]}"
    return (f"Сравнено с копией от {day}. С тех пор: {counts or 'ничего не изменилось'}.{more}", _CORRECT)


def _built(content: Content) -> bytes:
    try:
        with tempfile.TemporaryDirectory(prefix="mentoring-copy-") as folder:
            path = Path(folder) / "copy.xlsx"
            fresh.build(path, content)
            return path.read_bytes()
    except OSError as error:
        raise BookError(f"Копия не собрана. {sentence(error)}") from error

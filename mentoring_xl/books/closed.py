"""A closed workbook: read once per table, changed in memory, saved so that parts no edit names stay to the byte."""

from __future__ import annotations

import io
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from mentoring_xl.core.errors import BookError

from . import guard, saving, snapshots
from .closed_sheets import ClosedSheets
from .draft import Draft
from .notes import add_notes, has_notes, move_notes
from .parts import STYLES, Parts, plain
from .print_sheet import drawn, names, with_drawings
from .sheet_copy import opened
from .sheet_part import dressed, has_addresses, restyled
from .styles import Styles
from .trace import Files, Restored
from .writer import write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.grid import Grid
    from mentoring_xl.core.page import Page
    from mentoring_xl.core.table import Row

    from .dress import Dress
    from .sheets import Note
    from .trace import Trace


class ClosedBook:
    """A mentoring workbook that no spreadsheet holds open; see `port.Book` for what its methods promise."""

    def __init__(self, path: Path) -> None:
        """Check and read a book that is held already; raises BookError when it is not a sound .xlsx."""
        self._path = path
        self._read_as = saving.fingerprint(path)
        guard.check(path)
        self._whole: bytes | None = None
        self._forget()

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[ClosedBook]:
        """Hold a book from its reading to its last save; raises BookError also when another command holds it."""
        guard.present(path)
        with saving.locked(path):
            yield cls(path)

    @classmethod
    @contextmanager
    def open_copy(cls, path: Path, now: dt.datetime) -> Iterator[ClosedBook]:
        """Open a dated copy beside a book that somebody else keeps open; the book itself stays as it is on the disk."""
        guard.present(path)
        with saving.told(path.name):
            copy = saving.copied(path, now)
        with cls.open(copy) as book:
            yield book

    @property
    def name(self) -> str:
        """The file name as the person knows it."""
        return self._path.name

    def grid(self, table: type[Row]) -> Grid:
        """Return the raw cells of a table, with the edits already carried out; BookError when it is missing."""
        return self._draft.area(table).grid()

    def above(self, table: type[Row]) -> tuple[Mapping[str, str], ...]:
        """Return the rows above the table's head: column letters → text, blank cells left out."""
        return self._draft.above(table)

    def apply(self, edits: Iterable[Edit]) -> Mapping[str, int]:
        """Carry out the edits in memory; return how many cells changed on each sheet that did."""
        return self._draft.apply(edits)

    @property
    def shelf(self) -> snapshots.Shelf:
        """The snapshots of the book."""
        return snapshots.beside(self._path)

    def trace(self) -> Trace:
        """Return what `save` is about to change, so that it can be taken back."""
        return self._draft.trace()

    def restore(self, trace: Trace) -> Restored:
        """Lay the state before a traced save in memory: the very same file when nobody has touched it since."""
        if trace.files and trace.files.saved == self._read_as:
            self._whole = self._old_state(trace.files)
        return Restored(trace.counts()) if self._whole else self._draft.restore(trace)

    def save(self) -> Files | None:
        """Write the book in place, or leave the file alone when nothing changed; BookError when that fails.

        Return the fingerprints of the old and the new file, and where the old one is kept.
        """
        data = self._whole or self._data()
        return None if data is None else self._put(data, keep_old=self._whole is None)

    def save_cleaned(self, clean: Callable[[bytes], bytes]) -> None:
        """Write the book, changed or not, as `clean` leaves its bytes; no old state of this is kept."""
        self._put(clean(self._data() or self._path.read_bytes()), keep_old=False)

    def forget_old_states(self) -> int:
        """Remove the old states of the book and the snapshots that undo goes by; return how many there were.

        Raises OSError when one of them cannot be removed.
        """
        return saving.forget(self._path) + snapshots.beside(self._path).forget()

    def _put(self, data: bytes, *, keep_old: bool) -> Files:
        """Replace the file.

        keep_old: what an undo replaces is a press's work that nobody has touched: it would push out an older state.
        """
        earlier = self._read_as
        saved = saving.replace(self._path, lambda fresh: _write(fresh, data), read_as=earlier, keep_old=keep_old)
        if saved.aside:
            raise BookError(
                f"Книгу «{self.name}» держит другая программа, поэтому она осталась прежней, а новая записана рядом: "
                f"«{saved.path.name}». Закройте книгу и замените её этой копией."
            )
        self._read_as = saved.fingerprint
        self._forget()
        return Files(earlier, saved.fingerprint, saved.backup.name if saved.backup else "")

    def _data(self) -> bytes | None:
        """Return the file with the edits carried out, None when there are none."""
        pages, earlier = self._draft.pages(), self._draft.earlier_pages
        for sheet, page in pages.items():
            self._prepare(sheet, page)
        dresses = [(area.spot.sheet, dress) for area in self._draft.areas if (dress := write(self._workbook, area))]
        self._set_back(earlier)
        if not dresses and not pages and not earlier:
            return None
        before = Parts(self._path.read_bytes())
        for sheet, dress in dresses:
            if dress.notes and not has_notes(before, before.sheets()[sheet]):
                self._annotate(sheet, dress.notes)
        self._workbook.calculation.fullCalcOnLoad = True
        file = io.BytesIO()
        try:
            self._workbook.save(file)
        except ValueError as error:
            raise BookError(guard.sentences.READING.format(name=self.name)) from error
        drawings = {sheet: drawn(page) for sheet, page in pages.items()}
        drawings |= {sheet: opened(data)[:2] for sheet, data in earlier.items() if data}
        return _finished(before, Parts(file.getvalue()), dresses, drawings)

    def _annotate(self, sheet: str, notes: Mapping[tuple[int, int], Note]) -> None:
        """Put notes on a sheet that has no part for them."""
        from wolfxl.comments import Comment

        for place, note in notes.items():
            self._workbook[sheet].cell(*place).comment = Comment(note.text, note.author)

    def _old_state(self, files: Files) -> bytes | None:
        """Return the kept file that a save replaced, None when it is no longer there."""
        with suppress(OSError):
            for backup in saving.backups(self._path):
                if backup.name == files.backup and saving.fingerprint(backup) == files.earlier:
                    return backup.read_bytes()
        return None

    def _set_back(self, pages: Mapping[str, bytes | None]) -> None:
        """Take out printed sheets that were not there; give the others their earlier print area."""
        for sheet, data in pages.items():
            if data is None:
                self._workbook.remove(self._workbook[sheet])
            else:
                self._workbook[sheet].print_title_rows = None
                self._name(sheet, opened(data)[2])

    def _forget(self) -> None:
        self._loaded: Any = None
        self._whole = None
        self._draft = Draft(ClosedSheets(lambda: self._workbook, self._path))

    @property
    def _workbook(self) -> Any:
        """The book that is changed; its cells show the results of formulas."""
        import wolfxl

        if self._loaded is None:
            with guard.reading(self._path):
                self._loaded = wolfxl.load_workbook(str(self._path), modify=True, data_only=True)
                # the guard has bounded the sheets; to ask how large each is, the file would be opened at each block
                self._loaded._auto_stream = False
        return self._loaded

    def _prepare(self, sheet: str, page: Page) -> None:
        if sheet in self._workbook.sheetnames:
            self._workbook[sheet].print_title_rows = None
        else:
            self._workbook.create_sheet(sheet)
        self._name(sheet, names(page, sheet))

    def _name(self, sheet: str, places: Mapping[str, str]) -> None:
        from wolfxl.workbook.defined_name import DefinedName

        target = self._workbook[sheet]
        for name, place in places.items():
            target.defined_names[name] = DefinedName(
                name, attr_text=place, localSheetId=self._workbook.sheetnames.index(sheet)
            )


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _finished(
    before: Parts,
    parts: Parts,
    dresses: Iterable[tuple[str, Dress]],
    drawings: Mapping[str, tuple[str, bytes]],
) -> bytes:
    """Put right what the writer of cells left undone.

    before: the book as it was. drawings: printed sheet → its worksheet part and the styles part that this points into.
    """
    sheets = parts.sheets()
    styles = Styles(parts[STYLES])
    for sheet, dress in dresses:
        part = sheets[sheet]
        if not has_addresses(before[part].decode()):
            raise BookError(
                f"Лист «{sheet}» записан необычно: ячейки без адресов. "
                "Откройте книгу в Excel, сохраните её и повторите."
            )
        parts[part] = dressed(parts[part].decode(), before[part].decode(), dress, styles).encode()
        if has_notes(before, part) or not dress.notes:
            move_notes(parts, part, dress)
            add_notes(parts, part, dress.notes)
    for sheet, (new, formats) in drawings.items():
        part = sheets[sheet]
        parts[part] = with_drawings(restyled(new, styles.take_over(formats)), plain(parts[part].decode())).encode()
    parts[STYLES] = styles.xml()
    return parts.data()

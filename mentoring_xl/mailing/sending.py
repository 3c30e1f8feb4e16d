"""The moment of sending: the copy is kept, the letter handed over, the journal says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.books import sent
from mentoring_xl.core.edit import Append
from mentoring_xl.core.errors import BookError
from mentoring_xl.schema.buttons import CONTROLS
from mentoring_xl.schema.tables import Entry

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from mentoring_xl.books.port import Book

    from .parcel import Parcel
    from .ways import Way

_LABEL = next(control.label for control in CONTROLS if control.name == "send_to_director")


def hand_over(book: Book, path: Path, parcel: Parcel, way: Way, now: dt.datetime) -> tuple[str, ...]:
    """Keep the copy for the answer, take the way, write the journal; return what was done.

    Raises BookError when the letter was not handed over; then nothing is kept and the book is as it was.
    """
    sent.keep(path, parcel.copy.copy_id, parcel.copy.data)
    done: tuple[str, ...] = ()
    try:
        done = way.take(parcel.letter)
    finally:
        if not done:
            sent.drop(path, parcel.copy.copy_id)
    return (*done, *_noted(book, parcel, way, now))


def _noted(book: Book, parcel: Parcel, way: Way, now: dt.datetime) -> tuple[str, ...]:
    """Write the journal; the letter is gone already, so a failure is only told."""
    copy = parcel.copy
    changes = (
        f"{way.how}: копия № {copy.copy_id}, {parcel.size}. Отпечаток SHA-256: {parcel.fingerprint}. "
        f"Без столбцов: {'; '.join(copy.out.said) or 'нет таких'}."
    )
    try:
        book.apply((Append(Entry, (Entry(when=f"{now:%d.%m.%Y %H:%M}", button=_LABEL, changes=changes),)),))
        book.save()
    except BookError as error:
        return (f"Запись в «{Entry.spec.sheet}» не сделана. {error}",)
    unknown = "" if way.leaves else ", ушло ли письмо, программа не знает"
    return (
        f"В «{Entry.spec.sheet}» записано: {way.how[0].lower()}{way.how[1:]}{unknown}.",
        "Копия хранится рядом с книгой: с ней сравнят ответ и следующую копию.",
    )

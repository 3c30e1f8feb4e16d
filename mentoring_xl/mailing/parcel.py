"""What is about to leave the school: the copy of the book, with its password, in the letter that carries it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.actions.covering import covering_letter
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import counted, date_text, number_text
from mentoring_xl.documents.wording import BLANK
from mentoring_xl.exchange import Letter
from mentoring_xl.exchange.encryption import encrypted
from mentoring_xl.exchange.letter import address
from mentoring_xl.schema.settings import Settings, title_of
from mentoring_xl.schema.tables import TABLES, PaperText, Setting
from mentoring_xl.session import read

from .copying import copy_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from mentoring_xl.books.port import Book

    from .copying import Copy

_ADDRESS = "director_email"
_MOST_NAMES = 100
_MEGABYTE = 1 << 20
_DASHED = f"В письме остался прочерк «{BLANK}»: исправьте слово в скобках на листе «{PaperText.spec.sheet}»."


@dataclass(frozen=True)
class Parcel:
    """The letter as it goes, and the copy in it as it stays at school, without the password.

    nowhere: what to do where the letter has no address.
    """

    letter: Letter
    copy: Copy
    nowhere: str = ""

    @property
    def locked(self) -> bool:
        """Whether a password opens the file."""
        return self.letter.attachment != self.copy.data

    @property
    def fingerprint(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of the file as it goes."""
        return hashlib.sha256(self.letter.attachment).hexdigest()[:16]

    @property
    def size(self) -> str:
        """«0,4 МБ, с паролем»."""
        megabytes = max(len(self.letter.attachment) / _MEGABYTE, 0.1)
        return f"{number_text(megabytes, 1)} МБ, {'с паролем' if self.locked else 'без пароля'}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person reads before the letter goes."""
        copy = self.copy
        return (
            f"Кому: {self.letter.to or self.nowhere}. Тема: {self.letter.subject}.",
            f"Вложение: {self.letter.name}, {self.size}. Копия № {copy.copy_id}.",
            f"Не входят листы: {', '.join(copy.out.titles)}.",
            f"Пусты столбцы: {'; '.join(copy.out.said) or 'нет таких'}.",
            *(f"На листе «{table.spec.sheet}» нет строк об отдельных участниках." for table in copy.out.rows),
            *([_DASHED] if BLANK in self.letter.subject + self.letter.text else []),
            *([_nameless(copy.unpaired, "без пары")] if copy.unpaired else []),
            *([_nameless(copy.withdrawn, "с отозванным согласием")] if copy.withdrawn else []),
        )


def prepare(book: Book, path: Path, now: dt.datetime, *, to: str = "", password: str = "") -> Parcel:
    """Build the copy and its letter; the book is only read, nothing is written beside it.

    path: of the book, beside which no file has the name of this one. to: instead of the address of «Настройки».
    password: opens the file, "" for none.
    Raises BookError when a setting or an address is wrong, or the file is too large.
    """
    tables = read(book, TABLES)
    settings = Settings(tables[Setting])
    to = to or settings.text(_ADDRESS)
    to = address(to, "Адрес получателя") if to else ""
    copy = copy_of(book, path, tables, now)
    subject, text = covering_letter(tables, now.date(), _changed(copy.changed), locked=bool(password))
    name = _free(path.parent, f"{book.name.removesuffix('.xlsx')} – директору {date_text(now.date())}")
    letter = Letter(to, subject, text, name, encrypted(copy.data, password) if password else copy.data)
    parcel = Parcel(letter, copy, _nowhere(tables[Setting]))
    limit = settings.whole("mail_limit")
    if len(parcel.letter.attachment) > limit * _MEGABYTE:
        raise BookError(
            f"Вложение занимает {parcel.size}, а «Настройки» разрешают {limit} МБ. Не включайте в копию большие листы "
            "или увеличьте «Наибольший размер вложения» и повторите."
        )
    return parcel


def _free(folder: Path, stem: str) -> str:
    """Return the name of the attachment by which neither it nor a draft lies in the folder: a second one of a day."""
    names = (stem, *(f"{stem} ({number})" for number in range(2, _MOST_NAMES)))
    free = (one for one in names if not any((folder / f"{one}{suffix}").exists() for suffix in (".xlsx", ".eml")))
    return f"{next(free, stem)}.xlsx"


def _nowhere(settings: Iterable[Setting]) -> str:
    """Return that there is no address, and the cell to write it into."""
    row = next((row for row in settings if row.code == _ADDRESS), None)
    cell = f", ячейка {place.column}{place.row}" if row and (place := row.cell("value")).row else ""
    return f"адрес не указан – впишите его на лист «{Setting.spec.sheet}»{cell} («{title_of(_ADDRESS)}»)"


def _changed(changed: Mapping[str, int] | None) -> str:
    """Return the end of «С прошлой копии: …»."""
    if changed is None:
        return "это первая копия"
    if not changed:
        return "ничего не изменилось"
    lines = counted(sum(changed.values()), "правка", "правки", "правок")
    return f"{lines}, они на первом листе ({', '.join(changed)})"


def _nameless(codes: Sequence[str], whose: str) -> str:
    return f"Вместо имён коды у тех, кто {whose}: {len(codes)}."

"""The director's copy of a book and the draft of the letter with it, laid beside the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl import exchange, monitoring
from mentoring_xl.actions.current import consented
from mentoring_xl.actions.erasing import without_withdrawn
from mentoring_xl.books.new import create
from mentoring_xl.core.content import Content
from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import date_text
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import TABLES, Setting, Step
from mentoring_xl.session import read

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from mentoring_xl.books.port import Book
    from mentoring_xl.core.outcome import Tables


@dataclass(frozen=True)
class Parcel:
    """What was made: the copy, the draft, whom it is for ("" when «Настройки» do not say) and what was left out.

    withdrawn: codes of those who stand in the copy without a name, because their consent was withdrawn.
    """

    copy: Path
    letter: Path
    to: str
    left_out: tuple[str, ...]
    withdrawn: tuple[str, ...] = ()


def director_copy(book: Book, folder: Path, now: dt.datetime) -> Parcel:
    """Build the copy and the draft in `folder`; neither is sent, and the book itself is only read.

    Raises BookError when the book cannot be read, or when today's copy already lies there.
    """
    tables, withdrawn = without_withdrawn(read(book, TABLES), now.date())
    settings = Settings(tables[Setting])
    title, stamp = exchange.plan_caption(book.above(Step))
    rows = exchange.directors_copy({table: tables[table] for table in TABLES})
    stem = f"{book.name.removesuffix('.xlsx')} – директору {date_text(now.date())}"
    copy = create(folder / f"{stem}.xlsx", Content(rows, now, title, stamp))
    text = _text(tables, settings, now.date())
    subject = f"Программа наставничества на {date_text(now.date())}"
    letter = folder / f"{stem}.eml"
    try:
        letter.write_bytes(exchange.draft(settings.text("director_email"), subject, text, copy.name, copy.read_bytes()))
    except OSError as error:
        message = f"Не получилось записать письмо {letter.name}: {error.strerror}. Копия книги сделана: {copy.name}."
        raise BookError(message) from error
    return Parcel(copy, letter, settings.text("director_email"), exchange.private_columns(), withdrawn)


def _text(tables: Tables, settings: Settings, today: dt.date) -> str:
    lines = monitoring.state(tables, today, consented(tables, today))
    return "\n".join(
        (
            _greeting(settings.text("director")),
            "",
            f"направляю книгу программы наставничества на {date_text(today)}. Коротко:",
            "",
            *(f"– {line.topic}: {line.value}. {line.advice}" for line in lines),
            "",
            "Контакты, годы рождения и ответы анкет в копию не входят.",
            "",
            settings.text("curator"),
        )
    )


def _greeting(director: str) -> str:
    """«Здравствуйте, Анна Ильинична!» of a full name; without a patronymic only the first word."""
    own = director.split()[1:]
    return f"Здравствуйте, {' '.join(own)}!" if own else "Здравствуйте!"

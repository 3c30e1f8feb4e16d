"""The letter to the director that carries the copy of the book: what is to be signed, pairs, findings, in few lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, fold, tidy
from mentoring_xl.documents.orders.texts import filled, said, texts_of
from mentoring_xl.documents.wording import Slot
from mentoring_xl.monitoring.pairing import pairing
from mentoring_xl.people import members
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.orders import DRAFT, TO_SIGN
from mentoring_xl.schema.states.pairs import AGREED, FIXED, PROPOSED
from mentoring_xl.schema.tables import Mentee, Notice, Order, Pair, PaperText, Setting
from mentoring_xl.schema.texts_letter import CONTROL, DIRECTOR_LETTER, ITEM, LETTER_TEXTS, PREAMBLE, TITLE

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.outcome import Tables

_FINDINGS = {"ошибка": "ошибок", "предупреждение": "предупреждений", "заметка": "заметок"}
_NOTHING = "ничего"
_LOCKED = "Файл закрыт паролем: его сообщит куратор."
WORDS = ("дата", "приветствие", "на подпись", "пары", "замечания", "изменения", "пароль", "куратор")
"""The placeholders of the letter."""


def covering_letter(tables: Tables, today: dt.date, changed: str, *, locked: bool) -> tuple[str, str]:
    """Return subject and text by «Тексты», or the default wording.

    tables: Setting, PaperText, Notice, Mentee, Pair, Order. changed: what differs from the copy sent before, as the
    end of a sentence. locked: the file has a password. A line whose placeholder stands for nothing is left out.
    """
    settings = Settings(tables[Setting])
    told = (
        date_text(today),
        _greeting(settings.text("director")),
        _to_sign(tables),
        _pairs(tables, today),
        _findings(tables),
        changed,
        _LOCKED if locked else "",
        settings.text("curator"),
    )
    values = {name: Slot((text,)) for name, text in zip(WORDS, told, strict=True)}
    texts = filled(texts_of(DIRECTOR_LETTER, tables[PaperText]) or LETTER_TEXTS, values)
    points = [f"– {line}" for line in said(texts, ITEM)]
    groups = (said(texts, PREAMBLE), points, said(texts, CONTROL))
    paragraphs = ("\n".join(filter(None, map(str.strip, group))) for group in groups)
    return tidy(" ".join(said(texts, TITLE))), "\n\n".join(filter(None, paragraphs))


def _greeting(director: str) -> str:
    """«Здравствуйте, Анна Ильинична!» of a full name; of a name without a patronymic, or none, only the first word."""
    own = director.split()[1:]
    return f"Здравствуйте, {' '.join(own)}!" if len(own) > 1 else "Здравствуйте!"


def _to_sign(tables: Tables) -> str:
    waiting = [order for order in tables[Order] if fold(order.state) in ("", DRAFT, TO_SIGN) and tidy(order.kind)]
    names = (f"приказ {tidy(order.kind)}{f' № {number}' if (number := tidy(order.order_number)) else ''}"
             for order in waiting)  # fmt: skip
    return "; ".join(names) or _NOTHING


def _pairs(tables: Tables, today: dt.date) -> str:
    states = Counter(fold(pair.state) or PROPOSED for pair in tables[Pair] if not pair.forbidden)
    known = [f"{state} – {states[state]}" for state in (PROPOSED, AGREED, FIXED) if states[state]]
    alone = len(pairing(filter(members.filled, tables[Mentee]), tables[Pair], today).alone)
    if alone:
        known.append(f"без пары – {counted(alone, 'наставляемый', 'наставляемых', 'наставляемых')}")
    return ", ".join(known) or "пока нет"


def _findings(tables: Tables) -> str:
    counts = Counter(fold(notice.severity) for notice in tables[Notice])
    return ", ".join(f"{many} – {counts[one]}" for one, many in _FINDINGS.items() if counts[one]) or "нет"

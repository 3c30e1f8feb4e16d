"""The letter to the director that carries the copy of the book: what is to be signed, pairs, findings, in few lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, fold, tidy
from mentoring_xl.documents.orders.texts import filled, said, texts_of
from mentoring_xl.documents.wording import Slot
from mentoring_xl.schema.choices import ORDER_STATES, PAIR_STATES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Notice, Order, Pair, PaperText, Setting, Unpaired
from mentoring_xl.schema.texts_letter import CONTROL, DIRECTOR_LETTER, ITEM, LETTER_TEXTS, PREAMBLE, TITLE

if TYPE_CHECKING:
    import datetime as dt

    from mentoring_xl.core.outcome import Tables

_DRAFT, _WAITING = ORDER_STATES.values[:2]
_FINDINGS = {"ошибка": "ошибок", "предупреждение": "предупреждений", "заметка": "заметок"}
_NOTHING = "ничего"
_LOCKED = "Файл закрыт паролем: его сообщит куратор."


def covering_letter(tables: Tables, today: dt.date, changed: str, *, locked: bool) -> tuple[str, str]:
    """Return subject and text by «Тексты», or the default wording.

    tables: Setting, PaperText, Notice, Pair, Unpaired, Order. changed: what differs from the copy sent before, as the
    end of a sentence. locked: the file has a password. A line whose placeholder stands for nothing is left out.
    """
    settings = Settings(tables[Setting])
    slots = {
        "дата": date_text(today),
        "приветствие": _greeting(settings.text("director")),
        "на подпись": _to_sign(tables),
        "пары": _pairs(tables),
        "замечания": _findings(tables),
        "изменения": changed,
        "пароль": _LOCKED if locked else "",
        "куратор": settings.text("curator"),
    }
    values = {name: Slot((text,)) for name, text in slots.items()}
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
    waiting = [order for order in tables[Order] if fold(order.state) in ("", _DRAFT, _WAITING) and tidy(order.kind)]
    names = (f"приказ {tidy(order.kind)}{f' № {number}' if (number := tidy(order.order_number)) else ''}"
             for order in waiting)  # fmt: skip
    return "; ".join(names) or _NOTHING


def _pairs(tables: Tables) -> str:
    states = Counter(fold(pair.state) or PAIR_STATES.values[0] for pair in tables[Pair] if not pair.forbidden)
    known = [f"{state} – {states[state]}" for state in PAIR_STATES.values[:3] if states[state]]
    alone = sum(1 for row in tables[Unpaired] if row.mentee_code)
    if alone:
        known.append(f"без пары – {counted(alone, 'наставляемый', 'наставляемых', 'наставляемых')}")
    return ", ".join(known) or "пока нет"


def _findings(tables: Tables) -> str:
    counts = Counter(fold(notice.severity) for notice in tables[Notice])
    return ", ".join(f"{many} – {counts[one]}" for one, many in _FINDINGS.items() if counts[one]) or "нет"

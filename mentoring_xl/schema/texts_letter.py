"""The default wording of the letter that carries the director's copy; a school edits it on «Тексты»."""

from __future__ import annotations

from .choices import PAPER_PARTS
from .tables.papers import PaperText

TITLE, _, PREAMBLE, ITEM, _, CONTROL, _, _ = PAPER_PARTS.values
DIRECTOR_LETTER = "Письмо директору"
_NOTE = "Письмо с копией книги: заголовок – тема, пункты – коротко о главном."
_PARTS = (
    (TITLE, "1", "Программа наставничества на {дата}"),
    (PREAMBLE, "1", "{приветствие}"),
    (PREAMBLE, "2", "Направляю копию книги программы наставничества."),
    (ITEM, "1", "На подпись: {на подпись}."),
    (ITEM, "2", "Пары: {пары}."),
    (ITEM, "3", "Замечания проверок: {замечания}."),
    (ITEM, "4", "С прошлой копии: {изменения}."),
    (CONTROL, "1", "Правьте прямо в файле, сохраните его и пришлите обратно. {пароль}"),
    (CONTROL, "2", "{куратор}"),
)

LETTER_TEXTS: tuple[PaperText, ...] = tuple(
    PaperText(kind=DIRECTOR_LETTER, part=part, number=number, text=text, note=_NOTE) for part, number, text in _PARTS
)
"""The rows of «Тексты» of a new book about this letter."""

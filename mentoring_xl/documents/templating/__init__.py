"""A school's own .docx: its letterhead and words stay, «{{школа}}» and «{{текст}}» in it are filled from a paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import fold
from mentoring_xl.documents.faces.binding import bound
from mentoring_xl.documents.faces.word import docx
from mentoring_xl.documents.wording import BLANK, fill

from .parts import MUST_STAND, WHOLE, own_words, parts_of
from .rendering import BracesError, broken, rendered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.documents.paper import Block, Paper
    from mentoring_xl.documents.wording import Overrides, Slots

__all__ = ["FilledTemplate", "fill_template", "fitting", "parts_of"]


@dataclass(frozen=True)
class FilledTemplate:
    """The finished .docx, and sentences about placeholders that are unknown, without data, misplaced or missing."""

    data: bytes
    problems: tuple[str, ...] = ()


def fitting(paper: Paper, templates: Iterable[str]) -> str:
    """Return the template for a paper, "" for none: the longest that names its folder or stands in its own name.

    templates: names without «.docx»: «Приказы» serves the whole folder, «О проведении мониторинга» one kind in it.
    """
    name, folder = fold(paper.name), fold(paper.folder)
    serving = [each for each in templates if fold(each) and (fold(each) == folder or fold(each) in name)]
    return max(serving, key=len, default="")


def fill_template(
    name: str, template: bytes, paper: Paper, slots: Slots, overrides: Overrides | None = None
) -> FilledTemplate:
    """Return the template with its placeholders filled; equal arguments give equal bytes.

    name: the file's, for what is said. slots: the words that the book knows, as in «Тексты», with cases; added are
    {{заголовок}}, {{дата}} and {{номер}}, and in lines of their own the parts of the paper: {{текст}} and the others.
    Raises BookError when the file is no .docx or cannot be filled, and when docxtpl is not installed.
    """
    parts = parts_of(paper)
    filling = _Filling(paper, parts, {**slots, **own_words(paper)}, overrides)
    try:
        data = rendered(template, filling)
    except BracesError as error:
        raise BookError(
            f"Шаблон «{name}»: в строке «{error}» скобки не парные. Пишите {{{{слово}}}} и повторите."
        ) from error
    except ImportError as error:
        raise BookError(
            'Для своих шаблонов нужна библиотека. Выполните pip install "mentoring-xl[papers]" и повторите.'
        ) from error
    except broken() as error:
        raise BookError(
            f"Шаблон «{name}» не читается. Откройте его в Word, проверьте скобки, сохраните как .docx и повторите."
        ) from error
    missing = [part for part in MUST_STAND if parts[part] and not filling.placed & {part, WHOLE}]
    problems = (*filling.problems, *(f"в нём нет места для {{{{{part}}}}}" for part in missing))
    return FilledTemplate(data, tuple(f"Шаблон «{name}»: {problem}." for problem in dict.fromkeys(problems)))


class _Filling:
    """What stands in the place of each placeholder, and what was noticed on the way."""

    def __init__(
        self, paper: Paper, parts: dict[str, tuple[Block, ...]], slots: Slots, overrides: Overrides | None
    ) -> None:
        self._paper, self._parts, self._slots, self._overrides = paper, parts, slots, overrides
        self.problems: list[str] = []
        self.placed: set[str] = set()

    def blank(self) -> bytes:
        """Return our form without text."""
        return docx(replace(self._paper, blocks=()))

    def part(self, name: str) -> bytes:
        """Return the part as a .docx, to be put in the place of a paragraph."""
        self.placed.add(name)
        return docx(replace(self._paper, blocks=self._parts[name]))

    def word(self, name: str) -> str:
        if fold(name) in self._parts:
            self.problems.append(f"{{{{{name}}}}} должно стоять в отдельной строке")
            return BLANK
        found = fill(f"{{{name}}}", self._slots, overrides=self._overrides)
        self.problems += [f"что такое {{{{{name}}}}}, неизвестно: исправьте слово" for name in found.unknown]
        self.problems += [f"для {{{{{name}}}}} нет данных: {where or 'впишите их'}" for name, where in found.empty]
        self.problems += [f"проверьте падеж: «{doubt.text}» ({doubt.doubt})" for doubt in found.doubts]
        return bound(found.texts[0])

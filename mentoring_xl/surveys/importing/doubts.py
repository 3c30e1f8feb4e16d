"""What of a file of answers a person has to look at: unknown people, second forms, answers that do not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, shortened, tidy
from mentoring_xl.schema.tables import Respondent

from .respondents import rows_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .laying import Given

_MOST, _LONGEST = 8, 60
_SIGN = "Добавьте в форму вопрос «ФИО» или «Код участника»."


@dataclass(frozen=True)
class Doubts:
    """Rows are those of the file. unsigned: forms that are not loaded because they say nobody's name.

    twice: code, the row that does not count and the later one that does.
    """

    unsigned: tuple[int, ...] = ()
    unknown: tuple[Respondent, ...] = ()
    twice: tuple[tuple[str, int, int], ...] = ()
    unfit: tuple[Given, ...] = ()


def told(doubts: Doubts) -> Iterator[str]:
    """Yield a sentence for each kind of doubt, without names."""
    if doubts.unfit:
        answers = counted(len(doubts.unfit), "ответ", "ответа", "ответов")
        yield f"Не подходят к своим вопросам: {answers}. Нажмите «Проверить людей»."
    if doubts.twice:
        yield f"Ответили в файле дважды, взят последний ответ: {_some([_again(one) for one in doubts.twice])}."
    if doubts.unsigned:
        count = len(doubts.unsigned)
        yield f"Анкет без подписи: {count}, они не загружены. {rows_named(doubts.unsigned)}. {_SIGN}"
    if doubts.unknown:
        sheet = Respondent.spec.sheet
        yield f"Не узнано имён: {len(doubts.unknown)}. Впишите коды на лист «{sheet}» и загрузите файл ещё раз."


def listed(doubts: Doubts) -> tuple[str, ...]:
    """Return a line for each form and answer in doubt: the row of the file, what stands there and why not.

    A dry run shows them; they have names and belong neither into the book nor into the journal.
    """
    return (
        *(f"Строка {line}: нет подписи, анкета не загружается." for line in doubts.unsigned),
        *map(_unknown, doubts.unknown),
        *(f"Строка {early}: {code} отвечает ещё раз, считается строка {late}." for code, early, late in doubts.twice),
        *(
            f"Строка {one.line}: ответ «{shortened(one.said.text, _LONGEST)}» не подходит к вопросу "
            f"{tidy(one.said.question.code)}."
            for one in sorted(doubts.unfit, key=lambda one: one.line)
        ),
    )


def _unknown(row: Respondent) -> str:
    like = f" Похоже на: {row.candidates}." if row.candidates else ""
    return f"Не узнано имя «{shortened(row.written, _LONGEST)}». {row.why}{like}"


def _again(one: tuple[str, int, int]) -> str:
    code, early, late = one
    return f"{code} (строки {early} и {late})"


def _some(parts: Sequence[str]) -> str:
    more = f" и ещё {len(parts) - _MOST}" if len(parts) > _MOST else ""
    return ", ".join(parts[:_MOST]) + more

"""What speaks for a pair and what against it, criterion by criterion."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mentoring_xl.core.text import number_text
from mentoring_xl.matching.barriers import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.matching.board import Board
    from mentoring_xl.matching.evidence import Common, Evidence

_WORDS = {
    "request": ("запрос", "запрос покрыт отчасти", "запрос не покрыт"),
    "preference": ("выбор после встречи", "после встречи выбор только с одной стороны", "после встречи не выбран"),
    "subject": ("общий предмет", "предмет совпадает отчасти", "предмет не совпадает"),
    "experience": ("стаж и категория", "стаж и категория невелики", "стаж и категория невелики"),
    "age": ("возраст по желанию наставника", "возраст не по желанию наставника", "возраст не по желанию наставника"),
    "time": ("время есть", "времени мало", "времени нет"),
    "interests": ("общие интересы", "общих интересов мало", "общих интересов нет"),
    "form": ("форма подходит", "форма не подходит", "форма не подходит"),
    "model": ("ролевая модель подходит", "ролевая модель не подходит", "ролевая модель не подходит"),
    "place": ("та же школа", "другая школа", "другая школа"),
    "previous": ("уже работали вместе", "вместе не работали", "вместе не работали"),
}
"""What a criterion says for a pair, against it, and against it when it gives no points at all."""


_NEAR = {"subject": "близкий предмет", "interests": "близкие интересы"}
"""What is said for a pair when nothing is shared but something near."""


def reasons(board: Board, row: int, column: int, further: Sequence[str] = ()) -> str:
    """Say in a line each what forbids a pair, what speaks for it, what against, what to think about, what is unknown.

    «За: общий предмет – химия (20 из 20)», «Против: времени мало (2 из 10)», «Нет данных: интересы (учтено 75 %
    веса)». further: warnings that only the whole set of pairs shows.
    """
    good, bad, unknown = [], [], []
    scores = board.scores
    for code, weight, value in zip(scores.criteria, scores.weights, scores.at(row, column).tolist(), strict=True):
        gained = f"({number_text(value * weight, 1)} из {number_text(weight, 1)})"
        if math.isnan(value):
            unknown.append(_inside(board.rules.titles[code]))
        elif value >= ENOUGH:
            good.append(f"{_for(board.evidence, code, row, column)} {gained}")
        else:
            bad.append(f"{_WORDS[code][1 if value > 0 else 2]} {gained}")
    certainty = f" (учтено {board.scores.certainty[row, column]:.0%} веса)".replace("%", "\u00a0%")
    blocks = (
        ("Запрещено", "; ".join(barrier.text for barrier in board.bans.at(row, column))),
        ("За", "; ".join(good)),
        ("Против", "; ".join(bad)),
        ("Внимание", "; ".join((*(barrier.text for barrier in board.warnings.at(row, column)), *further))),
        ("Нет данных", ", ".join(unknown) + certainty if unknown else ""),
    )
    return "\n".join(f"{head}: {text}" for head, text in blocks if text)


def _inside(title: str) -> str:
    """Return a title as it stands inside a sentence."""
    return title[:1].lower() + title[1:]


def _for(evidence: Evidence, code: str, row: int, column: int) -> str:
    match code:
        case "request":
            return f"{_WORDS[code][0]} – {' ↔ '.join(evidence.request(row, column))}"
        case "subject":
            return _shared(code, evidence.subject(row, column))
        case "interests":
            return _shared(code, evidence.interests(row, column))
        case _:
            return _WORDS[code][0]


def _shared(code: str, common: Common) -> str:
    return f"{_WORDS[code][0] if common.same else _NEAR[code]} – {', '.join((*common.same, *common.near))}"

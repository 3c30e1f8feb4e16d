"""Why this pair, why no pair, and who comes nearest: sentences made of the numbers that the choice is made of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mentoring_xl.core.text import number_text, tidy

from .bans import ENOUGH, OF_MENTEE, OF_MENTOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .board import Board
    from .evidence import Evidence

_WORDS = {
    "request": ("запрос", "запрос покрыт отчасти", "запрос не покрыт"),
    "preference": ("выбор после встречи", "после встречи выбор только с одной стороны", "после встречи не выбран"),
    "subject": ("общий предмет", "предмет совпадает отчасти", "предмет не совпадает"),
    "experience": ("стаж и категория", "стаж и категория невелики", "стаж и категория невелики"),
    "age": ("возраст по желанию наставника", "возраст не по желанию наставника", "возраст не по желанию наставника"),
    "time": ("время есть", "времени мало", "времени нет"),
    "interests": ("общие интересы", "общих интересов мало", "общих интересов нет"),
    "form": ("форма подходит", "форма не подходит", "форма не подходит"),
    "place": ("та же школа", "другая школа", "другая школа"),
    "previous": ("уже работали вместе", "вместе не работали", "вместе не работали"),
}
"""What a criterion says for a pair, against it, and against it when it gives no points at all."""

_NAMED_CAUSES, _RARE = 2, 0.2


def reasons(board: Board, row: int, column: int, further: Sequence[str] = ()) -> str:
    """Say in a line each what forbids a pair, what speaks for it, what against, what to think about, what is unknown.

    «За: общий предмет – химия (20 из 20)», «Против: времени мало (2 из 10)», «Нет данных: интересы (учтено 75 %
    веса)». further: warnings that only the whole set of pairs shows.
    """
    good, bad, unknown = [], [], []
    for code, weight, values in zip(board.scores.criteria, board.scores.weights, board.scores.values, strict=True):
        value = float(values[row, column])
        gained = f"({number_text(value * weight, 1)} из {number_text(weight, 1)})"
        if math.isnan(value):
            unknown.append(_inside(board.rules.titles[code]))
        elif value >= ENOUGH:
            good.append(f"{_WORDS[code][0]}{_evidence(board.evidence, code, row, column)} {gained}")
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


def _evidence(evidence: Evidence, code: str, row: int, column: int) -> str:
    match code:
        case "request":
            return " – {} ↔ {}".format(*evidence.request(row, column))
        case "subject":
            return " – " + ", ".join(evidence.subject(row, column))
        case "interests":
            return " – " + ", ".join(evidence.interests(row, column))
        case _:
            return ""


def why_unpaired(board: Board, row: int) -> str:
    """Say why a mentee has no mentor: the bans that stop him with everybody, else that all who suit are taken.

    A second line names the commonest reasons why the other mentors do not suit, and how many each concerns.
    """
    if not board.facts.mentors:
        return "в банке наставников никого нет"
    everywhere = [barrier.text for barrier in board.bans.all if barrier.mask[row].all()]
    if everywhere:
        return "; ".join(text.removesuffix(OF_MENTEE) for text in everywhere)
    lines = [_taken(int(board.bans.clear[row].sum()))]
    counts = [(int(barrier.mask[row].sum()), barrier.text) for barrier in board.bans.all if barrier.mask[row].any()]
    if counts:
        causes = sorted(counts, key=lambda found: -found[0])
        common = [found for found in causes[:_NAMED_CAUSES] if found[0] > _RARE * causes[0][0]]
        named = ", ".join(f"{text} – {count}" for count, text in common)
        lines.append(f"другие не подходят: {named}{' и другое' if len(causes) > len(common) else ''}")
    return "\n".join(lines)


def _taken(suitable: int) -> str:
    match suitable:
        case 0:
            return "подходящих наставников нет"
        case 1:
            return "единственный подходящий наставник занят"
        case _:
            return f"все подходящие наставники заняты – {suitable}"


def nearest(board: Board, row: int, count: int, places_left: Sequence[int]) -> str:
    """Name `count` mentors, a line each: those with the fewest bans and then the most points, and what hinders them.

    A ban that stops the mentee with everybody is not repeated. places_left: by mentor, when the choice is made.
    """
    tenths = board.scores.tenths[row]
    bans = sum((barrier.mask[row].astype(int) for barrier in board.bans.all), start=0 * tenths)
    order = sorted(range(len(tenths)), key=lambda column: (bans[column], -tenths[column]))
    return "\n".join(_candidate(board, row, column, places_left[column]) for column in order[:count])


def _candidate(board: Board, row: int, column: int, left: int) -> str:
    mentor = board.facts.mentors[column]
    hinders = [
        barrier.text.removesuffix(OF_MENTOR) for barrier in board.bans.at(row, column) if not barrier.mask[row].all()
    ]
    hinders += [] if left > 0 else ["мест нет"]
    named = f"{tidy(mentor.code)} {tidy(mentor.full_name)} – {number_text(board.points(row, column), 1)}"
    return f"{named} ({', '.join(hinders)})" if hinders else named

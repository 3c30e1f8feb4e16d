"""Why this pair, why no pair, and who comes nearest: sentences made of the numbers that the choice is made of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, number_text, tidy

from .bans import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .board import Board
    from .evidence import Evidence

_WORDS = {
    "request": ("запрос", "запрос покрыт слабо"),
    "preference": ("выбор после встречи", "после встречи выбран не первым"),
    "subject": ("предмет совпадает", "предмет не совпадает"),
    "experience": ("стаж и категория", "стаж и категория невелики"),
    "age": ("возраст по желанию наставника", "возраст не по желанию наставника"),
    "time": ("время есть", "времени мало"),
    "interests": ("общие интересы", "общих интересов мало"),
    "form": ("форма подходит", "форма не подходит"),
    "place": ("та же школа", "другая школа"),
    "previous": ("уже работали вместе", "вместе не работали"),
}


def reasons(board: Board, row: int, column: int, further: Sequence[str] = ()) -> str:
    """Say what speaks for a pair, what against, what to think about, what is not known.

    «предмет совпадает: химия (20 из 20); против: времени мало (2 из 10); нет данных: интересы – учтено 75 % веса».
    further: warnings that only the whole set of pairs shows.
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
            bad.append(f"{_WORDS[code][1]} {gained}")
    if unknown:
        unknown[-1] += f" – учтено {board.scores.certainty[row, column]:.0%} веса".replace("%", " %")
    forbidden = [barrier.text for barrier in board.bans.at(row, column)]
    warned = [barrier.text for barrier in board.warnings.at(row, column)] + list(further)
    listed = (("запрещено: ", forbidden), ("против: ", bad), ("внимание: ", warned), ("нет данных: ", unknown))
    return "; ".join((*good, *(head + ", ".join(items) for head, items in listed if items)))


def _inside(title: str) -> str:
    """Return a title as it stands inside a sentence."""
    return title[:1].lower() + title[1:]


def _evidence(evidence: Evidence, code: str, row: int, column: int) -> str:
    match code:
        case "request":
            return ": {} ↔ {}".format(*evidence.request(row, column))
        case "subject":
            return ": " + ", ".join(evidence.subject(row, column))
        case "interests":
            return ": " + ", ".join(evidence.interests(row, column))
        case _:
            return ""


def why_unpaired(board: Board, row: int) -> str:
    """Say why a mentee has no mentor: the bans that stop him with everybody, else how many mentors each concerns.

    The mentors that no ban concerns are taken.
    """
    if not board.facts.mentors:
        return "в банке наставников никого нет"
    everywhere = [barrier.text for barrier in board.bans.all if barrier.mask[row].all()]
    if everywhere:
        return "; ".join(everywhere)
    counts = [(int(barrier.mask[row].sum()), barrier.text) for barrier in board.bans.all if barrier.mask[row].any()]
    suitable = int(board.bans.clear[row].sum())
    counts += [(suitable, "все подходящие заняты")] if suitable else []
    return "; ".join(f"{text} – {_mentors(count)}" for count, text in sorted(counts, key=lambda found: -found[0]))


def _mentors(count: int) -> str:
    return counted(count, "наставник", "наставника", "наставников")


def nearest(board: Board, row: int, count: int, places_left: Sequence[int]) -> str:
    """Name `count` mentors, those with the fewest bans and then the most points, and what hinders each.

    A ban that stops the mentee with everybody is not repeated. places_left: by mentor, when the choice is made.
    """
    tenths = board.scores.tenths[row]
    bans = sum((barrier.mask[row].astype(int) for barrier in board.bans.all), start=0 * tenths)
    order = sorted(range(len(tenths)), key=lambda column: (bans[column], -tenths[column]))
    return "; ".join(_candidate(board, row, column, places_left[column]) for column in order[:count])


def _candidate(board: Board, row: int, column: int, left: int) -> str:
    mentor = board.facts.mentors[column]
    hinders = [barrier.text for barrier in board.bans.at(row, column) if not barrier.mask[row].all()]
    hinders += [] if left > 0 else ["занят"]
    named = f"{tidy(mentor.code)} {tidy(mentor.full_name)} – {number_text(board.points(row, column), 1)}"
    return f"{named} ({', '.join(hinders)})" if hinders else named

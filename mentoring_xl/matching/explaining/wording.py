"""How people, points and losses are put into words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, tidy
from mentoring_xl.matching.names import short_name

if TYPE_CHECKING:
    from mentoring_xl.matching.facts import Person
    from mentoring_xl.matching.solving import Worth

_SPACE = "\u00a0"


def named(person: Person) -> str:
    """Return «М-7 Сидоров П. П.», the name with no-break spaces; a name of one word as it is."""
    return _named(person.code, person.full_name)


@lru_cache(maxsize=4096)
def _named(code: str, full_name: str) -> str:
    return f"{tidy(code)} {short_name(full_name).replace(' ', _SPACE)}".strip()


def sentence(start: str, text: str) -> str:
    """Return «Начало: текст.», the first letter of it all large, with one full stop even after initials."""
    whole = f"{start}{text[:1].upper()}{text[1:]}" if not start or start[0].isdecimal() else f"{start}{text}"
    return whole if whole.endswith(".") else f"{whole}."


def points(tenths: int) -> str:
    """Return tenths of a point as «3 214,5», the sign left out."""
    whole, rest = divmod(abs(tenths), 10)
    grouped = f"{whole:,}".replace(",", _SPACE)
    return f"{grouped},{rest}" if rest else grouped


def points_word(tenths: int) -> str:
    """Return «68,5 балла», «1 балл», «12 баллов»."""
    whole, rest = divmod(abs(tenths), 10)
    word = "балла" if rest else counted(whole, "балл", "балла", "баллов").split()[-1]
    return f"{points(tenths)} {word}"


def people_word(count: int) -> str:
    """Return «один человек», «2 человека»."""
    return "один человек" if count == 1 else counted(count, "человек", "человека", "человек")


def worth_text(worth: Worth) -> str:
    """«57 человек и 3 214,5 балла»."""
    return f"{counted(worth.paired, 'человек', 'человека', 'человек')} и {points_word(worth.points)}"


def gain_text(gain: Worth) -> str:
    """Say what is added: «ещё один человек с парой и 65 баллов», «4,2 балла», «ничего»."""
    if gain.paired <= 0:
        return points_word(gain.points) if gain.points else "ничего"
    said = f"ещё {people_word(gain.paired)} с парой"
    if gain.points < 0:
        return f"{said}, но на {points_word(gain.points)} меньше"
    return f"{said} и {points_word(gain.points)}" if gain.points else said


def loss_text(loss: Worth, *, paired_first: bool) -> str:
    """Say what the whole set loses; a number below 0 is a gain.

    «сумма всех пар меньше на 4,2 балла», «один человек останется без пары», «сумма всех пар та же». With people paired
    first the points are not told when the number of the paired differs: they are lost with the person.
    """
    said = []
    if loss.paired > 0:
        said.append(f"{people_word(loss.paired)} {'останется' if loss.paired == 1 else 'останутся'} без пары")
    elif loss.paired < 0:
        said.append(f"ещё {people_word(-loss.paired)} {'получит' if loss.paired == -1 else 'получат'} пару")
    if not (loss.paired and paired_first):
        less = "меньше" if loss.points > 0 else "больше"
        said.append(f"сумма всех пар {less} на {points_word(loss.points)}" if loss.points else "сумма всех пар та же")
    return ", ".join(said)

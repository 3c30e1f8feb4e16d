"""Who is meant by a code or a full name that a person types after a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mentoring_xl.core.errors import BookError
from mentoring_xl.core.text import code_key, fold, shortened, tidy
from mentoring_xl.matching.facts import code_order
from mentoring_xl.schema.tables import Mentee, Mentor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring_xl.matching.facts import Facts

P = TypeVar("P", "Mentee", "Mentor")
_LONGEST = 60
_PAIR = 2


def row_called(facts: Facts, text: str) -> int:
    """Return the row of the mentee with this code or full name, «Н-1» being «Н-01» too when there is no «Н-1».

    Raises BookError when it is nobody's or not unique.
    """
    return _asked(_places(facts.mentees, text), facts.mentees, text, "Наставляемого", Mentee.spec.sheet)


def column_called(facts: Facts, text: str) -> int:
    """Return the column of the mentor with this code or full name. Raises BookError as `row_called` does."""
    return _asked(_places(facts.mentors, text), facts.mentors, text, "Наставника", Mentor.spec.sheet)


def seats_called(facts: Facts, texts: Sequence[str]) -> tuple[int | None, int | None]:
    """Return row and column of the people named: a mentee, a mentor, or one of each in any order.

    «Н-01/М-02», the code of a pair, names both; a code that both banks have names the mentee. Raises BookError.
    """
    named = [part for text in texts for part in _parts(facts, text)]
    if len(named) == 1:
        (text,) = named
        if _very(facts.mentees, text) or (_places(facts.mentees, text) and not _very(facts.mentors, text)):
            return row_called(facts, text), None
        if _places(facts.mentors, text):
            return None, column_called(facts, text)
        raise BookError(
            f"«{shortened(text, _LONGEST)}» нет ни в банке наставляемых, ни в банке наставников. "
            "Укажите код или полное имя и повторите."
        )
    if len(named) != _PAIR:
        raise BookError("Укажите одного человека или двоих: наставляемого и наставника – и повторите.")
    first, second = named
    _refuse_one_side(facts, first, second)
    if not _places(facts.mentees, first) and _places(facts.mentors, first):
        first, second = second, first
    return row_called(facts, first), column_called(facts, second)


def _parts(facts: Facts, text: str) -> tuple[str, ...]:
    """Split the code of a pair, unless a code has a «/» of its own."""
    left, slash, right = text.partition("/")
    whole = _places(facts.mentees, text) or _places(facts.mentors, text)
    return (left, right) if slash and not whole else (text,)


def _refuse_one_side(facts: Facts, first: str, second: str) -> None:
    found = {(bool(_places(facts.mentees, text)), bool(_places(facts.mentors, text))) for text in (first, second)}
    role = {(True, False): "наставляемые", (False, True): "наставники"}.get(found.pop()) if len(found) == 1 else None
    if role:
        raise BookError(
            f"«{shortened(first, _LONGEST)}» и «{shortened(second, _LONGEST)}» – оба {role}. "
            "Укажите наставляемого и наставника и повторите."
        )


def _places(people: Sequence[P], text: str) -> list[int]:
    """Return where people of this code or name stand, without one those whose code differs in leading zeros alone."""
    number = _without_zeros(text)
    return _very(people, text) or [
        place for place, person in enumerate(people) if number and _without_zeros(person.code) == number
    ]


def _very(people: Sequence[P], text: str) -> list[int]:
    """Return where people of this very code stand, without one those of this name."""
    code = code_key(text)
    by_code = [place for place, person in enumerate(people) if code_key(person.code) == code]
    return by_code or [place for place, person in enumerate(people) if fold(person.full_name) == fold(text)]


def _without_zeros(code: str) -> tuple[str, ...]:
    return tuple(digits for _, _, digits, _ in code_order(code))


def _asked(places: Sequence[int], people: Sequence[P], text: str, role: str, sheet: str) -> int:
    if not places:
        raise BookError(
            f"{role} «{shortened(text, _LONGEST)}» на листе «{sheet}» нет. Укажите код или полное имя и повторите."
        )
    if len(places) > 1:
        codes = ", ".join(tidy(people[place].code) for place in places)
        raise BookError(
            f"«{shortened(text, _LONGEST)}» на листе «{sheet}» несколько: {codes}. Укажите код и повторите."
        )
    return places[0]

"""What each indicator counts: a part, a whole, and for questionnaires how many were asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, split_list, tidy
from mentoring_xl.schema.choices import GROUPS, TRAINING_STATES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.pairs import AGREED
from mentoring_xl.schema.states.programmes import COMPLETED
from mentoring_xl.schema.tables import Answer, Employee, Programme, Question, Setting, Training

from .card import curator_card
from .facts import codes, gather
from .health import health
from .satisfaction import satisfaction

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.schema.tables import Mentee, Mentor, Pair

YOUNG_TEACHER_YEARS = 3
_, _PUPIL, _OUTSIDE = GROUPS.values
_HELD = TRAINING_STATES.values[1]
_STUDENT = "студент"


@dataclass(frozen=True)
class Share:
    """A part of a whole. part: None when it is withheld. asked, answered: of a questionnaire. level: its verdict."""

    part: float | None
    whole: float
    asked: int | None = None
    answered: int | None = None
    level: str = ""

    @property
    def percent(self) -> float | None:
        """The share in per cent rounded to 0.1, None when the whole is empty or the part is withheld."""
        return round(self.part / self.whole * 100, 1) if self.whole and self.part is not None else None

    @property
    def response(self) -> float | None:
        """How many per cent of those asked have answered, rounded to 0.1."""
        return round(self.answered / self.asked * 100, 1) if self.asked and self.answered is not None else None


class Counts:
    """The tables as the indicators see them, each part of them looked at once.

    consented: codes of the people whose consent to data processing is in force.
    """

    def __init__(self, tables: Tables, today: dt.date, consented: Collection[str]) -> None:
        self._tables = tables
        self._facts = gather(tables, consented)
        self._settings = Settings(tables[Setting])
        self._health = health(tables, today)

    def plan(self) -> Share:
        """Rows of the plan that are done."""
        return Share(sum(step.done for step in self._facts.steps), len(self._facts.steps))

    def consent(self) -> Share:
        """Members with a consent."""
        people = self._facts.people
        return Share(sum(person.code in self._facts.consented for person in people), len(people))

    def paired(self) -> Share:
        """Mentees with a mentor."""
        mentees = self._facts.mentees
        return Share(sum(code_key(mentee.code) in self._facts.paired for mentee in mentees), len(mentees))

    def young(self) -> Share:
        """Young teachers of the staff who are mentees."""
        young = (
            one.code
            for one in self._tables[Employee]
            if one.experience is not None and one.experience <= YOUNG_TEACHER_YEARS
        )
        covered = codes(mentee.staff_code for mentee in self._facts.mentees)
        found = [code_key(code) in covered for code in young]
        return Share(sum(found), len(found))

    def pupils(self) -> Share:
        """Pupils of the school who are mentees."""
        return Share(_pupils(self._facts.mentees), self._settings.number("pupils_10_19"))

    def pupil_mentors(self) -> Share:
        """Elder pupils of the school who are mentors."""
        return Share(_pupils(self._facts.mentors), self._settings.number("pupils_15_19"))

    def partners(self) -> Share:
        """Organisations that sent a mentor; a student speaks for himself, not for his college."""
        places = {fold(mentor.place) for mentor in self._facts.mentors if _from_work(mentor)}
        return Share(len(places - {""}), self._settings.number("partners"))

    def trained(self) -> Share:
        """Mentors who took part in a training that was held."""
        taught = codes(
            code for one in self._tables[Training] if fold(one.state) == _HELD for code in split_list(one.participants)
        )
        mentors = self._facts.mentors
        return Share(sum(bool(codes((one.code, one.staff_code)) & taught) for one in mentors), len(mentors))

    def met(self) -> Share:
        """Pairs that have met, of those that should have."""
        found = self._health
        return Share(len(found.expected) - len(found.silent), len(found.expected))

    def active(self) -> Share:
        """Working pairs without a long pause; a pair that never met pauses since its beginning."""
        found = self._health
        return Share(len(found.dated) - len(found.idle) - len(found.silent), len(found.dated))

    def kept(self) -> Share:
        """Pairs that did not part before the end."""
        found = self._health
        return Share(len(found.begun) - len(found.parted), len(found.begun))

    def finished(self) -> Share:
        """Programmes that are finished."""
        rows = [row for row in self._tables[Programme] if tidy(row.pair_code)]
        return Share(sum(fold(row.state) == COMPLETED for row in rows), len(rows))

    def happy_mentees(self) -> Share:
        """Satisfied mentees."""
        return self._happy(self._facts.mentees, codes(pair.mentee_code for pair in self._worked()))

    def happy_mentors(self) -> Share:
        """Satisfied mentors."""
        return self._happy(self._facts.mentors, codes(pair.mentor_code for pair in self._worked()))

    def card(self) -> Share:
        """Points of the curator's card, and the level they come to."""
        card = curator_card(self._tables[Question], self._tables[Answer])
        level = f"{card.level} уровень" if card.level else "карта заполнена не вся" if card.filled else ""
        return Share(card.points, card.whole if card.filled else 0, level=level)

    def _worked(self) -> Iterator[Pair]:
        """Yield the pairs whose people are asked afterwards: an agreed one has not begun yet."""
        return (pair for pair in self._health.begun if fold(pair.state) != AGREED)

    def _happy(self, bank: Collection[Mentee | Mentor], asked: Collection[str]) -> Share:
        found = satisfaction(self._tables, codes(person.code for person in bank), asked)
        return Share(found.satisfied, found.answered, found.asked, found.answered)


def _pupils(bank: Collection[Mentee | Mentor]) -> int:
    return sum(fold(person.group) == _PUPIL for person in bank)


def _from_work(mentor: Mentor) -> bool:
    forms = split_list(mentor.forms)
    return fold(mentor.group) == _OUTSIDE and not (forms and all(fold(form).startswith(_STUDENT) for form in forms))

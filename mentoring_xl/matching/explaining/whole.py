"""The whole set in a few sentences: how good it is, why it cannot be better, what would make it better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted
from mentoring_xl.matching import solving
from mentoring_xl.matching.solving import Worth

from .wording import gain_text, loss_text, named, points_word, sentence, worth_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .choice import Choice

_NAMED_PLACES = 3
_NOTHING = Worth(0, 0)


@dataclass(frozen=True)
class Place:
    """What one more place of a mentor would add to the whole: the price of his places.

    mentor: «М-7 Сидоров П. П.». places: how many mentees could be added to his held ones. taken: how many were.
    """

    column: int
    mentor: str
    places: int
    taken: int
    gain: Worth


@dataclass(frozen=True)
class Group:
    """A mentor with mentees who share a topic; people as «Н-1 Белова А. Ю.»."""

    mentor: str
    topic: str
    mentees: tuple[str, ...]


@dataclass(frozen=True)
class WholeStory:
    """The set as a whole.

    wanting: mentees who were without a mentor before. pairs: how many were chosen. held: pairs fixed before. worth: of
    the set. best: of the best set, which is another one when stable pairs were asked for. is_checked: the proof was
    worked out anew and holds. gap: what a better set than the best could bring at most. rivals: what simple ways come
    to, by name. places: by column. groups: in column order.
    """

    wanting: int
    pairs: int
    held: int
    worth: Worth
    best: Worth
    is_stable: bool
    is_checked: bool
    gap: Worth
    paired_first: bool
    rivals: tuple[tuple[str, Worth], ...]
    places: tuple[Place, ...]
    groups: tuple[Group, ...]

    @property
    def dearest(self) -> tuple[Place, ...]:
        """The mentors whose further place would add something, the most first; equal ones in code order."""
        useful = (place for place in self.places if place.gain.paired > 0 or place.gain.points > 0)
        return tuple(sorted(useful, key=self._rank, reverse=True))

    def _rank(self, place: Place) -> tuple[int, int]:
        return place.gain.paired if self.paired_first else 0, place.gain.points

    @property
    def lines(self) -> tuple[str, ...]:
        """The story, a sentence or two in each line."""
        if not self.wanting and not self.pairs:
            return ("Подбирать некому: наставляемых, которым нужна пара, нет.",)
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        held = f" Закреплено раньше: {self.held}." if self.held else ""
        chosen = f"{counted(self.pairs, 'пара', 'пары', 'пар')}, {points_word(self.worth.points)}"
        further = self.pairs - self.worth.paired
        second = f" Из них ещё один наставник тому, у кого он уже есть: {further}." if further else ""
        yield f"Пару получили {self.worth.paired} из {self.wanting}. Подобрано: {chosen}.{second}{held}"
        if self.is_stable:
            yield self._price_of_stability()
        yield self._proof()
        yield self._dearest_places()
        if self.rivals:
            rivals = "; ".join(f"{name} – {worth_text(worth)}" for name, worth in self.rivals)
            yield f"Для сравнения: {rivals}."
        for group in self.groups:
            topic = f"тема «{group.topic}»" if group.topic else "тема не названа"
            yield sentence(f"Группа – {group.mentor}, {topic}: ", ", ".join(group.mentees))

    def _price_of_stability(self) -> str:
        said = "Пары устойчивы: никакие двое не предпочли бы друг друга своим парам."
        loss = self.best - self.worth
        return f"{said} " + (
            "Это ничего не стоило." if loss == _NOTHING else f"Цена: {loss_text(loss, paired_first=False)}."
        )

    def _proof(self) -> str:
        if not self.is_checked:
            return "Проверка подбора не сошлась. Не закрепляйте эти пары и сообщите разработчику."
        if self.gap != _NOTHING:
            return f"Может быть лучше, но не больше чем на столько: {gain_text(self.gap)}. Это проверено по ценам мест."
        most = worth_text(self.best) if self.paired_first else points_word(self.best.points)
        whose = "Без этого условия больше" if self.is_stable else "Лучше нельзя: больше"
        return f"{whose}, чем {most}, не набрать ни при каких парах. Это проверено по ценам мест отдельным счётом."

    def _dearest_places(self) -> str:
        if not self.dearest:
            return "Ещё одно место ни у одного наставника ничего не прибавит."
        told = "; ".join(f"{place.mentor} – {gain_text(place.gain)}" for place in self.dearest[:_NAMED_PLACES])
        return f"Больше всего прибавит ещё одно место у наставника: {told}."


def whole(choice: Choice) -> WholeStory:
    """Tell how good the set is; the proof is checked anew, the simple ways are run."""
    best = choice.best or choice.solution
    rivals = (
        ("если каждый раз брать лучшую из оставшихся пар", solving.greedy(choice.problem)),
        ("если идти по порядку списка", solving.first_come(choice.problem)),
    )
    return WholeStory(
        wanting=len(choice.waiting) - len(choice.problem.held),
        pairs=len(choice.pairs),
        held=len(choice.held),
        worth=choice.solution.worth,
        best=best.worth,
        is_stable=choice.is_stable,
        is_checked=solving.check(choice.problem, best),
        gap=best.proof.gap,
        paired_first=choice.problem.paired_first,
        rivals=tuple((name, solving.worth(choice.problem, pairs)) for name, pairs in rivals),
        places=_places(choice),
        groups=tuple(_groups(choice)),
    )


def _places(choice: Choice) -> tuple[Place, ...]:
    gains = choice.changes.extra_places()
    return tuple(
        Place(column, named(mentor), places, places - left, gain)
        for column, (mentor, places, left, gain) in enumerate(
            zip(choice.board.facts.mentors, choice.problem.capacity, choice.places_left, gains, strict=True)
        )
    )


def _groups(choice: Choice) -> Iterator[Group]:
    facts = choice.board.facts
    for column, topic in sorted(choice.solution.topic_of.items()):
        names = choice.topics.get(column, ())
        yield Group(
            named(facts.mentors[column]),
            names[topic] if topic < len(names) else "",
            tuple(named(facts.mentees[row]) for row in choice.mentees_of[column]),
        )

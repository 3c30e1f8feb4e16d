"""Indicators as part / whole × 100; an empty whole has no value, never 0 %."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_flag, as_number
from mentoring_xl.core.text import code_key, split_list
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Answer, Employee, Indicator, Question, Setting, Training

from .facts import codes, gather

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable, Mapping

    from mentoring_xl.core.outcome import Tables

    from .facts import Facts

YOUNG_TEACHER_YEARS = 3

_HAPPY = "рады участию и средняя оценка от порога («Настройки») / ответившие после программы"
_DECLARED: tuple[tuple[str, str, str, float | None], ...] = (
    ("PLAN", "Выполнено строк дорожной карты", "с отметкой «да» / все строки без подпунктов", None),
    ("CONSENT", "Есть согласие на обработку данных", "участники с согласием / все участники", None),
    ("PAIRED", "Наставляемые, у которых есть наставник", "в действующих парах / все наставляемые", None),
    ("YOUNG", "Молодые специалисты – наставляемые", "со стажем до 3 лет: наставляемые / все из «Персонала»", 70.0),
    ("PUPILS", "Дети 10–19 лет – наставляемые", "наставляемые-обучающиеся / число из «Настроек»", 70.0),
    ("PUPIL-MENTORS", "Дети 15–19 лет – наставники", "наставники-обучающиеся / число из «Настроек»", 10.0),
    ("TRAINED", "Обученные наставники", "участники проведённого обучения / все наставники", None),
    ("HAPPY-MENTEES", "Удовлетворённость наставляемых", _HAPPY, 85.0),
    ("HAPPY-MENTORS", "Удовлетворённость наставников", _HAPPY, 85.0),
)
INDICATORS: tuple[Indicator, ...] = tuple(
    Indicator(code=code, title=title, formula=formula, target=target) for code, title, formula, target in _DECLARED
)


@dataclass(frozen=True)
class Share:
    """A part of a whole, both counts."""

    part: float
    whole: float

    @property
    def percent(self) -> float | None:
        """The share in per cent rounded to 0.1, None when the whole is empty."""
        return round(self.part / self.whole * 100, 1) if self.whole else None


def fill(tables: Tables, today: dt.date, consented: Collection[str]) -> tuple[Indicator, ...]:
    """Return the rows of «Мониторинг» with part, whole, percent and state; rows with other codes stay.

    consented: codes of the people whose consent to data processing is in force.
    """
    facts, settings = gather(tables, consented), Settings(tables[Setting])
    shares = {code: count(tables, facts, settings) for code, count in _COUNTS.items()}
    return tuple(_filled(row, shares[row.code], today) if row.code in shares else row for row in tables[Indicator])


def _filled(row: Indicator, share: Share, today: dt.date) -> Indicator:
    percent = share.percent
    if percent is None:
        state = "нет данных"
    elif row.target is None:
        state = "цель не задана"
    else:
        state = "достигнут" if percent >= row.target else "не достигнут"
    same = (row.part, row.whole, row.percent, row.state) == (share.part, share.whole, percent, state)
    as_of = row.as_of if same else today
    return row.but(part=share.part, whole=share.whole, percent=percent, state=state, as_of=as_of)


def _plan(tables: Tables, facts: Facts, settings: Settings) -> Share:
    return Share(sum(step.done for step in facts.steps), len(facts.steps))


def _consent(tables: Tables, facts: Facts, settings: Settings) -> Share:
    return Share(sum(person.code in facts.consented for person in facts.people), len(facts.people))


def _paired(tables: Tables, facts: Facts, settings: Settings) -> Share:
    return Share(sum(code_key(mentee.code) in facts.paired for mentee in facts.mentees), len(facts.mentees))


def _young(tables: Tables, facts: Facts, settings: Settings) -> Share:
    young = [
        one.code for one in tables[Employee] if one.experience is not None and one.experience <= YOUNG_TEACHER_YEARS
    ]
    covered = codes(mentee.staff_code for mentee in facts.mentees)
    return Share(sum(code_key(code) in covered for code in young), len(young))


def _pupils(tables: Tables, facts: Facts, settings: Settings) -> Share:
    return Share(sum(mentee.group == "обучающийся" for mentee in facts.mentees), settings.number("pupils_10_19"))


def _pupil_mentors(tables: Tables, facts: Facts, settings: Settings) -> Share:
    return Share(sum(mentor.group == "обучающийся" for mentor in facts.mentors), settings.number("pupils_15_19"))


def _trained(tables: Tables, facts: Facts, settings: Settings) -> Share:
    taught = codes(
        code for one in tables[Training] if one.state == "проведено" for code in split_list(one.participants)
    )
    trained = sum(bool(codes((mentor.code, mentor.staff_code)) & taught) for mentor in facts.mentors)
    return Share(trained, len(facts.mentors))


def _happy(role: str) -> Callable[[Tables, Facts, Settings], Share]:
    def count(tables: Tables, facts: Facts, settings: Settings) -> Share:
        people = facts.mentees if role == "наставляемый" else facts.mentors
        asked = {code_key(question.code): question for question in tables[Question] if question.stage == "после"}
        answers: dict[str, list[tuple[Question, str]]] = {code: [] for code in codes(person.code for person in people)}
        for answer in tables[Answer]:
            question, person = code_key(answer.question_code), code_key(answer.person_code)
            if question in asked and person in answers:
                answers[person].append((asked[question], answer.answer))
        given = [found for found in answers.values() if found]
        return Share(sum(satisfied(found, settings.number("satisfied_from")) for found in given), len(given))

    return count


def satisfied(answers: Iterable[tuple[Question, str]], threshold: float) -> bool:
    """Tell whether the mean mark reaches the threshold and nobody said «нет» to continuing or being glad."""
    found = list(answers)
    marks = [mark for question, text in found if question.kind == "1–10" and (mark := as_number(text)) is not None]
    glad = [as_flag(text) for question, text in found if question.kind == "да/нет" and _about_gladness(question.text)]
    return bool(marks) and fmean(marks) >= threshold and False not in glad


def _about_gladness(text: str) -> bool:
    return any(stem in text.lower() for stem in ("рады", "понравил"))


_COUNTS: Mapping[str, Callable[[Tables, Facts, Settings], Share]] = {
    "PLAN": _plan,
    "CONSENT": _consent,
    "PAIRED": _paired,
    "YOUNG": _young,
    "PUPILS": _pupils,
    "PUPIL-MENTORS": _pupil_mentors,
    "TRAINED": _trained,
    "HAPPY-MENTEES": _happy("наставляемый"),
    "HAPPY-MENTORS": _happy("наставник"),
}

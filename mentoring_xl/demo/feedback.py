"""What the invented school answered later: about its pairs, in the middle and after; SWOT and the curator's card."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl.schema.asking import AFTER, BEFORE, asked_in
from mentoring_xl.schema.choices import EFFECTS, ROLES, SURVEY_STAGES, SWOT_SIDES
from mentoring_xl.schema.tables import Answer, SwotLine

from .days import WORKED

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.schema.tables import Pair, Question

    from .cast import Cast

INTERIM, _, _CARD, _SWOT = SURVEY_STAGES.values[2:6]
_LOWER = EFFECTS.values[1]
_INTERIM_AFTER, _REVIEW_AFTER = 110, 120
_NUMBERS = {"средний балл": ("3,6", "3,8", "4", "4,1", "4,3"), "кружки и секции": ("0", "1", "1", "2")}
_TEXTS = {
    "где?": ("в прошлой школе", "на практике", "в этой школе"),
    "чего": ("встреч чаще", "времени", "общих выездов", "примеров уроков", "всего хватило"),
    "трудности": ("трудно найти общее время", "нет трудностей", "не всегда хватает времени", "разные смены"),
    "": ("поддержка", "практические советы", "новые идеи", "общение", "разбор уроков", "больше уверенности"),
}
_SAID = (
    ("опытные педагоги", "опытные наставники", "поддержка администрации", "поддержка со стороны администрации",
     "дружный коллектив", "опытные педагоги; дружный коллектив"),
    ("мало времени на встречи", "мало времени для встреч", "большая нагрузка у наставников", "нет отдельного кабинета",
     "мало времени на встречи; нет отдельного кабинета"),
    ("сотрудничество с колледжем", "сотрудничество с педагогическим колледжем", "помощь молочного комбината",
     "районные конкурсы для молодых педагогов"),
    ("молодые учителя уезжают", "молодые учителя уезжают в город", "плохая связь с дальними сёлами",
     "сокращение ставок"),
)  # fmt: skip

_WEIGHED = (
    (("Опытные педагоги", "Дружный коллектив", "Поддержка администрации"), 5, "приглашать в наставники"),
    (("Мало времени на встречи", "Большая нагрузка у наставников", "Нет отдельного кабинета"), 5,
     "отметить час наставника в расписании"),
    (("Сотрудничество с педагогическим колледжем", "Районные конкурсы для молодых педагогов",
      "Помощь молочного комбината"), 4, "позвать студентов-наставников"),
    (("Молодые учителя уезжают", "Плохая связь с дальними сёлами", "Сокращение ставок"), 4,
     "начинать наставничество с первого дня"),
)  # fmt: skip
"""Of each side of SWOT what the mentors said; the weight of the first and what to do about it."""


def weighed() -> tuple[SwotLine, ...]:
    """Return what staff have already weighed of what the mentors said, in the order in which a press lays it."""
    rows = []
    for side, ((first, *rest), weight, note) in zip(SWOT_SIDES.values, _WEIGHED, strict=True):
        rows.append(SwotLine(side=side, statement=first, weight=float(weight), note=note))
        rows += [SwotLine(side=side, statement=statement) for statement in rest]
    return tuple(rows)


def answers(
    draw: random.Random, people: Cast, pairs: Iterable[Pair], questions: Sequence[Question], given: Sequence[Answer]
) -> tuple[Answer, ...]:
    """Return the answers «до» and behind them those that come later.

    given: the answers «до», whose people also tell how they are. The pairs of the order answer after, those that have
    ended also in the middle; staff fill the curator's card and mentors SWOT. What the working pairs answer in the
    middle has not been loaded yet: see `export`.
    """
    worked = [pair for pair in pairs if pair.starts]
    answered = [*given, *_late(draw, worked, questions, {row.person_code for row in given})]
    rows = [*answered, *_how_they_are(draw, answered, questions)]
    marks = {(row.person_code, row.question_code): row.answer for row in rows}
    for pair in worked:
        for code, role in zip((pair.mentee_code, pair.mentor_code), ROLES.values, strict=True):
            own = [one for one in questions if one.role in {"", role} and asked_in(one.form, pair.form)]
            rows += _interim(draw, code, own, pair) if pair.ends else ()
            rows += _after(draw, code, own, pair, marks)
    if worked and worked[0].starts:
        rows += _review(draw, people, questions, worked[0].starts + dt.timedelta(days=_REVIEW_AFTER))
    return tuple(rows)


def _late(
    draw: random.Random, pairs: Iterable[Pair], questions: Sequence[Question], in_time: set[str]
) -> Iterator[Answer]:
    """Those of the pairs who had not answered «до» do so before their pair begins."""
    for pair in pairs:
        day = (pair.starts or dt.date.max) - dt.timedelta(days=2)
        for code, role in zip((pair.mentee_code, pair.mentor_code), ROLES.values, strict=True):
            for question in questions if code not in in_time else ():
                mine = question.role == role and asked_in(question.form, pair.form)
                if mine and question.stage == BEFORE and not question.effect:
                    reply = reply_to(draw, question)
                    yield Answer(person_code=code, question_code=question.code, answer=reply, answered=day)


def _how_they_are(draw: random.Random, given: Iterable[Answer], questions: Iterable[Question]) -> Iterator[Answer]:
    """Those who answered «до» also answer its questions about influence, each in the questionnaire he has filled."""
    measures = [question for question in questions if question.stage == BEFORE and question.effect]
    filled = {(row.person_code, _questionnaire(row.question_code)): row for row in given}
    for (_, questionnaire), row in filled.items():
        for question in measures:
            if _questionnaire(question.code) == questionnaire:
                yield row.but(question_code=question.code, answer=_measured(draw, question))


def _questionnaire(code: str) -> str:
    return code.rpartition("-")[0]


def _measured(draw: random.Random, question: Question) -> str:
    if question.measure in _NUMBERS:
        return draw.choice(_NUMBERS[question.measure])
    return _mark(draw.gauss(5.5 if question.effect == _LOWER else 6, 1.5))


def _mark(number: float) -> str:
    return str(min(10, max(1, round(number))))


def _interim(draw: random.Random, code: str, questions: Iterable[Question], pair: Pair) -> Iterator[Answer]:
    day = (pair.starts or dt.date.max) + dt.timedelta(days=_INTERIM_AFTER + draw.randint(0, 5))
    for question in questions:
        if question.stage == INTERIM:
            reply = "4" if question.kind == "число" else reply_to(draw, question)
            yield Answer(person_code=code, question_code=question.code, answer=reply, answered=day)


def _after(
    draw: random.Random, code: str, questions: Iterable[Question], pair: Pair, marks: Mapping[tuple[str, str], str]
) -> Iterator[Answer]:
    """Yield answers near to those before, a little better more often than worse."""
    day = (pair.starts or dt.date.max) + WORKED - dt.timedelta(days=draw.randint(0, 5))
    for question in questions:
        if question.stage == AFTER:
            before = marks.get((code, question.code.replace("П-", "Д-")), "")
            yield Answer(
                person_code=code, question_code=question.code, answer=_later(draw, question, before), answered=day
            )


def _later(draw: random.Random, question: Question, before: str) -> str:
    if question.measure in _NUMBERS:
        return before or _NUMBERS[question.measure][0]
    if question.kind == "1–10" and before.isdecimal():
        step = draw.choice((-1, 0, 1, 1, 2, 2))
        return _mark(int(before) + (-step if question.effect == _LOWER else step))
    return reply_to(draw, question)


def reply_to(draw: random.Random, question: Question) -> str:
    """Return what somebody answers to a question, by its kind and wording."""
    match question.kind:
        case "1–10":
            return _mark(draw.gauss(8, 1.3))
        case "да/нет":
            return "да" if draw.random() < 0.85 else "нет"
        case "частота":
            return draw.choice(("часто", "редко", "1–2 раза"))
    if question.options:
        return question.options.partition(";")[0]
    pool = next(texts for word, texts in _TEXTS.items() if word in question.text.lower())
    return draw.choice(pool)


def _review(draw: random.Random, people: Cast, questions: Iterable[Question], day: dt.date) -> Iterator[Answer]:
    """The curator fills his card, eight mentors say what is strong and weak."""
    swot = iter(_SAID)
    for question in questions:
        if question.stage == _CARD:
            points = draw.choice(("1", "2", "2"))
            yield Answer(person_code=people.staff[2].code, question_code=question.code, answer=points, answered=day)
        elif question.stage == _SWOT:
            said = next(swot)
            for mentor in people.mentors[:8]:
                yield Answer(
                    person_code=mentor.code, question_code=question.code, answer=draw.choice(said), answered=day
                )

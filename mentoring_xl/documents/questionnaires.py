"""A questionnaire on paper: scales as tables to tick, boxes for what is chosen, lines for open answers.

Consent to data processing has no place in it: by 152-ФЗ it is a paper of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from .paper import Align, Gap, Grid, Paper, Text
from .school import capitalised, file_name, heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .paper import Block

FOLDER = "Анкеты"
_RULE = "_" * 70
_SHORT_RULE = "_" * 12
_BOX = "☐\u00a0"
_BETWEEN = "\u2003"
_NUMBER, _MARK = 0.07, 0.042
_ROWS_OF_A_TABLE = 3
"""Fewer marks between other questions are asked without a head and an instruction of their own."""
_THANKS = "Спасибо за ответы!"


@dataclass(frozen=True)
class Ask:
    """One question. scale: the marks to choose from, in order. options: what to choose; several: more than one.

    number: a figure is the answer. Without any of these the answer is open; short: it takes one line.
    """

    code: str
    text: str
    scale: tuple[int, ...] = ()
    options: tuple[str, ...] = ()
    several: bool = False
    number: bool = False
    short: bool = False


@dataclass(frozen=True)
class Questionnaire:
    """What one role is asked at one stage. name: of its file. form: "" for all forms. signed: says who answers.

    about: what it is for, who reads it, where it goes; "" for a paper that staff fill for themselves.
    """

    name: str
    title: str
    form: str
    asks: tuple[Ask, ...]
    signed: bool = True
    about: str = ""


def questionnaire_paper(questionnaire: Questionnaire, school: str, *, coded: bool) -> Paper:
    """Return the questionnaire to print. coded: the participant writes his code, not his name."""
    thanks = (Gap(), Text(_THANKS, Align.CENTER, indent=False)) if questionnaire.about else ()
    blocks = (*_top(questionnaire, school, coded=coded), *_asked(questionnaire.asks), *thanks)
    return Paper(FOLDER, file_name(questionnaire.name), questionnaire.title, blocks)


def _top(questionnaire: Questionnaire, school: str, *, coded: bool) -> Iterator[Block]:
    if school:
        yield Text(capitalised(school), Align.CENTER, indent=False)
        yield Gap()
    yield heading(questionnaire.title)
    if questionnaire.form:
        yield Text(f"Форма наставничества: {questionnaire.form}", Align.CENTER, indent=False)
    yield Gap()
    if questionnaire.about:
        yield Text(questionnaire.about, Align.LEFT, indent=False)
        yield Gap()
    if questionnaire.signed:
        who = "Код участника (вместо имени)" if coded else "Фамилия, имя, отчество"
        yield Text(f"{who}: {_SHORT_RULE if coded else _SHORT_RULE * 3}", Align.LEFT, indent=False)
    yield Text(f"Дата: {_SHORT_RULE}", Align.LEFT, indent=False)


def _asked(asks: tuple[Ask, ...]) -> Iterator[Block]:
    """Yield the questions in their order; what a scale means is said once."""
    runs = [(scale, tuple(found)) for scale, found in groupby(enumerate(asks, 1), key=lambda asked: asked[1].scale)]
    tabled = [(scale if len(found) >= _ROWS_OF_A_TABLE else (), found) for scale, found in runs]
    told: set[tuple[int, ...]] = {()}
    for scale, grouped in groupby(tabled, key=lambda run: run[0]):
        found = tuple(asked for _, run in grouped for asked in run)
        yield Gap()
        if scale:
            yield from _table(found, scale, is_told=scale in told)
        for number, ask in () if scale else found:
            yield from _answered(number, ask, is_told=ask.scale in told)
            told.add(ask.scale)
        told.add(scale)


def _meaning(scale: tuple[int, ...]) -> str:
    return f"Если в вопросе не сказано другого, {scale[0]} – совсем нет, {scale[-1]} – полностью."


def _table(found: tuple[tuple[int, Ask], ...], scale: tuple[int, ...], *, is_told: bool) -> Iterator[Block]:
    if not is_told:
        task = f"Поставьте в каждой строке одну отметку. {_meaning(scale)}"
        yield Text(task, Align.LEFT, indent=False, close=True)
    rows = tuple((str(number), ask.text, *("" for _ in scale)) for number, ask in found)
    widths = (_NUMBER, 1 - _NUMBER - _MARK * len(scale), *(_MARK for _ in scale))
    yield Grid(("№", "Вопрос", *map(str, scale)), rows, widths)


def _answered(number: int, ask: Ask, *, is_told: bool) -> Iterator[Block]:
    hint = " (можно отметить несколько)" if ask.several else ""
    if not is_told:
        yield Text(f"Отметьте одно число. {_meaning(ask.scale)}", Align.LEFT, indent=False, close=True)
    yield Text(f"{number}. {ask.text}{hint}", Align.LEFT, indent=False, close=True)
    if choices := ask.options or tuple(map(str, ask.scale)):
        yield Text(_BETWEEN.join(f"{_BOX}{choice}" for choice in choices), Align.LEFT)
    elif ask.number:
        yield Text(_SHORT_RULE, Align.LEFT)
    else:
        yield from (Text(_RULE, Align.LEFT, indent=False, close=True) for _ in range(0 if ask.short else 1))
        yield Text(_RULE, Align.LEFT, indent=False)


@dataclass(frozen=True)
class Field:
    """A question as it is typed into an online form: its type in Yandex and in Google, its options in order."""

    code: str
    text: str
    yandex: str
    google: str
    options: tuple[str, ...] = ()
    required: bool = True


def online(questionnaire: Questionnaire, *, coded: bool) -> tuple[Field, ...]:
    """Return the questions in the order of the form; the first asks who answers, where that is asked."""
    who = "Код участника" if coded else "Фамилия, имя, отчество"
    signs = (Field("", who, "Короткий текст", "Текст (строка)"),) if questionnaire.signed else ()
    return (*signs, *map(_field, questionnaire.asks))


def _field(ask: Ask) -> Field:
    if ask.scale:
        return Field(ask.code, ask.text, "Число", "Шкала", (f"от {ask.scale[0]} до {ask.scale[-1]}",))
    if ask.several:
        return Field(ask.code, ask.text, "Несколько вариантов", "Несколько из списка", ask.options, required=False)
    if ask.options:
        return Field(ask.code, ask.text, "Один вариант", "Один из списка", ask.options)
    if ask.number:
        return Field(ask.code, ask.text, "Число", "Текст (строка)")
    if ask.short:
        return Field(ask.code, ask.text, "Короткий текст", "Текст (строка)", required=False)
    return Field(ask.code, ask.text, "Длинный текст", "Текст (абзац)", required=False)

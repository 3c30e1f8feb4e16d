"""The questionnaires of «Опросники», put together from its rows by stage, role and form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold, tidy
from mentoring_xl.documents.questionnaires import Ask, Questionnaire
from mentoring_xl.schema.asking import asked_in
from mentoring_xl.schema.choices import FORMS, ROLES, SURVEY_STAGES
from mentoring_xl.schema.tables import Question
from mentoring_xl.surveys.answers import COUNT, MANY, POINTS, SCALE, YES_NO, kind, options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.outcome import Tables

_BEFORE, _AFTER, _INTERIM, _WISHES, _CARD, _SWOT = SURVEY_STAGES.values
_WHEN = {
    _BEFORE: "до начала программы наставничества",
    _AFTER: "по итогам программы наставничества",
    _INTERIM: "о ходе работы",
    _WISHES: "после групповой встречи",
}
_READ = "Ответы читает куратор программы, в отчётах их показывают только вместе, без имён. Лист отдайте куратору."
_ABOUT = {
    _WISHES: "По вашему выбору куратор подберёт пары; другим участникам ответы не показывают. Лист отдайте куратору.",
    _CARD: "",
    fold(_SWOT): f"Ваше мнение поможет улучшить программу наставничества; имя писать не нужно. {_READ}",
}
_ABOUT_OTHERS = f"Анкета поможет сделать наставничество полезнее. Правильных и неправильных ответов нет. {_READ}"
_TITLES = {_CARD: "Карта куратора", fold(_SWOT): "Сильные и слабые стороны, возможности и угрозы программы"}
_WHOSE = {ROLES.values[0]: "наставляемого", ROLES.values[1]: "наставника"}
_MARKS = {SCALE: tuple(range(1, 11)), POINTS: (0, 1, 2)}
_FORM_ORDER = tuple(map(fold, FORMS.values))


def questionnaires(tables: Tables) -> tuple[Questionnaire, ...]:
    """Return what is asked, stage by stage in sheet order, each role and form apart where their questions differ."""
    rows = tuple(row for row in tables[Question] if tidy(row.text))
    forms = sorted({tidy(row.form): row for row in rows if tidy(row.form)}, key=_place)
    found = []
    for stage in dict.fromkeys(fold(row.stage) for row in rows):
        asked = [row for row in rows if fold(row.stage) == stage]
        for role in _each(row.role for row in asked):
            own = [row for row in asked if fold(row.role) in {"", role}]
            for form in forms if any(tidy(row.form) for row in own) else ("",):
                found.append(_questionnaire(stage, role, form, (row for row in own if asked_in(row.form, form))))
    return tuple(one for one in found if one.asks)


def _questionnaire(stage: str, role: str, form: str, rows: Iterable[Question]) -> Questionnaire:
    title = _TITLES.get(stage) or f"Анкета {_WHOSE.get(role, 'участника')} {_WHEN.get(stage, f'({stage})')}"
    asks = tuple(_ask(row, short=stage == _WISHES) for row in rows)
    return Questionnaire(
        f"{title}, {form}" if form else title,
        title,
        form,
        asks,
        signed=stage != fold(_SWOT),
        about=_ABOUT.get(stage, _ABOUT_OTHERS),
    )


def _ask(row: Question, *, short: bool) -> Ask:
    what = kind(row)
    chosen = ("да", "нет") if what == YES_NO else options(row)
    scale = _MARKS.get(what, ())
    return Ask(tidy(row.code), tidy(row.text), scale, () if scale else chosen, what == MANY, what == COUNT, short)


def _each(roles: Iterable[str]) -> Iterator[str]:
    """Yield the roles that have questions of their own, "" when none has."""
    named = dict.fromkeys(filter(None, map(fold, roles)))
    yield from named or ("",)


def _place(form: str) -> tuple[int, str]:
    """The forms of the list come first, in its order; those that a school added follow."""
    known = fold(form) in _FORM_ORDER
    return (_FORM_ORDER.index(fold(form)) if known else len(_FORM_ORDER), form)

"""«Итоги анкет»: what was answered, what changed between before and after, and SWOT, as rows of their sheets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted, number_text
from mentoring_xl.monitoring.card import STAGE, curator_card
from mentoring_xl.monitoring.influence import influence
from mentoring_xl.monitoring.swot import odd_weights, swot
from mentoring_xl.schema.tables import Answer, Employee, Influence, Mentee, Mentor, Question, SurveyResult, SwotLine
from mentoring_xl.surveys.answers import replies, sent
from mentoring_xl.surveys.nameless import nameless
from mentoring_xl.surveys.results import results

from .participants import participants

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from mentoring_xl.monitoring.card import Card
    from mentoring_xl.schema.asking import Reply

_NO_ANSWERS = "Ответов в книге нет. Нажмите «Загрузить ответы» или внесите их на лист «Анкеты» и повторите."
_NOTHING_TO_COMPARE = "Сравнить «до» и «после» пока нельзя: нужны трое, кто ответил оба раза."
_STEPS = 3


def survey_results(tables: Tables, today: dt.date, progress: Progress = quiet, **given: object) -> Outcome:
    """Lay «Итоги анкет», «Влияние» and «SWOT» anew; in «SWOT» what staff wrote, weighed or reworded stays."""
    questions = tables[Question]
    told = replies(questions, tables[Answer])
    people = participants(tables)
    everybody: tuple[Mentee | Mentor | Employee, ...] = (*tables[Mentee], *tables[Mentor], *tables[Employee])
    hide = nameless((one.full_name for one in everybody), (one.code for one in everybody))
    progress("Итоги анкет", 0, _STEPS)
    card = curator_card(questions, [reply.answer for reply in told])
    summed = _with_card(results(questions, told, people, hide, sent(questions, tables[Answer])), card)
    progress("До и после", 1, _STEPS)
    changes = influence(questions, told, people)
    progress("SWOT", 2, _STEPS)
    statements = swot(tables[SwotLine], told, hide)
    edits = (Rewrite(SurveyResult, summed), Rewrite(Influence, changes), Rewrite(SwotLine, statements))
    findings = tuple(odd_weights(_placed(tables[SwotLine], statements)))
    return Outcome(edits, findings, tuple(_summary(told, summed, changes, statements, card)))


def _placed(before: Sequence[SwotLine], rows: Sequence[SwotLine]) -> Iterator[SwotLine]:
    """Yield the rows where the sheet will have them: from the first of those that stand there, without gaps."""
    top = min((row.at for row in before if row.at), key=lambda place: place.row, default=None)
    for number, row in enumerate(rows, top.row if top else 0):
        yield SwotLine(at=replace(top, row=number), **row.values()) if top else row


def check_swot(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Look at the weights of «SWOT»."""
    return Outcome((), tuple(odd_weights(tables[SwotLine])))


def _with_card(rows: Sequence[SurveyResult], card: Card) -> tuple[SurveyResult, ...]:
    """Return the rows with the sum of the curator's card behind its criteria."""
    if card.points is None:
        return tuple(rows)
    total = SurveyResult(
        stage=STAGE,
        question=f"Карта куратора: сумма баллов из {card.whole}",
        n=card.cards,
        mean=card.points,
        spread=f"уровень: {card.level}",
    )
    behind = max((at for at, row in enumerate(rows, 1) if row.stage == STAGE), default=len(rows))
    return (*rows[:behind], total, *rows[behind:])


def _summary(
    told: Sequence[Reply],
    summed: Sequence[SurveyResult],
    changes: Sequence[Influence],
    statements: Sequence[SwotLine],
    card: Card,
) -> list[str]:
    if not told:
        return [_NO_ANSWERS]
    answers = counted(len(told), "ответ", "ответа", "ответов")
    people = counted(len({reply.person for reply in told}), "участника", "участников", "участников")
    said = [f"Учтено: {answers} {people}, вопросов с ответами – {len({row.code for row in summed} - {''})}."]
    shown = [row for row in changes if row.before is not None and not row.person_code]
    said += [_change(shown[0])] if shown else [_NOTHING_TO_COMPARE]
    if card.points is not None:
        said.append(f"Карта куратора: {number_text(card.points, 1)} из {card.whole}, уровень {card.level}.")
    if statements:
        said.append(f"В SWOT суждений – {len(statements)}. Поставьте вес тем, что важнее.")
    return said


def _change(row: Influence) -> str:
    whom = ", ".join(filter(None, (row.scope, row.form)))
    marks = f"{number_text(row.before or 0)} → {number_text(row.after or 0)}"
    return f"До и после – {whom} ({row.n}): средняя оценка {marks}. {row.verdict}"

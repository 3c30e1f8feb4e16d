"""What each section of the report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text, fold, number_text, tidy
from mentoring_xl.documents.paper import Gap, Grid, Item, Items, Text
from mentoring_xl.monitoring.influence import EVERYBODY
from mentoring_xl.schema.charts import CHANGE, COVERAGE, PLAN, STATES, TARGETS
from mentoring_xl.schema.choices import SWOT_SIDES
from mentoring_xl.schema.tables import Question, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from mentoring_xl.documents.paper import Block
    from mentoring_xl.schema.charts import Chart
    from mentoring_xl.schema.tables import Indicator, Influence

    from .basis import Basis

_INDICATORS = ("№", "Показатель", "Часть", "Целое", "Значение, %", "Цель, %", "Состояние")
_CHANGES = ("Кто и что", "Ответили", "До", "После", "Стало лучше, %", "Вывод")
_SWOT = ("Суждение", "Названо раз", "Вес", "Что с этим делать")
_HAPPY = {"HAPPY-MENTEES": "наставляемых", "HAPPY-MENTORS": "наставников"}
_MOST_OF_A_SIDE, _MOST_STEPS = 5, 5


def _done(found: Basis) -> Iterator[Block]:
    rows = counted(found.count("мероприятий"), "строка", "строки", "строк")
    yield Text(
        f"В дорожной карте {rows} для исполнения: выполнено {found.count('выполнено')}, "
        f"просрочено {found.count('просрочено')}."
    )
    meetings = counted(found.count("встреч проведено"), "встреча", "встречи", "встреч")
    yield Text(
        f"В журнале пар {meetings} с датой проведения. Программ идёт {found.count('программ идет')}, "
        f"завершено {found.count('программ завершено')}, готовится {found.count('программ готовится')}."
    )
    yield from _picture(found, PLAN)


def _coverage(found: Basis) -> Iterator[Block]:
    mentees = counted(found.count("наставляемых"), "наставляемый", "наставляемых", "наставляемых")
    mentors = counted(found.count("наставников"), "наставник", "наставника", "наставников")
    yield Text(f"В программе {mentees} и {mentors}, работающих пар и групп – {found.count('пар')}. {_waiting(found)}")
    yield from _picture(found, COVERAGE)
    yield from _picture(found, TARGETS)
    valued = [row for row in found.monitored.indicators if row.percent is not None]
    if valued:
        rows = tuple((str(number), *_indicator(row)) for number, row in enumerate(valued, 1))
        yield Gap()
        yield Text("Показатели программы:", indent=False, close=True)
        yield Grid(_INDICATORS, rows, (0.06, 0.34, 0.1, 0.1, 0.13, 0.1, 0.17))


def _waiting(found: Basis) -> str:
    proposed, alone = found.count("пара предложена"), found.count("без пары")
    said = (
        f"Пара предложена, но ещё не согласована, – у {proposed}." if proposed else "",
        f"Без пары {alone}: поиск продолжается." if alone else "",
    )
    return " ".join(filter(None, said)) or "Без пары никого нет."


def _satisfaction(found: Basis) -> Iterator[Block]:
    rows = {row.code: row for row in found.monitored.indicators}
    said = [_happiness(whom, row) for code, whom in _HAPPY.items() if (row := rows.get(code)) and row.answered]
    for sentence in said or ("После программы пока никто не ответил.",):
        yield Text(sentence)
    card = rows.get("CARD")
    if card and card.part is not None:
        points = f"{number_text(card.part, 1)} из {number_text(card.whole or 0)}"
        yield Text(f"Карта куратора: {points} баллов, {card.state}.")


def _happiness(whom: str, row: Indicator) -> str:
    answered = f"ответили {row.answered} из {row.asked}"
    if row.percent is None:
        return f"Удовлетворённость {whom} не показывается: {answered}, нужно не меньше трёх."
    part = f"{number_text(row.part or 0)} из {number_text(row.whole or 0)}"
    return f"Удовлетворённость {whom} – {_percent(row.percent)} ({part}); {answered}."


def _change(found: Basis) -> Iterator[Block]:
    shown = (row for row in found.influence if row.before is not None and not row.person_code)
    measures = {fold(question.measure) for question in found.current[Question] if question.effect}
    rows = tuple(compared for row in shown if (compared := _compared(row, measures)))
    if not rows:
        yield Text("Сравнить ответы «до» и «после» пока нельзя: нужны трое, кто ответил оба раза.")
        return
    yield Text("Сравниваются оценки одних и тех же участников: до программы и после неё.")
    yield from _picture(found, CHANGE)
    yield Gap()
    yield Grid(_CHANGES, rows, (0.26, 0.12, 0.08, 0.09, 0.12, 0.33), numbered=False)


def _compared(row: Influence, measures: Container[str]) -> tuple[str, ...]:
    """Return the cells of a whole group, or of a measure that the programme is meant to change; () of any other row."""
    scope = tidy(row.scope)
    if scope.startswith((EVERYBODY, *CHANGE.labels)):
        whom = ", ".join(filter(None, (scope, row.form)))
    elif fold(scope.partition(" (")[0]) in measures:
        whom = f"– {scope[:1].lower()}{scope[1:]}"
    else:
        return ()
    marks = ("" if mark is None else number_text(mark) for mark in (row.before, row.after, row.improved))
    return whom, str(row.n or ""), *marks, row.verdict


def _swot(found: Basis) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    for side in SWOT_SIDES.values:
        said = [row for row in found.swot if row.side == side][:_MOST_OF_A_SIDE]
        rows += [(f"{side[0].upper()}{side[1:]}",)] * bool(said)
        rows += [(tidy(row.statement), _number(row.said), _number(row.weight), tidy(row.note)) for row in said]
    if rows:
        yield Grid(_SWOT, tuple(rows), (0.45, 0.14, 0.09, 0.32), numbered=False, whole=True)
    else:
        yield Text("Суждений пока нет: проведите опрос SWOT или впишите их на лист «SWOT».")


def _life(found: Basis) -> Iterator[Block]:
    life = found.health
    if not life.begun:
        yield Text("Работающих пар пока нет.")
        return
    yield Text(
        f"Без первой встречи – {len(life.silent)}, с долгим перерывом – {len(life.idle)}, "
        f"расторгнуто до срока – {len(life.parted)}."
    )
    yield from _picture(found, STATES)


def _next(found: Basis) -> Iterator[Block]:
    items = (*_overdue(found), *_to_pairs(found), *_to_targets(found), *_coming(found))
    yield Items(tuple(map(Item, items or ("Продолжать работу по плану.",))), whole=True)


def _overdue(found: Basis) -> Iterator[str]:
    late = found.count("просрочено")
    if late:
        yield f"Выполнить просроченное по дорожной карте: {counted(late, 'строка', 'строки', 'строк')}."


def _to_pairs(found: Basis) -> Iterator[str]:
    alone, life = found.count("без пары"), found.health
    if proposed := found.count("пара предложена"):
        yield f"Согласовать предложенные пары: их ждёт {counted(proposed, 'участник', 'участника', 'участников')}."
    if alone:
        yield f"Найти наставника: без пары {counted(alone, 'участник', 'участника', 'участников')}."
    if life.silent:
        yield f"Провести первую встречу: её ждёт {counted(len(life.silent), 'пара', 'пары', 'пар')}."
    if life.idle:
        yield f"Возобновить встречи: долгий перерыв – {counted(len(life.idle), 'пара', 'пары', 'пар')}."


def _to_targets(found: Basis) -> Iterator[str]:
    for row in found.monitored.indicators:
        if row.percent is not None and row.target is not None and row.percent < row.target:
            now, target = _percent(row.percent), _percent(row.target)
            yield f"Поднять показатель «{tidy(row.title)}» до {target}: сейчас {now}."


def _coming(found: Basis) -> Iterator[str]:
    ahead = (step for step in found.current[Step] if step.ends and step.ends >= found.today and not step.done)
    for step in sorted(ahead, key=lambda step: step.ends or found.today)[:_MOST_STEPS]:
        yield f"До {date_text(step.ends or found.today)}: {tidy(step.title).rstrip('.')}."


def _picture(found: Basis, chart: Chart) -> Iterator[Block]:
    if chart.name in found.pictures:
        yield Gap()
        yield found.pictures[chart.name]


def _indicator(row: Indicator) -> tuple[str, ...]:
    numbers = (_number(value) for value in (row.part, row.whole, row.percent, row.target))
    return tidy(row.title), *numbers, row.state


def _number(value: float | None) -> str:
    return "" if value is None else number_text(value, 1)


def _percent(value: float) -> str:
    return f"{number_text(value, 1)}\N{NO-BREAK SPACE}%"


SECTIONS: Mapping[str, Callable[[Basis], Iterable[Block]]] = {
    "Что сделано": _done,
    "Охват": _coverage,
    "Удовлетворённость": _satisfaction,
    "До и после": _change,
    "Сильные и слабые стороны": _swot,
    "Как работают пары": _life,
    "Что дальше": _next,
}

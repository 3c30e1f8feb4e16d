"""What changed between «до» and «после» for everybody, for each group, measure and person: rows of «Влияние»."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, shortened
from mentoring_xl.schema.asking import SMALLEST_GROUP, items
from mentoring_xl.schema.choices import FORMS, ROLES
from mentoring_xl.schema.tables import Influence

from .chance import FEWEST_CHANGED, unlikely
from .deltas import deltas, scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mentoring_xl.schema.asking import Participant, Reply
    from mentoring_xl.schema.tables import Question

    from .deltas import Delta

EVERYBODY = "Все участники"
_GROUPS = dict(zip(ROLES.values, ("Наставляемые", "Наставники"), strict=True))
_TOO_FEW = "Меньше трёх участников: не показывается."
_FOR_CURATOR = Influence(
    scope="Дальше – отдельные участники", verdict="Только для куратора: совету показывайте строки выше этой."
)
_LONGEST = 80


@dataclass(frozen=True)
class _Line:
    """A row before it is told whether its gains could be chance. whole: of a group, not of one measure."""

    row: Influence
    gains: tuple[float, ...]
    whole: bool


def influence(
    questions: Sequence[Question], replies: Iterable[Reply], people: Mapping[str, Participant]
) -> tuple[Influence, ...]:
    """Return the rows of «Влияние»: everybody, each role and form with its measures, and below a row that says so each
    person.

    people: those of the banks by folded code. Rows of groups and persons are means of marks of 1–10, where less is
    better turned round (11 − mark). Of a group of fewer than three only the size is told; larger wholes leave it out,
    so that nobody finds it by subtraction.
    """
    found = deltas(questions, replies, people)
    groups: defaultdict[tuple[str, str], list[Delta]] = defaultdict(list)
    for delta in found:
        groups[delta.role, delta.form].append(delta)
    ordered = {key: groups[key] for key in sorted(groups, key=_place)}
    shown = {key: group for key, group in ordered.items() if len(scores(group)) >= SMALLEST_GROUP}
    labels = _labels(questions)
    lines = [*_wholes(shown)]
    for key, group in ordered.items():
        lines += _group(key, group, labels) if key in shown else [_hidden(key, group)]
    persons = tuple(_persons(found, people))
    return (*_told(lines), *([_FOR_CURATOR] if persons else []), *persons)


def _place(key: tuple[str, str]) -> tuple[int, int, str]:
    """Return where a role and form stand: as in the lists, forms of the school's own last."""
    role, form = key
    roles, forms = ROLES.values, FORMS.values
    return (
        roles.index(role) if role in roles else len(roles),
        forms.index(form) if form in forms else len(forms),
        form,
    )


def _labels(questions: Iterable[Question]) -> dict[str, str]:
    """Return what an item is called: its measure, else the question as it is asked after the programme."""
    given = tuple(questions)
    about = items(given)
    named = {about[code_key(question.code)]: question.text for question in given}
    named |= {about[code_key(question.code)]: question.measure for question in given if question.measure.strip()}
    return {item: shortened(text[:1].upper() + text[1:], _LONGEST) for item, text in named.items()}


def _wholes(shown: Mapping[tuple[str, str], Sequence[Delta]]) -> Iterator[_Line]:
    """Yield the line of everybody, and that of a role with several forms."""
    if len(shown) > 1:
        yield _line(EVERYBODY, scores(delta for group in shown.values() for delta in group).values())
    for role in ROLES.values:
        forms = [group for (one, _), group in shown.items() if one == role]
        if len(forms) > 1:
            marks = scores(delta for group in forms for delta in group).values()
            yield _line(f"{_GROUPS[role]}, все формы", marks, role=role)


def _group(key: tuple[str, str], group: Sequence[Delta], labels: Mapping[str, str]) -> Iterator[_Line]:
    """Yield the line of a role in a form and those of its measures, which at least three have answered."""
    role, form = key
    yield _line(_GROUPS.get(role, role), scores(group).values(), role=role, form=form)
    by_item: defaultdict[str, list[Delta]] = defaultdict(list)
    for delta in group:
        by_item[delta.item].append(delta)
    for item, found in by_item.items():
        if len(found) >= SMALLEST_GROUP:
            lower = found[0].lower
            scope = f"{labels[item]} (лучше, когда меньше)" if lower else labels[item]
            marks = [(delta.before, delta.after) for delta in found]
            yield _line(scope, marks, role=role, form=form, lower=lower, whole=False)


def _hidden(key: tuple[str, str], group: Iterable[Delta]) -> _Line:
    role, form = key
    n = len({delta.person for delta in group})
    return _Line(Influence(scope=_GROUPS.get(role, role), role=role, form=form, n=n, verdict=_TOO_FEW), (), whole=True)


def _line(
    scope: str,
    marks: Iterable[tuple[float, float]],
    *,
    role: str = "",
    form: str = "",
    lower: bool = False,
    whole: bool = True,
) -> _Line:
    found = tuple(marks)
    gains = tuple(round(before - after if lower else after - before, 9) for before, after in found)
    return _Line(_with_figures(Influence(scope=scope, role=role, form=form), found, gains), gains, whole)


def _with_figures(row: Influence, marks: Sequence[tuple[float, float]], gains: Sequence[float]) -> Influence:
    improved = round(sum(gain > 0 for gain in gains) / len(gains) * 100, 1)
    row = row.but(n=len(gains), improved=improved)
    if not marks:
        return row
    before, after = fmean(before for before, _ in marks), fmean(after for _, after in marks)
    return row.but(before=round(before, 2), after=round(after, 2), change=round(after - before, 2))


def _told(lines: Sequence[_Line]) -> Iterator[Influence]:
    """Yield the rows with what they mean; wholes are tested for chance on their own, the many measures together."""
    found: dict[bool, Iterator[bool | None]] = {
        whole: iter(unlikely([line.gains for line in lines if line.whole is whole])) for whole in (True, False)
    }
    for line in lines:
        unlikely_chance = next(found[line.whole])
        yield line.row if line.row.verdict else line.row.but(verdict=_verdict(line.gains, unlikely_chance))


def _verdict(gains: Sequence[float], unlikely_chance: bool | None) -> str:
    changed, gain = sum(map(bool, gains)), fmean(gains)
    if not changed:
        return "Без изменений."
    turn = "Стало лучше" if gain > 0 else "Стало хуже" if gain < 0 else "В среднем так же"
    if unlikely_chance is None:
        return f"{turn}; для вывода мало: изменилось у {changed}, нужно у {FEWEST_CHANGED}."
    if not unlikely_chance:
        return f"{turn}, но это может быть случайностью."
    return f"{turn}; изменение вряд ли случайно." + (" Разберите причины." if gain < 0 else "")


def _persons(found: Iterable[Delta], people: Mapping[str, Participant]) -> Iterator[Influence]:
    by_person: defaultdict[str, list[Delta]] = defaultdict(list)
    for delta in found:
        by_person[delta.person].append(delta)
    for person, own in by_person.items():
        known = people.get(person)
        gains = [delta.gain for delta in own]
        better, worse = sum(gain > 0 for gain in gains), sum(gain < 0 for gain in gains)
        row = Influence(
            scope=(known.name or known.code) if known else person,
            role=own[0].role,
            form=own[0].form,
            person_code=known.code if known else person,
            verdict=f"Лучше: {better}, хуже: {worse}, без перемен: {len(gains) - better - worse}.",
        )
        yield _with_figures(row, tuple(scores(own).values()), gains)

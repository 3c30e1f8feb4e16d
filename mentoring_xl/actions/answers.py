"""«Загрузить ответы»: the forms of a file laid into «Анкеты» or «Предпочтения», what is doubtful into two lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import fold, shortened, split_list
from mentoring_xl.schema.choices import ROLES, STAFF_ROLES, SURVEY_STAGES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Answer, Employee, Mentee, Mentor, Preference, Question, Respondent, Setting
from mentoring_xl.surveys.importing import report
from mentoring_xl.surveys.importing.doubts import Doubts, told
from mentoring_xl.surveys.importing.forms import forms_of
from mentoring_xl.surveys.importing.laying import Given, laid
from mentoring_xl.surveys.importing.people import People
from mentoring_xl.surveys.importing.persons import NOBODY, members, with_staff
from mentoring_xl.surveys.importing.preferring import choices_of, preferred
from mentoring_xl.surveys.importing.remembering import remembered
from mentoring_xl.surveys.importing.respondents import Respondents
from mentoring_xl.surveys.importing.twins import Twins

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.surveys.importing.forms import Form
    from mentoring_xl.surveys.importing.persons import Person
    from mentoring_xl.surveys.importing.understanding import Understood

_PREFERENCES, _CARD, _SWOT = SURVEY_STAGES.values[3:]
_CURATOR = STAFF_ROLES.values[2]
_ADDS = "добавляется"
_NO_FILE = "Файл не выбран. Выберите файл с ответами и повторите."
_NOTHING = "Новых ответов в файле нет."
_SHOWN, _LONGEST = 3, 50

_Owned = list[tuple["Person", "Form"]]


@dataclass(frozen=True)
class _Laid:
    """What a file came to. said: sentences about what is written; doubts: what a person has to look at."""

    edits: tuple[Edit, ...]
    said: tuple[str, ...]
    doubts: Doubts


def import_answers(
    tables: Tables, today: dt.date, progress: Progress = quiet, *, plan: Understood | None = None
) -> Outcome:
    """Lay the forms of a file that was read and understood into the book.

    Answers of those who are known for sure are taken; the signatures of others come to «Кто ответил», the columns with
    their questions to «Столбцы анкет». Loading the same file again changes nothing. Reads the tables of the button.
    """
    if plan is None:
        return Outcome(summary=(_NO_FILE,))
    progress("Ответы", 0, 1)
    done = _laid(tables, today, plan)
    doubts = (*told(done.doubts), *_repeated(plan.repeated), *_strange(plan.strange))
    summary = (report.read(plan), *report.of_several(plan), *done.said, *doubts)
    return Outcome((*done.edits, *remembered(plan)), summary=summary)


def doubts_of(tables: Tables, today: dt.date, plan: Understood) -> Doubts:
    """Return what loading the file would leave to a person. Reads the tables of the button."""
    return _laid(tables, today, plan).doubts


def _laid(tables: Tables, today: dt.date, plan: Understood) -> _Laid:
    forms = forms_of(plan)
    known = Respondents(tables[Respondent], today)
    people = People(_persons(tables, plan))
    unsigned = tuple(form for form in forms if not form.signature.written)
    nameless = _of_unsigned(tables, plan)
    whose = {
        form.number: known.who(form.signature, people, plan.role, form.number)[:1]
        if form.signature.written
        else nameless
        for form in forms
    }
    owned = [(person, form) for form in forms for person in whose[form.number]]
    lay = _preferences if plan.stage == _PREFERENCES else _answers
    done = lay(tables, owned, known)
    edits = (*done.edits, Rewrite(Respondent, known.rows())) if known.rows() != tables[Respondent] else done.edits
    left = () if nameless else tuple(form.number for form in unsigned)
    taken = _taken(unsigned, nameless[0]) if unsigned and nameless else ()
    return _Laid(edits, (*done.said, *taken), replace(done.doubts, unsigned=left, unknown=known.doubtful))


def _of_unsigned(tables: Tables, plan: Understood) -> tuple[Person, ...]:
    """Return whose unsigned forms are: opinions for SWOT are nobody's, the card is the curator's where there is one."""
    if plan.stage == _SWOT:
        return (NOBODY,)
    curators = [row for row in tables[Employee] if fold(_CURATOR) in map(fold, split_list(row.role))]
    if plan.stage != _CARD or len(curators) != 1:
        return ()
    return tuple(person for person in with_staff(curators, (), ()) if person.code)


def _taken(unsigned: Sequence[Form], person: Person) -> tuple[str, ...]:
    whose = f"их автор – куратор, {person.code}" if person.code else "они загружены без имён"
    return (f"Анкет без подписи: {len(unsigned)}, {whose}.",)


def _persons(tables: Tables, plan: Understood) -> tuple[Person, ...]:
    if plan.stage in {_CARD, _SWOT}:
        return with_staff(tables[Employee], tables[Mentee], tables[Mentor])
    return members(tables[Mentee], tables[Mentor], plan.role)


def _answers(tables: Tables, owned: _Owned, known: Respondents) -> _Laid:
    twins = Twins(tables[Question])
    given = [
        Given(person, twins.of(said, person), form.day, form.number) for person, form in owned for said in form.answers
    ]
    adds = _adds(tables)
    done = laid(tables[Answer], given, adds=adds)
    twice = dict.fromkeys((early.person.code, early.line, late.line) for early, late in done.twice)
    said = (
        f"Новых ответов: {done.new}, заменено: {done.changed}." if done.new or done.changed else _NOTHING,
        *([f"Ответов старше записанных: {done.older}, они не загружены."] if done.older else []),
    )
    return _Laid(done.edits, said, Doubts(twice=() if adds else tuple(twice), unfit=done.unfit))


def _preferences(tables: Tables, owned: _Owned, known: Respondents) -> _Laid:
    sides = {role: People(members(tables[Mentee], tables[Mentor], role)) for role in ROLES.values}
    chosen = []
    last: dict[str, int] = {}
    twice: list[tuple[str, int, int]] = []
    for person, form in owned:
        other = next(role for role in ROLES.values if role != person.role)
        choices = choices_of(form, sides[other], other, known)
        if choices:
            chosen.append((person, form.day, choices))
            twice += [(person.code, last[person.code], form.number)] if person.code in last else []
            last[person.code] = form.number
    done = preferred(tables[Preference], chosen, adds=_adds(tables))
    replaced = f", заменено – {done.replaced}" if done.replaced else ""
    differing = ", ".join(done.differing)
    said = (
        f"Предпочтений: новых – {done.new}, дополнено – {done.filled}{replaced}." if done.edits else _NOTHING,
        *([f"В книге другой выбор, он не изменён: {differing}. Сравните с файлом."] if differing else []),
    )
    return _Laid(done.edits, said, Doubts(twice=tuple(twice)))


def _adds(tables: Tables) -> bool:
    """Tell whether a second answer is kept beside the first."""
    return fold(Settings(tables[Setting]).text("survey_again")) == _ADDS


def _repeated(heads: Sequence[str]) -> Iterator[str]:
    if heads:
        named = ", ".join(f"«{shortened(head, _LONGEST)}»" for head in heads[:_SHOWN])
        yield f"Один вопрос стоит в файле дважды, взят первый столбец: {named}. Удалите лишний столбец и повторите."


def _strange(heads: Sequence[str]) -> Iterator[str]:
    if heads:
        named = ", ".join(f"«{shortened(head, _LONGEST)}»" for head in heads[:_SHOWN])
        more = " и другие" if len(heads) > _SHOWN else ""
        yield (
            f"Столбцов с чужими вопросами: {len(heads)} – {named}{more}. Если вопрос ваш, впишите его код на лист "
            "«Столбцы анкет» и загрузите файл ещё раз."
        )

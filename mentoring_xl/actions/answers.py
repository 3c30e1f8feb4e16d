"""«Загрузить ответы»: the forms of a file laid into «Анкеты» or «Предпочтения», what is doubtful into two lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted, fold, shortened
from mentoring_xl.schema.choices import ROLES, SURVEY_STAGES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Answer, Employee, Mentee, Mentor, Preference, Question, Respondent, Setting
from mentoring_xl.surveys.importing import report
from mentoring_xl.surveys.importing.forms import forms_of
from mentoring_xl.surveys.importing.laying import Given, laid
from mentoring_xl.surveys.importing.people import People
from mentoring_xl.surveys.importing.persons import members, with_staff
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

_PREFERENCES, *_OF_STAFF = SURVEY_STAGES.values[3:]
_ADDS = "добавляется"
_NO_FILE = "Файл не выбран. Выберите файл с ответами и повторите."
_NOTHING = "Новых ответов в файле нет."
_SHOWN, _LONGEST = 3, 50

_Owned = list[tuple["Person", "Form"]]


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
    forms = forms_of(plan)
    signed = [form for form in forms if form.signature.written]
    known = Respondents(tables[Respondent], today)
    people = People(_persons(tables, plan))
    owned = [(person, form) for form in signed for person in known.who(form.signature, people, plan.role)[:1]]
    wishes = plan.stage == _PREFERENCES
    edits, said = _preferences(tables, owned, known) if wishes else _answers(tables, owned)
    if known.rows() != tables[Respondent]:
        edits = (*edits, Rewrite(Respondent, known.rows()))
    doubts = (*_unsigned(len(forms) - len(signed)), *_doubtful(len(known.doubtful)), *_strange(plan.strange))
    return Outcome((*edits, *remembered(plan)), summary=(report.read(plan), *said, *doubts))


def _persons(tables: Tables, plan: Understood) -> tuple[Person, ...]:
    if plan.stage in _OF_STAFF:
        return with_staff(tables[Employee], tables[Mentee], tables[Mentor])
    return members(tables[Mentee], tables[Mentor], plan.role)


def _answers(tables: Tables, owned: _Owned) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    twins = Twins(tables[Question])
    given = [Given(person, twins.of(said, person), form.day) for person, form in owned for said in form.answers]
    adds = fold(Settings(tables[Setting]).text("survey_again")) == _ADDS
    done = laid(tables[Answer], given, adds=adds)
    unfit = sum(not one.said.fits for one in given)
    said = (
        f"Новых ответов: {done.new}, заменено: {done.changed}." if done.new or done.changed else _NOTHING,
        *([f"Ответов старше записанных: {done.older}, они не загружены."] if done.older else []),
        *([f"Не подходят к своим вопросам: {_counted_answers(unfit)}. Нажмите «Проверить людей»."] if unfit else []),
    )
    return done.edits, said


def _preferences(tables: Tables, owned: _Owned, known: Respondents) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    sides = {role: People(members(tables[Mentee], tables[Mentor], role)) for role in ROLES.values}
    chosen = []
    for person, form in owned:
        other = next(role for role in ROLES.values if role != person.role)
        chosen.append((person, form.day, choices_of(form, sides[other], other, known)))
    done = preferred(tables[Preference], [choice for choice in chosen if choice[2]])
    differing = ", ".join(done.differing)
    return done.edits, (
        f"Предпочтений: новых – {done.new}, дополнено – {done.filled}." if done.edits else _NOTHING,
        *([f"В книге другой выбор, он не изменён: {differing}. Сравните с файлом."] if differing else []),
    )


def _unsigned(count: int) -> Iterator[str]:
    if count:
        yield f"Анкет без подписи: {count}, они не загружены. Добавьте в форму вопрос «ФИО» или «Код участника»."


def _doubtful(count: int) -> Iterator[str]:
    if count:
        sheet = Respondent.spec.sheet
        yield f"Не узнано имён: {count}. Впишите коды на лист «{sheet}» и загрузите файл ещё раз."


def _strange(heads: Sequence[str]) -> Iterator[str]:
    if heads:
        named = ", ".join(f"«{shortened(head, _LONGEST)}»" for head in heads[:_SHOWN])
        more = " и другие" if len(heads) > _SHOWN else ""
        yield (
            f"Столбцов с чужими вопросами: {len(heads)} – {named}{more}. Если вопрос ваш, впишите его код на лист "
            "«Столбцы анкет» и загрузите файл ещё раз."
        )


def _counted_answers(count: int) -> str:
    return counted(count, "ответ", "ответа", "ответов")

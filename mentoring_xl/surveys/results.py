"""What the questionnaires came to, question by question, as rows of «Итоги анкет»; small groups are hidden."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, fold, number_text, shortened
from mentoring_xl.schema.asking import SMALLEST_GROUP
from mentoring_xl.schema.choices import SURVEY_STAGES
from mentoring_xl.schema.tables import SurveyResult

from .answers import MANY, NUMERIC, SCALE, YES_NO, kind, options
from .asked import counts_asked, who_was_asked
from .nameless import HIDDEN
from .twice import LESS_IS_BETTER, compared, less_is_better

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from mentoring_xl.schema.asking import Participant, Reply
    from mentoring_xl.schema.tables import Question

ALL, TOO_FEW = "все", "меньше трёх ответов: скрыто"
_PREFERENCES, _CARD = SURVEY_STAGES.values[3:5]
_TOP, _MOST_TEXTS, _LONGEST = 9, 40, 300
_FIRM = "\N{NO-BREAK SPACE}"


def results(
    questions: Sequence[Question],
    replies: Sequence[Reply],
    people: Mapping[str, Participant],
    hide: Callable[[str], str],
    sent: Iterable[tuple[Question, str]] = (),
) -> tuple[SurveyResult, ...]:
    """Return a row per question that was answered, in the order of `questions`, and below it those by role and form.

    people: those of the banks by folded code. hide: takes names out of open answers. Of groups of fewer than three only
    the size is told, except on the curator's card, which is no secret; nor is a group shown that would give away such
    a one. Preferences are only counted: they are names. sent: questions and folded codes of those who answered them,
    readably or not.
    """
    if not replies:
        return ()
    given = {str(code): answers for code, answers in _frame(replies, people).groupby("code")}
    counted = {code_key(reply.question.code): reply.question for reply in replies}
    answered = [question for question in questions if counted.get(code_key(question.code)) is question]
    senders = (*sent, *((reply.question, reply.person) for reply in replies))
    asked = who_was_asked(answered, people, senders)
    changes = compared(questions, replies)
    found = []
    for question in answered:
        own = asked[question.code] if counts_asked(question) else None
        whole, *parts = _rows(question, given[code_key(question.code)], people, own, hide)
        found += [whole.but(**changes.get(code_key(question.code), {})), *parts]
    return tuple(found)


def _rows(
    question: Question,
    answers: pd.DataFrame,
    people: Mapping[str, Participant],
    asked: Collection[str] | None,
    hide: Callable[[str], str],
) -> Iterator[SurveyResult]:
    """Yield the row of all who answered, then those of the groups that may be shown."""
    whole = {"role": question.role or ALL, "form": question.form or ALL}
    yield _row(question, answers, asked, hide, **whole)
    for by in whole:
        for name, part in _parts(answers, by):
            meant = asked and {
                *part["person"],
                *(code for code in asked if code in people and getattr(people[code], by) == name),
            }
            yield _row(question, part, meant, hide, **{**whole, by: name})


def _frame(replies: Iterable[Reply], people: Mapping[str, Participant]) -> pd.DataFrame:
    """Return a row per answer: code of the question, person, his role and form, what he answered."""
    import pandas as pd

    rows = []
    for reply in replies:
        person = people.get(reply.person)
        role, form = (person.role, person.form) if person else (reply.question.role, reply.question.form)
        rows.append((code_key(reply.question.code), reply.person, role, form, reply.value))
    return pd.DataFrame(rows, columns=["code", "person", "role", "form", "answer"])


def _parts(answers: pd.DataFrame, by: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the groups of a column that may be shown: the rest is nobody or three at least."""
    names = [str(name) for name in sorted(answers[by].unique()) if name]
    if len(names) < 2:
        return
    groups = {name: answers[answers[by] == name] for name in names}
    shown = sorted(
        (name for name, part in groups.items() if len(part) >= SMALLEST_GROUP), key=lambda n: -len(groups[n])
    )
    while shown and 0 < len(answers) - sum(len(groups[name]) for name in shown) < SMALLEST_GROUP:
        shown.pop()
    for name, part in groups.items():
        if name in shown:
            yield name, part


def _row(
    question: Question,
    answers: pd.DataFrame,
    asked: Iterable[str] | None,
    hide: Callable[[str], str],
    *,
    role: str,
    form: str,
) -> SurveyResult:
    n, of = len(answers), None if asked is None else len(set(asked))
    row = SurveyResult(
        code=question.code,
        form=form,
        role=role,
        stage=question.stage,
        question=f"{question.text}{LESS_IS_BETTER}" if less_is_better(question) else question.text,
        n=n,
        asked=of,
        response=_percent(n, of) if of else None,
    )
    if question.stage == _PREFERENCES:
        return row
    if n < SMALLEST_GROUP and question.stage != _CARD:
        return row.but(spread=TOO_FEW)
    if kind(question) in NUMERIC:
        return row.but(**_marks(question, answers))
    if kind(question) == MANY or kind(question) == YES_NO or options(question):
        return row.but(spread=_chosen(question, answers))
    return row.but(texts=_open_answers(answers["answer"], hide))


def _marks(question: Question, answers: pd.DataFrame) -> dict[str, object]:
    marks = answers["answer"].astype(float)
    counts = marks.value_counts().sort_index()
    return {
        "mean": round(float(marks.mean()), 2),
        "median": round(float(marks.median()), 2),
        "top": round(float((marks >= _TOP).mean()) * 100, 1) if kind(question) == SCALE else None,
        "spread": "; ".join(f"{number_text(mark)}:{_FIRM}{count}" for mark, count in counts.items()),
    }


def _chosen(question: Question, answers: pd.DataFrame) -> str:
    picked = answers["answer"].str.split("; ").explode() if kind(question) == MANY else answers["answer"]
    counts = picked.value_counts()
    listed = ("да", "нет") if kind(question) == YES_NO else options(question) or tuple(counts.index)
    return "; ".join(
        f"{option}:{_FIRM}{counts.get(option, 0)}{_FIRM}({_percent(counts.get(option, 0), len(answers)):.0f}{_FIRM}%)"
        for option in listed
    )


def _open_answers(answers: Iterable[str], hide: Callable[[str], str]) -> str:
    """Return the answers without names, each once on a line; the most frequent first: their order tells nobody.

    A full stop at the end makes no other answer.
    """
    told = [shortened(text, _LONGEST) for text in map(hide, answers) if text.strip(f"{HIDDEN} .,!")]
    wordings: dict[str, str] = {}
    for text in sorted(told, key=lambda text: (text.endswith("."), text)):
        wordings.setdefault(_same(text), text)
    counts = Counter(map(_same, told))
    lines = [
        wordings[key] if count == 1 else f"{wordings[key]} ({count})"
        for key, count in sorted(counts.items(), key=lambda found: (-found[1], found[0]))
    ]
    rest = [f"… и ещё {len(lines) - _MOST_TEXTS}"] if len(lines) > _MOST_TEXTS else []
    return "\n".join(lines[:_MOST_TEXTS] + rest)


def _same(text: str) -> str:
    return fold(text).rstrip(" .!")


def _percent(part: int, whole: int) -> float:
    return round(part / whole * 100, 1)

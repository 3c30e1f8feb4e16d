"""What one answer says: each type of question reads its cell in its own way."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.grid import as_flag, as_number
from mentoring_xl.core.text import code_key, fold, split_codes, split_list, tidy
from mentoring_xl.schema.asking import Reply
from mentoring_xl.schema.choices import ANSWER_TYPES, SURVEY_STAGES
from mentoring_xl.schema.findings.surveys import P601, P602
from mentoring_xl.schema.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.table import Row
    from mentoring_xl.schema.tables import Question

SCALE, YES_NO, TEXT, FREQUENCY, POINTS, COUNT, MANY = ANSWER_TYPES.values
FREQUENCIES = ("очень часто", "часто", "редко", "1–2 раза", "никогда")
NUMERIC = frozenset({SCALE, POINTS, COUNT})

_SWOT = SURVEY_STAGES.values[5]
_MOST = 1_000_000
_NO_ANSWER = frozenset({"", "нет ответа", "без ответа", "прочерк"})
_DASHES = " -‐‑‒–—−_.…*"
_ASKED_ONCE = frozenset({"до", "после"})
_EXPECTED = {
    SCALE: "число от 1 до 10",
    YES_NO: "«да» или «нет»",
    POINTS: "0, 1 или 2",
    COUNT: "число цифрами, от 0 до 1 000 000",
}


def _loose(text: str) -> str:
    return fold(text).replace("–", "-").replace("—", "-").replace(" ", "")


_KINDS = {_loose(kind): kind for kind in ANSWER_TYPES.values}


def value(question: Question, text: str) -> float | str | None:
    """Read an answer: a number for NUMERIC kinds, «да»/«нет», an option as the question writes it, or free text.

    Several options come in the order of the question, divided by «; ». None when the text is blank or does not fit the
    question; a question of an unknown kind takes free text.
    """
    match kind(question):
        case "1–10":
            return _number(text, 1, 10)
        case "0–2":
            return _whole(text, 2)
        case "число":
            return _number(text, 0, _MOST)
        case "да/нет":
            flag = as_flag(text) if tidy(text) else None
            return None if flag is None else "да" if flag else "нет"
        case "несколько":
            return "; ".join(chosen(question, text) or ()) or None
        case _:
            known = {_loose(option): option for option in options(question)}
            return known.get(_loose(text)) if known else tidy(text) or None


def unanswered(question: Question | None, text: str) -> bool:
    """Tell whether a cell is blank or has what people put in place of an answer: a dash, dots, «нет ответа».

    A dash is an answer where «да» or «нет» is asked for.
    """
    if not _says_nothing(text):
        return False
    return not (tidy(text) and question is not None and kind(question) == YES_NO and as_flag(text) is not None)


@lru_cache(maxsize=4_096)
def _says_nothing(text: str) -> bool:
    return fold(text).strip(_DASHES) in _NO_ANSWER


def kind(question: Question) -> str:
    """Return the question's type as ANSWER_TYPES writes it, however the dash and the case are typed."""
    return _KINDS.get(_loose(question.kind), TEXT)


def options(question: Question) -> tuple[str, ...]:
    """Return what may be chosen, () when the answer is free; options are divided by «;» and may contain commas."""
    own = tuple(part for part in (tidy(piece) for piece in question.options.split(";")) if part)
    return own or (FREQUENCIES if kind(question) == FREQUENCY else ())


def chosen(question: Question, text: str) -> tuple[str, ...] | None:
    """Return what was chosen of several: options in the order of the question, each once; parts of a free answer.

    The parts are divided by «;», line breaks or commas, which an option may contain. None when a part is no option.
    """
    listed = options(question)
    if not listed:
        return tuple(dict.fromkeys(split_list(text)))
    known = {code_key(option): option for option in listed}
    found = {known.get(code_key(part)) for part in split_codes(text, known.keys())}
    return None if None in found else tuple(option for option in listed if option in found)


def counted_answers(questions: Mapping[str, Question], answers: Iterable[Answer]) -> dict[tuple[str, str], Answer]:
    """Return (folded question code, folded person code) → the answer that counts: the last by date, else the lowest.

    questions: by folded code. Blank answers are passed over; answers of nobody are each their own person.
    """
    given = [answer for answer in answers if not _is_blank(questions, answer)]
    return {_owner(answer, at): answer for at, answer in _by_date(given)}


def replies(questions: Iterable[Question], answers: Iterable[Answer]) -> tuple[Reply, ...]:
    """Return the answers that count and fit their question, in the order of the days they were given on."""
    by_code = {code_key(question.code): question for question in questions}
    found = []
    for (code, person), answer in counted_answers(by_code, answers).items():
        question = by_code.get(code) if code else None
        said = value(question, answer.answer) if question else None
        if question and said is not None:
            found.append(Reply(question, person, said, answer))
    return tuple(found)


def unsigned(questions: Iterable[Question]) -> Callable[[Row, str], bool]:
    """Return what tells whether a cell of «Анкеты» may be blank: the author of an opinion for SWOT."""
    codes = {code_key(question.code) for question in questions if question.stage == _SWOT}
    return lambda row, field: (
        field == "person_code" and isinstance(row, Answer) and code_key(row.question_code) in codes
    )


def sent(questions: Iterable[Question], answers: Iterable[Answer]) -> Iterator[tuple[Question, str]]:
    """Yield the questions that were answered, whether or not the answer fits, each with who answered, folded."""
    by_code = {code_key(question.code): question for question in questions}
    for code, person in counted_answers(by_code, answers):
        if code in by_code:
            yield by_code[code], person


def misfits(questions: Iterable[Question], answers: Iterable[Answer]) -> Iterator[Finding]:
    """Yield P601 at each answer that does not fit its question, P602 where the same person answers it once more.

    Only «до» and «после» are asked once; other questionnaires may be answered again on another day.
    """
    by_code = {code_key(question.code): question for question in questions}
    given = tuple(answer for answer in answers if not _is_blank(by_code, answer))
    last = counted_answers(by_code, given)
    for at, answer in enumerate(given):
        question = by_code.get(code_key(answer.question_code))
        if question is None:
            continue
        if value(question, answer.answer) is None:
            yield P601.at(answer.cell("answer"), text=tidy(answer.answer), expected=_expected(question))
        counts = last[_owner(answer, at)]
        once = question.stage in _ASKED_ONCE or counts.answered == answer.answered
        if counts is not answer and once:
            yield P602.at(answer.cell("question_code"), other=counts.cell("answer"))


def _is_blank(questions: Mapping[str, Question], answer: Answer) -> bool:
    return unanswered(questions.get(code_key(answer.question_code)), answer.answer)


def _by_date(given: Iterable[Answer]) -> list[tuple[int, Answer]]:
    return sorted(enumerate(given), key=lambda pair: pair[1].answered or dt.date.min)


def _owner(answer: Answer, at: int) -> tuple[str, str]:
    return code_key(answer.question_code), code_key(answer.person_code) or f"строка {at}"


def _expected(question: Question) -> str:
    listed = ", ".join(f"«{option}»" for option in options(question))
    several = "один или несколько" if kind(question) == MANY else "один"
    return f"{several} из ответов: {listed}" if listed else _EXPECTED[kind(question)]


def _number(text: str, low: float, high: float) -> float | None:
    number = as_number(text)
    return number if number is not None and low <= number <= high else None


def _whole(text: str, high: float) -> float | None:
    number = _number(text, 0, high)
    return number if number is not None and number.is_integer() else None

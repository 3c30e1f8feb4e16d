"""The papers about the work of pairs, made from the tables: programmes, minutes, training, letters, reports."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import code_key, fold, tidy
from mentoring_xl.documents import Slot
from mentoring_xl.documents.events.letters import letter
from mentoring_xl.documents.events.minutes import Choice, Gathering, minutes
from mentoring_xl.documents.events.reports import director_note, news, yearly_report
from mentoring_xl.documents.events.training import training_plan
from mentoring_xl.documents.orders.texts import doubtful
from mentoring_xl.documents.programmes.paper import Course, Side, programme_paper
from mentoring_xl.documents.programmes.texts import unknown_words
from mentoring_xl.schema.choices import EVENT_KINDS
from mentoring_xl.schema.tables import (
    Event,
    Meeting,
    Pair,
    PaperText,
    Preference,
    Programme,
    Training,
)
from mentoring_xl.schema.texts_consents import KINDS as CONSENTS
from mentoring_xl.schema.texts_letter import DIRECTOR_LETTER
from mentoring_xl.schema.texts_programmes import (
    DIRECTOR_NOTE,
    LETTER,
    MINUTES,
    NEWS,
    PROGRAMME,
    REPORT,
    TRAINING,
    YEARLY,
    kind_of,
)

from .addressees import addressed, published, thanked
from .consents import WORDS as CONSENT_WORDS
from .consents import consent_texts
from .couples import codes_of, known_codes, listed_codes
from .covering import WORDS as COVERING_WORDS
from .current import as_of
from .desk import Desk
from .figures import figures, filled_indicators, late_with_responsible
from .ordering.checks import check_names
from .ordering.ledger import about, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Paper
    from mentoring_xl.documents.wording import Slots
    from mentoring_xl.people.members import Person as Member

GROUP_MEETING = EVENT_KINDS.values[1]


def programme_papers(tables: Tables, today: dt.date) -> tuple[Paper, ...]:
    """Return the programmes of «Программы», a paper for each row that names a pair, in sheet order."""
    desk = Desk(tables, today)
    texts, report = desk.written(PROGRAMME), desk.written(REPORT)
    known = known_codes(tables[Pair])
    meetings = [(meeting, codes_of(meeting.pair_code, known)) for meeting in rows(tables, Meeting)]
    papers = []
    for row in rows(tables, Programme):
        codes = listed_codes(row.pair_code, known)
        if codes:
            mentees, mentors = _sides(codes, desk)
            met = tuple(meeting for meeting, its in meetings if not its.isdisjoint(codes))
            named = row.but(pair_code=", ".join(codes))
            papers.append(programme_paper(Course(named, mentors, mentees, met, texts, report), desk.school))
    return _told_apart(papers)


def meeting_papers(tables: Tables, today: dt.date) -> tuple[Paper, ...]:
    """Return the minutes of the group meetings that have been, by date, and the plan of training sessions."""
    desk = Desk(tables, today)
    held = [one for one in rows(tables, Event) if fold(one.kind) == GROUP_MEETING and one.date and one.date <= today]
    held.sort(key=lambda event: event.date or dt.date.min)
    texts = desk.written(MINUTES)
    papers = [
        minutes(Gathering(event, number, tuple(_choices(desk, held, event)), texts), desk.school)
        for number, event in enumerate(held, 1)
    ]
    sessions = [one for one in rows(tables, Training) if tidy(one.topic)]
    if sessions:
        numbers = figures(tables, today, desk.ledger.banks)
        papers.append(training_plan(sessions, desk.written(TRAINING, numbers), desk.school))
    return tuple(papers)


def letter_papers(tables: Tables, today: dt.date) -> tuple[Paper, ...]:
    """Return a letter to each mentor and mentee who has completed a programme and whose data may be used."""
    desk = Desk(tables, today)
    return tuple(letter(tidy(person.code), texts, desk.school) for person, texts in _letters(desk))


def _letters(desk: Desk) -> Iterator[tuple[Member, tuple[FilledText, ...]]]:
    for role, person in thanked(desk.ledger):
        yield person, desk.written(kind_of(LETTER, role), {"участник": Slot((addressed(person),))})


def report_papers(tables: Tables, today: dt.date) -> tuple[Paper, ...]:
    """Return the note for the director, the yearly report, and the news, which names only who agreed to it."""
    desk = Desk(tables, today)
    numbers = figures(tables, today, desk.ledger.banks)
    current = as_of(tables, today)
    indicators = filled_indicators(current, today)
    shown = Slot(published(desk))
    return (
        director_note(
            desk.written(DIRECTOR_NOTE, numbers), indicators, late_with_responsible(tables, today), desk.school
        ),
        yearly_report(desk.written(YEARLY, numbers), desk.school),
        news(desk.written(NEWS, {**numbers, "участники": shown})),
    )


def check_papers(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Find the placeholders in the texts of these papers, consents and the letter with the copy that mean nothing.

    Doubtful cases are told too; a school or a director without a name is told when a letter, a consent or a programme
    bears it. Makes no edit.
    """
    progress("Тексты", 1, 1)
    desk = Desk(tables, today)
    texts = (*(text for _, found in _letters(desk) for text in found), *consent_texts(tables, today))
    numbers = {**desk.named, **figures(tables, today, desk.ledger.banks)}
    known: dict[str, Slots] = {
        **dict.fromkeys((PROGRAMME, REPORT, MINUTES), desk.named),
        **dict.fromkeys((TRAINING, DIRECTOR_NOTE, YEARLY), numbers),
        LETTER: {**desk.named, "участник": Slot()},
        NEWS: {**numbers, "участники": Slot()},
        DIRECTOR_LETTER: dict.fromkeys(COVERING_WORDS, Slot()),
    }
    of_consents = {**desk.named, **dict.fromkeys(CONSENT_WORDS, Slot())}
    known |= dict.fromkeys(CONSENTS, of_consents)
    nameless = check_names(desk.ledger) if texts or rows(tables, Programme) else ()
    return Outcome((), (*unknown_words(rows(tables, PaperText), known), *doubtful(texts), *nameless))


def _told_apart(papers: list[Paper]) -> tuple[Paper, ...]:
    """Number the files of a pair that has several programmes."""
    seen: Counter[str] = Counter()
    found = []
    for paper in papers:
        seen[paper.name] += 1
        count = seen[paper.name]
        found.append(replace(paper, name=f"{paper.name} ({count})") if count > 1 else paper)
    return tuple(found)


def _sides(codes: tuple[str, ...], desk: Desk) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Return mentees and mentors of the pairs, each once; who has no consent in force is named by his code."""
    banks = desk.ledger.banks
    parts = [code.partition("/") for code in codes]
    found = (
        dict.fromkeys(banks.mentees[mentee].person for mentee, _, _ in parts if mentee in banks.mentees),
        dict.fromkeys(banks.mentors[mentor].person for _, _, mentor in parts if mentor in banks.mentors),
    )
    mentees, mentors = (tuple(_side(one, desk) for one in side) for side in found)
    return mentees, mentors


def _side(person: Member, desk: Desk) -> Side:
    if desk.ledger.consented(person):
        return Side(tidy(person.full_name), about(person))
    return Side(tidy(person.code))


def _choices(desk: Desk, held: list[Event], event: Event) -> Iterator[Choice]:
    """Yield the preferences given after this meeting and before the next one; undated ones belong to the last.

    Those of people without a consent in force are left out; whom others wish is then named by his code.
    """
    known = {**desk.ledger.banks.mentees, **desk.ledger.banks.mentors}
    names = {code: _side(member.person, desk).full_name for code, member in known.items()}
    for row in rows(desk.tables, Preference):
        day = row.answered or dt.date.max
        last = [one for one in held if one.date and one.date <= day] or held[:1]
        who = known.get(code_key(row.person_code))
        if who and desk.ledger.consented(who.person) and last[-1] is event:
            first, second, third = (names.get(code_key(code), "") for code in (row.first, row.second, row.third))
            yield Choice(tidy(who.person.full_name), (first, second, third))

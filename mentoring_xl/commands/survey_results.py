"""The command `survey-results`: what the questionnaires came to, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import DONE, book_argument, command

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from .base import Commands


def declare(commands: Commands) -> None:
    """Add the command."""
    book_argument(command(commands, "survey-results", "итоги анкет по вопросам", _run))


def _run(options: argparse.Namespace, _now: dt.datetime) -> int:
    from mentoring_xl import terminal
    from mentoring_xl.actions.results import survey_results
    from mentoring_xl.books.closed import ClosedBook
    from mentoring_xl.schema.tables import Answer, Mentee, Mentor, Question
    from mentoring_xl.session import read

    with ClosedBook.open(options.book) as book:
        terminal.show_results(survey_results(read(book, (Question, Answer, Mentee, Mentor))))
    return DONE

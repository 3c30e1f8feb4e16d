"""«Пересчитать пары»: held pairs stay, the rest gets the best set, everyone gets the reasons."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.edit import Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import code_key, counted, fold
from mentoring_xl.matching import ledger
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.people import members
from mentoring_xl.schema.choices import PERSON_STATES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.pairs import PROPOSED
from mentoring_xl.schema.tables import MatchRule, Mentee, Mentor, Pair, Preference, Setting, Unpaired

from .gathering import gather

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from mentoring_xl.core.table import Row
    from mentoring_xl.matching.explaining import Choice, WholeStory

_STEPS = 5


def recalculate_pairs(
    tables: Tables, today: dt.date, progress: Progress = quiet, *, stable: bool | None = None
) -> Outcome:
    """Propose the best set of pairs, lay «Пары» and «Без пары» anew, and tell the banks of the working pairs.

    Held pairs (locked, agreed, ordered) keep their places; mentees who have the mentors they wish or have finished are
    not matched. stable: no two may prefer each other; None leaves it to the settings.
    Findings: rules, banks, then pairs by row, at the addresses that the rows have after the change.
    """
    from mentoring_xl.matching import banks, checks, sheets
    from mentoring_xl.matching.board import weigh
    from mentoring_xl.matching.explaining import whole

    from .choosing import choose, renewed, settled
    from .pairs_map import whole_print

    progress("Подбор", 1, _STEPS)
    settings = Settings(tables[Setting])
    rules, rule_findings = read_rules(tables[MatchRule])
    facts = gather(tables, settings, today)
    old = settled(tables)
    progress("Подбор", 2, _STEPS)
    board = weigh(facts, rules)
    progress("Подбор", 3, _STEPS)
    choice = choose(board, old, settings, stable=stable)
    progress("Подбор", 4, _STEPS)
    pairs = _filled(choice, renewed(choice, old))
    unpaired = sheets.unpaired_rows(choice, tables[Unpaired], settings.whole("candidates"))
    laid = ledger.laid(pairs, tables[Pair])
    story = whole(choice)
    progress("Подбор", 5, _STEPS)
    return Outcome(
        (
            *_rewrite(Pair, pairs, tables[Pair]),
            *_rewrite(Unpaired, unpaired, tables[Unpaired]),
            *banks.bank_edits(facts, tables[Mentee], tables[Mentor], pairs),
            *([whole_print(story, today, settings.school)] if facts.mentees else []),
        ),
        (
            *rule_findings,
            *checks.bank_findings(board, (*tables[Mentee], *tables[Mentor]), tables[Preference]),
            *checks.lost_codes(board, laid),
            *checks.pair_findings(board, laid),
        ),
        _summary(tables, pairs, choice, story),
    )


def check_pairs(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Look at the rules, at the banks as far as they hinder matching, and at the pairs as they stand."""
    from mentoring_xl.matching import checks
    from mentoring_xl.matching.board import weigh

    progress("Пары", 1, 1)
    rules, findings = read_rules(tables[MatchRule])
    board = weigh(gather(tables, Settings(tables[Setting]), today), rules)
    people: tuple[Mentee | Mentor, ...] = (*tables[Mentee], *tables[Mentor])
    # an empty book is no fault
    banks = checks.bank_findings(board, people, tables[Preference]) if board.facts.mentees else ()
    return Outcome(findings=(*findings, *banks, *checks.pair_findings(board, tables[Pair])))


def _filled(choice: Choice, rows: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Fill the rows; in an ordered pair with other people the code of the pair stays that of the order."""
    from mentoring_xl.matching import sheets

    filled = sheets.pair_rows(choice, rows)
    return tuple(
        new.but(code=old.code) if ledger.is_exchanged(old) else new for old, new in zip(rows, filled, strict=True)
    )


def _rewrite(table: type[Row], rows: tuple[Row, ...], old: tuple[Row, ...]) -> tuple[Rewrite, ...]:
    return () if rows == old else (Rewrite(table, rows),)


def _summary(tables: Tables, pairs: Sequence[Pair], choice: Choice, story: WholeStory) -> tuple[str, ...]:
    from mentoring_xl.matching.explaining.wording import loss_text
    from mentoring_xl.matching.solving import Worth

    proposed = sum(ledger.state(pair) == PROPOSED and not pair.locked for pair in pairs)
    held = sum(ledger.is_held(pair) for pair in pairs)
    said = [f"Предложено: {counted(proposed, 'пара', 'пары', 'пар')}, закреплено раньше: {held}."]
    if choice.unpaired:
        people = counted(len(choice.unpaired), "человек", "человека", "человек")
        said.append(f"Без пары: {people} – причины на листе «Без пары».")
    else:
        said.append("Без пары никого нет." if choice.waiting else "Наставляемых, которым нужна пара, нет.")
    if short := _short_of_mentors(choice):
        said.append(f"Ещё одного наставника не нашлось: {counted(short, 'человек', 'человека', 'человек')}.")
    if proposed and story.is_stable:
        lost = loss_text(story.best - story.worth, paired_first=False)
        price = f"по сравнению с лучшим набором {lost}" if story.best != story.worth else "это ничего не стоило"
        said.append(f"Пары устойчивы; {price}.")
    elif proposed and story.is_checked and story.gap == Worth(0, 0):
        said.append("Лучше этого набора нет – проверено; подробно на листе «Итоги подбора».")
    banks: tuple[Mentee | Mentor, ...] = (*tables[Mentee], *tables[Mentor])
    if left_out := sum(map(_is_left_out, banks)):
        said.append(
            f"Не подбирались: {counted(left_out, 'человек', 'человека', 'человек')} без кода или со статусом "
            "не из списка. Нажмите «Проверить людей»."
        )
    if proposed:
        said.append("Обсудите предложенные пары и поставьте «согласована» или «Запрет».")
    return tuple(said)


def _short_of_mentors(choice: Choice) -> int:
    """Count those who have a mentor and wish for more than they get."""
    got = Counter(row for row, _ in choice.pairs)
    wants = zip(choice.waiting, choice.problem.wants, strict=True)
    return sum(row in choice.mentors_of and got[row] < wanted for row, wanted in wants)


def _is_left_out(person: Mentee | Mentor) -> bool:
    """Tell whether a typing slip keeps the person out of matching."""
    status = fold(person.status)
    return members.filled(person) and (not code_key(person.code) or status not in {"", *PERSON_STATES.values})

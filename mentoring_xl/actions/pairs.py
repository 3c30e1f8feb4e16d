"""«Пересчитать пары»: held pairs stay, the rest gets the best set, everyone gets the reasons."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl import people, surveys
from mentoring_xl.core.edit import Rewrite
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import code_key, counted, fold, tidy
from mentoring_xl.matching import ledger
from mentoring_xl.matching.facts import Facts, Lack, Norms, in_code_order
from mentoring_xl.matching.rules import read_rules
from mentoring_xl.people import consents, members
from mentoring_xl.schema.choices import PERSON_STATES
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Consent, Employee, MatchRule, Mentee, Mentor, Pair, Preference, Setting, Unpaired

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from mentoring_xl.core.table import Row
    from mentoring_xl.matching.board import Board
    from mentoring_xl.people import Standing

_STEPS = 5
_RULE_OF_CONSENT = {consents.DATA: "data_consent", consents.AGREEMENT: "mentor_agreement"}


def recalculate_pairs(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Propose the best set of pairs, lay «Пары» and «Без пары» anew, and tell the banks of the working pairs.

    Held pairs (locked, agreed, ordered) keep their places; mentees who have one or have finished are not matched.
    Findings: rules, banks, then pairs by row, at the addresses that the rows have after the change.
    """
    from mentoring_xl.matching import banks, checks, sheets
    from mentoring_xl.matching.board import weigh

    progress("Подбор", 1, _STEPS)
    settings = Settings(tables[Setting])
    rules, rule_findings = read_rules(tables[MatchRule])
    facts = gather(tables, settings, today)
    old = tuple(ledger.settled(pair) for pair in tables[Pair])
    progress("Подбор", 2, _STEPS)
    board = weigh(facts, rules)
    progress("Подбор", 3, _STEPS)
    waiting, left = ledger.waiting(facts, old), ledger.places_left(facts, old)
    chosen = _choose(board, waiting, left, paired_first=settings.flag("paired_first"))
    progress("Подбор", 4, _STEPS)
    proposals = [(tidy(facts.mentees[row].code), tidy(facts.mentors[column].code)) for row, column in chosen.items()]
    pairs = sheets.pair_rows(board, ledger.renewed(old, proposals))
    taken = Counter(chosen.values())
    unpaired = sheets.unpaired_rows(
        board,
        tables[Unpaired],
        waiting=[row for row in waiting if row not in chosen],
        places_left=[places - taken[column] for column, places in enumerate(left)],
        candidates=settings.whole("candidates"),
    )
    laid = ledger.laid(pairs, tables[Pair])
    progress("Подбор", 5, _STEPS)
    return Outcome(
        (
            *_rewrite(Pair, pairs, tables[Pair]),
            *_rewrite(Unpaired, unpaired, tables[Unpaired]),
            *banks.bank_edits(facts, tables[Mentee], tables[Mentor], pairs),
        ),
        (
            *rule_findings,
            *checks.bank_findings(board),
            *checks.lost_codes(board, laid),
            *checks.pair_findings(board, laid),
        ),
        _summary(tables, pairs, waiting_count=len(waiting), unpaired_count=len(waiting) - len(chosen)),
    )


def check_pairs(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Look at the rules and at the pairs as they stand; the cells of the banks are left to «Проверить людей»."""
    from mentoring_xl.matching import checks
    from mentoring_xl.matching.board import weigh

    progress("Пары", 1, 1)
    rules, findings = read_rules(tables[MatchRule])
    board = weigh(gather(tables, Settings(tables[Setting]), today), rules)
    return Outcome(findings=(*findings, *checks.pair_findings(board, tables[Pair])))


def gather(tables: Tables, settings: Settings, today: dt.date) -> Facts:
    """Return what matching is told: people in code order, consents, choices, superiors and former pairs."""
    mentees, mentors = in_code_order(tables[Mentee]), in_code_order(tables[Mentor])
    standing = people.standing((*mentees, *mentors), tables[Consent], settings, today)
    wishes = surveys.wishes(tables[Preference], mentees, mentors)
    return Facts(
        mentees,
        mentors,
        today,
        norms=norms(settings),
        lacks={code_key(code): _lacks(found) for code, found in standing.items() if found.gaps},
        ranks={(code_key(who), code_key(whom)): rank for (who, whom), rank in wishes.ranks.items()},
        vetoes=frozenset((code_key(who), code_key(whom)) for who, whom in wishes.vetoes),
        heads=_heads(mentees, tables[Employee]),
        forbidden=frozenset(ledger.key(pair) for pair in tables[Pair] if pair.forbidden),
        dissolved=frozenset(ledger.key(pair) for pair in tables[Pair] if ledger.state(pair) == ledger.DISSOLVED),
        finished=frozenset(ledger.key(pair) for pair in tables[Pair] if ledger.state(pair) == ledger.DONE),
    )


def norms(settings: Settings) -> Norms:
    """Return the settings that matching needs."""
    return Norms(
        experience=settings.whole("mentor_experience"),
        usual_load=settings.whole("usual_load"),
        group_max=settings.whole("group_max"),
        age_from=settings.whole("pupil_mentor_age_from"),
        age_to=settings.whole("pupil_mentor_age_to"),
        schools=tuple(name for name in (settings.text("school_short"), settings.text("school")) if name),
    )


def _lacks(standing: Standing) -> tuple[Lack, ...]:
    return tuple(
        Lack("minor_consent" if gap.state == consents.WRONG_GIVER else _RULE_OF_CONSENT[gap.kind], gap.text)
        for gap in standing.gaps
    )


def _heads(mentees: Iterable[Mentee], employees: Iterable[Employee]) -> dict[str, str]:
    """Return mentee key → his superior's staff code: from his own row, else from the staff list."""
    staff = {code_key(employee.code): employee.head_code for employee in employees}
    return {
        code_key(mentee.code): code_key(mentee.head_code or staff.get(code_key(mentee.staff_code), ""))
        for mentee in mentees
    }


def _choose(board: Board, waiting: Sequence[int], left: Sequence[int], *, paired_first: bool) -> dict[int, int]:
    """Return mentee → mentor of the pairs to propose, as rows and columns of the board, in row order."""
    from mentoring_xl.matching.assign import assign

    rows = list(waiting)
    columns = assign(board.scores.tenths[rows], board.bans.clear[rows], left, paired_first=paired_first)
    return {row: column for row, column in zip(rows, columns, strict=True) if column is not None}


def _rewrite(table: type[Row], rows: tuple[Row, ...], old: tuple[Row, ...]) -> tuple[Rewrite, ...]:
    return () if rows == old else (Rewrite(table, rows),)


def _summary(tables: Tables, pairs: Sequence[Pair], *, waiting_count: int, unpaired_count: int) -> tuple[str, ...]:
    proposed = sum(ledger.state(pair) == ledger.PROPOSED and not pair.locked for pair in pairs)
    held = sum(ledger.is_held(pair) for pair in pairs)
    said = [f"Предложено: {counted(proposed, 'пара', 'пары', 'пар')}, закреплено раньше: {held}."]
    if unpaired_count:
        said.append(
            f"Без пары: {counted(unpaired_count, 'человек', 'человека', 'человек')} – причины на листе «Без пары»."
        )
    else:
        said.append("Без пары никого нет." if waiting_count else "Наставляемых, которым нужна пара, нет.")
    banks: tuple[Mentee | Mentor, ...] = (*tables[Mentee], *tables[Mentor])
    if left_out := sum(map(_is_left_out, banks)):
        said.append(
            f"Не подбирались: {counted(left_out, 'человек', 'человека', 'человек')} без кода или со статусом "
            "не из списка. Нажмите «Проверить людей»."
        )
    if proposed:
        said.append("Обсудите предложенные пары и поставьте «согласована» или «Запрет».")
    return tuple(said)


def _is_left_out(person: Mentee | Mentor) -> bool:
    """Tell whether a typing slip keeps the person out of matching."""
    status = fold(person.status)
    return members.filled(person) and (not code_key(person.code) or status not in {"", *PERSON_STATES.values})

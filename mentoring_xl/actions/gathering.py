"""What matching is told of a workbook: its tables as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl import people, surveys
from mentoring_xl.core.text import code_key
from mentoring_xl.matching import ledger
from mentoring_xl.matching.facts import Facts, Lack, Norms, in_code_order
from mentoring_xl.people import consents
from mentoring_xl.schema.states.pairs import DISSOLVED, FINISHED
from mentoring_xl.schema.tables import Consent, Employee, Mentee, Mentor, Pair, Preference

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.people import Standing
    from mentoring_xl.schema.settings import Settings

_RULE_OF_CONSENT = {consents.DATA: "data_consent", consents.AGREEMENT: "mentor_agreement"}


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
        dissolved=frozenset(ledger.key(pair) for pair in tables[Pair] if ledger.state(pair) == DISSOLVED),
        finished=frozenset(ledger.key(pair) for pair in tables[Pair] if ledger.state(pair) == FINISHED),
    )


def norms(settings: Settings) -> Norms:
    """Return the settings that matching needs."""
    return Norms(
        experience=settings.whole("mentor_experience"),
        usual_load=settings.whole("usual_load"),
        group_max=settings.whole("group_max"),
        age_from=settings.whole("pupil_mentor_age_from"),
        age_to=settings.whole("pupil_mentor_age_to"),
        mentee_age=settings.whole("mentee_age_from"),
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

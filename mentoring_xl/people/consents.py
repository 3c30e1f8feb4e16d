"""Which consents are in force on a day, who had to sign them, and what keeps a person from being paired."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, date_text, fold
from mentoring_xl.schema.choices import CONSENT_GIVERS, CONSENT_KINDS, CONSENT_STATES
from mentoring_xl.schema.tables import Consent, Mentee, Mentor

from .members import PUPIL, in_group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.schema.settings import Settings

    from .members import Person

DATA, PUBLICATION, AGREEMENT, _ = CONSENT_KINDS.values
IN_FORCE, NOT_YET, EXPIRED, WITHDRAWN, UNDATED = CONSENT_STATES.values
WRONG_GIVER = "дал не представитель"
ABSENT = ""

_REPRESENTATIVE = CONSENT_GIVERS.values[1]
_ON_WHAT = {DATA: "на обработку персональных данных", AGREEMENT: "быть наставником"}
_REASONS = {
    ABSENT: "нет согласия {on_what}",
    UNDATED: "у согласия {on_what} нет даты",
    NOT_YET: "согласие {on_what} подписано {signed}, этот день ещё не наступил",
    EXPIRED: "согласие {on_what} истекло {until}",
    WITHDRAWN: "согласие {on_what} отозвано {withdrawn}",
    WRONG_GIVER: "согласие {on_what} должен дать законный представитель",
}
_word = lru_cache(maxsize=256)(fold)


@dataclass(frozen=True)
class Gap:
    """One consent that is missing. state: as in Judgement. text: «нет согласия на обработку персональных данных»."""

    kind: str
    state: str
    text: str


@dataclass(frozen=True)
class Standing:
    """The consents of one person that are in force: the days they were signed, None where there is none.

    agreement: to work as a mentor, of mentors only. gaps: the required consents that are missing.
    """

    data_consent: dt.date | None = None
    agreement: dt.date | None = None
    publication: dt.date | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def missing(self) -> str:
        """Why the person may not be paired, in Russian; "" when he may."""
        return "; ".join(gap.text for gap in self.gaps)


@dataclass(frozen=True)
class Judgement:
    """What the consents of one person and one kind come to.

    consent: the row that decides, None when there is no row. state: one of CONSENT_STATES, WRONG_GIVER or ABSENT.
    """

    consent: Consent | None
    state: str


def standing(
    people: Iterable[Mentee | Mentor], consents: Iterable[Consent], settings: Settings, today: dt.date
) -> dict[str, Standing]:
    """Return the standing of each person by his code as his row writes it."""
    register = by_person(consents)
    return {
        person.code: _standing(person, register.get(code_key(person.code), ()), settings, today) for person in people
    }


def state(consent: Consent, today: dt.date) -> str:
    """Return the state of one consent by its own dates; its last day is still in force."""
    if consent.withdrawn and consent.withdrawn <= today:
        return WITHDRAWN
    if consent.valid_until and consent.valid_until < today:
        return EXPIRED
    if consent.signed is None:
        return UNDATED
    return IN_FORCE if consent.signed <= today else NOT_YET


def is_minor(person: Mentee | Mentor, settings: Settings, today: dt.date) -> bool:
    """Tell whether the person may be under age at `today`.

    Only the year of birth is known, so the birthday is taken to be still ahead; a pupil without a year is a minor.
    """
    if person.birth_year is None:
        return in_group(person, PUPIL)
    return today.year - person.birth_year - 1 < settings.whole("adult_age")


def by_representative(consent: Consent) -> bool:
    """Tell whether a legal representative gave the consent; his name alone says so too."""
    giver = _word(consent.given_by)
    return giver == _REPRESENTATIVE or (not giver and bool(consent.representative.strip()))


def required_kinds(person: Mentee | Mentor) -> tuple[str, ...]:
    """Return the kinds of consent without which the person may not be paired."""
    return (DATA, AGREEMENT) if isinstance(person, Mentor) else (DATA,)


def by_person(consents: Iterable[Consent]) -> dict[str, tuple[Consent, ...]]:
    """Return folded person code → his consents in row order; consents of nobody are left out."""
    grouped: defaultdict[str, list[Consent]] = defaultdict(list)
    for consent in consents:
        grouped[code_key(consent.person_code)].append(consent)
    return {code: tuple(rows) for code, rows in grouped.items() if code}


def judge(own: Iterable[Consent], kind: str, today: dt.date, *, minor: bool) -> Judgement:
    """Weigh one person's consents of a kind: the last withdrawal voids what was signed before it."""
    rows = [consent for consent in own if _word(consent.kind) == _word(kind)]
    if not rows:
        return Judgement(None, ABSENT)
    gone = [consent for consent in rows if state(consent, today) == WITHDRAWN]
    last = max(gone, key=lambda consent: consent.withdrawn or dt.date.min, default=None)
    void_before = (last and last.withdrawn) or dt.date.min
    standing_rows = [
        consent
        for consent in rows
        if state(consent, today) != WITHDRAWN and (consent.signed or void_before) >= void_before
    ]
    in_force = [consent for consent in standing_rows if state(consent, today) == IN_FORCE]
    counted = [consent for consent in in_force if by_representative(consent) or not minor]
    if counted:
        return Judgement(_latest(counted), IN_FORCE)
    if in_force:
        return Judgement(_latest(in_force), WRONG_GIVER)
    if standing_rows:
        best = _latest(standing_rows)
        return Judgement(best, state(best, today))
    return Judgement(last, WITHDRAWN)


def _latest(consents: Iterable[Consent]) -> Consent:
    return max(consents, key=lambda consent: consent.signed or dt.date.min)


def _standing(person: Person, own: tuple[Consent, ...], settings: Settings, today: dt.date) -> Standing:
    minor = is_minor(person, settings, today)
    required = required_kinds(person)
    found = {kind: judge(own, kind, today, minor=minor) for kind in {*required, PUBLICATION}}
    signed = {
        kind: judgement.consent.signed
        for kind, judgement in found.items()
        if judgement.consent and judgement.state == IN_FORCE
    }
    gaps = tuple(
        Gap(kind, found[kind].state, _reason(_ON_WHAT[kind], found[kind])) for kind in required if kind not in signed
    )
    return Standing(signed.get(DATA), signed.get(AGREEMENT), signed.get(PUBLICATION), gaps)


def _reason(on_what: str, judgement: Judgement) -> str:
    days: dict[str, dt.date | None] = {}
    if judgement.consent:
        consent = judgement.consent
        days = {"signed": consent.signed, "until": consent.valid_until, "withdrawn": consent.withdrawn}
    words = {name: date_text(day) for name, day in days.items() if day}
    return _REASONS[judgement.state].format(on_what=on_what, **words)

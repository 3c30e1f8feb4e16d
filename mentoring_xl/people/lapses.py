"""What is wrong with the consents of those who take part: missing, ended, undated, or signed by the wrong hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, date_text, split_codes
from mentoring_xl.schema.choices import CONSENT_KINDS
from mentoring_xl.schema.findings.people import (
    P401,
    P402,
    P403,
    P404,
    P405,
    P406,
    P407,
    P408,
    P409,
    P410,
    P411,
    P412,
)

from .consents import (
    ABSENT,
    AGREEMENT,
    DATA,
    EXPIRED,
    IN_FORCE,
    NOT_YET,
    PUBLICATION,
    UNDATED,
    WITHDRAWN,
    WRONG_GIVER,
    by_person,
    by_representative,
    is_minor,
    judge,
    required_kinds,
)
from .members import erased, takes_part

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.finding import Finding
    from mentoring_xl.schema.settings import Settings
    from mentoring_xl.schema.tables import Consent, Publication

    from .members import Person


_ENDED = {EXPIRED: ("valid_until", "истекло"), WITHDRAWN: ("withdrawn", "отозвано")}


def lapses(
    people: Iterable[Person], consents: Iterable[Consent], settings: Settings, today: dt.date
) -> Iterator[Finding]:
    """Yield what keeps the consents of those who take part from counting, in the order of `people`.

    At the person's row: P401, once, for the required kinds that have no row at all. At the row that decides:
    P402 withdrawn, P403 expired, P404 undated, P405 signed in the future, P406 a minor's own, P407 ended but not
    required.
    """
    register = by_person(consents)
    for person in people:
        if not takes_part(person, today):
            continue
        own = register.get(code_key(person.code), ())
        required = required_kinds(person)
        minor = is_minor(person, settings, today)
        found = {kind: judge(own, kind, today, minor=minor) for kind in CONSENT_KINDS.values}
        absent = [kind for kind in required if found[kind].state == ABSENT]
        if absent:
            field = "agreement_on" if absent == [AGREEMENT] else "consent_on"
            yield P401.at(person.cell(field), kinds="; ".join(absent))
        for kind, judgement in found.items():
            if judgement.consent and judgement.state != IN_FORCE:
                yield _lapse(judgement.consent, judgement.state, settings, required=kind in required)


def unpublishable(
    publications: Iterable[Publication],
    people: Iterable[Person],
    consents: Iterable[Consent],
    settings: Settings,
    today: dt.date,
) -> Iterator[Finding]:
    """Yield P410 at a publication about somebody whose consent to it has ended, P411 where there never was one.

    Of those named by a code of the banks, in the order of `publications` and of the codes in each.
    """
    register = by_person(consents)
    known: dict[str, Person] = {}
    for person in people:
        known.setdefault(code_key(person.code), person)
    for publication in publications:
        for code in split_codes(publication.people, known):
            found = known.get(code_key(code))
            if found is None:
                continue
            minor = is_minor(found, settings, today)
            judged = judge(register.get(code_key(code), ()), PUBLICATION, today, minor=minor)
            cell = publication.cell("people")
            if judged.consent and judged.state in _ENDED:
                field, word = _ENDED[judged.state]
                yield P410.at(cell, code=code, reason=f"{word} {date_text(getattr(judged.consent, field))}")
            elif judged.state != IN_FORCE:
                yield P411.at(cell, code=code)


def leavers(people: Iterable[Person], consents: Iterable[Consent], today: dt.date) -> Iterator[Finding]:
    """Yield P412 at the withdrawn consent of somebody who has left and is still in the book by name."""
    register = by_person(consents)
    for person in people:
        if takes_part(person, today) or erased(person):
            continue
        judged = judge(register.get(code_key(person.code), ()), DATA, today, minor=False)
        if judged.consent and judged.consent.withdrawn and judged.state == WITHDRAWN:
            cell, day = judged.consent.cell("withdrawn"), date_text(judged.consent.withdrawn)
            yield P412.at(cell, date=day, code=person.code)


def odd_consents(consents: Iterable[Consent]) -> Iterator[Finding]:
    """Yield P408 where a consent ends before it was signed, P409 where the representative has no name."""
    for consent in consents:
        for field, end in (("valid_until", consent.valid_until), ("withdrawn", consent.withdrawn)):
            if end and consent.signed and end < consent.signed:
                yield P408.at(consent.cell(field), date=date_text(end), signed=date_text(consent.signed))
        if by_representative(consent) and not consent.representative.strip():
            yield P409.at(consent.cell("representative"))


def _lapse(consent: Consent, state: str, settings: Settings, *, required: bool) -> Finding:
    if state == UNDATED:
        return P404.at(consent.cell("signed"))
    if state == WRONG_GIVER:
        return P406.at(consent.cell("given_by"), age=settings.whole("adult_age"))
    field, code = {
        NOT_YET: ("signed", P405),
        EXPIRED: ("valid_until", P403),
        WITHDRAWN: ("withdrawn", P402),
    }[state]
    if state != NOT_YET and not required:
        code = P407
    return code.at(consent.cell(field), date=date_text(getattr(consent, field)), kind=consent.kind)

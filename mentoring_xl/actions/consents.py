"""The consents that are still to be signed, as papers, person by person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, tidy
from mentoring_xl.documents import Person, Slot
from mentoring_xl.documents.consents import Form, agreement_paper, consent_paper
from mentoring_xl.documents.orders.texts import filled, texts_of
from mentoring_xl.documents.school import LINE, School
from mentoring_xl.matching.ledger import key
from mentoring_xl.people.consents import (
    AGREEMENT,
    DATA,
    IN_FORCE,
    PUBLICATION,
    WITHDRAWN,
    by_person,
    by_representative,
    is_minor,
    judge,
)
from mentoring_xl.people.members import TEACHER, in_group, takes_part
from mentoring_xl.schema import texts_consents as wording
from mentoring_xl.schema.choices import GENDERS
from mentoring_xl.schema.states.pairs import WORKING
from mentoring_xl.schema.tables import Consent, Mentor, Order, PaperText

from .ordering import naming
from .ordering.ledger import Ledger, about
from .ordering.whom import Composed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from mentoring_xl.core.outcome import Tables
    from mentoring_xl.documents import Gender
    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Paper
    from mentoring_xl.documents.wording import Slots
    from mentoring_xl.schema.tables import Mentee, Pair

_FORMS = {
    DATA: (wording.DATA, "данные"),
    PUBLICATION: (wording.PUBLICATION, "публикация"),
    AGREEMENT: (wording.MENTORING, "наставник"),
}
WORDS = ("участник", "представитель", "класс", "форма", "наставляемые")
"""What the wording of consents may name besides the words of orders."""
_SEXES: dict[str, Gender] = {GENDERS.values[0]: "m", GENDERS.values[1]: "f"}


def consent_papers(tables: Tables, today: dt.date) -> tuple[Paper, ...]:
    """Return the consents that are not in force, of those who take part, and agreements with teachers who are mentors.

    A consent that was withdrawn is not offered again. Mentees first, each in sheet order; of two rows with one code the
    upper one counts.
    """
    desk = _Desk(tables, today)
    return tuple(desk.paper(form) for form in desk.all_forms())


def consent_texts(tables: Tables, today: dt.date) -> tuple[FilledText, ...]:
    """Return every text of these papers with what came of it, for what is to be told about them."""
    return tuple(text for form in _Desk(tables, today).all_forms() for text in form.texts)


class _Desk:
    """What all forms are made from, read once."""

    def __init__(self, tables: Tables, today: dt.date) -> None:
        self.tables, self.today = tables, today
        self.ledger = Ledger(tables, today)
        self.slots = naming.slots(self.ledger, Composed(Order()))
        self.register = by_person(tables[Consent])
        self._kinds: dict[str, tuple[PaperText, ...]] = {}
        settings = self.ledger.settings
        director = next((one for one in self.slots["директор"].values if isinstance(one, Person)), None)
        self.school = School(settings.text("school"), settings.text("school_short"), director)

    def all_forms(self) -> Iterator[Form]:
        for bank in (self.ledger.banks.mentees, self.ledger.banks.mentors):
            for member in bank.values():
                if takes_part(member.person, self.today) and tidy(member.person.full_name):
                    yield from self._forms(member.person)

    def paper(self, form: Form) -> Paper:
        if form.title == wording.AGREEMENT:
            return agreement_paper(form, self.school, self.ledger.settings.text("town"))
        return consent_paper(form)

    def _forms(self, person: Mentee | Mentor) -> Iterator[Form]:
        own = self.register.get(code_key(person.code), ())
        minor = is_minor(person, self.ledger.settings, self.today)
        representative = _representative(own) if minor else ""
        slots = {**self.slots, **self._slots(person, representative)}
        signer = representative if minor else tidy(person.full_name)
        signs = wording.BY_REPRESENTATIVE if minor else wording.OWN
        kinds = (DATA, PUBLICATION, AGREEMENT) if isinstance(person, Mentor) else (DATA, PUBLICATION)
        for kind in kinds:
            if judge(own, kind, self.today, minor=minor).state not in (IN_FORCE, WITHDRAWN):
                title, word = _FORMS[kind]
                texts = self._texts(wording.kind_of(title, signs), slots)
                yield Form(tidy(person.code), word, title, texts, signer)
        if isinstance(person, Mentor) and in_group(person, TEACHER):
            texts = self._texts(wording.AGREEMENT, slots)
            yield Form(tidy(person.code), "наставник", wording.AGREEMENT, texts, signer)

    def _texts(self, kind: str, slots: Slots) -> tuple[FilledText, ...]:
        if kind not in self._kinds:
            self._kinds[kind] = texts_of(kind, self.ledger.texts) or texts_of(kind, wording.CONSENT_TEXTS)
        return filled(self._kinds[kind], slots, self.ledger.overrides)

    def _slots(self, person: Mentee | Mentor, representative: str) -> dict[str, Slot]:
        code = code_key(person.code)
        pairs = [pair for pair in self.ledger.pairs if pair.state in WORKING and code in key(pair)]
        named = Person(tidy(person.full_name), "", _SEXES.get(person.gender), person.cell("full_name"))
        return {
            "участник": Slot((named,)),
            "представитель": Slot((representative or LINE * 3,)),
            "класс": Slot((about(person),) if about(person) else (), "столбцы «Класс» и «Должность» банка"),
            "форма": Slot(_each(pair.form for pair in pairs), "столбец «Форма» листа «Пары»"),
            "наставляемые": Slot(_each(self._mentee(pair) for pair in pairs), "лист «Пары»"),
        }

    def _mentee(self, pair: Pair) -> str:
        """Return the name of the mentee, his code as long as his consent is not in force."""
        member = self.ledger.banks.mentees.get(key(pair)[0])
        return tidy(member.person.full_name if member and self.ledger.consented(member.person) else pair.mentee_code)


def _representative(own: Iterable[Consent]) -> str:
    """Return the name of the last representative who signed, "" when nobody has."""
    named = [row for row in own if by_representative(row) and tidy(row.representative)]
    return tidy(named[-1].representative) if named else ""


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tidy(text) for text in texts if tidy(text)))

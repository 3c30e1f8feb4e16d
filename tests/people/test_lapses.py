"""Withdrawn consents where they matter: publications, and people who have left but are still in the book."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.core.cell import Place
from mentoring_xl.people.lapses import leavers, unpublishable
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Consent, Mentee, Publication

TODAY = dt.date(2026, 11, 20)
VERA = Mentee(at=Place("Банк наставляемых", 5), code="Н-1", full_name="Арефьева Вера Ивановна", birth_year=1998)
NINA = Mentee(at=Place("Банк наставляемых", 6), code="Н-2", full_name="Юрасова Нина Дмитриевна", birth_year=1998)
NEWS = Publication(at=Place("Публикации", 5), title="Новость", people="н-1, Н-2, Н-77")
PUBLICATION = "публикация (распространение)"


def consent(code="Н-1", kind=PUBLICATION, **values):
    return Consent(
        at=Place("Согласия", 5), **{"person_code": code, "kind": kind, "signed": dt.date(2026, 9, 1), **values}
    )


def published(*consents):
    return [str(found) for found in unpublishable([NEWS], [VERA, NINA], consents, Settings(), TODAY)]


def test_a_publication_names_those_whose_consent_was_withdrawn_or_never_given():
    assert published(consent(withdrawn=dt.date(2026, 11, 2))) == [
        "Публикации!F5  P410  н-1 – согласие на публикацию отозвано 02.11.2026 → "
        "Снимите публикацию или уберите из неё этого человека.",
        "Публикации!F5  P411  Н-2 – нет действующего согласия на публикацию → "
        "Получите согласие на публикацию и впишите его на лист «Согласия».",
    ]


def test_an_expired_consent_is_told_with_its_day():
    assert published(consent(valid_until=dt.date(2026, 10, 31)), consent("Н-2")) == [
        "Публикации!F5  P410  н-1 – согласие на публикацию истекло 31.10.2026 → "
        "Снимите публикацию или уберите из неё этого человека.",
    ]


def test_a_publication_about_those_who_agreed_is_fine():
    assert published(consent(), consent("Н-2")) == []


def test_who_withdrew_and_left_is_to_be_erased():
    gone = consent(kind="обработка персональных данных", withdrawn=dt.date(2026, 11, 2))
    left = VERA.but(status="выбыл")
    assert [str(found) for found in leavers([left], [gone], TODAY)] == [
        "Согласия!I5  P412  согласие отозвано 02.11.2026, участник выбыл, а его данные ещё в книге → "
        "Закройте книгу и выполните команду «mentoring-xl erase КНИГА Н-1».",
    ]
    assert list(leavers([left.but(full_name="")], [gone], TODAY)) == []
    assert list(leavers([VERA], [gone], TODAY)) == []

"""Who may be paired, and what the consents of those who take part lack."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl import people
from mentoring_xl.core.cell import Place
from mentoring_xl.people.consents import IN_FORCE, by_person, judge, state
from mentoring_xl.people.lapses import lapses, odd_consents
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Consent, Mentee, Mentor

TODAY = dt.date(2026, 3, 2)
DATA = "обработка персональных данных"
AGREEMENT = "работа наставником"
PUBLICATION = "публикация (распространение)"
TEACHER = Mentee(at=Place("Банк наставляемых", 5), code="Н-1", group="педагог", birth_year=1998)
PUPIL = Mentee(at=Place("Банк наставляемых", 6), code="Н-2", group="обучающийся", birth_year=2012)
MENTOR = Mentor(at=Place("Банк наставников", 5), code="М-1", group="педагог", birth_year=1975)


def consent(person_code="Н-1", kind=DATA, signed=dt.date(2025, 9, 1), row=5, **values):
    return Consent(at=Place("Согласия", row), person_code=person_code, kind=kind, signed=signed, **values)


def standing(person, *consents):
    return people.standing([person], consents, Settings(), TODAY)[person.code]


def in_force(rows):
    """Return the row that lets the data of Н-1 be processed today, None when none does."""
    judgement = judge(by_person(rows)["Н-1"], DATA, TODAY, minor=False)
    return judgement.consent if judgement.state == IN_FORCE else None


def found(person, *consents):
    return [str(finding) for finding in lapses([person], consents, Settings(), TODAY)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (consent(), "действует"),
        (consent(signed=TODAY), "действует"),
        (consent(signed=dt.date(2026, 3, 3)), "ещё не действует"),
        (consent(valid_until=TODAY), "действует"),
        (consent(valid_until=dt.date(2026, 3, 1)), "истекло"),
        (consent(withdrawn=TODAY), "отозвано"),
        (consent(withdrawn=dt.date(2026, 3, 3)), "действует"),
        (consent(withdrawn=dt.date(2026, 1, 1), valid_until=dt.date(2026, 2, 1)), "отозвано"),
        (consent(signed=None), "нет даты"),
    ],
)
def test_the_state_of_a_consent_is_told_by_its_own_dates(row, expected):
    assert state(row, TODAY) == expected


def test_the_latest_of_two_consents_in_force_is_the_valid_one():
    old, new = consent(signed=dt.date(2024, 9, 1)), consent(signed=dt.date(2025, 9, 1))
    assert in_force([new, old]) is new


def test_a_code_typed_with_latin_letters_and_a_space_still_names_the_person():
    row = consent(person_code=" H-1")
    assert in_force([row]) is row


def test_a_withdrawal_voids_every_consent_signed_before_it():
    rows = [consent(signed=dt.date(2024, 9, 1)), consent(withdrawn=dt.date(2026, 1, 15))]
    assert in_force(rows) is None


def test_a_consent_signed_after_a_withdrawal_counts():
    again = consent(signed=dt.date(2026, 2, 1))
    assert in_force([consent(withdrawn=dt.date(2026, 1, 15)), again]) is again


def test_a_mentee_with_a_consent_to_data_processing_may_be_paired():
    assert standing(TEACHER, consent()) == people.Standing(data_consent=dt.date(2025, 9, 1))


def test_a_mentor_needs_to_agree_to_be_one_as_well():
    assert standing(MENTOR, consent("М-1")).missing == "нет согласия быть наставником"
    assert standing(MENTOR).missing == "нет согласия на обработку персональных данных; нет согласия быть наставником"
    assert standing(
        MENTOR,
        consent("М-1"),
        consent("М-1", AGREEMENT, dt.date(2025, 9, 2)),
        consent("М-1", PUBLICATION, dt.date(2025, 9, 3)),
    ) == people.Standing(dt.date(2025, 9, 1), dt.date(2025, 9, 2), dt.date(2025, 9, 3))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (consent(withdrawn=dt.date(2026, 1, 15)), "согласие на обработку персональных данных отозвано 15.01.2026"),
        (consent(valid_until=dt.date(2026, 2, 1)), "согласие на обработку персональных данных истекло 01.02.2026"),
        (consent(signed=None), "у согласия на обработку персональных данных нет даты"),
        (
            consent(signed=dt.date(2026, 4, 1)),
            "согласие на обработку персональных данных подписано 01.04.2026, этот день ещё не наступил",
        ),
    ],
)
def test_the_standing_says_why_a_person_may_not_be_paired(row, reason):
    assert standing(TEACHER, row).missing == reason
    assert standing(TEACHER, row).data_consent is None


def test_each_missing_consent_is_a_gap_of_its_own():
    assert [(gap.kind, gap.state, gap.text) for gap in standing(MENTOR, consent("М-1", signed=None)).gaps] == [
        (DATA, "нет даты", "у согласия на обработку персональных данных нет даты"),
        (AGREEMENT, "", "нет согласия быть наставником"),
    ]


def test_a_minor_may_not_consent_for_himself():
    lacking = "согласие на обработку персональных данных должен дать законный представитель"
    assert standing(PUPIL, consent("Н-2", given_by="участник")).missing == lacking
    assert standing(PUPIL, consent("Н-2")).missing == lacking


def test_the_consent_of_a_representative_counts_for_a_minor():
    assert standing(PUPIL, consent("Н-2", given_by="Законный представитель")).missing == ""
    assert standing(PUPIL, consent("Н-2", representative="Орлова Анна Ивановна")).missing == ""


@pytest.mark.parametrize(("birth_year", "alone"), [(2007, True), (2008, False), (None, False)])
def test_a_pupil_is_of_age_only_when_his_birthday_has_surely_passed(birth_year, alone):
    pupil = PUPIL.but(birth_year=birth_year)
    assert (standing(pupil, consent("Н-2", given_by="участник")).missing == "") is alone


def test_consents_without_a_code_belong_to_nobody():
    assert standing(TEACHER.but(code=""), consent("")).data_consent is None


def test_a_person_without_consents_has_one_finding():
    assert found(MENTOR) == [
        "Банк наставников!AH5  P401  нет согласия: обработка персональных данных; работа наставником"
        " → Получите согласие и впишите его на лист «Согласия»."
    ]


def test_a_withdrawn_consent_of_a_participant_is_found_at_its_date():
    assert found(TEACHER, consent(withdrawn=dt.date(2026, 1, 15))) == [
        "Согласия!I5  P402  согласие отозвано 15.01.2026, а участник не выбыл"
        " → Прекратите обработку данных и поставьте статус «выбыл» или получите новое согласие."
    ]


def test_an_expired_consent_of_a_participant_is_found_at_its_date():
    assert found(TEACHER, consent(valid_until=dt.date(2026, 2, 1))) == [
        "Согласия!H5  P403  согласие истекло 01.02.2026, а участник не выбыл"
        " → Получите новое согласие и впишите его новой строкой."
    ]


def test_an_expired_consent_that_was_renewed_is_not_a_finding():
    assert found(TEACHER, consent(valid_until=dt.date(2025, 9, 30)), consent(signed=dt.date(2025, 10, 1))) == []


@pytest.mark.parametrize("gone", [{"status": "выбыл"}, {"status": "приостановлен"}, {"finished": TODAY}])
def test_the_consents_of_one_who_left_are_not_asked_for(gone):
    assert found(TEACHER.but(**gone), consent(withdrawn=dt.date(2026, 1, 15))) == []


def test_a_consent_without_a_date_is_found():
    assert found(TEACHER, consent(signed=None)) == [
        "Согласия!G5  P404  у согласия нет даты → Впишите дату с подписанного бланка."
    ]


def test_a_consent_signed_tomorrow_is_found():
    assert found(TEACHER, consent(signed=dt.date(2026, 3, 3))) == [
        "Согласия!G5  P405  согласие подписано 03.03.2026 – этот день ещё не наступил → Исправьте дату."
    ]


def test_a_minors_own_consent_is_found():
    assert found(PUPIL, consent("Н-2", given_by="участник")) == [
        "Согласия!E5  P406  согласие дал не законный представитель, а участнику может не быть 18 лет"
        " → Получите согласие законного представителя; если участник старше, уточните год рождения."
    ]


def test_an_ended_consent_to_publication_is_only_noted():
    assert found(TEACHER, consent(), consent(kind=PUBLICATION, withdrawn=dt.date(2026, 1, 15), row=6)) == [
        "Согласия!I6  P407  согласие больше не действует с 15.01.2026: публикация (распространение)"
        " → Получите новое согласие или учтите, что его нет."
    ]


def test_a_consent_that_ends_before_it_is_signed_is_found():
    assert [str(finding) for finding in odd_consents([consent(valid_until=dt.date(2025, 8, 1))])] == [
        "Согласия!H5  P408  дата 01.08.2025 раньше даты согласия 01.09.2025 → Исправьте одну из дат."
    ]


def test_a_representative_without_a_name_is_noted():
    assert [str(finding) for finding in odd_consents([consent(given_by="законный представитель")])] == [
        "Согласия!F5  P409  не указано, кто из законных представителей дал согласие"
        " → Впишите фамилию, имя и отчество представителя."
    ]


def test_a_consent_signed_in_the_future_is_told_as_such_even_when_it_is_not_required():
    ahead = consent(kind=PUBLICATION, signed=dt.date(2026, 4, 1), row=6)
    assert [text.split("  ")[:2] for text in found(TEACHER, consent(), ahead)] == [["Согласия!G6", "P405"]]

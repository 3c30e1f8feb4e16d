"""Which words of two people meet, as they are written."""

from __future__ import annotations

from mentoring_xl.matching.evidence import Evidence


def test_the_request_and_the_competence_that_fit_best_are_named(facts, mentee, mentor):
    left = mentee(request="лыжи; боюсь контрольных", deficits="Травля в классе")
    found = Evidence(facts([left, mentee("Н-2")], [mentor(competences="шахматы; профилактика конфликтов")]))
    assert found.request(0, 0) == ("Травля в классе", "профилактика конфликтов")
    assert found.request(1, 0) == ("", "")


def test_subjects_that_only_stand_near_say_so(facts, mentee, mentor):
    found = Evidence(facts([mentee(subjects="физика, Химия")], [mentor(subjects="химия, история, астрономия")]))
    assert found.subject(0, 0) == (("Химия",), ("физика (рядом – химия)",))


def test_interests_of_one_sense_say_so_too(facts, mentee, mentor):
    found = Evidence(facts([mentee(interests="рисование, лыжи")], [mentor(interests="лыжи, живопись")]))
    assert found.interests(0, 0) == (("лыжи",), ("рисование (рядом – живопись)",))

"""Every finding of the rules, the banks and the pairs that no other test writes out, as a person reads it."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.actions.pairs import recalculate_pairs
from mentoring_xl.core.cell import Place
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.schema.rules import MATCH_RULES
from mentoring_xl.schema.tables import (
    Consent,
    Employee,
    MatchRule,
    Mentee,
    Mentor,
    Pair,
    Preference,
    Setting,
    Unpaired,
)

TODAY = dt.date(2026, 12, 1)
MENTEES = tuple(
    Mentee(at=Place("Банк наставляемых", 4 + n), code=f"Н-{n}", full_name=f"Зимин Пётр {n}", group="педагог")
    for n in (1, 2, 3)
)
MENTOR = Mentor(
    at=Place("Банк наставников", 5), code="М-1", full_name="Лесная Вера Юрьевна", group="педагог", capacity=3
)


def consents() -> tuple[Consent, ...]:
    signed = dt.date(2026, 9, 1)
    data = [
        Consent(person_code=code, kind="обработка персональных данных", signed=signed)
        for code in ("Н-1", "Н-2", "Н-3", "М-1")
    ]
    return (*data, Consent(person_code="М-1", kind="работа наставником", signed=signed))


def found(**rows: tuple[Row, ...]) -> list[str]:
    """Press «Пересчитать пары» on three mentees and one mentor of three places, some tables handed in by name."""
    known = (Mentee, Mentor, Consent, Employee, Preference, MatchRule, Pair, Unpaired, Setting)
    usual = {Mentee: MENTEES, Mentor: (MENTOR,), Consent: consents(), MatchRule: MATCH_RULES}
    load_is_usual = (Setting(code="usual_load", value="4"),)
    tables = {table: rows.get(table.__name__, usual.get(table, ())) for table in known}
    tables[Setting] = rows.get("Setting", load_is_usual)
    return [str(finding) for finding in recalculate_pairs(Tables(tables), TODAY).findings]


def held(mentee: str, row: int) -> Pair:
    return Pair(at=Place("Пары", row), code=f"{mentee}/М-1", mentee_code=mentee, mentor_code="М-1", state="согласована")


def test_without_anything_wrong_nothing_is_found():
    assert found() == []


def test_m101_no_mentors():
    assert found(Mentor=()) == [
        "Банк наставников!Q  M101  в банке наставников никого нет → Впишите наставников в «Банк наставников»."
    ]


def test_m202_a_code_that_names_nobody():
    assert found(Pair=(held("Н-7", 5),)) == ["Пары!B5  M202  наставляемого с кодом «Н-7» в банке нет → Исправьте код."]


def test_m205_more_held_than_places():
    assert found(Mentor=(MENTOR.but(capacity=1),), Pair=(held("Н-1", 5), held("Н-2", 6))) == [
        "Банк наставников!AB5  M205  у наставника М-1 закреплено 2, а мест 1 → "
        "Увеличьте «Сколько наставляемых» или расторгните лишние пары."
    ]


def test_m301_negative_places():
    assert found(Mentor=(MENTOR.but(capacity=-1),)) == [
        "Банк наставников!AB5  M301  «-1» – столько наставляемых не бывает; взято 0 → Впишите 0 или больше."
    ]


def test_m303_an_unknown_rule():
    strange = MatchRule(at=Place("Настройки подбора", 31), code="magic", value="Высокий")
    assert found(MatchRule=(*MATCH_RULES, strange)) == [
        "Настройки подбора!A31  M303  правило «magic» неизвестно → Верните прежний код или удалите строку."
    ]


def test_m304_a_rule_that_is_gone():
    without = tuple(rule for rule in MATCH_RULES if rule.code != "subject")
    (finding,) = found(MatchRule=without)
    assert "M304  нет правил: «Предмет»; взяты обычные значения" in finding


def test_m305_a_rule_written_twice():
    twice = (*MATCH_RULES, MATCH_RULES[0].but(value="Низкий"))
    (finding,) = found(MatchRule=tuple(rule.but() for rule in twice))
    assert f"M305  правило «{MATCH_RULES[0].code}» записано дважды; взято первое" in finding


def test_m306_a_wished_age_that_cannot_be_read():
    assert found(Mentor=(MENTOR.but(wished_age="помладше"),)) == [
        "Банк наставников!H5  M306  желаемый возраст «помладше» не прочитан и при подборе не учтён → "
        "Запишите его как «12–14», «классы 5–7» или «любой»."
    ]


def test_m402_more_mentees_than_usual():
    assert found(Setting=(Setting(code="usual_load", value="2"),)) == [
        "Банк наставников!AB5  M402  у наставника М-1 наставляемых 3, обычно не больше 2 → "
        "Проверьте, хватит ли ему времени, или уменьшите «Сколько наставляемых»."
    ]


def test_m404_less_than_half_an_hour_a_week_for_each():
    assert found(Mentor=(MENTOR.but(time="1 час в неделю"),)) == [
        "Банк наставников!I5  M404  у наставника М-1 наставляемых 3, а времени 1 ч в неделю → "
        "Уточните «Ресурс времени» или уменьшите «Сколько наставляемых»."
    ]
    assert found(Mentor=(MENTOR.but(time="2 часа в неделю"),)) == []

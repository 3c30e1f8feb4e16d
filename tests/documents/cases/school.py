"""A small school with every kind of paper: names hard to decline, a signed order, drafts of all the others.

Н-4 and М-3 have signed nothing yet.
"""

from __future__ import annotations

import datetime as dt

from mentoring_xl import monitoring
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.choices import CONSENT_KINDS, ORDER_KINDS
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    TABLES,
    CaseForms,
    Consent,
    Employee,
    Event,
    Indicator,
    Meeting,
    Mentee,
    Mentor,
    Order,
    OrderLine,
    Pair,
    Preference,
    Programme,
    Setting,
    Step,
    Training,
)

TODAY = dt.date(2026, 11, 20)
PAIRING, REWARDING = ORDER_KINDS.values[4], ORDER_KINDS.values[5]
DATA, PUBLICATION, AGREEMENT = CONSENT_KINDS.values[:3]

SETTINGS = default_rows(
    school="Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 12»",
    school_short="МБОУ СШ № 12",
    town="г. Приозёрск",
    director="Лихачёва Зоя Вячеславовна",
    curator="Лазурок Олег Львович",
    curator_post="заместитель директора по воспитательной работе",
    period="2026/2027",
)
STAFF = (
    Employee(code="С-1", full_name="Лихачёва Зоя Вячеславовна", post="директор", role="директор", active=True),
    Employee(code="С-2", full_name="Ткачук Глеб Борисович", post="методист", role="координатор", active=True),
    Employee(
        code="С-3",
        full_name="Лазурок Олег Львович",
        post="заместитель директора по воспитательной работе",
        role="куратор",
        active=True,
    ),
)
MENTEES = (
    Mentee(code="Н-1", full_name="Журавлёва Кира Артуровна", gender="ж", group="обучающийся", school_class="8Б",
           birth_year=2012, request="пробелы по алгебре", contacts="тайный телефон"),
    Mentee(code="Н-2", full_name="Аббасов Эльчин Ширали оглы", gender="м", group="обучающийся", school_class="9А",
           birth_year=2011, request="выступать перед классом", passed=True),
    Mentee(code="Н-3", full_name="Сушко Тарас Назарович", gender="м", group="педагог", post="учитель физики",
           birth_year=2001, request="дисциплина на уроке", deficits="работа с родителями; оценивание"),
    Mentee(code="Н-5", full_name="Дорошенко Инга Марковна", gender="ж", group="педагог", post="учитель химии",
           birth_year=2000, request="опыты на уроке"),
    Mentee(code="Н-4", full_name="Хан Виолетта Родионовна", gender="ж", group="обучающийся", school_class="7В",
           birth_year=2013, request="английский язык"),
)  # fmt: skip
MENTORS = (
    Mentor(code="М-1", full_name="Вознесенский Лев Ильич", gender="м", group="обучающийся", place="11А",
           school_class="11А", competences="алгебра", birth_year=2009),
    Mentor(code="М-2", full_name="Гринберг Белла Ароновна", gender="ж", group="педагог", post="учитель физики",
           competences="дисциплина на уроке", birth_year=1979),
    Mentor(code="М-3", full_name="Мюллер Виктор Оттович", gender="м", group="внешний", post="ведущий инженер",
           place="завод", competences="робототехника", birth_year=1980),
)  # fmt: skip
CONSENTS = tuple(
    Consent(
        number=number,
        person_code=code,
        kind=kind,
        signed=dt.date(2026, 9, 1 + number),
        given_by=giver,
        representative="Журавлёва Нина Егоровна" if code == "Н-1" else "",
    )
    for number, (code, kind, giver) in enumerate(
        [
            ("Н-1", DATA, "законный представитель"),
            ("Н-2", DATA, "законный представитель"),
            ("Н-2", PUBLICATION, "законный представитель"),
            ("Н-3", DATA, "участник"),
            ("М-1", DATA, "законный представитель"),
            ("М-1", AGREEMENT, "законный представитель"),
            ("М-2", DATA, "участник"),
            ("М-2", AGREEMENT, "участник"),
            ("Н-5", DATA, "участник"),
        ],
        1,
    )
)
PAIRS = (
    Pair(code="Н-1/М-1", mentee_code="Н-1", mentor_code="М-1", form="ученик–ученик", state="согласована"),
    Pair(code="Н-3/М-2", mentee_code="Н-3", mentor_code="М-2", form="учитель–учитель", state="закреплена приказом",
         starts=dt.date(2026, 9, 14), order_number="14-а"),
    Pair(code="Н-2/М-1", mentee_code="Н-2", mentor_code="М-1", form="ученик–ученик", state="завершена",
         starts=dt.date(2026, 1, 12), ends=dt.date(2026, 5, 29)),
    Pair(code="Н-5/М-2", mentee_code="Н-5", mentor_code="М-2", form="учитель–учитель", state="расторгнута",
         starts=dt.date(2026, 9, 14), ends=dt.date(2026, 11, 2), order_number="14-а"),
)  # fmt: skip
SIGNED = Order(code="ПР-1", kind=PAIRING, order_number="14-а", date=dt.date(2026, 9, 11), state="подписан",
               title="О закреплении наставнических пар (групп)", pairs="Н-3/М-2, Н-5/М-2")  # fmt: skip
LINES = tuple(
    OrderLine(order_code="ПР-1", number=number, code=f"{code}/М-2", mentor="Вольская Белла Ароновна",
              mentor_about="учитель физики", mentee=name, mentee_about=post, form="учитель–учитель",
              day=dt.date(2026, 9, 14), consents="наставляемый: 05.09.2026\nнаставник: 08.09.2026, 09.09.2026")
    for number, code, name, post in (
        (1, "Н-3", "Сушко Тарас Назарович", "учитель физики"),
        (2, "Н-5", "Дорошенко Инга Марковна", "учитель химии"),
    )
)  # fmt: skip
"""М-2 has taken another surname since the order."""
DRAFTS = tuple(
    Order(code=f"ПР-{number}", kind=kind, state="черновик") for number, kind in enumerate(ORDER_KINDS.values, 2)
)
STEPS = (
    Step(code="1", number="1", title="Подготовка условий", level="этап", section="Первый этап"),
    Step(code="1.1", number="1.1", title="Приказ о внедрении", deadline="до 15 сентября 2026", responsible="Директор",
         starts=dt.date(2026, 9, 1), ends=dt.date(2026, 9, 15), done=True, section="Первый этап"),
    Step(code="1.2", number="1.2", title="Сбор согласий", deadline="октябрь 2026", responsible="Куратор",
         starts=dt.date(2026, 10, 1), ends=dt.date(2026, 10, 31), section="Первый этап"),
)  # fmt: skip
PROGRAMMES = (
    Programme(number=1, pair_code="Н-3/М-2", goal="Уверенно вести урок", deficits="работа с родителями; оценивание",
              tasks="Посетить пять уроков\nПровести собрание", form="учитель–учитель",
              starts=dt.date(2026, 9, 14), ends=dt.date(2027, 5, 28)),
    Programme(number=2, pair_code="Н-1/М-1, Н-2/М-1", goal="Разобраться в дробях", form="ученик–ученик"),
)  # fmt: skip
MEETINGS = (
    Meeting(number=1, pair_code="Н-3/М-2", kind="организационная", planned=dt.date(2026, 9, 16),
            held=dt.date(2026, 9, 16), topic="Знакомство", outcome="Договорились о днях", progress=6),
    Meeting(number=2, pair_code="Н-3/М-2", kind="регулярная", planned=dt.date(2026, 11, 25), topic="Урок без крика"),
)  # fmt: skip
EVENTS = (
    Event(number=1, title="Групповая встреча", kind="групповая встреча", date=dt.date(2026, 9, 9), place="актовый зал",
          responsible="Лазурок О.Л.", participants="наставники и наставляемые", outcome="выбрали друг друга"),
)  # fmt: skip
PREFERENCES = (
    Preference(person_code="Н-3", first="М-2", answered=dt.date(2026, 9, 9)),
    Preference(person_code="М-2", first="Н-3", answered=dt.date(2026, 9, 9)),
)
TRAININGS = (
    Training(number=1, topic="Как слушать", kind="методический семинар", expert="Ткачук Г.Б.", hours=2,
             date=dt.date(2026, 10, 7), participants="М-1, М-2", state="проведено"),
)  # fmt: skip
FORMS = (CaseForms(text="Лазурок Олег Львович", dative="Лазурку Олегу Львовичу", accusative="Лазурка Олега Львовича"),)

INDICATORS = tuple(row for row in monitoring.INDICATORS if row.code in {"PAIRED", "TRAINED"})

ROWS = {
    Setting: SETTINGS,
    Employee: STAFF,
    Mentee: MENTEES,
    Mentor: MENTORS,
    Consent: CONSENTS,
    Pair: PAIRS,
    Order: (SIGNED, *DRAFTS),
    OrderLine: LINES,
    Step: STEPS,
    Programme: PROGRAMMES,
    Meeting: MEETINGS,
    Event: EVENTS,
    Preference: PREFERENCES,
    Training: TRAININGS,
    CaseForms: FORMS,
    Indicator: INDICATORS,
}


def tables() -> Tables:
    """Return all tables of the school."""
    return Tables({table: ROWS.get(table, ()) for table in TABLES}, "План наставничества на 2026/2027 учебный год")

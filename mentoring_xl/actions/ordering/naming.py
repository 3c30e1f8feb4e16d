"""What the placeholders of the texts of orders stand for, found in the settings, the staff list and the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, date_text, fold, split_list, tidy
from mentoring_xl.documents import Acts, Person, Slot, initials, orders
from mentoring_xl.documents.orders.lines import OUT
from mentoring_xl.schema.choices import GENDERS, STAFF_ROLES
from mentoring_xl.schema.tables import Employee, Setting
from mentoring_xl.schema.texts import CHANGING, PAIRING, REWARDING, STOPPING

from .whom import base_of

if TYPE_CHECKING:
    from mentoring_xl.documents import Gender
    from mentoring_xl.schema.tables import Order, OrderLine

    from .ledger import Ledger
    from .whom import Composed

DIRECTOR, COORDINATOR, CURATOR = STAFF_ROLES.values[:3]
_SEXES: dict[str, Gender] = {GENDERS.values[0]: "m", GENDERS.values[1]: "f"}
_PUPILS: dict[Gender | None, str] = {"m": "ученик", "f": "ученица", None: "обучающийся"}
_LISTED_CONSENTS = 10
_ROLE = "роль «{role}» на листе «Персонал»"
_SETTING = "«{title}» на листе «Настройки»"


def slots(ledger: Ledger, composed: Composed) -> dict[str, Slot]:
    """Return placeholder → what it stands for in this order."""
    order, lines, settings = composed.order, composed.lines, ledger.settings
    of_setting = {
        "школа": "school",
        "краткое название": "school_short",
        "населенный пункт": "town",
        "год плана": "period",
        "общие основания": "order_grounds",
        "контроль": "order_control",
    }
    texts = {name: _text(ledger, code) for name, code in of_setting.items()}
    return {
        **texts,
        "учебный год": Slot(_year(settings.text("period")), texts["год плана"].where),
        "директор": Slot(_leader(ledger, "director", DIRECTOR), _where(ledger, "director")),
        "координатор": Slot(staff(ledger, COORDINATOR), _ROLE.format(role=COORDINATOR)),
        "куратор": Slot(_leader(ledger, "curator", CURATOR), _where(ledger, "curator")),
        "кураторы": Slot(
            staff(ledger, CURATOR) or _leader(ledger, "curator", CURATOR), _ROLE.format(role=CURATOR)
        ),
        "приказ": Slot(_base(ledger, order), "столбец «Меняет приказ» и номер этого приказа"),
        "основания": Slot(grounds(order), "столбец «Основание» приказа"),
        "список пар": Slot(_pairs(composed), "пары на листе «Пары»"),
        "согласия": Slot(_consents(lines), "даты на листе «Согласия»"),
        "поощряемые": Slot(_people(ledger, composed), "завершённые пары или отметки о прохождении"),
    }  # fmt: skip


def staff(ledger: Ledger, role: str) -> tuple[Person, ...]:
    """Return the employees of a role, without those who have left, in sheet order."""
    found = [row for row in ledger.tables[Employee] if role in map(fold, split_list(row.role)) and tidy(row.full_name)]
    working = [row for row in found if row.active] or found
    return tuple(
        Person(tidy(row.full_name), tidy(row.post), _SEXES.get(row.gender), row.cell("full_name")) for row in working
    )


def heading(ledger: Ledger, order: Order) -> orders.Heading:
    """Return what stands above and below the items of an order."""
    settings = ledger.settings
    return orders.Heading(
        school=settings.text("school"),
        town=settings.text("town"),
        director_post=settings.text("director_post"),
        director=initials(settings.text("director")),
        number=tidy(order.order_number),
        date=order.date,
        title=order.title,
    )


def acquainted(ledger: Ledger, composed: Composed) -> tuple[str, ...]:
    """Return who signs to have read the order, each once.

    Of pairs the mentors do; children's representatives sign the consents instead.
    """
    if composed.order.kind in (PAIRING, CHANGING, STOPPING, REWARDING):
        names = [line.mentor for line in composed.lines]
    else:
        names = [person.full_name for role in (COORDINATOR, CURATOR) for person in staff(ledger, role)]
    return tuple(dict.fromkeys(filter(None, names)))


def _text(ledger: Ledger, code: str) -> Slot:
    value = ledger.settings.text(code)
    return Slot((value,) if value else (), _where(ledger, code))


def _where(ledger: Ledger, code: str) -> str:
    title = next((row.title for row in ledger.tables[Setting] if row.code == code), code)
    return _SETTING.format(title=title)


def _leader(ledger: Ledger, code: str, role: str) -> tuple[Person, ...]:
    """Return the person named in the settings, else the first employee of the role."""
    name = ledger.settings.text(code)
    if not name:
        return staff(ledger, role)[:1]
    row = next((row for row in ledger.tables[Setting] if row.code == code), None)
    same = (employee for employee in ledger.tables[Employee] if fold(employee.full_name) == fold(name))
    gender = next((_SEXES.get(employee.gender) for employee in same), None)
    return (Person(name, ledger.settings.text(f"{code}_post"), gender, row.cell("value") if row else None),)


def _year(period: str) -> tuple[str, ...]:
    if not period:
        return ()
    return (f"{period} {'год' if period.isdecimal() else 'учебный год'}",)


def _base(ledger: Ledger, order: Order) -> tuple[str, ...]:
    base = base_of(ledger, order)
    if base is None or not tidy(base.order_number) or base.date is None:
        return ()
    return (f"от {date_text(base.date)} № {tidy(base.order_number)}",)


def grounds(order: Order) -> tuple[Acts, ...]:
    """Return the grounds of the register as one phrase, () when there are none."""
    parts = tuple(filter(None, map(tidy, order.grounds.split(";"))))
    return (Acts(parts),) if parts else ()


def _pairs(composed: Composed) -> tuple[str, ...]:
    stopping = composed.order.kind == STOPPING
    return tuple(
        f"{orders.named(line)}, с {date_text(line.day)}" if stopping and line.day else orders.named(line)
        for line in composed.lines
    )


def _consents(lines: tuple[OrderLine, ...]) -> tuple[str, ...]:
    """List whose consents and of which days; many of them stand in the appendix only."""
    dated: dict[str, str] = {}
    for line in lines:
        for consent in line.consents.splitlines() if line.change != OUT else ():
            who, _, days = consent.partition(": ")
            name = line.mentor if who == "наставник" else line.mentee
            dated[name] = f"{initials(name)} – {days}"
    if len(dated) > _LISTED_CONSENTS:
        return ("даты указаны в приложении 1",)
    return ("; ".join(dated.values()),) if dated else ()


def _people(ledger: Ledger, composed: Composed) -> tuple[Person, ...]:
    """Return the people of the lines, with their genders where the banks still know them."""
    if composed.order.kind != REWARDING:
        return ()
    members = {**ledger.banks.mentees, **ledger.banks.mentors}
    found = []
    for line in composed.lines:
        member = members.get(code_key(line.code))
        gender = _SEXES.get(member.person.gender) if member else None
        cell = member.person.cell("full_name") if member else None
        found.append(Person(line.mentor, _post(line.mentor_about, gender), gender, cell))
    return tuple(found)


def _post(about: str, gender: Gender | None) -> str:
    """Return the post; of a pupil, whose line says «11А класс», «ученик 11А класса», which declines."""
    return f"{_PUPILS[gender]} {about}а" if about.endswith(" класс") else about

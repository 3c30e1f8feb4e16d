"""The programme in one screen: what stands how, and what to do next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import counted, date_text
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.tables import Meeting, Order, Setting, StatusLine, Unpaired

from .facts import WORKING_PAIR, gather

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from mentoring_xl.core.outcome import Tables

    from .facts import Facts


def state(tables: Tables, today: dt.date, consented: Collection[str]) -> tuple[StatusLine, ...]:
    """Return the lines of «Состояние программы», from the plan to the papers.

    consented: codes of the people whose consent to data processing is in force.
    """
    facts = gather(tables, consented)
    return (
        _plan(facts),
        _overdue(facts),
        _mentees(facts),
        _mentors(facts),
        _consents(facts),
        _pairs(facts),
        _unpaired(tables),
        _first_meetings(tables, facts, today),
        _orders(tables),
    )


def _plan(facts: Facts) -> StatusLine:
    done, whole = sum(step.done for step in facts.steps), len(facts.steps)
    advice = "Отмечайте «да» в столбце «Выполнено»." if whole else "Впишите мероприятия плана."
    return StatusLine(
        topic="Дорожная карта – выполнено", value=f"{done} из {whole}", advice=advice, link="Дорожная карта"
    )


def _overdue(facts: Facts) -> StatusLine:
    late = [step for step in facts.steps if step.state == "просрочено"]
    soon = sorted(step.ends for step in facts.steps if step.state == "скоро" and step.ends)
    advice = "Отметьте выполненное или перенесите срок." if late else "Просроченного нет."
    if soon:
        advice += f" Ближайший срок – {date_text(soon[0])}."
    return StatusLine(
        topic="Дорожная карта – просрочено / скоро",
        value=f"{len(late)} / {len(soon)}",
        advice=advice,
        link="Дорожная карта · кнопка «Проверить сроки»",
    )


def _mentees(facts: Facts) -> StatusLine:
    groups = Counter(mentee.group or "без группы" for mentee in facts.mentees)
    value = ", ".join(f"{group}: {count}" for group, count in sorted(groups.items())) or "нет"
    return StatusLine(
        topic="Наставляемые", value=str(len(facts.mentees)), advice=f"По группам – {value}.", link="Банк наставляемых"
    )


def _mentors(facts: Facts) -> StatusLine:
    places = sum(1 if mentor.capacity is None else max(mentor.capacity, 0) for mentor in facts.mentors)
    short = len(facts.mentees) - places
    advice = (
        f"Не хватает: {counted(short, 'место', 'места', 'мест')} у наставников. Пригласите новых наставников."
        if short > 0
        else "Мест хватает."
    )
    value = f"{len(facts.mentors)}, мест {places}"
    return StatusLine(topic="Наставники", value=value, advice=advice, link="Банк наставников")


def _consents(facts: Facts) -> StatusLine:
    missing = [person for person in facts.people if person.code not in facts.consented]
    advice = "Соберите недостающие согласия: без них пара не закрепляется." if missing else "Согласия есть у всех."
    return StatusLine(
        topic="Без согласия на обработку данных",
        value=str(len(missing)),
        advice=advice,
        link="Согласия · кнопка «Проверить людей»",
    )


def _pairs(facts: Facts) -> StatusLine:
    states = Counter(pair.state or "предложена" for pair in facts.pairs)
    value = ", ".join(f"{name}: {count}" for name, count in sorted(states.items()))
    if not facts.pairs:
        advice = "Нажмите «Пересчитать пары»."
    elif states["предложена"]:
        advice = "Обсудите предложенные пары и поставьте «согласована» или «Запрет»."
    else:
        advice = "Все пары рассмотрены."
    return StatusLine(topic="Пары", value=value or "нет", advice=advice, link="Пары · кнопка «Пересчитать пары»")


def _unpaired(tables: Tables) -> StatusLine:
    waiting = [row for row in tables[Unpaired] if row.mentee_code]
    helped = sum(bool(row.support.strip()) for row in waiting)
    advice = (
        f"Поддержка записана у {helped} из {len(waiting)}; поиск наставника продолжается." if waiting else "Таких нет."
    )
    return StatusLine(topic="Наставляемые без пары", value=str(len(waiting)), advice=advice, link="Без пары")


def _first_meetings(tables: Tables, facts: Facts, today: dt.date) -> StatusLine:
    limit = Settings(tables[Setting]).whole("first_meeting_days")
    met = {meeting.pair_code for meeting in tables[Meeting] if meeting.held}
    silent = [
        pair
        for pair in facts.pairs
        if pair.state in WORKING_PAIR and pair.starts and (today - pair.starts).days > limit and pair.code not in met
    ]
    advice = f"Проведите первую встречу: прошло больше {limit} дней." if silent else "Задержек нет."
    return StatusLine(topic="Пары без первой встречи", value=str(len(silent)), advice=advice, link="Встречи")


def _orders(tables: Tables) -> StatusLine:
    states = Counter(order.state or "черновик" for order in tables[Order])
    value = ", ".join(f"{name}: {count}" for name, count in sorted(states.items())) or "нет"
    waiting = states["черновик"] + states["на подписи"]
    advice = "Поставьте номер, дату и «подписан» после подписи директора." if waiting else "Ждать подписи нечему."
    return StatusLine(topic="Приказы", value=value, advice=advice, link="Приказы · кнопка «Заполнить приказы»")

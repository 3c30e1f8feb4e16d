"""The programme in one screen: what stands how, and what to do next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mentoring_xl.core.text import code_key, counted, date_text, fold
from mentoring_xl.schema.choices import WAITING
from mentoring_xl.schema.settings import Settings
from mentoring_xl.schema.states.orders import DRAFT, TO_SIGN
from mentoring_xl.schema.states.pairs import AGREED, PROPOSED
from mentoring_xl.schema.states.steps import OVERDUE
from mentoring_xl.schema.tables import Mentee, Notice, Order, Setting, StatusLine, Unpaired

from .facts import codes, gather
from .health import health
from .pairing import pairing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from mentoring_xl.core.outcome import Tables

    from .facts import Facts
    from .health import Health


def state(tables: Tables, today: dt.date, consented: Collection[str]) -> tuple[StatusLine, ...]:
    """Return the lines of «Состояние программы», from the plan to the papers.

    consented: codes of the people whose consent to data processing is in force.
    """
    facts, found = gather(tables, consented), health(tables, today)
    alone = pairing(facts.mentees, facts.pairs, today).alone
    return (
        _plan(facts),
        _overdue(facts),
        _mentees(tables, facts, today),
        _mentors(facts),
        _consents(facts),
        _pairs(facts, _unsought(tables, alone)),
        _unpaired(tables, facts, alone),
        _first_meetings(tables, found),
        _pauses(tables, found),
        _parted(found),
        _orders(tables, facts),
        _notices(tables),
    )


def _plan(facts: Facts) -> StatusLine:
    done, whole = sum(step.done for step in facts.steps), len(facts.steps)
    advice = "Отмечайте «да» в столбце «Выполнено»." if whole else "Впишите мероприятия плана."
    return StatusLine(
        topic="Дорожная карта – выполнено", value=f"{done} из {whole}", advice=advice, link="Дорожная карта"
    )


def _overdue(facts: Facts) -> StatusLine:
    late = [step for step in facts.steps if step.state == OVERDUE]
    soon = sorted(step.ends for step in facts.steps if step.state == "скоро" and step.ends)
    dated = any(step.ends for step in facts.steps)
    calm = "Просроченного нет." if dated else "Сроков в плане нет."
    advice = "Отметьте выполненное или перенесите срок." if late else calm
    if soon:
        advice += f" Ближайший срок – {date_text(soon[0])}."
    return StatusLine(
        topic="Дорожная карта – просрочено / скоро",
        value=f"{len(late)} / {len(soon)}",
        advice=advice,
        link="Дорожная карта · кнопка «Проверить сроки»",
    )


def _mentees(tables: Tables, facts: Facts, today: dt.date) -> StatusLine:
    groups = Counter(mentee.group or "без группы" for mentee in facts.mentees)
    named = ", ".join(f"{_GROUPS.get(group, group)} – {count}" for group, count in sorted(groups.items()))
    over = sum(bool(one.finished and one.finished <= today) for one in facts.mentees)
    away = len(tables[Mentee]) - len(facts.mentees)
    advice = f"По группам: {named}." if named else "Впишите наставляемых."
    advice += f" Из них завершили программу: {over}." if over else ""
    advice += f" Ещё приостановлены или выбыли: {away}." if away else ""
    return StatusLine(topic="Наставляемые", value=str(len(facts.mentees)), advice=advice, link="Банк наставляемых")


def _mentors(facts: Facts) -> StatusLine:
    places = sum(1 if mentor.capacity is None else max(mentor.capacity, 0) for mentor in facts.mentors)
    short = len(facts.mentees) - places
    advice = (
        f"Не хватает {counted(short, 'места', 'мест', 'мест')} у наставников. Пригласите новых."
        if short > 0
        else "Мест хватает."
    )
    if not facts.mentors:
        advice = "Впишите наставников."
    value = f"{len(facts.mentors)}, мест {places}"
    return StatusLine(topic="Наставники", value=value, advice=advice, link="Банк наставников")


def _consents(facts: Facts) -> StatusLine:
    missing = [person for person in facts.people if person.code not in facts.consented]
    calm = "Согласия есть у всех." if facts.people else "Участников пока нет."
    advice = "Соберите недостающие согласия: без них пара не закрепляется." if missing else calm
    return StatusLine(
        topic="Без согласия на обработку данных",
        value=str(len(missing)),
        advice=advice,
        link="Согласия · кнопка «Проверить людей»",
    )


def _pairs(facts: Facts, unsought: int) -> StatusLine:
    states = Counter(pair.state or PROPOSED for pair in facts.pairs)
    value = ", ".join(f"{name}: {count}" for name, count in sorted(states.items()))
    if not (facts.pairs or (facts.mentees and facts.mentors)):
        advice = "Сначала впишите наставляемых и наставников."
    elif unsought and facts.mentors:
        advice = "Нажмите «Пересчитать пары»."
    elif states[PROPOSED]:
        advice = "Обсудите предложенные пары и поставьте «согласована» или «Запрет»."
    else:
        advice = "Все пары рассмотрены."
    return StatusLine(topic="Пары", value=value or "нет", advice=advice, link="Пары · кнопка «Пересчитать пары»")


def _unpaired(tables: Tables, facts: Facts, alone: Sequence[Mentee]) -> StatusLine:
    unsought = _unsought(tables, alone)
    if unsought:
        advice = f"Ещё не подбирали пару для {counted(unsought, 'человека', 'человек', 'человек')}."
    elif alone:
        supported = codes(row.mentee_code for row in tables[Unpaired] if row.support.strip())
        helped = sum(code_key(one.code) in supported for one in alone)
        advice = f"Продолжайте поиск и впишите поддержку: она записана у {helped} из {len(alone)}."
    else:
        advice = "Таких нет." if facts.pairs else "Пары ещё не подбирались."
    return StatusLine(topic="Наставляемые без пары", value=str(len(alone)), advice=advice, link="Без пары")


def _unsought(tables: Tables, alone: Iterable[Mentee]) -> int:
    """Return how many of those alone a search would look at and none has listed on «Без пары» yet."""
    listed = codes(row.mentee_code for row in tables[Unpaired])
    return sum(fold(one.status) != WAITING and code_key(one.code) not in listed for one in alone)


def _first_meetings(tables: Tables, found: Health) -> StatusLine:
    limit = Settings(tables[Setting]).whole("first_meeting_days")
    late = f"Проведите первую встречу: прошло больше {counted(limit, 'дня', 'дней', 'дней')}."
    advice = late if found.silent else "Задержек нет."
    return StatusLine(topic="Пары без первой встречи", value=str(len(found.silent)), advice=advice, link="Встречи")


def _pauses(tables: Tables, found: Health) -> StatusLine:
    limit = Settings(tables[Setting]).whole("idle_days")
    late = f"Узнайте, что мешает: не встречались больше {counted(limit, 'дня', 'дней', 'дней')}."
    advice = late if found.idle else "Долгих перерывов нет."
    return StatusLine(topic="Пары с долгим перерывом", value=str(len(found.idle)), advice=advice, link="Встречи")


def _parted(found: Health) -> StatusLine:
    unsaid = sum(not pair.holds("end_reason") for pair in found.parted)
    said = f"Впишите причину окончания: её нет у {unsaid} из {len(found.parted)}." if unsaid else "Причины записаны."
    advice = said if found.parted else "Таких нет."
    return StatusLine(topic="Пары, расторгнутые до срока", value=str(len(found.parted)), advice=advice, link="Пары")


def _orders(tables: Tables, facts: Facts) -> StatusLine:
    states = Counter(fold(order.state) or DRAFT for order in tables[Order])
    value = ", ".join(f"{name}: {count}" for name, count in sorted(states.items())) or "нет"
    waiting = states[DRAFT] + states[TO_SIGN]
    wanted = {AGREED, PROPOSED} if Settings(tables[Setting]).flag("order_proposed") else {AGREED}
    if waiting:
        advice = "Поставьте номер, дату и «подписан» после подписи директора."
    elif any(pair.state in wanted and not pair.forbidden for pair in facts.pairs):
        advice = "Нажмите «Заполнить приказы»: есть пары без приказа."
    else:
        advice = "Все приказы подписаны." if states else "Приказ понадобится, когда появятся пары."
    return StatusLine(topic="Приказы", value=value, advice=advice, link="Приказы · кнопка «Заполнить приказы»")


def _notices(tables: Tables) -> StatusLine:
    counts = Counter(notice.severity for notice in tables[Notice])
    found = [f"{word}: {counts[severity]}" for severity, word in _SEVERITIES.items() if counts[severity]]
    advice = "Исправьте, что названо на листе, и нажмите «Проверить всё»." if found else "Нажмите «Проверить всё»."
    return StatusLine(
        topic="Замечания", value=", ".join(found) or "нет", advice=advice, link="Замечания · кнопка «Проверить всё»"
    )


_GROUPS = {"педагог": "педагоги", "обучающийся": "обучающиеся", "внешний": "внешние"}
_SEVERITIES = {"ошибка": "ошибок", "предупреждение": "предупреждений", "заметка": "заметок"}

"""The letter to the director: short, by name and patronymic, in the school's own words."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.actions.covering import covering_letter
from mentoring_xl.core.outcome import Tables
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Mentee, Notice, Order, Pair, PaperText, Setting

TODAY = dt.date(2026, 11, 20)


def letter(changed="ничего не изменилось", *, locked=False, director="Полевая Анна Ильинична", **rows):
    tables = {Notice: (), Pair: (), Mentee: (), Order: (), PaperText: (), Setting: default_rows(director=director)}
    given = {table: rows.get(table.__name__, standing) for table, standing in tables.items()}
    return covering_letter(Tables(given), TODAY, changed, locked=locked)


def test_a_quiet_week_is_four_lines():
    assert letter() == (
        "Программа наставничества на 20.11.2026",
        "Здравствуйте, Анна Ильинична!\nНаправляю копию книги программы наставничества.\n\n"
        "– На подпись: ничего.\n– Пары: пока нет.\n– Замечания проверок: нет.\n"
        "– С прошлой копии: ничего не изменилось.\n\n"
        "Правьте прямо в файле, сохраните его и пришлите обратно.",
    )


@pytest.mark.parametrize(
    ("director", "greeting"),
    [("", "Здравствуйте!"), ("Полевая Анна", "Здравствуйте!"), ("Ли Анна Сергеевна", "Здравствуйте, Анна Сергеевна!")],
)
def test_the_greeting_needs_a_patronymic(director: str, greeting: str):
    assert letter(director=director)[1].splitlines()[0] == greeting


def test_what_waits_is_counted():
    orders = (
        Order(code="1", kind="о внедрении целевой модели", state="подписан"),
        Order(code="2", kind="о поощрении участников", order_number="15-а", state="на подписи"),
        Order(code="3", kind="о прекращении работы пары"),
    )
    pairs = (Pair(state="предложена"), Pair(), Pair(state="закреплена приказом"), Pair(forbidden=True))
    text = letter(
        Order=orders, Pair=pairs, Mentee=(Mentee(code="Н-1"), Mentee(code="Н-2")),
        Notice=(Notice(severity="ошибка"), Notice(severity="предупреждение"), Notice(severity="ошибка")),
    )[1]  # fmt: skip
    assert "– На подпись: приказ о поощрении участников № 15-а; приказ о прекращении работы пары." in text
    assert "– Пары: предложена – 2, закреплена приказом – 1, без пары – 2 наставляемых." in text
    assert "– Замечания проверок: ошибок – 2, предупреждений – 1." in text


def test_the_words_of_the_school_are_taken():
    own = (
        PaperText(kind="Письмо директору", part="заголовок", number="1", text="Наставничество, {дата}"),
        PaperText(kind="Письмо директору", part="пункт", number="1", text="Подпишите: {на подпись}"),
        PaperText(kind="Письмо директору", part="контроль", number="1", text="{пароль}"),
    )
    assert letter(PaperText=own, locked=True) == (
        "Наставничество, 20.11.2026",
        "– Подпишите: ничего\n\nФайл закрыт паролем: его сообщит куратор.",
    )

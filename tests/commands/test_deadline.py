from __future__ import annotations

import json

import pytest

from mentoring_xl import cli


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(["deadline", *arguments])
    return code, capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("до 20 апреля 2023г.", "Что это: последний день срока\nДаты: до 20.04.2023 включительно\n"),
        ("с 4 по 23 сентября", "Что это: промежуток\nДаты: с 04.09.2026 по 23.09.2026\n"),
        ("с 30.03", "Что это: промежуток\nДаты: с 30.03.2027\n"),
        ("начало апреля", "Что это: промежуток, даты примерные\nДаты: с 01.04.2027 по 10.04.2027\n"),
        ("1 раз в четверть", "Что это: повторяется\nДаты: нет\nПравило: 1 раз в четверть\n"),
        ("по отдельному плану", "Что это: назначен другим документом\nДаты: нет\n"),
        (
            "5 и 19 мая",
            "Что это: несколько дат\nДаты: с 05.05.2027 по 19.05.2027\nЧасти: 05.05.2027; 19.05.2027\n",
        ),
        ("-", "Что это: пусто\n"),
    ],
)
def test_a_phrase_is_told_in_russian(capsys: pytest.CaptureFixture[str], text: str, lines: str):
    assert told(capsys, text, "--plan", "2026/2027") == (cli.DONE, lines)


def test_a_problem_stands_under_its_place_with_what_to_do(capsys: pytest.CaptureFixture[str]):
    assert told(capsys, "сентябрь,\n31 июня", "--plan", "2026/2027") == (
        cli.FOUND,
        "Что это: несколько дат\n"
        "Даты: с 01.09.2026 по 30.06.2027\n"
        "Части: с 01.09.2026 по 30.09.2026; 30.06.2027\n"
        "    сентябрь, 31 июня\n"
        "              ^^^^^^^\n"
        "месяц кончается 30.06.2027 → Исправьте число или месяц.\n",
    )


def test_without_a_plan_a_bare_month_asks_for_a_year(capsys: pytest.CaptureFixture[str]):
    code, out = told(capsys, "сентябрь")
    assert code == cli.FOUND
    assert out.endswith("год не указан → Допишите год или укажите план: --plan 2026/2027.\n")


def test_what_is_not_a_deadline_is_answered_with_examples(capsys: pytest.CaptureFixture[str]):
    assert told(capsys, "в актовом зале") == (
        cli.FOUND,
        "Что это: не понято\nЗапишите срок как «20.04.2026», «март 2026», «до 20 апреля» или «в течение года».\n",
    )


def test_json_has_iso_dates_and_offsets(capsys: pytest.CaptureFixture[str]):
    code, out = told(capsys, "пн 5 мая и 7 мая", "--plan", "2026", "--json")
    assert code == cli.FOUND
    assert json.loads(out) == {
        "text": "пн 5 мая и 7 мая",
        "plan": {"start": "2026-01-01", "end": "2026-12-31"},
        "kind": "interval",
        "start": "2026-05-05",
        "end": "2026-05-07",
        "members": [{"start": "2026-05-05", "end": "2026-05-05"}, {"start": "2026-05-07", "end": "2026-05-07"}],
        "recurrence": None,
        "approximate": False,
        "problems": [
            {
                "kind": "weekday_contradicts",
                "begin": 0,
                "end": 8,
                "text": "пн 5 мая",
                "hint": "05.05.2026 – вторник",
                "dates": ["2026-05-05"],
            }
        ],
    }


def test_a_plan_that_is_no_year_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]):
    assert cli.main(["deadline", "5 мая", "--plan", "абв"]) == cli.COULD_NOT
    assert capsys.readouterr().err == ("«абв» не год плана. Укажите календарный (2026) или учебный год (2026/2027).\n")

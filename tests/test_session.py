"""One press: read, act, note, write, journal."""

from __future__ import annotations

import datetime as dt

from mentoring_xl import session
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import (
    Consent,
    Entry,
    Indicator,
    Mentee,
    Mentor,
    Notice,
    Order,
    Pair,
    Setting,
    StatusLine,
    Step,
)

NOW = dt.datetime(2026, 11, 20, 14, 5)
CHECK_DEADLINES = button("check_deadlines")


def book(*steps: Step) -> MemoryBook:
    """Return a book with a plan for 2026 and nobody in it."""
    return MemoryBook({Step: steps, Setting: (Setting(code="period", value="2026"),)})


def late_step() -> Step:
    return Step(
        code="1", title="Анкетирование", deadline="до 20 апреля 2026 г.", responsible="Директор", result="Анкеты"
    )


def test_a_press_fills_dates_notes_findings_and_writes_one_line_of_the_journal():
    opened = book(late_step())
    report = session.press(CHECK_DEADLINES, opened, NOW)
    assert opened.rows[Step][0].ends == dt.date(2026, 4, 20)
    assert opened.rows[Step][0].state == "просрочено"
    assert [notice.place for notice in opened.rows[Notice]] == [str(finding.cell) for finding in report.findings]
    assert len(opened.rows[Entry]) == 1
    assert opened.rows[Entry][0].when == "20.11.2026 14:05"
    assert opened.rows[Entry][0].button == "Проверить сроки"
    assert opened.saves == 1


def test_the_second_press_changes_nothing_and_is_not_saved():
    opened = book(late_step())
    session.press(CHECK_DEADLINES, opened, NOW)
    report = session.press(CHECK_DEADLINES, opened, NOW + dt.timedelta(minutes=5))
    assert report.changes == {}
    assert report.saved is False
    assert opened.saves == 1
    assert len(opened.rows[Entry]) == 1


def test_a_dry_run_says_what_would_change_and_saves_nothing():
    opened = book(late_step())
    report = session.press(CHECK_DEADLINES, opened, NOW, dry_run=True)
    assert report.changes["Дорожная карта"] == 3
    assert opened.saves == 0
    assert Entry not in opened.rows


def test_findings_of_other_buttons_stay():
    theirs = Notice(
        number=1, severity="ошибка", place="Согласия!B5", message="кого-то нет", button="Проверить людей", code="P101"
    )
    opened = book(late_step())
    opened.rows[Notice] = [theirs]
    session.press(CHECK_DEADLINES, opened, NOW)
    assert "Согласия!B5" in [notice.place for notice in opened.rows[Notice]]


def test_a_finding_that_is_gone_leaves_the_sheet():
    opened = book(late_step())
    session.press(CHECK_DEADLINES, opened, NOW)
    assert opened.rows[Notice]
    opened.rows[Step] = [opened.rows[Step][0].but(done=True, done_on=dt.date(2026, 4, 18), document="Протокол № 2")]
    session.press(CHECK_DEADLINES, opened, NOW)
    assert opened.rows[Notice] == []


def test_a_single_button_takes_away_what_the_check_of_everything_had_found():
    opened = book(late_step().but(deadline="31 ноября 2026"))
    opened.rows[Notice] = [
        Notice(severity="ошибка", place="Дорожная карта!D11", code="R203", button="Проверить всё", key="Roadmap!D11"),
        Notice(severity="ошибка", place="Согласия!B5", code="P101", button="Проверить всё", key="Consents!B5"),
    ]
    opened.rows[Step] = [late_step()]
    session.press(CHECK_DEADLINES, opened, NOW)
    assert "R203" not in [notice.code for notice in opened.rows[Notice]]
    assert "P101" in [notice.code for notice in opened.rows[Notice]]


def test_a_finding_stands_once_however_many_buttons_find_it():
    opened = book(late_step())
    opened.rows[Setting].append(Setting(code="soon_days", value="скоро"))
    session.press(button("check"), opened, NOW)
    found = list(opened.rows[Notice])
    assert {"R204", "S101"} <= {notice.code for notice in found}
    report = session.press(CHECK_DEADLINES, opened, NOW + dt.timedelta(minutes=5))
    assert opened.rows[Notice] == found
    assert report.changes == {}


def test_findings_stand_by_severity_then_by_sheet_row_and_column():
    keys = ["Pairs!D9", "Roadmap!D65", "Roadmap!D9", "Roadmap!AA9", "Settings!D4"]
    opened = book()
    opened.rows[Notice] = [
        Notice(severity="ошибка", place=key, code="P101", button="Проверить людей", key=key) for key in keys
    ] + [Notice(severity="заметка", place="x", code="P101", button="Проверить людей", key="Settings!A1")]
    session.press(CHECK_DEADLINES, opened, NOW)
    theirs = [notice.key for notice in opened.rows[Notice] if notice.code == "P101"]
    assert theirs == ["Settings!D4", "Roadmap!D9", "Roadmap!AA9", "Roadmap!D65", "Pairs!D9", "Settings!A1"]


def test_a_finding_keeps_the_day_it_was_first_found():
    opened = book(late_step())
    session.press(CHECK_DEADLINES, opened, NOW)
    opened.rows[Step].append(late_step().but(code="2", deadline="31 ноября 2026"))
    session.press(CHECK_DEADLINES, opened, NOW + dt.timedelta(days=2))
    found = {notice.place: notice.found for notice in opened.rows[Notice]}
    assert found["Дорожная карта!D11"] == dt.date(2026, 11, 20)
    assert found["Дорожная карта!D12"] == dt.date(2026, 11, 22)


def test_notices_carry_the_key_by_which_the_cell_is_coloured():
    opened = book(late_step())
    session.press(CHECK_DEADLINES, opened, NOW)
    assert opened.rows[Notice][0].key == "Roadmap!D11"


def test_a_setting_that_cannot_be_read_is_told_at_every_press():
    opened = book(late_step())
    opened.rows[Setting].append(Setting(code="soon_days", value="скоро"))
    report = session.press(CHECK_DEADLINES, opened, NOW)
    assert "S101" in [finding.code.code for finding in report.findings]


def test_a_setting_that_was_mended_leaves_with_the_next_press_of_any_button():
    opened = book(late_step())
    opened.rows[Setting].append(Setting(code="soon_days", value="скоро"))
    session.press(CHECK_DEADLINES, opened, NOW)
    opened.rows[Setting][-1] = Setting(code="soon_days", value="7")
    session.press(button("check_people"), opened, NOW)
    assert [notice.code for notice in opened.rows[Notice]] == ["R204"]


def test_the_verdict_counts_by_severity():
    opened = book(late_step(), late_step().but(code="2", deadline="31 ноября 2026", responsible=""))
    report = session.press(CHECK_DEADLINES, opened, NOW)
    assert report.verdict == "1 ошибка, 2 предупреждения, 1 заметка"
    assert session.verdict(()) == "замечаний нет"


def test_a_person_reads_errors_first_then_warnings_then_notes():
    opened = book(late_step(), late_step().but(code="2", deadline="31 ноября 2026", responsible=""))
    report = session.press(CHECK_DEADLINES, opened, NOW)
    assert [finding.code.code for finding in report.findings] == ["R203", "R204", "R401", "R205"]


def test_a_cell_that_the_program_fills_is_not_named_once_it_is_filled():
    opened = book(late_step().but(ends="когда-нибудь"))
    report = session.press(CHECK_DEADLINES, opened, NOW)
    assert opened.rows[Step][0].ends == dt.date(2026, 4, 20)
    assert [finding.code.code for finding in report.findings] == ["R204"]


def test_a_spoilt_cell_of_the_notices_is_laid_anew_and_no_finding_itself():
    opened = book(late_step())
    session.press(CHECK_DEADLINES, opened, NOW)
    opened.rows[Notice] = [opened.rows[Notice][0].but(found="вчера")]
    report = session.press(CHECK_DEADLINES, opened, NOW)
    assert [finding.code.code for finding in report.findings] == ["R204"]


def test_the_state_of_the_programme_counts_the_findings_of_its_own_press():
    opened = book()
    session.press(button("status"), opened, NOW)
    opened.rows[Setting].append(Setting(code="soon_days", value="скоро"))
    report = session.press(button("status"), opened, NOW)
    told = {line.topic: line.value for line in opened.rows[StatusLine]}
    assert told["Замечания"] == "ошибок: 1"
    assert report.changes == {"Как пользоваться": 2, "Замечания": 9}


def test_changes_are_told_in_the_order_of_the_sheets_and_printed_pages_last():
    signed = dt.date(2026, 9, 1)
    teacher = {"group": "педагог", "birth_year": 1980}
    opened = book()
    opened.rows |= {
        Mentee: [Mentee(code="Н-1", full_name="Зимин Пётр Ильич", **teacher)],
        Mentor: [Mentor(code="М-1", full_name="Лесная Вера Юрьевна", **teacher)],
        Pair: [Pair(code="Н-1/М-1", mentee_code="Н-1", mentor_code="М-1", state="согласована")],
        Consent: [
            Consent(person_code="Н-1", kind="обработка персональных данных", signed=signed),
            Consent(person_code="М-1", kind="обработка персональных данных", signed=signed),
            Consent(person_code="М-1", kind="работа наставником", signed=signed),
        ],
        Order: [],
    }
    report = session.press(button("fill_orders"), opened, NOW)
    assert list(report.changes) == ["Приказы", "Строки приказов", "Склонения", "Замечания", "Приказ ПР-1"]


def test_the_terminal_is_told_what_a_press_is_at():
    told = []
    session.press(
        CHECK_DEADLINES, book(late_step()), NOW, progress=lambda what, done, whole: told.append((what, done, whole))
    )
    assert told == [("Чтение книги", 0, 1), ("Сроки", 0, 1), ("Сроки", 1, 1), ("Запись", 0, 1)]


def test_a_cell_that_cannot_be_read_is_named_where_it_stands_after_its_row_has_moved():
    opened = MemoryBook(
        {
            Pair: [
                Pair(number=1, mentee_code="Н-8", mentor_code="М-8", code="Н-8/М-8", state="предложена"),
                Pair(number=2, mentee_code="Н-9", mentor_code="М-9", code="Н-9/М-9", state="согласована", ends="вчера"),
            ]
        }
    )
    report = session.press(button("recalculate_pairs"), opened, NOW)
    assert [pair.ends for pair in opened.rows[Pair]] == ["вчера"]
    assert "Пары!P5  V101" in [f"{finding.cell}  {finding.code.code}" for finding in report.findings]
    assert session.press(button("recalculate_pairs"), opened, NOW).changes == {}


def test_a_proposal_stays_when_a_person_wrote_in_it_even_what_cannot_be_read():
    proposed = Pair(number=1, mentee_code="Н-8", mentor_code="М-8", code="Н-8/М-8", state="предложена", starts="вчера")
    opened = MemoryBook({Pair: [proposed]})
    session.press(button("recalculate_pairs"), opened, NOW)
    assert [(pair.state, pair.starts) for pair in opened.rows[Pair]] == [("предложение снято", "вчера")]


def test_a_cell_that_the_program_fills_over_is_no_finding_about_reading():
    opened = book(late_step().but(ends="когда-нибудь"))
    report = session.press(CHECK_DEADLINES, opened, NOW)
    assert opened.rows[Step][0].ends == dt.date(2026, 4, 20)
    assert "V101" not in [finding.code.code for finding in report.findings]


def test_two_rows_of_one_indicator_are_both_filled():
    opened = MemoryBook({Indicator: [Indicator(code="PLAN"), Indicator(code="PLAN")]})
    session.press(button("status"), opened, NOW)
    assert [row.state for row in opened.rows[Indicator]] == ["нет данных", "нет данных"]


def test_a_question_is_answered_and_leaves_the_book_without_a_trace():
    opened = book(late_step())
    before = {table: list(rows) for table, rows in opened.rows.items()}
    told = []
    (said,) = session.ask(button("explain_pair"), opened, NOW, progress=lambda *step: told.append(step))
    assert said.startswith("Выберите строку листа «Пары»")
    assert (opened.rows, opened.saves, opened.shelf.newest()) == (before, 0, None)
    assert told == [("Чтение книги", 0, 1)]

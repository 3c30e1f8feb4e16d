"""Every Sub of mentoring.xlam, run in pyOpenVBA's interpreter."""

import pytest

from mentoring_xl.schema.buttons import BUTTONS, CONTROLS
from tests.macros.pretended_excel import Control, Ribbon

UNDO = ("Отменить последнее", "'mentoring.xlam'!Ribbon.undo_last")


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name)
def test_a_control_calls_exactly_its_press(addin, control):
    addin.press(control.name)
    assert addin.python == [f"from mentoring_xl import ribbon;ribbon.press('{control.name}')"]
    assert addin.told == []


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
def test_after_a_button_excels_own_undo_is_ours(addin, button):
    addin.press(button.name)
    assert addin.undo_offered == UNDO


@pytest.mark.parametrize("name", ["explain_pair", "undo", "diagnostics"])
def test_after_a_question_or_a_service_excels_undo_is_left_alone(addin, name):
    addin.press(name)
    assert addin.undo_offered is None


def test_excels_undo_presses_undo(addin):
    addin.app.run("undo_last")
    assert addin.python == ["from mentoring_xl import ribbon;ribbon.press('undo')"]


@pytest.mark.parametrize("missing", ["settings", "files"])
def test_without_the_package_nothing_runs_and_one_sentence_tells_the_command(addin, missing):
    addin.pretend(**{missing: False})
    addin.press("check")
    assert addin.python == []
    assert addin.told == [
        "Программа для кнопок не найдена: выполните в терминале команду mentoring-xl addin install и повторите."
    ]
    assert addin.undo_offered is None


def test_an_error_of_xlwings_becomes_one_sentence(addin):
    addin.pretend(answer="error")
    addin.press("check")
    assert addin.told == [
        "Python не смог выполнить кнопку: выполните в терминале команду mentoring-xl addin status "
        "и сделайте, что она скажет."
    ]
    assert addin.undo_offered is None


def test_a_traceback_that_xlwings_would_show_is_not_shown(addin):
    addin.app.run("ShowError", "", "Traceback (most recent call last): …")
    assert addin.told == [
        "Python не смог выполнить кнопку: выполните в терминале команду mentoring-xl addin status "
        "и сделайте, что она скажет."
    ]


def test_a_press_that_python_did_not_end_offers_no_undo(addin):
    addin.pretend(answer=-1)
    addin.press("check")
    assert addin.told == []
    assert addin.undo_offered is None


def enabled(addin):
    """Ask as Excel does: by reference."""
    addin.app.add_module(
        "Function Asked(control)\nDim answer\nenabled_here control, answer\nAsked = answer\nEnd Function\n",
        name="Asking",
    )
    return addin.app.run("Asked", Control())


def test_without_a_book_the_buttons_are_grey(addin):
    assert enabled(addin) is False


def test_in_a_foreign_book_the_buttons_are_grey(addin):
    addin.app.add_workbook()
    assert enabled(addin) is False


@pytest.mark.parametrize("name", ["mentoring.xlsx", "example.xlsx"])
def test_in_our_book_the_buttons_can_be_pressed(addin, root, name):
    addin.app.activate_workbook(addin.app.open_workbook(root / "workbook" / name))
    assert enabled(addin) is True


def test_a_foreign_book_with_two_tables_named_like_ours_stays_foreign(addin):
    addin.app.add_workbook()
    sheet = addin.app.sheet(1)
    for column, name in (("A", "Orders"), ("C", "Staff")):
        sheet.set_value(f"{column}1", "Номер")
        addin.app.add_module(
            f'Sub Make_{name}()\nActiveSheet.ListObjects.Add(1, Range("{column}1:{column}3"), , 1).Name = "{name}"\n'
            "End Sub\n",
            name=f"Making_{name}",
        )
        addin.app.run(f"Make_{name}")
    assert enabled(addin) is False


@pytest.mark.parametrize(
    ("event", "given"),
    [
        ("WorkbookActivate", "ActiveWorkbook"),
        ("WorkbookDeactivate", "ActiveWorkbook"),
        ("SheetActivate", "ActiveSheet"),
    ],
)
def test_another_book_or_sheet_in_front_draws_the_ribbon_anew(addin, sources, event, given):
    addin.app.add_workbook()
    ribbon = Ribbon()
    addin.app.run("keep_ribbon", ribbon)
    handlers = sources["ThisWorkbook"].partition("Option Explicit")[2].replace("WithEvents ", "")
    addin.app.add_module(
        f"{handlers}\nSub Happen()\nWorkbook_Open\nWatched_{event} {given}\nEnd Sub\n", name="Happening"
    )
    addin.app.run("Happen")
    assert ribbon.drawn == 1


def test_without_a_ribbon_an_event_does_no_harm(addin):
    addin.app.run("refresh_ribbon")
    assert addin.told == []


@pytest.mark.parametrize(
    ("function", "given", "asked"),
    [
        ("DEADLINE_START", ("до 20 апреля",), "mentoring_xl.udfs.deadline_start(до 20 апреля; )"),
        ("DEADLINE_END", ("март", 2026), "mentoring_xl.udfs.deadline_end(март; 2026)"),
        ("DEADLINE_DAYS_LEFT", ("март", 46000, 2026), "mentoring_xl.udfs.deadline_days_left(март; 46000; 2026)"),
    ],
)
def test_a_worksheet_function_asks_python(addin, function, given, asked):
    assert addin.app.run(function, *given) == asked


def test_a_worksheet_function_without_python_is_not_available(addin):
    addin.pretend(files=False)
    assert addin.app.evaluate('IsError(DEADLINE_START("март"))') is True
    assert addin.app.evaluate('CStr(DEADLINE_START("март"))') == "Error 2042"

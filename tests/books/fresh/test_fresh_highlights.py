"""Colours that follow the cells."""

import pytest

from mentoring_xl.books.fresh.highlights import TONES
from mentoring_xl.core.finding import Severity
from mentoring_xl.schema.choices import CHOICES


def rules(sheet, cell):
    found = [rule for area in sheet.conditional_formatting if cell in area.cells for rule in area.rules]
    return {rule.formula[0]: rule.dxf for rule in sorted(found, key=lambda rule: rule.priority)}


def test_an_overdue_step_is_red_and_a_done_one_green(fresh):
    found = rules(fresh["Дорожная карта"], "N11")
    assert found['$N11="просрочено"'].fill.bgColor.rgb == "FFF8DFDB"
    assert found['$N11="выполнено"'].fill.bgColor.rgb == "FFE0EFE1"


@pytest.mark.parametrize(
    ("title", "formula", "colour"),
    [
        ("Пары", '$G5="предложена"', "FFFCEFCF"),
        ("Согласия", '$K5="истекло"', "FFF8DFDB"),
        ("Замечания", '$B5="ошибка"', "FFF8DFDB"),
    ],
)
def test_states_have_their_colours(fresh, title, formula, colour):
    assert rules(fresh[title], formula[1:3])[formula].fill.bgColor.rgb == colour


def test_a_cell_named_in_the_notices_is_highlighted_before_anything_else(fresh):
    first = next(iter(rules(fresh["Дорожная карта"], "D11")))
    assert first == 'COUNTIF(NoticeKeys,"Roadmap!"&ADDRESS(ROW(),COLUMN(),4))>0'
    assert fresh.defined_names["NoticeKeys"].value == "'Замечания'!$I$5:$I$504"


def test_a_table_that_nobody_types_in_has_no_rule_for_notices(fresh):
    assert not [rule for rule in rules(fresh["Итоги анкет"], "D5") if "NoticeKeys" in rule]


def test_every_coloured_word_is_a_state_that_the_book_knows():
    known = {value for choices in CHOICES for value in choices.values} | {severity.value for severity in Severity}
    assert set(TONES) <= known


def test_a_stage_is_bold_across_its_row(fresh):
    assert rules(fresh["Дорожная карта"], "E11")['$P11="этап"'].font.b


def test_a_measure_is_bold_in_its_number_and_title_only(fresh):
    sheet = fresh["Дорожная карта"]
    assert rules(sheet, "C11")['$P11="мероприятие"'].font.b
    assert '$P11="мероприятие"' not in rules(sheet, "E11")


def test_a_row_typed_below_the_table_gets_lines_and_the_tint_of_the_program(fresh):
    found = rules(fresh["Пары"], "A400")["COUNTA($A5:$S5)>0"]
    assert (found.border.left.style, found.fill.bgColor.rgb) == ("thin", "FFF1F6FB")


def test_only_classic_rules_are_used(part):
    for title in ("Дорожная карта", "Пары", "Замечания"):
        assert "extLst" not in part(title)


def test_the_sheet_of_findings_is_not_coloured_by_its_own_findings(fresh):
    assert not [formula for formula in rules(fresh["Замечания"], "C5") if "NoticeKeys" in formula]

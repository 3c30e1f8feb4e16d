"""What a person meets while typing."""

import pytest


def rule(sheet, cell):
    found = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    assert len(found) == 1
    return found[0]


def test_a_strict_list_stops_the_person_and_names_the_lists_sheet(fresh):
    level = rule(fresh["Дорожная карта"], "P11")
    assert (level.type, level.formula1, level.errorStyle) == ("list", "StepLevels", None)
    assert level.error == "Выберите значение из списка. Список – на листе «Справочники»."


def test_an_open_list_only_warns(fresh):
    form = rule(fresh["Банк наставляемых"], "Y5")
    assert (form.formula1, form.errorStyle) == ("Forms", "warning")
    assert form.error == (
        "Такого значения нет в списке. Оставить его? В список его можно добавить на листе «Справочники»."
    )


def test_the_prompt_says_what_to_choose(fresh):
    level = rule(fresh["Дорожная карта"], "P11")
    assert level.promptTitle == "Вид строки"
    assert level.prompt == "Выберите из списка. Этап, мероприятие, подраздел или пункт."


def test_a_date_column_warns_about_what_is_not_a_date(fresh):
    done_on = rule(fresh["Дорожная карта"], "H11")
    assert (done_on.type, done_on.errorStyle, done_on.errorTitle) == ("date", "warning", "Это не дата")


def test_a_number_column_warns_about_what_is_not_a_number(fresh):
    assert rule(fresh["Банк наставляемых"], "D5").type == "whole"
    assert rule(fresh["Персонал"], "I5").type == "decimal"


def test_drop_downs_reach_five_hundred_rows_below_the_last(fresh):
    assert rule(fresh["Дорожная карта"], "P11").sqref == rule(fresh["Дорожная карта"], "P512").sqref
    with pytest.raises(AssertionError):
        rule(fresh["Дорожная карта"], "P513")


def test_a_column_of_the_program_has_no_drop_down(fresh):
    with pytest.raises(AssertionError):
        rule(fresh["Дорожная карта"], "N11")


def test_a_setting_that_is_a_tick_is_chosen_from_yes_and_no(fresh):
    sheet = fresh["Настройки"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "paired_first")
    assert rule(sheet, f"D{row}").formula1 == "YesNo"


def test_a_drop_down_grows_with_its_list(fresh):
    assert fresh.defined_names["YesNo"].value == (
        "'Справочники'!$A$5:INDEX('Справочники'!$A$5:$A$104,MAX(1,COUNTA('Справочники'!$A$5:$A$104)))"
    )
    sheet = fresh["Справочники"]
    assert [sheet[cell].value for cell in ("A4", "A5", "A6", "A7")] == ["Да / нет", "да", "нет", None]


def test_the_note_of_a_head_says_what_to_write_and_who_fills_it(fresh):
    sheet = fresh["Дорожная карта"]
    assert sheet["C10"].comment.text == "Что делается: одна строка – одно действие.\nОбязательно.\nЗаполняет сотрудник."
    assert sheet["N10"].comment.text == "Считается по сроку и отметке.\nЗаполняет программа."

"""What stands around the rows: titles, legend, links, frozen panes, paper, heights."""

import re

import pytest

from mentoring_xl.books.fresh.heights import row_height
from mentoring_xl.books.fresh.links import target
from mentoring_xl.books.fresh.paper import width
from mentoring_xl.core.table import Column
from mentoring_xl.schema.tables import TABLES, Indicator, StatusLine


def link(sheet, cell):
    return sheet[cell].hyperlink.location


def test_each_sheet_begins_with_its_title_its_purpose_and_the_way_back(fresh):
    sheet = fresh["Пары"]
    assert sheet["A1"].value == "Пары"
    assert sheet["C2"].value == "Предложенные и закреплённые пары и группы: баллы и причины."
    assert link(sheet, "A2") == "'Как пользоваться'!A1"


def test_the_legend_names_the_columns_of_the_program(fresh):
    assert fresh["Согласия"]["A3"].value.split("     ") == [
        "■ заполняет сотрудник",
        "■ красный заголовок – обязательно",
        "■ заполняет программа: ФИО участника, Состояние",
        "",
    ]


def test_columns_of_the_program_are_tinted_and_a_required_head_is_red(fresh):
    sheet = fresh["Банк наставляемых"]
    assert [sheet[cell].fill.fgColor.rgb for cell in ("G4", "G5")] == ["FFD5E2EF", "FFF1F6FB"]
    assert sheet["B4"].font.color.rgb == "FFA03A2E"


def test_the_value_of_a_setting_stands_out(fresh):
    assert fresh["Настройки"]["D5"].fill.fgColor.rgb == "FFFFF8E1"


def test_the_roadmap_carries_its_title_on_the_left_and_the_stamp_on_the_right(fresh):
    sheet = fresh["Дорожная карта"]
    assert [sheet[f"A{row}"].value for row in (3, 4, 5)] == ["Дорожная карта", "на 2026/2027 учебный год", None]
    assert [sheet[f"E{row}"].value for row in (2, 5)] == ["УТВЕРЖДАЮ", "01.09.2026"]


def test_lines_that_stay_empty_above_the_plan_take_no_room_on_the_screen(fresh):
    heights = fresh["Дорожная карта"].row_dimensions
    assert [heights[row].height for row in (5, 6, 7, 8)] == [None, 3, 3, 3]


def test_the_start_page_leads_to_every_sheet_and_names_the_buttons(fresh):
    sheet = fresh["Как пользоваться"]
    assert [sheet[f"B{row}"].value for row in range(9, 42)] == fresh.sheetnames[1:]
    assert [link(sheet, f"B{row}") for row in (9, 41)] == ["'Настройки'!A1", "'Справочники'!A1"]
    step, pressed = (sheet[f"{column}10"].value for column in "AD")
    assert (step, pressed) == ("2. Внесите план и проверьте сроки", "«Проверить сроки» – check-deadlines")
    told = {sheet[f"B{row}"].value: (sheet[f"A{row}"].value, sheet[f"D{row}"].value) for row in range(9, 42)}
    assert told["Опросники"] == ("7. Раздайте анкеты", "команда questionnaires")
    assert told["Влияние"][1] == told["SWOT"][1] == "«Итоги анкет» – survey-results"
    assert told["Мониторинг"] == ("15. Покажите, что получилось", "«Состояние программы» – status\nкоманда report")
    assert told["Расхождения"] == (
        "17. Согласуйте книгу с директором",
        "«Отправить директору» – send\n«Принять ответ» – accept-reply\n«Решить расхождения» – settle-conflicts",
    )
    assert sheet.row_dimensions[38].height == 45


def test_the_state_of_the_programme_stands_right_under_its_title(fresh):
    sheet = fresh["Как пользоваться"]
    assert sheet[f"A{StatusLine.spec.head - 1}"].value == "Состояние программы"
    assert sheet[f"A{StatusLine.spec.head}"].value == "Что"


def test_a_link_leads_to_its_sheet_and_other_text_stays_plain(fresh):
    sheet = fresh["Дорожная карта"]
    assert link(sheet, "O11") == "'Приказы'!A1"
    assert sheet["O12"].hyperlink is None
    assert link(fresh["Замечания"], "C5") == "'Дорожная карта'!D11"


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Пары", "'Пары'!A1"),
        ("Пары · кнопка «Пересчитать пары»", "'Пары'!A1"),
        ("Пары!C12", "'Пары'!C12"),
        ("Пары!C", "'Пары'!C1"),
        ("вне книги: совещание", None),
        ("", None),
    ],
)
def test_the_text_of_a_link_says_where_it_leads(text, reference):
    assert target(text) == reference


def test_a_quote_in_a_title_is_doubled():
    assert target("Лист'1", ["Лист'1"]) == "'Лист''1'!A1"


@pytest.mark.parametrize(
    ("title", "cell"),
    [("Банк наставляемых", "C5"), ("Пары", "D5"), ("Замечания", "D5"), ("Настройки", "C5"), ("Дорожная карта", "C11")],
)
def test_heads_and_names_stay_in_sight(fresh, title, cell):
    assert fresh[title].freeze_panes == cell


def test_what_only_the_program_reads_is_faint_and_small_beside_what_a_person_reads(fresh):
    settings = fresh["Настройки"]
    assert [(settings[cell].font.color.rgb, settings[cell].font.size) for cell in ("A5", "C5")] == [
        ("FFA9B1BA", 9),
        ("FF2B3440", 11),
    ]


def test_the_start_page_scrolls_as_a_whole(fresh):
    assert fresh["Как пользоваться"].freeze_panes is None


def test_every_sheet_prints_on_a4_with_its_head_on_each_page(fresh):
    for table in TABLES:
        sheet = fresh[table.spec.sheet]
        assert sheet.page_setup.paperSize == 9
        heads = None if table is Indicator else f"${table.spec.head}:${table.spec.head}"
        assert sheet.print_title_rows == heads  # the charts of «Мониторинг» have a page of their own
        assert sheet.oddHeader.left.text == "&A"
        assert sheet.oddFooter.right.text == "Страница &P из &N"


def test_a_wide_table_takes_more_pages_and_repeats_the_names(fresh):
    setup = fresh["Банк наставляемых"].page_setup
    assert (setup.orientation, setup.fitToWidth, setup.fitToHeight) == ("landscape", 4, 0)
    assert fresh["Банк наставляемых"].print_title_cols == "$A:$B"
    assert fresh["Настройки"].sheet_properties.pageSetUpPr.fitToPage
    assert fresh["Настройки"].page_setup.fitToWidth is None  # one page is the default and is not written


def test_who_has_no_pair_and_why_prints_on_one_page_across_and_the_pairs_on_two(fresh):
    assert fresh["Без пары"].page_setup.fitToWidth is None
    assert fresh["Пары"].page_setup.fitToWidth == 2
    assert fresh["Пары"].print_title_cols == "$A:$C"


@pytest.mark.parametrize("title", ["Встречи", "Строки приказов", "Расхождения"])
def test_a_table_hardly_wider_than_a_page_is_printed_on_one_page_across(fresh, title):
    assert fresh[title].page_setup.fitToWidth is None
    assert fresh[title].print_title_cols is None


def test_what_differs_and_the_choice_stand_on_one_page_that_can_be_read_without_the_key_of_the_program(fresh):
    sheet = fresh["Расхождения"]
    heads = {cell.value: cell.column_letter for cell in sheet[4]}
    printed = "ABCDEFGHI"
    assert [heads[title] for title in ("В книге", "В файле", "Что оставить", "Состояние")] == list("FGHI")
    assert heads["Ключ"] not in printed
    assert sum(sheet.column_dimensions[letter].width for letter in printed) < 180


@pytest.mark.parametrize(("title", "row"), [("Пары", 30), ("Без пары", 5), ("Замечания", 6)])
def test_spare_rows_have_formats_but_nothing_that_would_be_printed(fresh, title, row):
    spare = fresh[title][f"A{row}"]
    assert (spare.number_format, spare.border.left.style, spare.fill.fill_type) == ("0", None, None)


def test_a_link_that_the_program_will_write_is_blue_and_underlined(fresh):
    spare = fresh["Замечания"]["C9"]
    assert (spare.font.color.rgb, spare.font.underline) == ("FF1F5A96", "single")


def test_each_page_of_the_plan_names_its_measures(fresh):
    assert fresh["Дорожная карта"].print_title_cols == "$A:$C"
    assert fresh["Дорожная карта"].page_setup.fitToWidth == 2


def test_rows_are_as_high_as_their_text_and_still_fitted_when_edited(part):
    xml = part("Дорожная карта")
    heights = dict(re.findall(r'<row r="(\d+)"[^>]*? ht="([\d.]+)"', xml))
    assert (heights["11"], heights["12"]) == ("45", "30")
    assert re.findall(r'<row r="(\d+)"[^>]*customHeight', xml) == ["6", "7", "8"]


def test_a_repeated_section_is_one_grey_line(fresh):
    first, second = fresh["Дорожная карта"]["B11"], fresh["Дорожная карта"]["B12"]
    assert (first.alignment.wrap_text, second.alignment.wrap_text) == (True, None)
    assert second.font.color.rgb == "FF66717D"


def test_the_tallest_text_of_a_row_decides_its_height():
    assert row_height([("коротко", 14), ("одно два три четыре", 14)]) == 30
    assert row_height([("раз\nдва\nтри", 40)]) == 45
    assert row_height([]) == 15
    assert row_height([("слово " * 2000, 10)]) == 409


def test_no_word_of_a_head_is_broken():
    assert width(Column("Код наставляемого", 6)) > len("наставляемого")
    assert width(Column("№", 6)) == 6


def test_the_tab_of_a_sheet_has_the_colour_beside_its_link_on_the_first_sheet(fresh):
    start = fresh["Как пользоваться"]
    beside = {start[f"B{row}"].value: start[f"B{row}"].border.left.color.rgb for row in range(9, 42)}
    for title in ("Дорожная карта", "Пары", "Замечания"):
        assert fresh[title].sheet_properties.tabColor.rgb == beside[title]


def test_codes_and_dates_kept_as_text_are_not_marked_as_errors(part):
    assert '<ignoredError sqref="A11:XFD512" numberStoredAsText="1"/>' in part("Дорожная карта")

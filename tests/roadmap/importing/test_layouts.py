"""Plans laid out as schools do: merged cells, automatic numbers, nested sections, months, several tables."""

import datetime as dt

import pytest

from mentoring_xl.roadmap.importing.plan import read_plan
from tests.roadmap.importing.files import saved


def table(document, *rows):
    made = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for cells in rows:
        for cell, text in zip(made.add_row().cells, cells, strict=True):
            cell.text = text
    return made


def word():
    import docx

    return docx.Document()


def book(*rows, title="Лист1"):
    from openpyxl import Workbook

    made = Workbook()
    made.active.title = title
    for cells in rows:
        made.active.append(cells)
    return made


def shown(plan, *fields):
    return [tuple(getattr(row, field) for field in fields) for row in plan.rows]


def pasted(text):
    return read_plan(text.encode(), "plan.txt")


def test_stamp_title_automatic_numbers_and_vertically_merged_cells_of_a_word_plan():
    document = word()
    stamp = document.add_table(1, 2)
    stamp.cell(0, 0).text = "СОГЛАСОВАНО\nпротокол № 1 от 30.08.2024"
    stamp.cell(0, 1).text = "УТВЕРЖДАЮ\nДиректор\nприказ от 02.09.2024 № 112"
    for line in ("П Л А Н", "работы на 2024-2025 учебный год", "Цель: помощь молодым педагогам."):
        document.add_paragraph(line)
    made = table(
        document,
        ("№ п/п", "Этап", "Мероприятие", "Сроки", "Ответственные"),
        ("", "Подготовка", "Приказ", "сентябрь", "Директор"),
        ("", "", "Назначение куратора", "", "Директор"),
        ("", "Основной", "Встречи пар", "в течение года", "Наставники"),
    )
    for row in made.rows[1:]:
        row.cells[0].paragraphs[0].style = "List Number"
    made.cell(1, 1).merge(made.cell(2, 1))
    made.cell(1, 3).merge(made.cell(2, 3))
    document.add_paragraph("Заместитель директора ________ А.А. Смирнова")
    plan = read_plan(saved(document), "plan.docx")
    assert plan.stamp == (
        "СОГЛАСОВАНО",
        "протокол № 1 от 30.08.2024",
        "УТВЕРЖДАЮ",
        "Директор",
        "приказ от 02.09.2024 № 112",
    )
    assert (plan.title, plan.period) == (("П Л А Н", "работы на 2024-2025 учебный год"), "2024/2025")
    assert plan.unplaced == ("Цель: помощь молодым педагогам.", "Заместитель директора ________ А.А. Смирнова")
    assert shown(plan, "level", "number", "title", "deadline") == [
        ("этап", "", "Подготовка", ""),
        ("мероприятие", "1.", "Приказ", "сентябрь"),
        ("мероприятие", "2.", "Назначение куратора", "сентябрь"),
        ("этап", "", "Основной", ""),
        ("мероприятие", "3.", "Встречи пар", "в течение года"),
    ]


def test_tables_under_headings_of_their_own_are_sections_and_another_table_is_told_as_left_out():
    document = word()
    document.add_paragraph("План мероприятий на 2025 год")
    head = ("№", "Содержание работы", "Срок", "Ответственный")
    document.add_paragraph("I. Организация")
    table(document, head, ("1", "Издать приказ", "январь", "Директор"))
    document.add_paragraph("II. Работа с парами")
    table(document, head, ("1", "Встречи", "по пятницам", "Наставники"))
    table(document, ("ФИО", "Должность"), ("Иванова И.И.", "учитель"))
    plan = read_plan(saved(document), "plan.docx")
    assert shown(plan, "code", "section", "title") == [
        ("1.1", "I. Организация", "Издать приказ"),
        ("2.1", "II. Работа с парами", "Встречи"),
    ]
    assert plan.unplaced == ("ФИО", "Должность", "Иванова И.И.", "учитель")


def test_a_head_of_two_rows_with_start_and_end_and_a_row_of_column_numbers():
    document = word()
    made = table(
        document,
        ("№ п/п", "Наименование мероприятия", "Срок реализации", "", "Вид документа"),
        ("", "", "начало", "окончание", ""),
        ("1", "2", "3", "4", "5"),
        ("1.1", "Положение", "01.09.2022", "15.09.2022", "Приказ"),
        ("1.2", "Отчёт", "", "30.05.2023", ""),
    )
    made.cell(0, 2).merge(made.cell(0, 3))
    for column in (0, 1, 4):
        made.cell(0, column).merge(made.cell(1, column))
    plan = read_plan(saved(document), "plan.docx")
    assert shown(plan, "number", "deadline", "result") == [
        ("1.1", "01.09.2022 – 15.09.2022", "Приказ"),
        ("1.2", "до 30.05.2023", ""),
    ]


def test_months_as_columns_and_sections_that_are_not_merged():
    plan = read_plan(
        saved(
            book(
                ["План-график на 2024/2025 учебный год"],
                ["№", "Мероприятие", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь", "Примечание"],
                ["Организация"],
                [1, "Анкеты", "х", "х", None, "х", "срочно"],
                ["Работа"],
                [1, "Встречи", None, "15.10", "+", "+", None],
            )
        ),
        "plan.xlsx",
    )
    assert shown(plan, "code", "section", "deadline", "note") == [
        ("1.1", "Организация", "сентябрь–октябрь, декабрь", "срочно"),
        ("2.1", "Работа", "ноябрь–декабрь, 15.10", ""),
    ]


def test_dates_of_excel_are_read_as_they_look_done_rows_are_ticked_and_unknown_columns_go_to_the_note():
    made = book(
        ["№", "Мероприятие", "Дата", "Участники", "Отметка о выполнении"],
        ["1", "Подготовка", "весь год", None, None],
        ["1.1", "Совещание", dt.date(2024, 9, 5), "педагоги", "выполнено"],
        ["1.2", "Приказ", dt.date(2024, 9, 1), None, "в работе"],
    )
    made.active.cell(4, 3).number_format = "mmmm yyyy"
    assert shown(read_plan(saved(made), "plan.xlsx"), "level", "code", "deadline", "done", "note") == [
        ("этап", "1", "весь год", False, ""),
        ("мероприятие", "1.1", "05.09.2024", True, "Участники: педагоги"),
        ("мероприятие", "1.2", "сентябрь 2024", False, "Отметка о выполнении: в работе"),
    ]


def test_sections_of_three_levels_are_told_apart_by_their_numbers():
    rows = (
        ("№ п/п", "Мероприятия", "Срок"),
        ("Раздел I. Управление", "", ""),
        ("1. Нормативная база", "", ""),
        ("1.1. Акты", "", ""),
        ("1", "Положение", "март"),
        ("1.2. Договоры", "", ""),
        ("1", "Договор", "апрель"),
        ("2. Кадры", "", ""),
        ("1", "Курсы", "май"),
        ("Раздел II. Работа", "", ""),
        ("1", "Встречи", "июнь"),
        ("Примечание: сроки могут меняться", "", ""),
    )
    plan = read_plan("\r\n".join(map(";".join, rows)).encode("cp1251"), "plan.csv")
    assert shown(plan, "code", "section") == [
        ("1.1.1.1", "Раздел I. Управление / 1. Нормативная база / 1.1. Акты"),
        ("1.1.2.1", "Раздел I. Управление / 1. Нормативная база / 1.2. Договоры"),
        ("1.2.1", "Раздел I. Управление / 2. Кадры"),
        ("2.1", "Раздел II. Работа"),
    ]
    assert plan.unplaced == ("Примечание: сроки могут меняться",)


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r", "cp1251", "utf-16-le"])
def test_old_encodings_of_text_are_recognised(encoding):
    text = "Мероприятие;Срок реализации\r\nИздание приказа о наставничестве;в течение учебного года\r\n"
    plan = read_plan(text.encode(encoding), "plan.csv")
    assert shown(plan, "title", "deadline") == [("Издание приказа о наставничестве", "в течение учебного года")]


def test_a_pasted_row_may_go_on_in_lines_without_tabs():
    plan = pasted(
        "План на 2023 год\n№\tМероприятие\tСрок\n1\tПодготовка:\n1) приказ;\n2) положение\tянварь\n2\tВстречи\tмай\n"
    )
    assert shown(plan, "code", "title", "deadline") == [
        ("1", "Подготовка:", "январь"),
        ("1.1", "приказ;", ""),
        ("1.2", "положение", ""),
        ("2", "Встречи", "май"),
    ]


def test_a_markdown_table_is_read_too():
    plan = pasted("# План на 2024 год\n\n| № | Мероприятие | Срок |\n|---|---|---|\n| 1 | Приказ | март |\n")
    assert (plan.title, shown(plan, "title", "deadline")) == (("План на 2024 год",), [("Приказ", "март")])


def test_a_number_twice_gives_two_codes_and_the_school_s_own_number_stays():
    plan = pasted("№\tМероприятие\tСрок\n1\tПриказ\tмарт\n1\tВстреча\tмай\n")
    assert shown(plan, "number", "code") == [("1", "1"), ("1", "2")]


def test_word_text_boxes_and_inserted_text_count_and_deleted_text_does_not():
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = word()
    box = (
        f"<w:p {nsdecls('w')}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>УТВЕРЖДАЮ</w:t></w:r></w:p></w:txbxContent>"
        '</w:pict></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>черновик</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>План на 2026 год</w:t></w:r></w:ins></w:p>'
    )
    document.element.body.insert(0, parse_xml(box))
    table(document, ("Мероприятие", "Срок"), ("Приказ", "март"))
    plan = read_plan(saved(document), "plan.docx")
    assert (plan.stamp, plan.title, plan.unplaced) == (("УТВЕРЖДАЮ",), ("План на 2026 год",), ())


def test_a_list_with_as_many_columns_after_other_text_is_not_the_plan_s_next_page():
    document = word()
    table(document, ("№", "Мероприятие", "Срок"), ("1", "Приказ", "март"))
    document.add_paragraph("Приложение")
    table(document, ("№", "ФИО", "Класс"), ("1", "Иванова", "5А"))
    plan = read_plan(saved(document), "plan.docx")
    assert shown(plan, "title") == [("Приказ",)]
    assert plan.unplaced == ("Приложение", "№", "ФИО", "Класс", "1", "Иванова", "5А")


def test_a_table_that_word_splits_goes_on_without_a_head():
    document = word()
    table(document, ("№", "Мероприятие", "Срок"), ("1", "Приказ", "март"))
    document.add_paragraph("")
    table(document, ("2", "Встречи", "май"))
    assert shown(read_plan(saved(document), "plan.docx"), "number", "title") == [("1", "Приказ"), ("2", "Встречи")]


def test_a_hidden_sheet_is_not_read_and_that_is_told():
    made = book(["Мероприятие", "Срок"], ["Приказ", "март"])
    made.create_sheet("Черновик").append(["Старое", "май"])
    made["Черновик"].sheet_state = "hidden"
    assert read_plan(saved(made), "plan.xlsx").unplaced == ("Скрытый лист «Черновик» не прочитан.",)

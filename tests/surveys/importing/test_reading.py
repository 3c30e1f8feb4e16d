"""Every format, separator and encoding gives the same table; what is none is refused in one sentence."""

import csv
import datetime as dt
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.core.errors import BookError
from mentoring_xl.surveys.importing.files import read_file
from mentoring_xl.surveys.importing.moments import moments
from mentoring_xl.surveys.importing.reading import read_answers

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = [["ФИО", "Что понравилось?", "Оценка"], ["Лугова Анна", "встречи, разговоры; чай", "9"], ["Зимин Пётр", "", "7"]]
WANTED = (("Лугова Анна", "встречи, разговоры; чай", "9"), ("Зимин Пётр", None, "7"))


def xlsx(rows, hidden=()):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in hidden:
        sheet.append(row)
    if hidden:
        sheet.sheet_state = "hidden"
        sheet = book.create_sheet("Ответы")
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def text(rows, separator=",", quoting=csv.QUOTE_MINIMAL):
    file = io.StringIO()
    csv.writer(file, delimiter=separator, quoting=quoting).writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "cp866"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_and_encodings_are_told_by_the_text(encoding, separator):
    sheet = read_answers(text(ROWS, separator).encode(encoding), "ответы.csv")
    assert sheet.heads == ("ФИО", "Что понравилось?", "Оценка")
    assert sheet.rows == WANTED


CELL = st.text("абвгде ,;\"'=+-01\n", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(
    st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=2, max_size=6)),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@settings(max_examples=60, deadline=None)
def test_a_quoted_export_comes_back_cell_for_cell(rows, separator, encoding):
    rows[0] = [f"вопрос {at}" for at, _ in enumerate(rows[0])]
    sheet = read_answers(text(rows, separator, csv.QUOTE_ALL).encode(encoding), "ответы.csv")
    assert [list(sheet.heads), *map(list, sheet.rows)] == [[cell.replace("\r\n", "\n") for cell in row] for row in rows]


def test_a_sheet_of_excel_gives_dates_numbers_and_text_as_they_are():
    day = dt.datetime(2026, 11, 21, 14, 5)
    sheet = read_answers(xlsx([["Отметка времени", "ФИО", "Оценка"], [day, "Лугова Анна", 9]], hidden=ROWS), "a.xlsx")
    assert sheet.rows == ((day, "Лугова Анна", 9),)


def test_of_several_sheets_the_largest_table_is_read_and_named():
    from openpyxl import Workbook

    book = Workbook()
    for line in (["Как читать"], ["Откройте второй лист."]):
        book.active.append(line)
    for title, rows in (("Ответы", ROWS), ("Сводка", ROWS[:2])):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    sheet = read_answers(file.getvalue(), "a.xlsx")
    assert (sheet.rows, sheet.title) == (WANTED, "Ответы")
    assert read_answers(xlsx(ROWS), "a.xlsx").title == ""


def test_a_title_above_the_heads_and_blank_lines_and_columns_are_passed_over():
    rows = [["Анкеты за ноябрь", None, None], [], ["ФИО", None, "Оценка"], [None, None, None], ["Лугова Анна", None, 5]]
    sheet = read_answers(xlsx(rows), "a.xlsx")
    assert (sheet.heads, sheet.rows) == (("ФИО", "Оценка"), (("Лугова Анна", 5),))


PAIRS = [["ФИО", "Лугова Анна"], ["Что дали встречи?", ["знания", "поддержка, когда трудно"]], ["Пусто", None]]
OBJECT = dict(PAIRS)
SHAPES = {
    "a list of pairs": [PAIRS],
    "a list of objects": [OBJECT],
    "objects in an object": {"answers": [OBJECT]},
    "answers inside a form": [{"id": 5, "answers": [{"question": head, "value": value} for head, value in PAIRS]}],
    "choices as objects": [{**OBJECT, "Что дали встречи?": [{"text": "знания"}, {"label": "поддержка, когда трудно"}]}],
    "columns beside answers": {
        "columns": [{"id": 1, "text": head} for head, _ in PAIRS],
        "answers": [{"id": 5, "data": [{"value": value} for _, value in PAIRS]}],
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_json_is_read_in_each_of_its_shapes(shape):
    sheet = read_answers(json.dumps(SHAPES[shape], ensure_ascii=False).encode(), "a.json")
    form = dict(zip(sheet.heads, sheet.rows[0], strict=True))
    assert form["ФИО"] == "Лугова Анна"
    assert form["Что дали встречи?"] == "знания\nподдержка, когда трудно"
    assert form["Пусто"] is None


def test_a_table_of_lists_is_read_too():
    assert read_answers(json.dumps(ROWS).encode(), "a.json").rows == WANTED


MOMENT = dt.datetime(2026, 11, 21, 14, 5, 12)
WRITTEN = [
    "21.11.2026 14:05:12",
    "21.11.2026, 14:05:12",
    "21.11.26 14:05:12",
    "11/21/2026 14:05:12",
    "21/11/2026 14:05:12",
    "11/21/2026 14:05:12 GMT+3",
    "2026/11/21 2:05:12 PM GMT+3",
    "2026-11-21 14:05:12",
    "2026-11-21T14:05:12Z",
    "2026-11-21T14:05:12.250+03:00",
    46347.58694444444,
    MOMENT,
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_moment_is_read_however_it_is_written(written):
    assert moments([written]) == (MOMENT,)


def test_the_whole_column_tells_whether_the_day_comes_first():
    assert [moment.isoformat() for moment in moments(["03/04/2026", "25/04/2026"])] == [
        "2026-04-03T00:00:00",
        "2026-04-25T00:00:00",
    ]
    assert moments(["03/04/2026"])[0].month == 3


@pytest.mark.parametrize("written", ["", "завтра", "31.02.2026", "12", 12, True, None, "2026-13-01", "1.1.1 25:99"])
def test_what_is_no_moment_is_none(written):
    assert moments([written]) == (None,)


def packed(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


BAD = {
    "пустой.csv": (b"", "пуст. Выгрузите ответы"),
    "пробелы.csv": (b"\xef\xbb\xbf \r\n", "пуст. Выгрузите ответы"),
    "пароль.xlsx": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "защищён паролем. Снимите пароль"),
    "старый.xls": (OLE + bytes(600), "в формате, который не читается. Выгрузите ответы как .xlsx"),
    "страница.csv": (b"<!doctype html><html><body>", "в формате, который не читается. Выгрузите ответы"),
    "фото.csv": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "в формате, который не читается."),
    "документ.xlsx": (packed(word__document_xml="<x/>"), "в формате, который не читается."),
    "обрыв.xlsx": (xlsx(ROWS)[:1500], "повреждён, и прочитать его нельзя."),
    "обрыв внутри.xlsx": (packed(xl__workbook_xml="<workbook"), "повреждён, и прочитать его нельзя."),
    "обрыв.json": (b'[[["\xd0\xa4', "повреждён, и прочитать его нельзя."),
    "глубокий.json": (b"[" * 100_000, "повреждён, и прочитать его нельзя."),
    "бомба.xlsx": (packed(xl__workbook_xml=b" " * 151_000_000), "слишком велик для анкет."),
    "шапка.csv": ("ФИО;Оценка\n".encode(), "нет таблицы с ответами. Нужны строка вопросов"),
    "одно число.json": (b"{}", "нет таблицы с ответами."),
    "длинный.csv": (b"a;b\n" + b"1;2\n" * 50_001, "больше 50000 строк"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_table_of_answers_is_refused_in_one_sentence(name):
    data, sentence = BAD[name]
    with pytest.raises(BookError) as error:
        read_answers(data, name)
    assert sentence in str(error.value)
    assert f"«{name}»" in str(error.value)


def test_a_hundred_megabytes_are_refused_unread(tmp_path):
    path = tmp_path / "большой.csv"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(BookError, match="слишком велик для анкет"):
        read_file(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BookError, match="Файла «нет.csv» нет."):
        read_file(tmp_path / "нет.csv")
    with pytest.raises(BookError, match="Закройте файл в других программах"):
        read_file(tmp_path)

"""Files that are no plan: one sentence each, with the next step."""

import io
import zipfile

import pytest

from mentoring_xl.core.errors import BookError
from mentoring_xl.roadmap.importing.plan import read_plan
from tests.roadmap.importing.files import docx, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = "№;Мероприятие;Срок\n"


def word(*rows):
    import docx as library

    document = library.Document()
    document.add_paragraph("План")
    for cells in rows[:1]:
        table = document.add_table(rows=0, cols=len(cells))
    for cells in rows:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    return saved(document)


def scanned():
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (100, 100), "white").save(file, "PDF")
    return file.getvalue()


def open_document():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    return file.getvalue()


def without_end(data):
    """The same archive with its main part cut off in the middle."""
    file = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(file, "w") as archive:
        for name in source.namelist():
            text = source.read(name)
            archive.writestr(name, text[:500] if name == "word/document.xml" else text)
    return file.getvalue()


BAD = {
    "пароль.docx": (
        lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "защищён паролем. Снимите пароль",
    ),
    "обрыв.docx": (lambda: docx("bemyzh")[:2000], "повреждён, и прочитать его нельзя. Откройте его"),
    "обрыв внутри.docx": (lambda: without_end(docx("bemyzh")), "повреждён, и прочитать его нельзя. Откройте его"),
    "пустой.docx": (lambda: b"", "пуст. Выберите файл"),
    "скан.pdf": (scanned, "только картинки, текста нет. Распознайте"),
    "обрыв.pdf": (lambda: b"%PDF-1.4\n%%EOF", "повреждён, и прочитать его нельзя. Откройте его"),
    "текст.docx": (word, "нет таблицы. Оформите план таблицей"),
    "люди.docx": (lambda: word(("ФИО", "Класс"), ("Иванов", "5А")), "нет столбца с мероприятиями. Назовите столбцы"),
    "шапка.docx": (lambda: word(("Мероприятие", "Срок")), "нет ни одного мероприятия. Заполните"),
    "длинный.csv": (
        lambda: (HEAD + "1;Дело;май\n" * 50_000).encode(),
        "больше 3000 строк: это не похоже на план. Оставьте",
    ),
    "старый.doc": (lambda: OLE + bytes(600), "Сохраните его как .docx и повторите"),
    "старый.xls": (lambda: OLE + bytes(600), "Сохраните его как .xlsx и повторите"),
    "план.rtf": (lambda: b"{\\rtf1 text}", "Сохраните его как .docx и повторите"),
    "план.odt": (open_document, "Сохраните его как .docx и повторите"),
    "фото.png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "не текст и не таблица. Сохраните план"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_plan_is_refused_in_one_sentence_that_says_what_to_do(name):
    make, sentence = BAD[name]
    with pytest.raises(BookError) as error:
        read_plan(make(), name)
    assert sentence in str(error.value)
    assert f"«{name}»" in str(error.value)


def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch):
    data = docx("bemyzh")
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(BookError, match=r"pip install mentoring-xl\[import\]"):
        read_plan(data, "plan.docx")

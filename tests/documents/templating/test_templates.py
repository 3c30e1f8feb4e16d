"""A school's own .docx filled from a paper: what stands where, what is named, what is refused."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Mm

from mentoring_xl.core.errors import BookError
from mentoring_xl.documents.paper import (
    Acquainted,
    Align,
    Gap,
    Grid,
    Item,
    Items,
    NewPage,
    Paper,
    Sides,
    Signature,
    Stamp,
    Text,
)
from mentoring_xl.documents.templating import fill_template, fitting, parts_of
from mentoring_xl.documents.wording import Person, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PREAMBLE = Text("В целях развития <школы> & города")
SIGNED = Signature("Директор", "В.И. Петрова")
READ = Acquainted("С приказом ознакомлены:", ("Иванов Иван Иванович",))
TABLE = Grid(("№", "Кто"), (("1", "Иванов"), ("2", "Петров")), (1, 5))
PAPER = Paper(
    "Приказы",
    "Приказ ПР-1 О закреплении пар",
    "О закреплении пар",
    (
        Text("МБОУ СОШ № 1", Align.CENTER),
        Gap(),
        Text("ПРИКАЗ", Align.CENTER, bold=True),
        Sides("21.11.2026", "№ 5-а"),
        Text("О закреплении пар", Align.CENTER, bold=True),
        Gap(),
        PREAMBLE,
        Items((Item("Закрепить пары.", (Item("первую;"),)), Item("Контроль оставляю за собой."))),
        Gap(),
        SIGNED,
        Gap(),
        READ,
        NewPage(),
        Stamp(("Приложение 1",)),
        TABLE,
    ),
)
SLOTS = {
    "школа": Slot(("МБОУ «СОШ № 1» & Ко",)),
    "директор": Slot((Person("Петрова Вера Ивановна", "директор"),)),
    "куратор": Slot((), "«Куратор» на листе «Настройки»"),
}


def template(*paragraphs: str, header: str = "") -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = header
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def filled(*paragraphs: str, header: str = "") -> tuple[list[str], tuple[str, ...]]:
    made = fill_template("Приказы.docx", template(*paragraphs, header=header), PAPER, SLOTS)
    return [each.text for each in docx.Document(io.BytesIO(made.data)).paragraphs], made.problems


WHOLE_TEXT = ("{{текст}}", "{{ознакомление}}", "{{приложения}}")


def test_words_are_filled_in_any_case_and_parts_take_the_place_of_their_lines():
    texts, problems = filled("Герб", "{{школа}}, {{ директор:дательный }}", *WHOLE_TEXT)
    assert texts[:2] == ["Герб", "МБОУ «СОШ №\u00a01» & Ко, директору Петровой Вере Ивановне"]
    assert texts[2:5] == ["В целях развития <школы> & города", "Закрепить пары.", "первую;"]
    assert "Иванов Иван Иванович" in texts[7]
    assert problems == ()


def test_the_table_of_the_appendix_comes_along():
    made = fill_template("Приказы.docx", template(*WHOLE_TEXT), PAPER, SLOTS)
    (table,) = docx.Document(io.BytesIO(made.data)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["№", "Кто"], ["1", "Иванов"], ["2", "Петров"]]


def test_a_placeholder_that_word_has_cut_into_runs_is_found():
    document, file = docx.Document(io.BytesIO(template(*WHOLE_TEXT))), io.BytesIO()
    paragraph = document.add_paragraph("от {{да")
    paragraph.add_run("та}} № {{но").bold = True
    paragraph.add_run("мер}}: {{заголовок}}")
    document.save(file)
    made = fill_template("Приказы.docx", file.getvalue(), PAPER, SLOTS)
    last = docx.Document(io.BytesIO(made.data)).paragraphs[-1]
    assert last.text == "от 21.11.2026 № 5-а: О закреплении пар"


def test_the_header_of_the_page_is_filled_too():
    made = fill_template("Приказы.docx", template(*WHOLE_TEXT, header="{{школа}}"), PAPER, SLOTS)
    header = docx.Document(io.BytesIO(made.data)).sections[0].header
    assert header.paragraphs[0].text == "МБОУ «СОШ №\u00a01» & Ко"


def test_an_unknown_word_is_named_and_leaves_a_blank():
    texts, problems = filled("{{завуч школы}}!", *WHOLE_TEXT)
    assert texts[0] == "____!"
    assert problems == ("Шаблон «Приказы.docx»: что такое {{завуч школы}}, неизвестно: исправьте слово.",)


def test_a_word_without_data_says_where_to_write_it():
    _, problems = filled("{{куратор}}", *WHOLE_TEXT)
    assert problems == ("Шаблон «Приказы.docx»: для {{куратор}} нет данных: «Куратор» на листе «Настройки».",)


def test_a_part_that_the_template_has_no_place_for_is_named():
    _, problems = filled("{{текст}}")
    assert problems == (
        "Шаблон «Приказы.docx»: в нём нет места для {{ознакомление}}.",
        "Шаблон «Приказы.docx»: в нём нет места для {{приложения}}.",
    )


def test_the_whole_paper_may_stand_in_one_place():
    texts, problems = filled("{{документ}}")
    assert texts[0] == "МБОУ СОШ №\u00a01"
    assert problems == ()


def test_a_part_amid_other_words_is_named():
    texts, problems = filled("подписал {{подпись}}", *WHOLE_TEXT)
    assert texts[0] == "подписал ____"
    assert problems == ("Шаблон «Приказы.docx»: {{подпись}} должно стоять в отдельной строке.",)


@pytest.mark.parametrize("file", [b"", b"hello", b"PK\x03\x04"])
def test_a_broken_template_is_one_sentence(file: bytes):
    with pytest.raises(BookError) as refusal:
        fill_template("Приказы.docx", file, PAPER, SLOTS)
    assert str(refusal.value) == (
        "Шаблон «Приказы.docx» не читается. Откройте его в Word, проверьте скобки, сохраните как .docx и повторите."
    )


@pytest.mark.parametrize(
    "line", ["{{школа", "школа}} и {{город}}", "{% for школа in школы %}", "{# школа #}", "{{p школа}}"]
)
def test_a_brace_that_is_not_closed_is_named_with_its_line(line: str):
    with pytest.raises(BookError) as refusal:
        fill_template("Приказы.docx", template("Герб", line, *WHOLE_TEXT), PAPER, SLOTS)
    assert str(refusal.value) == (
        f"Шаблон «Приказы.docx»: в строке «{line}» скобки не парные. Пишите {{{{слово}}}} и повторите."
    )


def test_a_program_in_a_placeholder_is_but_an_unknown_word():
    texts, problems = filled("{{ 7 * 6 }}{{ школа.__class__ }}", *WHOLE_TEXT)
    assert texts[0] == "________"
    assert len(problems) == 2


def test_our_styles_come_along_with_those_they_are_based_on_and_the_schools_own_stay():
    made = fill_template("п", template("{{приложения}}"), PAPER, SLOTS)
    styles = docx.Document(io.BytesIO(made.data)).styles
    assert styles["Заголовок приказа"].base_style.name == "По центру"
    assert styles["Гриф"].paragraph_format.space_after == 0
    assert styles["Normal"].font.name is None


def test_tables_and_signatures_end_at_the_margin_of_the_template():
    narrow, file = docx.Document(io.BytesIO(template("{{подпись}}", "{{приложения}}"))), io.BytesIO()
    page = narrow.sections[0]
    page.page_width, page.left_margin, page.right_margin = Mm(148), Mm(14), Mm(14)
    narrow.save(file)
    made = docx.Document(io.BytesIO(fill_template("п", file.getvalue(), PAPER, SLOTS).data))
    (table,) = made.tables
    assert sum(column.width for column in table.columns) == pytest.approx(Mm(120), abs=Mm(1))
    (stop,) = made.styles["Подпись"].paragraph_format.tab_stops
    assert stop.position == pytest.approx(Mm(120), abs=Mm(1))


def test_equal_papers_give_equal_bytes():
    assert fill_template("п", template("{{документ}}"), PAPER, SLOTS) == fill_template(
        "п", template("{{документ}}"), PAPER, SLOTS
    )


def test_the_file_passes_the_validator(open_xml_errors: Callable[[Path], list[object]], tmp_path: Path):
    path = tmp_path / "приказ.docx"
    path.write_bytes(fill_template("п", template("{{шапка}}", "{{подпись}}", *WHOLE_TEXT), PAPER, SLOTS).data)
    assert open_xml_errors(path) == []


def test_the_parts_of_an_order():
    parts = parts_of(PAPER)
    assert parts["шапка"] == (*PAPER.blocks[:5],)
    assert parts["текст"] == PAPER.blocks[6:8]
    assert (parts["подпись"], parts["ознакомление"]) == ((SIGNED,), (READ,))
    assert parts["приложения"] == PAPER.blocks[12:]


def test_a_paper_without_a_signature_is_all_text():
    parts = parts_of(Paper("Согласия", "Согласие", "Согласие", (Text("Согласие", Align.CENTER), PREAMBLE)))
    assert (parts["текст"], parts["подпись"], parts["приложения"]) == ((PREAMBLE,), (), ())


@pytest.mark.parametrize(
    ("templates", "chosen"),
    [
        (["Приказы"], "Приказы"),
        (["Приказы", "о закреплении пар"], "о закреплении пар"),
        (["Приказ", "Приказы"], "Приказы"),
        (["Согласия", "О поощрении"], ""),
        ([], ""),
    ],
)
def test_the_template_that_names_the_paper_best_serves_it(templates: list[str], chosen: str):
    assert fitting(PAPER, templates) == chosen

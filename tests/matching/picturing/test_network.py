"""The picture of pairs and groups: what is in it, where it stands on paper, which files come out."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
import sys

import pytest
from PIL import Image

from mentoring_xl.core.errors import BookError
from mentoring_xl.matching.picturing import drawing
from mentoring_xl.matching.picturing.network import Leaf, Picture, Star, picture
from mentoring_xl.matching.picturing.paper import HEIGHT, MARGIN, WIDTH, sheets

FORM = "учитель–учитель"


def leaf(number: int, **values) -> Leaf:
    return Leaf(**{"name": "Ключевская Л. П.", "code": f"Н-{number}", "form": FORM, "is_held": False, **values})


def star(number: int, size: int) -> Star:
    return Star("Медуницына Д. В.", f"М-{number}", size, size, tuple(leaf(at) for at in range(size)))


def drawn_of(*sizes: int, unpaired: int = 0, free: int = 0) -> Picture:
    stars = tuple(star(number, size) for number, size in enumerate(sizes, 1))
    return Picture("Пары и группы", "", stars, ("Н-1 Белов П. И.",) * unpaired, ("М-1 Белов П. И. – 1",) * free)


def test_each_mentor_is_a_star_with_his_mentees_and_the_rest_is_listed(people, pair):
    rows = (
        pair("Н-3", "М-1", form="ученик–ученик"),
        pair("Н-1", "М-1", "согласована", form=FORM),
        pair("Н-2", "М-2", "расторгнута"),
    )
    found = picture(people(), rows, "Школа № 5")
    assert found == Picture(
        "Пары и группы · Школа № 5",
        "С парой: 2 наставляемых, наставников у них: 1. Без пары: 2.",
        (
            Star(
                "Жукова А. П.",
                "М-1",
                2,
                2,
                (
                    Leaf("Арефьева В. И.", "Н-1", FORM, is_held=True),
                    Leaf("Власова И.", "Н-3", "ученик–ученик", is_held=False),
                ),
            ),
        ),
        ("Н-2 Белов П. И.", "Н-4 Гусев О. Ю."),
        ("М-2 Зимин И. О. – 1", "М-3 Ильина О. С. – 1"),
    )
    assert found.forms == (FORM, "ученик–ученик")


def test_a_mentee_of_two_mentors_stands_with_both_and_each_star_says_so(people, pair):
    stars = picture(people(1), (pair("Н-1", "М-1"), pair("Н-1", "М-2"))).stars
    assert [(star.code, star.leaves[0].code, star.leaves[0].also) for star in stars] == [
        ("М-1", "Н-1", ("М-2",)),
        ("М-2", "Н-1", ("М-1",)),
    ]


def test_a_mentor_of_many_has_several_stars(people, pair):
    stars = picture(people(10, (10,)), [pair(f"Н-{number}", "М-1") for number in range(1, 11)]).stars
    assert [(star.code, star.taken, star.places, len(star.leaves)) for star in stars] == [
        ("М-1", 10, 10, 8),
        ("М-1", 10, 10, 2),
    ]


def test_a_school_of_twenty_five_mentors_is_one_sheet():
    (sheet,) = sheets(drawn_of(*[2, 2, 1, 3, 3] * 5, unpaired=16, free=6))
    assert len(sheet.stars) == 25
    assert [line.texts[0] for line in sheet.lines if line.is_heading] == [
        "Без пары: 16",
        "Свободные места у наставников: 6",
    ]


def test_a_larger_school_takes_several_sheets_and_loses_nobody():
    found = sheets(drawn_of(*[1, 2, 3, 4, 8] * 20, unpaired=150, free=40))
    assert sum(len(sheet.stars) for sheet in found) == 100
    assert sum(len(line.texts) for sheet in found for line in sheet.lines if not line.is_heading) == 190
    assert len(found) > 3
    assert not any(sheet.lines[-1].is_heading for sheet in found if sheet.lines)


def test_a_very_long_list_is_cut_and_says_where_all_are():
    lines = [line for sheet in sheets(drawn_of(1, unpaired=9798)) for line in sheet.lines]
    assert lines[0].texts == ("Без пары: 9798; здесь первые 210, все – на листе «Без пары»",)
    assert sum(len(line.texts) for line in lines[1:]) == 210


@pytest.mark.parametrize("size", range(1, 9))
def test_a_star_keeps_inside_its_sheet_and_its_names_apart(size):
    (sheet,) = sheets(drawn_of(*[size] * 6))
    nodes = [node for placed in sheet.stars for node in placed.nodes]
    assert len(nodes) == 6 * size
    assert all(MARGIN <= node.x <= WIDTH - MARGIN and 24 <= node.y <= HEIGHT - 16 for node in nodes)
    assert all(
        abs(one.x - other.x) >= 23 or abs(one.y - other.y) >= 15 for one, other in itertools.combinations(nodes, 2)
    )


def test_a_picture_of_nobody_is_one_empty_sheet():
    assert [(sheet.stars, sheet.lines) for sheet in sheets(drawn_of())] == [((), ())]


def test_each_kind_of_file_is_what_it_says():
    small = drawn_of(2, unpaired=1)
    (png,), (svg,), (pdf,) = (drawing.draw(small, kind) for kind in ("png", "svg", "pdf"))
    assert Image.open(io.BytesIO(png)).size == (2338, 1653)
    assert svg.startswith(b"<?xml")
    assert pdf.startswith(b"%PDF")


def test_a_large_school_is_several_pictures_or_one_document_of_several_pages():
    large = drawn_of(*[3] * 60)
    assert len(drawing.draw(large, "svg")) == 3
    (pdf,) = drawing.draw(large, "pdf")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 3


def test_the_files_say_nothing_of_who_made_them_and_when():
    small = drawn_of(1)
    assert not re.search(rb"CreationDate|Producer|Creator", drawing.draw(small, "pdf")[0])
    assert not re.search(rb"<dc:date>|<dc:creator>|Matplotlib", drawing.draw(small, "svg")[0])
    assert Image.open(io.BytesIO(drawing.draw(small, "png")[0])).info.keys() <= {"dpi"}


@pytest.mark.parametrize("kind", drawing.KINDS)
def test_the_same_picture_gives_the_same_file(kind):
    assert drawing.draw(drawn_of(1, 3, unpaired=2), kind) == drawing.draw(drawn_of(1, 3, unpaired=2), kind)


def test_forms_of_the_common_list_always_look_the_same_and_others_differ_from_them():
    first = drawing.marks_of((FORM, "наставник группы", ""))
    second = drawing.marks_of(("ученик–ученик", FORM))
    assert first[FORM] == second[FORM]
    assert len({*first.values(), *second.values()}) == 4


def test_without_matplotlib_the_way_to_get_it_is_said(monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(BookError, match=r'^Чтобы рисовать, нужна библиотека. Выполните pip install "mentoring-xl\[pic'):
        drawing.draw(drawn_of(1), "png")


def test_drawing_is_not_loaded_before_something_is_drawn():
    code = "import sys, mentoring_xl.matching.picturing.drawing, mentoring_xl.cli; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"

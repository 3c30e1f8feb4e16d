"""The sheet «Карта подбора» as data: where everyone stands, what a cell says, how it is shaded."""

from __future__ import annotations

import itertools

import pytest

from mentoring_xl.core.page import Look
from mentoring_xl.matching.picturing.heatmap import codes_at, page
from mentoring_xl.matching.picturing.shades import SHADES, Scale, scale_of

POINTS = ((91, 39, None), (36, 66.4, 40), (20, 30, 59.5), (None, None, None))


def texts(drawn) -> list[str]:
    """Each line as its texts, «|» between cells and nothing for blanks."""
    return ["|".join(piece.text for piece in line.pieces) for line in drawn.lines]


def values(drawn) -> list[list[str | None]]:
    """What a book reads back from the sheet."""
    rows = []
    for line in drawn.lines:
        row = [None] * len(drawn.widths)
        for piece in line.pieces:
            row[piece.column] = piece.text or None
        rows.append(row)
    return rows


def cell(drawn, text):
    return next(piece for line in drawn.lines for piece in line.pieces if piece.text == text)


@pytest.fixture
def drawn(people, weighed, pair):
    rows = (pair("Н-3", "М-1"), pair("Н-1", "М-1", "согласована"), pair("Н-2", "М-3"))
    return page(weighed(people(), POINTS), rows, "Школа № 5")


def test_mentees_stand_under_their_mentors_in_steps_and_those_without_a_pair_last(drawn):
    assert texts(drawn)[0] == "Карта подбора · Школа № 5"
    assert texts(drawn)[4:] == [
        "|Жукова А. П.|Зимин И. О.|Ильина О. С.",
        "Код|Наставляемый|М-1|М-2|М-3",
        "|занято мест у наставника|2 из 2|0 из 1|1 из 1",
        "Н-1|Арефьева В. И.|■91|39|×",
        "Н-3|Власова И.|●20|30|60",
        "Н-2|Белов П. И.|36|66|●40",
        "Без пары: причины – на листе «Без пары»",
        "Н-4|Гусев О. Ю.|×|×|×",
    ]


def test_the_legend_names_the_points_of_each_shade_and_the_signs(drawn):
    legend = texts(drawn)[2].split("|")
    assert legend[1:9] == ["20–28", "29–37", "38–46", "47–55", "56–64", "65–73", "74–82", "83–91"]
    assert legend[9:] == ["●", " предложена", "■", " согласована, закреплена", "×", " нельзя"]
    assert (cell(drawn, "20–28").fill, cell(drawn, "83–91").fill) == (SHADES[0], SHADES[7])


def test_more_points_are_a_darker_shade_with_a_text_that_can_be_read_on_it(drawn):
    assert [cell(drawn, text).fill for text in ("●20", "30", "39", "60", "66", "■91")] == [
        SHADES[0],
        SHADES[1],
        SHADES[2],
        SHADES[4],
        SHADES[5],
        SHADES[7],
    ]
    assert (cell(drawn, "39").ink, cell(drawn, "66").ink) == ("#2B3440", "#FFFFFF")


def test_pairs_are_framed_and_those_that_are_held_in_another_way(drawn):
    assert (cell(drawn, "●20").look, cell(drawn, "■91").look, cell(drawn, "39").look) == (
        Look.DASHED,
        Look.FRAMED,
        Look.POINTS,
    )


def test_a_pair_that_is_held_although_a_ban_stands_shows_both_in_red(people, weighed, pair):
    drawn = page(weighed(people(), POINTS), (pair("Н-4", "М-2", "закреплена приказом"),))
    assert cell(drawn, "■×").ink == "#C8372D"


def test_the_sheet_is_printed_one_page_wide_with_its_heads_and_names_on_each(drawn):
    assert (drawn.wide, drawn.across, drawn.repeat, drawn.heads, drawn.still) == (True, 1, 4, 3, 2)


def test_without_pairs_the_map_says_what_to_press(people, weighed):
    drawn = page(weighed(people(), POINTS), ())
    assert texts(drawn)[1].endswith("Пар ещё нет: нажмите «Пересчитать пары», затем «Карта подбора» снова.")
    assert [line.split("|")[0] for line in texts(drawn)[7:]] == ["Н-1", "Н-2", "Н-3", "Н-4"]


@pytest.mark.parametrize(
    ("mentees", "capacity", "who"), [(0, (1,), "наставляемых, которым нужна пара,"), (2, (), "наставников")]
)
def test_without_people_the_map_says_who_is_missing(people, weighed, mentees, capacity, who):
    drawn = page(weighed(people(mentees, capacity), []), ())
    assert [text for text in texts(drawn)[1:] if text] == [
        f"Показывать некого: {who} нет. Заполните банки и нажмите «Карта подбора» снова."
    ]


def test_a_school_of_forty_mentors_takes_two_sheets_side_by_side(people, weighed, pair):
    facts = people(80, (2,) * 40)
    drawn = page(weighed(facts, [[50] * 40] * 80), (pair("Н-1", "М-1"),))
    assert (drawn.across, drawn.repeat, len(drawn.lines)) == (2, 4, 4 + 3 + 80 + 1)
    assert drawn.lines[0].pieces[0].column == 2


def test_a_large_school_is_drawn_in_parts_and_everyone_stands_in_one_of_them(people, weighed, pair):
    facts = people(200, (2,) * 80)
    points = [[90 if column == 79 else 40 for column in range(80)] for row in range(200)]
    points[199] = [None] * 80
    pairs = [pair(f"Н-{number}", f"М-{(number + 1) // 2}") for number in range(1, 161)]
    drawn = page(weighed(facts, points), pairs)
    lines = texts(drawn)
    codes = [line.split("|")[0] for line in lines]
    assert sorted(code for code in codes if code.startswith("Н-")) == sorted(f"Н-{n}" for n in range(1, 201))
    heads = [line.split("|")[2:] for line in lines if line.startswith("Код|")]
    assert [(head[0], head[-1]) for head in heads] == [
        ("М-1", "М-18"),
        ("М-19", "М-36"),
        ("М-37", "М-54"),
        ("М-55", "М-72"),
        ("М-73", "М-79"),
        ("М-80", "М-80"),
        ("М-80", "М-80"),
    ]
    assert codes[codes.index("Н-161") - 1] == "Без пары: причины – на листе «Без пары»"
    assert codes[-1] == "Н-200"
    assert sum(line.new_page for line in drawn.lines) == 6
    assert (drawn.repeat, drawn.across) == (None, 1)
    assert lines[1].endswith("Школа большая: на каждой странице – несколько наставников и свои наставляемые.")


def test_a_city_is_not_drawn_whole_and_the_map_says_so(people, weighed, pair):
    drawn = page(weighed(people(1, (1,) * 2000), [[50] * 2000]), (pair("Н-1", "М-1"),))
    assert texts(drawn)[1].endswith(" Здесь 1 из 1 наставляемых, 1800 из 2000 наставников.")
    assert sum(line.new_page for line in drawn.lines) == 59


def test_a_mentor_whom_very_many_wait_for_has_heads_on_each_sheet(people, weighed, pair):
    drawn = page(weighed(people(3000), [[50, 40, 40]] * 3000), (pair("Н-1", "М-1"),))
    heads = [at for at, line in enumerate(texts(drawn)) if line.startswith("Код|")]
    assert len(heads) == 60
    assert max(after - before for before, after in itertools.pairwise(heads)) == 36 + 3 + 1
    assert texts(drawn)[1].endswith(" Здесь 2160 из 3000 наставляемых, 1 из 3 наставников.")


@pytest.mark.parametrize(
    ("row", "column", "codes"),
    [
        (0, 0, ("", "")),
        (2, 3, ("", "")),
        (4, 3, ("", "М-2")),
        (5, 4, ("", "М-3")),
        (6, 2, ("", "М-1")),
        (7, 0, ("Н-1", "")),
        (8, 1, ("Н-3", "")),
        (8, 3, ("Н-3", "М-2")),
        (10, 0, ("", "")),
        (10, 3, ("", "")),
        (11, 4, ("Н-4", "М-3")),
        (11, 9, ("Н-4", "")),
        (40, 3, ("", "")),
    ],
)
def test_a_cell_of_the_sheet_leads_back_to_its_people(drawn, row, column, codes):
    assert codes_at(values(drawn), row, column) == codes


def test_a_sheet_that_is_no_map_leads_to_nobody():
    assert codes_at([["Код пары", "Н-1"], [None, "М-1"]], 1, 1) == ("", "")


def test_the_scale_follows_the_points_that_are_there():
    assert scale_of([]) == Scale(0, 1)
    assert scale_of([0, 100]) == Scale(0, 13)
    assert scale_of([71, 73]) == Scale(70, 1)
    assert [Scale(70, 1).label(step) for step in (0, 3)] == ["70", "73"]
    assert [Scale(20, 9).step(points) for points in (19, 20, 28, 29, 91, 100)] == [0, 0, 0, 1, 7, 7]

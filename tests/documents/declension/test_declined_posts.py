"""Posts and standings in oblique cases: the sample file, a table of other posts, several posts in one cell."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.documents.declension import CASES, decline_post

SAMPLES = Path(__file__).with_name("job_titles.tsv")

OTHER_POSTS = SAMPLES.with_name("other_posts.tsv")
SCHOOL_POSTS = SAMPLES.with_name("school_posts.tsv")


def rows_of(path):
    with path.open(encoding="utf-8") as lines:
        return [tuple(row[case] for case in CASES) for row in csv.DictReader(lines, delimiter="\t")]


@pytest.mark.parametrize(
    "forms", rows_of(SAMPLES) + rows_of(OTHER_POSTS) + rows_of(SCHOOL_POSTS), ids=lambda forms: forms[0]
)
def test_every_form_is_right_and_certain(forms):
    declined = [decline_post(forms[0], case) for case in CASES]
    assert tuple(each.text for each in declined) == forms
    assert all(each.certain for each in declined)


@pytest.mark.parametrize(
    ("post", "dative"),
    [
        ("учитель физики, классный руководитель", "учителю физики, классному руководителю"),
        ("директор и учитель физики", "директору и учителю физики"),
        ("заместитель директора – учитель", "заместителю директора – учителю"),
        ("учитель (биология)", "учителю (биология)"),
    ],
)
def test_several_posts_in_one_cell_all_decline_but_are_doubtful(post, dative):
    declined = decline_post(post, "dative")
    assert (declined.text, declined.certain) == (dative, False)
    assert declined.doubt == "названо несколько должностей: проверьте форму"


@pytest.mark.parametrize("post", ["по воспитательной работе", "учителя", "директор."])
def test_a_post_without_a_nominative_word_is_left_alone_and_doubtful(post):
    declined = decline_post(post, "dative")
    assert (declined.text, declined.certain) == (post, False)


@pytest.mark.parametrize("post", ["", "  ", "Teacher"])
def test_text_without_russian_letters_comes_back_unchanged_and_doubtful(post):
    declined = decline_post(post, "dative")
    assert (declined.text, declined.certain) == (post, False)


def test_stray_spaces_and_latin_letters_are_put_right():
    assert decline_post("  зaместитель\u00a0 диpектора ", "dative").text == "заместителю директора"


def test_an_override_wins_and_is_certain():
    declined = decline_post("зав.  столовой", "dative", overrides={("зав. столовой", "dative"): "заведующему столовой"})
    assert (declined.text, declined.certain) == ("заведующему столовой", True)


def test_an_unknown_case_is_a_programming_error():
    with pytest.raises(ValueError, match="case"):
        decline_post("директор", "vocative")


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=40), st.text("абвгдежиклмнопрст-., ()/и", max_size=40)), st.sampled_from(CASES))
def test_no_text_raises_and_doubt_goes_with_uncertainty(text, case):
    declined = decline_post(text, case)
    assert declined.certain == (declined.doubt == "")

"""Full names in oblique cases: the sample file, a table of hard names, dirty input, admitted doubts."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.documents.declension import CASES, decline_name, normalise_name

OBLIQUE = CASES[1:]
SAMPLES = Path(__file__).with_name("names.tsv")

# "|" stands between accepted variants of a word
HARD_NAMES = SAMPLES.with_name("hard_names.tsv")

# written with their right forms before the program had seen them
SCHOOL_NAMES = SAMPLES.with_name("school_names.tsv")


def forms_in(path):
    with path.open(encoding="utf-8") as lines:
        return [
            (row["nominative"], case, row["gender"], row[case])
            for row in csv.DictReader(lines, delimiter="\t")
            for case in OBLIQUE
        ]


EVERY_FILE = pytest.mark.parametrize(
    "forms",
    [forms_in(SAMPLES), forms_in(HARD_NAMES), forms_in(SCHOOL_NAMES)],
    ids=["samples", "hard names", "names of a school"],
)


def is_right(text, accepted):
    words, variants = text.split(" "), accepted.split(" ")
    return len(words) == len(variants) and all(
        word in either.split("|") for word, either in zip(words, variants, strict=True)
    )


@EVERY_FILE
def test_at_least_97_percent_of_the_forms_are_right(forms):
    wrong = [
        (name, case) for name, case, gender, form in forms if not is_right(decline_name(name, case, gender).text, form)
    ]
    assert len(forms) >= 72
    assert len(wrong) <= 0.03 * len(forms), wrong


@EVERY_FILE
def test_no_wrong_form_is_called_certain(forms):
    declined = [(decline_name(name, case, gender), form) for name, case, gender, form in forms]
    assert [each.text for each, form in declined if each.certain and not is_right(each.text, form)] == []


@EVERY_FILE
def test_most_forms_are_certain_even_of_hard_names(forms):
    certain = [name for name, case, gender, _ in forms if decline_name(name, case, gender).certain]
    assert len(certain) >= 0.75 * len(forms)


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Иванова Анна Петровна", "Ивановой Анне Петровне"),
        ("Кузнецов Сергей Ильич", "Кузнецову Сергею Ильичу"),
        ("Петренко Дарья Игоревна", "Петренко Дарье Игоревне"),
        ("Соколовский Артём Олегович", "Соколовскому Артёму Олеговичу"),
        ("Ковальчук Мария Денисовна", "Ковальчук Марии Денисовне"),
    ],
)
def test_ordinary_names_are_certain_without_a_stated_gender(name, dative):
    declined = decline_name(name, "dative")
    assert (declined.text, declined.certain, declined.doubt) == (dative, True, "")


@pytest.mark.parametrize(
    ("typed", "instrumental"),
    [
        ("АРЕФЬЕВА ВЕРА ИВАНОВНА", "Арефьевой Верой Ивановной"),
        ("АРЕФЬЕВА Вера Ивановна", "Арефьевой Верой Ивановной"),
        ("арефьева вера ивановна", "Арефьевой Верой Ивановной"),
        ("  Арефьева\u00a0 Вера\tИвановна ", "Арефьевой Верой Ивановной"),
        ("Aрефьева Вeра Ивaновна", "Арефьевой Верой Ивановной"),
        ("Вера Ивановна Арефьева", "Верой Ивановной Арефьевой"),
        ("Салтыков – Щедрин Илья Львович", "Салтыковым-Щедриным Ильёй Львовичем"),
        ("МАМЕДОВА ЛЕЙЛА ГАСАН КЫЗЫ", "Мамедовой Лейлой Гасан кызы"),
        ("Роман Аркадьевич Абрамович", "Романом Аркадьевичем Абрамовичем"),
        ("фон Штейн Анна Павловна", "фон Штейн Анной Павловной"),
    ],
)
def test_careless_typing_is_put_right_before_declining(typed, instrumental):
    declined = decline_name(typed, "instrumental")
    assert (declined.text, declined.certain) == (instrumental, True)


@pytest.mark.parametrize(
    ("typed", "genitive"),
    [
        ("Арефьева В.И.", "Арефьевой В.И."),
        ("Арефьева В. И.", "Арефьевой В.И."),
        ("В.И. Арефьева", "В.И. Арефьевой"),
        ("В.И.Арефьева", "В.И. Арефьевой"),
        ("АРЕФЬЕВА", "Арефьевой"),
    ],
)
def test_initials_stay_and_the_surname_declines(typed, genitive):
    declined = decline_name(typed, "genitive", "f")
    assert (declined.text, declined.certain) == (genitive, True)


def test_without_patronymic_or_gender_the_likely_form_is_doubtful():
    declined = decline_name("Иванов И. И.", "instrumental")
    assert (declined.text, declined.certain) == ("Ивановым И.И.", False)
    assert declined.doubt == "пол неизвестен: укажите его"


def test_a_gender_against_the_patronymic_is_doubtful():
    declined = decline_name("Иванова Анна Петровна", "dative", "m")
    assert (declined.text, declined.certain) == ("Ивановой Анне Петровне", False)
    assert declined.doubt == "пол не совпадает с отчеством: проверьте пол"


@pytest.mark.parametrize(
    ("name", "case", "gender"),
    [
        ("Никитина Илья Петрович", "dative", "m"),
        ("Никитин Инна Петровна", "dative", "f"),
        ("Чаплин Чарльз", "instrumental", "m"),
        ("Смородина Инна Львовна", "genitive", "f"),
        ("Лазурок Олег Львович", "genitive", "m"),
        ("Кулиш Олег Львович", "instrumental", "m"),
        ("Мюних Олег Львович", "genitive", "m"),
        ("Кузнецова Анна Мария Ивановна", "dative", "f"),
        ("Сейткали Айгерим Серікқызы", "dative", "f"),
        ("Анна Мария Абрамович", "instrumental", None),
    ],
)
def test_what_only_the_family_knows_is_doubtful_and_says_what_to_do(name, case, gender):
    declined = decline_name(name, case, gender)
    assert not declined.certain
    assert (
        ": проверьте" in declined.doubt
        or ": спросите" in declined.doubt
        or ": впишите" in declined.doubt
        or (declined.doubt == "пол неизвестен: укажите его")
    )


@pytest.mark.parametrize("name", ["Smith John", "", "   ", "123"])
def test_text_without_russian_letters_comes_back_unchanged_and_doubtful(name):
    for case in CASES:
        declined = decline_name(name, case, "m")
        assert (declined.text, declined.certain) == (name, False)


def test_the_nominative_is_the_clean_name():
    declined = decline_name(" АРЕФЬЕВА  Вера ", "nominative")
    assert (declined.text, declined.certain) == ("Арефьева Вера", True)


def test_an_override_wins_over_the_rules_and_is_certain():
    overrides = {("Заяц Олег Львович", "dative"): "Заяцу Олегу Львовичу"}
    declined = decline_name(" ЗАЯЦ Олег\u00a0Львович", "dative", overrides=overrides)
    assert (declined.text, declined.certain) == ("Заяцу Олегу Львовичу", True)
    assert decline_name("Заяц Олег Львович", "genitive", overrides=overrides).text == "Зайца Олега Львовича"


def test_an_unknown_case_or_gender_is_a_programming_error():
    with pytest.raises(ValueError, match="case"):
        decline_name("Иванов Олег Львович", "vocative")
    with pytest.raises(ValueError, match="gender"):
        decline_name("Иванов Олег Львович", "dative", "x")


def test_a_surname_that_is_but_an_ending_is_declined_without_falling():
    assert decline_name("АЯ", "nominative", "f").text == "Ая"


russian = st.text("АБВГДЕЁЖИЙКЛМНОЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя -.'", max_size=40)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=40), russian), st.sampled_from(CASES), st.sampled_from(["m", "f", None]))
def test_no_text_raises_and_doubt_goes_with_uncertainty(text, case, gender):
    declined = decline_name(text, case, gender)
    assert declined.certain == (declined.doubt == "")


@settings(max_examples=200, deadline=None)
@given(russian)
def test_cleaning_a_clean_name_changes_nothing(text):
    assert normalise_name(normalise_name(text)) == normalise_name(text)


@pytest.mark.parametrize(
    ("name", "dative"),
    [("Ким Мария", "Ким Марии"), ("Мороз Анна", "Мороз Анне"), ("Полевая Анна", "Полевой Анне")],
)
def test_a_woman_without_a_patronymic_is_told_by_her_given_name(name, dative):
    form = decline_name(name, "dative")
    assert (form.text, form.certain) == (dative, False)

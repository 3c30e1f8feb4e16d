"""The signature form «В.И. Арефьева» and the gender that a patronymic tells."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring_xl.documents.declension import gender_of, initials


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("Арефьева Вера Ивановна", "В.И.\u00a0Арефьева"),
        ("Вера Ивановна Арефьева", "В.И.\u00a0Арефьева"),
        ("АРЕФЬЕВА  ВЕРА ИВАНОВНА", "В.И.\u00a0Арефьева"),
        ("Арефьева В. И.", "В.И.\u00a0Арефьева"),
        ("В.И.Арефьева", "В.И.\u00a0Арефьева"),
        ("Арефьева Вера И.", "В.И.\u00a0Арефьева"),
        ("Арефьева Вера", "В.\u00a0Арефьева"),
        ("Вера Арефьева", "В.\u00a0Арефьева"),
        ("Салтыков-Щедрин Анна-Мария Львовна", "А.-М.Л.\u00a0Салтыков-Щедрин"),
        ("Мамедова Лейла Гасан кызы", "Л.Г.\u00a0Мамедова"),
        ("фон Штейн Анна Павловна", "А.П.\u00a0фон Штейн"),
        ("Smith John", "J.\u00a0Smith"),
        ("Арефьева", "Арефьева"),
        ("", ""),
    ],
)
def test_initials_stand_before_the_surname_with_a_no_break_space(name, signature):
    assert initials(name) == signature


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Шевченко Оксана Тарасовна", "f"),
        ("Черных Ольга Ильинична", "f"),
        ("Ким Любовь Никитична", "f"),
        ("Алиева Айгюн Эльдаровна", "f"),
        ("Шевченко Тарас Григорьевич", "m"),
        ("Черных Илья Кузьмич", "m"),
        ("Иванов Никита Саввич", "m"),
        ("Ооржак Айдыс Кара-оолович", "m"),
        ("Мамедова Лейла Гасан кызы", "f"),
        ("Гулиев Рашад Ахмед-оглы", "m"),
        ("Нурланов Серик Нурланулы", "m"),
        ("Вера Ивановна", "f"),
        ("Роман Аркадьевич Абрамович", "m"),
        ("Шевченко О.Т.", None),
        ("Шевченко Оксана", None),
        ("Анна Абрамович", None),
        ("Бабич Анна", None),
        ("", None),
    ],
)
def test_gender_comes_from_the_patronymic_alone(name, gender):
    assert gender_of(name) == gender


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=40), st.text("АБВИНвичнаоглы -.'", max_size=30)))
def test_no_text_raises(text):
    assert gender_of(text) in ("m", "f", None)
    assert isinstance(initials(text), str)


def test_the_libraries_are_not_loaded_before_the_first_name():
    code = (
        "import sys; import mentoring_xl.documents.declension as d; "
        "assert not {'pymorphy3', 'pytrovich'} & set(sys.modules); "
        "d.decline_name('Ким Олег Львович', 'dative'); assert 'pymorphy3' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

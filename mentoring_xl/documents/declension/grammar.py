"""Classes of Russian surnames that a grammar settles, or leaves open, whatever the libraries say.

Sources: Розенталь, «Справочник по правописанию и литературной правке», § 149 (declension of names);
Калакуцкая, «Склонение фамилий и личных имён в русском литературном языке». Words are in lower case.
"""

from __future__ import annotations

import re
from typing import Final

from mentoring_xl.documents.declension.model import Gender, Paradigm, fixed, with_endings

VOWELS: Final = "аеёиоуыэюя"
HUSHING: Final = "жчшщ"
POSSESSIVE: Final = ("ов", "ев", "ёв", "ин", "ын")
POSSESSIVE_FEMALE: Final = ("ова", "ева", "ёва", "ина", "ына")
ADJECTIVAL_FEMALE: Final = ("ская", "цкая")
_NATIVE_IN: Final = ("кин", "хин", "гин", "шин", "чин", "жин", "щин", "ьин", "цын")

FEMALE_SURNAME: Final = "фамилия женская, а пол мужской: проверьте пол"
MALE_SURNAME: Final = "фамилия мужская, а пол женский: проверьте пол"
STRESS: Final = "окончание зависит от ударения: проверьте форму"
FLEETING: Final = "гласная может выпадать: спросите, как склоняют в семье"
FOREIGN_IN: Final = "русская или иностранная фамилия, неясно: проверьте форму"
GEORGIAN_AYA: Final = "русская или грузинская фамилия, неясно: проверьте форму"
TWO_WAYS: Final = "фамилию склоняют по-разному: спросите, как склоняют в семье"


def syllables(word: str) -> int:
    """How many vowels the word has."""
    return sum(letter in VOWELS for letter in word)


def settled(word: str, gender: Gender) -> Paradigm | None:
    """The paradigm of a surname whose class is beyond dispute, None for the libraries to decide."""
    for rule in (_never_declines, _georgian_ia, _male_consonant, _male_glide, _male_adjective, _male_ich, _female_noun):
        paradigm = rule(word, gender)
        if paradigm:
            return paradigm
    return None


def _never_declines(word: str, gender: Gender) -> Paradigm | None:
    """Шевченко, Живаго, Гулиа for both; Черных for both; a woman's surname that ends in a consonant: Саакян, Ким."""
    if word[-1] in "оеёиыуэю" or re.search(f"[{VOWELS}]а$", word):
        return fixed(word)
    if syllables(word) > 1 and re.search("(ых|[гкхжчшщ]их)$", word):
        return fixed(word)
    return fixed(word) if gender == "f" and word[-1] not in VOWELS else None


def _georgian_ia(word: str, gender: Gender) -> Paradigm | None:
    """Берия, Данелия decline as Мария does, for men and women."""
    return with_endings(word[:-1], "и и ю ей") if word.endswith("ия") else None


def _male_consonant(word: str, gender: Gender) -> Paradigm | None:
    """Only -ов/-ев/-ин/-ын is possessive (Ивановым); every other hard -в, -н is a noun: Линкольном, Пейном."""
    if gender == "m" and word[-1] in "вн" and not word.endswith(POSSESSIVE):
        return with_endings(word, "а у а ом")
    return None


def _male_glide(word: str, gender: Gender) -> Paradigm | None:
    """Гайдай, Хемингуэй, Горелуй, Палий; -ий after г, к, х, н or a hushing letter and -ой, -ей are left open."""
    if gender == "m" and re.search("([аяуюэ]й|[бвдзлмпрст]ий)$", word):
        return with_endings(word[:-1], "я ю я ем")
    return None


def _male_adjective(word: str, gender: Gender) -> Paradigm | None:
    """Бедный, Широкий, Сухой; after a hushing letter Осадчего, Хорунжего; a single syllable is a noun: Цоя."""
    if gender == "f" or not word.endswith("й"):
        return None
    if syllables(word) < 2:
        return with_endings(word[:-1], "я ю я ем") if word.endswith("ой") else None
    if re.search("([гкх]ий|ый)$", word):
        return with_endings(word[:-2], f"ого ому ого {word[-2]}м")
    if re.search(f"[гкх{HUSHING}]ой$", word):
        return with_endings(word[:-2], "ого ому ого им")
    return with_endings(word[:-2], "его ему его им") if re.search(f"[{HUSHING}]ий$", word) else None


def _male_ich(word: str, gender: Gender) -> Paradigm | None:
    """Абрамович, Мицкевич: the suffix is not stressed, so Абрамовичем (unlike Ильичом)."""
    return with_endings(word, "а у а ем") if gender == "m" and word.endswith("ич") and syllables(word) > 1 else None


def _female_noun(word: str, gender: Gender) -> Paradigm | None:
    """Кучерена, Окуджава: without -ов-/-ин- before it a final -а is a noun's, Кучерены and not «Кучереной»."""
    if gender == "f" and word[-2:] in ("на", "ва") and not word.endswith(POSSESSIVE_FEMALE):
        return with_endings(word[:-1], "ы е у ой")
    return None


def corrected(word: str, gender: Gender) -> Paradigm | None:
    """Likely forms of men's surnames in classes where petrovich errs, None elsewhere.

    -ец loses its vowel but after two consonants (Глухарца, Мудреца), -их after л, р, т is German (Эрлиха), no я after
    a hushing letter (Мыша).
    """
    if gender == "m" and word.endswith("ец"):
        return _in_ets(word)
    if gender == "m" and re.search("[^н]их$", word):
        return with_endings(word, "а у а ом")
    return with_endings(word[:-1], "а у а ем") if gender == "m" and re.search(f"[{HUSHING}]ь$", word) else None


def _in_ets(word: str) -> Paradigm:
    stem = word[:-2]
    if syllables(word) < 2 or re.search(f"[^{VOWELS}ьй]ь?[^{VOWELS}ьй]$", stem):
        return with_endings(word, "а у а ом")
    if not stem or stem[-1] in VOWELS:
        return with_endings(stem, "йца йцу йца йцем")
    return with_endings(
        stem + "ь" if stem.endswith("л") else stem, "ца цу ца " + ("цем" if stem[-1] in "нм" else "цом")
    )


def plain(word: str, gender: Gender) -> bool:
    """Whether one voice is enough: Кешоков, Кешокова, Дзюба, Шакрыл, Айдыс leave no choice."""
    if gender == "f":
        return bool(re.search("([оеё]ва|[иы]на|[бвгдзлмпрстфх]а|[^сц]ка)$", word))
    return bool(re.search("([бвгдзклмнпрстф]|[бвгдзклмнпрстфх][ая]|[^иы]х)$", word))


def stress_decides(word: str, gender: Gender) -> bool:
    """Whether -ом/-ем, -ой/-ей hangs on the stress: Ткачом but Кулишем. Лившицем, Капицей are not stressed."""
    if word.endswith("а"):
        return word[-2:-1] in (*HUSHING, "ц") and not word.endswith("ица")
    return gender == "m" and (word[-1] in HUSHING or word.endswith("ец"))


def likely_instrumental(word: str, genitive: str) -> str:
    """The likelier form where the libraries do not know the stress: Грином, Деркачом, Кравцом; "" for no opinion.

    Sources: one-syllable surnames in -ин are foreign; the suffix -ач is stressed; so is -ец, but for -нец, -мец, -иец;
    a feminine -ша, -ца is not.
    """
    if word.endswith("а"):
        return word[:-1] + "ей"
    if (syllables(word) < 2 and word.endswith(("ин", "ын"))) or word.endswith("ач"):
        return word + "ом"
    return genitive[:-1] + "ом" if re.search("[бвгдзклпрстфх]ец$", word) else ""


def open_question(word: str, gender: Gender) -> str:
    """Why every oblique form of this surname is doubtful, "" when its class is clear."""
    if gender == "f" and syllables(word) > 1 and re.search("([гкх]ий|ый|ой|[оеё]в|[иы]н)$", word):
        return MALE_SURNAME
    if gender == "f" and word.endswith(POSSESSIVE_FEMALE) and syllables(word) < 3:
        return TWO_WAYS
    if gender == "m" and word.endswith(ADJECTIVAL_FEMALE):
        return FEMALE_SURNAME
    if gender == "m" and _may_lose_its_vowel(word):
        return FLEETING
    georgian = re.search("ая$" if gender == "m" else "[лкбр]ая$", word)
    if georgian and not word.endswith(ADJECTIVAL_FEMALE):
        return GEORGIAN_AYA
    return ""


def _may_lose_its_vowel(word: str) -> bool:
    """Лазурка or Лазурока, Журавля or Журавеля; Узбека and Нобеля leave no choice."""
    in_k = re.search("[оеё]к$", word) and syllables(word) > 1 and not word.endswith("бек")
    return bool(in_k or (re.search("[бвмп]ель$", word) and syllables(word) > 2))


def open_instrumental(word: str, gender: Gender, native: bool) -> str:
    """Why the instrumental alone is doubtful: stress after a hushing letter or ц, Ивановым against Дарвином.

    native: the person has a Russian patronymic, so a surname in -ин is taken for Russian.
    """
    if stress_decides(word, gender):
        return STRESS
    if gender == "m" and word.endswith(("ин", "ын")) and not word.endswith(_NATIVE_IN) and not native:
        return FOREIGN_IN
    return FOREIGN_IN if gender == "m" and word.endswith(POSSESSIVE) and syllables(word) < 2 else ""

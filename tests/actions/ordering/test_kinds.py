"""Every kind of order from a row of the register: its text, whom it names, who signs, its appendix."""

from __future__ import annotations

import datetime as dt

import pytest

from mentoring_xl.documents.paper import Acquainted, NewPage, Sides, Signature, Stamp, Text
from mentoring_xl.schema.choices import ORDER_KINDS
from mentoring_xl.schema.tables import CaseForms, Consent, Mentee, Order, Pair, PaperText, Step


def draft(school, kind):
    school.book.rows[Pair] = []
    school.rows(Order).append(Order(kind=kind))
    return school.press()


@pytest.mark.parametrize("kind", ORDER_KINDS.values)
def test_a_row_with_a_kind_becomes_an_order_on_its_sheet(school, kind):
    outcome = draft(school, kind)
    (order,) = school.rows(Order)
    assert (order.code, order.state, order.sheet) == ("ПР-1", "черновик", "Приказ ПР-1")
    assert order.title.startswith("О")
    assert order.grounds.startswith("статья 351.8")
    assert order.file == f"Приказы/Приказ ПР-1 {kind[:1].upper()}{kind[1:]}.docx"
    assert list(school.book.pages) == ["Приказ ПР-1"]
    assert (order.order_number, order.date) == ("", None)
    assert outcome.summary[-1]


def test_the_order_of_appointment_names_people_in_their_cases_and_lists_the_curators(school, items_of):
    draft(school, "о назначении координатора и кураторов")
    paper = school.paper("ПР-1")
    assert items_of(paper)[:5] == [
        "1. Назначить координатором программы наставничества заместителя директора по учебной работе "
        "Камышеву Ольгу Михайловну.",
        "2. Назначить кураторами программы наставничества:",
        "2.1 заместителя директора по воспитательной работе Лугову Софию Николаевну;",
        "2.2 учителя физики Рощина Олега Дмитриевича.",
        "3. Заместителю директора по учебной работе Камышевой Ольге Михайловне организовать исполнение дорожной "
        "карты и отчитываться о её ходе.",
    ]
    assert paper.blocks[-1] == Acquainted(
        "С приказом ознакомлены:",
        ("Камышева Ольга Михайловна", "Лугова София Николаевна", "Рощин Олег Дмитриевич"),
    )


def test_an_order_begins_with_the_school_and_ends_with_the_signature(school):
    draft(school, "о внедрении целевой модели")
    paper = school.paper("ПР-1")
    texts = [block.text for block in paper.blocks if isinstance(block, Text)]
    assert texts[:4] == [
        "МБОУ «Заводская школа»",
        "ПРИКАЗ",
        "с. Заводское",
        "О внедрении целевой модели наставничества",
    ]
    assert Sides("____________", "№ ______") in paper.blocks
    assert Signature("Директор", "А.И.\u00a0Полевая") in paper.blocks
    assert (paper.folder, paper.name) == ("Приказы", "Приказ ПР-1 О внедрении целевой модели")


def test_the_roadmap_is_approved_with_the_plan_as_its_appendix(school, grid_of):
    school.book.rows[Step] = [
        Step(number="1", section="Подготовка", title="Издание приказа", deadline="март", responsible="Директор"),
        Step(number="2", section="Подготовка", title="Положение", deadline="апрель", result="Положение"),
        Step(section="Подготовка", title=" "),
        Step(number="1", section="Работа", title="Встречи пар", deadline="в течение года"),
    ]
    draft(school, "об утверждении дорожной карты")
    paper = school.paper("ПР-1")
    assert grid_of(paper) == (
        ("Подготовка",),
        ("1", "Издание приказа", "март", "Директор", ""),
        ("2", "Положение", "апрель", "", "Положение"),
        ("Работа",),
        ("1", "Встречи пар", "в течение года", "", ""),
    )
    at = paper.blocks.index(NewPage())
    assert paper.blocks[at + 1] == Stamp(("Приложение 1", "УТВЕРЖДЕНА", "приказом от ____________ № ____"))


def test_thanks_are_given_in_the_dative_to_those_who_have_completed_a_programme(school, items_of):
    school.set(Pair, 0, state="завершена", ends=dt.date(2026, 11, 10))
    school.set(Mentee, 1, passed=True)
    school.rows(Order).append(Order(kind="о поощрении участников"))
    school.press()
    assert items_of(school.paper("ПР-1"))[:4] == [
        "1. За активное участие в программе наставничества и достигнутые результаты объявить благодарность:",
        "1.1 учителю химии Лесной Вере Юрьевне;",
        "1.2 учителю химии Зимину Петру Ильичу;",
        "1.3 учителю химии Беловой Анне Юрьевне.",
    ]


def test_nobody_is_thanked_twice_for_one_programme_nor_without_consent(school):
    school.set(Pair, 0, state="завершена", ends=dt.date(2026, 11, 10))
    school.set(Pair, 1, state="завершена")
    school.book.rows[Consent] = [row for row in school.rows(Consent) if row.person_code != "Н-2"]
    school.rows(Order).append(Order(kind="о поощрении участников"))
    assert "Банк наставляемых!B6  D101  в приказ не войдёт: Н-2 – нет согласия на обработку персональных данных" in (
        school.found()
    )
    assert school.rows(Order)[0].pairs == "М-1, Н-1, М-2"
    school.sign(0, "30-ОД")
    school.rows(Order).append(Order(kind="о поощрении участников"))
    school.press()
    assert school.rows(Order)[1].pairs == ""


def test_the_appendix_names_both_sides_and_the_days_of_their_consents(school, grid_of):
    school.press()
    paper = school.paper("ПР-1")
    assert grid_of(paper)[0] == (
        "1", "Лесная Вера Юрьевна,\nучитель химии", "Зимин Пётр Ильич,\nучитель химии", "учитель–учитель",
        "с даты приказа", "наставляемый: 10.04.2026\nнаставник: 10.04.2026",
    )  # fmt: skip
    basis = [block.text for block in paper.blocks if isinstance(block, Text) and block.text.startswith("Основание")]
    assert basis == [
        "Основание: письменные согласия участников (П.И.\u00a0Зимин – 10.04.2026; В.Ю.\u00a0Лесная – 10.04.2026; "
        "А.Ю.\u00a0Белова – 10.04.2026; И.П.\u00a0Озеров – 10.04.2026)."
    ]


def test_a_row_of_a_kind_without_texts_is_told_and_nothing_is_drawn(school):
    assert [str(finding).partition(" → ")[0] for finding in draft(school, "об отпуске").findings] == [
        "Приказы!B5  D118  для приказа «об отпуске» нет текстов"
    ]
    assert school.book.pages == {}


def test_the_schools_own_texts_replace_the_defaults_of_their_kind_and_stand_by_number(school, items_of):
    kind = "о проведении мониторинга"
    school.book.rows[PaperText] = [
        PaperText(kind=kind, part="пункт", number="10", text="Десятый."),
        PaperText(kind=kind, part="пункт", number="2", text="Провести опрос в {краткое название}."),
        PaperText(kind=kind, part="подпункт", number="2.1", text="до {пора};"),
        PaperText(kind=kind, part="контроль", text="{контроль}"),
    ]
    found = [str(finding).partition(" → ")[0] for finding in draft(school, kind).findings]
    assert found == [
        "Тексты!D6  D116  для «{краткое название}» в книге нет данных: в документе остался прочерк",
        "Тексты!D7  D115  «{пора}» в этом тексте ничего не значит",
    ]
    assert items_of(school.paper("ПР-1")) == [
        "1. Провести опрос в ____.",
        "1.1 до ____.",
        "2. Десятый.",
        "3. Контроль за исполнением приказа оставляю за собой.",
    ]


def test_a_confirmed_form_is_used_in_the_order(school, items_of):
    school.rows(CaseForms).append(CaseForms(text="Рощин Олег Дмитриевич", accusative="Рощина Олега (проверено)"))
    draft(school, "о назначении координатора и кураторов")
    assert "2.2 учителя физики Рощина Олега (проверено)." in items_of(school.paper("ПР-1"))

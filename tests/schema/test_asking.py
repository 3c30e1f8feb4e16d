"""In which questionnaire a question stands, and which questions belong together."""

from __future__ import annotations

import pytest

from mentoring_xl.schema.asking import asked_in, items
from mentoring_xl.schema.tables import Question


@pytest.mark.parametrize(
    ("question", "form", "asked"),
    [
        ("", "учитель–учитель", True),
        ("учитель–учитель", "Учитель - учитель", True),
        ("учитель–учитель", "ученик–ученик", False),
        ("ученик–ученик", "студент–ученик", True),
        ("ученик–ученик", "работодатель–студент", True),
        ("ученик–ученик", "учитель–учитель", False),
        ("студент–ученик", "ученик–ученик", False),
        ("студент–ученик", "работодатель–ученик", False),
    ],
)
def test_near_variants_share_the_questions_of_pupils(question: str, form: str, asked: bool):
    assert asked_in(question, form) is asked


def test_questions_belong_together_by_measure_or_by_code():
    about = items(
        [
            Question(code="УУ-НД-04", measure="Комфорт "),
            Question(code="УУ-НП-04"),
            Question(code="Ш-1", measure="комфорт"),
            Question(code="ОО-НД-05"),
            Question(code="оо-нп-05"),
            Question(code="ПР-02"),
        ]
    )
    assert about["УУ-НД-04"] == about["УУ-НП-04"] == about["Ш-1"] == "комфорт"
    assert about["ОО-НД-05"] == about["ОО-НП-05"]
    assert about["ПР-02"] == "ПР-02"

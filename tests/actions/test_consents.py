"""Which consents and agreements are printed, who signs them, and what stays blank."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mentoring_xl.actions.consents import consent_papers
from mentoring_xl.actions.work_papers import check_papers
from mentoring_xl.core.outcome import Tables
from mentoring_xl.documents.paper import Grid, Items, Signature, Text
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import TABLES, Consent, Mentee, Mentor, Pair, PaperText

if TYPE_CHECKING:
    from mentoring_xl.core.table import Row
    from mentoring_xl.documents.paper import Paper

TODAY = dt.date(2026, 11, 20)
SCHOOL = default_rows(
    school="МБОУ «Школа № 5»", town="г. Липки", director_post="Директор", director="Соснин Роман Юрьевич"
)
PUPIL = Mentee(code="Н-2", full_name="Рыбин Олег Петрович", group="обучающийся", school_class="8А", birth_year=2012)
TEACHER = Mentee(code="Н-1", full_name="Арефьева Вера Ивановна", group="педагог", post="учитель", birth_year=1998)
MENTOR = Mentor(code="М-1", full_name="Сомова Анна Ильинична", gender="ж", group="педагог", post="учитель химии")
DATA, PUBLICATION, AGREEMENT = "обработка персональных данных", "публикация (распространение)", "работа наставником"


def consent(code: str, kind: str, **values: object) -> Consent:
    return Consent(**{"person_code": code, "kind": kind, "signed": dt.date(2026, 9, 1), **values})


def papers(*rows: Row) -> dict[str, Paper]:
    tables = Tables({table: [row for row in (*rows, *SCHOOL) if type(row) is table] for table in TABLES})
    return {paper.name: paper for paper in consent_papers(tables, TODAY)}


def texts(paper: Paper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Text)]


def test_a_grown_up_signs_for_himself_and_what_the_book_must_not_hold_is_blank():
    paper = papers(TEACHER)["Согласие Н-1 данные"]
    assert (paper.folder, paper.title) == ("Согласия", "Согласие на обработку данных: Н-1")
    assert texts(paper)[:3] == [
        "Согласие на обработку персональных данных",
        "Я, Арефьева Вера Ивановна, документ, удостоверяющий личность (вид, серия, номер): "
        "______________________________, кем и когда выдан: ______________________________, "
        "адрес: ______________________________,",
        "даю согласие оператору (МБОУ «Школа № 5», адрес, ИНН, ОГРН: ______________________________) "
        "на обработку моих персональных данных.",
    ]
    assert paper.blocks[-1] == Signature("«___» ____________ 20___ г.", "____________ В.И.\u00a0Арефьева")


def test_for_a_minor_the_representative_signs_and_an_unknown_one_writes_his_name():
    paper = papers(PUPIL)["Согласие Н-2 данные"]
    assert texts(paper)[0] == "Согласие на обработку персональных данных несовершеннолетнего"
    assert texts(paper)[1].startswith("Я, ____________________________________, документ")
    assert "участника программы: Рыбин Олег Петрович, 8А класс, документ участника" in texts(paper)[2]
    assert texts(paper)[3].endswith("на обработку персональных данных участника.")
    assert paper.blocks[-1] == Signature("«___» ____________ 20___ г.", "____________ ____________")
    known = consent("Н-2", PUBLICATION, representative="Рыбина Ирина Львовна", given_by="законный представитель")
    paper = papers(PUPIL, known)["Согласие Н-2 данные"]
    assert texts(paper)[1].startswith("Я, Рыбина Ирина Львовна, документ")
    assert paper.blocks[-1] == Signature("«___» ____________ 20___ г.", "____________ И.Л.\u00a0Рыбина")


def test_each_of_the_data_is_ticked_alone_before_it_is_published():
    (grid,) = (block for block in papers(TEACHER)["Согласие Н-1 публикация"].blocks if isinstance(block, Grid))
    assert grid.heads == ("Данные", "Разрешаю (да / нет)", "Условия и запреты")
    assert [row[0] for row in grid.rows][:3] == ["фамилия, имя, отчество", "класс или должность", "фотография"]
    assert {row[1:] for row in grid.rows} == {("", "")}


def test_only_what_is_not_in_force_is_printed_and_what_was_withdrawn_is_not_offered_again():
    assert list(papers(TEACHER, consent("Н-1", DATA))) == ["Согласие Н-1 публикация"]
    assert list(papers(TEACHER, consent("Н-1", DATA, valid_until=dt.date(2026, 10, 1)))) == [
        "Согласие Н-1 данные",
        "Согласие Н-1 публикация",
    ]
    assert (
        list(papers(TEACHER, consent("Н-1", DATA, withdrawn=dt.date(2026, 10, 1)), consent("Н-1", PUBLICATION))) == []
    )


def test_who_has_left_or_has_no_name_gets_no_paper():
    assert papers(TEACHER.but(status="выбыл"), PUPIL.but(full_name="")) == {}


def test_a_teacher_who_is_a_mentor_gets_a_consent_and_a_supplementary_agreement():
    pair = Pair(mentee_code="Н-1", mentor_code="М-1", state="согласована", form="учитель–учитель")
    found = papers(MENTOR, TEACHER, pair, consent("Н-1", DATA), consent("Н-1", PUBLICATION))
    assert list(found) == [
        "Согласие М-1 данные", "Согласие М-1 публикация", "Согласие М-1 наставник", "Соглашение М-1 наставник",
    ]  # fmt: skip
    agreement = found["Соглашение М-1 наставник"]
    assert texts(agreement)[1] == (
        "МБОУ «Школа № 5» (далее – Работодатель) в лице директора Соснина Романа Юрьевича, с одной стороны, и Сомова "
        "Анна Ильинична, учитель химии (далее – Работник), с другой стороны, заключили соглашение о нижеследующем."
    )
    (items,) = (block for block in agreement.blocks if isinstance(block, Items))
    assert items.items[2].text == "Форма наставничества: учитель–учитель. Наставляемые: Арефьева Вера Ивановна."
    sides = agreement.blocks[-1]
    assert isinstance(sides, Grid)
    assert sides.rows[0][0].endswith("Директор\n____________ Р.Ю.\u00a0Соснин")


def test_a_mentee_without_a_consent_stands_in_the_mentors_papers_as_a_code():
    pair = Pair(mentee_code="Н-1", mentor_code="М-1", state="согласована", form="учитель–учитель")
    (items,) = (
        block for block in papers(MENTOR, TEACHER, pair)["Согласие М-1 наставник"].blocks if isinstance(block, Items)
    )
    assert items.items[1].text == "Форма наставничества: учитель–учитель. Наставляемые: Н-1."


def test_a_pupil_who_is_a_mentor_gets_no_labour_agreement():
    pupil = MENTOR.but(group="обучающийся", birth_year=2010, post="", school_class="10А")
    assert list(papers(pupil)) == ["Согласие М-1 данные", "Согласие М-1 публикация", "Согласие М-1 наставник"]


def test_the_schools_own_wording_wins():
    own = PaperText(kind="Согласие на обработку данных: участник", part="заголовок", text="Наше согласие")
    assert texts(papers(TEACHER, own)["Согласие Н-1 данные"]) == ["Наше согласие"]


def test_a_school_that_says_nothing_of_itself_gets_forms_with_blanks():
    tables = Tables({table: [MENTOR] if table is Mentor else [] for table in TABLES})
    agreement = consent_papers(tables, TODAY)[-1]
    assert texts(agreement)[1].startswith("____ (далее – Работодатель) в лице ____, с одной стороны, и Сомова Анна")


def test_a_word_that_means_nothing_in_a_consent_is_named_with_those_that_do():
    own = PaperText(kind="Согласие на публикацию: участник", part="преамбула", text="Я, {участник} из {город},")
    tables = Tables({table: [row for row in (own, *SCHOOL) if type(row) is table] for table in TABLES})
    (finding,) = check_papers(tables, TODAY).findings
    assert finding.message == "слово {город} в тексте неизвестно: вместо него стоит прочерк"
    assert "{представитель}" in finding.fix


def test_the_doubtful_case_of_the_director_in_an_agreement_is_told():
    settings = default_rows(school="МБОУ «Школа № 5»", director="Кучеренок Олег Львович", director_post="Директор")
    tables = Tables({table: [row for row in (MENTOR, *settings) if type(row) is table] for table in TABLES})
    found = [finding for finding in check_papers(tables, TODAY).findings if finding.code.code == "D106"]
    assert [finding.message.partition(" (")[0] for finding in found] == ["проверьте падеж: «Кучеренока Олега Львовича»"]


def test_forms_to_sign_without_a_school_or_director_are_told():
    tables = Tables({table: [row for row in (MENTOR, *default_rows()) if type(row) is table] for table in TABLES})
    assert [finding.code.code for finding in check_papers(tables, TODAY).findings] == ["D107", "D107"]

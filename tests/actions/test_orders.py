"""«Заполнить приказы»: who enters the order, who is refused and where, what a signed order keeps."""

from __future__ import annotations

import datetime as dt

from mentoring_xl.actions.orders import check_orders, fill_orders
from mentoring_xl.core.edit import Append, Print, Put
from mentoring_xl.core.outcome import Outcome, Tables
from mentoring_xl.core.page import Page
from mentoring_xl.core.table import Row
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import Consent, Employee, Mentee, Mentor, Order, Pair, Setting

TODAY = dt.date(2026, 11, 20)
SCHOOL = default_rows(
    school="МБОУ «Заводская школа»",
    town="с. Заводское",
    director="Полевая Анна Ильинична",
    curator="Иванова Ольга Петровна",
    curator_post="заместитель директора по воспитательной работе",
)
MENTEE = Mentee(code="Н-1", full_name="Зимин Пётр Ильич", group="педагог", post="учитель химии", birth_year=2000)
MENTOR = Mentor(code="М-1", full_name="Лесная Вера Юрьевна", group="педагог", post="учитель химии", birth_year=1980)
PAIR = Pair(code="Н-1/М-1", mentee_code="Н-1", mentor_code="М-1", form="учитель–учитель", state="согласована")
KIND = "о закреплении наставнических пар (групп)"


def consent(code: str, kind: str = "обработка персональных данных") -> Consent:
    return Consent(person_code=code, kind=kind, given_by="участник", signed=dt.date(2026, 4, 10))


CONSENTS = (consent("Н-1"), consent("М-1"), consent("М-1", "работа наставником"))


def tables(**rows: tuple[Row, ...]) -> Tables:
    """Return one agreed pair with all consents, and what is handed in by the names of the classes."""
    known = (Order, Pair, Mentee, Mentor, Consent, Employee, Setting)
    usual = {Pair: (PAIR,), Mentee: (MENTEE,), Mentor: (MENTOR,), Consent: CONSENTS, Setting: SCHOOL}
    return Tables({table: rows.get(table.__name__, usual.get(table, ())) for table in known})


def page(outcome: Outcome) -> Page:
    (printed,) = [edit for edit in outcome.edits if isinstance(edit, Print)]
    return printed.page


def texts(outcome: Outcome) -> list[str]:
    return [piece.text for line in page(outcome).lines for piece in line.pieces]


def test_a_draft_is_entered_in_the_register_and_laid_on_a_sheet_of_its_own():
    outcome = fill_orders(tables(), TODAY)
    (added,) = [edit for edit in outcome.edits if isinstance(edit, Append)]
    (order,) = added.rows
    assert (order.code, order.kind, order.state, order.pairs) == ("ПР-1", KIND, "черновик", "Н-1/М-1")
    assert (order.order_number, order.date) == ("", None)
    assert outcome.summary == ("Приказ о закреплении пар – на листе «Приказ ПР-1»: 1 пара.",)


def test_the_text_names_the_school_the_curator_and_the_director():
    shown = texts(fill_orders(tables(), TODAY))
    assert "МБОУ «Заводская школа»" in shown
    assert any(
        "Заместителю директора по воспитательной работе Ивановой Ольге Петровне организовать" in text for text in shown
    )
    assert "А.И.\u00a0Полевая" in shown
    assert "Лесная Вера Юрьевна,\nучитель химии" in shown


def test_the_signatures_of_the_mentors_stand_before_the_appendix_whose_head_repeats():
    said = texts(fill_orders(tables(), TODAY))
    begins = said.index("С приказом ознакомлены:")
    assert said[begins + 1] == "Лесная Вера Юрьевна"
    assert said[begins + 3].startswith("Приложение\u00a01\nк приказу от ____________")


def test_the_table_head_repeats_on_every_page():
    sheet = page(fill_orders(tables(), TODAY))
    assert sheet.repeat is not None
    assert [piece.text for piece in sheet.lines[sheet.repeat].pieces][:3] == ["№", "Наставник", "Наставляемый"]


def test_a_person_without_consent_is_refused_at_the_cell_of_the_pair():
    outcome = fill_orders(tables(Consent=CONSENTS[1:]), TODAY)
    assert [str(finding) for finding in outcome.findings] == [
        "Пары!B  D101  в приказ не войдёт: Н-1 – нет согласия на обработку персональных данных → "
        "Внесите согласие на лист «Согласия» и нажмите «Заполнить приказы» снова."
    ]
    assert outcome.edits == ()


def test_a_mentor_without_his_agreement_is_refused():
    outcome = fill_orders(tables(Consent=CONSENTS[:2]), TODAY)
    assert [finding.code.code for finding in outcome.findings] == ["D101"]


def test_numbers_already_given_stay():
    draft = Order(code="ПР-4", kind=KIND, order_number="14-а", date=dt.date(2026, 11, 18), state="на подписи")
    outcome = fill_orders(tables(Order=(draft,)), TODAY)
    (put,) = [edit for edit in outcome.edits if isinstance(edit, Put)]
    assert not {"order_number", "date", "state"} & set(put.values)
    assert "№\u00a014-а" in texts(outcome)
    assert "18.11.2026" in texts(outcome)


def test_a_second_press_changes_nothing():
    first = fill_orders(tables(), TODAY)
    (added,) = [edit for edit in first.edits if isinstance(edit, Append)]
    second = fill_orders(tables(Order=added.rows), TODAY)
    assert [type(edit) for edit in second.edits] == [Print]
    assert page(second) == page(first)


def test_a_signed_order_marks_its_pairs_and_is_not_laid_anew():
    signed = Order(code="ПР-1", kind=KIND, order_number="27-ОД", date=TODAY, state="подписан", pairs="Н-1/М-1")
    outcome = fill_orders(tables(Order=(signed,)), TODAY)
    assert outcome.edits[0] == Put(PAIR, {"state": "закреплена приказом", "order_number": "27-ОД"})
    assert not [edit for edit in outcome.edits if isinstance(edit, Print)]


def test_the_banks_learn_of_the_pairs_that_an_order_has_fixed():
    signed = Order(code="ПР-1", kind=KIND, order_number="27-ОД", date=TODAY, state="подписан", pairs="Н-1/М-1")
    named = PAIR.but(mentee_name="Зимин Пётр Ильич", mentor_name="Лесная Вера Юрьевна")
    outcome = fill_orders(tables(Order=(signed,), Pair=(named,)), TODAY)
    (of_mentee,) = [edit for edit in outcome.edits if isinstance(edit, Put) and edit.row == MENTEE]
    (of_mentor,) = [edit for edit in outcome.edits if isinstance(edit, Put) and edit.row == MENTOR]
    assert of_mentee.values["mentor_name"] == "Лесная Вера Юрьевна"
    assert of_mentor.values["mentee_names"] == "Зимин Пётр Ильич"


def test_a_forbidden_pair_never_enters():
    outcome = fill_orders(tables(Pair=(PAIR.but(forbidden=True),)), TODAY)
    assert outcome.summary == ("Новых пар для приказа нет.",)


def test_proposed_pairs_wait_when_the_school_says_so():
    only_agreed = tuple(row.but(value="нет") if row.code == "order_proposed" else row for row in SCHOOL)
    proposed = (PAIR.but(state="предложена"),)
    assert fill_orders(tables(Pair=proposed, Setting=only_agreed), TODAY).edits == ()
    assert fill_orders(tables(Pair=proposed), TODAY).edits != ()


def test_a_director_who_is_not_named_is_a_finding_and_a_line_to_fill():
    nobody = tuple(row.but(value="") if row.code == "director" else row for row in SCHOOL)
    outcome = fill_orders(tables(Setting=nobody), TODAY)
    assert "D107" in [finding.code.code for finding in outcome.findings]
    assert "____________" in texts(outcome)


def test_codes_typed_in_another_layout_or_case_and_a_pair_without_its_code_enter_as_the_banks_write_them():
    typed_by_hand = Pair(mentee_code="h-1", mentor_code=" м - 1", form="учитель–учитель", state="согласована")
    outcome = fill_orders(tables(Pair=(typed_by_hand,)), TODAY)
    (added,) = [edit for edit in outcome.edits if isinstance(edit, Append)]
    assert [order.pairs for order in added.rows] == ["Н-1/М-1"]


def test_a_pair_typed_twice_enters_once():
    outcome = fill_orders(tables(Pair=(PAIR, PAIR.but(code=""))), TODAY)
    (added,) = [edit for edit in outcome.edits if isinstance(edit, Append)]
    assert [order.pairs for order in added.rows] == ["Н-1/М-1"]


def test_codes_in_each_others_columns_are_refused_at_the_cell_and_nothing_falls():
    outcome = fill_orders(tables(Pair=(PAIR.but(mentee_code="М-1", mentor_code="Н-1"),)), TODAY)
    assert [str(finding).partition(" → ")[0] for finding in outcome.findings] == [
        "Пары!B  D108  в приказ не войдёт: кода «М-1» нет на листе «Банк наставляемых»"
    ]
    assert outcome.edits == ()


def test_a_person_without_a_name_is_refused_at_his_row():
    outcome = fill_orders(tables(Mentor=(MENTOR.but(full_name=" "),)), TODAY)
    assert [str(finding).partition(" → ")[0] for finding in outcome.findings] == [
        "Банк наставников!B  D109  в приказ не войдёт: М-1 записан без ФИО"
    ]


def test_a_signed_order_finds_its_pairs_however_their_codes_are_typed_and_separated():
    comma = MENTEE.but(code="Н,2")
    pairs = (PAIR, PAIR.but(code="", mentee_code="Н,2"))
    signed = Order(
        code="ПР-1", kind=KIND, order_number="=1+1", date=TODAY, state="подписан", pairs="н-1 / m-1; Н,2/М-1"
    )
    outcome = fill_orders(tables(Mentee=(MENTEE, comma), Pair=pairs, Order=(signed,)), TODAY)
    marked = [edit.values for edit in outcome.edits if isinstance(edit, Put) and isinstance(edit.row, Pair)]
    assert marked == [{"state": "закреплена приказом", "order_number": "=1+1"}] * 2
    assert "D104" not in [finding.code.code for finding in outcome.findings]


def test_the_sheet_of_an_order_has_a_name_that_a_spreadsheet_allows():
    draft = Order(code="ПР/7:*?[]", kind=KIND, state="черновик")
    outcome = fill_orders(tables(Order=(draft,)), TODAY)
    assert [edit.sheet for edit in outcome.edits if isinstance(edit, Print)] == ["Приказ ПР-7-----"]


def test_a_pair_that_is_marked_by_a_signed_order_is_looked_at_as_marked():
    signed = Order(code="ПР-1", kind=KIND, order_number="27-ОД", date=TODAY, state="подписан", pairs="Н-1/М-1")
    outcome = fill_orders(tables(Order=(signed,), Consent=CONSENTS[1:]), TODAY)
    assert [finding.code.code for finding in outcome.findings] == ["D105"]


def test_the_register_is_checked():
    day = dt.date(2026, 5, 20)
    orders = (
        Order(code="ПР-1", kind=KIND, order_number="27-ОД", date=day, state="подписан", pairs="Н-9/М-9"),
        Order(code="ПР-2", kind=KIND, order_number="27-ОД", date=day, state="подписан"),
        Order(code="ПР-3", kind=KIND, state="подписан"),
    )
    assert [str(finding).partition(" → ")[0] for finding in check_orders(tables(Order=orders), TODAY).findings] == [
        "Приказы!C  D103  номер 27-ОД от 20.05.2026 уже стоит в строке 0",
        "Приказы!C  D102  у подписанного приказа нет номера и даты",
        "Приказы!H  D104  пары Н-9/М-9 подписанного приказа нет на листе «Пары» или она изменилась",
    ]


def test_a_consent_that_has_lapsed_is_found_at_the_fixed_pair():
    fixed = PAIR.but(state="закреплена приказом", order_number="27-ОД")
    gone = (CONSENTS[0].but(withdrawn=dt.date(2026, 11, 1)), *CONSENTS[1:])
    (finding,) = check_orders(tables(Pair=(fixed,), Consent=gone), TODAY).findings
    assert finding.code.code == "D105"
    assert "отозвано 01.11.2026" in finding.message


def test_the_check_finds_what_the_button_would_find_and_makes_no_edit():
    due = tables(Pair=(PAIR,), Consent=())
    assert [finding.code.code for finding in fill_orders(due, TODAY).findings] == ["D101"]
    assert check_orders(due, TODAY).findings == fill_orders(due, TODAY).findings
    assert check_orders(due, TODAY).edits == ()


def test_a_signed_order_without_a_number_marks_nothing():
    signed = Order(code="ПР-1", kind=KIND, date=TODAY, state="подписан", pairs="Н-1/М-1")
    assert fill_orders(tables(Order=(signed,)), TODAY).edits == ()


def test_a_proposed_pair_of_a_signed_order_is_marked_too():
    signed = Order(code="ПР-1", kind=KIND, order_number="27-ОД", date=TODAY, state="подписан", pairs="Н-1/М-1")
    proposed = PAIR.but(state="предложена")
    outcome = fill_orders(tables(Order=(signed,), Pair=(proposed,)), TODAY)
    assert outcome.edits[0] == Put(proposed, {"state": "закреплена приказом", "order_number": "27-ОД"})


def test_the_grounds_that_a_person_wrote_stay():
    draft = Order(code="ПР-4", kind=KIND, state="черновик", grounds="решение педсовета от 28.08.2026")
    outcome = fill_orders(tables(Order=(draft,)), TODAY)
    (put,) = [edit for edit in outcome.edits if isinstance(edit, Put)]
    assert "grounds" not in put.values
    assert any("Руководствуясь решением педсовета от 28.08.2026, на основании" in text for text in texts(outcome))


def test_the_town_and_the_control_come_from_the_settings():
    shown = texts(fill_orders(tables(), TODAY))
    assert "с. Заводское" in shown
    assert [text for text in shown if "Контроль за исполнением приказа оставляю за собой." in text]


def test_the_number_of_a_cancelled_order_may_be_given_again():
    day = dt.date(2026, 5, 20)
    cancelled = Order(code="ПР-1", kind=KIND, order_number="27-ОД", date=day, state="отменён")
    again = Order(code="ПР-2", kind=KIND, order_number="27-ОД", date=day, state="подписан")
    assert check_orders(tables(Order=(cancelled, again)), TODAY).findings == ()


def test_a_draft_of_another_kind_does_not_take_the_pairs():
    other = Order(code="ПР-1", kind="о внедрении целевой модели", state="черновик")
    outcome = fill_orders(tables(Order=(other,)), TODAY)
    (added,) = [edit for edit in outcome.edits if isinstance(edit, Append)]
    assert [row.code for row in added.rows] == ["ПР-2"]


def test_a_pair_without_a_code_names_nobody_even_if_somebody_has_no_code():
    nameless = MENTEE.but(code="")
    outcome = fill_orders(tables(Mentee=(nameless,), Pair=(PAIR.but(mentee_code="", code=""),)), TODAY)
    assert [finding.code.code for finding in outcome.findings] == ["D108"]


def test_a_curator_whose_name_is_declined_by_guess_is_a_note_at_the_setting():
    foreign = tuple(row.but(value="Ким Анна") if row.code == "curator" else row for row in SCHOOL)
    found = [str(finding).partition(" → ")[0] for finding in fill_orders(tables(Setting=foreign), TODAY).findings]
    assert found == [
        "Настройки!D  D106  проверьте падеж: «Ким Анне» (пол неизвестен: укажите его)",
    ]


def test_a_mentee_without_a_name_is_refused_at_his_name_in_the_bank():
    outcome = fill_orders(tables(Mentee=(MENTEE.but(full_name=""),)), TODAY)
    assert [finding.code.code for finding in outcome.findings] == ["D109"]
    assert str(outcome.findings[0].cell) == "Банк наставляемых!B"
    assert outcome.edits == ()

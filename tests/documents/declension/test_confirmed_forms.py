"""«Склонения»: which rows win over the rules, and what is proposed to a person."""

from mentoring_xl.documents.declension import confirmed, decline_name, decline_post, proposed
from mentoring_xl.schema.tables import CaseForms

HARE = CaseForms(text="Заяц Олег Львович", dative="Заяцу Олегу Львовичу")


def test_a_row_that_a_person_typed_wins_over_the_rules_and_is_certain():
    declined = decline_name(" ЗАЯЦ Олег\u00a0Львович", "dative", overrides=confirmed([HARE]))
    assert (declined.text, declined.certain) == ("Заяцу Олегу Львовичу", True)


def test_a_post_is_found_too_as_it_is_typed_in_the_bank():
    row = CaseForms(text="учитель,  куратор", dative="учителю и куратору")
    declined = decline_post("учитель, куратор", "dative", overrides=confirmed([row]))
    assert (declined.text, declined.certain) == ("учителю и куратору", True)


def test_a_case_that_the_row_leaves_blank_is_declined_by_the_rules():
    assert decline_name("Заяц Олег Львович", "genitive", overrides=confirmed([HARE])).text == "Зайца Олега Львовича"


def test_a_proposal_does_not_count_before_a_person_ticks_it():
    (proposal,) = proposed([("Лазурок Олег Львович", "m")], [], [])
    assert (proposal.dative, proposal.checked) == ("Лазуроку Олегу Львовичу", False)
    assert proposal.doubt == "гласная может выпадать: спросите, как склоняют в семье"
    assert confirmed([proposal]) == {}
    ticked = confirmed([proposal.but(dative="Лазурку Олегу Львовичу", checked=True)])
    declined = decline_name("Лазурок Олег Львович", "dative", "m", overrides=ticked)
    assert (declined.text, declined.certain) == ("Лазурку Олегу Львовичу", True)


def test_of_two_rows_for_one_name_the_first_wins():
    again = CaseForms(text="ЗАЯЦ ОЛЕГ ЛЬВОВИЧ", dative="Зайцу Олегу Львовичу")
    assert confirmed([HARE, again])["Заяц Олег Львович", "dative"] == "Заяцу Олегу Львовичу"


def test_only_doubtful_names_and_posts_are_proposed_each_once():
    names = [("Иванова Анна Петровна", "f"), ("Лазурок Олег Львович", "m"), ("ЛАЗУРОК Олег Львович", "m")]
    rows = proposed(names, ["директор", "учитель, классный руководитель"], [])
    assert [row.text for row in rows] == ["Лазурок Олег Львович", "учитель, классный руководитель"]
    assert rows[1].instrumental == "учителем, классным руководителем"


def test_what_is_on_the_sheet_already_is_not_proposed_again():
    first = proposed([("Лазурок Олег Львович", "m")], [], [])
    assert proposed([(" Лазурок  Олег Львович", "m")], [], first) == ()


def test_a_name_in_latin_letters_or_no_name_at_all_is_not_proposed():
    assert proposed([("Smith John", None), ("", None)], ["", "Teacher"], []) == ()

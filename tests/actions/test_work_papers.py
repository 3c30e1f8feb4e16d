"""Minutes, the training plan, letters, reports and programmes from the tables: who is named and who is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from mentoring_xl import monitoring
from mentoring_xl.actions.orders import fill_orders
from mentoring_xl.actions.work_papers import (
    check_papers,
    letter_papers,
    meeting_papers,
    programme_papers,
    report_papers,
)
from mentoring_xl.core.edit import Append
from mentoring_xl.core.outcome import Tables
from mentoring_xl.core.table import Row
from mentoring_xl.documents.paper import Grid, Items, Paper, Signature, Stamp, Text
from mentoring_xl.schema.settings import default_rows
from mentoring_xl.schema.tables import (
    TABLES,
    CaseForms,
    Consent,
    Event,
    Indicator,
    Meeting,
    Mentee,
    Mentor,
    Order,
    Pair,
    PaperText,
    Practice,
    Preference,
    Programme,
    Setting,
    Step,
    Training,
)
from mentoring_xl.schema.texts_letter import LETTER_TEXTS
from mentoring_xl.schema.texts_programmes import PROGRAMME_TEXTS

TODAY = dt.date(2026, 11, 20)
DATA, OPEN = "обработка персональных данных", "публикация (распространение)"
MENTEES = (
    Mentee(code="Н-1", full_name="Зимин Пётр Ильич", gender="м", group="обучающийся", school_class="8Б"),
    Mentee(code="Н-2", full_name="Белова Анна Юрьевна", gender="ж", group="обучающийся", school_class="7А"),
    Mentee(code="Н-3", full_name="Тайный Олег Львович", gender="м", group="обучающийся", school_class="7А"),
)
MENTORS = (
    Mentor(code="М-1", full_name="Лесная Вера Юрьевна", gender="ж", group="педагог", post="учитель химии",
           birth_year=1980),
    Mentor(code="М-2", full_name="Степной Иван Ильич", gender="м", group="внешний", place="молочный комбинат",
           birth_year=1975),
)  # fmt: skip
PAIRS = (
    Pair(code="Н-1/М-1", mentee_code="Н-1", mentor_code="М-1", form="учитель–ученик", state="завершена"),
    Pair(code="Н-2/М-2", mentee_code="Н-2", mentor_code="М-2", form="работодатель–ученик", state="согласована"),
    Pair(code="Н-3/М-1", mentee_code="Н-3", mentor_code="М-1", form="учитель–ученик", state="завершена"),
)
SCHOOL = default_rows(
    school="МБОУ «Заводская школа»", school_short="Заводская школа", period="2026/2027",
    director="Полевая Анна Ильинична", curator="Иванова Ольга Петровна", curator_post="заместитель директора",
)  # fmt: skip


def consents(kind: str, *codes: str) -> tuple[Consent, ...]:
    return tuple(
        Consent(person_code=code, kind=kind, given_by="законный представитель", signed=dt.date(2026, 9, 1))
        for code in codes
    )


CONSENTS = (*consents(DATA, "Н-1", "Н-2", "М-1", "М-2"), *consents(OPEN, "Н-1", "М-1", "Н-3"))


def tables(**rows: tuple[Row, ...]) -> Tables:
    """Return the small school, with what is handed in by the names of the classes."""
    usual = {Pair: PAIRS, Mentee: MENTEES, Mentor: MENTORS, Consent: CONSENTS, Setting: SCHOOL,
             Indicator: monitoring.INDICATORS}  # fmt: skip
    return Tables({table: rows.get(table.__name__, usual.get(table, ())) for table in TABLES})


def texts(paper: Paper) -> list[str]:
    """Return everything a reader sees, cell by cell."""
    found: list[str] = []
    for block in paper.blocks:
        match block:
            case Text(text):
                found.append(text)
            case Items(items):
                found += [item.text for item in items]
            case Grid(heads, lines):
                found += [*heads, *(cell for line in lines for cell in line)]
            case Stamp(lines):
                found += lines
            case Signature(post, name):
                found.append(f"{post} {name}")
    return found


def named(papers: tuple[Paper, ...], name: str) -> Paper:
    (found,) = [paper for paper in papers if paper.name == name]
    return found


def grids(paper: Paper) -> list[Grid]:
    return [block for block in paper.blocks if isinstance(block, Grid)]


def test_a_programme_names_its_people_and_whoever_has_no_consent_by_his_code():
    rows = (Programme(pair_code="Н-1/М-1"), Programme(pair_code="Н-3/М-1"), Programme())
    met = (Meeting(pair_code="н-3/м-1", kind="регулярная", held=TODAY, topic="Дроби"),)
    papers = programme_papers(tables(Programme=rows, Meeting=met), TODAY)
    assert [paper.name for paper in papers] == ["Программа Н-1 М-1", "Программа Н-3 М-1"]
    assert "Наставник: Лесная Вера Юрьевна, учитель химии" in texts(papers[0])
    assert "Наставляемый: Зимин Пётр Ильич, 8Б класс" in texts(papers[0])
    assert "Наставляемый: Н-3" in texts(papers[1])
    assert not [text for text in texts(papers[1]) if "Тайный" in text]
    assert ("Дроби" in texts(papers[0]), "Дроби" in texts(papers[1])) == (False, True)


def test_two_programmes_of_one_pair_are_two_files():
    rows = (Programme(pair_code="Н-1/М-1"), Programme(pair_code="н-1/м-1"), Programme(pair_code="Н-1/М-1"))
    papers = programme_papers(tables(Programme=rows), TODAY)
    assert [paper.name for paper in papers] == [
        "Программа Н-1 М-1", "Программа Н-1 М-1 (2)", "Программа Н-1 М-1 (3)",
    ]  # fmt: skip


def test_minutes_are_written_of_each_group_meeting_with_the_wishes_given_after_it():
    events = (
        Event(title="Вторая", kind="групповая встреча", date=dt.date(2026, 10, 12)),
        Event(title="Первая", kind="групповая встреча", date=dt.date(2026, 9, 14), place="актовый зал",
              responsible="Иванова Ольга Петровна"),
        Event(title="Будущая", kind="групповая встреча", date=dt.date(2026, 12, 1)),
        Event(title="Семинар", kind="методический семинар", date=dt.date(2026, 9, 20)),
    )  # fmt: skip
    wishes = (
        Preference(person_code="Н-1", first="М-2", second="М-1", veto="М-9", answered=dt.date(2026, 9, 15)),
        Preference(person_code="М-1", first="Н-3", third="Н-2", answered=dt.date(2026, 10, 20)),
        Preference(person_code="Н-2", first="М-1"),
        Preference(person_code="Н-3", first="М-1", answered=dt.date(2026, 9, 15)),
    )
    first, second = meeting_papers(tables(Event=events, Preference=wishes), TODAY)
    assert (first.folder, first.name) == ("Встречи и обучение", "Протокол 1 групповой встречи 14.09.2026")
    assert "Место: актовый зал" in texts(first)
    assert grids(first)[0].rows == (("1", "Зимин Пётр Ильич", "Степной Иван Ильич", "Лесная Вера Юрьевна", ""),)
    assert grids(second)[0].rows == (
        ("1", "Лесная Вера Юрьевна", "Н-3", "", "Белова Анна Юрьевна"),
        ("2", "Белова Анна Юрьевна", "Лесная Вера Юрьевна", "", ""),
    )
    assert "М-9" not in " ".join(texts(first))


def test_the_plan_of_training_is_approved_by_the_director_and_stands_by_dates():
    sessions = (
        Training(topic="Обратная связь", kind="методический семинар", date=dt.date(2026, 12, 9), state="план"),
        Training(topic="Роли наставника", kind="установочная сессия", date=dt.date(2026, 9, 25), hours=1.5,
                 expert="педагог-психолог", participants="М-1, М-2", state="проведено"),
    )  # fmt: skip
    (paper,) = meeting_papers(tables(Training=sessions), TODAY)
    assert paper.wide
    assert texts(paper)[:8] == [
        "УТВЕРЖДАЮ", "Директор", "Заводская школа", "____________ А.И.\u00a0Полевая", "«___» ____________ 20___ г.",
        "План обучения наставников на 2026/2027 учебный год",
        "Обучение готовит наставников к работе с наставляемыми; обучено наставников: 2 из 2.", "№",
    ]  # fmt: skip
    assert grids(paper)[0].rows == (
        ("1", "Роли наставника", "установочная сессия", "25.09.2026", "1,5", "педагог-психолог", "2", "", "проведено"),
        ("2", "Обратная связь", "методический семинар", "09.12.2026", "", "", "", "", "план"),
    )


def test_letters_go_to_those_who_completed_a_programme_and_may_be_named():
    papers = letter_papers(tables(), TODAY)
    assert [paper.name for paper in papers] == ["Благодарность М-1", "Благодарность Н-1"]
    assert "учителю химии Лесной Вере Юрьевне" in texts(papers[0])
    assert "ученику 8Б класса Зимину Петру Ильичу" in texts(papers[1])
    assert texts(papers[0])[-1] == "Директор А.И.\u00a0Полевая"


def test_a_doubtful_dative_in_a_letter_is_told_at_the_name_and_listed_for_a_person_to_confirm():
    passed = (MENTEES[1].but(full_name="Лазурок Олег Львович", gender="м", passed=True),)
    given = tables(Pair=(), Mentee=passed)
    assert [str(finding.code.code) for finding in check_papers(given, TODAY).findings] == ["D106"]
    edits = fill_orders(given, TODAY).edits
    (append,) = (edit for edit in edits if isinstance(edit, Append) and edit.table is CaseForms)
    assert [row.text for row in append.rows] == ["Лазурок Олег Львович"]


def test_a_mentee_who_passed_the_programme_is_thanked_too():
    passed = (MENTEES[1].but(passed=True),)
    (paper,) = letter_papers(tables(Pair=(), Mentee=passed), TODAY)
    assert "ученице 7А класса Беловой Анне Юрьевне" in texts(paper)


def test_the_words_of_the_school_win():
    own = PaperText(kind="Благодарственное письмо: наставник", part="пункт", number="1", text="за доброту.")
    assert "за доброту." in texts(letter_papers(tables(PaperText=(own,)), TODAY)[0])


def test_the_news_name_only_those_who_agreed_to_be_published():
    said = " ".join(texts(named(report_papers(tables(), TODAY), "Новость для сайта")))
    assert "Среди участников программы: Лесная Вера Юрьевна, Зимин Пётр Ильич." in said
    assert [name for name in ("Тайный", "Белова", "Степной", "Иванова", "Полевая") if name in said] == []


@pytest.mark.parametrize("gone", [{"withdrawn": dt.date(2026, 11, 1)}, {"valid_until": dt.date(2026, 11, 1)}])
def test_the_news_are_silent_about_people_when_the_consents_have_ended(gone: dict[str, dt.date]):
    rows = tuple(row.but(**gone) if row.kind == OPEN else row for row in CONSENTS)
    said = " ".join(texts(named(report_papers(tables(Consent=rows), TODAY), "Новость для сайта")))
    assert "Среди участников" not in said
    assert "____" not in said
    assert [name for name in ("Зимин", "Лесная") if name in said] == []


def test_the_note_for_the_director_counts_what_is_done_and_what_is_late():
    rows = (Programme(pair_code="Н-2/М-2", state="идёт"), Programme(pair_code="Н-1/М-1", state="Завершена"))
    met = (Meeting(pair_code="Н-2/М-2", planned=TODAY, held=TODAY), Meeting(planned=dt.date(2026, 11, 1)),
           Meeting(planned=dt.date(2026, 12, 1)))  # fmt: skip
    steps = (
        Step(number="1", title="Приказ", deadline="до 01.10.2026", responsible="директор", done=True),
        Step(code="2", number="2", title="Обучение", deadline="до 02.10.2026", responsible="куратор"),
        Step(code="2.1", number="2.1", title="Семинар"),
    )
    paper = named(report_papers(tables(Programme=rows, Meeting=met, Step=steps), TODAY), "Справка для директора")
    (items,) = [block for block in paper.blocks if isinstance(block, Items)]
    assert [item.text for item in items.items] == [
        "Дорожная карта: выполнено 1 из 2, просрочено: 1.",
        "Участники: наставляемых – 3, наставников – 2.",
        "Действующих пар и групп – 1; наставляемых с предложенной, но не согласованной парой – 0, без пары – 0.",
        "Программы наставничества: идёт – 1, завершено – 1, в подготовке – 0.",
        "Встречи: проведено 1, по плану на эту дату 2.",
        "Обучение прошли 0 из 2 наставников.",
    ]
    assert grids(paper)[-1].rows == (("1", "Семинар", "до 02.10.2026", "куратор"),)
    assert texts(paper)[-1] == "Заместитель директора О.П.\u00a0Иванова"


def test_the_yearly_report_has_a_row_for_each_text():
    orders = (
        Order(order_number="14-а", date=dt.date(2026, 9, 1), title="О внедрении", state="подписан"),
        Order(order_number="15-а", title="Проект", state="черновик"),
    )
    practices = (Practice(title="Урок вдвоём"), Practice(title="Клуб"))
    paper = named(report_papers(tables(Order=orders, Practice=practices), TODAY), "Годовой отчёт")
    rows = {name: value for _, name, value in grids(paper)[0].rows}
    assert paper.title == "Отчёт о программе наставничества за 2026/2027 учебный год"
    assert rows["Приказы о программе"] == "№ 14-а от 01.09.2026 «О внедрении»"
    assert rows["Куратор"] == "заместитель директора Иванова Ольга Петровна"
    assert rows["Наставников по формам"] == "работодатель–ученик – 1"
    assert rows["Наставляемых с наставником, %"] == "33,3"
    assert rows["Партнёры"] == "молочный комбинат"
    assert rows["Лучшие практики"] == "Урок вдвоём; Клуб"
    assert rows["Удовлетворённость наставников, %"] == "____"


def test_words_in_braces_of_the_letter_to_the_director_are_named_too():
    own = (PaperText(kind="письмо директору", part="пункт", text="{пары} и {наставников}"),)
    (found,) = check_papers(tables(PaperText=own), TODAY).findings
    assert found.message.startswith("слово {наставников}")
    assert check_papers(tables(PaperText=LETTER_TEXTS), TODAY).findings == ()


def test_words_in_braces_that_mean_nothing_are_named():
    kinds = ("Годовой отчёт", "Благодарственное письмо: наставник", "Новость для сайта", "о проведении мониторинга")
    own = tuple(PaperText(kind=kind, part="пункт", text="{наставников} и {участник}") for kind in kinds)
    found = check_papers(tables(PaperText=own), TODAY).findings
    assert [finding.message.partition(" в тексте")[0] for finding in found] == [
        "слово {участник}", "слово {наставников}", "слово {участник}",
    ]  # fmt: skip
    assert check_papers(tables(PaperText=PROGRAMME_TEXTS), TODAY).findings == ()


MAKERS = (programme_papers, meeting_papers, letter_papers, report_papers)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_an_empty_workbook_is_no_reason_to_fall(make: Callable[[Tables, dt.date], tuple[Paper, ...]]):
    papers = make(Tables(dict.fromkeys(TABLES, ())), TODAY)
    assert [paper.name for paper in papers] == (
        ["Справка для директора", "Годовой отчёт", "Новость для сайта"] if make is report_papers else []
    )


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_the_same_tables_make_the_same_papers(make: Callable[[Tables, dt.date], tuple[Paper, ...]]):
    assert make(tables(), TODAY) == make(tables(), TODAY)


def test_a_programme_without_a_director_to_approve_it_is_told():
    given = tables(Setting=default_rows(school="МБОУ «Школа»"), Programme=(Programme(pair_code="Н-1/М-1"),), Mentor=())
    assert [finding.message.partition(":")[0] for finding in check_papers(given, TODAY).findings] == [
        "не заполнено «Фамилия, имя, отчество руководителя»"
    ]

"""The school of tests/cases/answers: its bank, its questions, whose each form is, and a press on a book in memory."""

import csv
import datetime as dt
from pathlib import Path

from mentoring_xl import session
from mentoring_xl.books.memory import MemoryBook
from mentoring_xl.schema.buttons import button
from mentoring_xl.schema.tables import Answer, Mentee, Mentor, Preference, Question, Respondent, Setting, SurveyColumn
from mentoring_xl.surveys.importing.reading import read_answers
from mentoring_xl.surveys.importing.understanding import understood

CASES = Path(__file__).resolve().parents[2] / "cases" / "answers"
NOW = dt.datetime(2026, 11, 30, 9, 0)
AFTER, BEFORE, INTERIM, PREFERENCES, CARD = "после", "до", "промежуточный", "предпочтения", "карта куратора"
MENTEE, MENTOR = "наставляемый", "наставник"
CHOICES = "новые знания; поддержка, когда трудно; друзья, с которыми можно поговорить; уверенность"


def question(code, text, kind="1–10", **other):
    usual = {"form": "ученик–ученик", "role": MENTEE, "stage": AFTER}
    return Question(code=code, text=text, kind=kind, **{**usual, **other})


QUESTIONS = (
    question("П-01", "Насколько комфортным было общение с наставником?"),
    question("П-02", "Насколько полезными были личные встречи с наставником?"),
    question("П-03", "Насколько полезными были групповые встречи?"),
    question("П-04", "Что вам дали встречи?", "несколько", options=CHOICES),
    question("П-05", "Понравилось ли вам участвовать в программе наставничества?", "да/нет"),
    question("П-06", "Чего вам не хватило в программе?", "текст"),
    question("Д-01", "Насколько комфортным, как вы ожидаете, будет общение с наставником?", stage=BEFORE),
    question("Д-02", "Насколько полезными для вас будут личные встречи с наставником?", stage=BEFORE),
    question("Д-06", "Чего вы ожидаете от программы?", "текст", stage=BEFORE),
    question("ДМ-06", "Чего вы ожидаете от программы?", "текст", stage=BEFORE, role=MENTOR),
    question("ПР-01", "Сколько встреч уже проведено?", "число", stage=INTERIM, role="", form=""),
    question("ПР-05", "Какие трудности возникли?", "текст", stage=INTERIM, role="", form=""),
    question("ПЖ-Н-01", "Кого из наставников вы выбрали бы в первую очередь?", "текст", stage=PREFERENCES, form=""),
    question("ПЖ-Н-02", "Кого поставили бы на второе место?", "текст", stage=PREFERENCES, form=""),
    question("ПЖ-Н-04", "С кем работать в паре вы не смогли бы?", "текст", stage=PREFERENCES, form=""),
    question("КК-01", "Цели и задачи программы соответствуют запросам участников", "0–2", stage=CARD, role="", form=""),
    question("КК-02", "Участники удовлетворены программой", "0–2", stage=CARD, role="", form=""),
)


def lines(name):
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def bank():
    return tuple(
        Mentee(code=code, full_name=name, school_class=school_class, contacts=contacts, group="обучающийся")
        for code, name, school_class, contacts in lines("bank.tsv")
    )


def book(*mentees, mentors=(), answers=(), settings=(), staff=(), questions=QUESTIONS):
    from mentoring_xl.schema.tables import Employee

    return MemoryBook(
        {
            Question: questions,
            Mentee: mentees or bank(),
            Mentor: mentors,
            Employee: staff,
            Answer: answers,
            Preference: (),
            SurveyColumn: (),
            Respondent: (),
            Setting: settings,
        }
    )


def plan_of(book, data, stage="", role="", name="ответы.csv"):
    tables = session.read(book, (Question, SurveyColumn))
    return understood(tables[Question], tables[SurveyColumn], read_answers(data, name), stage, role)


def load(book, data, stage="", role="", name="ответы.csv"):
    """Press «Загрузить ответы» on a book in memory. data: the bytes of a file, or its rows for one with commas."""
    if not isinstance(data, bytes):
        data = csv_of(data)
    plan = plan_of(book, data, stage, role, name)
    return session.press(button("import_answers"), book, NOW, given={"plan": plan})


def csv_of(rows, separator=","):
    import io

    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode()


def answers_of(book):
    """Person and question → answer."""
    return {(row.person_code, row.question_code): row.answer for row in book.rows[Answer]}

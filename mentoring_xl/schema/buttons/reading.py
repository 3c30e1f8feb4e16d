"""Which tables buttons read together."""

from __future__ import annotations

from mentoring_xl.core.table import PROGRAM
from mentoring_xl.schema.tables import (
    TABLES,
    Answer,
    CaseForms,
    Consent,
    Employee,
    Indicator,
    MatchRule,
    Meeting,
    Mentee,
    Mentor,
    Order,
    OrderLine,
    Pair,
    PaperText,
    Preference,
    Programme,
    Publication,
    Question,
    StatusLine,
    Step,
    Training,
    Unpaired,
)

PEOPLE = (Employee, Mentee, Mentor, Consent)
PAIRING = (Mentee, Mentor, Consent, Employee, Preference, MatchRule, Pair, Unpaired)
PAPERS = (Order, OrderLine, PaperText, CaseForms, Step, Pair, Mentee, Mentor, Consent, Employee)
PROGRAMME = (
    Step, *PEOPLE, Question, Answer, Preference, MatchRule, Pair, Unpaired, Programme, Meeting, Training, Order,
    OrderLine, Indicator, StatusLine, Publication, PaperText, CaseForms,
)  # fmt: skip

FILLED_BY_PEOPLE = tuple(
    table for table in TABLES if any(column.filled_by is not PROGRAM for column in table.spec.columns)
)

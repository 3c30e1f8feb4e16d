"""Every sheet of the workbook, one class of rows each; TABLES is the order of the sheets."""

from mentoring_xl.core.table import Row

from .pairs import MatchRule, Pair, Unpaired
from .papers import CaseForms, Indicator, Order, OrderLine, PaperText
from .people import Consent, Mentee, Mentor
from .plan import Employee, Step
from .service import Entry, Notice, Setting, StatusLine
from .surveys import Answer, Preference, Question
from .work import Event, Meeting, Practice, Programme, Publication, Training

TABLES: tuple[type[Row], ...] = (
    StatusLine,
    Setting,
    Step,
    Employee,
    Mentee,
    Mentor,
    Consent,
    Question,
    Answer,
    Preference,
    MatchRule,
    Pair,
    Unpaired,
    Programme,
    Meeting,
    Training,
    Event,
    Practice,
    Publication,
    Order,
    OrderLine,
    PaperText,
    CaseForms,
    Indicator,
    Notice,
    Entry,
)
LISTS_SHEET = "Справочники"

__all__ = [
    "LISTS_SHEET",
    "TABLES",
    "Answer",
    "CaseForms",
    "Consent",
    "Employee",
    "Entry",
    "Event",
    "Indicator",
    "MatchRule",
    "Meeting",
    "Mentee",
    "Mentor",
    "Notice",
    "Order",
    "OrderLine",
    "Pair",
    "PaperText",
    "Practice",
    "Preference",
    "Programme",
    "Publication",
    "Question",
    "Setting",
    "StatusLine",
    "Step",
    "Training",
    "Unpaired",
]

"""Every sheet of the workbook, one class of rows each; TABLES is the order of the sheets."""

from mentoring_xl.core.table import Row

from .exchange import Conflict, CopyChange
from .monitoring import ChartFigure, Indicator, Influence, SwotLine
from .pairs import MatchRule, Pair, Unpaired
from .papers import CaseForms, Order, OrderLine, PaperText
from .people import Consent, Mentee, Mentor
from .plan import Employee, Step
from .service import Entry, Notice, Setting, StatusLine
from .surveys import Answer, Preference, Question, Respondent, SurveyColumn, SurveyResult
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
    SurveyColumn,
    Respondent,
    Preference,
    SurveyResult,
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
    Influence,
    SwotLine,
    Notice,
    Conflict,
    ChartFigure,
    Entry,
)
LISTS_SHEET = "Справочники"

__all__ = [
    "LISTS_SHEET",
    "TABLES",
    "Answer",
    "CaseForms",
    "ChartFigure",
    "Conflict",
    "Consent",
    "CopyChange",
    "Employee",
    "Entry",
    "Event",
    "Indicator",
    "Influence",
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
    "Respondent",
    "Setting",
    "StatusLine",
    "Step",
    "SurveyColumn",
    "SurveyResult",
    "SwotLine",
    "Training",
    "Unpaired",
]

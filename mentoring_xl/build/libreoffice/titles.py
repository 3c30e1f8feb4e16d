"""What the controls are called in an English LibreOffice; Russian names come from schema/buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RUSSIAN = "ru"
ENGLISH = "en-US"

ADD_IN: Mapping[str, str] = {RUSSIAN: "Наставничество", ENGLISH: "Mentoring"}

TOOLBARS: Mapping[str, Mapping[str, str]] = {
    "toolbar": ADD_IN,
    "papers": {RUSSIAN: "Наставничество: документы", ENGLISH: "Mentoring: Papers"},
}
"""Name of a toolbar → what it is called."""

ENGLISH_LABELS: Mapping[str, str] = {
    "check_deadlines": "Check Deadlines",
    "plan_calendar": "Plan Calendar",
    "import_roadmap": "Load Roadmap",
    "check_people": "Check People",
    "import_answers": "Load Answers",
    "survey_results": "Survey Results",
    "recalculate_pairs": "Recalculate Pairs",
    "pairs_map": "Map of Points",
    "explain_pair": "Why This Pair",
    "fill_orders": "Fill Orders",
    "create_programmes": "Create Programmes",
    "send_to_director": "Send to Director",
    "accept_reply": "Accept Reply",
    "settle_conflicts": "Settle Conflicts",
    "check": "Check All",
    "status": "Programme Status",
    "undo": "Undo Last",
    "diagnostics": "Diagnostics",
}
"""Control name → label."""

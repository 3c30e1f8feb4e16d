"""What a message box says after a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import Notice

if TYPE_CHECKING:
    from mentoring_xl.session import Report

TITLE = "Наставничество"
SAVE = "Проверьте и сохраните книгу."
_SENTENCES = 7


def told(report: Report) -> str:
    """Return what was done, what was found and where it stands, in at most twelve lines."""
    lines = [report.button.label, "", *report.summary[:_SENTENCES]]
    if len(report.summary) > _SENTENCES:
        lines.append("Остальное – в книге.")
    if report.found:
        where = f" Подробно – на листе «{Notice.spec.sheet}»." if report.findings else ""
        lines.append(f"{report.found}{where}")
    if report.changes:
        cells = ", ".join(f"«{sheet}» – {count}" for sheet, count in report.changes.items())
        lines.append(f"Изменено ячеек: {cells}. {SAVE}")
    else:
        lines.append("В книге всё уже так: менять нечего.")
    return "\n".join(lines)

"""TABLES.md: every sheet, column, drop-down list and finding of the workbook, as declared in the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.choices import CHOICES
from mentoring_xl.schema.findings import CODES
from mentoring_xl.schema.tables import LISTS_SHEET, TABLES

if TYPE_CHECKING:
    from mentoring_xl.core.table import Choices, Column, TableSpec

_INTRO = """# Tables of the workbook

Every sheet of the workbook holds one Excel table; its titles stand as people see them, in Russian. This page is built
from `mentoring_xl/schema` by `python -m mentoring_xl.build`; change the schema, not the page.
"""
_COLUMNS = ("Column", "Field", "Type", "Drop-down", "Required", "Filled by", "What to write")
_FINDINGS = ("Code", "Severity", "What is wrong", "What to do", "Why")
_LISTS = ("List", "Name", "Other values", "Values")


def tables_page() -> str:
    """Return the page as Markdown, one section per sheet in the order of the tabs, then the lists and the findings."""
    return "\n".join([_INTRO, *(_section(table.spec) for table in TABLES), _lists(), _findings()])


def _section(spec: TableSpec) -> str:
    rows = [_column_row(column) for column in spec.columns]
    return (
        f"## {spec.sheet}\n\n{spec.purpose} Table `{spec.name}`, heads in row {spec.head}.\n\n{_grid(_COLUMNS, rows)}"
    )


def _column_row(column: Column) -> tuple[str, ...]:
    choices = f"{column.choices.title} (`{column.choices.name}`)" if column.choices else ""
    required = "yes" if column.required else ""
    return column.title, f"`{column.field}`", column.kind.value, choices, required, column.filled_by.value, column.note


def _lists() -> str:
    rows = [_list_row(choices) for choices in CHOICES]
    about = "One list per column; its defined name grows with what is added below."
    return f"## {LISTS_SHEET}\n\n{about}\n\n{_grid(_LISTS, rows)}"


def _findings() -> str:
    rows: list[tuple[str, ...]] = [
        (f"`{code.code}`", code.severity.value, code.text, code.fix, code.why) for code in CODES
    ]
    about = "What the checks can find; {words} in braces are filled in from the cell."
    return f"## Findings\n\n{about}\n\n{_grid(_FINDINGS, rows)}"


def _list_row(choices: Choices) -> tuple[str, ...]:
    return (
        choices.title,
        f"`{choices.name}`",
        "refused" if choices.strict else "warned about",
        "; ".join(choices.values),
    )


def _grid(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)

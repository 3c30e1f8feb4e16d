"""What a row means in the columns of its table: a measure, a heading of those below, or more of the one above."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring_xl.core.text import fold
from mentoring_xl.roadmap import columns

from .lines import MARKER, glued, one_line, paragraphs
from .marks import Span, between, marked
from .rows import Line
from .source import Joint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .heads import Head
    from .rows import Cells, Table

_NUMBER = re.compile(r"(?:№\s*)?(?:[IVXLC]+|\d{1,3}(?:[.\-]\d{1,3})*|[а-я])\s*[.)]?", re.IGNORECASE)
_NUMBERED_TASK = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]\s+(?=[^\W\d_]|[«\"„(])")
_NAMED_SECTION = re.compile(r"(?:раздел|этап|блок|модуль|направление|глава|[IVX]+[.\s])", re.IGNORECASE)
_DONE = frozenset(
    {"да", "+", "v", "✓", "✔", "выполнено", "выполнен", "выполнена", "исполнено", "сделано", "проведено", "готово"}
)
_MOST_ROWS_SINGLE = 0.4
_ENTRIES = (columns.DEADLINE, columns.RESPONSIBLE, columns.RESULT)


class Layout:
    """One table's columns, and what a row means in them."""

    def __init__(self, table: Table) -> None:
        head = table.head
        self._grid, self._head = table.grid, head
        self._rows = table.grid.rows
        body = [row for row in self._rows[table.first :] if any(slot.own for slot in row)]
        self._number = head.columns_of(columns.NUMBER) or _nameless_numbers(head, body)
        self._tasks = head.columns_of(columns.TASK) or head.columns_of(columns.STAGE)
        self._stage = head.columns_of(columns.STAGE) if head.columns_of(columns.TASK) else ()
        self._other = [at for at in range(len(head.headings)) if at not in {*self._number, *self._tasks, *self._stage}]
        single = sum(sum(slot.own for slot in row) == 1 for row in body)
        self._headed = not body or single <= _MOST_ROWS_SINGLE * len(body) or bool(self._number)
        texts = [text for row in body for at in self._tasks[:1] if (text := _at(row, at))]
        self._numbered = not self._number and 2 * sum(bool(_NUMBERED_TASK.match(text)) for text in texts) > len(texts)
        full = [row for row in body if sum(slot.own for slot in row) > 1]
        self._counted = 2 * sum(bool(self._number_of(row)) for row in full) >= len(full) > 0
        self._depths = {number for row in body if "." in (number := self._number_of(row))}
        parents = {number.rpartition(".")[0] for number in self._depths}
        self._bare_parents = all(sum(slot.own for slot in row) < 3 for row in body if self._number_of(row) in parents)

    def heading(self, at: int) -> str:
        """Return the text of a row that heads the rows below it, "" for any other row."""
        row = self._rows[at]
        own = [column for column, slot in enumerate(row) if slot.own]
        text = one_line(row[own[0]].text)
        if len(own) == 1:
            return text if self._heads(at, own[0], text) else ""
        number = self._number_of(row)
        if len(own) == 2 and number and own[1] in self._tasks[:1] and not self._stage and self._has_rows_below(number):
            return f"{text} {one_line(row[own[1]].text)}"
        return ""

    def _heads(self, at: int, column: int, text: str) -> bool:
        row = self._rows[at]
        if any(slot.joint is Joint.ABOVE and slot.text for slot in row):
            return False
        reach = 1 + next(
            (step for step, slot in enumerate(row[column + 1 :]) if slot.joint is not Joint.LEFT), len(row) - column - 1
        )
        if reach > 1 and 2 * reach >= len(row):
            return True
        if column in self._stage or _NUMBER.fullmatch(text):
            return False
        if column in self._tasks:
            return self._headed and self._heads_from_task(at, text)
        return self._headed and (column == 0 or column in self._number)

    def _heads_from_task(self, at: int, text: str) -> bool:
        if not self._number:
            return self._tasks[0] == 0 and not _NUMBERED_TASK.match(text)
        if _NAMED_SECTION.match(text) or text.isupper():
            return True
        return at not in self._grid.breaks and not MARKER.match(text) and not text[0].islower()

    def _has_rows_below(self, number: str) -> bool:
        roman = not number[0].isdigit()
        return roman or (self._bare_parents and any(other.startswith(f"{number}.") for other in self._depths))

    def goes_on(self, at: int, last: Line) -> bool:
        """Tell whether a row goes on with the measure above it: it begins in the middle, or says no measure."""
        row = self._rows[at]
        if any(row[column].own for column in self._number):
            return False
        if at in self._grid.breaks and self._counted:
            return True
        if any(row[column].own for column in self._stage):
            return False
        task = next((row[column].text for column in self._tasks if row[column].own), "")
        if not task:
            return True
        if not self._number or self._stage:
            return at in self._grid.breaks and task[0].islower()
        middle = task[0].islower() or bool(MARKER.match(task))
        others = any(row[column].text for column in self._other)
        return (
            middle if others else middle or at in self._grid.breaks or bool(last.tasks and last.tasks[-1].endswith(":"))
        )

    def continued(self, line: Line, row: Cells) -> Line:
        """Add what a row says to the measure above it."""
        more = self.line(row, line.sections, carried=False)
        tasks = tuple(f"{one}\n{two}" if two else one for one, two in zip(line.tasks, more.tasks, strict=False))
        return replace(
            line,
            stage=_glued(line.stage, more.stage),
            tasks=tasks or more.tasks,
            deadline=_glued(line.deadline, more.deadline),
            responsible=_glued(line.responsible, more.responsible),
            result=_glued(line.result, more.result),
            done=line.done or more.done,
            notes=line.notes + more.notes,
        )

    def line(self, row: Cells, sections: tuple[str, ...], *, carried: bool = True) -> Line:
        """Return a row as a measure. carried: cells merged with those above count."""
        tasks = tuple(row[at].text if row[at].own else "" for at in self._tasks)
        number = " ".join(one_line(row[at].text) for at in self._number if row[at].own)
        if self._numbered and (found := _NUMBERED_TASK.match(tasks[0])):
            number, tasks = found[1], (tasks[0][found.end() :], *tasks[1:])
        texts: dict[str, list[str]] = {name: [] for name in _ENTRIES}
        limits = {columns.START: "", columns.END: ""}
        marks: list[tuple[Span, str]] = []
        notes: list[str] = []
        done = False
        for at in self._other:
            heading, slot = self._head.headings[at], row[at]
            text = slot.text if slot.own or (carried and slot.joint is Joint.ABOVE) else ""
            if heading.span:
                marks.append((heading.span, text))
            elif not text:
                continue
            elif heading.field in limits and not limits[heading.field]:
                limits[heading.field] = one_line(text)
            elif heading.field in texts and not (heading.field == columns.DEADLINE and texts[columns.DEADLINE]):
                texts[heading.field].append(text if heading.field == columns.DEADLINE else "\n".join(paragraphs(text)))
            elif heading.field == columns.STATUS and fold(text) in _DONE:
                done = True
            elif heading.field == columns.NOTE:
                notes.append(one_line(text))
            else:
                notes.append(f"{heading.title}: {one_line(text)}" if heading.title else one_line(text))
        deadline = [*texts[columns.DEADLINE], between(limits[columns.START], limits[columns.END]), marked(marks)]
        return Line(
            sections,
            number,
            one_line(" ".join(row[at].text for at in self._stage if row[at].own)),
            tasks,
            "; ".join(part for part in deadline if part),
            "; ".join(texts[columns.RESPONSIBLE]),
            "; ".join(texts[columns.RESULT]),
            done,
            tuple(notes),
        )

    def _number_of(self, row: Cells) -> str:
        found = next((row[at].text for at in self._number if row[at].own), "")
        return found.strip().rstrip(".)") if _NUMBER.fullmatch(found.strip()) else ""


def _glued(old: str, new: str) -> str:
    return glued(old, new) if old and new else old + new


def _nameless_numbers(head: Head, body: Sequence[Cells]) -> tuple[int, ...]:
    """Return the first column when it has no title and numbers the rows."""
    nameless = bool(head.headings) and not head.headings[0].title
    texts = [row[0].text.strip() for row in body if row[0].own]
    return (0,) if nameless and texts and 2 * sum(bool(_NUMBER.fullmatch(text)) for text in texts) > len(texts) else ()


def _at(row: Cells, at: int) -> str:
    return row[at].text if row[at].own else ""

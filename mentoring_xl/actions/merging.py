"""«Принять ответ» and «Решить расхождения»: a file that came back merged into the tables, and what a person chose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.core.cell import Cell
from mentoring_xl.core.edit import Amend, Append, Put
from mentoring_xl.core.outcome import Outcome, Progress, Tables, quiet
from mentoring_xl.core.text import counted, fold, shortened
from mentoring_xl.exchange import merging
from mentoring_xl.exchange.merging import INFORMING, TAKEN, WAITING
from mentoring_xl.schema.choices import SETTLEMENTS
from mentoring_xl.schema.findings.exchange import X201, X202
from mentoring_xl.schema.tables import Conflict

from .settling import Settling

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from mentoring_xl.core.edit import Edit
    from mentoring_xl.core.finding import Finding
    from mentoring_xl.core.side import Side
    from mentoring_xl.exchange.merging import Merged

OURS, THEIRS = SETTLEMENTS.values

_LONGEST_WORD = 40
_MOST_TAKEN = 200
"""More than that nobody looks through one by one."""
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_NO_FILE = "Файл не выбран. Выберите вернувшийся файл и повторите."
_SHEET = Conflict.spec.sheet
_WRITTEN_DOWN = f"Взятое отмечается на листе «{_SHEET}» словом «{TAKEN}»"
_NOTHING_NEW = "Нового в файле нет."
_NOTHING_CHOSEN = f"Ничего не выбрано. На листе «{_SHEET}» выберите «{OURS}» или «{THEIRS}» и нажмите снова."
_CHOOSE = f"Выберите, что оставить, на листе «{_SHEET}» и нажмите «Решить расхождения»."
_NOT_CHOICES = f"Не понято слов в столбце «Что оставить»: {{count}}. Выберите «{OURS}» или «{THEIRS}» и нажмите снова."
_CHANGED = "Изменились после сравнения: {count}. Посмотрите на листе «Расхождения», выберите и нажмите снова."
_GONE = "Строк уже нет в книге: {count}. Внесите нужное сами и выберите «наше»."


def accept_reply(
    tables: Tables,
    today: dt.date,
    progress: Progress = quiet,
    *,
    base: Side | None = None,
    theirs: Side | None = None,
) -> Outcome:
    """Merge a file that came back; what was taken, and what both sides changed, stands on «Расхождения».

    base: the copy as it was sent; theirs: as it came back. The same file again changes nothing, also after its
    questions were settled. Reads all tables that people fill.
    """
    if base is None or theirs is None:
        return Outcome(summary=(_NO_FILE,))
    progress("Сравнение", 0, 1)
    merged = merging.merge(base, tables, theirs)
    taken = map(merging.about_taken, merged.taken[:_MOST_TAKEN])
    questions, edits = _asked(tables[Conflict], (*merged.conflicts, *taken), today)
    return Outcome(
        (*merged.edits, *edits),
        tuple(map(_finding, questions)),
        _summary(merged, questions),
    )


def settle_conflicts(tables: Tables, today: dt.date, progress: Progress = quiet) -> Outcome:
    """Carry out what was chosen on «Расхождения»: a value or a row of the file is laid into its table.

    A cell that has changed since is not written: its question is put anew. Unchosen rows stay, and those with another
    word. Reads all tables that people fill.
    """
    progress("Запись выбранного", 0, 1)
    settling = Settling(tables)
    open_rows = [conflict for conflict in tables[Conflict] if conflict.state in {WAITING, INFORMING}]
    chosen = [conflict for conflict in open_rows if fold(conflict.choice) in SETTLEMENTS.values]
    for conflict in chosen:
        settling.settle(conflict, wants_theirs=fold(conflict.choice) == THEIRS)
    left = tuple(conflict for conflict in open_rows if conflict.state == WAITING and not settling.is_settled(conflict))
    strange = tuple(_other_word(conflict) for conflict in open_rows if _is_other_word(conflict.choice))
    summary = _settled(settling, len(left)) if chosen else () if strange else (_NOTHING_CHOSEN,)
    not_choices = (_NOT_CHOICES.format(count=len(strange)),) if strange else ()
    return Outcome(settling.edits(), (*strange, *map(_finding, left)), (*summary, *not_choices))


def _is_other_word(choice: str) -> bool:
    return fold(choice) not in {"", *SETTLEMENTS.values}


def _other_word(conflict: Conflict) -> Finding:
    word = shortened(conflict.choice, _LONGEST_WORD)
    return X202.at(conflict.cell("choice"), row=conflict.row_key or conflict.place, word=word)


def _asked(
    standing: Iterable[Conflict], found: Iterable[Conflict], today: dt.date
) -> tuple[tuple[Conflict, ...], tuple[Edit, ...]]:
    """Return the questions of this file that wait for an answer, and the edits that put them on the sheet.

    A question that stands there already is not put again; while it waits, it is kept up to date.
    """
    known = {conflict.key: conflict for conflict in standing}
    last = max((conflict.number or 0 for conflict in known.values()), default=0)
    fresh: dict[str, Conflict] = {}
    waiting, edits = [], []
    for conflict in found:
        there = known.get(conflict.key)
        if there is None and conflict.key not in fresh:
            fresh[conflict.key] = conflict.but(number=last + len(fresh) + 1, came=today)
        elif there is not None and there.state == WAITING:
            edits.append(Put(there, {"place": conflict.place, "ours": conflict.ours}))
        if conflict.state == WAITING and (there is None or there.state == WAITING):
            waiting.append(conflict)
    appended = (Append(Conflict, tuple(fresh.values())),) if fresh else ()
    return tuple(waiting), (*edits, *appended)


def _finding(conflict: Conflict) -> Finding:
    """Return the finding at the cell that waits for a choice; a place without a row is a sheet as a whole."""
    sheet, _, address = conflict.place.rpartition("!")
    found = _ADDRESS.fullmatch(address)
    cell = Cell(sheet, found[1], int(found[2])) if sheet and found else Cell(conflict.place, "A", 0)
    return X201.at(cell, row=conflict.row_key or conflict.place)


def _summary(merged: Merged, waiting: Collection[Conflict]) -> tuple[str, ...]:
    rows = sum(isinstance(edit, Append) and len(edit.rows) for edit in merged.edits)
    cells = sum(isinstance(edit, Amend) and len(edit.values) for edit in merged.edits)
    informing = sum(conflict.state == INFORMING for conflict in merged.conflicts)
    taken = [
        *([counted(cells, "ячейка", "ячейки", "ячеек")] if cells else []),
        *([counted(rows, "новая строка", "новые строки", "новых строк")] if rows else []),
    ]
    more = f": первые {_MOST_TAKEN} из {len(merged.taken)}" if len(merged.taken) > _MOST_TAKEN else ""
    questions = counted(len(waiting), "расхождение", "расхождения", "расхождений")
    return (
        f"Взято из файла: {', '.join(taken)}." if taken else _NOTHING_NEW,
        *([f"{_WRITTEN_DOWN}{more}."] if taken else []),
        *([f"Ждёт вашего решения: {questions}. {_CHOOSE}"] if waiting else []),
        *([f"Комментарии и записи вне таблиц: {informing}. Они на листе «{_SHEET}»."] if informing else []),
        *merged.told,
    )


def _settled(settling: Settling, waiting: int) -> tuple[str, ...]:
    done = {"Взято из файла": settling.taken, "Оставлено вашим": settling.left, "Прочитано": settling.read}
    return (
        *([f"{', '.join(f'{what}: {count}' for what, count in done.items() if count)}."] if any(done.values()) else []),
        *([_CHANGED.format(count=settling.changed)] if settling.changed else []),
        *([_GONE.format(count=settling.gone)] if settling.gone else []),
        *([f"Ждут выбора: {waiting}."] if waiting else []),
    )

"""The title and the stamp that a school has typed above its plan, told from what the program lays there itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.schema.tables import StatusLine, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEGEND = "■"


def plan_caption(above: Iterable[Mapping[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of the plan's title and of its stamp from the rows above the roadmap.

    above: column letters → text. The title stands in the first column, the stamp to the right of it; the sheet's own
    title, the way back, the purpose and the legend are ours and are left out.
    """
    ours = {StatusLine.spec.sheet, Step.spec.purpose}
    cells = [
        (column, text)
        for row in list(above)[1:]
        for column, text in row.items()
        if text not in ours and not text.startswith(_LEGEND)
    ]
    return tuple(text for at, text in cells if at == "A"), tuple(text for at, text in cells if at != "A")

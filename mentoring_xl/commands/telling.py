"""What a command tells that took something in from a file: what it did, and in a dry run how it was understood."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .base import DONE, FOUND, answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mentoring_xl.session import Report


def tell(
    done: Report,
    understood: Mapping[str, object],
    lines: Iterable[str],
    *,
    as_json: bool,
    dry_run: bool,
    taken: Iterable[str] = (),
) -> int:
    """Print it and return the exit code.

    understood: goes into the JSON beside the report. lines: of a dry run. taken: the lines where it is not one.
    """
    from mentoring_xl import terminal

    with answer():
        if as_json:
            data = {**terminal.as_data(done, dry_run=dry_run), **understood}
            print(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            for line in lines if dry_run else taken:
                print(line)
            terminal.show(done, as_json=False, dry_run=dry_run)
    return FOUND if done.findings else DONE

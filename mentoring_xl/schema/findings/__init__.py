"""Every finding the product can make; CODES is the register, in the order of the codes."""

from types import ModuleType

from mentoring_xl.core import grid
from mentoring_xl.core.finding import Code

from . import exchange, monitoring, pairs, papers, people, plan, programmes, settings, surveys


def _codes(*modules: ModuleType) -> tuple[Code, ...]:
    found = {value.code: value for module in modules for value in vars(module).values() if isinstance(value, Code)}
    return tuple(found[code] for code in sorted(found))


CODES: tuple[Code, ...] = _codes(grid, settings, plan, people, surveys, pairs, papers, programmes, monitoring, exchange)

"""Orders of the director: their lines, texts and appendices, put together as papers."""

from .appendices import appendix
from .frame import Appendix, Content, Heading, Wording, order_paper
from .lines import Bound, Difference, by_order, differences, in_force, lines_of, named, numbered
from .texts import FilledText, faults, filled, said, texts_of, wording

__all__ = [
    "Appendix",
    "Bound",
    "Content",
    "Difference",
    "FilledText",
    "Heading",
    "Wording",
    "appendix",
    "by_order",
    "differences",
    "faults",
    "filled",
    "in_force",
    "lines_of",
    "named",
    "numbered",
    "order_paper",
    "said",
    "texts_of",
    "wording",
]

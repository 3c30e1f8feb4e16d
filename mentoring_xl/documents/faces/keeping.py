"""Which blocks stay on the page of the block that follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring_xl.documents.paper import Align, Gap, NewPage, Signature, Stamp, Text

if TYPE_CHECKING:
    from mentoring_xl.documents.paper import Block


def kept(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Return the places of the blocks that no page may end with.

    Headings, stamps and texts marked `close` stay with what follows; what stands before a signature stays with it;
    an empty line between two that belong together belongs to both.
    """
    found: set[int] = set()
    for place, block in enumerate(blocks):
        if _is_close(block) or (isinstance(block, Gap) and place - 1 in found):
            found.add(place)
        if isinstance(block, Signature):
            found.update(_before(blocks, place))
    return frozenset(found)


def _is_close(block: Block) -> bool:
    if isinstance(block, Text):
        return block.close or (block.bold and block.align is Align.CENTER)
    return isinstance(block, Stamp)


def _before(blocks: tuple[Block, ...], place: int) -> range:
    """Return the places back to the first block that is not an empty line."""
    first = place - 1
    while first > 0 and isinstance(blocks[first], Gap):
        first -= 1
    return range(place) if first < 0 else range(first + isinstance(blocks[first], NewPage), place)

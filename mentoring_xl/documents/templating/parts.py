"""The parts of a paper that a template has places for, by the words that stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mentoring_xl.documents.paper import Align, Gap, NewPage, Sides, Signature, Stamp, Text
from mentoring_xl.documents.wording import BLANK, Slot

if TYPE_CHECKING:
    from mentoring_xl.documents.paper import Block, Paper

WHOLE, HEAD, BODY, SIGNED, ACQUAINTED, APPENDICES = (
    "документ",
    "шапка",
    "текст",
    "подпись",
    "ознакомление",
    "приложения",
)
PARTS = (WHOLE, HEAD, BODY, SIGNED, ACQUAINTED, APPENDICES)
MUST_STAND = (BODY, ACQUAINTED, APPENDICES)
"""What a letterhead cannot say by itself; it has its own head, and often its own signature."""
_NUMBER_SIGN = re.compile(r"^№\s*")


def parts_of(paper: Paper) -> dict[str, tuple[Block, ...]]:
    """Return the parts of a paper by their placeholders; a paper without such a part has an empty one."""
    blocks = paper.blocks
    below = next((place for place, block in enumerate(blocks) if isinstance(block, NewPage)), len(blocks))
    signed = next((place for place in range(below) if isinstance(blocks[place], Signature)), below)
    begins = next((place for place in range(signed) if not _heads(blocks[place])), signed)
    return {
        WHOLE: blocks,
        HEAD: _trimmed(blocks[:begins]),
        BODY: _trimmed(blocks[begins:signed]),
        SIGNED: blocks[signed : signed + 1] if signed < below else (),
        ACQUAINTED: _trimmed(blocks[signed + 1 : below]),
        APPENDICES: blocks[below:],
    }


def own_words(paper: Paper) -> dict[str, Slot]:
    """Return what a paper says of itself in a word: {{заголовок}}, {{дата}}, {{номер}}."""
    sides = next((block for block in paper.blocks if isinstance(block, Sides)), Sides(BLANK, BLANK))
    words = {"заголовок": paper.title, "дата": sides.left, "номер": _NUMBER_SIGN.sub("", sides.right)}
    return {name: Slot((text,)) for name, text in words.items()}


def _heads(block: Block) -> bool:
    centred = isinstance(block, Text) and block.align in (Align.CENTER, Align.RIGHT)
    return centred or isinstance(block, Gap | Sides | Stamp)


def _trimmed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    texts = [place for place, block in enumerate(blocks) if not isinstance(block, Gap)]
    return blocks[texts[0] : texts[-1] + 1] if texts else ()

"""The numbers of items: 1., 1.1., 1.1.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.paper import Item, Items


def numbered(items: Items) -> Iterator[tuple[str, Item]]:
    """Yield every item with its number, sub-items after their own."""
    yield from _numbered(items.items, "")


def _numbered(items: tuple[Item, ...], above: str) -> Iterator[tuple[str, Item]]:
    for number, item in enumerate(items, 1):
        yield f"{above}{number}.", item
        yield from _numbered(item.items, f"{above}{number}.")

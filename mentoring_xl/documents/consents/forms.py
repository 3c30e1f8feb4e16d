"""What a consent looks like: who signs, what he agrees to, what he ticks, and room for what the book must not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring_xl.documents.declension import initials
from mentoring_xl.documents.orders.texts import said
from mentoring_xl.documents.paper import Align, Gap, Grid, Item, Items, Paper, Sides, Signature, Text
from mentoring_xl.documents.school import LINE, file_name, heading
from mentoring_xl.schema.texts_consents import CONTROL, ITEM, PREAMBLE, SUB_ITEM, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring_xl.documents.orders.texts import FilledText
    from mentoring_xl.documents.paper import Block
    from mentoring_xl.documents.school import School

FOLDER = "Согласия"
_DATE = "«___» ____________ 20___ г."
_TICKS = ("Данные", "Разрешаю (да / нет)", "Условия и запреты")
_WIDTHS = (0.36, 0.26, 0.38)


@dataclass(frozen=True)
class Form:
    """One form for one person. code: his code, which names the file. about: «данные», the rest of the file's name.

    title: on the contents page, where no name stands. signer: full name of who signs, "" when it is not known.
    """

    code: str
    about: str
    title: str
    texts: tuple[FilledText, ...]
    signer: str = ""


def consent_paper(form: Form) -> Paper:
    """Return a consent; sub-items of its wording become a table to tick, so that each of the data is allowed alone."""
    return _paper("Согласие", form, (*_body(form), Signature(_DATE, f"{LINE} {_initials(form.signer)}")))


def agreement_paper(form: Form, school: School, town: str) -> Paper:
    """Return the supplementary agreement, signed by both sides."""
    employer = school.signed_by_director()
    sides = (
        f"{school.headed}\nАдрес, ИНН: {LINE}{LINE}\n\n{employer.post}\n{LINE} {employer.name}",
        f"{form.signer}\nПаспорт, адрес: {LINE}{LINE}\n\n{LINE} {_initials(form.signer)}\n"
        "Экземпляр соглашения получен: ____________",
    )
    blocks: tuple[Block, ...] = (
        *_title(form), Sides(town, _DATE), Gap(), *_paragraphs(form, PREAMBLE), *_items(form),
        *_paragraphs(form, CONTROL), Gap(), Grid(("Работодатель", "Работник"), (sides,), (0.5, 0.5), numbered=False),
    )  # fmt: skip
    return _paper("Соглашение", form, blocks)


def _paper(word: str, form: Form, blocks: tuple[Block, ...]) -> Paper:
    return Paper(FOLDER, file_name(f"{word} {form.code} {form.about}"), f"{form.title}: {form.code}", blocks)


def _body(form: Form) -> Iterator[Block]:
    yield from _title(form)
    yield from _paragraphs(form, PREAMBLE)
    yield from _items(form)
    ticks = said(form.texts, SUB_ITEM)
    if ticks:
        yield Gap()
        yield Grid(_TICKS, tuple((text, "", "") for text in ticks), _WIDTHS, numbered=False)
        yield Gap()
    yield from _paragraphs(form, CONTROL)
    yield Gap()


def _title(form: Form) -> Iterator[Block]:
    yield heading(" ".join(said(form.texts, TITLE)))
    yield Gap()


def _paragraphs(form: Form, part: str) -> Iterator[Block]:
    """A text that goes on in the middle of a sentence has no indent."""
    yield from (Text(text, Align.LEFT, indent=not text[:1].islower()) for text in said(form.texts, part))


def _items(form: Form) -> Iterator[Block]:
    items = tuple(Item(text) for text in said(form.texts, ITEM))
    if items:
        yield Items(items)


def _initials(full_name: str) -> str:
    return initials(full_name) if full_name else LINE

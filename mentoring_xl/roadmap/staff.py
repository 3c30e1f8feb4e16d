"""Whom of the staff list a responsible of the plan means; of two who fit neither is guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mentoring_xl.core.text import fold, tidy

from .post_words import posts_of
from .posts import Head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring_xl.schema.tables import Employee

    from .post_words import Post
    from .split import Responsible

_PATRONYMIC = re.compile(r".+(?:[оеь]вич|ич|[ое]вна|ична|инична)")
_GLUED = re.compile(r"(?<=[а-яё])(?=[А-ЯЁ])|(?<=\b[А-ЯЁ])(?=[А-ЯЁ]\b)")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_FIRST_TYPO, _SECOND_TYPO = 5, 9
_CLASS = re.compile(r"\d+")


class Name(NamedTuple):
    """A name in lower case: the surname ("" when only first name and patronymic are known) and what follows it."""

    surname: str
    given: tuple[str, ...]

    def agrees(self, other: Name) -> bool:
        """Tell whether first names and patronymics do not contradict: an initial agrees with the name it begins."""
        return all(
            one == two or (1 in {len(one), len(two)} and one[0] == two[0])
            for one, two in zip(self.given, other.given, strict=False)
        )

    def is_of_the_other_gender(self, other: Name) -> bool:
        """Tell «Орлов» from «Орлова»."""
        return self.surname != other.surname and self.surname.rstrip("а") == other.surname.rstrip("а")


class _Member(NamedTuple):
    employee: Employee
    name: Name
    posts: tuple[Post, ...]
    school_class: int | None


class Staff:
    """The staff list, asked for the responsible of a plan.

    Those who do not work any more are passed over where the list says who does. deputies_apart: «зам. директора по УР
    и ВР» are two posts.
    """

    def __init__(self, employees: Iterable[Employee], *, deputies_apart: bool = False) -> None:
        rows = tuple(employees)
        working = tuple(row for row in rows if row.active) or rows
        self._members = tuple(_member(row) for row in working)
        self._deputies_apart = deputies_apart

    def __bool__(self) -> bool:
        """Tell whether the list has anybody."""
        return bool(self._members)

    def meant_by(self, item: Responsible) -> tuple[Employee, ...]:
        """Return whom an item means: the person, or all who hold the post; () when nobody or two may be meant.

        A person may be mistyped by a letter of the surname; several people («классные руководители») are all meant.
        """
        if item.person:
            found = self._called(item.person) or self._nearly_called(item.person)
            if len(found) > 1 and item.role:
                holders = self.meant_by_role(item.role)
                found = tuple(member for member in found if member.employee in holders)
            return (found[0].employee,) if len(found) == 1 else ()
        return self.meant_by_role(item.role or "")

    def meant_by_role(self, role: str) -> tuple[Employee, ...]:
        """Return all who hold a post, or the one who holds it, in the order of the list."""
        posts = posts_of(role, deputies_apart=self._deputies_apart)
        holders = [member for post in posts for member in self._holders(post)]
        return tuple(member.employee for member in self._members if member in holders)

    def knows(self, item: Responsible) -> bool:
        """Tell whether the list has the person or the post; bodies, groups and posts elsewhere are not looked for."""
        if item.person:
            return bool(self._called(item.person))
        posts = posts_of(item.role or "", deputies_apart=self._deputies_apart)
        return all(self._knows_post(post) for post in posts)

    def nearest(self, person: str) -> str:
        """Return the full name of the one employee whom a person not in the list may be, "" when nobody or two."""
        name = name_of(person)
        namesakes = [member for member in self._members if name.surname and member.name.surname == name.surname]
        found = self._nearly_called(person) or namesakes or self._alike(name)
        return tidy(found[0].employee.full_name) if len(found) == 1 else ""

    def _called(self, person: str) -> tuple[_Member, ...]:
        name = name_of(person)
        by_first_names = not name.surname and len(name.given) == 2
        return tuple(
            member
            for member in self._members
            if (by_first_names or (name.surname and member.name.surname == name.surname)) and name.agrees(member.name)
        )

    def _nearly_called(self, person: str) -> tuple[_Member, ...]:
        """Return whose surname is mistyped here; «Орлов» for «Орлова» is no slip but may be her brother."""
        name = name_of(person)
        return tuple(
            member
            for member in self._alike(name)
            if name.given and name.agrees(member.name) and not name.is_of_the_other_gender(member.name)
        )

    def _alike(self, name: Name) -> tuple[_Member, ...]:
        from rapidfuzz.distance import OSA

        slips = (len(name.surname) >= _FIRST_TYPO) + (len(name.surname) >= _SECOND_TYPO)
        return tuple(
            member
            for member in self._members
            if slips and OSA.distance(name.surname, member.name.surname, score_cutoff=slips) <= slips
        )

    def _holders(self, post: Post) -> tuple[_Member, ...]:
        """Return who holds a post; of several who hold one person's post, the one who is called exactly so."""
        fitting = tuple(member for member in self._members if _holds(member, post))
        if post.kind in {Head.MANY, Head.EITHER, Head.GROUP} or len(fitting) == 1:
            return fitting
        exact = tuple(member for member in fitting if any(post.words == one.words for one in member.posts))
        return exact if len(exact) == 1 else ()

    def _knows_post(self, post: Post) -> bool:
        if post.kind is not Head.ONE or post.is_off_the_list or not post.words:
            return True
        own = [one for member in self._members for one in member.posts]
        deputies = frozenset(area for one in own for area in one.areas)
        return any(post.is_held_as(one) for one in own) or bool(post.areas and post.areas <= deputies)


def name_of(person: str) -> Name:
    """Read a name with initials or in full, the surname first or last: «А.П. Орлова», «Орлова Анна Петровна»."""
    words = [fold(word) for word in _NAME_WORD.findall(_GLUED.sub(" ", tidy(person)))]
    long = [word for word in words if len(word) > 1]
    if len(words) > 1 and _PATRONYMIC.fullmatch(words[1]) and len(long) > 1:
        return Name(words[2] if len(words) > 2 else "", tuple(words[:2]))
    surname = long[0] if long else ""
    return Name(surname, tuple(word for word in words if word != surname))


def _member(employee: Employee) -> _Member:
    teacher = "классный руководитель" if tidy(employee.school_class) else ""
    subjects = f"{employee.post} {employee.subjects}" if tidy(employee.subjects) else ""
    texts = (employee.post, subjects, employee.role, teacher)
    posts = tuple(post for text in texts if tidy(text) for post in posts_of(text))
    found = _CLASS.match(tidy(employee.school_class))
    return _Member(employee, name_of(employee.full_name), posts, int(found.group()[:2]) if found else None)


def _holds(member: _Member, post: Post) -> bool:
    """Tell whether an employee holds a post; a form teacher, whether of one of the classes named."""
    elsewhere = post.classes and member.school_class is not None and member.school_class not in post.classes
    return not elsewhere and any(post.is_held_as(one) for one in member.posts)

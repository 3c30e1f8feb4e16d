"""The roles that words and signs play in a deadline."""

from __future__ import annotations

from typing import ClassVar, NamedTuple


class Sign:
    """A class of named signs, one for each annotation of the class; a sign equals only itself.

    Not an Enum: before Python 3.12 naming a member of one takes longer than all the rest that a rule of grammar does.
    """

    def __init_subclass__(cls) -> None:
        for name in cls.__annotations__:
            setattr(cls, name, cls(name))

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Role(Sign):
    """What a token does in a phrase; words without a role are `WORD`, the end of the line is `END`."""

    END: ClassVar[Role]
    WORD: ClassVar[Role]
    NUMBER: ClassVar[Role]
    ROMAN: ClassVar[Role]
    RAISED: ClassVar[Role]
    DOT: ClassVar[Role]
    COMMA: ClassVar[Role]
    COLON: ClassVar[Role]
    SEMICOLON: ClassVar[Role]
    DASH: ClassVar[Role]
    SLASH: ClassVar[Role]
    OPEN: ClassVar[Role]
    CLOSE: ClassVar[Role]
    QUOTE: ClassVar[Role]
    SIGN: ClassVar[Role]
    MONTH: ClassVar[Role]
    WEEKDAY: ClassVar[Role]
    WEEKDAYS: ClassVar[Role]
    ORDINAL: ClassVar[Role]
    COUNT: ClassVar[Role]
    YEAR: ClassVar[Role]
    UNIT_MONTH: ClassVar[Role]
    WEEK: ClassVar[Role]
    DAY: ClassVar[Role]
    HOUR: ClassVar[Role]
    MINUTE: ClassVar[Role]
    DATES: ClassVar[Role]
    DECADE: ClassVar[Role]
    HALF: ClassVar[Role]
    HALF_YEAR: ClassVar[Role]
    QUARTER: ClassVar[Role]
    TERM: ClassVar[Role]
    TERMS: ClassVar[Role]
    SEASON: ClassVar[Role]
    EDGE: ClassVar[Role]
    FROM: ClassVar[Role]
    SINCE: ClassVar[Role]
    ABOUT: ClassVar[Role]
    TO: ClassVar[Role]
    UNTIL: ClassVar[Role]
    BY: ClassVar[Role]
    IN: ClassVar[Role]
    AND: ClassVar[Role]
    NOT: ClassVar[Role]
    LATER: ClassVar[Role]
    EARLIER: ClassVar[Role]
    THAN: ClassVar[Role]
    RARER: ClassVar[Role]
    AFTER: ClassVar[Role]
    AHEAD: ClassVar[Role]
    HENCE: ClassVar[Role]
    DURING: ClassVar[Role]
    WHOLE: ClassVar[Role]
    SCHOOL: ClassVar[Role]
    CALENDAR: ClassVar[Role]
    CURRENT: ClassVar[Role]
    NEXT: ClassVar[Role]
    PERIOD: ClassVar[Role]
    COURSE: ClassVar[Role]
    EACH: ClassVar[Role]
    HABIT: ClassVar[Role]
    TIMES: ClassVar[Role]
    TWICE: ClassVar[Role]
    DOCUMENT: ClassVar[Role]
    CITE: ClassVar[Role]
    OCCASION: ClassVar[Role]
    WORKING: ClassVar[Role]
    ROUGHLY: ClassVar[Role]
    NUMBERED: ClassVar[Role]


class Lexeme(NamedTuple):
    """The role of a word and its number: 4 for «апрель», 1 for «понедельник», -1 for «последний»."""

    role: Role
    value: int = 0

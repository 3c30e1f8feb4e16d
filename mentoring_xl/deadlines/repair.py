"""Mends words and figures that a narrow column broke («понедельн ик», «15.0 9.2023») or a typist glued («смая»)."""

from __future__ import annotations

from collections.abc import Iterator

from .lexicon import WORDS, beginnings
from .roles import Role
from .tokens import Token, word_token

_PREFIXES = frozenset({"в", "во", "до", "с", "со", "по", "к", "ко", "на"})
_AFTER_PREFIX = frozenset({Role.MONTH, Role.QUARTER, Role.HALF_YEAR, Role.WEEKDAY, Role.SCHOOL, Role.DURING})
_UNITS = frozenset({Role.DAY, Role.WEEK, Role.UNIT_MONTH})
_ROMAN_UNITS = frozenset({Role.QUARTER, Role.HALF_YEAR, Role.TERM})
_LONGEST_WORD = 40
_ROMAN_TWINS = {"п": 2, "ш": 3, "11": 2, "111": 3, "1у": 4}
_SHORTEST_MONTH = 3
_SHORTEST_OTHER = 5
_TENS_OF_DAYS = 3
_LAST_DAY = 31
_DOTTED = (Role.NUMBER, Role.DOT)
_YEARS = frozenset(map(str, range(2000, 2040)))
# what a torn figure leaves: a day, a month or a year cut short
_TORN = frozenset({"0", "1", "2", "3", "200", "201", "202", "203"})


def _joined(tokens: list[Token], at: int) -> tuple[Token, int] | None:
    """Join pieces from `at` on into the longest known word, if at least one piece means nothing by itself."""
    first, text, strange, best = tokens[at], tokens[at].text, tokens[at].text not in WORDS, None
    known, after = beginnings(), at + 1
    while after < len(tokens) and text in known:
        if tokens[after].role is Role.DASH and after + 1 < len(tokens):
            after += 1
        piece = tokens[after]
        if not piece.text.isalpha():
            break
        text += piece.text
        strange = strange or piece.text not in WORDS
        after += 1
        if strange and text in WORDS:
            best = word_token(text, first.begin, piece.end, first.gap), after
    return best


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a glued word in two known ones."""
    known = beginnings()
    for size in range(1, len(text) - 2):
        left = text[:size]
        if left not in known:
            return
        if left in WORDS and text[size:] in WORDS:
            yield left, text[size:]


def _may_part(left: str, right: str) -> bool:
    """Allow only cuts that leave no ordinary word behind: «смая», «сентябрьоктябрь», «течениегода», «десятидневный»."""
    first, second = WORDS[left].role, WORDS[right].role
    if first is Role.DURING or (first is Role.COUNT and second in _UNITS):
        return True
    if left in _PREFIXES:
        shortest = _SHORTEST_MONTH if second is Role.MONTH else _SHORTEST_OTHER
        return second in _AFTER_PREFIX and len(right) >= shortest
    return first is second is Role.MONTH and min(len(left), len(right)) > _SHORTEST_MONTH


def _parted(token: Token) -> tuple[Token, ...]:
    """Cut a glued unknown word into two known ones; every other word stays whole."""
    if len(token.text) > _LONGEST_WORD:
        return (token,)
    for left, right in _cuts(token.text):
        if _may_part(left, right):
            middle = min(token.begin + len(left), token.end)
            return word_token(left, token.begin, middle, token.gap), word_token(right, middle, token.end, True)
    return (token,)


def _with_romans(tokens: list[Token]) -> Iterator[Token]:
    """Read «П», «Ш», «11», «111» and «1У» before a quarter or a term as the Roman numbers they stand for."""
    at = 0
    while at < len(tokens):
        token, text, after = tokens[at], tokens[at].text, at + 1
        if text == "1" and after < len(tokens) and tokens[after].text in ("у", "v") and not tokens[after].gap:
            text, after = "1у", after + 1
        number = _ROMAN_TWINS.get(text)
        if number and after < len(tokens) and tokens[after].role in _ROMAN_UNITS:
            yield Token(Role.ROMAN, token.text, number, token.begin, tokens[after - 1].end, token.gap, token.tail)
            at = after
        else:
            yield token
            at += 1


def _torn(tokens: list[Token], at: int, text: str) -> bool:
    """Tell whether a line break cut the figure before `at` in two: no day or month is 0, no year is 202.

    Two digits are a day where the line of `text` breaks between them («1 / 5.09.2023») or the month is glued to them.
    """
    left, right = tokens[at - 1], tokens[at]
    if not (left.role is right.role is Role.NUMBER and right.gap):
        return False
    signs = tuple(token.role for token in tokens[max(at - 5, 0) : at - 1])
    after = tuple(token.role for token in tokens[at + 1 : at + 3])
    dotted = signs[-2:] == _DOTTED
    if left.text == "0":
        return dotted and len(right.text) == 1
    if right.text == "0":
        return len(left.text) == 1 and left.value <= _TENS_OF_DAYS and after[:1] in ((Role.DOT,), (Role.MONTH,))
    if dotted and after == _DOTTED[::-1]:
        return left.text + right.text in ("11", "12")
    if signs == _DOTTED * 2 and len(left.text) in (1, 3) and left.text + right.text in _YEARS:
        return True
    broken, named = "\n" in text[left.end : right.begin], after[:1] == (Role.MONTH,)
    dated = (named and not tokens[at + 1].gap) or (broken and (named or after == _DOTTED[::-1]))
    return dated and len(left.text) == len(right.text) == 1 and 10 <= 10 * left.value + right.value <= _LAST_DAY


def _with_whole_figures(tokens: list[Token], text: str) -> list[Token]:
    """Join torn figures: «15.0 / 9.2023», «1 / 0 сентября», «1 5апреля», «15.09.202 / 3»."""
    whole = tokens[:1]
    for at in range(1, len(tokens)):
        left, right = whole[-1], tokens[at]
        if _torn(tokens, at, text):
            text = left.text + right.text
            whole[-1] = Token(Role.NUMBER, text, int(text), left.begin, right.end, left.gap)
        else:
            whole.append(right)
    return whole


def mend(tokens: list[Token], roles: list[Role], text: str) -> list[Token]:
    """Join broken words and figures, part glued words, put Roman numbers right; the order and the offsets stay.

    roles: those of the tokens. text: the phrase that they were cut from.
    """
    if roles.count(Role.NUMBER) > 1 and not _TORN.isdisjoint([token.text for token in tokens]):
        tokens = _with_whole_figures(tokens, text)
    if Role.WORD in roles:
        tokens = _rejoined(tokens)
        roles = [token.role for token in tokens]
    return tokens if _ROMAN_UNITS.isdisjoint(roles) else list(_with_romans(tokens))


def _with_soft_signs(tokens: list[Token]) -> list[Token]:
    """Give a soft sign back to the word it was torn from: «Сентябр / ьдекабр / ь»."""
    if "ь" not in [token.text[0] for token in tokens]:
        return tokens
    done: list[Token] = []
    for token in tokens:
        if not (done and done[-1].text.isalpha() and token.text.startswith("ь")):
            done.append(token)
            continue
        before, cut = done[-1], token.begin + 1
        done[-1] = word_token(before.text + "ь", before.begin, cut, before.gap)
        if token.text != "ь":
            done.append(word_token(token.text[1:], min(cut, token.end), token.end, True))
    return done


def _rejoined(tokens: list[Token]) -> list[Token]:
    """Join pieces into words and part glued words."""
    whole: list[Token] = []
    tokens, at = _with_soft_signs(tokens), 0
    while at < len(tokens):
        joined = _joined(tokens, at) if tokens[at].text.isalpha() else None
        token, at = joined or (tokens[at], at + 1)
        whole += _parted(token) if token.role is Role.WORD else (token,)
    return whole

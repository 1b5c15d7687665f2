"""What stays of a text when its looks are taken away (归一), and where each piece of it stood.

Whoever writes a name or a number may write it wide, in another case, with blanks, hyphens, line
breaks, dots or invisible characters in it: all of them look through the same fold, and a place in
what is folded leads back to the place in the text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Protocol
from unicodedata import category, decimal, normalize

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOTS: Final = frozenset("·•‧∙⋅・･\uff0e")
"""Dots between the parts of a name, and a wide one."""

_LINES: Final = frozenset("\u2212\u2043―⸺⸻ー－")
"""What looks like a hyphen and is no dash by its kind."""

_SPECIAL_BLANKS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u180e")
"""What looks like nothing and is a letter or a sign by its kind."""


class Fold(Protocol):
    """A table of what each character becomes: nothing, or other characters."""

    def __getitem__(self, code: int, /) -> str:
        """What the character of that number becomes."""


class Letters:
    """For words: letters and digits stay, and signs that part words; by case and width one.

    Blanks, dashes, underscores, dots in a name, marks above letters and whatever is not seen go.
    """

    def __getitem__(self, code: int, /) -> str:
        """What the character becomes."""
        return _letter(chr(code))


class Shapes:
    """For numbers: one character stays one or goes, digits of all scripts become ours.

    Every blank is a blank, every dash a hyphen, every dot in a name a middle dot, each capital.
    """

    def __getitem__(self, code: int, /) -> str:
        """What the character becomes."""
        return _shape(chr(code))


@cache
def _letter(one: str) -> str:
    if one in _DOTS or one in _LINES or one in _SPECIAL_BLANKS:
        return ""
    plain = normalize("NFKD", normalize("NFKC", one).casefold())
    return "".join(_digit(part) for part in plain if not _is_unseen(part))


def _is_unseen(one: str) -> bool:
    """Whether a character only parts others, or is not there for the eye."""
    kind = category(one)
    return (kind[0] in "ZCM" and kind not in {"Cn", "Co", "Cs"}) or kind in {"Pd", "Pc"}


def _digit(one: str) -> str:
    """A digit of any script as ours."""
    value = decimal(one, None)
    return one if value is None else str(value)


@cache
def _shape(one: str) -> str:
    if one in _SPECIAL_BLANKS:
        return ""
    if one in _DOTS:
        return "." if one == "\uff0e" else "·"
    kind = category(one)
    if one in _LINES or kind in {"Pd", "Pc"}:
        return "-"
    if kind in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    if kind[0] == "M" or kind == "Cf":
        return ""
    return _plain_shape(one, kind)


def _plain_shape(one: str, kind: str) -> str:
    """A character that is seen: a digit, a wide or small letter as ours, or itself.

    ① stays what it is: it stands before a number more often than in one.
    """
    if kind == "Nd":
        return _digit(one)
    plain = one if kind == "No" else normalize("NFKC", one)
    return plain.upper() if len(plain) == 1 and plain.isascii() else one


LETTERS: Final = Letters()
SHAPES: Final = Shapes()


def places(text: str, fold: Fold) -> Sequence[int]:
    """For each character of the folded text, the place in ``text`` of the one that it comes of."""
    found: list[int] = []
    for at, one in enumerate(text):
        found.extend([at] * len(fold[ord(one)]))
    return found

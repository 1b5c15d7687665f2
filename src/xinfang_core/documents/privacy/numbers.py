"""Which number a row of digits is (号码): a telephone, an identity card, a bank card, or none.

What is no date, no amount and no number of a document by its form alone, is told by its length
and its first digits: a number of sixteen digits and more tells of somebody until it is known for
the number of a case. A checksum is not asked for where a slip of the pen would then let through
what it was meant to be; it only tells an identity card from a case number of the same form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind: TypeAlias = Literal["phone", "id_number", "card", "number"]

PROVINCES: Final = "1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9]"
"""What numbers of identity cards begin with."""

_DAY: Final = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"

_MOBILE: Final = re.compile("(?:0086|086|86|0)?1[3-9][0-9]{9}")
_LANDLINE: Final = re.compile("0(?:10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{6,7}")
_FROM_ABROAD: Final = re.compile("(?:00)?86(?:10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{6,7}")
_SERVICE: Final = re.compile("[48]00[0-9]{7}")
_LONG_ID: Final = re.compile(f"[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}{_DAY}[0-9]{{3}}[0-9X]")
_ANY_ID: Final = re.compile("[0-9]{17}X")
_OLD_ID: Final = re.compile(f"(?:{PROVINCES})[0-9]{{4}}[0-9]{{2}}{_DAY}[0-9]{{3}}")
_DATED: Final = re.compile(f"(?:19|20)[0-9]{{2}}{_DAY}")
_ISSUED: Final = frozenset("34569")

_LONGEST_CARD: Final = 19
_FEWEST_OF_A_CARD: Final = 13
_SURELY_A_CARD: Final = 16
_OLD_LENGTH: Final = 15
_REGION: Final = 6
MOST_DIGITS: Final = 23
"""Digits of the longest number that is written in groups."""


class Group(NamedTuple):
    """Digits that stand together (一组数字), ``X`` at the end of the last one among them.

    Attributes:
        text: the digits.
        start: where they begin.
        end: where they end.
        parted: what stands between them and the group before.

    """

    text: str
    start: int
    end: int
    parted: str


class Number(NamedTuple):
    """A number that tells of somebody (号码).

    Attributes:
        start: where it begins.
        end: where it ends.
        kind: what it is.
        is_sure: whether it is that even where it is known for the number of a case.

    """

    start: int
    end: int
    kind: Kind
    is_sure: bool


def numbers_of(groups: Sequence[Group]) -> list[Number]:
    """Every number that some groups in a row make, those that overlap among them."""
    found: list[Number] = []
    for first in range(len(groups)):
        if _is_date(groups[first : first + 3]):
            continue
        count = 0
        for last in range(first, len(groups)):
            count += len(groups[last].text)
            if last > first and count > MOST_DIGITS:
                break
            named = _named(groups[first : last + 1])
            if named is not None:
                found.append(Number(groups[first].start, groups[last].end, *named))
    return found


def _is_date(groups: Sequence[Group]) -> bool:
    """Whether a row begins with a day: 2026-03-02, or 20260302 with more behind it."""
    if _DATED.fullmatch(groups[0].text) is not None:
        return True
    written = [one.text.zfill(2) for one in groups]
    return len(groups[0].text) == len("2026") and _DATED.fullmatch("".join(written)) is not None


def _named(groups: Sequence[Group]) -> tuple[Kind, bool] | None:
    """What some groups are together; None where they are no number that tells of anybody."""
    text = "".join(group.text for group in groups)
    digits = text.removesuffix("X")
    if _is_phone(digits, groups):
        return "phone", True
    if _LONG_ID.fullmatch(text) or _ANY_ID.fullmatch(text):
        return "id_number", checks(text)
    if not text.endswith("X") or len(groups) == 1:
        return _one(digits) if len(groups) == 1 else _several(digits, groups)
    return None


def _is_phone(digits: str, groups: Sequence[Group]) -> bool:
    """Whether it is a telephone; dots part it as in 138.0013.8000 alone, lest amounts be one."""
    if any("." in group.parted for group in groups[1:]):
        lengths = tuple(len(group.text) for group in groups)
        return lengths in {(3, 4, 4), (3, 3, 4)} and bool(
            _MOBILE.fullmatch(digits) or _SERVICE.fullmatch(digits)
        )
    forms = (_MOBILE, _LANDLINE, _FROM_ABROAD, _SERVICE)
    return any(form.fullmatch(digits) for form in forms)


def _one(digits: str) -> tuple[Kind, bool] | None:
    """What digits are that stand together, if no telephone and no card of today."""
    length = len(digits)
    if length > _LONGEST_CARD:
        return "number", False
    if length == _OLD_LENGTH and _OLD_ID.fullmatch(digits):
        return "id_number", False
    if length < _FEWEST_OF_A_CARD or _DATED.match(digits):
        return None
    return ("card", False) if length >= _SURELY_A_CARD or has_luhn(digits) else None


def _several(digits: str, groups: Sequence[Group]) -> tuple[Kind, bool] | None:
    """What groups of digits are: an identity card of old, or a card as cards show it."""
    if any("." in group.parted for group in groups[1:]):
        return None
    if len(groups[0].text) == _REGION and _OLD_ID.fullmatch(digits):
        return "id_number", False
    if not _SURELY_A_CARD <= len(digits) <= _LONGEST_CARD or _DATED.match(digits):
        return None
    lengths = {len(group.text) for group in groups[:-1]}
    is_even = len(lengths) == 1 and len(groups[-1].text) <= max(lengths)
    if not is_even and len(groups[0].text) < len("6222"):
        return None
    return ("card", False) if digits[0] in _ISSUED or has_luhn(digits) else None


def checks(number: str) -> bool:
    """Whether the last place of an identity card's number follows from the others (GB 11643)."""
    weighed = sum(int(digit) * (2 ** (17 - at) % 11) for at, digit in enumerate(number[:17]))
    return "10X98765432"[weighed % 11] == number[17]


def has_luhn(digits: str) -> bool:
    """Whether the last digit of a card's number follows from the others (Luhn)."""
    total = 0
    for at, digit in enumerate(reversed(digits)):
        doubled = int(digit) << (at % 2)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - the digits' sum
    return total % 10 == 0

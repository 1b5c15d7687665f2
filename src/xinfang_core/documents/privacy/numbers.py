"""Which number a row of digits is (号码): a telephone, an identity card, a bank card, or none.

What is no date, no amount and no number of a document by its form alone, is told by its length
and its first digits: a number of sixteen digits and more tells of somebody until it is known for
the number of a case. A checksum is not asked for where a slip of the pen would then let through
what it was meant to be; it only tells an identity card from a case number of the same form.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind: TypeAlias = Literal["phone", "id_number", "card", "number"]

PROVINCES: Final = "1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9]"
"""What numbers of identity cards begin with."""

_DAY: Final = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_AREA: Final = "10|2[0-9]|[3-9][0-9]{2}"

_PHONE: Final = re.compile(
    r"(?:\+?86|0086|0)?1[3-9][0-9]{9}"
    rf"|(?:0|(?:\+|00)860?)(?:{_AREA})[2-9][0-9]{{6,7}}"
    r"|[48]00[0-9]{7}"
)
_AREA_CODE: Final = re.compile(rf"0(?:{_AREA})|(?:\+|00)86(?:0?(?:{_AREA}))?")
_ID: Final = re.compile(f"[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}{_DAY}[0-9]{{3}}[0-9X]|[0-9]{{17}}X")
_OLD_ID: Final = re.compile(f"(?:{PROVINCES})[0-9]{{4}}[0-9]{{2}}{_DAY}[0-9]{{3}}")
_DATED: Final = re.compile(f"(?:19|20)[0-9]{{2}}{_DAY}")
_CHINESE: Final = "62"

_LOOSE_PHONES: Final = frozenset({(3, 4, 4), (3, 3, 4), (3, 8), (4, 7), (4, 8)})
_LOOSE_ID: Final = (6, 8, 4)

_SHORTEST: Final = 10
_LONGEST_CARD: Final = 19
_FEWEST_OF_A_CARD: Final = 13
_SURELY_A_CARD: Final = 16
_OLD_LENGTH: Final = 15
_LEAST_GROUP: Final = 3
_MOBILE_HEADS: Final = frozenset(f"1{second}" for second in "3456789")
MOST_DIGITS: Final = 20
"""Digits of the longest number that is written in groups."""


class Group(NamedTuple):
    """Digits that stand together (一组数字), ``X`` at the end of the last one among them.

    Attributes:
        text: the digits.
        start: where they begin.
        end: where they end.
        loose: whether a dot or comma parts them from the group before, which stand in amounts,
            days and lists too.

    """

    text: str
    start: int
    end: int
    loose: bool


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
    row = _spelt_out(groups)
    days = [at for at in range(len(row)) if _is_date(row[at : at + 3])]
    dated = {part for at in days for part in range(at, at + 3)}
    return [one for at in range(len(row)) for one in _begun(row, at, is_day=at in dated)]


def _begun(row: Sequence[Group], first: int, *, is_day: bool) -> Iterator[Number]:
    """The numbers that begin with one of the groups; the parts of a day begin none with others."""
    text, loose = "", False
    for last in range(first, len(row)):
        text += row[last].text
        loose |= last > first and row[last].loose
        if last > first and (is_day or len(text) > MOST_DIGITS):
            return
        if len(text) >= _SHORTEST:
            named = (_loosely_named if loose else _named)(text, row[first : last + 1])
            if named is not None:
                yield Number(row[first].start, row[last].end, *named)


def _spelt_out(groups: Sequence[Group]) -> list[Group]:
    """Groups of which ten and more single digits in a row are one: 1 3 8 0 0 1 3 8 0 0 0."""
    found: list[Group] = []
    for is_single, several in groupby(groups, key=lambda group: len(group.text) == 1):
        row = list(several)
        if is_single and len(row) >= _SHORTEST:
            text = "".join(group.text for group in row)
            row = [Group(text, row[0].start, row[-1].end, row[0].loose)]
        found += row
    return found


def _is_date(groups: Sequence[Group]) -> bool:
    """Whether a row begins with a day in three parts, such as 2026-03-02."""
    if len(groups[0].text) != len("2026"):
        return False
    return _DATED.fullmatch("".join(one.text.zfill(2) for one in groups)) is not None


def _named(text: str, groups: Sequence[Group]) -> tuple[Kind, bool] | None:
    """What some groups are together; None where they are no number that tells of anybody."""
    if _PHONE.fullmatch(text) and _begins_with_its_area(text, groups):
        return "phone", True
    if _ID.fullmatch(text):
        return "id_number", checks(text)
    digits = text.removesuffix("X").removeprefix("+")
    return _one(digits) if len(groups) == 1 else _several(digits, groups)


def _loosely_named(text: str, groups: Sequence[Group]) -> tuple[Kind, bool] | None:
    """As ``_named`` where dots or commas part a number, as in 138.0013.8000.

    Its groups must be those in which such a number is written.
    """
    lengths = tuple(len(group.text) for group in groups)
    if lengths in _LOOSE_PHONES and _PHONE.fullmatch(text):
        return "phone", True
    return ("id_number", checks(text)) if lengths == _LOOSE_ID and _ID.fullmatch(text) else None


def _begins_with_its_area(text: str, groups: Sequence[Group]) -> bool:
    """Whether a number with a zero before it is parted as such: 03-12-2026 is a day, not one.

    A landline is parted behind the code of its area; before a mobile number a nought stands
    alone, or with three digits and more.
    """
    first = groups[0].text
    if len(groups) == 1 or text[0] not in "0+":
        return True
    if text[-11:-9] in _MOBILE_HEADS:
        return len(first) != len("01")
    return _AREA_CODE.fullmatch(first) is not None


def _one(digits: str) -> tuple[Kind, bool] | None:
    """What digits are that stand together, if no telephone and no identity card of today."""
    length = len(digits)
    if length > _LONGEST_CARD:
        return "number", False
    if length == _OLD_LENGTH and _OLD_ID.fullmatch(digits):
        return "id_number", False
    if length < _FEWEST_OF_A_CARD or _DATED.match(digits):
        return None
    return ("card", False) if length >= _SURELY_A_CARD or has_luhn(digits) else None


def _several(digits: str, groups: Sequence[Group]) -> tuple[Kind, bool] | None:
    """What groups of digits are: an identity card of old, or a bank card as it shows its number."""
    lengths = [len(group.text) for group in groups]
    if len(digits) == _OLD_LENGTH and lengths[0] >= _LEAST_GROUP and _OLD_ID.fullmatch(digits):
        return "id_number", False
    if not _SURELY_A_CARD <= len(digits) <= _LONGEST_CARD or _DATED.match(digits):
        return None
    if digits.startswith(_CHINESE) and lengths[0] >= _LEAST_GROUP:
        return "card", False
    return ("card", False) if lengths[0] >= len("4111") and has_luhn(digits) else None


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

"""The phrase as a test (原文短语核对): a stated number must stand in the words quoted for it."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
# Decimal also reads the full-width digits that \d finds.
_NUMBER = re.compile(r"一刻钟|半|\d+(?:\.\d+)?|[〇零一二三四五六七八九两十百千万]+")
# Words that begin with a numeral and count nothing.
_WORDS = re.compile("一般|一律|一并|一定|一旦|统一")
_FIXED = {"一刻钟": Decimal(15), "半": Decimal("0.5")}


def _small(text: str) -> int:
    """A Chinese numeral below ten thousand; digits in a row are read as written (二〇二五)."""
    if not any(character in _TENS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def chinese_number(text: str) -> int:
    """The value of a Chinese numeral such as 十五, 六十, 两百 or 一万二千."""
    large, found, rest = text.rpartition("万")
    if not found:
        return _small(text)
    return (chinese_number(large) if large else 1) * 10_000 + (_small(rest) if rest else 0)


def numbers_in(phrase: str) -> frozenset[Decimal]:
    """Every number written in the phrase, in digits or Chinese numerals; whole, so no 5 in 15."""
    return frozenset(map(_value, _NUMBER.findall(_WORDS.sub(" ", phrase))))


def _value(text: str) -> Decimal:
    if text in _FIXED:
        return _FIXED[text]
    return Decimal(text) if text[0].isdecimal() else Decimal(chinese_number(text))

"""Words as cells (单元格取值): numbers and days where their column says so, else text.

Contents are words, which the masks have seen; nothing else comes here. A column that stands to
the right has numbers, one in the middle has days: what there is written as one becomes one.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from xinfang_core.documents.writers.words import text_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Align, Words
    from xinfang_core.workbook.cells import Value

LONGEST: Final = 32_767
"""Characters of a cell, in units of UTF-16; spreadsheets take no more."""

_ROOM: Final = 100
_DIGITS: Final = 15
"""So many digits a spreadsheet keeps of a number."""

_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>0|[1-9][0-9]*)(?:\.(?P<part>[0-9]+))?(?P<percent>%?)"
)
_DAY = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]")
_FIRST: Final = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900 that never was; days before it are told as words."""


class Cell(NamedTuple):
    """What stands in a cell.

    Attributes:
        value: a number, a day or a text.
        shown: the format of a number or day; empty for a text.

    """

    value: Value
    shown: str = ""


def cell_of(words: Words, align: Align = "left") -> Cell:
    """A cell of a column that stands so."""
    text = text_of(words)
    if align == "right":
        return _number(text) or Cell(fitting(text))
    if align == "centre" and _DAY.fullmatch(text):
        return _day(text)
    return Cell(fitting(text))


def _number(text: str) -> Cell | None:
    """A number as it is written: with its places, its sign, as a percentage."""
    found = _NUMBER.fullmatch(text)
    if found is None or len(found["whole"]) + len(found["part"] or "") > _DIGITS:
        return None
    number = Decimal(text.rstrip("%"))
    shown = "0" + ("." + "0" * len(found["part"]) if found["part"] else "")
    if found["percent"]:
        number, shown = number / 100, f"{shown}%"
    if found["sign"] == "+":
        shown = f"+{shown};-{shown};{shown}"
    is_whole = number == number.to_integral_value() and not found["part"]
    return Cell(int(number) if is_whole else number, shown)


def _day(text: str) -> Cell:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Cell(text)
    return Cell(day, "yyyy-mm-dd") if day >= _FIRST else Cell(text)


def fitting(text: str) -> str:
    """A text that a cell takes; one that is cut says so."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST:
        return text
    kept = units[: 2 * (LONGEST - _ROOM)].decode("utf-16-le", "ignore")
    return kept + render("documents.cell_cut", {"count": len(text)})

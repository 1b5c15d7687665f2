"""Number formats (单元格格式): which show a number as a date, and the date that it then is."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Kind = Literal["", "date", "time", "instant", "duration"]
"""What a format makes of a number; empty: it stays a number."""

GENERAL = "General"

BUILT_IN = {
    **dict(enumerate((GENERAL, "0", "0.00", "#,##0", "#,##0.00"))),
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    # What Excel and WPS take for granted in Chinese, and other readers do not know.
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    49: "@",
}
"""Formats that a file names by number alone."""

_LITERAL = re.compile(
    r'"[^"]*"|\\.|[_*].|AM/PM|A/P|上午/下午|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE
)
_DURATION = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_NUMBER = re.compile(r"[0#?]")
_DAY = re.compile(r"[ydeb]|a{3,4}", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_MONTH = re.compile(r"m", re.IGNORECASE)

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
# Excel counts a 29 February 1900 that never was.
_NO_DAY = 60
_SECONDS = 24 * 60 * 60
_LAST = date.max.toordinal()


@lru_cache(1024)
def kind_of(number_format: str) -> Kind:
    """What a format makes of a number."""
    shown = number_format.split(";", maxsplit=1)[0]
    if shown.strip().casefold() in {"", "general", "@", "g/通用格式"}:
        return ""
    if _DURATION.search(shown):
        return "duration"
    plain = _LITERAL.sub("", shown)
    clock = bool(_CLOCK.search(plain))
    day = bool(_DAY.search(plain)) or (bool(_MONTH.search(plain)) and not clock)
    if _NUMBER.search(re.sub(r"s\.0+", "", plain, flags=re.IGNORECASE)) or not (clock or day):
        return ""
    return ("instant" if day else "time") if clock else "date"


def dated(
    number: int | Decimal, kind: Kind, *, from_1904: bool
) -> date | datetime | time | timedelta | None:
    """The date, instant or time that a number is; None where it is none.

    Instants are told to the second.

    Args:
        number: days since the first day of the workbook.
        kind: what its format makes of it.
        from_1904: whether the first day is one of 1904.

    """
    days, seconds = divmod(round(Decimal(number) * _SECONDS), _SECONDS)
    if kind == "duration":
        return timedelta(days, seconds) if abs(days) < _LAST else None
    if kind == "time" and days == 0:
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    day = _day(days, from_1904=from_1904)
    if day is None or (kind == "date" and not seconds):
        return day
    return datetime.combine(day, time()) + timedelta(seconds=seconds)


def _day(days: int, *, from_1904: bool) -> date | None:
    """The day of a whole number."""
    if from_1904:
        first = _EPOCH_1904
    elif 0 < days < _NO_DAY:
        first = _EPOCH + timedelta(1)
    else:
        first = _EPOCH
    wrong = days < 0 or (not from_1904 and days in {0, _NO_DAY})
    return None if wrong or first.toordinal() + days > _LAST else first + timedelta(days)

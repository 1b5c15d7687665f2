"""Dates and instants as people and spreadsheets write them (日期与时刻), never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Literal
from unicodedata import normalize

from xinfang_core.case.moments import SHANGHAI, day_of, shanghai_time
from xinfang_core.refusals import RefusedError, shown

DateOrder = Literal["dmy", "mdy"]
"""What comes first where the year comes last: the day (30/09/2025) or the month (09/30/2025)."""

_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<mark>[-/.])|年)(?P<month>[0-9]{1,2})(?(mark)(?P=mark)|月)"
    r"(?P<day>[0-9]{1,2})(?(mark)|日?)"
    r"(?:(?:[ T]|(?<=日))(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.(?P<part>[0-9]{1,9}))?)?"
    r" ?(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_COMPACT = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[ T]?([0-9]{2})([0-9]{2})([0-9]{2})?)?(Z|[+-][0-9:]+)?"
)
_CHINESE_TIME = re.compile(r"([0-9]{1,2})[时点](?:([0-9]{1,2})分?(?:([0-9]{1,2})秒)?)?")
_HALF_BEFORE = re.compile(r"(?P<half>[上下])午 ?(?P<hour>[0-9]{1,2})(?P<rest>:[0-9:.]+)")
_HALF_AFTER = re.compile(r"(?P<hour>[0-9]{1,2})(?P<rest>:[0-9:.]+) ?(?P<half>[AaPp])[Mm]")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?![0-9])(.*)")
_PLACE = "[Asia/Shanghai]"
_NOON = 12
# Five digits: 1927 to 2173; four are rather a year, six a year and month.
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]{1,20})?")
# Day 0 of spreadsheets, which count a 29 February 1900 that never was.
_SERIAL_EPOCH = date(1899, 12, 30)
# Seconds or milliseconds of a program's clock, 2001 to 2033.
_EPOCH = re.compile(r"(1[0-9]{9})(?:[0-9]{3})?(?:\.[0-9]+)?")
_FEWEST_PARTS, _MOST_PARTS = 3, 6


def read_moment(found: object, order: DateOrder | None = None) -> date:
    """A date or instant from text such as 2025-09-30, 2025/9/30 8:05 or 20250930.

    An instant may carry a zone (``Z``, ``+08:00``) and is given as the clock of Shanghai; 24:00
    is the end of its day, given as 23:59:59.

    Args:
        found: the value as written.
        order: how dates are meant that end with their year; None: they are refused.

    Raises:
        RefusedError: anything else; numbers of spreadsheets and programs are named as such.

    """
    text = str(found) if type(found) is int else found if isinstance(found, str) else ""
    text = text.strip()
    match = _MOMENT.fullmatch(text) or _MOMENT.fullmatch(_spelled(text, order))
    if match is None:
        raise _refused(found, text)
    parts = match.groupdict()
    try:
        day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
        if parts["hour"] is None:
            return day
        at = datetime.combine(day, _clock(parts))
        zone = _zone(parts["zone"], placed=text.endswith(_PLACE))
        return shanghai_time(at.replace(tzinfo=zone))
    except (ValueError, OverflowError):
        raise RefusedError("moment.impossible", ("found", text)) from None


def read_day(found: object, order: DateOrder | None = None) -> date:
    """The day in Shanghai of what ``read_moment`` reads."""
    return day_of(read_moment(found, order))


def _clock(parts: dict[str, str | None]) -> time:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    micro = int((parts["part"] or "").ljust(6, "0")[:6])
    if (hour, minute, second, micro) == (24, 0, 0, 0):
        return time(23, 59, 59)
    return time(hour, minute, second, micro)


def _zone(text: str | None, *, placed: bool) -> timezone | None:
    """The zone of ``Z`` or an offset, None where none is written; ``placed`` in Shanghai."""
    if text is None:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    zone = timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
    if placed and zone != SHANGHAI:
        raise ValueError
    return zone


def _spelled(text: str, order: DateOrder | None) -> str:
    """The same in the common form: digits of full width, words and compact numbers spelled out."""
    text = normalize("NFKC", text).removesuffix(_PLACE)
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = compact.groups(default="")
        clock = f"T{hour}:{minute}:{second or '00'}{zone}" if hour else zone
        return f"{year}-{month}-{day}{clock}"
    text = _CHINESE_TIME.sub(_with_colons, text)
    text = _HALF_AFTER.sub(_of_the_day, _HALF_BEFORE.sub(_of_the_day, text))
    last = _YEAR_LAST.fullmatch(text) if order else None
    if last is None:
        return text
    first, mark, second, year, clock = last.groups()
    month, day = (second, first) if order == "dmy" else (first, second)
    return f"{year}{mark}{month}{mark}{day}{clock}"


def _with_colons(match: re.Match[str]) -> str:
    hour, minute, second = match.groups(default="0")
    return f"{hour}:{minute:0>2}:{second:0>2}"


def _of_the_day(match: re.Match[str]) -> str:
    """An hour of the morning or the afternoon as one of 24; what is none stays as it is."""
    hour, is_late = int(match["hour"]), match["half"] in "下Pp"
    if hour > (23 if is_late else _NOON):
        return match[0]
    return f"{hour % _NOON + _NOON * is_late}{match['rest']}"


def _refused(found: object, text: str) -> RefusedError:
    """Why this is no moment."""
    written = text if isinstance(found, str) else shown(found)
    if _SERIAL.fullmatch(written):
        meant = _SERIAL_EPOCH + timedelta(days=int(float(written)))
        return RefusedError("moment.serial", ("found", written), ("meant", meant))
    if epoch := _EPOCH.fullmatch(written):
        at = shanghai_time(datetime.fromtimestamp(int(epoch[1]), UTC))
        return RefusedError("moment.epoch", ("found", written), ("meant", at))
    if _YEAR_LAST.fullmatch(normalize("NFKC", text)):
        return RefusedError("moment.ambiguous", ("found", written))
    if isinstance(found, list) and _is_moment(found):
        return RefusedError("moment.parts", ("found", written))
    return RefusedError("moment.not_one", ("found", written))


def _is_moment(parts: list[object]) -> bool:
    """Whether these are year, month, day and so on, as programs write them into JSON."""
    numbers = [part for part in parts[:_MOST_PARTS] if type(part) is int]
    try:
        datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 - only whether it is one
    except (TypeError, ValueError, OverflowError):
        return False
    return len(numbers) == min(len(parts), _MOST_PARTS) >= _FEWEST_PARTS

"""Dates and instants as people and spreadsheets write them (日期与时刻), never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from xinfang_core.case import day_of, shanghai_time
from xinfang_core.refusals import RefusedError, shown

_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<mark>[-/.])|年)(?P<month>[0-9]{1,2})(?(mark)(?P=mark)|月)"
    r"(?P<day>[0-9]{1,2})(?(mark)|日?)"
    r"(?:[ T](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.(?P<part>[0-9]{1,9}))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
# Five digits: 1927 to 2173; four are rather a year, six a year and month.
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]{1,20})?")
# Day 0 of spreadsheets, which count a 29 February 1900 that never was.
_SERIAL_EPOCH = date(1899, 12, 30)


def read_moment(found: object) -> date:
    """A date or instant from text such as 2025-09-30, 2025/9/30 8:05 or 2025年9月30日.

    An instant may carry a zone (``Z``, ``+08:00``) and is given as the clock of Shanghai.

    Raises:
        RefusedError: anything else; a spreadsheet's serial number is named as such.

    """
    text = found.strip() if isinstance(found, str) else shown(found)
    match = _MOMENT.fullmatch(text) if isinstance(found, str) else None
    if match is None:
        raise _refused(text)
    parts = match.groupdict()
    try:
        day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
        if parts["hour"] is None:
            return day
        hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
        micro = int((parts["part"] or "").ljust(6, "0")[:6])
        at = datetime.combine(day, time(hour, minute, second, micro))
        return shanghai_time(at.replace(tzinfo=_zone(parts["zone"])))
    except (ValueError, OverflowError):
        raise RefusedError("moment.impossible", ("found", text)) from None


def read_day(found: object) -> date:
    """The day in Shanghai of what ``read_moment`` reads."""
    return day_of(read_moment(found))


def _zone(text: str | None) -> timezone | None:
    """The zone of ``Z`` or an offset; None where none is written."""
    if text is None:
        return None
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _refused(text: str) -> RefusedError:
    """Why this is no moment."""
    if not _SERIAL.fullmatch(text):
        return RefusedError("moment.not_one", ("found", text))
    meant = _SERIAL_EPOCH + timedelta(days=int(float(text)))
    return RefusedError("moment.serial", ("found", text), ("meant", meant))

"""When something happened, by the clock of Shanghai (时间)."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

# China keeps one time without summer time since 1991-09-15, long before the first calendar day.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


def shanghai_time(at: date) -> date:
    """A date or naive instant as it is; an instant with a zone as the clock of Shanghai."""
    if isinstance(at, datetime) and at.tzinfo is not None:
        return at.astimezone(SHANGHAI).replace(tzinfo=None)
    return at


def day_of(at: date) -> date:
    """The date of a date or instant."""
    return at.date() if isinstance(at, datetime) else at

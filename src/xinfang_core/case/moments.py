"""When something happened, by the clock of Shanghai (时间)."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xinfang_core.case.event import Event

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


def is_before(first: Event, second: Event) -> bool:
    """Whether ``first`` certainly came before ``second``: by the clock where both have one."""
    if isinstance(first.at, datetime) and isinstance(second.at, datetime):
        return first.at < second.at
    return first.day < second.day

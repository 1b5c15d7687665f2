"""Where chinese_calendar says otherwise than the notices here (与 chinese_calendar 的核对).

The only place that reads it. It never decides: a difference is told, and the notices stand.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.calendar.notice import notice_year
from xinfang_core.calendar.plain import is_weekend

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN = frozenset({date(2005, 12, 31)})
"""Days on which it is wrong: 国办发明电〔2005〕35号 declares this Saturday worked."""


def peer_differences() -> tuple[date, ...]:
    """The days of the listed years that the installed chinese_calendar takes otherwise.

    None where it is not installed, or of another make than 1.11. What it knows of further years
    is no difference, and neither is the one day on which it is known to be wrong.
    """
    notices = mainland_notices()
    ours = {one.day: one.worked for notice in notices for one in notice.days}
    theirs = _transcribed() or ours
    years = {notice.year for notice in notices}
    return tuple(
        day
        for day in sorted(ours.keys() | theirs.keys())
        if notice_year(day) in years
        and day not in KNOWN
        and _worked(ours, day) != _worked(theirs, day)
    )


def _transcribed() -> Mapping[date, bool]:
    """Each day that it names, and whether that is worked."""
    try:
        from chinese_calendar.constants import holidays, workdays
    except ImportError:
        return {}
    return dict.fromkeys(holidays, False) | dict.fromkeys(workdays, True)


def _worked(arranged: Mapping[date, bool], day: date) -> bool:
    return arranged.get(day, not is_weekend(day))

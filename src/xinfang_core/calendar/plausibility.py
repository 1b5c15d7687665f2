"""What should make a clerk look twice at a notice just typed (通知录入核对)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.calendar.notice import Scope
from xinfang_core.calendar.plain import is_weekend
from xinfang_core.calendar.statutory import FIRST_YEAR, LAST_YEAR, statutory_days
from xinfang_core.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.calendar.notice import Notice


def warnings(notice: Notice) -> tuple[Fault, ...]:
    """What is unlikely in a year's national notice, though it contradicts nothing.

    Every notice so far gave each statutory day off, and as many weekdays off as there are
    statutory days once the worked weekends are taken off. Where one does not, a day was
    probably mistyped. Amendments and other notices are not weighed.
    """
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    if notice.scope is not Scope.national or notice.amends or notice.year not in years:
        return ()
    return tuple(_warnings(notice))


def _warnings(notice: Notice) -> Iterator[Fault]:
    statutory = statutory_days(notice.year, None)
    off = {one.day for one in notice.days if not one.worked}
    worked = {one.day for one in notice.days if one.worked}
    for day, name in statutory:
        if day in worked or (day not in off and not is_weekend(day)):
            yield Fault("plausibility.statutory_worked", (("day", day), ("name", name)))
    if notice.issued and notice.issued.year != notice.year - 1:
        yield Fault("plausibility.issued", (("day", notice.issued), ("year", notice.year)))
    given = sum(not is_weekend(day) for day in off) - len(worked)
    if given != len(statutory):
        facts = (("found", given), ("wanted", len(statutory)))
        yield Fault("plausibility.days", facts)

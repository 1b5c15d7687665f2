"""The calendar as it was known on a day (所知日历), one for all days between which nothing came."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.calendar.statutory import REVISIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from xinfang_core.calendar import WorkCalendar

_MOST_KEPT = 32
"""Calendars that are remembered; each takes three megabytes."""


@frozen
class Calendars:
    """Calendars by the day on which they are known (所知日历).

    Attributes:
        whole: the working days with all notices.

    """

    whole: WorkCalendar
    _news: tuple[date, ...] = field(init=False, eq=False, repr=False)
    _known: Callable[[date], WorkCalendar] = field(init=False, eq=False, repr=False)

    @_news.default
    def _days_of_news(self) -> tuple[date, ...]:
        issued = {one.issued for one in self.whole.notices if one.issued}
        return tuple(sorted(issued | {one.promulgated for one in REVISIONS}))

    @_known.default
    def _none_yet(self) -> Callable[[date], WorkCalendar]:
        return lru_cache(_MOST_KEPT)(self.whole.known_on)

    def known_on(self, day: date) -> WorkCalendar:
        """The calendar as known on a day: that of the day when the last notice or law came."""
        before = bisect_right(self._news, day)
        return self._known(self._news[before - 1] if before else day)

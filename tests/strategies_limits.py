"""Histories in which the events of one rule meet, and calendars to count them by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from calendar_strategies import work_calendars
from strategies import DETAILS
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Event, History

if TYPE_CHECKING:
    from xinfang_core.vocabulary import Step

MAINLAND = mainland_calendar()
CALENDARS = st.just(MAINLAND) | work_calendars()
NEAR = st.dates(date(2024, 6, 1), date(2027, 6, 30))


@st.composite
def meeting(draw: st.DrawFn, *kinds: Step) -> History:
    """A history of some months with some of the events, each once, twice or thrice."""
    begin = draw(NEAR)
    events = [
        Event(
            kind,
            begin + timedelta(draw(st.integers(0, 80))),
            **{name: draw(found) for name, found in DETAILS.get(kind, {}).items()},
        )
        for kind in draw(st.lists(st.sampled_from(kinds), max_size=7))
    ]
    return History(tuple(events))

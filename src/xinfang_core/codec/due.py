"""A period that was counted (期限计算), as plain data: what ``xinfang due`` says, and a service."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar import end_moment, last_day
from xinfang_core.calendar.suspension import in_sequence
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.codec.plain import plain
from xinfang_core.deadline_reasons import COUNTING
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.periods import SameDay
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from xinfang_core.calendar import DayLine, LastDay, Suspension, WorkCalendar
    from xinfang_core.codec.plain import Json
    from xinfang_core.periods import Hours, Minutes, Period

_FOUND = ("due", "certainty", "earliest", "latest", "awaits")
_LINE = (
    "day",
    "counted",
    "running",
    "kind",
    "name",
    "statutory",
    "notice",
    "awaits",
    "region",
    "awaits_region",
    "suspended",
)


@frozen
class Due:
    """A period in days or months that was counted.

    Attributes:
        start: the day of the event, which does not count.
        period: its length.
        suspensions: when the clock stood still, in order.
        known_on: the day as of which notices were known; None: all are.
        region: code of the region whose days count; None: the national ones.
        last: its last day; None where it is undetermined.
        still: since when a clock stands that would else have run out; None: that is not why.

    """

    start: date
    period: Period
    suspensions: tuple[Suspension, ...]
    known_on: date | None
    region: str | None
    last: LastDay | None
    still: date | None

    def text(self) -> str:
        """The answer in one sentence."""
        asked = {"start": self.start, "period": self.period}
        last = self.last
        if last is None:
            code = "due.suspended" if self.still else "due.undetermined"
            return render(code, {**asked, "since": self.still})
        facts = {**asked, "due": last.due, "earliest": last.earliest, "latest": last.latest}
        if isinstance(self.period, SameDay):
            return render("due.same_day", facts)
        if last.certainty is Certainty.settled:
            return render("due.settled", facts)
        code = "due.provisional_region" if last.region else "due.provisional"
        return render(code, {**facts, "year": last.awaits, "region": last.region})

    def plain(self) -> Json:
        """The answer in the words of the wire; null bounds where it is undetermined."""
        last = self.last
        found = {name: plain(getattr(last, name)) if last else None for name in _FOUND}
        return {
            "start": plain(self.start),
            "period": plain(self.period),
            "known_on": plain(self.known_on),
            "region": self.region,
            "suspensions": [plain(one._asdict()) for one in self.suspensions],
            "outcome": found["due"] or "undetermined",
            **found,
            "awaits_region": (last.region or None) if last else None,
            "basis": COUNTING.basis.name,
            "text": self.text(),
        }


def count_due(
    calendar: WorkCalendar,
    start: date,
    period: Period,
    suspensions: Iterable[Suspension],
    *,
    known_on: date | None,
    region: str | None,
    place: str,
) -> Due:
    """Count a period from the day of the event.

    Args:
        calendar: the working days.
        start: the day of the event.
        period: how long.
        suspensions: when the clock stands still, in any order.
        known_on: what the calendar knows; told again.
        region: where it holds; told again.
        place: where the suspensions stand, for the fault.

    Raises:
        MisuseError: suspensions that contradict one another, or of a period of the same day.

    """
    ordered = in_sequence(suspensions)
    if ordered and isinstance(period, SameDay):
        raise MisuseError(Fault("cli.same_day_suspended", path=place))
    last = last_day(calendar, start, period, suspensions=ordered)
    still = _still(calendar, start, period, ordered) if last is None else None
    return Due(start, period, ordered, known_on, region, last, still)


def _still(
    calendar: WorkCalendar, start: date, period: Period, suspensions: tuple[Suspension, ...]
) -> date | None:
    ended = tuple(one for one in suspensions if one.end is not None)
    if ended == suspensions or last_day(calendar, start, period, suspensions=ended) is None:
        return None
    return suspensions[-1].begin


def days_json(days: Iterable[DayLine]) -> list[Json]:
    """The day table as plain data."""
    return [
        {**{name: plain(getattr(one, name)) for name in _LINE}, "text": one.text()} for one in days
    ]


def hours_json(start: datetime, period: Hours | Minutes) -> Json:
    """Hours and minutes run from the moment itself, day and night; a moment of Shanghai."""
    begin = start.replace(tzinfo=SHANGHAI)
    due = end_moment(begin, period)
    return {
        "start": plain(begin),
        "period": plain(period),
        "outcome": plain(due),
        "due": plain(due),
        "certainty": Certainty.settled.name,
        "basis": COUNTING.basis.name,
        "text": render("due.hours", {"start": begin, "period": period, "due": due}),
    }


def hours_faults(start: date, given: Mapping[str, object]) -> list[Fault]:
    """What means nothing for hours: nothing that was asked for is left out unsaid.

    Args:
        start: from when they run.
        given: by their places what only days have.

    """
    faults = []
    if not isinstance(start, datetime):
        faults.append(Fault("cli.hours_moment", (("found", start),), path="start"))
    faults += [Fault("cli.hours_option", path=place) for place, one in given.items() if one]
    return faults

"""Whether a local limit gives a body more time than the national text (宽于国家规定).

Compared are limits of one act, owed by one party and counted from one step: cell by cell, on every
day to begin with since 2004. A stricter one stands beside the national one; a laxer one is refused
unless the national text leaves the limit to localities. Limits that count from different steps
cannot be compared; that is told.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar import last_day, mainland_calendar
from xinfang_core.deadline_hours import latest_end
from xinfang_core.declared import limit as own_limit
from xinfang_core.periods import ClockPeriod
from xinfang_core.rules.limits import DUTIES
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.calendar import OfficeHours
    from xinfang_core.periods import AnyPeriod, Period
    from xinfang_core.policy.edition import Edition
    from xinfang_core.policy.location import Location

_FIRST, _DAYS = date(2004, 1, 1), (date(2027, 12, 31) - date(2004, 1, 1)).days


class National(NamedTuple):
    """A limit of the national text for the same act of the same party.

    Attributes:
        rule: its name.
        limit: its period.
        label: the edition that has it.
        same_start: whether it counts from the same step.

    """

    rule: str
    limit: Sourced[Period]
    label: str
    same_start: bool


def check_laxer(location: Location, edition: Edition, national: Iterable[Edition]) -> None:
    """Refuse each declared limit that is laxer than a national one that is closed."""
    above = tuple(national)
    for rule, own in edition.params.items():
        if isinstance(own, own_limit.Params):
            here = location.at("limit").at(rule.partition(".")[2]).at("limit")
            for text in beside(own, above):
                day = _first_laxer(own, text) if text.same_start else None
                if day is not None:
                    facts = (("rule", text.rule), ("policy", text.label), ("day", day))
                    here.refuse("limit.laxer", ("name", own.name.value), *facts)
    location.raise_faults()


def in_force_with(edition: Edition, national: Iterable[Edition]) -> Iterator[Edition]:
    """The national editions, given newest first, that are in force while a local one is.

    None is with one that declares its matters to be no petitions: there the text does not apply.
    """
    if edition.outside_as:
        return
    for above in national:
        yield above
        # What took force before the local edition's first day ends the list with itself.
        if edition.effective and above.effective and above.effective <= edition.effective:
            return


def beside(own: own_limit.Params, national: Iterable[Edition]) -> Iterator[National]:
    """The national limits for the same act of the same party that run beside a declared one."""
    for above in national:
        for rule, duty in DUTIES.items():
            start, limit = (getattr(above.params.get(rule), name, None) for name in _NEEDED)
            if rule in above.open_rules or rule in _CHOSEN or not isinstance(start, Sourced):
                continue
            same = (duty.act, duty.debtor) == (own.met_by.value, own.owed_by.value)
            if same and isinstance(limit, Sourced) and not isinstance(limit.value, Absent):
                yield National(rule, limit, above.label, start.value == own.start.value)


_NEEDED = ("start", "limit")
_CHOSEN = frozenset(
    f"simplified_{step}_deadline" for step in ("transfer", "acceptance", "handling")
)
"""The limits of a procedure that a body chooses for one matter: they bind that matter alone."""


def _first_laxer(own: own_limit.Params, text: National) -> date | None:
    """The first day to begin with on which the declared limit ends later; None where on none."""
    limit = own.limit
    cells = limit.cells.values() if isinstance(limit, Table) else (limit,)
    office = own.office_hours.value if own.office_hours else None
    hours = None if isinstance(office, Absent) else office
    found = (_first_later(cell.value, text.limit.value, hours) for cell in cells)
    return min((day for day in found if day is not None), default=None)


def _first_later(
    own: AnyPeriod | Absent, text: Period | Absent, office: OfficeHours | None
) -> date | None:
    """The first day from which one period ends later than another one.

    One in hours is taken from the last moment of the day.
    """
    if isinstance(own, Absent) or isinstance(text, Absent):
        return None
    if type(own) is type(text):
        return _FIRST if own.count > text.count else None
    calendar = mainland_calendar()
    for number in range(_DAYS):
        day = _FIRST + timedelta(number)
        theirs = last_day(calendar, day, text)
        if isinstance(own, ClockPeriod):
            due = latest_end(own, day, calendar, office)
        else:
            mine = last_day(calendar, day, own)
            due = mine.due if mine else None
        if due is not None and theirs is not None and due > theirs.due:
            return day
    return None

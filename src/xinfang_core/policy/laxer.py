"""Whether a local limit gives a body more time than the national text (宽于国家规定).

Compared are limits of one act, owed by one party and counted from one step: cell by cell, on every
day to begin with since 2004. A stricter one stands beside the national one; a laxer one is refused
unless the national text leaves the limit to localities. Limits that count from different steps
cannot be compared; that is told.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from xinfang_core.calendar import last_day, mainland_calendar
from xinfang_core.deadline_hours import latest_end
from xinfang_core.declared import limit as own_limit
from xinfang_core.periods import ClockPeriod
from xinfang_core.rules.limits import DUTIES
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.calendar import OfficeHours
    from xinfang_core.periods import Period
    from xinfang_core.policy.edition import Edition
    from xinfang_core.policy.location import Location


class National(NamedTuple):
    """A limit of the national text for the same act of the same party.

    Attributes:
        rule: its name.
        limit: its period.
        extension: what extensions may add to it; None where it has none.
        label: the edition that has it.
        same_start: whether it counts from the same step.

    """

    rule: str
    limit: Sourced[Period]
    extension: Sourced[Period] | None
    label: str
    same_start: bool


def check_laxer(location: Location, edition: Edition, national: Iterable[Edition]) -> None:
    """Refuse each declared limit, under any reading, that is laxer than a closed national one."""
    above = tuple(national)
    for name in (None, *edition.variants):
        for rule, own in edition.with_variant(name).params.items():
            varied = name is None or rule in edition.variants[name].params
            if isinstance(own, own_limit.Params) and varied:
                root = location.at("variant").at(name) if name else location
                here = root.at("limit").at(rule.partition(".")[2])
                _check_one(here, own, above)
    location.raise_faults()


def _check_one(location: Location, own: own_limit.Params, above: tuple[Edition, ...]) -> None:
    """Refuse a declared limit that is laxer than a national one."""
    for text in beside(own, above):
        day = _first_laxer(own, text) if text.same_start else None
        if day is not None:
            facts = (("rule", text.rule), ("policy", text.label), ("day", day))
            location.refuse("limit.laxer", ("name", own.name.value), *facts)


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
            # A reply is taken as the conclusion, by the handling limit too.
            acts = _ENDS if duty.act is EventKind.conclude else {duty.act}
            same = own.met_by.value in acts and duty.debtor is own.owed_by.value
            if same and isinstance(limit, Sourced) and not isinstance(limit.value, Absent):
                more = getattr(above.params.get(rule), "extension_limit", None)
                yield National(rule, limit, more, above.label, start.value == own.start.value)


_NEEDED = ("start", "limit")
_ENDS = {EventKind.conclude, EventKind.reply}
_CHOSEN = frozenset(
    f"simplified_{step}_deadline" for step in ("transfer", "acceptance", "handling")
)
"""The limits of a procedure that a body chooses for one matter: they bind that matter alone."""


def _first_laxer(own: own_limit.Params, text: National) -> date | None:
    """The first day to begin with on which the declared limit ends later; None where on none.

    Compared are the limits as they are, and with the most that extensions may add.
    """
    limit = own.limit
    cells = limit.cells.values() if isinstance(limit, Table) else (limit,)
    office = own.office_hours.value if own.office_hours else None
    hours = None if isinstance(office, Absent) else office
    bare, longest = _with((text.limit.value,), None), _with((text.limit.value,), text.extension)
    found = []
    for cell in cells:
        mine = (cell.value,)
        found.append(_first_later(_with(mine, None), bare, hours))
        longer = _with(mine, own.extension, _times(own))
        found.append(_first_later(longer, longest, hours))
    return min((day for day in found if day is not None), default=None)


def _times(own: own_limit.Params) -> int:
    """How often a limit may be extended; where no bound is told, more than once is allowed."""
    bound = own.extensions.value if own.extensions else None
    return bound if isinstance(bound, int) else _MORE_THAN_ONCE


_MORE_THAN_ONCE = 2


def _with(
    periods: tuple[Any, ...], extension: Sourced[Any] | None, times: int = 1
) -> tuple[Any, ...]:
    """A limit and what extensions may add; nothing where there is no limit."""
    if isinstance(periods[0], Absent):
        return ()
    more = None if extension is None else extension.value
    return periods if more is None or isinstance(more, Absent) else (*periods, *[more] * times)


def _first_later(
    own: tuple[Any, ...], text: tuple[Any, ...], office: OfficeHours | None
) -> date | None:
    """The first day from which one limit ends later than another one.

    One in hours is taken from the last moment of the day.
    """
    if not own or not text:
        return None
    calendar = mainland_calendar()
    if type(own[0]) is type(text[0]):
        longer = sum(one.count for one in own) > sum(one.count for one in text)
        return calendar.first if longer else None
    # A limit that begins in the last settled year may end in the next one.
    through = date(calendar.settled_through.year + 1, 12, 31)
    for number in range((through - calendar.first).days):
        day = calendar.first + timedelta(number)
        theirs = last_day(calendar, day, *text)
        if isinstance(own[0], ClockPeriod):
            due = latest_end(own[0], day, calendar, office)
        else:
            mine = last_day(calendar, day, *own)
            due = mine.due if mine else None
        if due is not None and theirs is not None and due > theirs.due:
            return day
    return None

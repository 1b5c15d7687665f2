"""The days of a year that the plain week does not give (放假调休), and how they hang together."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.calendar.days import CalendarDay, DayKind
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.calendar.work_calendar import WorkCalendar

_NEAR = 60
"""Days within which a make-up working day belongs to a holiday of its name."""


def year_days(calendar: WorkCalendar, year: int) -> tuple[CalendarDay, ...]:
    """Every day of ``year``, in order.

    Raises:
        MisuseError: ``year`` is not a whole number, or lies outside the calendar.

    """
    first, last = calendar.first.year, calendar.last.year
    if type(year) is not int or not first <= year <= last:
        facts = (("year", repr(year)), ("first", first), ("last", last))
        raise MisuseError(Fault("drawing.year_outside", facts, path="year"))
    ordinals = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    return tuple(calendar.day(date.fromordinal(ordinal)) for ordinal in ordinals)


def is_arranged(one: CalendarDay) -> bool:
    """Whether a notice arranges the day, or is expected to."""
    return one.notice is not None or is_expected(one)


def is_special(one: CalendarDay) -> bool:
    """Whether it is no ordinary weekday or weekend: arranged, or a holiday by law alone."""
    return is_arranged(one) or (one.statutory and not one.worked)


def is_expected(one: CalendarDay) -> bool:
    """Whether it is a holiday of which no notice speaks yet."""
    return one.kind is DayKind.expected_holiday


@frozen
class Block:
    """Days off that hang together, and the days worked in their place (一次放假调休).

    Attributes:
        off: the arranged days of one run of rest, in order.
        worked: the days worked for them, in order.

    """

    off: tuple[CalendarDay, ...]
    worked: tuple[CalendarDay, ...] = ()

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """All of them, those off first."""
        return self.off + self.worked

    def distance(self, one: CalendarDay) -> int:
        """Days from the day ``one`` to this holiday, past all reason where the name differs."""
        named = any(off.name == one.name for off in self.off)
        ends = (self.off[0], self.off[-1])
        return min(abs((end.day - one.day).days) for end in ends) if named else _NEAR


def blocks(days: Iterable[CalendarDay]) -> list[Block]:
    """The holidays of a year, each with its make-up working days.

    Days off belong together that only rest lies between; a worked day belongs to the nearest
    holiday of its name, and stands alone where there is none near.
    """
    kept = tuple(days)
    holidays = [Block(off) for off in map(_arranged, _runs_of_rest(kept)) if off]
    owed: dict[Block, list[CalendarDay]] = {}
    alone = []
    for one in kept:
        if one.worked and is_arranged(one):
            near = min(holidays, key=lambda block: block.distance(one), default=None)
            if near is None or near.distance(one) >= _NEAR:
                alone.append(Block((), (one,)))
            else:
                owed.setdefault(near, []).append(one)
    found = [Block(block.off, tuple(owed.get(block, ()))) for block in holidays]
    return sorted((*found, *alone), key=lambda block: block.days[0].day)


def _runs_of_rest(days: tuple[CalendarDay, ...]) -> list[list[CalendarDay]]:
    runs = groupby(days, key=lambda one: one.worked)
    return [list(run) for worked, run in runs if not worked]


def _arranged(days: Iterable[CalendarDay]) -> tuple[CalendarDay, ...]:
    return tuple(filter(is_arranged, days))

"""When a clock stands still (中止计算): hearings, waiting for supplements.

A suspension is a half-open interval of days: it begins on the first day that does not count
and ends on the first day that counts again. Only days that would have counted are held back,
so a day of rest inside never counts twice.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar.checks import check_date
from xinfang_core.calendar.plain import DAY
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date


class Suspension(NamedTuple):
    """One standstill of a clock (中止).

    Attributes:
        begin: the first day that does not count.
        end: the first day that counts again; None where the clock still stands.
        name: why, such as 听证; shown in the day table. No personal data belongs here.

    """

    begin: date
    end: date | None = None
    name: str = ""


def in_sequence(suspensions: Iterable[Suspension]) -> tuple[Suspension, ...]:
    """The suspensions by their beginning.

    Raises:
        MisuseError: one does not begin with a plain date or does not end after it begins, two
            overlap, or one begins after one without end; all at once.

    """
    given = tuple(suspensions)
    for place, one in enumerate(given):
        check_date(one.begin, f"suspensions[{place}].begin")
        if one.end is not None:
            check_date(one.end, f"suspensions[{place}].end")
    faults = [
        Fault(
            "suspension.reversed",
            (("begin", one.begin), ("end", one.end)),
            path=f"suspensions[{place}].end",
        )
        for place, one in enumerate(given)
        if one.end is not None and one.end <= one.begin
    ]
    ordered = sorted(enumerate(given), key=lambda item: item[1].begin)
    for (_, before), (place, after) in pairwise(ordered):
        if before.end is None or after.begin < before.end:
            facts = (("begin", after.begin), ("other", before.begin))
            faults.append(Fault("suspension.overlap", facts, path=f"suspensions[{place}].begin"))
    if faults:
        raise MisuseError(*faults)
    return tuple(one for _, one in ordered)


def suspended(day: date, suspensions: Iterable[Suspension]) -> Suspension | None:
    """The suspension in which ``day`` lies; None where the clock runs."""
    for one in suspensions:
        if one.begin <= day and (one.end is None or day < one.end):
            return one
    return None


def advance(
    add: Callable[[date, int], date | None],
    between: Callable[[date, date], int | None],
    start: date,
    count: int,
    suspensions: tuple[Suspension, ...],
) -> date | None:
    """The ``count``-th day after ``start`` on which the clock runs.

    Args:
        add: the n-th counting day after a day, were there no suspension; None outside.
        between: the counting days after one day and through another; None outside.
        start: itself not counted.
        count: at least 1.
        suspensions: as from ``in_sequence``.

    Returns:
        The day; None outside, or where a suspension without end is met.

    """
    found = add(start, count)
    for one in suspensions:
        if found is None:
            return None
        begin = max(one.begin, start + DAY)
        if found < begin:
            break
        if one.end is None:
            return None
        if one.end > begin:
            still = between(begin - DAY, one.end - DAY)
            if still is None:
                return None
            count += still
            found = add(start, count)
    return found

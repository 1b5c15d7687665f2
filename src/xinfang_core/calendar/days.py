"""One day of the calendar and what it is (日子的性质)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.errors import Fault, MisuseError
from xinfang_core.vocabulary import Term

if TYPE_CHECKING:
    from xinfang_core.calendar.notice import ArrangedDay, Notice

SATURDAY = 5
"""``date.weekday()`` of the first day of the weekend."""


class DayKind(Term):
    """What a day is (日子的性质), and with that whether it is worked.

    ``expected_holiday`` is a statutory holiday of a year whose notice is not out yet.
    """

    weekday = "工作日"
    make_up_day = "调休上班"
    weekend = "周末"
    holiday = "节假日"
    in_lieu = "调休放假"
    expected_holiday = "预计节假日"


@frozen
class CalendarDay:
    """A day as the calendar knows it.

    Attributes:
        day: the date.
        worked: whether public bodies work on it (是否工作日).
        kind: why so.
        name: holiday it belongs to, such as 国庆节; empty on ordinary days.
        notice: the notice that arranged it; None where none did.

    """

    day: date
    worked: bool
    kind: DayKind
    name: str
    notice: Notice | None


def check_date(value: object, path: str) -> None:
    """Refuse what is not a plain date.

    An instant is refused because its date depends on the time zone; only its owner knows it.

    Raises:
        MisuseError: ``value`` is no date, or is a ``datetime``.

    """
    if isinstance(value, datetime) or not isinstance(value, date):
        raise MisuseError(Fault("calendar.not_a_date", (("found", repr(value)),), path=path))


def is_weekend(day: date) -> bool:
    """Saturday or Sunday (周末)."""
    return day.weekday() >= SATURDAY


def describe_arranged(notice: Notice, arranged: ArrangedDay) -> CalendarDay:
    """A day that a notice arranges."""
    if arranged.worked:
        # An amendment may also give an ordinary weekday back to work; that is no make-up day.
        kind = DayKind.make_up_day if is_weekend(arranged.day) else DayKind.weekday
    else:
        kind = DayKind.in_lieu if arranged.in_lieu else DayKind.holiday
    return CalendarDay(arranged.day, arranged.worked, kind, arranged.name, notice)


def describe_ordinary(day: date, expected: str | None) -> CalendarDay:
    """A day that no notice arranges; ``expected`` names a holiday still to be announced."""
    if expected is not None:
        return CalendarDay(
            day, worked=False, kind=DayKind.expected_holiday, name=expected, notice=None
        )
    worked = not is_weekend(day)
    kind = DayKind.weekday if worked else DayKind.weekend
    return CalendarDay(day, worked, kind, "", None)

"""One day of the calendar and what it is (日子的性质)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar.plain import is_weekend
from xinfang_core.vocabulary import Term

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar.notice import ArrangedDay, Notice


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


class CalendarDay(NamedTuple):
    """A day as the calendar knows it.

    Attributes:
        day: the date.
        worked: whether public bodies work on it (是否工作日).
        kind: why so.
        name: holiday it belongs to, such as 国庆节; empty on ordinary days.
        notice: the notice that arranged it; None where none did.
        statutory: whether the holiday rules (全国年节及纪念日放假办法) themselves give this very
            day to all citizens (法定节假日); a day off that is not is a weekend, a day off in
            lieu, or one that a notice added.
        settled: whether published notices cover it; otherwise it is what is expected.

    """

    day: date
    worked: bool
    kind: DayKind
    name: str
    notice: Notice | None
    statutory: bool
    settled: bool


def kind_of(day: date, arranged: ArrangedDay | None, expected: str | None) -> DayKind:
    """What ``day`` is, by the notice that arranges it or the holiday expected on it."""
    if arranged is None:
        if expected is not None:
            return DayKind.expected_holiday
        return DayKind.weekend if is_weekend(day) else DayKind.weekday
    if not arranged.worked:
        return DayKind.in_lieu if arranged.in_lieu else DayKind.holiday
    # An amendment may also give an ordinary weekday back to work; that is no make-up day.
    return DayKind.make_up_day if is_weekend(day) else DayKind.weekday

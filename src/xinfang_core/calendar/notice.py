"""The yearly holiday notice of the State Council (国务院办公厅放假安排通知) as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from xinfang_core.calendar.days import check_date, is_weekend
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

SETTLED_MONTH, SETTLED_DAY = 12, 28
"""Last day of a year that its own notice settles: the last three go with the next New Year."""


def _check_day(_owner: object, attribute: Attribute[Any], value: object) -> None:
    check_date(value, attribute.name)


@frozen
class ArrangedDay:
    """One day that a notice arranges otherwise than the plain week.

    Attributes:
        day: the date.
        worked: True for a make-up working day (调休上班), False for a day off (放假).
        name: Chinese name of the holiday, such as 元旦 or 春节.
        in_lieu: whether the day off is swapped for a worked weekend (调休放假).

    """

    day: date = field(validator=_check_day)
    worked: bool
    name: str
    in_lieu: bool = False


def _contradictions(notice: Notice, arranged: ArrangedDay) -> Iterator[str]:
    """Codes of what a single day of a notice contradicts."""
    day = arranged.day
    late_december = (day.month, day.day) > (SETTLED_MONTH, SETTLED_DAY)
    if day.year != notice.year and not (day.year == notice.year - 1 and late_december):
        yield "notice.other_year"
    if arranged.worked and not is_weekend(day) and not notice.amends:
        yield "notice.weekday_worked"
    if arranged.worked and arranged.in_lieu:
        yield "notice.worked_in_lieu"


def _faults(notice: Notice, days: tuple[ArrangedDay, ...]) -> Iterator[Fault]:
    seen: set[date] = set()
    for position, arranged in enumerate(days):
        codes = list(_contradictions(notice, arranged))
        if arranged.day in seen:
            codes.append("notice.day_twice")
        seen.add(arranged.day)
        facts = (("day", arranged.day), ("year", notice.year), ("number", notice.number))
        for code in codes:
            yield Fault(code, facts, path=f"days[{position}]")


def _check_days(
    notice: Notice, _attribute: Attribute[tuple[ArrangedDay, ...]], days: tuple[ArrangedDay, ...]
) -> None:
    faults = tuple(_faults(notice, days))
    if faults:
        raise MisuseError(*faults)


@frozen
class Notice:
    """A notice that arranges the holidays of one year, or amends such an arrangement.

    A notice for year Y may arrange the days from 29 December of Y-1 to 31 December of Y.

    Attributes:
        number: document number (文号), such as 国办发明电〔2025〕7号; empty where not found.
        year: the year it arranges.
        issued: day of issue; None where not found, taken as known from the beginning.
        days: the days it arranges; weekends and weekdays it does not name stay what they are.
        amends: True for an amendment to that year's notice (调整通知).

    Raises:
        MisuseError: days that contradict one another or the year, all at once: a day named
            twice, a day of another year, an ordinary weekday declared worked by a notice that
            amends nothing, a worked day said to be off in lieu.

    """

    number: str
    year: int
    issued: date | None = field(validator=optional(_check_day))
    days: tuple[ArrangedDay, ...] = field(validator=_check_days)
    amends: bool = False

"""The period of a bulletin (通报时期): whole months, quarters and years have names of their own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render

if TYPE_CHECKING:
    from typing import Final

_YEAR: Final = 12
_NAMES: Final = {1: "month", 3: "quarter", 6: "half", 12: "year"}
"""By how many months a period has a name of its own; it has to begin on such a multiple."""

_PARTS: Final = frozenset({"quarter", "half"})
"""Names that are counted in words."""

_ONE: Final = timedelta(1)


@frozen
class Period:
    """From which day to which one, and by which day its cases are known.

    Attributes:
        first: the first day.
        last: the last day.
        as_of: the day asked about; events after it are not known.

    Raises:
        MisuseError: it ends before it begins, or is asked about before it ends.

    """

    first: date
    last: date
    as_of: date

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            facts = (("first", self.first), ("last", self.last))
            raise MisuseError(Fault("bulletin.ends_before", facts, path="--to"))
        if self.as_of < self.last:
            facts = (("as_of", self.as_of), ("last", self.last))
            raise MisuseError(Fault("bulletin.as_of_before", facts, path="--as-of"))

    def has(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.first <= day <= self.last

    def before(self) -> Period:
        """The period of the same length right before it, asked about with the same delay.

        Whole months go back by months; other periods by their days.

        Raises:
            MisuseError: there are no days before it.

        """
        try:
            last = self.first - _ONE
            months = self.months
            first = (
                _month(_number(self.first) - months) if months else last - (self.last - self.first)
            )
            return Period(first, last, last + (self.as_of - self.last))
        except (OverflowError, ValueError):
            facts = (("first", self.first),)
            raise MisuseError(Fault("bulletin.too_early", facts, path="--from")) from None

    @property
    def months(self) -> int:
        """How many whole months it is; 0 where it is none."""
        return whole_months(self.first, self.last)

    def text(self) -> str:
        """Its name, such as 2026年第一季度; of others their days."""
        return span_name(self.first, self.last)


def whole_months(first: date, last: date) -> int:
    """How many whole months there are from one day to another; 0 where it is none."""
    if first.day != 1 or last == date.max or (last + _ONE).day != 1:
        return 0
    return _number(last) - _number(first) + 1


def span_name(first: date, last: date) -> str:
    """What a span of days is called."""
    months = whole_months(first, last)
    named = _NAMES.get(months, "")
    if named and (first.month - 1) % months == 0:
        facts = {"year": first.year, "number": (first.month - 1) // months + 1}
        part = f"_{facts['number']}" if named in _PARTS else ""
        return render(f"bulletin.period.{named}{part}", facts)
    if months:
        begins = {"year": first.year, "month": first.month}
        ends = {"other": last.year, "end": last.month}
        code = "months" if first.year == last.year else "months_over"
        return render(f"bulletin.period.{code}", {**begins, **ends})
    return render("bulletin.period.days", {"first": first, "last": last})


def _number(day: date) -> int:
    """The months since the beginning of the era."""
    return day.year * _YEAR + day.month - 1


def _month(number: int) -> date:
    """The first day of a month by its number."""
    return date(number // _YEAR, number % _YEAR + 1, 1)

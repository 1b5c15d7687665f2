"""Lengths of time as the sources give them (期限): different meanings, different types.

Nothing here counts; counting needs a calendar and is in ``xinfang_core.calendar``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import Attribute, field, frozen

from xinfang_core.errors import Fault, MisuseError
from xinfang_core.vocabulary import Unit

if TYPE_CHECKING:
    from xinfang_core.messages import Lang

__all__ = [
    "AnyPeriod",
    "CalendarDays",
    "ClockPeriod",
    "Hours",
    "Minutes",
    "Months",
    "Period",
    "SameDay",
    "WorkingDays",
    "WorkingHours",
    "period",
]

LONGEST = 3_660
"""Largest count of a period; no limit of the field comes near ten years of days."""


def check_count(_period: object, _attribute: Attribute[int], value: object) -> None:
    """A whole number from 1 to ``LONGEST``; zero has no stated meaning and is refused."""
    if type(value) is not int or not 1 <= value <= LONGEST:
        raise MisuseError(
            Fault("period.not_positive", (("found", repr(value)), ("most", LONGEST)), path="count")
        )


def _check_one(_period: object, _attribute: Attribute[int], value: object) -> None:
    """The day of the event is one day."""
    if type(value) is not int or value != 1:
        raise MisuseError(Fault("period.not_one", (("found", repr(value)),), path="count"))


@frozen
class WorkingDays:
    """``count`` working days (工作日): rest days are not counted, worked weekends are."""

    count: int = field(validator=check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 5个工作日."""
        return f"{self.count}个工作日" if lang == "zh" else f"{self.count} working day(s)"


@frozen
class CalendarDays:
    """``count`` calendar days (自然日): all days counted, a last day of rest moves on."""

    count: int = field(validator=check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 15日."""
        return f"{self.count}日（自然日）" if lang == "zh" else f"{self.count} calendar day(s)"


@frozen
class Months:
    """``count`` months (个月): the same day number, or the last day of a shorter month."""

    count: int = field(validator=check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 1个月."""
        return f"{self.count}个月" if lang == "zh" else f"{self.count} month(s)"


@frozen
class SameDay:
    """The very day of the event (当日，事不过夜): until 24:00 of it, worked or not.

    ``count`` is always 1, so that all periods can be read alike.
    """

    count: int = field(default=1, validator=_check_one)

    def text(self, lang: Lang = "zh") -> str:
        """当日."""
        return "当日" if lang == "zh" else "the same day"


@frozen
class Hours:
    """``count`` hours (小时) from the moment itself, day and night; never rolled."""

    count: int = field(validator=check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 24小时."""
        return f"{self.count}小时" if lang == "zh" else f"{self.count} hour(s)"


@frozen
class Minutes:
    """``count`` minutes (分钟) from the moment itself, as ``Hours``."""

    count: int = field(validator=check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 30分钟."""
        return f"{self.count}分钟" if lang == "zh" else f"{self.count} minute(s)"


@frozen
class WorkingHours:
    """``count`` hours of office time (工作小时): they run only while the office is open."""

    count: int = field(validator=check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 4个工作小时."""
        return f"{self.count}个工作小时" if lang == "zh" else f"{self.count} working hour(s)"


Period: TypeAlias = WorkingDays | CalendarDays | Months | SameDay
"""What is counted in days; all limits of the national rules are."""

ClockPeriod: TypeAlias = Hours | Minutes | WorkingHours
"""What runs from a moment to a moment (按时刻计的期限)."""

AnyPeriod: TypeAlias = Period | ClockPeriod

_BY_UNIT: dict[Unit, type[AnyPeriod]] = {
    Unit.working_day: WorkingDays,
    Unit.calendar_day: CalendarDays,
    Unit.month: Months,
    Unit.same_day: SameDay,
    Unit.hour: Hours,
    Unit.minute: Minutes,
    Unit.working_hour: WorkingHours,
}


def period(count: int, unit: Unit) -> AnyPeriod:
    """The period of ``count`` of ``unit``.

    Raises:
        MisuseError: ``count`` is not a whole number from 1 to ``LONGEST``, or not 1 for the
            same day.

    """
    return _BY_UNIT[unit](count)

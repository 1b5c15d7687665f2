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

LONGEST = 3_660
"""Largest count of a period; no limit of the field comes near ten years of days."""


def _check_count(_period: object, _attribute: Attribute[int], value: object) -> None:
    """A whole number from 1 to ``LONGEST``; zero has no stated meaning and is refused."""
    if type(value) is not int or not 1 <= value <= LONGEST:
        raise MisuseError(
            Fault("period.not_positive", (("found", repr(value)), ("most", LONGEST)), path="count")
        )


@frozen
class WorkingDays:
    """``count`` working days (工作日): rest days are not counted, worked weekends are."""

    count: int = field(validator=_check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 5个工作日."""
        return f"{self.count}个工作日" if lang == "zh" else f"{self.count} working day(s)"


@frozen
class CalendarDays:
    """``count`` calendar days (自然日): all days counted, a last day of rest moves on."""

    count: int = field(validator=_check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 15日."""
        return f"{self.count}日（自然日）" if lang == "zh" else f"{self.count} calendar day(s)"


@frozen
class Months:
    """``count`` months (个月): the same day number, or the last day of a shorter month."""

    count: int = field(validator=_check_count)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 1个月."""
        return f"{self.count}个月" if lang == "zh" else f"{self.count} month(s)"


Period: TypeAlias = WorkingDays | CalendarDays | Months

_BY_UNIT: dict[Unit, type[Period]] = {
    Unit.working_day: WorkingDays,
    Unit.calendar_day: CalendarDays,
    Unit.month: Months,
}


def period(count: int, unit: Unit) -> Period:
    """The period of ``count`` of ``unit``.

    Raises:
        MisuseError: ``count`` is not a whole number from 1 to ``LONGEST``.

    """
    return _BY_UNIT[unit](count)

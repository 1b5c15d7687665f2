"""A notice that arranges holidays (放假安排通知): of the State Council, a region or an office."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR
from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from xinfang_core.calendar.checks import check_date
from xinfang_core.calendar.plain import is_weekend
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


SETTLED_MONTH, SETTLED_DAY = 12, 28
"""Last day of a year that its own notice settles: the last three go with the next New Year."""


class Scope(Term):
    """For whom a notice arranges days (适用范围); each later one wins over those before it."""

    national = "全国"
    region = "地方"
    office = "本单位"


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


def notice_year(day: date) -> int:
    """The year of the notice that arranges ``day``: late December goes with the New Year."""
    return day.year + ((day.month, day.day) > (SETTLED_MONTH, SETTLED_DAY))


def _contradictions(notice: Notice, arranged: ArrangedDay) -> Iterator[str]:
    """Codes of what a single day of a notice contradicts."""
    day = arranged.day
    if notice.year not in {day.year, notice_year(day)}:
        yield "notice.other_year"
    first_word = notice.scope is Scope.national and not notice.amends
    if arranged.worked and not is_weekend(day) and first_word:
        yield "notice.weekday_worked"
    if arranged.worked and arranged.in_lieu:
        yield "notice.worked_in_lieu"


def _faults(notice: Notice, days: tuple[ArrangedDay, ...]) -> Iterator[Fault]:
    seen: dict[date, bool] = {}
    for position, arranged in enumerate(days):
        codes = list(_contradictions(notice, arranged))
        if arranged.day in seen:
            both = seen[arranged.day] != arranged.worked
            codes.append("notice.off_and_worked" if both else "notice.day_twice")
        seen[arranged.day] = arranged.worked
        facts = (("day", arranged.day), ("year", notice.year), ("number", notice.number))
        for code in codes:
            yield Fault(code, facts, path=f"days[{position}]")


def _check_year(_notice: object, _attribute: Attribute[int], year: object) -> None:
    if type(year) is not int or not MINYEAR <= year <= MAXYEAR:
        facts = (("found", repr(year)), ("first", MINYEAR), ("last", MAXYEAR))
        raise MisuseError(Fault("notice.year", facts, path="year"))


def _check_days(
    notice: Notice, _attribute: Attribute[tuple[ArrangedDay, ...]], days: tuple[ArrangedDay, ...]
) -> None:
    faults = tuple(_faults(notice, days))
    if faults:
        raise MisuseError(*faults)


def _check_region(notice: Notice, _attribute: Attribute[str], region: str) -> None:
    """A region has a code, and nothing else has."""
    if (notice.scope is Scope.region) != bool(region):
        facts = (("scope", notice.scope), ("found", region))
        raise MisuseError(Fault("notice.region", facts, path="region"))


def _check_whole_year(notice: Notice, _attribute: Attribute[bool], whole_year: bool) -> None:  # noqa: FBT001
    """Of the whole year only a region may be said to have no other days of its own."""
    if whole_year and notice.scope is not Scope.region:
        facts = (("scope", notice.scope),)
        raise MisuseError(Fault("notice.whole_year", facts, path="whole_year"))


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
        scope: the whole country, one region (地方), or the office of the host alone (本单位).
        region: code of the region by GB/T 2260, such as 450000 for 广西; empty elsewhere.
        whole_year: of a region: with this notice all its own days of the year are told. Until
            then an answer for that year is provisional there.
        title: name of the notice, as it is cited where it has no number.
        link: where the notice can be read; empty where not found.

    Raises:
        MisuseError: days that contradict one another or the year, all at once: a day named
            twice, a day both off and worked, a day of another year, an ordinary weekday
            declared worked by the first national notice of a year, a worked day said to be off
            in lieu; a region without code, or a code without region.

    """

    number: str
    year: int = field(validator=_check_year)
    issued: date | None = field(validator=optional(_check_day))
    days: tuple[ArrangedDay, ...] = field(validator=_check_days)
    amends: bool = False
    scope: Scope = Scope.national
    region: str = field(default="", validator=_check_region)
    whole_year: bool = field(default=False, validator=_check_whole_year)
    title: str = ""
    link: str = ""

    def known_by(self, day: date | None) -> bool:
        """Whether it was out at the end of ``day``; None: whenever it came."""
        return day is None or self.issued is None or self.issued <= day

"""A period that somebody asks to be counted (期限的请求), as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.calendar import Suspension, day_table
from xinfang_core.case.moments import day_of
from xinfang_core.codec.due import count_due, days_json, hours_faults, hours_json
from xinfang_core.codec.fields import Field
from xinfang_core.codec.requests import said_in
from xinfang_core.codec.showing import not_object
from xinfang_core.errors import Fault, MisuseError, RecordError
from xinfang_core.periods import Hours, Minutes, WorkingHours, period
from xinfang_core.refusals import shown
from xinfang_core.vocabulary import Unit

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.codec.plain import Json
    from xinfang_core.periods import AnyPeriod, Period

NEEDED = ("start", "count", "unit")
"""What each request has to say."""

SUSPENSIONS = "suspensions"
DUE_FIELDS = (
    Field("start", "起算日", "at", date),
    Field("count", "数", "count", int),
    Field("unit", "单位", "unit", Unit),
    Field("region", "地区代码", "region", str),
    Field("known_on", "所知日", "known_on", date),
    Field("explain", "逐日说明", "explain", bool),
)
"""What a request may say beside its suspensions."""

SUSPENSION_FIELDS = (
    Field("begin", "开始日", "begin", date),
    Field("end", "恢复日", "end", date),
    Field("name", "原因", "name", str),
)


@frozen
class DueAsked:
    """A request that was read.

    Attributes:
        start: the day or the moment of the event.
        period: how long; nothing in hours of office time.
        suspensions: when the clock stands still.
        region: code of the region whose days count; None: as the host set it.
        known_on: the day as of which notices are known; None: as the host set it.
        explain: whether each day is to be told.

    """

    start: date
    period: Period | Hours | Minutes
    suspensions: tuple[Suspension, ...]
    region: str | None
    known_on: date | None
    explain: bool

    def answer(self, calendar: WorkCalendar, region: str | None, known_on: date | None) -> Json:
        """The answer in the words of the wire.

        Args:
            calendar: the working days of the region, as known on the day.
            region: where they hold, told again.
            known_on: what they know, told again.

        Raises:
            MisuseError: suspensions that contradict one another, or what means nothing for hours.

        """
        length = self.period
        if isinstance(length, (Hours, Minutes)):
            faults = hours_faults(
                self.start, {SUSPENSIONS: self.suspensions, "explain": self.explain}
            )
            if faults:
                raise MisuseError(*faults)
            moment: Any = self.start  # a day alone was a fault
            return hours_json(moment, length)
        start = day_of(self.start)
        due = count_due(
            calendar,
            start,
            length,
            self.suspensions,
            known_on=known_on,
            region=region,
            place=SUSPENSIONS,
        )
        if not self.explain:
            return due.plain()
        days = day_table(calendar, start, length, suspensions=due.suspensions)
        return {**due.plain(), "day_table": days_json(days)}


def read_due(request: object) -> DueAsked:
    """A request as ``json.loads`` gives it.

    Raises:
        RecordError: every fault of the request, each with its path.
        MisuseError: a length that means nothing, or in hours of office time.

    """
    if not isinstance(request, Mapping):
        raise RecordError(not_object(request))
    said, faults = said_in(request, DUE_FIELDS, beside=(SUSPENSIONS,))
    missing = (name for name in NEEDED if request.get(name) is None)
    faults += [Fault("key.missing", (("name", name),), path=name) for name in missing]
    suspensions = _suspensions(request.get(SUSPENSIONS), faults)
    if faults:
        raise RecordError(*faults)
    return DueAsked(
        start=said["start"],
        period=_length(period(said["count"], said["unit"])),
        suspensions=suspensions,
        region=said.get("region"),
        known_on=said.get("known_on"),
        explain=said.get("explain", False),
    )


def _length(asked: AnyPeriod) -> Period | Hours | Minutes:
    if isinstance(asked, WorkingHours):
        raise MisuseError(Fault("cli.no_office_hours", path="unit"))
    return asked


def _suspensions(found: object, faults: list[Fault]) -> tuple[Suspension, ...]:
    """Those that can be read; what is wrong with the others is added to the faults."""
    if found is None:
        return ()
    if not isinstance(found, list):
        faults.append(Fault("value.not_list", (("found", shown(found)),), path=SUSPENSIONS))
        return ()
    read = (_suspension(one, f"{SUSPENSIONS}[{at}]", faults) for at, one in enumerate(found))
    return tuple(one for one in read if one is not None)


def _suspension(found: object, path: str, faults: list[Fault]) -> Suspension | None:
    if not isinstance(found, Mapping):
        faults.append(not_object(found, path))
        return None
    said, wrong = said_in(found, SUSPENSION_FIELDS)
    if found.get("begin") is None:
        wrong.append(Fault("key.missing", (("name", "begin"),), path="begin"))
    faults += [one._replace(path=f"{path}.{one.path}") for one in wrong]
    return None if wrong else Suspension(said["begin"], said.get("end"), said.get("name", ""))

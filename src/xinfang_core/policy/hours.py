"""Limits in hours (按小时计的时限): what has to stand beside one in a policy file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.periods import ClockPeriod, WorkingHours
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from xinfang_core.calendar import OfficeHours
    from xinfang_core.periods import AnyPeriod
    from xinfang_core.policy.location import Location
    from xinfang_core.sources import Table


def check_hours(
    location: Location,
    limit: Sourced[AnyPeriod] | Table[object, AnyPeriod],
    office_hours: Sourced[OfficeHours] | None = None,
    extension: Sourced[AnyPeriod] | None = None,
    *,
    inherited: bool = False,
) -> None:
    """Faults of a limit that is in hours in one of its cells, and of what stands beside it.

    Args:
        location: of the limit as a whole.
        limit: its period, or one for each of several kinds.
        office_hours: when the office is open; None where the file does not say.
        extension: by how much the limit may be extended; None where the file does not say.
        inherited: whether a variant has the office hours from what it varies.

    """
    cells = (limit,) if isinstance(limit, Sourced) else tuple(limit.cells.values())
    values = tuple(cell.value for cell in cells)
    of_office = any(isinstance(value, WorkingHours) for value in values)
    if of_office and (office_hours is None or office_hours.value is Absent.none):
        location.refuse("hours.no_office_hours")
    if office_hours is not None and not of_office and not inherited:
        location.at("office_hours").refuse("hours.needless_office_hours")
    extended = extension is not None and extension.value is not Absent.none
    if extended and any(isinstance(value, ClockPeriod) for value in values):
        location.at("extension").refuse("hours.extension")

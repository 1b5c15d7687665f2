"""When a period ends, as it is answered: one day, or between two bounds (期限届满日)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.vocabulary import Certainty


class LastDay(NamedTuple):
    """The last day of a period (期限届满日).

    Attributes:
        due: the last day; while provisional, the expected one.
        certainty: settled where published notices cover every day looked at, rolling included.
        earliest: the day before which it cannot fall; ``due`` where settled.
        latest: the day after which it is not expected to fall; ``due`` where settled.
        unrolled: the last day before any rolling; ``due`` for working days.
        awaits: year of the first notice still awaited; None where settled.
        region: code of the region whose notice is awaited; empty where it is the national one.

    """

    due: date
    certainty: Certainty
    earliest: date
    latest: date
    unrolled: date
    awaits: int | None = None
    region: str = ""

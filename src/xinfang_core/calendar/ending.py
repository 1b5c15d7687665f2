"""When a period ends, as it is answered: one day, or between two bounds (期限届满日)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from datetime import date


class LastDay(NamedTuple):
    """The last day of a period (期限届满日).

    Attributes:
        due: the last day; while provisional, the expected one.
        certainty: settled where published notices cover every day looked at, rolling included.
        earliest: the day before which it cannot fall; ``due`` where settled.
        latest: the day after which it is not expected to fall; ``due`` where settled.
        unrolled: the last day before any rolling; ``due`` for working days.
        awaits: year of the first notice that may still change it; None where settled.
        region: code of the region whose notice is awaited; empty where it is the national one.

    """

    due: date
    certainty: Certainty
    earliest: date
    latest: date
    unrolled: date
    awaits: int | None = None
    region: str = ""


def earlier_of(*answers: LastDay | None) -> LastDay | None:
    """The earlier of several last days ("以先到者为准").

    Returns:
        Settled where no notice can make another one the earlier; None where one of them is
        undetermined, or none is given.

    """
    known = [answer for answer in answers if answer is not None]
    if not known or len(known) < len(answers):
        return None
    first = min(known, key=lambda one: one.due)
    earliest, latest = min(one.earliest for one in known), min(one.latest for one in known)
    if earliest == latest:
        return first._replace(
            certainty=Certainty.settled, earliest=earliest, latest=latest, awaits=None, region=""
        )
    provisional = (one for one in known if one.awaits is not None)
    open_one = min(provisional, key=lambda one: (one.awaits, one.region))
    return first._replace(
        certainty=Certainty.provisional,
        earliest=earliest,
        latest=latest,
        awaits=open_one.awaits,
        region=open_one.region,
    )

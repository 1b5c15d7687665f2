"""What a bulletin rests on (通报的来历): no clock, and nothing of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core import __version__
from xinfang_core.documents.bulletin.blocks_of import said

if TYPE_CHECKING:
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures


def made_by(figures: Figures, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Names and values: the policy with its editions, the calendar, the day, the library."""
    policy, calendar = asked.policy, asked.calendar.provenance
    marks = {one.label: one.digest for one in (*figures.marks, *figures.pack.marks)}
    editions = ((said("made.edition", label=label), marks[label]) for label in sorted(marks))
    pinned = f"@{asked.pinned}" if asked.pinned else ""
    settled = said("made.settled", day=calendar.settled_through)
    return (
        (said("made.policy"), f"{policy.policy_id}{pinned}"),
        *editions,
        (said("reading"), asked.reading),
        (said("made.assumed"), said("made.yes" if asked.allow_assumed else "made.no")),
        (said("made.calendar"), settled),
        (said("made.calendar_digest"), calendar.digest),
        (said("made.as_of"), figures.period.as_of.isoformat()),
        (said("made.library"), f"xinfang-core {__version__}"),
    )

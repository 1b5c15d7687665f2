"""What a bulletin rests on (通报的来历): no clock, and nothing of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.maker import maker

if TYPE_CHECKING:
    from xinfang_core.documents.bulletin.asked import Asked
    from xinfang_core.documents.bulletin.figures import Figures


def made_by(figures: Figures, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Names and values: the policy with its editions, the calendar, the day, the library."""
    marks = {one.label: one for one in (*figures.marks, *figures.pack.marks)}
    return maker(
        (marks[label] for label in sorted(marks)),
        asked.calendar.provenance,
        figures.period.as_of,
        asked.reading,
        allow_assumed=asked.allow_assumed,
    )

"""What made an answer (结论的来历), so that it can be held against another one later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.policy.published import Mark


class MadeBy(NamedTuple):
    """What made an answer, beside the facts of the case and the library itself.

    Attributes:
        editions: those that applied, each with its digest, in the order of ``policy``.
        variant: the name of the other reading; None for the default one.
        calendar: the working days; its ``provenance`` says what they are made of.
        as_of: the day asked about.
        allow_assumed: whether values were used that the source does not give.

    """

    editions: tuple[Mark, ...]
    variant: str | None
    calendar: WorkCalendar
    as_of: date
    allow_assumed: bool

"""What matters first about a case (要点): in ten lines at most."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from xinfang_core.assessment.answer import outcome_text
from xinfang_core.documents.account.others import gravest_first
from xinfang_core.documents.account.wording import said
from xinfang_core.documents.blocks import Run
from xinfang_core.vocabulary import Certainty, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.assessment import Assessment
    from xinfang_core.decision import Finding
    from xinfang_core.documents.account.limits import Limit
    from xinfang_core.documents.blocks import Words

    Item = TypeVar("Item")

_MOST = {"limits": 4, "owed": 3, "findings": 3}
"""So many lines each; what is more is counted in the last of them."""

_PRESSING = (Status.overdue, Status.open, Status.late)
"""What is told first: missed and still to be done, running, missed and done."""


def summary(answer: Assessment, limits: tuple[Limit, ...]) -> tuple[Words, ...]:
    """The limits that run or were missed, what is owed next, what is out of order."""
    pressing = [one for status in _PRESSING for one in _of_status(limits, status)]
    lines = (
        *_cut("limits", [_limit(one) for one in pressing]),
        *_cut("owed", [one.text() for one in answer.obligations]),
        *_cut("findings", [_finding(one) for one in gravest_first(answer.findings)]),
    )
    return lines or (said("nothing_pressing"),)


def _of_status(limits: tuple[Limit, ...], status: Status) -> list[Limit]:
    """The limits of a status, the first to end first."""
    found = (one for one in limits if one.deadline.status is status)
    return sorted(found, key=attrgetter("deadline.due"))


def _limit(limit: Limit) -> Words:
    deadline = limit.deadline
    told = said("stands", outcome=outcome_text(limit.decision))
    if deadline.certainty is Certainty.provisional:
        told += said("bounds", earliest=deadline.earliest, latest=deadline.latest)
    return Run(limit.title, strong=True, link=limit.anchor), Run(told)


def _finding(finding: Finding) -> Words:
    facts = {"severity": finding.severity, "text": finding.reason.text()}
    return said("finding", **facts)


def _cut(name: str, lines: Sequence[Words]) -> Iterator[Words]:
    """The first lines; the last of them says how many more there are."""
    most = _MOST[name]
    yield from lines[: most - 1]
    for line in lines[most - 1 : most]:
        left = len(lines) - most
        more = (Run(said("more", count=left), faint=True),) if left else ()
        yield (*(line if isinstance(line, tuple) else (Run(line),)), *more)

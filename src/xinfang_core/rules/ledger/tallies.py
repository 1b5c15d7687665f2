"""How many matters of a collection are of each kind that rates are made of? (计数).

Source: Qiaocheng (谯城信访超市) counts what was assigned and defused, visits received and letters,
what of them was concluded and what was settled. No text says which record makes a matter one of
them, or whether what is not due yet stands among what was owed: one deployment leaves open
replies in, another takes them out. Both are data. Matters are counted, never people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision, Reason
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EvaluationState,
    EventKind,
    Grade,
    OpenMatters,
    PetitionForm,
    Settled,
    Status,
    Tally,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import History

__all__ = ["Matter", "count"]

ONE_MATTER = Citation(
    source="",
    clause="件次的计算",
    phrase="",
    basis=Basis.interpreted,
    note="一件信访事项计一件次，不计人次；未记录的按否；时限未起算或者无法确定的，不计入应办件数",
)
"""One matter counts once; what is not recorded counts as no, and no undetermined limit is owed."""


@frozen
class Params:
    """What a policy says about counting.

    Attributes:
        shown_by: the event that makes a matter one of a kind, whatever else would; declared
            over the kinds that go by an event.
        not_due: whether what is not due yet counts as owed, for each duty.

    """

    shown_by: Table[Tally, EventKind]
    not_due: Table[EventKind, OpenMatters]


@frozen
class Matter:
    """What the ledger needs of one matter; None always means: not recorded or not decided.

    Attributes:
        history: the events known on the day asked about.
        form: how the petition was brought.
        settled: whether complaint and petition have ended.
        repeated: whether it is a repeated petition.
        limits: the outcomes of its deadlines by duty: accept, notify, reply, conclude.
        rating: where the rating stands, of the one target that is counted.
        grade: the grade given.

    """

    history: History
    form: PetitionForm | None = None
    settled: Settled | None = None
    repeated: bool | None = None
    limits: Mapping[EventKind, Deadline | Undetermined | Absent] | None = None
    rating: EvaluationState | None = None
    grade: Grade | None = None


def count(matters: Iterable[Matter], params: Params) -> Decision[Mapping[Tally, int]]:
    """How many matters are of each kind.

    Args:
        matters: the collection, such as the visits received in one quarter.
        params: what makes a matter one of a kind.

    Returns:
        A count, 0 among them, for every kind that the policy lets be told from such records;
        the others are left out, and so are kinds that only the host can count.

    """
    shown = {tally: cell for tally, cell in params.shown_by.cells.items() if _told(cell)}
    duties = {duty: params.not_due[duty] for duty in _OWED if _told(params.not_due[duty])}
    counts: Counter[Tally] = Counter()
    for matter in matters:
        counts.update(_kinds(matter, shown, duties))
    known = {*_ALWAYS, *shown, *(tally for duty in duties for tally in _OWED[duty])}
    if Tally.concluded in shown:
        known |= {Tally.visits_concluded, Tally.letters_concluded}
    return Decision(
        {tally: counts[tally] for tally in Tally if tally in known},
        (_ONE_MATTER, *_reasons(shown, duties, params)),
    )


_ONE_MATTER = Reason("tallies.one_matter", (), ONE_MATTER)
_ALWAYS = (
    Tally.total,
    Tally.settled,
    Tally.visits,
    Tally.letters,
    Tally.online,
    Tally.repeated,
)
_OWED = {
    EventKind.accept: (Tally.acceptance_owed, Tally.accepted_in_time),
    EventKind.notify: (Tally.notice_owed, Tally.noticed_in_time),
    EventKind.reply: (Tally.reply_owed, Tally.replied_in_time),
    EventKind.conclude: (Tally.conclusion_owed, Tally.concluded_in_time),
    EventKind.evaluate: (
        Tally.rating_owed,
        Tally.rated,
        Tally.rated_satisfied,
        Tally.satisfied_or_overdue,
    ),
}
"""For each duty the kinds that are told from its limit: what was owed, and what was done."""

_FORMS = {
    PetitionForm.visit: (Tally.visits, Tally.visits_concluded),
    PetitionForm.letter: (Tally.letters, Tally.letters_concluded),
}
_PLEASED = frozenset({Grade.satisfied, Grade.basically_satisfied})
_DUE = frozenset({Status.met, Status.late, Status.overdue})


def _told(cell: Sourced[object]) -> bool:
    return not isinstance(cell.value, Absent)


def _kinds(
    matter: Matter,
    shown: Mapping[Tally, Sourced[EventKind]],
    duties: Mapping[EventKind, Sourced[OpenMatters]],
) -> Iterator[Tally]:
    """Every kind that one matter is of."""
    kinds = [tally for tally, cell in shown.items() if _happened(matter, cell.value)]
    yield from kinds
    for tally in _told_by_facts(matter, duties, concluded=Tally.concluded in kinds):
        if tally not in shown:
            yield tally


def _told_by_facts(
    matter: Matter, duties: Mapping[EventKind, Sourced[OpenMatters]], *, concluded: bool
) -> Iterator[Tally]:
    """The kinds that go by something else than an event."""
    yield Tally.total
    if matter.form in _FORMS:
        received, closed = _FORMS[matter.form]
        yield received
        if concluded:
            yield closed
    if matter.form is PetitionForm.network:
        yield Tally.online
    if matter.settled is Settled.yes:
        yield Tally.settled
    if matter.repeated:
        yield Tally.repeated
    for duty, not_due in duties.items():
        counted = not_due.value is OpenMatters.counted
        if duty is EventKind.evaluate:
            yield from _rating(matter, open_counted=counted)
        else:
            yield from _limit(matter, duty, open_counted=counted)


def _happened(matter: Matter, kind: EventKind | Absent) -> bool:
    return not isinstance(kind, Absent) and matter.history.first(kind) is not None


def _limit(matter: Matter, duty: EventKind, *, open_counted: bool) -> Iterator[Tally]:
    """Whether the duty was owed, and whether it was done in time."""
    limit = matter.limits.get(duty) if matter.limits else None
    if not isinstance(limit, Deadline):
        return
    owed, in_time = _OWED[duty]
    if limit.status in _DUE or (open_counted and limit.status is Status.open):
        yield owed
    if limit.status is Status.met:
        yield in_time


def _rating(matter: Matter, *, open_counted: bool) -> Iterator[Tally]:
    """Whether a rating was owed, whether it was given, and whether it pleases."""
    state = matter.rating
    if state is None or (state is EvaluationState.unrated and not open_counted):
        return
    yield Tally.rating_owed
    if state is EvaluationState.rated:
        yield Tally.rated
        if matter.grade in _PLEASED:
            yield Tally.rated_satisfied
            yield Tally.satisfied_or_overdue
    elif state is EvaluationState.overdue_unrated:
        yield Tally.satisfied_or_overdue


def _reasons(
    shown: Mapping[Tally, Sourced[EventKind]],
    duties: Mapping[EventKind, Sourced[OpenMatters]],
    params: Params,
) -> Iterator[Reason]:
    """By what each kind is told, and which duties cannot be counted."""
    for tally, cell in shown.items():
        told = (("tally", tally), ("event", cell.value))
        yield Reason("tallies.shown_by", told, cell.citation)
    for duty in _OWED:
        if duty in duties:
            facts = (("duty", duty), ("counting", duties[duty].value))
            yield Reason("tallies.not_due", facts, duties[duty].citation)
        else:
            yield Reason("tallies.not_told", (("duty", duty),), params.not_due[duty].citation)

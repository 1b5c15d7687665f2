"""Which pace does the matter follow? (工作类别).

Source: Qiaocheng (谯城“13710”工作法). The 3 and the 7 are for general work that has no date of its
own, the second 1 for major problems and some complex ones. Which complex ones, the source does
not say; nor whether a major problem that was given a date keeps its month.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Undetermined, WorkKind

MAJOR_FIRST = Citation(
    source="",
    clause="重大问题与明确时间节点并存",
    phrase="",
    basis=Basis.interpreted,
    note="“没有明确时间节点”只限定一般性工作；重大、复杂问题另有时间节点的，两个期限并列，都要遵守",
)
"""A date of its own takes only general work out of its pace; a major problem keeps its month."""


@frozen
class Params:
    """What kind of work the recorded facts make it.

    Attributes:
        of_major: a matter recorded as major.
        of_complicated: a matter recorded as complex.
        of_own_deadline: a matter that was given a date of its own.
        default: any other.

    """

    of_major: Sourced[WorkKind]
    of_complicated: Sourced[WorkKind]
    of_own_deadline: Sourced[WorkKind]
    default: Sourced[WorkKind]


def decide(
    own_deadline: date | None, *, major: bool | None, complicated: bool | None, params: Params
) -> Decision[WorkKind]:
    """The kind of work.

    Args:
        own_deadline: the day that a superior set for this matter; None where none was set.
        major: whether the matter is major.
        complicated: whether it is complex. None is "not recorded", read as no with a reason.
        params: the policy's kinds.

    """
    if major:
        return _kind(params.of_major, _IS_MAJOR, *_beside(own_deadline))
    if complicated:
        return _kind(params.of_complicated, _IS_COMPLICATED, *_beside(own_deadline))
    unknown = (_NOT_RECORDED,) if major is None or complicated is None else ()
    if own_deadline is not None:
        facts = (("day", own_deadline),)
        return _kind(params.of_own_deadline, Reason("work_kind.own_deadline", facts), *unknown)
    return _kind(params.default, *unknown)


def apply(context: Context, params: Params) -> Decision[WorkKind]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(case.own_deadline, major=case.major, complicated=case.complicated, params=params)


_IS_MAJOR = Reason("work_kind.is_major")
_IS_COMPLICATED = Reason("work_kind.is_complicated")
_NOT_RECORDED = Reason("work_kind.not_recorded")


def _beside(own_deadline: date | None) -> tuple[Reason, ...]:
    """That a date of its own stands beside the month of a major problem."""
    if own_deadline is None:
        return ()
    return (Reason("work_kind.own_deadline_beside", (("day", own_deadline),), MAJOR_FIRST),)


def _kind(kind: Sourced[WorkKind], *why: Reason) -> Decision[WorkKind]:
    if isinstance(kind.value, Absent):
        return Decision(Undetermined.undetermined, (*why, silence(kind)))
    taken = Reason("work_kind.taken", (("kind", kind.value),), kind.citation)
    return Decision(kind.value, (*why, taken))

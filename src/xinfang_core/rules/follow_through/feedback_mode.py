"""In which way is the result made known? (反馈方式).

Source: Yubei (渝北“三级服务中心”), part five, third system. A person is told the result by
telephone and called again later; the result of what a group brought is put up on the notice boards
of street and village; where policy keeps a matter from being resolved at once, the departments
responsible meet the people face to face. The text does not say which of these comes first where
two fit, nor how many people are a group. What accusers bring is kept secret (信访工作条例 Art. 30),
so that it never goes on a board, however many they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case import since_last
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, outcome_of, silence
from xinfang_core.obligation import Duty
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseClass,
    EventKind,
    FeedbackCase,
    FeedbackMode,
    PetitionSize,
    Role,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Event, History
    from xinfang_core.rules.kind import Kind

PRECEDENCE = Citation(
    source="",
    clause="反馈方式的先后",
    phrase="",
    basis=Basis.interpreted,
    note="政策性问题尚无结果可告知或者公示，先于个人、群体之分；是否群体取集体信访的认定；未记录的视为否，以电话告知而不公示",
)
"""What policy delays comes first, then a group; what is not recorded is not put on a board."""

SECRECY = Citation(
    source="信访工作条例",
    clause="第三十条",
    phrase="",
    basis=Basis.interpreted,
    note="检举控告的材料和有关情况不得透露，故不以群体公示，逐人告知；未记录事项类别的，在认定不属检举控告之前同样不公示",
)
"""What is, or may be, an accusation is told to each person and put on no board."""

_KEPT_SECRET = Reason("feedback_mode.accusation", (), SECRECY)
_MAY_BE_SECRET = Reason("feedback_mode.class_unknown", (), SECRECY)

_NOT_RECORDED: dict[tuple[bool, bool], tuple[Reason, ...]] = {
    (policy, group): tuple(
        Reason("feedback_mode.not_recorded", (("case", case),), PRECEDENCE)
        for case, unknown in ((FeedbackCase.policy_bound, policy), (FeedbackCase.group, group))
        if unknown
    )
    for policy in (True, False)
    for group in (True, False)
}


@frozen
class Params:
    """What a policy says about making results known.

    Attributes:
        mode: the way for each kind of matter.
        follow_up: for a kind of matter, what has to follow; declared over the kinds that the
            source gives one for.

    """

    mode: Table[FeedbackCase, FeedbackMode]
    follow_up: Table[FeedbackCase, EventKind]


def decide(
    size: PetitionSize | Undetermined | Absent | None,
    case_class: CaseClass | Undetermined | Absent | None,
    history: History,
    params: Params,
    *,
    policy_bound: bool | None,
) -> Decision[FeedbackMode]:
    """The way in which the result is made known, and whether it was.

    Args:
        size: the outcome of ``group_petition``; what is not known is read as no group, with a
            reason.
        case_class: the outcome of ``case_class``; what may be an accusation is not published.
        history: the events known on the day asked about.
        params: the policy's ways.
        policy_bound: whether policy keeps the matter from being resolved at once; None is "not
            recorded", read as no with a reason.

    """
    case, unknown = _case(size, case_class, policy_bound)
    wanted = params.mode[case]
    if isinstance(wanted.value, Absent):
        return Decision(Undetermined.undetermined, (*unknown, silence(wanted)))
    facts = (("case", case), ("mode", wanted.value))
    reasons = (*unknown, Reason("feedback_mode.by_case", facts, wanted.citation))
    told, leaked = _since_reopening(EventKind.inform, history), _leaked(case_class, history)
    if not told:
        return Decision(wanted.value, reasons, (*leaked, *_untold(case, wanted, history)))
    right = tuple(event for event in told if event.mode is wanted.value)
    if not right:
        other = (("mode", wanted.value), ("found", tuple(event.mode for event in told)))
        wrong = Reason("feedback_mode.other_mode", other, wanted.citation)
        return Decision(wanted.value, reasons, (*leaked, Finding(Severity.warning, wrong, _INFORM)))
    later = _not_followed(params.follow_up[case], history)
    return Decision(wanted.value, reasons, (*leaked, *later))


def apply(context: Context, params: Params, kind: Kind) -> Decision[FeedbackMode]:
    """The answer about the case of ``context``."""
    case = context.case
    size = outcome_of(kind.group_petition)
    which = outcome_of(kind.case_class, case.case_class)
    return decide(size, which, context.history, params, policy_bound=case.policy_bound)


def _case(
    size: PetitionSize | Undetermined | Absent | None,
    case_class: CaseClass | Undetermined | Absent | None,
    policy_bound: bool | None,  # noqa: FBT001 - a recorded fact
) -> tuple[FeedbackCase, tuple[Reason, ...]]:
    """The kind of matter, what was not recorded on the way to it, and what is kept secret."""
    if policy_bound:
        return FeedbackCase.policy_bound, ()
    unknown = _NOT_RECORDED[policy_bound is None, not isinstance(size, PetitionSize)]
    if size is not PetitionSize.group:
        return FeedbackCase.individual, unknown
    if case_class is CaseClass.accusation:
        return FeedbackCase.individual, (*unknown, _KEPT_SECRET)
    if not isinstance(case_class, CaseClass):
        return FeedbackCase.individual, (*unknown, _MAY_BE_SECRET)
    return FeedbackCase.group, unknown


def _leaked(
    case_class: CaseClass | Undetermined | Absent | None, history: History
) -> tuple[Finding, ...]:
    """That an accusation was put on a board, whatever else was done and whenever."""
    if case_class is not CaseClass.accusation:
        return ()
    boards = [one for one in history.all(EventKind.inform) if one.mode is _BOARD]
    if not boards:
        return ()
    reason = Reason("feedback_mode.published", (("at", boards[0].day),), SECRECY)
    return (Finding(Severity.violation, reason),)


_BOARD = FeedbackMode.notice_board


def _since_reopening(kind: EventKind, history: History) -> tuple[Event, ...]:
    """The events of a kind that still stand: a matter opened again is told again."""
    return since_last(history, EventKind.reopen, kind)


def _untold(
    case: FeedbackCase, wanted: Sourced[FeedbackMode], history: History
) -> tuple[Finding, ...]:
    """That nobody was told, where there is something to tell."""
    begun = case is FeedbackCase.policy_bound and history.first(EventKind.accept)
    ended = (EventKind.conclude, EventKind.reply)
    if not begun and not any(_since_reopening(kind, history) for kind in ended):
        return ()
    facts = (("case", case), ("mode", wanted.value))
    reason = Reason("feedback_mode.not_told", facts, wanted.citation)
    return (Finding(Severity.notice, reason, _INFORM),)


_INFORM = Duty(EventKind.inform, Role.handling_body, Role.petitioner)


def _not_followed(wanted: Sourced[EventKind], history: History) -> tuple[Finding, ...]:
    """That what has to follow is not on record."""
    if isinstance(wanted.value, Absent) or _since_reopening(wanted.value, history):
        return ()
    facts = (("event", wanted.value),)
    reason = Reason("feedback_mode.not_followed", facts, wanted.citation)
    return (Finding(Severity.notice, reason, _REVISIT),)


_REVISIT = Duty(EventKind.revisit, Role.handling_body, Role.petitioner)

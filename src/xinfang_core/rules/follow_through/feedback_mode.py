"""In which way is the result made known? (反馈方式).

Source: Yubei (渝北“三级服务中心”), part five, third system. A person is told the result by
telephone and called again later; the result of what a group brought is put up on the notice boards
of street and village; where policy keeps a matter from being resolved at once, the departments
responsible meet the people face to face. The text does not say what holds where two fit, so that
both do, nor how many people are a group. What accusers bring is kept secret (信访工作条例 Art. 30),
so that it never goes on a board, however many they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case.standing import since_last
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
    from collections.abc import Iterator

    from xinfang_core.case import Event, History
    from xinfang_core.rules.kind import Kind

SIDE_BY_SIDE = Citation(
    source="",
    clause="反馈方式的适用",
    phrase="",
    basis=Basis.interpreted,
    note="是否群体取集体信访的认定；政策性问题与个人、群体之分可以并存，并存的各按其方式；未记录的视为否，以电话告知而不公示",
)
"""Ways that both fit both hold; what is not recorded is not put on a board."""

SECRECY = Citation(
    source="信访工作条例",
    clause="第三十条",
    phrase="",
    basis=Basis.interpreted,
    note="检举控告的材料和有关情况不得透露，故不以群体公示，逐人告知；未记录事项类别的，在认定不属检举控告之前同样不公示",
)
"""What is, or may be, an accusation is told to each person and put on no board."""

_READ = Reason("feedback_mode.side_by_side", (), SIDE_BY_SIDE)
_KEPT_SECRET = Reason("feedback_mode.accusation", (), SECRECY)
_MAY_BE_SECRET = Reason("feedback_mode.class_unknown", (), SECRECY)

_POLICY_NOT_RECORDED, _SIZE_NOT_RECORDED = (
    Reason("feedback_mode.not_recorded", (("case", case),), SIDE_BY_SIDE)
    for case in (FeedbackCase.policy_bound, FeedbackCase.group)
)


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
) -> Decision[tuple[FeedbackMode, ...]]:
    """The ways in which the result is made known, and whether it was.

    Args:
        size: the outcome of ``group_petition``; what is not known is read as no group, with a
            reason.
        case_class: the outcome of ``case_class``; what may be an accusation is not published.
        history: the events known on the day asked about.
        params: the policy's ways.
        policy_bound: whether policy keeps the matter from being resolved at once; None is "not
            recorded", read as no with a reason.

    """
    first, unknown = _case(size, case_class)
    if policy_bound is None:
        unknown = (_POLICY_NOT_RECORDED, *unknown)
    cases = (first, FeedbackCase.policy_bound) if policy_bound else (first,)
    ways: list[tuple[FeedbackCase, FeedbackMode]] = []
    reasons = [*unknown]
    for case in cases:
        wanted = params.mode[case]
        if isinstance(wanted.value, Absent):
            return Decision(Undetermined.undetermined, (*unknown, silence(wanted)))
        ways.append((case, wanted.value))
        facts = (("case", case), ("mode", wanted.value))
        reasons.append(Reason("feedback_mode.by_case", facts, wanted.citation))
    found = (*_leaked(case_class, history), *_left_out(ways, history, params))
    return Decision(tuple(mode for _, mode in ways), (*reasons, _READ), found)


def apply(context: Context, params: Params, kind: Kind) -> Decision[tuple[FeedbackMode, ...]]:
    """The answer about the case of ``context``."""
    case = context.case
    size = outcome_of(kind.group_petition)
    which = outcome_of(kind.case_class, case.case_class)
    return decide(size, which, context.history, params, policy_bound=case.policy_bound)


def _case(
    size: PetitionSize | Undetermined | Absent | None,
    case_class: CaseClass | Undetermined | Absent | None,
) -> tuple[FeedbackCase, tuple[Reason, ...]]:
    """One person's or a group's, what was not recorded on the way to it, what is kept secret."""
    if not isinstance(size, PetitionSize):
        return FeedbackCase.individual, (_SIZE_NOT_RECORDED,)
    if size is not PetitionSize.group:
        return FeedbackCase.individual, ()
    if case_class is CaseClass.accusation:
        return FeedbackCase.individual, (_KEPT_SECRET,)
    if not isinstance(case_class, CaseClass):
        return FeedbackCase.individual, (_MAY_BE_SECRET,)
    return FeedbackCase.group, ()


def _left_out(
    ways: list[tuple[FeedbackCase, FeedbackMode]], history: History, params: Params
) -> Iterator[Finding]:
    """That nobody was told, or in other ways only, or that what has to follow did not."""
    told = {event.mode for event in _since_reopening(EventKind.inform, history) if event.mode}
    wanted = tuple(mode for _, mode in ways)
    if told.isdisjoint(wanted):
        others = tuple(mode for mode in FeedbackMode if mode in told)
        if others:
            facts = (("modes", wanted), ("found", others))
            cited = params.mode[ways[0][0]].citation
            wrong = Reason("feedback_mode.other_mode", facts, cited)
            yield Finding(Severity.warning, wrong, _INFORM)
            return
    for case, mode in ways:
        if mode in told:
            yield from _not_followed(params.follow_up[case], history)
        else:
            yield from _untold(case, params.mode[case], history)


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

"""Where a limit stands that can start again (多轮办理的期限): the last round, and those before it.

A matter is taken up anew after a reopening, or by another body after an objection. A limit that
starts anew is judged for the round that stands; what became of it before stays told.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from xinfang_core.case.rounds import is_accepted, join_rounds, rounds_of
from xinfang_core.deadline import MISSED, Deadline, undetermined
from xinfang_core.decision import Decision, Finding, Reason
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Absent, Basis, EventKind, Severity, Status, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from xinfang_core.case import History
    from xinfang_core.case.rounds import Round

    Judge = Callable[[History, date], Decision[Deadline]]
    JudgeTurn = Callable[[date, date | None, date], Decision[Deadline]]

SECOND_ROUND = Citation(
    source="",
    clause="重新办理后的期限",
    phrase="",
    basis=Basis.interpreted,
    note="重新办理后又受理的，自该次受理起为新一轮，各项期限另行起算；未再受理的，新一轮不起算，不认定逾期；此前一轮是否按期不变",
)
"""After a reopening a round begins with its own acceptance, and the one before stays judged."""

OTHER_BODY = Citation(
    source="",
    clause="异议之后的转送、交办",
    phrase="",
    basis=Basis.interpreted,
    note="提出异议之后再转送、交办的，视为转至另一机关，该机关的期限另行起算；之前没有异议的，不重新起算",
)
"""A passing-on after an objection goes to another body, whose limits are its own."""

ASKED_AGAIN = Citation(
    source="",
    clause="再次申请复查、复核",
    phrase="",
    basis=Basis.interpreted,
    note="已有意见或者已重新办理后再次申请的，期限自该次申请另行起算；此前一次是否按期不变",
)
"""A request after the opinion, or after a reopening, starts the limit once more."""

_ASSUMED = Basis.assumed
_LATE_BEFORE = "deadline.late_before"
_ACCEPT, _OBJECT, _REOPEN = EventKind.accept, EventKind.object, EventKind.reopen


def in_rounds(
    judge_round: Judge,
    history: History,
    as_of: date,
    starts: Sequence[Step | Absent],
    *,
    anew: bool = False,
) -> Decision[Deadline]:
    """Where a limit stands in the last round in which it starts; the rounds before stay told.

    Args:
        judge_round: where the limit stands by the events of one round on a day.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        starts: the events that start the limit.
        anew: whether a reopening takes back what meets the limit, so that it has to be met anew.

    """
    if history.day(_REOPEN) is None and history.day(_OBJECT) is None:
        return judge_round(history, as_of)
    rounds = join_rounds(rounds_of(history), starts, anew=anew)
    if len(rounds) == 1:
        return judge_round(rounds[0].history, as_of)
    decision = judge_round(rounds[-1].history, as_of)
    lacking = _lacking(rounds, starts, decision)
    if lacking is not None:
        decision = undetermined(lacking)._replace(findings=decision.findings)
    before = (
        (by.kind, by.day, judge_round(one.history, by.day))
        for place, (one, (_, by)) in enumerate(pairwise(rounds), 1)
        if by is not None and is_accepted(rounds[:place])
    )
    return _with_earlier(decision, before)


def in_turns(
    judge_turn: JudgeTurn,
    asked: EventKind,
    turns: Sequence[tuple[date, date | None]],
    as_of: date,
) -> Decision[Deadline]:
    """As ``in_rounds`` for a limit that each new request starts: the last one stands.

    Args:
        judge_turn: where the limit stands by the days of a request and its answer, on a day.
        asked: the request.
        turns: the days of each request and of its answer, oldest first; at least one.
        as_of: the day asked about.

    """
    decision = judge_turn(*turns[-1], as_of)
    if len(turns) == 1:
        return decision
    before = ((asked, after, judge_turn(*turn, after)) for turn, (after, _) in pairwise(turns))
    return _with_earlier(decision, before)


def _with_earlier(
    decision: Decision[Deadline], before: Iterable[tuple[Step, date, Decision[Deadline]]]
) -> Decision[Deadline]:
    """The decision about the last round, and what became of each round before it.

    Args:
        decision: about the last round.
        before: of each earlier round what ended it, when, and where the limit stood then.

    """
    told: list[Reason] = []
    findings: list[Finding] = []
    for by, at, earlier in before:
        # What was out of order stays told; nobody owes anything for it any more.
        findings += [_kept(finding, earlier) for finding in earlier.findings]
        for reason in _verdict(by, at, earlier):
            told.append(reason)
            if reason.code == _LATE_BEFORE:
                findings.append(Finding(Severity.warning, reason))
    return Decision(decision.outcome, (*told, *decision.reasons), (*findings, *decision.findings))


def _kept(finding: Finding, earlier: Decision[Deadline]) -> Finding:
    """What an earlier round had out of order: it is no firmer than the limit of that round."""
    reason = finding.reason
    if earlier.basis is _ASSUMED:
        reason = reason._replace(citation=earlier.weakest)
    return Finding(finding.severity, reason)


def was_missed(decision: Decision[object]) -> bool:
    """Whether a limit passed before it was met, in the last round or in one before it."""
    outcome = decision.outcome
    if isinstance(outcome, Deadline) and outcome.status in MISSED:
        return True
    # Nearly always there are none, and nothing to look at.
    found = decision.findings
    return bool(found) and any(one.reason.code == _LATE_BEFORE for one in found)


def _lacking(
    rounds: Sequence[Round], starts: Sequence[Step | Absent], decision: Decision[Deadline]
) -> Reason | None:
    """Why the limit of a reopened round cannot be told yet; None where it can."""
    by, outcome = rounds[-1].begun_by, decision.outcome
    if by is None or by.kind is not _REOPEN or not isinstance(outcome, Deadline):
        return None
    if not is_accepted(rounds):
        wanted: Step = _ACCEPT
    elif outcome.status is Status.not_started:
        wanted = next((kind for kind in starts if not isinstance(kind, Absent)), _ACCEPT)
    else:
        return None
    facts = (("at", by.day), ("event", wanted))
    return Reason("deadline.not_taken_up", facts, SECOND_ROUND, (wanted.name,))


_READ_AS: dict[Step, Citation] = {
    _REOPEN: SECOND_ROUND,
    EventKind.transfer: OTHER_BODY,
    EventKind.assign: OTHER_BODY,
}


def _verdict(by: Step, at: date, decision: Decision[Deadline]) -> Iterator[Reason]:
    """Where the limit of an earlier round stood when that round ended, if anything can be said."""
    outcome = decision.outcome
    if not isinstance(outcome, Deadline) or outcome.due is None or outcome.status is Status.open:
        return
    status = outcome.status
    if status is Status.overdue:
        # The act may only be missing from the record, since the matter went on.
        status = Status.undetermined
    facts = (("event", by), ("at", at), ("status", status), ("due", outcome.due))
    # That it stood so is no firmer than the limit itself.
    cited = decision.weakest if decision.basis is _ASSUMED else _READ_AS.get(by, ASKED_AGAIN)
    if status is not Status.late:
        yield Reason("deadline.before", facts, cited)
    else:
        days = ("days", outcome.overdue_working_days)
        yield Reason(_LATE_BEFORE, (*facts, days), cited)

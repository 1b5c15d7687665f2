"""Which steps of the service are on record, and which are missing? (闭环环节).

Source: Gongshu (拱墅信访超市、信访法治化): whoever is asked first serves the petitioner through six
steps: acceptance, handling, evaluation, tracking, supervision, conclusion. At each stage of a
dispute five steps close the loop: acceptance, feedback, evaluation, revisit, supervision. The six
name evaluation before conclusion; elsewhere the same source has petitioners rate after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from xinfang_core import messages
from xinfang_core.case import History
from xinfang_core.case.standing import effective_day
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.messages import Lang
from xinfang_core.obligation import Duty, Owed
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Role,
    ServiceStep,
    Severity,
    Undetermined,
)

NOT_A_SEQUENCE = Citation(
    source="",
    clause="服务环节的先后",
    phrase="",
    basis=Basis.interpreted,
    note="六项服务把评价列在办结之前，双评又称办结后评价；按并列理解，不论先后，有记录即为完成；办结或者销号后核对",
)
"""The lists are no sequences: a step on record is done; checked once the case is closed."""

SHOWN_BY = Citation(
    source="",
    clause="服务环节的认定",
    phrase="",
    basis=Basis.interpreted,
    note="“跟踪”无单独登记事项，见面、电话联系、反馈、报告进展有其一即可；答复、告知结果也是反馈；办结、答复即已办理",
)
"""Which events show that a step was taken."""

_EVENTS = {
    ServiceStep.accept: (EventKind.accept,),
    ServiceStep.handle: (EventKind.handle, EventKind.conclude, EventKind.reply),
    ServiceStep.feed_back: (EventKind.feed_back, EventKind.inform, EventKind.reply),
    ServiceStep.evaluate: (EventKind.evaluate,),
    ServiceStep.revisit: (EventKind.revisit,),
    ServiceStep.track: (EventKind.meet, EventKind.call, EventKind.feed_back, EventKind.report),
    ServiceStep.supervise: (EventKind.supervise,),
    ServiceStep.conclude: (EventKind.conclude, EventKind.write_off),
}


@frozen
class Params:
    """What a policy says about the steps.

    Attributes:
        service: the steps of the service for one matter.
        loop: the steps that close the loop at each stage of a dispute.
        revisit_by: who owes the revisit.

    """

    service: CitedList[ServiceStep]
    loop: CitedList[ServiceStep]
    revisit_by: Sourced[Role]


@frozen
class Loop:
    """Which steps are on record.

    Attributes:
        done: the steps of either list that are on record.
        undone: those that are not; before the matter is closed they are still to come.
        closed: whether the matter is concluded or written off.
        revisit_by: who owes the revisit of a closed matter; None where none is owed, or where
            the source does not say who.

    """

    done: tuple[ServiceStep, ...]
    undone: tuple[ServiceStep, ...]
    closed: bool
    revisit_by: Role | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The steps that are missing."""
        code = "service_loop.text_closed" if self.closed else "service_loop.text_open"
        return messages.render(code, {"missing": self.undone}, lang)


def decide(history: History, params: Params) -> Decision[Loop]:
    """Which steps of the service are on record, and which are missing.

    Args:
        history: the events known on the day asked about.
        params: the policy's lists.

    Returns:
        The steps; findings only where the matter is closed: a warning where it was written off
        without a revisit, else a notice.

    """
    for listed in (params.service, params.loop):
        if listed.absent is Absent.silent:
            unknown = silence(listed)
            return Decision(Undetermined.undetermined, (unknown,))
    shown = tuple([effective_day(history, kind) is not None for kind in _KINDS])
    done, missing, *gaps = _split(shown, params.service.values, params.loop.values)
    written_off = effective_day(history, EventKind.write_off) is not None
    closed = written_off or effective_day(history, EventKind.conclude) is not None
    facts = (("done", done), ("missing", missing))
    code = "service_loop.closed" if closed else "service_loop.open"
    reasons = (Reason(code, facts, params.loop.citation), _READ, _SHOWN)
    if not closed:
        return Decision(Loop(done, missing, closed), reasons)
    owed = ServiceStep.revisit in missing
    by = params.revisit_by.value if owed else None
    role = None if isinstance(by, Absent) else by
    found = _findings(tuple(gaps), params, revisit_missing=owed, written_off=written_off)
    return Decision(Loop(done, missing, closed, role), reasons, tuple(found))


def apply(context: Context, params: Params) -> Decision[Loop]:
    """The answer about the case of ``context``."""
    return decide(context.history, params)


def owed(outcome: Loop) -> Iterator[Owed]:
    """The revisit of a closed matter."""
    if outcome.revisit_by:
        yield Owed(Duty(EventKind.revisit, outcome.revisit_by, Role.petitioner))


Steps = tuple[ServiceStep, ...]
Listed = tuple[ServiceStep | Absent, ...]
_KINDS = tuple({kind: None for kinds in _EVENTS.values() for kind in kinds})


def _split(shown: tuple[bool, ...], service: Listed, loop: Listed) -> tuple[Steps, ...]:
    """The steps that are on record, those that are not, and each list's gaps but the revisit."""
    there = {kind for kind, found in zip(_KINDS, shown, strict=True) if found}
    asked = [step for step in _EVENTS if step in service or step in loop]
    missing = tuple(step for step in asked if there.isdisjoint(_EVENTS[step]))
    gaps = [step for step in missing if step is not ServiceStep.revisit]
    return (
        tuple(step for step in asked if step not in missing),
        missing,
        tuple(step for step in gaps if step in service),
        tuple(step for step in gaps if step in loop),
    )


_READ = Reason("service_loop.no_sequence", (), NOT_A_SEQUENCE)
_SHOWN = Reason("service_loop.shown_by", (), SHOWN_BY)


def _findings(
    gaps: tuple[Steps, ...], params: Params, *, revisit_missing: bool, written_off: bool
) -> Iterator[Finding]:
    """What a closed matter lacks; the revisit apart, since somebody still owes it."""
    service, loop = params.service, params.loop
    if revisit_missing:
        listed = loop if ServiceStep.revisit in loop.values else service
        reason = Reason("service_loop.no_revisit", (), listed.cited(ServiceStep.revisit))
        yield Finding(Severity.warning if written_off else Severity.notice, reason)
    if gaps[0]:
        facts = (("steps", gaps[0]),)
        reason = Reason("service_loop.service_missing", facts, service.citation)
        yield Finding(Severity.notice, reason)
    if gaps[1]:
        facts = (("steps", gaps[1]),)
        yield Finding(Severity.notice, Reason("service_loop.loop_missing", facts, loop.citation))

"""What follows, and how well was it done? (后续与评价): its rules, in order.

A rule stands here three times: what its policies say of it, what it answers, and its call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from xinfang_core.deadline import Deadline
from xinfang_core.deadline_rounds import was_missed
from xinfang_core.decision import RuleName
from xinfang_core.declared import ladder
from xinfang_core.ladder import Climbed, Measured
from xinfang_core.measuring import measured, started_on
from xinfang_core.obligation import Delay, Overseen
from xinfang_core.refusals import unknown_declared
from xinfang_core.rules.follow_through import (
    accountability,
    admissibility,
    copied_notice,
    dual_appraisal,
    exposure,
    feedback_mode,
    follow_up,
    incentive,
    satisfaction,
    service_loop,
    suggestion,
    supervision,
    supervision_letters,
    visit_guidance,
    weekly_meeting,
    write_off,
)
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import Absent, Conduct, Declared, Level, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.context import Context
    from xinfang_core.decision import Decision
    from xinfang_core.rules.follow_through.dual_appraisal import Appraisal
    from xinfang_core.rules.follow_through.follow_up import Followed
    from xinfang_core.rules.follow_through.incentive import Award
    from xinfang_core.rules.follow_through.satisfaction import Satisfaction
    from xinfang_core.rules.follow_through.service_loop import Loop
    from xinfang_core.rules.follow_through.suggestion import Suggested
    from xinfang_core.rules.follow_through.supervision import Supervision
    from xinfang_core.rules.follow_through.weekly_meeting import Meetings
    from xinfang_core.rules.follow_through.write_off import Closure
    from xinfang_core.rules.kind import Kind
    from xinfang_core.rules.limits import Limits
    from xinfang_core.rules.people import People
    from xinfang_core.vocabulary import (
        FeedbackMode,
        GuidanceStep,
        Intake,
        Step,
        SupervisionStep,
    )

_NO_DECISIONS: Mapping[Declared, Decision[Step]] = {}


class Own(NamedTuple):
    """What the policy declares itself that is needed here.

    Attributes:
        ladders: its ladders.
        bodies: by one of its limits who is bound by it.

    """

    ladders: Mapping[Declared, ladder.Params]
    bodies: Mapping[str, Role]


@frozen
class FollowThroughParams:
    """What the policies say of each rule; None where they have it not."""

    admissibility: admissibility.Params | None = None
    visit_guidance: visit_guidance.Params | None = None
    weekly_meeting: weekly_meeting.Params | None = None
    follow_up: follow_up.Params | None = None
    feedback_mode: feedback_mode.Params | None = None
    service_loop: service_loop.Params | None = None
    write_off: write_off.Params | None = None
    supervision: supervision.Params | None = None
    suggestion: suggestion.Params | None = None
    supervision_letters: supervision_letters.Params | None = None
    copied_notice: copied_notice.Params | None = None
    exposure: exposure.Params | None = None
    accountability: accountability.Params | None = None
    satisfaction: satisfaction.Params | None = None
    dual_appraisal: dual_appraisal.Params | None = None
    incentive: incentive.Params | None = None


@frozen(slots=False)
class FollowThrough:
    """Care, supervision and quality; None where the policies lack the rule.

    The ladders that a policy declares itself stand in ``declared``, and are asked for by their
    key: ``follow_through["cards"]``.
    The rules of the library are attributes, not keys.
    """

    admissibility: Decision[Intake] | None = None
    visit_guidance: Decision[tuple[GuidanceStep, ...]] | None = None
    weekly_meeting: Decision[Meetings] | None = None
    follow_up: Decision[Followed] | None = None
    feedback_mode: Decision[tuple[FeedbackMode, ...]] | None = None
    service_loop: Decision[Loop] | None = None
    write_off: Decision[Closure] | None = None
    supervision: Decision[Supervision] | None = None
    suggestion: Decision[Suggested] | None = None
    supervision_letters: Decision[SupervisionStep] | None = None
    copied_notice: Decision[SupervisionStep] | None = None
    exposure: Decision[SupervisionStep] | None = None
    accountability: Decision[SupervisionStep] | None = None
    satisfaction: Decision[Satisfaction] | None = None
    dual_appraisal: Decision[Appraisal] | None = None
    incentive: Decision[Award] | None = None
    declared: Mapping[Declared, Decision[Step]] = _NO_DECISIONS

    def __contains__(self, name: object) -> bool:
        """Whether the policy declares something of that key here."""
        return any(one.name == name for one in self.declared)

    def __iter__(self) -> Iterator[str]:
        """The keys of what the policy declares here."""
        return (one.name for one in self.declared)

    def __getitem__(self, name: str) -> Decision[Step]:
        """Which step is reached of a ladder that the policy declares itself.

        Raises:
            UnknownNameError: it declares none of that name; the nearest one is offered.

        """
        found = self.declared.get(Declared(name))
        if found is None:
            known = (one.name for one in self.declared)
            raise unknown_declared("own_ladder.unknown", name, known, "follow_through")
        return found


def decide_follow_through(
    context: Context,
    p: FollowThroughParams,
    kind: Kind,
    people: People,
    limits: Limits,
    local: frozenset[str],
    own: Own,
) -> FollowThrough:
    """Care, supervision and quality; ``local`` are the rules that the local edition gives.

    ``own`` are the limits and ladders that the policy declares itself.
    """
    ask = context.ask
    delay = _delay(context, limits)
    reached = {one: _reached(context, one, getattr(p, one), limits, local, own) for one in _LADDERS}
    return FollowThrough(
        admissibility=ask(admissibility.apply, p.admissibility),
        visit_guidance=ask(visit_guidance.apply, p.visit_guidance, kind),
        weekly_meeting=ask(weekly_meeting.apply, p.weekly_meeting),
        follow_up=ask(follow_up.apply, p.follow_up),
        feedback_mode=ask(feedback_mode.apply, p.feedback_mode, kind),
        service_loop=ask(service_loop.apply, p.service_loop),
        write_off=ask(write_off.apply, p.write_off),
        supervision=ask(supervision.apply, p.supervision, delay),
        suggestion=ask(suggestion.apply, p.suggestion, delay),
        supervision_letters=ask(
            supervision_letters.apply, p.supervision_letters, reached["supervision_letters"]
        ),
        copied_notice=ask(copied_notice.apply, p.copied_notice, reached["copied_notice"]),
        exposure=ask(exposure.apply, p.exposure, reached["exposure"]),
        accountability=ask(accountability.apply, p.accountability, reached["accountability"]),
        satisfaction=ask(satisfaction.apply, p.satisfaction, limits),
        dual_appraisal=ask(dual_appraisal.apply, p.dual_appraisal),
        incentive=ask(incentive.apply, p.incentive, people),
        declared=_declared(context, own.ladders, limits) if own.ladders else _NO_DECISIONS,
    )


def _declared(
    context: Context, ladders: Mapping[Declared, ladder.Params], limits: Limits
) -> Mapping[Declared, Decision[Step]]:
    """Which step is reached of each ladder that the policy declares itself."""
    found = (
        (name, context.ask(ladder.apply, one, _watched(one, limits)))
        for name, one in ladders.items()
    )
    return {name: decision for name, decision in found if decision is not None}


def _watched(params: ladder.Params, limits: Limits) -> ladder.Watched | None:
    """The limit that a declared ladder names."""
    named = params.limit.value if params.limit else None
    if not isinstance(named, str):
        return None
    own = next((one for one in limits.declared if one.name == named), None)
    if own is not None:
        return ladder.Watched(own, limits.declared[own])
    return ladder.Watched(RuleName(named), vars(limits).get(named))


def _delay(context: Context, limits: Limits) -> Delay:
    """What went wrong, by the record and by the limits of the regulation, and in whose hands."""
    case, conduct = context.case, context.case.conduct
    bodies = {Role.handling_body: Overseen(Role.handling_body)} if conduct else {}
    late: set[Conduct] = set()
    for name, body, delay in _DELAYS:
        decision = getattr(limits, name)
        outcome = None if decision is None else decision.outcome
        if decision is None or not was_missed(decision):
            continue
        late.add(delay)
        # Where the matter itself is concluded by now there is nothing left to urge.
        overdue = type(outcome) is Deadline and outcome.status is _OVERDUE
        if overdue or delay is _BREACH:
            since = min(started_on(decision), default=None)
            bodies[body] = bodies.get(body, Overseen(body, since=since))._replace(late=True)
    if _BREACH in late and _BREACH not in conduct:
        conduct = (*conduct, _BREACH)
    overseen = (
        one._replace(level=_level(one.body, case.competent_level)) for one in bodies.values()
    )
    return Delay(conduct, Conduct.overdue in late, tuple(overseen))


_DELAYS = tuple(
    (name, duty.debtor, duty.delay)
    for name, duty in DUTIES.items()
    # What the petition office is late with itself is not for it to supervise.
    if duty.delay and isinstance(duty.debtor, Role) and duty.debtor is not Role.petition_office
)
_BREACH = Conduct.breach_of_procedure
_OVERDUE = Status.overdue
_ABOVE = {Role.handling_body: 0, Role.reviewing_body: 1, Role.re_reviewing_body: 2}
"""How many levels above the competent one a body stands: each reviews the one below (Art. 35)."""


def _level(body: Role, competent: Level | None) -> Level | None:
    """The level of a body; None where it cannot be told."""
    levels = tuple(Level)
    place = _ABOVE[body] + (levels.index(competent) if competent else len(levels))
    return levels[place] if place < len(levels) else None


def _reached(
    context: Context,
    ladder: str,
    params: Climbed | None,
    limits: Limits,
    local: frozenset[str],
    own: Own,
) -> Measured:
    """What moves a ladder: the limit it names, else the limits of its own policy alone."""
    if params is None or type(params.measure.value) is Absent:
        return _NOTHING_MEASURED
    named = params.limit.value
    bound = {name: vars(limits)[name] for name in DUTIES if (name in local) is (ladder in local)}
    declared = {one.name: one for one in limits.declared}
    if ladder in local:
        bound |= {one.name: decision for one, decision in limits.declared.items()}
    if not isinstance(named, Absent):
        one = declared.get(named)
        bound = {named: limits.declared[one] if one else vars(limits)[named]}
    bodies = {**_BODIES, **own.bodies}
    return measured(bound, context.as_of, context.case.repeats, bodies, declared)


_BODIES = {name: duty.debtor for name, duty in DUTIES.items() if isinstance(duty.debtor, Role)}
_LADDERS = ("supervision_letters", "copied_notice", "exposure", "accountability")
_NOTHING_MEASURED = Measured()

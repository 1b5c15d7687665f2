"""All parameters in force somewhere for one case (办法): a local edition over a national one."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from attrs import evolve, field, fields_dict, frozen

from xinfang_core import outside, workflow
from xinfang_core.decision import Finding
from xinfang_core.declared import kind as own_kind
from xinfang_core.declared import ladder as own_ladder
from xinfang_core.declared import limit as own_limit
from xinfang_core.declared import measure as own_measure
from xinfang_core.declared import payment as own_payment
from xinfang_core.declared import score as own_score
from xinfang_core.declared import series as own_series
from xinfang_core.declared import step as own_step
from xinfang_core.policy.published import Mark
from xinfang_core.rules.follow_through import FollowThroughParams
from xinfang_core.rules.kind import KindParams
from xinfang_core.rules.ledger import LedgerParams
from xinfang_core.rules.limits import LimitsParams
from xinfang_core.rules.papers import PapersParams
from xinfang_core.rules.people import PeopleParams
from xinfang_core.rules.station import StationParams
from xinfang_core.vocabulary import Absent, Declarations, Declared, EventKind, ReplyKind
from xinfang_core.workflow import Flow, flow_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.obligation import Duty
    from xinfang_core.vocabulary import MatterKind, OutsideAs, Role

Own = TypeVar("Own")

GROUPS: dict[str, type] = {
    "kind": KindParams,
    "people": PeopleParams,
    "limits": LimitsParams,
    "follow_through": FollowThroughParams,
    "papers": PapersParams,
    "ledger": LedgerParams,
    "station": StationParams,
}
"""The groups of rules by the name of their folder: four about one case, then the others."""

GROUP_OF = {rule: name for name, group in GROUPS.items() for rule in fields_dict(group)}
"""By the name of a rule its group."""

DECLARED: dict[str, type] = {
    "kind": own_kind.OwnKind,
    "event": own_step.OwnStep,
    "limit": own_limit.Params,
    "ladder": own_ladder.Params,
    "measure": own_measure.Params,
    "score": own_score.Params,
    "payment": own_payment.Params,
    "series": own_series.Params,
}
"""What a policy may declare itself, by the name of its section, with the class of its values."""

PARAMS: dict[str, type] = {
    "workflow": workflow.Params,
    **{
        rule: get_args(hint)[0]
        for group in GROUPS.values()
        for rule, hint in get_type_hints(group).items()
    },
    "outside": outside.Params,
}
"""The rules of a policy file, each with the class of its parameters."""


def params_class(rule: str) -> type:
    """The class of the values of a rule, or of what is declared as ``SECTION.KEY``."""
    return PARAMS.get(rule) or DECLARED[rule.partition(".")[0]]


def is_declared(rule: str) -> bool:
    """Whether it is something that a policy declares itself."""
    return "." in rule


@frozen
class PolicyPack:
    """The parameters that apply to one case, in the groups of their rules.

    Attributes:
        label: the editions and the variant it was put together from; ``ID@none`` where no
            edition is in force.
        findings: how the editions were picked, where that needs saying.
        workflow: the steps of the national and the local edition, which stand side by side.
        local: the rules that the local edition gives; the others are national.
        kind: what kind of matter it is (是什么).
        people: who does it (由谁办).
        limits: by when (何时办).
        follow_through: what follows, and how well it was done (后续与评价).
        papers: what papers have to say (文书).
        ledger: what is counted over many cases (台账).
        station: sites and agents (站点和人员).
        marks: the editions with their digests, in the order of the label.
        variant: the name of the variant; None for the default reading.
        listed: the kinds of matters that the policy declares, in their order of precedence.
        declared_limits: the limits that it declares, by ``Declared(key)``.
        ladders: the ladders that it declares, by ``Declared(key)``.
        measures: the rates that it declares, by their keys.
        scores: the scores that it declares, by theirs.
        payments: the payments that it declares, by theirs.
        series: the recurring duties that it declares, by theirs.
        declared: all names that it declares, for whoever reads records or writes answers.
        outside: what the regulation leaves outside; None where none is in force.
        outside_as: as what the local edition declares all its matters to be outside.
        national: the rules of the regulation that the local edition does not replace, and the
            local ladders that its limits move.
        own_duties: what those of the declared limits oblige whom to do that tell it.
        own_bodies: by the key of a declared limit who is bound by it.
        own_findings: those of ``findings`` that are about the local edition.
        accepts: whether a matter that is received has to be accepted, by whichever steps.
        flow: the steps of ``workflow`` as one.

    """

    label: str
    findings: tuple[Finding, ...] = ()
    workflow: tuple[workflow.Params, ...] = ()
    local: frozenset[str] = frozenset()
    kind: KindParams = field(factory=KindParams)
    people: PeopleParams = field(factory=PeopleParams)
    limits: LimitsParams = field(factory=LimitsParams)
    follow_through: FollowThroughParams = field(factory=FollowThroughParams)
    papers: PapersParams = field(factory=PapersParams)
    ledger: LedgerParams = field(factory=LedgerParams)
    station: StationParams = field(factory=StationParams)
    marks: tuple[Mark, ...] = ()
    variant: str | None = None
    listed: tuple[own_kind.Listed, ...] = ()
    declared_limits: Mapping[Declared, own_limit.Params] = field(factory=dict, hash=False)
    ladders: Mapping[Declared, own_ladder.Params] = field(factory=dict, hash=False)
    measures: Mapping[str, own_measure.Params] = field(factory=dict, hash=False)
    scores: Mapping[str, own_score.Params] = field(factory=dict, hash=False)
    payments: Mapping[str, own_payment.Params] = field(factory=dict, hash=False)
    series: Mapping[str, own_series.Params] = field(factory=dict, hash=False)
    declared: Declarations = field(factory=Declarations)
    own_duties: Mapping[Declared, Duty] = field(init=False, eq=False, repr=False)
    own_bodies: Mapping[str, Role] = field(init=False, eq=False, repr=False)
    outside: outside.Params | None = None
    outside_as: OutsideAs | None = None
    national: frozenset[str] = frozenset()
    own_findings: tuple[Finding, ...] = ()
    accepts: bool = True
    flow: Flow = field(init=False, eq=False, repr=False)

    @own_duties.default
    def _duties_of_declared(self) -> Mapping[Declared, Duty]:
        found = ((name, one.duty) for name, one in self.declared_limits.items())
        return {name: duty for name, duty in found if duty is not None}

    @own_bodies.default
    def _bound_by_declared(self) -> Mapping[str, Role]:
        owed = ((name.name, one.owed_by.value) for name, one in self.declared_limits.items())
        return {name: body for name, body in owed if not isinstance(body, Absent)}

    @flow.default
    def _one_flow(self) -> Flow:
        return flow_of(self.workflow)

    @property
    def rated(self) -> tuple[Role | Absent, ...]:
        """Whom the petitioner rates."""
        satisfaction = self.follow_through.satisfaction
        return satisfaction.targets.values if satisfaction else ()

    @cached_property
    def own(self) -> PolicyPack:
        """The local rules and steps alone, for what is outside the regulation.

        What kind of matter it is is still asked, for local rules are handed the answer.
        """
        groups = {
            name: evolve(
                getattr(self, name), **dict.fromkeys(self.national & fields_dict(kind).keys())
            )
            for name, kind in GROUPS.items()
            if name != "kind"
        }
        # The national steps stand first.
        steps = self.workflow[1:] if "workflow" in self.national else self.workflow
        accepts = EventKind.accept in flow_of(steps).needs
        found = evolve(self, findings=self.own_findings, workflow=steps, accepts=accepts, **groups)
        ladders = self.ladders.items()
        own = {one: kept for one, kept in ladders if f"ladder.{one.name}" not in self.national}
        return evolve(found, ladders=own)

    def with_findings(
        self, findings: tuple[Finding, ...], own: tuple[Finding, ...] = ()
    ) -> PolicyPack:
        """The same parameters, picked with something to say about it; ``own`` of what is local."""
        # Every day of receipt has a note of its own; the steps are put together once for all.
        noted = copy(self)
        object.__setattr__(noted, "findings", findings)
        object.__setattr__(noted, "own_findings", own)
        return noted

    def params(self, rule: str) -> object:
        """The parameters of a rule by its name; None where the policies lack it."""
        return getattr(getattr(self, GROUP_OF[rule]), rule)


def pack_of(
    label: str,
    params: Mapping[str, object],
    workflow: tuple[workflow.Params, ...] = (),
    **others: Any,  # noqa: ANN401 - what else a pack has, by its attributes
) -> PolicyPack:
    """A pack from the parameters of its rules by name, what its policy declares, and more."""
    by_group: dict[str, dict[str, object]] = {name: {} for name in GROUPS}
    for rule, found in params.items():
        if not is_declared(rule):
            by_group[GROUP_OF[rule]][rule] = found
    groups = {name: GROUPS[name](**found) for name, found in by_group.items()}
    declared = declarations(params)
    kinds = ((one, params[f"kind.{one.name}"]) for one in declared.kinds)
    return PolicyPack(
        label,
        (),
        workflow,
        **groups,
        **others,
        listed=tuple(own_kind.Listed(one, own) for one, own in kinds),  # type: ignore[arg-type]
        declared_limits={
            Declared(key, str(one.name.value)): one
            for key, one in _own(params, own_limit.Params).items()
        },
        ladders={
            Declared(key, str(one.name.value)): one
            for key, one in _own(params, own_ladder.Params).items()
        },
        measures=_own(params, own_measure.Params),
        scores=_own(params, own_score.Params),
        payments=_own(params, own_payment.Params),
        series=_own(params, own_series.Params),
        declared=declared,
    )


def _own(params: Mapping[str, object], kind: type[Own]) -> dict[str, Own]:
    """What a policy declares of one kind, by its key."""
    return {rule.partition(".")[2]: one for rule, one in params.items() if isinstance(one, kind)}


def declarations(params: Mapping[str, object]) -> Declarations:
    """The names that a policy declares, of the values of all that it declares."""
    kinds: list[MatterKind] = []
    steps: list[Declared] = []
    limits: list[Declared] = []
    measures: list[Declared] = []
    for rule, one in params.items():
        key = rule.partition(".")[2]
        if isinstance(one, own_kind.OwnKind):
            kinds.append(ReplyKind.__members__.get(key) or Declared(key, str(one.name.value)))
        elif isinstance(one, own_step.OwnStep):
            steps.append(Declared(key, str(one.name.value)))
        elif isinstance(one, own_limit.Params):
            limits.append(Declared(key, str(one.name.value)))
        elif isinstance(one, own_measure.Params):
            measures.append(Declared(key, str(one.name.value)))
    return Declarations(tuple(kinds), tuple(steps), tuple(limits), tuple(measures))

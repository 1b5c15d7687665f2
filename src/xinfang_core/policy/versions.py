"""All versions of a policy (办法版本), and which of them a case falls under."""

from __future__ import annotations

from datetime import date, datetime
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen

from xinfang_core.decision import Finding, Reason
from xinfang_core.errors import Fault, MisuseError, UnknownNameError
from xinfang_core.policy.listing import own_titles
from xinfang_core.policy.pack import PolicyPack, declarations, pack_of
from xinfang_core.policy.transition import OPEN_ON_THE_DAY, Transition
from xinfang_core.refusals import unknown_name
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import Declarations, EventKind, Severity

if TYPE_CHECKING:
    from xinfang_core.case import Case, History
    from xinfang_core.policy.edition import Edition, Variant

    _PickedBy: TypeAlias = tuple[date | bool | None, ...]
    _Picked: TypeAlias = tuple[Edition | None, tuple[Finding, ...]]

_MOST_PICKED = 1024
"""Days by which a policy remembers its pack; a register has fewer, or begins anew."""


@frozen
class Policy:
    """All editions of a policy, local and national, newest first (办法的全部版本).

    Attributes:
        policy_id: short name.
        editions: the policy's own editions, newest first.
        national: the national editions beneath a local policy; empty for the national one.
        variant: the chosen variant's name; None for the default reading.

    """

    policy_id: str
    editions: tuple[Edition, ...]
    national: tuple[Edition, ...] = ()
    variant: str | None = None
    # The events of which the days decide about the pack, those days alone.
    _decisive: tuple[EventKind, ...] = field(init=False, eq=False, repr=False)
    # The transitions by which open cases switch from one edition to another; mostly none.
    _switching: tuple[Transition, ...] = field(init=False, eq=False, repr=False)
    # The pack by those days and switches: of many cases only few are different.
    _picked: dict[_PickedBy, PolicyPack] = field(init=False, eq=False, repr=False, factory=dict)
    # The pairs of editions that cases fell under, each put together once.
    _packs: dict[tuple[str, str], PolicyPack] = field(
        init=False, eq=False, repr=False, factory=dict
    )

    @_decisive.default
    def _deciding(self) -> tuple[EventKind, ...]:
        picking = (edition.picked_by for edition in (*self.national, *self.editions))
        return tuple(dict.fromkeys((*picking, EventKind.receive)))

    @_switching.default
    def _switches(self) -> tuple[Transition, ...]:
        every = (edition.transition for edition in (*self.national, *self.editions))
        return tuple(one for one in every if one.switch_on)

    def __reduce__(self) -> tuple[type[Policy], tuple[object, ...]]:
        # The packs are put together faster than they are read.
        return Policy, (self.policy_id, self.editions, self.national, self.variant)

    @property
    def digests(self) -> dict[str, str]:
        """The editions by label, the national ones among them, each with its digest."""
        return {edition.label: edition.digest for edition in (*self.editions, *self.national)}

    @property
    def layer_ids(self) -> tuple[str, ...]:
        """The short names of the policies that it is made of, what is filled in first."""
        parts = (part for one in self.editions for part in one.label.split("+"))
        return tuple(dict.fromkeys(part.partition("@")[0] for part in parts))

    @property
    def variants(self) -> dict[str, Variant]:
        """The variants of all editions, the newest edition's first."""
        return {
            name: variant
            for edition in reversed(self.editions)
            for name, variant in edition.variants.items()
        }

    @property
    def own_titles(self) -> dict[str, str]:
        """The official names of what any edition declares, by key."""
        found = (own_titles(one.params) for one in reversed((*self.editions, *self.national)))
        return {rule.partition(".")[2]: name for one in found for rule, name in one.items()}

    @property
    def declared(self) -> Declarations:
        """The names that any edition declares, for whoever reads records.

        What a newer edition calls otherwise stands under each of its names.
        """
        found = [declarations(one.params) for one in (*self.editions, *self.national)]
        kinds = {(kind.name, kind.value): kind for one in found for kind in one.kinds}
        steps = {(step.name, step.value): step for one in found for step in one.steps}
        return Declarations(tuple(kinds.values()), tuple(steps.values()))

    def with_variant(self, name: str | None) -> Policy:
        """This policy under another reading.

        Raises:
            UnknownNameError: no edition has the variant; the nearest name is offered.

        """
        if name is not None and name not in self.variants:
            refused = unknown_name("variant.unknown", name, self.variants)
            raise UnknownNameError(Fault(refused.code, refused.facts, path="variant"))
        return evolve(self, variant=name)

    def in_force(self, case: Case, as_of: date) -> PolicyPack:
        """The pack for the case: local and national editions are picked separately.

        Args:
            case: the facts.
            as_of: the day asked about; it decides only where an edition says that open cases
                switch to it on some day.

        Raises:
            MisuseError: ``as_of`` is an instant instead of a date.

        """
        if isinstance(as_of, datetime):
            raise MisuseError(Fault("assess.not_a_date", (("found", repr(as_of)),), path="as_of"))
        history = case.history
        picked_by: _PickedBy = tuple(map(history.day, self._decisive))
        if self._switching:
            picked_by += tuple(one.takes_over(history, as_of) for one in self._switching)
        pack = self._picked.get(picked_by)
        if pack is None:
            if len(self._picked) == _MOST_PICKED:
                self._picked.clear()
            pack = self._picked[picked_by] = self._put_together(
                in_force(self.national, history, as_of), in_force(self.editions, history, as_of)
            )
        return pack

    def on(self, day: date) -> PolicyPack:
        """The pack as if the event that picks each edition fell on ``day``."""
        return self._put_together(pick(self.national, None, day), pick(self.editions, None, day))

    def _put_together(self, national: _Picked, local: _Picked) -> PolicyPack:
        """The pack of a national and a local edition, with what is noted of their picking."""
        (above, noted), (own, more) = national, local
        labels = _label(above), _label(own)
        pack = self._packs.get(labels) or self._packs.setdefault(labels, self._pack(above, own))
        findings = (*noted, *more)
        of_own = () if own and own.national else more
        return pack.with_findings(findings, of_own) if findings else pack

    def _pack(self, above: Edition | None, own: Edition | None) -> PolicyPack:
        """The parameters of a national and a local edition, with the variant in place."""
        chosen = own and own.with_variant(self.variant)
        used = [edition for edition in (above, chosen) if edition]
        params = {name: value for edition in used for name, value in edition.params.items()}
        params.pop("workflow", None)
        outside = params.pop("outside", None)
        steps = tuple(one.params["workflow"] for one in used if "workflow" in one.params)
        variant = self.variant if own and self.variant in own.variants else None
        read = f"[{variant}]" if variant else ""
        labels = [f"{own.label}{read}" if own else "", above.label if above else ""]
        label = "+".join(filter(None, labels)) or f"{self.policy_id}@none"
        marks = tuple(edition.mark for edition in (own, above) if edition)
        return pack_of(
            label,
            params,
            steps,  # type: ignore[arg-type]
            local=frozenset(own.params) if own else frozenset(),
            marks=marks,
            variant=variant,
            outside=outside,
            outside_as=own.outside_as if own else None,
            national=_national(above, own),
        )


def _national(above: Edition | None, own: Edition | None) -> frozenset[str]:
    """The rules of the regulation, and the local ladders that its limits move.

    Steps of both stand side by side; of other rules the local one wins.
    """
    rules = above.national if above else frozenset()
    if own is None or own.national:
        return own.national if own else rules
    left = rules - own.params.keys()
    moved = {rule for rule, params in own.params.items() if _limit_of(params) in left}
    return left | moved | rules & {"workflow"}


def _limit_of(params: object) -> str:
    """The name of the limit that moves a ladder; empty of all else."""
    limit = getattr(params, "limit", None)
    named = limit.value if isinstance(limit, Sourced) else ""
    return named if isinstance(named, str) else ""


def _label(edition: Edition | None) -> str:
    """What tells the editions of one policy apart."""
    return edition.label if edition else ""


def in_force(editions: tuple[Edition, ...], history: History, as_of: date) -> _Picked:
    """The edition that a case is judged under on a day, with what to note.

    It is the one that was picked when its own event fell, or the newest one after that to which
    the case switched, being open on the day of the switch.
    """
    picked, note = pick(editions, history, None)
    newer = takewhile(lambda edition: edition is not picked, editions)
    switched = next((one for one in newer if one.transition.takes_over(history, as_of)), None)
    return (picked, note) if switched is None else (switched, (_switched(switched),))


def _switched(edition: Edition) -> Finding:
    """The finding that a case switched to an edition, and by which words."""
    said = edition.transition
    facts = (("day", said.switch_on), ("policy", edition.label), ("text", said.text))
    return Finding(Severity.notice, Reason("version.switched", facts, OPEN_ON_THE_DAY))


def pick(editions: tuple[Edition, ...], history: History | None, pinned: date | None) -> _Picked:
    """The newest edition whose own event fell on or after its first day, with what to note.

    Where that event is not recorded the receipt stands in for it, with a finding.
    """
    day: date | None = None
    for edition in editions:
        if edition.effective is None:
            return edition, ()
        day, note = _event_day(edition, history, pinned)
        if day is not None and day >= edition.effective:
            return edition, note
    return None, _none_in_force(editions, day)


def _event_day(
    edition: Edition, history: History | None, pinned: date | None
) -> tuple[date | None, tuple[Finding, ...]]:
    """The day that decides about the edition; a stand-in is noted."""
    if history is None:
        return pinned, ()
    day = history.day(edition.picked_by)
    received = history.day(EventKind.receive)
    if day is not None or received is None:
        return day, ()
    facts = (("event", edition.picked_by), ("day", received), ("policy", edition.title))
    return received, (Finding(Severity.notice, Reason("version.by_receipt", facts)),)


def _none_in_force(editions: tuple[Edition, ...], day: date | None) -> tuple[Finding, ...]:
    """The finding that no edition applies."""
    if not editions:
        return ()
    first = editions[-1]
    if day is None:
        reason = Reason("version.no_date", (("policy", first.title),))
    else:
        facts = (("day", day), ("policy", first.title), ("first", first.effective))
        reason = Reason("version.none_in_force", facts)
    return (Finding(Severity.warning, reason),)

"""All parameters in force somewhere for one case (办法): a local edition over a national one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args, get_type_hints

from attrs import evolve, field, frozen

from xinfang_core.decision import Finding, Reason
from xinfang_core.errors import Fault, UnknownNameError
from xinfang_core.policy.scalars import unknown_name
from xinfang_core.rules import (
    handling_deadline,
    incentive,
    notice_deadline,
    reply_deadline,
    reply_kind,
)
from xinfang_core.vocabulary import EventKind, Severity

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import Case, History
    from xinfang_core.policy.edition import Edition, Variant


@frozen
class PolicyPack:
    """The parameters that apply to one case; a rule that the policy does not have is None.

    Attributes:
        label: the editions and the variant it was put together from; ``ID@none`` where no
            edition is in force.
        findings: how the editions were picked, where that needs saying.

    """

    label: str
    findings: tuple[Finding, ...] = ()
    reply_kind: reply_kind.Params | None = None
    reply_deadline: reply_deadline.Params | None = None
    notice_deadline: notice_deadline.Params | None = None
    handling_deadline: handling_deadline.Params | None = None
    incentive: incentive.Params | None = None


PARAMS: dict[str, type] = {
    name: get_args(hint)[0]
    for name, hint in get_type_hints(PolicyPack).items()
    if name not in {"label", "findings"}
}
"""The rules of a policy file, each with the class of its parameters."""


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
    # The editions with the variant's values in place.
    _in_use: tuple[Edition, ...] = field(init=False, eq=False, repr=False)

    @_in_use.default
    def _put_in_use(self) -> tuple[Edition, ...]:
        return tuple(edition.with_variant(self.variant) for edition in self.editions)

    @property
    def variants(self) -> dict[str, Variant]:
        """The variants of all editions, the newest edition's first."""
        return {
            name: variant
            for edition in reversed(self.editions)
            for name, variant in edition.variants.items()
        }

    def with_variant(self, name: str | None) -> Policy:
        """This policy under another reading.

        Raises:
            UnknownNameError: no edition has the variant; the nearest name is offered.

        """
        if name is not None and name not in self.variants:
            refused = unknown_name("variant.unknown", name, self.variants)
            raise UnknownNameError(Fault(refused.code, refused.facts, path="variant"))
        return evolve(self, variant=name)

    def in_force(self, case: Case) -> PolicyPack:
        """The pack for the case: local and national editions are picked separately."""
        return self._pack(case.history, None)

    def on(self, day: date) -> PolicyPack:
        """The pack as if the event that picks each edition fell on ``day``."""
        return self._pack(None, day)

    def _pack(self, history: History | None, pinned: date | None) -> PolicyPack:
        params: dict[str, object] = {}
        labels: list[str] = []
        findings: list[Finding] = []
        for editions in (self.national, self._in_use):
            edition, notes = pick(editions, history, pinned)
            findings += notes
            if edition is not None:
                read = f"[{self.variant}]" if self.variant in edition.variants else ""
                labels.insert(0, edition.label + read)
                params |= edition.params
        return PolicyPack("+".join(labels) or f"{self.policy_id}@none", tuple(findings), **params)  # type: ignore[arg-type]


def pick(
    editions: tuple[Edition, ...], history: History | None, pinned: date | None
) -> tuple[Edition | None, tuple[Finding, ...]]:
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

"""How heavy is the matter, and who takes the lead in it? (信访轻重).

Source: Gongshu (拱墅信访代办制): simple matters are taken up by street and community as proxies of
their own accord, major ones are handled jointly under a lead department, difficult ones are
supervised under a leader. Under the heading of major matters stand two kinds: those where the
people concerned make it complex, and those that touch many parties. What makes a matter simple
or difficult is not said; so a matter that is neither, and not recorded as anything, has no weight
unless the policy sets a default. This scale goes by who handles; it is not that of ``case_stage``.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.messages import Lang
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import Absent, Basis, CaseWeight, Lead, Severity, Undetermined

RECORDED_FIRST = Citation(
    source="",
    clause="信访轻重的认定",
    phrase="",
    basis=Basis.interpreted,
    note="原文未规定由谁认定：已登记的轻重优先；与所记事实不一致的列为提示，不自行改动",
)
"""The recorded weight wins over what the facts say; where they differ it is noted."""


@frozen
class Params:
    """What a policy says about the weight of matters.

    Attributes:
        of_complex_group: the weight where the people concerned make the matter complex.
        of_wide_reach: the weight where the matter touches many parties.
        default: the weight of a matter that is neither, and not recorded as anything.
        lead: who takes the lead, for each weight.

    """

    of_complex_group: Sourced[CaseWeight]
    of_wide_reach: Sourced[CaseWeight]
    default: Sourced[CaseWeight]
    lead: Table[CaseWeight, Lead]


@frozen
class Weighed:
    """The weight of a matter and who takes the lead in it."""

    weight: CaseWeight
    lead: Lead

    def text(self, lang: Lang = "zh") -> str:
        """Weight and lead."""
        facts = {"weight": self.weight, "lead": self.lead}
        return messages.render("case_weight.text", facts, lang)


def decide(
    case_weight: CaseWeight | None,
    *,
    group_complex: bool | None,
    wide_reach: bool | None,
    params: Params,
) -> Decision[Weighed]:
    """The weight of the matter and who takes the lead.

    Args:
        case_weight: the weight as recorded; it wins over the facts.
        group_complex: whether the people concerned make the matter complex (涉及群体复杂).
        wide_reach: whether it touches many parties (牵涉面广). None is "not recorded", read as
            no with a reason.
        params: the policy's weights and leads.

    """
    shown = _shown(params, group_complex=group_complex, wide_reach=wide_reach)
    if case_weight is not None:
        facts = (("weight", case_weight),)
        recorded = Reason("case_weight.recorded", facts, RECORDED_FIRST)
        return _led(case_weight, (recorded,), params, _differing(case_weight, shown))
    if shown is not None:
        if isinstance(shown.value, Absent):
            return Decision(Undetermined.undetermined, (silence(shown),))
        code = "case_weight.complex_group" if group_complex else "case_weight.wide_reach"
        reason = Reason(code, (("weight", shown.value),), shown.citation)
        return _led(shown.value, (reason,), params)
    unknown = (_NOT_RECORDED,) if group_complex is None or wide_reach is None else ()
    default = params.default
    if isinstance(default.value, Absent):
        return Decision(Undetermined.undetermined, (*unknown, silence(default)))
    reason = Reason("case_weight.default", (("weight", default.value),), default.citation)
    return _led(default.value, (*unknown, reason), params)


def apply(context: Context, params: Params) -> Decision[Weighed]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        case.case_weight,
        group_complex=case.group_complex,
        wide_reach=case.wide_reach,
        params=params,
    )


_NOT_RECORDED = Reason("case_weight.not_recorded", (), RECORDED_FIRST, ("case_weight",))


def _shown(
    params: Params, *, group_complex: bool | None, wide_reach: bool | None
) -> Sourced[CaseWeight] | None:
    """The weight that the facts show; None where they show none."""
    if group_complex:
        return params.of_complex_group
    return params.of_wide_reach if wide_reach else None


def _differing(recorded: CaseWeight, shown: Sourced[CaseWeight] | None) -> tuple[Finding, ...]:
    """That the facts show another weight than the recorded one."""
    if shown is None or isinstance(shown.value, Absent) or shown.value is recorded:
        return ()
    facts = (("weight", recorded), ("shown", shown.value))
    return (Finding(Severity.notice, Reason("case_weight.differs", facts, shown.citation)),)


def _led(
    weight: CaseWeight,
    reasons: tuple[Reason, ...],
    params: Params,
    findings: tuple[Finding, ...] = (),
) -> Decision[Weighed]:
    """The answer where the weight is known."""
    lead = params.lead[weight]
    if isinstance(lead.value, Absent):
        return Decision(Undetermined.undetermined, (*reasons, silence(lead)), findings)
    reason = Reason("case_weight.lead", (("lead", lead.value),), lead.citation)
    return Decision(Weighed(weight, lead.value), (*reasons, reason), findings)

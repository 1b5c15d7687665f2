"""Who is told of a major or urgent matter, and how soon? (重大紧急报告).

Source: 2022 regulation (信访工作条例) Art. 22: of a major or urgent matter the petition office
promptly proposes a decision to party and government; Art. 25: where such a matter may have social
impact, bodies promptly report to party and government, inform the departments concerned and the
joint conference's office; local petition offices report to the office above and to the national
bureau. 2005 regulation (信访条例) Arts. 21, 26: the same proposal to the government; reports at
once, from level to level, of what may have social impact. Neither gives a number of hours or days,
so there is no deadline.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.messages import Lang
from xinfang_core.obligation import Duty, Owed
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Promptness,
    Recipient,
    Role,
    Severity,
    Undetermined,
)

EITHER = Citation(
    source="",
    clause="重大、紧急有其一即报告",
    phrase="",
    basis=Basis.interpreted,
    note="“重大、紧急”按有其一即属；两项都未登记为是的，视为否",
)
"""Major or urgent is enough; where neither is recorded they are read as no."""

IMPACT = Citation(
    source="",
    clause="可能造成社会影响的认定",
    phrase="",
    basis=Basis.interpreted,
    note="报告义务以可能造成社会影响为前提，由登记机关认定；未登记的只作提示，不认定应当报告",
)
"""That a matter may have social impact is recorded, and never read off its being urgent."""

_NEITHER = Decision(Absent.none, (Reason("urgent_report.neither", (), EITHER),))
_UNRECORDED = Decision(Absent.none, (Reason("urgent_report.not_recorded", (), EITHER),))
_NO_IMPACT = Reason("urgent_report.no_impact", (), IMPACT)
_EITHER = Reason("urgent_report.either", (), EITHER)


@frozen
class Params:
    """Who is told, by whom.

    Attributes:
        proposed_to: to whom the petition office proposes a decision.
        by_bodies: whom the body that has the matter tells.
        by_petition_office: whom a local petition office tells.
        by_government: whom a local government tells.
        promptness: how soon, in the regulation's word.

    """

    proposed_to: CitedList[Recipient]
    by_bodies: CitedList[Recipient]
    by_petition_office: CitedList[Recipient]
    by_government: CitedList[Recipient]
    promptness: Sourced[Promptness]


@frozen
class UrgentReport:
    """Who is told of one matter.

    Attributes:
        proposed_to: to whom the petition office proposes a decision.
        by_bodies: whom the body that has the matter tells.
        by_petition_office: whom a local petition office tells.
        by_government: whom a local government tells.
        promptness: how soon, in the regulation's word.

    """

    proposed_to: tuple[Recipient, ...]
    by_bodies: tuple[Recipient, ...]
    by_petition_office: tuple[Recipient, ...]
    by_government: tuple[Recipient, ...]
    promptness: Promptness

    def text(self, lang: Lang = "zh") -> str:
        """Whom the matter is told, each once, and how soon."""
        told = (*self.proposed_to, *self.by_bodies, *self.by_petition_office, *self.by_government)
        who = tuple(dict.fromkeys(told))
        return messages.render(
            "urgent_report.text", {"who": who, "promptness": self.promptness}, lang
        )


def decide(
    *, social_impact: bool | None, major: bool | None, urgent: bool | None, params: Params
) -> Decision[UrgentReport]:
    """Who is told; ``none`` for a matter without social impact, or neither major nor urgent.

    Args:
        social_impact: whether the matter may have social impact.
        major: whether the matter is major.
        urgent: whether it is urgent; where neither is recorded they are read as no.
        params: the regulation's lists.

    Returns:
        Who is told; undetermined, with a hint, where a major or urgent matter may have social
        impact or may not, or what may have it may be major or urgent.

    """
    if not (major or urgent):
        if not social_impact or (major is False and urgent is False):
            return _UNRECORDED if None in {major, urgent} else _NEITHER
        flags = (("major", major), ("urgent", urgent))
        unknown = tuple(name for name, flag in flags if flag is None)
        return _hinted(Reason("urgent_report.urgency_unknown", (), EITHER, unknown))
    if social_impact is False:
        return Decision(Absent.none, (_NO_IMPACT, _proposed(params)))
    lists = (
        params.proposed_to,
        params.by_bodies,
        params.by_petition_office,
        params.by_government,
    )
    for one in lists:
        if one.absent is Absent.silent:
            missing = silence(one)
            return Decision(Undetermined.undetermined, (missing,))
    soon = params.promptness
    if isinstance(soon.value, Absent):
        return Decision(Undetermined.undetermined, (silence(soon),))
    if social_impact is None:
        facts = (("promptness", soon.value),)
        hint = Reason("urgent_report.impact_unknown", facts, IMPACT, ("social_impact",))
        return _hinted(hint, _proposed(params))
    proposed, bodies, office, government = (_plain(one) for one in lists)
    report = UrgentReport(proposed, bodies, office, government, soon.value)
    either = () if major and urgent else (_EITHER,)
    return Decision(report, (*either, *_reasons(report, params)))


def _hinted(hint: Reason, *more: Reason) -> Decision[UrgentReport]:
    """No duty is found, but whoever keeps the record is told what may give rise to one."""
    found = (Finding(Severity.notice, hint),)
    return Decision(Undetermined.undetermined, (hint, *more), found)


def _proposed(params: Params) -> Reason:
    """To whom a decision is proposed, whatever the impact."""
    who = _plain(params.proposed_to)
    return Reason("urgent_report.proposed", (("who", who),), params.proposed_to.citation)


def apply(context: Context, params: Params) -> Decision[UrgentReport]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        social_impact=case.social_impact, major=case.major, urgent=case.urgent, params=params
    )


def owed(_: UrgentReport) -> Iterator[Owed]:
    """The report, while the matter is open and none is on record."""
    yield Owed(_ESCALATE)


_ESCALATE = Duty(
    EventKind.escalate, Role.handling_body, Role.party_and_government, lapses=True, once=True
)


def _reasons(report: UrgentReport, params: Params) -> tuple[Reason, ...]:
    """Who is told and how soon, each where the source says so; who tells nobody is left out."""
    office, government = report.by_petition_office, report.by_government
    told = (
        ("urgent_report.told_by_bodies", report.by_bodies, params.by_bodies),
        ("urgent_report.told_by_petition_office", office, params.by_petition_office),
        ("urgent_report.told_by_government", government, params.by_government),
    )
    promptly = ("promptness", report.promptness)
    return (
        _proposed(params),
        *[
            Reason(code, (("who", who), promptly), listed.citation)
            for code, who, listed in told
            if who
        ],
        Reason("urgent_report.soon", (promptly,), params.promptness.citation),
    )


def _plain(listed: CitedList[Recipient]) -> tuple[Recipient, ...]:
    return tuple(one for one in listed.values if isinstance(one, Recipient))

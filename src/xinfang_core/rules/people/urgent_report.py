"""Who is told of a major or urgent matter, and how soon? (重大紧急报告).

Source: 2022 regulation (信访工作条例) Art. 22: of a major or urgent matter the petition office
promptly proposes a decision to party and government; Art. 25: bodies promptly report to party and
government, inform the departments concerned and the joint conference's office; local petition
offices report to the office above and to the national bureau. 2005 regulation (信访条例) Arts.
21, 26: the same proposal to the government; reports at once, from level to level. Neither gives a
number of hours or days, so there is no deadline.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.messages import Lang
from xinfang_core.obligation import Duty, Owed
from xinfang_core.sources import Citation, Ladder, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Promptness,
    Recipient,
    Role,
    Undetermined,
)

EITHER = Citation(
    source="",
    clause="重大、紧急有其一即报告",
    phrase="",
    basis=Basis.interpreted,
    note="“重大、紧急”按有其一即属；是否可能造成社会影响由登记机关把握；未记录的视为否",
)
"""Major or urgent is enough; what is not recorded is read as no."""

_NEITHER = Decision(Absent.none, (Reason("urgent_report.neither", (), EITHER),))
_UNRECORDED = Decision(Absent.none, (Reason("urgent_report.not_recorded", (), EITHER),))


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

    proposed_to: Ladder[Recipient]
    by_bodies: Ladder[Recipient]
    by_petition_office: Ladder[Recipient]
    by_government: Ladder[Recipient]
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


def decide(*, major: bool | None, urgent: bool | None, params: Params) -> Decision[UrgentReport]:
    """Who is told; ``none`` for a matter that is neither major nor urgent.

    Args:
        major: whether the matter is major; not recorded is read as no, with a reason.
        urgent: whether it is urgent; the same.
        params: the regulation's lists.

    """
    if not major and not urgent:
        return _UNRECORDED if major is None or urgent is None else _NEITHER
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
    proposed, bodies, office, government = (_plain(one) for one in lists)
    report = UrgentReport(proposed, bodies, office, government, soon.value)
    return Decision(report, _reasons(report, params))


def apply(context: Context, params: Params) -> Decision[UrgentReport]:
    """The answer about the case of ``context``."""
    return decide(major=context.case.major, urgent=context.case.urgent, params=params)


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
    promptly, proposed = ("promptness", report.promptness), report.proposed_to
    return (
        Reason("urgent_report.proposed", (("who", proposed),), params.proposed_to.citation),
        *[
            Reason(code, (("who", who), promptly), listed.citation)
            for code, who, listed in told
            if who
        ],
        Reason("urgent_report.soon", (promptly,), params.promptness.citation),
    )


def _plain(listed: Ladder[Recipient]) -> tuple[Recipient, ...]:
    return tuple(one for one in listed.values if isinstance(one, Recipient))

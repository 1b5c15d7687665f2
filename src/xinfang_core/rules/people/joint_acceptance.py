"""Who settles which of several bodies accepts the matter? (受理机关确定).

Source: 2022 regulation (信访工作条例) Art. 24: several bodies concerned settle it among
themselves; if they dispute it their common superior decides; where they have none, their common
joint conference (联席会议) does. 2005 regulation (信访条例) Art. 24: the same without the
conference.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, CitedList
from xinfang_core.vocabulary import Absent, AcceptanceDecider, Basis, Undetermined

READ_AS_AGREED = Citation(
    source="",
    clause="未记录争议的",
    phrase="",
    basis=Basis.interpreted,
    note="涉及多个机关而未记录受理争议的，先由所涉机关协商；是否涉及多个机关未记录的，视为不涉及",
)
"""Without a recorded dispute the bodies settle it; unrecorded is read as one body alone."""

_ONE_BODY = Decision(Absent.none, (Reason("joint_acceptance.one_body", (), READ_AS_AGREED),))
_AGREED = Reason("joint_acceptance.no_dispute", (), READ_AS_AGREED)


@frozen
class Params:
    """Who settles it.

    Attributes:
        deciders: in the order in which they are called upon.

    """

    deciders: CitedList[AcceptanceDecider]


def decide(
    *,
    several_bodies: bool | None,
    disputed: bool | None,
    common_superior: bool | None,
    params: Params,
) -> Decision[AcceptanceDecider]:
    """Who settles it; ``none`` where only one body is concerned.

    Args:
        several_bodies: whether the matter concerns several bodies.
        disputed: whether they dispute who accepts it.
        common_superior: whether they have a common superior.
        params: who is called upon.

    """
    deciders = params.deciders
    if not several_bodies:
        return _ONE_BODY
    if deciders.absent is Absent.silent:
        return _undetermined(silence(deciders))
    if not disputed:
        return _called(AcceptanceDecider.bodies, deciders, _AGREED)
    if common_superior is None:
        unknown = Reason(
            "joint_acceptance.superior_unknown", (), deciders.citation, ("common_superior",)
        )
        return _undetermined(unknown)
    if common_superior:
        return _called(AcceptanceDecider.common_superior, deciders)
    return _called(AcceptanceDecider.joint_conference, deciders)


def apply(context: Context, params: Params) -> Decision[AcceptanceDecider]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        several_bodies=case.multi_department,
        disputed=case.acceptance_disputed,
        common_superior=case.common_superior,
        params=params,
    )


def _called(
    decider: AcceptanceDecider, deciders: CitedList[AcceptanceDecider], *before: Reason
) -> Decision[AcceptanceDecider]:
    """The one that is called upon, as far as the regulation knows it."""
    if decider not in deciders:
        facts = (("decider", decider),)
        unknown = Reason("joint_acceptance.not_provided", facts, deciders.citation)
        return _undetermined(*before, unknown)
    facts = (("decider", decider),)
    called = Reason("joint_acceptance.decides", facts, deciders.cited(decider))
    return Decision(decider, (*before, called))


def _undetermined(*reasons: Reason) -> Decision[AcceptanceDecider]:
    return Decision(Undetermined.undetermined, reasons)

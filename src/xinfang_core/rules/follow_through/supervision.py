"""Does the handling call for supervision, and why? (督办情形).

Source: 2022 regulation (信访工作条例) Art. 40: a petition office that finds a matter accepted or
handled against the rules, shirked, dragged out or falsified, or an opinion not carried out, and
the like, supervises promptly and suggests how to mend the work. 2005 regulation (信访条例) Art.
36: six cases: overdue without good reason, no feedback, wrong procedure, shirking, an opinion not
carried out, and others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.obligation import Delay, Duty, Owed
from xinfang_core.sources import Citation, Ladder
from xinfang_core.vocabulary import Absent, Basis, Conduct, EventKind, Role, Undetermined

GOOD_REASON = Citation(
    source="",
    clause="逾期有无正当理由",
    phrase="",
    basis=Basis.interpreted,
    note="逾期有无正当理由不登记，由信访部门督办时认定；按期限认定的逾期在此之前视为应当督办",
)
"""Whether there was a good reason is for the office to say, so that the lateness is put to it."""

_UNEXPLAINED = Reason("supervision.good_reason_unknown", (), GOOD_REASON)


@frozen
class Params:
    """What calls for supervision.

    Attributes:
        triggers: the cases, in the regulation's order.

    """

    triggers: Ladder[Conduct]

    @cached_property
    def nothing(self) -> Decision[tuple[Conduct, ...]]:
        """The answer where no case is met."""
        return Decision(Absent.none, (Reason("supervision.nothing", (), self.triggers.citation),))


def decide(
    conduct: Collection[Conduct], params: Params, *, overdue: bool
) -> Decision[tuple[Conduct, ...]]:
    """The cases that are met, in the regulation's order; ``none`` where there are none.

    Args:
        conduct: what went wrong, as found.
        params: the regulation's cases.
        overdue: whether a statutory limit is overdue, or was met late; whether with good reason
            is not on record, and told to be so.

    """
    triggers = params.triggers
    if triggers.absent is _SILENT:
        missing = silence(triggers)
        return Decision(Undetermined.undetermined, (missing,))
    if not conduct and not overdue:
        return params.nothing
    found = {*conduct, Conduct.overdue} if overdue else conduct
    met = tuple(one for one in triggers.values if isinstance(one, Conduct) and one in found)
    if not met:
        return params.nothing
    why = tuple(Reason("supervision.met", (("trigger", one),), triggers.cited(one)) for one in met)
    if overdue and Conduct.overdue in met and Conduct.overdue not in conduct:
        why = (_UNEXPLAINED, *why)
    return Decision(met, why)


def apply(_: Context, params: Params, delay: Delay) -> Decision[tuple[Conduct, ...]]:
    """The answer about the case of ``context``."""
    return decide(delay.conduct, params, overdue=delay.overdue)


def owed(_: tuple[Conduct, ...]) -> Iterator[Owed]:
    """The supervision, while the matter is open and none is on record."""
    yield Owed(_SUPERVISE)


_SUPERVISE = Duty(
    EventKind.supervise, Role.petition_office, Role.handling_body, lapses=True, once=True
)


# Looking a member up costs as much as a reason.
_SILENT: Final = Absent.silent

"""Does the handling call for supervision, and why? (督办情形).

Source: 2022 regulation (信访工作条例) Art. 40: a petition office that finds a matter accepted or
handled against the rules, shirked, dragged out or falsified, or an opinion not carried out, and
the like, supervises promptly and suggests how to mend the work. 2005 regulation (信访条例) Art.
36: six cases: overdue without good reason, no feedback, wrong procedure, shirking, an opinion not
carried out, and others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

from xinfang_core import messages
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.messages import Lang
from xinfang_core.obligation import Delay, Duty, Overseen, Owed
from xinfang_core.sources import Citation, CitedList
from xinfang_core.vocabulary import Absent, Basis, Conduct, EventKind, Role, Undetermined

BY_THE_OFFICE_OF_ITS_LEVEL = Citation(
    source="",
    clause="督办的对象和机关",
    phrase="",
    basis=Basis.interpreted,
    note=(
        "督办逾期或者查实有问题的机关，由该机关本级的信访部门督办；复查、复核机关按有权处理层级依次上推；"
        "逾期有无正当理由不登记，由督办的部门认定，在此之前按应当督办"
    ),
)
"""The body that is late is supervised, by the petition office of its own level."""


@frozen
class Params:
    """What calls for supervision.

    Attributes:
        triggers: the cases, in the regulation's order.

    """

    triggers: CitedList[Conduct]

    @cached_property
    def nothing(self) -> Decision[Supervision]:
        """The answer where no case is met."""
        return Decision(Absent.none, (Reason("supervision.nothing", (), self.triggers.citation),))


@frozen
class Supervision:
    """What calls for supervision, and of whom (督办).

    Attributes:
        triggers: the cases that are met, in the regulation's order.
        bodies: who is to be supervised; nobody where what was late is done by now.

    """

    triggers: tuple[Conduct, ...]
    bodies: tuple[Overseen, ...] = ()

    def text(self, lang: Lang = "zh") -> str:
        """The cases that are met."""
        return messages.words(self.triggers, lang)


def decide(delay: Delay, params: Params) -> Decision[Supervision]:
    """The cases that are met, in the regulation's order; ``none`` where there are none.

    Args:
        delay: what went wrong, as found or by the limits, and whose handling it was; whether
            there was a good reason for being late is not on record, and told to be so.
        params: the regulation's cases.

    """
    conduct, overdue, bodies = delay
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
    return Decision(Supervision(met, bodies), (*why, *_by_whom(bodies)))


def _by_whom(bodies: tuple[Overseen, ...]) -> Iterator[Reason]:
    """By which office each body is supervised."""
    for body, late, level, _ in bodies:
        code = "supervision.by_whom" if level else "supervision.level_unknown"
        facts, missing = (("body", body), ("level", level)), () if level else ("competent_level",)
        cited = BY_THE_OFFICE_OF_ITS_LEVEL
        yield Reason(f"{code}_late" if late else code, facts[: 2 if level else 1], cited, missing)


def apply(_: Context, params: Params, delay: Delay) -> Decision[Supervision]:
    """The answer about the case of ``context``."""
    return decide(delay, params)


def owed(outcome: Supervision) -> Iterator[Owed]:
    """The supervision, while the matter is open and none is on record."""
    for body, _, level, since in outcome.bodies:
        office = Role.petition_office if level else Undetermined.undetermined
        duty = Duty(EventKind.supervise, office, body, lapses=True, once=True, level=level)
        yield Owed(duty, None, since)


# Looking a member up costs as much as a reason.
_SILENT: Final = Absent.silent

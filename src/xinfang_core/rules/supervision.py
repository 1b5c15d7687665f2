"""Does the handling call for supervision, and why? (督办情形).

Source: 2022 regulation (信访工作条例) Art. 40: a petition office that finds a matter accepted or
handled against the rules, shirked, dragged out or falsified, or an opinion not carried out, and
the like, supervises promptly and suggests how to mend the work. 2005 regulation (信访条例) Art.
36: six cases: overdue without good reason, no feedback, wrong procedure, shirking, an opinion not
carried out, and others.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Final

from attrs import frozen

from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Ladder, Sourced
from xinfang_core.vocabulary import Absent, Conduct, Undetermined


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
        overdue: whether a statutory limit is overdue, or was met late, without a reason told.

    """
    triggers = params.triggers
    if triggers.absent is _SILENT:
        missing = silence(Sourced(Absent.silent, triggers.citation))
        return Decision(Undetermined.undetermined, (missing,))
    if not conduct and not overdue:
        return params.nothing
    found = {*conduct, Conduct.overdue} if overdue else conduct
    met = tuple(one for one in triggers.values if isinstance(one, Conduct) and one in found)
    if not met:
        return params.nothing
    return Decision(
        met,
        tuple(Reason("supervision.met", (("trigger", one),), triggers.cited(one)) for one in met),
    )


# Looking a member up costs as much as a reason.
_SILENT: Final = Absent.silent

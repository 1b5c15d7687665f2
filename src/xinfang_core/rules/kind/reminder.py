"""Who has to be reminded of what may grow out of the matter? (提示预警).

Source: Gongshu (拱墅网上信访): of problems that show a tendency or are new the competent department
is reminded in good time, with suggestions on how to prevent and resolve them. The reminder goes to
the office and speaks of the matter; of persons it says nothing, and it changes no limit. How
soon is in good time the source does not say.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import Absent, Basis, Role, Sign, Undetermined

TO_THE_OFFICE = Citation(
    source="",
    clause="提示预警的对象",
    phrase="",
    basis=Basis.interpreted,
    note="提示预警只发给办理机关，只说事项；对信访人没有任何影响；未登记的苗头不推断",
)
"""A reminder is for the office, about the matter; signs that are not recorded are not guessed."""


@frozen
class Params:
    """What a policy says about reminders.

    Attributes:
        signs: the signs of which somebody is reminded.
        to: who is reminded.

    """

    signs: CitedList[Sign]
    to: Sourced[Role]


def decide(signs: Collection[Sign], params: Params) -> Decision[Role]:
    """Who is to be reminded; ``none`` where the matter shows no such sign.

    Args:
        signs: the signs that are recorded of the matter.
        params: the policy's signs and whom it reminds.

    """
    listed, to = params.signs, params.to
    if listed.absent is Absent.silent:
        unknown = silence(listed)
        return Decision(Undetermined.undetermined, (unknown,))
    shown = tuple(one for one in listed.values if isinstance(one, Sign) and one in signs)
    if not shown:
        return Decision(Absent.none, (_NO_SIGN,))
    if isinstance(to.value, Absent):
        return Decision(Undetermined.undetermined, (silence(to),))
    facts = (("signs", shown), ("to", to.value))
    return Decision(to.value, (Reason("reminder.due", facts, listed.cited(shown[0])), _OFFICE))


def apply(context: Context, params: Params) -> Decision[Role]:
    """The answer about the case of ``context``."""
    return decide(context.case.signs, params)


_NO_SIGN = Reason("reminder.no_sign", (), TO_THE_OFFICE)
_OFFICE = Reason("reminder.to_the_office", (), TO_THE_OFFICE)

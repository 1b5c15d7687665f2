"""Which of the three suggestions does the petition office make? (三项建议).

Source: 2022 regulation (信访工作条例) Arts. 14, 40: to mend the work where a matter calls for
supervision; to complete the policy where the trouble lies in it; to hold to account where
shirking, dragging or falsifying had grave consequences. 2005 regulation (信访条例) Arts. 36-38:
the same three, the third as a proposal of disciplinary measures.
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
from xinfang_core.sources import Table
from xinfang_core.vocabulary import Absent, Conduct, EventKind, Role, SuggestionKind, Undetermined


@frozen
class Params:
    """Which suggestion follows from what.

    Attributes:
        by_conduct: the suggestion for each thing that went wrong; that for grave consequences
            holds only together with shirking, from which they have to come.

    """

    by_conduct: Table[Conduct, SuggestionKind]

    @cached_property
    def nothing(self) -> Reason:
        """That nothing gives rise to a suggestion."""
        return Reason("suggestion.nothing", (), self.by_conduct[Conduct.breach_of_rules].citation)


@frozen
class Suggested:
    """What is suggested, and to whom (三项建议).

    Attributes:
        kinds: the suggestions, in their usual order.
        bodies: to whom; nobody where what was late is done by now.

    """

    kinds: tuple[SuggestionKind, ...]
    bodies: tuple[Overseen, ...] = ()

    def text(self, lang: Lang = "zh") -> str:
        """The suggestions."""
        return messages.words(self.kinds, lang)


def decide(delay: Delay, params: Params) -> Decision[Suggested]:
    """The suggestions, in their usual order; ``none`` where nothing gives rise to one.

    Args:
        delay: what went wrong, as found or by the limits, and whose handling it was.
        params: the regulation's table.

    """
    conduct, overdue, bodies = delay
    if not conduct and not overdue:
        return _new(Decision, (_NONE, (params.nothing,), ()))
    table = params.by_conduct
    causes = (*conduct, Conduct.overdue) if overdue and Conduct.overdue not in conduct else conduct
    reasons: list[Reason] = []
    kinds: set[SuggestionKind] = set()
    for cause in causes:
        found = table[cause]
        if cause is Conduct.grave_consequences and Conduct.shirking not in conduct:
            reasons.append(Reason("suggestion.grave_alone", (), found.citation))
        elif isinstance(found.value, Absent):
            return Decision(Undetermined.undetermined, (silence(found),))
        else:
            kinds.add(found.value)
            facts = (("cause", cause), ("kind", found.value))
            reasons.append(Reason("suggestion.by_cause", facts, found.citation))
    if not kinds:
        return Decision(Absent.none, (*reasons, params.nothing))
    in_order = tuple(kind for kind in SuggestionKind if kind in kinds)
    return Decision(Suggested(in_order, bodies), tuple(reasons))


def apply(_: Context, params: Params, delay: Delay) -> Decision[Suggested]:
    """The answer about the case of ``context``."""
    return decide(delay, params)


def owed(outcome: Suggested) -> Iterator[Owed]:
    """The suggestion, by the office that supervises, while the matter is open and none is made."""
    for body, _, level, since in outcome.bodies:
        office = Role.petition_office if level else Undetermined.undetermined
        duty = Duty(EventKind.suggest, office, body, lapses=True, once=True, level=level)
        yield Owed(duty, None, since)


# What the generated constructor does, at half its cost; looking a member up costs as much.
_new = tuple.__new__
_NONE: Final = Absent.none

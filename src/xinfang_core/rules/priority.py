"""In what does a proxied matter come first? (优先办理).

Source: the online-proxy system (网上信访代理), second part, first measure. Whatever comes
through an agent the competent bodies register, accept, dispatch, handle and answer first (五优先).
No limit of anybody else becomes longer by that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Ladder, Sourced
from xinfang_core.vocabulary import Absent, Priority, Undetermined

if TYPE_CHECKING:
    from xinfang_core.case import Agent


@frozen
class Params:
    """What a proxied matter comes first in.

    Attributes:
        priorities: the steps, in the source's order.

    """

    priorities: Ladder[Priority]


def decide(agent: Agent | None, params: Params) -> Decision[tuple[Priority, ...]]:
    """The steps in which the matter comes first; ``none`` where no agent is recorded.

    Args:
        agent: who acts for the petitioner; None is read as nobody, with a reason.
        params: the policy's list.

    """
    wanted = params.priorities
    if wanted.absent is Absent.silent:
        silent = silence(Sourced(Absent.silent, wanted.citation))
        return Decision(Undetermined.undetermined, (silent,))
    if agent is None:
        return Decision(Absent.none, (Reason("priority.no_agent", (), wanted.citation),))
    steps = tuple(step for step in wanted.values if not isinstance(step, Absent))
    if not steps:
        return Decision(Absent.none, (Reason("priority.nothing_named", (), wanted.citation),))
    proxied = Reason("priority.proxied", (("priorities", steps),), wanted.citation)
    return Decision(steps, (proxied,))

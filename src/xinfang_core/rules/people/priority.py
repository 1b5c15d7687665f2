"""In what does a proxied matter come first? (优先办理).

Source: the online-proxy system (网上信访代理), second part, first measure. Whatever comes
through an agent the competent bodies register, accept, dispatch, handle and answer first (五优先).
No limit of anybody else becomes longer by that.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, Priority, Undetermined

if TYPE_CHECKING:
    from xinfang_core.case import Agent


@frozen
class Params:
    """What a proxied matter comes first in.

    Attributes:
        priorities: the steps, in the source's order.

    """

    priorities: CitedList[Priority]

    @cached_property
    def nobody(self) -> Decision[tuple[Priority, ...]]:
        """The answer where no agent is recorded."""
        return _none("priority.no_agent", self)

    @cached_property
    def proxied(self) -> Decision[tuple[Priority, ...]]:
        """The answer about a proxied matter."""
        steps = tuple(step for step in self.priorities.values if not isinstance(step, Absent))
        if not steps:
            return _none("priority.nothing_named", self)
        facts = (("priorities", steps),)
        return Decision(steps, (Reason("priority.proxied", facts, self.priorities.citation),))


def _none(code: str, params: Params) -> Decision[tuple[Priority, ...]]:
    return Decision(Absent.none, (Reason(code, (), params.priorities.citation),))


def decide(agent: Agent | None, params: Params) -> Decision[tuple[Priority, ...]]:
    """The steps in which the matter comes first; ``none`` where no agent is recorded.

    Args:
        agent: who acts for the petitioner; None is read as nobody, with a reason.
        params: the policy's list.

    """
    wanted = params.priorities
    if wanted.absent is _SILENT:
        silent = silence(wanted)
        return Decision(Undetermined.undetermined, (silent,))
    return params.nobody if agent is None else params.proxied


def apply(context: Context, params: Params) -> Decision[tuple[Priority, ...]]:
    """The answer about the case of ``context``."""
    return decide(context.case.agent, params)


# Looking a member up costs as much as a reason.
_SILENT: Final = Absent.silent

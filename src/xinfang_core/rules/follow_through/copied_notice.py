"""Up to which level is the unresolved matter copied? (三级抄告).

Source: Gongshu (拱墅网上信访): prominent matters that are not resolved are copied upward in three
levels; the level rises with how far the problem has grown and how much is done to resolve it. Who
gets each copy and what raises the level the source does not say: measure and thresholds are the
host's to fill in.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.case import History
from xinfang_core.context import Context
from xinfang_core.decision import Decision
from xinfang_core.ladder import Measured, climb
from xinfang_core.sources import Bands, CitedList, Sourced
from xinfang_core.vocabulary import LadderMeasure, SupervisionStep


@frozen
class Params:
    """What a policy says about the copies.

    Attributes:
        steps: the levels, lowest first.
        limit: the limit that moves it, by the name of its rule; ``silent`` for the policy's own.
        measure: what raises the level.
        reached: the level by that measure.

    """

    steps: CitedList[SupervisionStep]
    limit: Sourced[str]
    measure: Sourced[LadderMeasure]
    reached: Bands[SupervisionStep]


def decide(measured: Measured, history: History, params: Params) -> Decision[SupervisionStep]:
    """The level up to which the matter is to be copied; ``none`` below the first one.

    Args:
        measured: what can raise the level, as far as it is known.
        history: the events; a ``supervise`` with a step says that a copy was sent.
        params: the policy's ladder.

    """
    return climb(params, measured, history)


def apply(context: Context, params: Params, measured: Measured) -> Decision[SupervisionStep]:
    """The answer about the case of ``context``."""
    return decide(measured, context.history, params)

"""Which step does the joint conference take about a failing leadership? (追责阶梯).

Source: 2022 regulation (信访工作条例) Art. 39: leading groups and officials that fail in their
petition duties and have grave problems are called to an interview (约谈), named in a bulletin
(通报) or put under listed supervision (挂牌督办) by the joint conference (联席会议), by the
gravity of the case, and told to mend within a set time. What makes a case how grave the
regulation does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.ladder import Measured, climb
from xinfang_core.sources import Bands, CitedList, Sourced
from xinfang_core.vocabulary import LadderMeasure, SupervisionStep

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.decision import Decision


@frozen
class Params:
    """The steps, and what moves a matter up.

    Attributes:
        steps: the steps, mildest first.
        limit: the limit that moves it, by the name of its rule; ``silent`` for the policy's own.
        measure: which measure stands for the gravity.
        reached: the step by that measure.

    """

    steps: CitedList[SupervisionStep]
    limit: Sourced[str]
    measure: Sourced[LadderMeasure]
    reached: Bands[SupervisionStep]


def decide(measured: Measured, history: History, params: Params) -> Decision[SupervisionStep]:
    """The step that the matter has reached; undetermined while nobody says what moves it up.

    Args:
        measured: the measures, as far as they are known.
        history: the events known on the day asked about.
        params: the steps and what moves a matter up.

    """
    return climb(params, measured, history)


def apply(context: Context, params: Params, measured: Measured) -> Decision[SupervisionStep]:
    """The answer about the case of ``context``."""
    return decide(measured, context.history, params)

"""Which of the three letters and one interview has the matter reached? (三函一约谈).

Source, Jiuyuan (九原“红色代办”), third part: a reminder, a key supervision letter, a letter that
suggests accountability and an interview, listed in this order; and the three suggestions that a
petition office may make. What moves a matter up the source does not say: until a district fills
that in, the step is undetermined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason
from xinfang_core.ladder import Measured, climb
from xinfang_core.sources import Bands, CitedList, Sourced
from xinfang_core.vocabulary import LadderMeasure, SuggestionKind, SupervisionStep

if TYPE_CHECKING:
    from xinfang_core.case import History


@frozen
class Params:
    """The ladder of letters.

    Attributes:
        steps: the steps, lowest first.
        limit: the limit that moves it, by the name of its rule; ``silent`` for the policy's own.
        measure: what moves a matter up.
        reached: the step by that measure.
        suggestions: what the petition office may suggest besides.

    """

    steps: CitedList[SupervisionStep]
    limit: Sourced[str]
    measure: Sourced[LadderMeasure]
    reached: Bands[SupervisionStep]
    suggestions: CitedList[SuggestionKind]


def decide(measured: Measured, history: History, params: Params) -> Decision[SupervisionStep]:
    """The step that the matter has reached; ``none`` below the first one.

    Args:
        measured: what is known of days overdue, of the share of the limit, of repeats.
        history: the events known on the day asked about; ``supervise`` with a step took it.
        params: the policy's ladder.

    """
    climbed = climb(params, measured, history)
    suggestions = params.suggestions
    if not suggestions.steps or not isinstance(climbed.outcome, SupervisionStep):
        return climbed
    facts = (("kinds", suggestions.values),)
    may = Reason("supervision_letters.suggestions", facts, suggestions.citation)
    return Decision(climbed.outcome, (*climbed.reasons, may), climbed.findings)


def apply(context: Context, params: Params, measured: Measured) -> Decision[SupervisionStep]:
    """The answer about the case of ``context``."""
    return decide(measured, context.history, params)

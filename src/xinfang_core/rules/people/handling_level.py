"""At which level is the matter handled? (办理层级).

Source: the online-proxy system (网上信访代理), first part, second route. District, town and village
work together: what village or community can handle it handles at once; what it cannot goes to a
district department or to town or street. Yubei (渝北“三色”分类) has the same three levels and says
that what exceeds the town goes to the district. The levels, and which one handles at once, are
the policy's.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import Absent, Basis, Level, Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

LOWEST_ABLE = Citation(
    source="",
    clause="由能够办理的最低一级办理",
    phrase="",
    basis=Basis.interpreted,
    note="自下而上逐级判断：本级能够办理的由本级办理，不能办理的提交上一级，最高一级不再上交",
)
"""The lowest level that can handle the matter does; the highest one takes what is left."""

_UPWARDS = Reason("handling_level.upwards", (), LOWEST_ABLE)
_VILLAGE, _TOWN = Level.village, Level.town


@frozen
class Params:
    """The levels of handling.

    Attributes:
        levels: the levels, lowest first; the last one takes what no other can handle.
        at_once: the level that handles what it can at once.

    """

    levels: CitedList[Level]
    at_once: Sourced[Level]

    @cached_property
    def answers(self) -> dict[tuple[bool | None, bool | None], Decision[Level]]:
        """The answer for everything that may be recorded, see ``decide``."""
        return {
            (village, town): _answer({_VILLAGE: village, _TOWN: town}, self)
            for village in (True, False, None)
            for town in (True, False, None)
        }


def decide(
    *, village_can_handle: bool | None, town_can_handle: bool | None, params: Params
) -> Decision[Level]:
    """The lowest level that can handle the matter.

    Args:
        village_can_handle: whether village or community can; None where not recorded.
        town_can_handle: whether town or street can; None where not recorded.
        params: the policy's levels.

    Returns:
        Undetermined where it is not recorded whether a level can, unless a lower one can.

    """
    return params.answers[village_can_handle, town_can_handle]


def apply(context: Context, params: Params) -> Decision[Level]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        village_can_handle=case.village_can_handle,
        town_can_handle=case.town_can_handle,
        params=params,
    )


def _answer(can: Mapping[Level, bool | None], params: Params) -> Decision[Level]:
    """The level of a matter of which this is recorded."""
    levels = params.levels
    if levels.absent is Absent.silent:
        silent = silence(levels)
        return Decision(Undetermined.undetermined, (silent,))
    if not levels.steps:
        nothing = Reason("handling_level.no_levels", (), levels.citation)
        return Decision(Absent.none, (nothing,))
    return _lowest(can, params)


_CAN: dict[object, tuple[str, ...]] = {
    Level.village: ("village_can_handle",),
    Level.town: ("town_can_handle",),
}
"""The fact that says whether a level can handle the matter."""


def _lowest(can: Mapping[Level, bool | None], params: Params) -> Decision[Level]:
    """Level by level upwards; the last one is not asked."""
    *lower, highest = params.levels.steps
    for step in lower:
        level = step.value
        able = None if isinstance(level, Absent) else can.get(level)
        if able is None:
            unknown = Reason(
                "handling_level.not_recorded",
                (("level", level),),
                step.citation,
                _CAN.get(level, ()),
            )
            return Decision(Undetermined.undetermined, (unknown,))
        if able:
            return _handled_by(step, "handling_level.able", params)
    return _handled_by(highest, "handling_level.highest", params)


def _handled_by(step: Sourced[Level], code: str, params: Params) -> Decision[Level]:
    """The level, and that it handles the matter at once where the policy says so."""
    found = Reason(code, (("level", step.value),), step.citation)
    if step.value is not params.at_once.value:
        return Decision(step.value, (found, _UPWARDS))
    at_once = Reason("handling_level.at_once", (("level", step.value),), params.at_once.citation)
    return Decision(step.value, (found, at_once, _UPWARDS))

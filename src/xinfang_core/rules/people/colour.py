"""Which of the three colours marks the matter? (三色分类).

Source: Yubei (渝北“三级服务中心”), part four. What village or community can handle is red, what
they cannot is orange and goes to town or street, what is beyond those is yellow and goes to the
district command centre, which passes it to the departments. A colour thus names the level that
handles the matter; it says nothing about urgency, and other systems' red means something else.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_of, silence
from xinfang_core.sources import Citation, Table
from xinfang_core.vocabulary import Absent, Basis, Level, LevelColour, Undetermined

NEEDS_LEVEL = Citation(
    source="",
    clause="三色按办理层级划分",
    phrase="",
    basis=Basis.interpreted,
    note="颜色只表示由哪一级办理，不表示轻重缓急；办理层级无法确定的，不标颜色",
)
"""A colour stands for a level, so without a level there is no colour to tell."""

_NO_LEVEL: Decision[LevelColour] = Decision(
    Undetermined.undetermined,
    (Reason("colour.level_undetermined", (), NEEDS_LEVEL, ("handling_level",)),),
)


@frozen
class Params:
    """What a policy says about colours.

    Attributes:
        colour: the colour of each level; declared over the levels that the source marks.

    """

    colour: Table[Level, LevelColour]


def decide(level: Level | Undetermined | Absent, params: Params) -> Decision[LevelColour]:
    """The colour of the matter.

    Args:
        level: the outcome of ``handling_level``.
        params: the policy's colours.

    """
    if not isinstance(level, Level):
        return _NO_LEVEL
    cell = params.colour[level]
    if isinstance(cell.value, Absent):
        return Decision(Undetermined.undetermined, (silence(cell),))
    facts = (("level", level), ("colour", cell.value))
    return Decision(cell.value, (Reason("colour.by_level", facts, cell.citation),))


def apply(
    _: Context, params: Params, handling_level: Decision[Level] | None
) -> Decision[LevelColour]:
    """The answer about the case of ``context``."""
    return decide(outcome_of(handling_level), params)

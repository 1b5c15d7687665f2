"""Lists of a Word file (编号): bullets, and counted lists that each begin at 1."""

from __future__ import annotations

from typing import Final

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HANGING = 420
"""How far items hang, in twips: two characters of ten and a half points."""

_BULLETS, _COUNTED = 0, 1
BULLET_LIST: Final = 1
"""The number of the list of bullets; counted lists follow."""


def in_list(number: int) -> str:
    """The property of a paragraph that is an item of the list with a number."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def numbering_part(numbered: int) -> str:
    """The part that tells all lists: that of bullets, and as many counted ones as are asked for."""
    lists = (_restarted(BULLET_LIST + one) for one in range(1, numbered + 1))
    return (
        f"<w:numbering {_NAMESPACE}>{_kind(_BULLETS, 'bullet', '•')}"
        f'{_kind(_COUNTED, "decimal", "%1.")}<w:num w:numId="{BULLET_LIST}">'
        f'<w:abstractNumId w:val="{_BULLETS}"/></w:num>{"".join(lists)}</w:numbering>'
    )


def _kind(number: int, form: str, mark: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{2 * _HANGING}" w:hanging="{_HANGING}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _restarted(number: int) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_COUNTED}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )

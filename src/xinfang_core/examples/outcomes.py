"""Parts of an outcome by their names (结论的部分), through decisions, objects, lists, mappings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from xinfang_core.assessment.answer import outcome_text
from xinfang_core.codec.csv_answers import csv_cell
from xinfang_core.codec.plain import field_names, plain
from xinfang_core.decision import Decision
from xinfang_core.messages import speaks, words

if TYPE_CHECKING:
    from collections.abc import Iterable


def outcome_part(answer: object, path: Iterable[str]) -> object:
    """The part that a path leads to; None where it leads nowhere.

    A list is entered by number counted from 0, or by what stands first in the item.
    """
    found = answer
    for step in path:
        whole = found.outcome if isinstance(found, Decision) else found
        found = _below(whole, step)
    return found


def _below(whole: object, step: str) -> object:
    if isinstance(whole, Mapping):
        return next((one for key, one in whole.items() if _is_named(key, step)), None)
    names = field_names(type(whole))
    if names:
        return getattr(whole, step) if step in names else None
    if not isinstance(whole, tuple):
        return None
    if step.isdecimal():
        return whole[int(step)] if int(step) < len(whole) else None
    return next((one for one in whole if _is_named(_first(one), step)), None)


def _first(item: object) -> object:
    """By what an item of a list is known."""
    names = field_names(type(item))
    return getattr(item, names[0]) if names else item


def _is_named(key: object, step: str) -> bool:
    return step in {str(plain(key)), words(key, "zh")}


def keyed(value: object) -> str:
    """A value as a cell by keys: what is named as ``KEY=VALUE``, a list between 、."""
    if isinstance(value, Decision):
        return keyed(value.outcome)
    if isinstance(value, Mapping):
        return "；".join(f"{plain(key)}={keyed(one)}" for key, one in value.items())
    if isinstance(value, tuple) and not field_names(type(value)):
        return "、".join(map(keyed, value))
    names = field_names(type(value))
    if names:
        told = (getattr(value, name) for name in names)
        return " ".join(filter(None, map(keyed, told)))
    return csv_cell(str(value) if isinstance(value, Fraction) else plain(value))


def worded(value: object) -> str:
    """The same in Chinese."""
    if isinstance(value, Decision):
        held = isinstance(value.outcome, Mapping) or type(value.outcome) is tuple
        return worded(value.outcome) if held else csv_cell(outcome_text(value))
    if isinstance(value, Mapping):
        return "；".join(f"{words(key, 'zh')}={worded(one)}" for key, one in value.items())
    if speaks(value):
        return csv_cell(words(value, "zh"))
    if isinstance(value, tuple) and not field_names(type(value)):
        return "、".join(map(worded, value))
    names = field_names(type(value))
    if names:
        told = (getattr(value, name) for name in names)
        return " ".join(filter(None, map(worded, told)))
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else csv_cell(words(value, "zh"))


def decisions_in(answer: object) -> Iterator[Decision[object]]:
    """Every decision that an answer is, or holds."""
    if isinstance(answer, Decision):
        yield answer
        yield from decisions_in(answer.outcome)
    elif isinstance(answer, Mapping):
        for one in answer.values():
            yield from decisions_in(one)
    elif isinstance(answer, tuple) and not field_names(type(answer)):
        for one in answer:
            yield from decisions_in(one)
    else:
        for name in field_names(type(answer)):
            yield from decisions_in(getattr(answer, name))

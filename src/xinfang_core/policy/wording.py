"""A line of a policy in words (取值的文字): where it stands, what it says, in which unit."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, get_args, get_origin

from xinfang_core.messages import render, words
from xinfang_core.policy.pack import params_class
from xinfang_core.policy.parameters import annotations_of, part_of, shapes_of
from xinfang_core.policy.sampling import list_title, sample_of
from xinfang_core.sources import Bands, CitedList, Table
from xinfang_core.vocabulary import Absent, Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.policy.listing import Line


__all__ = ["list_title", "names_of", "placed", "sample_words", "shape_of", "unit_of", "value_words"]


def unit_of(line: Line) -> Measure | None:
    """What a number counts, by the annotation of its parameter; None for any other value."""
    kind = get_args(_hint(line)[0])[-1]
    return next((one for one in get_args(kind) if isinstance(one, Measure)), None)


def value_words(line: Line) -> str:
    """The value with its unit, in Chinese."""
    said = words(line.value, "zh")
    unit = unit_of(line)
    if unit is None or isinstance(line.value, Absent):
        return said
    return f"{said}%" if unit is Measure.percent else f"{said}{unit.text()}"


def placed(found: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """Each line with the words of where it stands: its keys, its threshold, its step."""
    for _, group in groupby(found, whole_of):
        for number, line in enumerate(group, 1):
            yield line, _place(line, number)


def shape_of(line: Line) -> object:
    """The shape that the line is a part of: ``Sourced``, ``Table``, ``Bands`` or ``CitedList``."""
    return get_origin(_hint(line)[0])


def parameter_title(rule: str, parameter: str) -> str:
    """The Chinese name of a parameter, or of a value that one has under a name.

    Args:
        rule: its rule, or what declares it as ``SECTION.KEY``.
        parameter: its name.

    """
    from xinfang_core.messages.catalogue import CATALOGUE

    own = f"parameter.of.{rule.partition('.')[0]}.{parameter}"
    return render(own if own in CATALOGUE else f"parameter.{parameter}", {})


def sample_words(line: Line) -> str:
    """One case that the value is about, in words; of a value for all cases nothing."""
    hint, keys = _hint(line)
    shape = get_origin(hint)
    if shape is Bands:
        return render("policy.sample_band", {"start": keys[0]})
    if shape is not Table:
        return ""
    lists = get_args(hint)[0]
    kinds = get_args(lists) if get_origin(lists) is tuple else (lists,)
    told = kinds if object not in kinds else ()
    return sample_of(keys, told).text()  # type: ignore[arg-type]


def names_of(line: Line) -> tuple[object, ...]:
    """The names under which a parameter has the value, where it has values of its own."""
    _, keys = _hint(line)
    return line.keys[: len(line.keys) - len(keys)]


def whole_of(line: Line) -> tuple[object, ...]:
    """What the values of one table, of one list or of the same bands have in common."""
    return line.variant, line.rule, line.parameter, names_of(line)


def is_step(line: Line) -> bool:
    """Whether it is one of a list, which is known by what it is and not by its number."""
    return get_origin(_hint(line)[0]) is CitedList and not isinstance(line.value, Absent)


def _place(line: Line, number: int) -> str:
    return "，".join(filter(None, (".".join(map(str, names_of(line))), _within(line, number))))


def _within(line: Line, number: int) -> str:
    """Where a value stands in its table, list or bands."""
    hint, keys = _hint(line)
    shape = get_origin(hint)
    if is_step(line):
        return render("policy.step", {"number": number})
    if shape is Bands:
        return render("policy.band", {"start": keys[0]})
    if len(keys) > 1:
        return "，".join(f"{list_title(type(key))}：{words(key, 'zh')}" for key in keys)
    return "".join(words(key, "zh") for key in keys)


def _hint(line: Line) -> tuple[Any, tuple[object, ...]]:
    """The annotation of the line's value, in the one shape that its keys show, and those keys."""
    hint, keys = annotations_of(params_class(line.rule))[line.parameter], line.keys
    while (part := part_of(hint)) is not None:
        keys = keys[1:] if get_origin(hint) is Mapping else keys
        hint, keys = annotations_of(part)[str(keys[0])], keys[1:]
    shapes = shapes_of(hint)
    return (shapes[-1] if keys else shapes[0]), keys

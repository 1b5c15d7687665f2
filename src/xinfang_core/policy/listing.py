"""A policy edition as a list of its values (办法清单), for people and for the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from xinfang_core.policy.tables import is_left_out
from xinfang_core.sources import Bands, Citation, CitedList, Sourced, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.policy.edition import Edition


@frozen
class Line:
    """One value of a policy.

    Attributes:
        rule: the rule it belongs to.
        parameter: its name.
        keys: the table keys it stands under; empty for a single value.
        value: the value itself.
        citation: where it is written and how firmly.
        variant: the variant it belongs to; empty for the default reading.

    """

    rule: str
    parameter: str
    keys: tuple[object, ...]
    value: object
    citation: Citation
    variant: str = ""


def lines(edition: Edition) -> tuple[Line, ...]:
    """Every value of the edition in the order of the file's rules, variants last."""
    found = [line for rule, params in edition.params.items() for line in _of(rule, params)]
    for variant in edition.variants.values():
        for rule, replaced in variant.params.items():
            found += _lines(rule, replaced, variant.name)
    return tuple(found)


def _of(rule: str, params: Any) -> Iterator[Line]:  # noqa: ANN401 - any Params
    return _lines(rule, asdict(params, recurse=False), "")


def _lines(rule: str, values: Mapping[str, Any], variant: str) -> Iterator[Line]:
    for name, value in values.items():
        for keys, cell in _cells(value):
            yield Line(rule, name, keys, cell.value, cell.citation, variant)


def _cells(value: Any) -> Iterator[tuple[tuple[object, ...], Any]]:  # noqa: ANN401 - any shape
    """What a parameter holds: of a table what its policy lists, else one value or each step."""
    if isinstance(value, Table):
        for key, cell in value.cells.items():
            if not is_left_out(cell):
                yield (key if isinstance(key, tuple) else (key,)), cell
    elif isinstance(value, Bands):
        yield from (
            ((start,), cell) for start, cell in zip(value.starts, value.values, strict=True)
        )
    elif isinstance(value, CitedList):
        whole = Sourced(value.absent, value.citation)
        yield from [((), step) for step in value.steps or (whole,)]
    else:
        yield (), value

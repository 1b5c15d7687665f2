"""A policy edition as a list of its values (办法清单), for people and for the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from xinfang_core.messages import render
from xinfang_core.policy.pack import is_declared
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
        own_title: of what a policy declares itself its official name; empty for a rule.

    """

    rule: str
    parameter: str
    keys: tuple[object, ...]
    value: object
    citation: Citation
    variant: str = ""
    own_title: str = ""

    @property
    def title(self) -> str:
        """The title of the rule, or the official name of what is declared."""
        return self.own_title or render(f"rule.{self.rule}", {})


def lines(edition: Edition) -> tuple[Line, ...]:
    """Every value of the edition in the order of the file's rules, variants last."""
    titles = own_titles(edition.params)
    found: list[Line] = []
    for rule, params in edition.params.items():
        found += _lines(rule, _values(params), "", titles.get(rule, ""))
    for variant in edition.variants.values():
        for rule, replaced in variant.params.items():
            found += _lines(rule, replaced, variant.name, titles.get(rule, ""))
    return tuple(found)


def unlisted(edition: Edition) -> tuple[Line, ...]:
    """What the tables of the edition leave out, being declared over a part; no variants."""
    titles = own_titles(edition.params)
    return tuple(
        Line(rule, name, keys, cell.value, cell.citation, "", titles.get(rule, ""))
        for rule, params in edition.params.items()
        for name, value in _values(params).items()
        if isinstance(value, Table)
        for keys, cell in _of_table(value)
        if is_left_out(cell)
    )


def _values(params: Any) -> Mapping[str, Any]:  # noqa: ANN401 - any Params
    return asdict(params, recurse=False)


def own_titles(params: Mapping[str, Any]) -> dict[str, str]:
    """The official names of what a policy declares, by ``SECTION.KEY``."""
    return {rule: str(one.name.value) for rule, one in params.items() if is_declared(rule)}


def _lines(rule: str, values: Mapping[str, Any], variant: str, title: str) -> Iterator[Line]:
    for name, value in values.items():
        for keys, cell in _cells(value):
            yield Line(rule, name, keys, cell.value, cell.citation, variant, title)


def _cells(value: Any) -> Iterator[tuple[tuple[object, ...], Any]]:  # noqa: ANN401 - any shape
    """What a parameter holds: of a table what its policy lists, else one value or each step.

    Of what is declared a value may be left out, or have values of its own, each under its name.
    """
    if isinstance(value, Sourced):
        yield (), value
    elif isinstance(value, Table):
        yield from ((keys, cell) for keys, cell in _of_table(value) if not is_left_out(cell))
    elif isinstance(value, Bands):
        yield from (
            ((start,), cell) for start, cell in zip(value.starts, value.values, strict=True)
        )
    elif isinstance(value, CitedList):
        whole = Sourced(value.absent, value.citation)
        yield from [((), step) for step in value.steps or (whole,)]
    elif value is not None:
        for name, one in (value if isinstance(value, dict) else _values(value)).items():
            yield from (((name, *keys), cell) for keys, cell in _cells(one))


def _of_table(table: Table[Any, Any]) -> Iterator[tuple[tuple[object, ...], Any]]:
    """The cells of a table, the keys of each as a tuple."""
    for key, cell in table.cells.items():
        yield (key if isinstance(key, tuple) else (key,)), cell

"""The values of one rule as tables (取值表): each with clause, phrase, basis and note."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from xinfang_core.documents.blocks import Paragraph, Run, Table
from xinfang_core.documents.rulebook.wording import badge, cited, heads, told
from xinfang_core.messages import words
from xinfang_core.policy.wording import (
    list_title,
    names_of,
    parameter_title,
    placed,
    shape_of,
    value_words,
    whole_of,
)
from xinfang_core.sources import Table as CitedTable
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.policy import Edition, Line

_TWO = 2
"""Keys of a table that is drawn with rows and columns."""


def value_tables(edition: Edition, found: Sequence[Line]) -> tuple[Block, ...]:
    """The values of a rule: one table, and one more for each that has rows and columns.

    Args:
        edition: the edition, whose title needs not be told of each clause.
        found: the values of the rule, variants last.

    """
    rows: list[tuple[Words, ...]] = []
    crossed: list[Block] = []
    for _, group in groupby(found, whole_of):
        kept = list(group)
        if is_crossed(kept):
            crossed += _crossed(edition, kept)
        else:
            rows += [_row(edition, line, where) for line, where in placed(kept)]
    if not rows:
        return tuple(crossed)
    columns = heads("parameter", "value", "clause", "basis", "note")
    return (Table(columns, tuple(rows), widths=(20, 20, 22, 13, 25)), *crossed)


def is_crossed(found: Sequence[Line]) -> bool:
    """Whether the values of a table stand under two keys, each combination of them once."""
    keys = [_keys(line) for line in found]
    if shape_of(found[0]) is not CitedTable or any(len(one) != _TWO for one in keys):
        return False
    sides = [tuple(dict.fromkeys(key[side] for key in keys)) for side in range(_TWO)]
    return min(map(len, sides)) > 1 and len(keys) == len(sides[0]) * len(sides[1])


def parameter_words(edition: Edition, line: Line) -> str:
    """The name of a parameter, with the variant that it is of."""
    name = parameter_title(line.rule, line.parameter)
    if not line.variant:
        return name
    return name + told("of_variant", title=edition.variants[line.variant].title)


def _keys(line: Line) -> tuple[object, ...]:
    return line.keys[len(names_of(line)) :]


def _row(edition: Edition, line: Line, where: str) -> tuple[Words, ...]:
    name = parameter_words(edition, line)
    named: Words = (Run(name), Run(f"\n{where}", faint=True)) if where else name
    citation = line.citation
    place = cited(citation, edition.title)
    # What is not told rests on nothing: the legend has no badge for it.
    basis = "" if line.value is Absent.silent else (badge(citation.basis),)
    return named, value_words(line), place, basis, citation.note


def _crossed(edition: Edition, found: Sequence[Line]) -> Iterator[Block]:
    """A table with rows and columns, and on what it rests."""
    keys = [_keys(line) for line in found]
    down, across = (tuple(dict.fromkeys(key[side] for key in keys)) for side in range(_TWO))
    cells = dict(zip(keys, found, strict=True))
    citations = tuple(dict.fromkeys(line.citation for line in found))
    shared = len({one.basis for one in citations}) == 1
    corner = " / ".join(list_title(type(side[0])) for side in (down, across))
    rows = tuple(
        (words(row, "zh"), *(_cell(cells[row, one], shared=shared) for one in across))
        for row in down
    )
    columns = (corner, *(words(one, "zh") for one in across))
    caption = "，".join((parameter_words(edition, found[0]), *map(str, names_of(found[0]))))
    yield Table(columns, rows, caption=caption)
    for one in citations:
        told_of = (Run(cited(one, edition.title) + " "), badge(one.basis), Run(f" {one.note}"))
        yield Paragraph(told_of, is_note=True)


def _cell(line: Line, *, shared: bool) -> Words:
    """A value, with its badge where others of the table stand otherwise."""
    said = value_words(line)
    alone = shared or line.value is Absent.silent
    return said if alone else (Run(f"{said} "), badge(line.citation.basis))

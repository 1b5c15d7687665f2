"""Policies as tables (办法表): editions, clauses, every value with its citation, and the limits.

The limits stand once more in a table of their own, in full for each reading, so that a due date
is had by a join: what a variant does not replace is there as the default reading has it.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.codec.plain import plain
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.exporting.table import Table, columns
from xinfang_core.messages import words
from xinfang_core.policy.listing import lines
from xinfang_core.policy.wording import list_title, unit_of, value_words
from xinfang_core.vocabulary import Absent, Declared, Term, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from xinfang_core.exporting.table import Cell, Column
    from xinfang_core.policy import Clause, Edition, Line

    _Parents = tuple[tuple[str, tuple[str, ...]], ...]
    _Rows = Callable[["_Told"], Iterator[tuple[Cell, ...]]]
    _Shape = tuple[str, tuple[Column, ...], tuple[str, ...], _Rows, _Parents]

_EDITION = columns("""
    edition_no:whole edition_label:text policy_id:text title:text? effective:day?
    superseded:day? picked_by:word outside_as:word? transition_note:text? digest:text
""")
_VARIANT = columns("""
    edition_no:whole reading:word title:text? reading_of:text? confirmed:day?
""")
_CLAUSE = columns("""
    edition_no:whole clause_no:whole clause_id:text source_title:text? locator:text?
    restated:text? encoded_by:text? set_aside:text?
""")
_VALUE = columns("""
    edition_no:whole value_no:whole reading:word rule_name:word parameter_name:word cell:word
    step_no:whole value_text:text? value_words:text? amount:number? unit:word? absent:word?
    basis:word source_title:text? locator:text? phrase:text? note:text?
""")
_KEY = columns("""
    edition_no:whole value_no:whole key_no:whole dimension:text? key_name:word key_words:text?
""")
_CITED = columns("edition_no:whole value_no:whole clause_no:whole")
_LIMIT = columns("""
    edition_no:whole reading:word rule_name:word parameter_name:word cell:word
    starts_at:word? amount:whole unit:word value_no:whole
""")
DEFAULT = "default"
"""The name of the reading that is no variant's; no null, so that keys can hold it."""

SINGLE = "-"
"""Where a value stands that is in no table."""

_IN_DAYS = frozenset(
    one.name for one in (Unit.working_day, Unit.calendar_day, Unit.month, Unit.same_day)
)
_OF_EDITION = ("xf_edition", ("edition_no",))
_OF_VALUE = ("xf_value", ("edition_no", "value_no"))
_OF_CLAUSE = ("xf_clause", ("edition_no", "clause_no"))


class _Told(NamedTuple):
    """An edition with its number, its lines, and the day from which a newer one takes over."""

    number: int
    edition: Edition
    lines: tuple[Line, ...]
    superseded: date | None


def policy_tables(editions: Iterable[Edition]) -> tuple[Table, ...]:
    """The editions, each once, with all that ``policy show`` tells of them.

    Raises:
        MisuseError: two editions of one label that say different things.

    """
    once = _once(editions)
    told = [
        _Told(number, one, lines(one), _superseded(one, once)) for number, one in enumerate(once, 1)
    ]
    return tuple(
        Table(name, shape, key, tuple(row for one in told for row in rows(one)), (), parents)
        for name, shape, key, rows, parents in _TABLES
    )


def _once(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Each edition once: several local policies lie over the same national ones."""
    found: dict[str, Edition] = {}
    for one in editions:
        if found.setdefault(one.label, one).digest != one.digest:
            facts = (("label", one.label),)
            raise MisuseError(Fault("export.two_of_label", facts, path="--policy"))
    return tuple(found.values())


def _superseded(one: Edition, editions: tuple[Edition, ...]) -> date | None:
    """The first day of the next edition of the same policy; None for the newest."""
    others = (other.effective for other in editions if other.policy_id == one.policy_id)
    return min(
        (day for day in others if day and (one.effective is None or day > one.effective)),
        default=None,
    )


def _head(told: _Told) -> Iterator[tuple[Cell, ...]]:
    one = told.edition
    yield (
        *(told.number, one.label, one.policy_id, one.title, one.effective, told.superseded),
        *(one.picked_by.name, one.outside_as.name if one.outside_as else None),
        *(one.transition.text, one.digest),
    )


def _variants(told: _Told) -> Iterator[tuple[Cell, ...]]:
    """The readings, the default one first, whose name is ``default``."""
    yield told.number, DEFAULT, told.edition.reading or DEFAULT, None, None
    for one in told.edition.variants.values():
        yield told.number, one.name, one.title, one.reading_of or None, one.confirmed


def _clauses(told: _Told) -> Iterator[tuple[Cell, ...]]:
    for place, one in enumerate(told.edition.clauses, 1):
        stands = one.clause_id, one.source or told.edition.title, one.locator, one.text
        yield told.number, place, *stands, " ".join(one.encoded_by) or None, one.set_aside or None


def _values(told: _Told) -> Iterator[tuple[Cell, ...]]:
    seen: Counter[tuple[str, ...]] = Counter()
    for place, line in enumerate(told.lines, 1):
        where = line.variant or DEFAULT, line.rule, line.parameter, _cell(line)
        seen[where] += 1
        cited = line.citation
        yield (
            *(told.number, place, *where, seen[where]),
            *(_text(line), value_words(line), *_measured(line)),
            line.value.name if isinstance(line.value, Absent) else None,
            *(cited.basis.name, cited.source or None, cited.clause or None),
            *(cited.phrase or None, cited.note or None),
        )


def _text(line: Line) -> str:
    """The value as the wire has it: bare where it is one word, JSON where it is more."""
    found = plain(line.value)
    return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)


def _measured(line: Line) -> tuple[Decimal | None, str | None]:
    """The number of a value and what it counts."""
    found = plain(line.value)
    if isinstance(found, dict) and found.keys() == {"count", "unit"}:
        return Decimal(found["count"]), found["unit"]
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        unit = unit_of(line)
        return Decimal(str(found)), unit.name if unit else None
    return None, None


def _cell(line: Line) -> str:
    """Where a value stands in its table."""
    return ",".join(str(plain(key)) for key in line.keys) or SINGLE


def _keys(told: _Told) -> Iterator[tuple[Cell, ...]]:
    for place, line in enumerate(told.lines, 1):
        for position, key in enumerate(line.keys, 1):
            title = list_title(type(key)) if isinstance(key, Term) else None
            yield told.number, place, position, title, str(plain(key)), words(key, "zh")


def _cited(told: _Told) -> Iterator[tuple[Cell, ...]]:
    """The clauses at the place that a value cites; those that it carries out, if any are told."""
    by_place: dict[tuple[str, str], list[tuple[int, Clause]]] = {}
    for position, one in enumerate(told.edition.clauses, 1):
        key = one.source or told.edition.title, one.locator
        by_place.setdefault(key, []).append((position, one))
    for place, line in enumerate(told.lines, 1):
        names = {line.rule, f"{line.rule}.{line.parameter}"}
        there = by_place.get((line.citation.source, line.citation.clause), [])
        carried = [one for one in there if names.intersection(one[1].encoded_by)]
        yield from ((told.number, place, position) for position, _ in carried or there)


def _limits(told: _Told) -> Iterator[tuple[Cell, ...]]:
    """What is counted in days, under every reading, with the event that starts it."""
    numbered = tuple(enumerate(told.lines, 1))
    for reading in ("", *told.edition.variants):
        replaced = {
            (one.rule, one.parameter) for one in told.lines if reading and one.variant == reading
        }
        used = [
            (place, one)
            for place, one in numbered
            if one.variant == reading
            or (not one.variant and (one.rule, one.parameter) not in replaced)
        ]
        starts = {one.rule: one.value for _, one in used if one.parameter == "start"}
        for place, one in used:
            amount, unit = _measured(one)
            if unit in _IN_DAYS:
                start = starts.get(one.rule)
                at = start.name if isinstance(start, (Term, Declared)) else None
                where = reading or DEFAULT, one.rule, one.parameter, _cell(one)
                yield told.number, *where, at, amount, unit, place


_TABLES: tuple[_Shape, ...] = (
    ("xf_edition", _EDITION, _OF_EDITION[1], _head, ()),
    ("xf_variant", _VARIANT, ("edition_no", "reading"), _variants, (_OF_EDITION,)),
    ("xf_clause", _CLAUSE, _OF_CLAUSE[1], _clauses, (_OF_EDITION,)),
    ("xf_value", _VALUE, _OF_VALUE[1], _values, (_OF_EDITION,)),
    ("xf_value_key", _KEY, (*_OF_VALUE[1], "key_no"), _keys, (_OF_VALUE,)),
    ("xf_value_clause", _CITED, (*_OF_VALUE[1], "clause_no"), _cited, (_OF_VALUE, _OF_CLAUSE)),
    ("xf_limit", _LIMIT, ("edition_no", "reading", "value_no"), _limits, (_OF_VALUE,)),
)
"""Each table: its name, columns, key, how its rows are told, and what it refers to."""

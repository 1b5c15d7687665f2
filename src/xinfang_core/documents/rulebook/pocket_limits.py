"""The limits of an edition that can be counted from a day (可速查的期限)."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from attrs import frozen

from xinfang_core.documents.rulebook.key_rules import LIMIT, is_limit, scope_words, start_words
from xinfang_core.documents.rulebook.wording import told
from xinfang_core.messages import words
from xinfang_core.periods import (
    CalendarDays,
    ClockPeriod,
    Months,
    Period,
    SameDay,
    WorkingDays,
)
from xinfang_core.policy.wording import placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.policy import Edition, Line
    from xinfang_core.vocabulary import Basis

    Periods = tuple[Period, ...]

_MORE = ("extension_limit", "extension")
_COUNTED = (WorkingDays, CalendarDays, Months)
_TOGETHER = frozenset({CalendarDays, Months})


@frozen
class PocketLimit:
    """One limit that can be counted from a day (期限).

    Attributes:
        rule: its rule.
        title: what it is called, with the kind that it is for.
        start: the events that it counts from, in words.
        periods: its length; with the most that an extension adds, both.
        basis: how firmly the length stands.
        scope: for which matters, in words; empty where it is for all.

    """

    rule: str
    title: str
    start: str
    periods: Periods
    basis: Basis
    scope: str = ""


def pocket_limits(edition: Edition, found: Sequence[Line]) -> tuple[PocketLimit, ...]:
    """The limits in days and months, of the variants too, each extension as one of its own."""
    by_rule: dict[str, list[Line]] = {}
    for line in found:
        if is_limit(line.rule):
            by_rule.setdefault(line.rule, []).append(line)
    return tuple(one for lines in by_rule.values() for one in _of_rule(edition, lines))


def left_out(found: Iterable[Line]) -> tuple[str, ...]:
    """The titles of the limits that end on their first day, or run by the clock."""
    kinds = (SameDay, *get_args(ClockPeriod))
    uncounted = (one for one in found if is_limit(one.rule) and isinstance(one.value, kinds))
    return tuple(dict.fromkeys(f"{one.title}（{words(one.value, 'zh')}）" for one in uncounted))


def columns_of(found: Iterable[PocketLimit]) -> dict[Periods, list[PocketLimit]]:
    """The limits by their length, shortest first: equal lengths end on the same day."""
    columns: dict[Periods, list[PocketLimit]] = {}
    for one in sorted(found, key=lambda one: _order(one.periods)):
        columns.setdefault(one.periods, []).append(one)
    return columns


def _order(periods: Periods) -> tuple[int, int]:
    first = _COUNTED.index(type(periods[0]))
    return first, sum(one.count for one in periods)


def _of_rule(edition: Edition, lines: Sequence[Line]) -> Iterator[PocketLimit]:
    """The limits of one rule: as they are, and with the most that an extension adds."""
    start = start_words(lines[0].rule, lines)
    scope = scope_words(lines[0].rule, lines)
    more = next((line for line in lines if line.parameter in _MORE and not line.variant), None)
    for line, where in placed(lines):
        if line.parameter == LIMIT and isinstance(line.value, _COUNTED):
            title = _title(edition, line, where)
            basis = line.citation.basis
            yield PocketLimit(line.rule, title, start, (line.value,), basis, scope)
            if more is not None and (added := _added(line.value, more.value)):
                longer = title + told("extended")
                both = line.value, added
                yield PocketLimit(line.rule, longer, start, both, more.citation.basis, scope)


def _added(limit: Period, more: object) -> Period | None:
    """An extension, where it can be added: it is of the same unit, or of months and days."""
    both = {type(limit), type(more)}
    fits = len(both) == 1 or both == _TOGETHER
    return more if isinstance(more, _COUNTED) and fits else None


def _title(edition: Edition, line: Line, where: str) -> str:
    """The name of a limit, the kind it is for and the variant that it is of."""
    kind = f"（{where}）" if where else ""
    variant = ""
    if line.variant:
        variant = told("of_variant", title=edition.variants[line.variant].title)
    return f"{line.title}{kind}{variant}"

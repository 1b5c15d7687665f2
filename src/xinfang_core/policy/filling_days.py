"""When a file that fills in another policy, and the editions of that, are in force together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.policy.edition import Draft, Edition


def pairs(drafts: Sequence[Draft], bases: Sequence[Edition]) -> Iterator[tuple[Draft, Edition]]:
    """Each file with each edition of the policy it fills in, where both are in force together.

    Files and editions are given, and the pairs yielded, newest first. From its own day on a file
    fills in the editions in force then and later, until the next file's day.
    """
    until = _LATEST
    for draft in drafts:
        since = _day(draft)
        then = next((_day(base) for base in bases if _day(base) <= since), since)
        yield from ((draft, base) for base in bases if then <= _day(base) < until)
        until = since


def before(drafts: Sequence[Draft], bases: Sequence[Edition]) -> Iterator[Edition]:
    """The editions that stand alone before the first file's day; both are given newest first."""
    return (base for base in bases if _day(base) < _day(drafts[-1]))


def later_rules(bases: Iterable[Edition], base: Edition) -> frozenset[str]:
    """The rules that editions newer than ``base`` have and it lacks."""
    newer = (rule for one in bases if _day(one) > _day(base) for rule in one.params)
    return frozenset(rule for rule in newer if rule not in base.params)


_LATEST = "~"
"""Stands after every day."""


def _day(one: Draft | Edition) -> str:
    """The first day in force, in an order in which an undated one comes first."""
    return str(one.effective or "")

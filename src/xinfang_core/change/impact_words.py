"""An impact in words (影响的文字): sentences, tables and histograms, whatever they are shown on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.change.histogram import Size, bars_of
from xinfang_core.codec.lacking import name_text
from xinfang_core.messages import render, words
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from xinfang_core.change.histogram import Bars
    from xinfang_core.change.impact import Impact, RuleImpact

NAMED = 20
"""So many case numbers stand in a sentence."""


@frozen
class Board:
    """A table of words and numbers.

    Attributes:
        title: what it tells.
        heads: what stands above its columns.
        rows: its rows.

    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def sentences(found: Impact) -> Iterator[str]:
    """What comes out on the whole, and at the end of what it was asked."""
    counts = ("cases", "changed", "unchanged", "undecided")
    yield render("impact.cases", {name: getattr(found, name) for name in counts})
    if found.other_national:
        yield render("impact.other_national", {})
    if found.refused:
        yield _refused(found)
    picked = {"picked": found.picked, "changed": found.picked_changed}
    yield render("impact.picked" if found.picked else "impact.picks_none", picked)
    if found.paid_old or found.paid_new:
        more = found.paid_new - found.paid_old
        facts = {"old": found.paid_old, "new": found.paid_new, "more": said_money(more, more)}
        yield render("impact.paid", facts)
    for name in ("overdue", "late"):
        numbers = getattr(found, name)
        if numbers:
            yield _numbered(f"impact.{name}", numbers)
    if found.relieved:
        yield render("impact.relieved", {"count": found.relieved})
    yield render("impact.asked", {"old": found.old, "new": found.new, "as_of": found.as_of})


def _refused(found: Impact) -> str:
    """How many rows could not be read, by the column that is wrong."""
    columns: Counter[str] = Counter()
    for (column, _), count in found.refused.items():
        columns[column or render("impact.row", {})] += count
    named = tuple(f"{column} {count}" for column, count in sorted(columns.items()))
    return render("impact.refused", {"count": columns.total(), "columns": named})


def _numbered(code: str, numbers: Sequence[str]) -> str:
    """How many cases, and the numbers of the first of them."""
    shown = tuple(numbers[:NAMED])
    more = render("impact.and_more", {}) if len(numbers) > NAMED else ""
    return render(code, {"count": len(numbers), "numbers": shown, "more": more})


def shown(found: Impact) -> Iterator[Board | Bars]:
    """The tables and histograms that have something to tell, in order."""
    for one in _all(found):
        if one is not None:
            yield one


def _all(found: Impact) -> Iterator[Board | Bars | None]:
    yield _board("rules", map(_rule_row, found.rules))
    yield _board("transitions", _transitions(found))
    for rule in found.rules:
        if rule.days:
            title = render("impact.days", {"title": rule.title})
            yield bars_of(title, rule.days, said_days)
    if found.payments:
        yield bars_of(render("impact.payments", {}), found.payments, said_money)
    moved = ((one.case_no, one.title, one.old, one.new, _one(one.days)) for one in found.shifts)
    yield _board("shifts", moved)
    paid = (
        (one.case_no, words(one.old, "zh"), words(one.new, "zh"), said_money(one.more, one.more))
        for one in found.awards
    )
    yield _board("awards", paid)
    lacks = ((one.title, _lack(found, one.names), one.cases) for one in found.missing)
    yield _board("missing", lacks)


def _rule_row(one: RuleImpact) -> tuple[object, ...]:
    undecided = (one.undecided_old, one.undecided_new, one.undecided_both)
    return (one.title, one.compared, one.changed, *undecided)


def _board(name: str, rows: Iterable[tuple[object, ...]]) -> Board | None:
    """The table of a name; None where it would be empty."""
    kept = tuple(rows)
    heads = tuple(render(f"impact.columns.{name}", {}).split("|"))
    return Board(render(f"impact.title.{name}", {}), heads, kept) if kept else None


def _transitions(found: Impact) -> Iterator[tuple[object, ...]]:
    """From which answer to which other one, rule by rule, most cases first."""
    for rule in found.rules:
        for (old, new), count in rule.transitions.items():
            yield rule.title, _answer(old), _answer(new), count


def _answer(term: object) -> str:
    return render("outcome.none", {}) if term is Absent.none else words(term, "zh")


def _lack(found: Impact, names: tuple[str, ...]) -> str:
    """What is missing: of the record, or of the policy."""
    if not names:
        return render("impact.not_told", {})
    told: dict[str, dict[str, None]] = {}
    for name in names:
        code = "lacking.of_policy" if "." in name else "lacking.of_record"
        told.setdefault(code, {})[name_text(name, found.own_titles)] = None
    return "；".join(render(code, {"names": (*lacks,)}) for code, lacks in told.items())


def _one(days: int) -> str:
    return said_days(days, days)


def said_days(low: int, high: int) -> str:
    """By how many days a last day moves, from the one number to the other."""
    return _said("days", low, high)


def said_money(low: Decimal, high: Decimal) -> str:
    """By how many yuan an award differs, from the one number to the other."""
    return _said("money", low, high)


def _said(what: str, low: Size, high: Size) -> str:
    if low == high == 0:
        return render(f"impact.{what}.same", {})
    sign = "less" if high < 0 else "more"
    near, far = map(_plainly, sorted((abs(low), abs(high))))
    size = str(near) if low == high else f"{near}～{far}"
    return render(f"impact.{what}.{sign}", {"size": size})


def _plainly(size: int | Decimal) -> int | Decimal:
    """A whole number without decimals."""
    return int(size) if size == int(size) else size

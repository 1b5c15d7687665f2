"""A period day by day (逐日计算表): every day, or where it is long the runs of like days."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from xinfang_core.documents.account.wording import said
from xinfang_core.documents.blocks import Table
from xinfang_core.drawing.day_rows import day_heads, day_row, source_of, start_row
from xinfang_core.drawing.wording import month_title, state_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from xinfang_core.calendar import DayLine

EVERY_DAY = 31
"""Days of a period that are told one by one; of a longer one the runs of days that are alike."""

RUNS = 186
"""Days of which the runs are told; of a longer period the months."""

Row = tuple[str, ...]
_WIDTHS = (23, 13, 9, 8, 19, 38)
_RUNNING = 3
_YEAR = len("2026-")


def ledger(title: str, start: date, days: tuple[DayLine, ...]) -> Table:
    """The day table of a period that ``start`` sets off, which is its first row.

    Args:
        title: the name of the limit.
        start: the day of the event.
        days: the days through the last one; at least one.

    """
    # Of a period of the same day the start is itself counted.
    apart = [] if days[0].day == start else [start_row(start)]
    facts = {"title": title, "start": start, "due": days[-1].day}
    return Table(
        heads=day_heads(),
        rows=(*apart, *_rows(days)),
        aligned={_RUNNING: "right"},
        caption=said("ledger", **facts),
        widths=_WIDTHS,
        folded=said("ledger_folded", count=len(days), **facts),
    )


def _rows(days: tuple[DayLine, ...]) -> Iterable[Row]:
    if len(days) <= EVERY_DAY:
        return map(day_row, days)
    if len(days) <= RUNS:
        return _runs(days)
    return _months(days)


def _runs(days: tuple[DayLine, ...]) -> Iterator[Row]:
    """Days that follow one another and say the same, as one row."""
    rows = (day_row(line) for line in days)
    for (state, *why), run in groupby(rows, lambda row: (row[2], *row[4:])):
        alike = [*run]
        first, last = alike[0], alike[-1]
        # The year is not said again of the last day.
        day = _span(first[0], last[0].removeprefix(first[0][:_YEAR]))
        yield (day, _span(first[1], last[1]), state, last[_RUNNING], *why)


def _span(first: str, last: str) -> str:
    alike = first.endswith(last)
    return first if alike else render("drawing.span", {"first": first, "last": last})


def _months(days: tuple[DayLine, ...]) -> Iterator[Row]:
    """What the days of each month do, how many they are, and by which notices."""
    for month, run in groupby(days, lambda line: (line.day.year, line.day.month)):
        lines = [*run]
        states = [state_of(line) for line in lines]
        counts = ((state, states.count(state)) for state in dict.fromkeys(states))
        told = tuple(
            said("so_many", what=render(f"drawing.state.{state}", {}), count=count)
            for state, count in counts
        )
        sources = tuple(filter(None, dict.fromkeys(map(source_of, lines))))
        state = render("drawing.year.next", {}).join(told)
        notices = render("drawing.and", {}).join(sources)
        yield month_title(*month, "zh"), "", state, str(lines[-1].running), "", notices

"""The month picture of a period as a table (期限日历), where pictures cannot be drawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from xinfang_core.documents.account.ledger import RUNS
from xinfang_core.documents.account.wording import said
from xinfang_core.documents.blocks import Run, Table
from xinfang_core.drawing.wording import badge_of, month_title, state_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.calendar import DayLine
    from xinfang_core.documents.blocks import Align, Words

_WEEK = 7
_WIDTHS = (16, *(12,) * _WEEK)


def month_grid(start: date, days: tuple[DayLine, ...]) -> tuple[Table, ...]:
    """A row a week, a cell a day, with what it does; none of a period that is too long for it."""
    if len(days) > RUNS:
        return ()
    heads = (said("week"), *render("drawing.weekdays", {}).split())
    rows = tuple(_weeks(start, days))
    middle: dict[int, Align] = dict.fromkeys(range(1, _WEEK + 1), "centre")
    awaits = any(line.awaits is not None for line in days)
    code = "grid_awaiting" if awaits else "grid"
    caption = said(code, start=start, due=days[-1].day)
    return (Table(heads, rows, aligned=middle, caption=caption, widths=_WIDTHS),)


def _weeks(start: date, days: tuple[DayLine, ...]) -> Iterator[tuple[Words, ...]]:
    """The weeks from that of the start through that of the last day."""
    cells: dict[date, Words] = {start: _start(start)}
    cells |= {line.day: _cell(line, is_last=line is days[-1]) for line in days}
    monday, month = start - timedelta(days=start.weekday()), 0
    while monday <= days[-1].day:
        week = [monday + timedelta(days=number) for number in range(_WEEK)]
        first = next(day for day in week if day in cells)
        title = "" if first.month == month else month_title(first.year, first.month, "zh")
        month = first.month
        yield (title, *(cells.get(day, "") for day in week))
        monday += timedelta(days=_WEEK)


def _start(day: date) -> Words:
    return (Run(f"{_day(day)}\n{render('drawing.mark.start', {})}", strong=True),)


def _cell(line: DayLine, *, is_last: bool) -> Words:
    """The day, whether it is off or worked by a notice, and what it does."""
    state = state_of(line)
    mark = render(f"drawing.mark.{'due' if is_last else state}", {"running": line.running})
    badge = badge_of(line.kind)
    told = render(f"drawing.mark.{badge}", {}) if badge else ""
    awaits = said("awaits") if line.awaits is not None else ""
    text = f"{_day(line.day)}{told}{awaits}\n{mark}"
    return (Run(text, strong=is_last, faint=not is_last and not line.counted),)


def _day(day: date) -> str:
    """The number of the day; of the first one of a month with the month."""
    return f"{day.month}/{day.day}" if day.day == 1 else str(day.day)

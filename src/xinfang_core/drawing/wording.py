"""Days and lines of a day table in short words, the same in every view."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from xinfang_core.calendar.days import DayKind
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from xinfang_core.calendar.day_by_day import DayLine
    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.messages import Lang

State: TypeAlias = Literal["counted", "skipped", "rolled", "suspended"]
"""What a day does to a period: 计, 不计, 顺延, 中止."""

Badge: TypeAlias = Literal["off", "worked"]
"""What marks a day that is arranged otherwise than its weekday says: 休, 班."""

_OFF = frozenset({DayKind.holiday, DayKind.in_lieu, DayKind.expected_holiday})

_PAIR = 2
"""Days that are said one by one, 2日、3日; only from three on is it 2日至4日."""

_STATES: Mapping[str, State] = {
    "day_table.rolled_over": "rolled",
    "day_table.rolled_to": "rolled",
    "day_table.suspended": "suspended",
}


def state_of(line: DayLine) -> State:
    """What the day of ``line`` does to its period."""
    return "counted" if line.counted else _STATES.get(line.code, "skipped")


def badge_of(kind: DayKind) -> Badge | None:
    """Whether the day is off or worked by an arrangement, which is marked beside its number."""
    return "worked" if kind is DayKind.make_up_day else "off" if kind in _OFF else None


def month_name(month: int, lang: Lang) -> str:
    """Such as 2月 or Feb."""
    return render("drawing.months", {}, lang).split()[month - 1]


def month_title(year: int, month: int, lang: Lang) -> str:
    """Such as 2026年2月 or Feb 2026."""
    return render("drawing.month_title", {"year": year, "month": month_name(month, lang)}, lang)


def spans(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """First and last day of each run of consecutive days, two days as one each.

    ``days`` are in order.
    """
    for _, run in groupby(enumerate(days), lambda pair: pair[1].toordinal() - pair[0]):
        found = [day for _, day in run]
        if len(found) == _PAIR:
            yield from ((day, day) for day in found)
        else:
            yield found[0], found[-1]


def spans_in_words(days: Iterable[date], lang: Lang) -> str:
    """Days of one year, such as 2月14日、28日 or 1月28日至2月4日."""
    parts, said = [], ""
    for span in spans(days):
        ends = []
        for day in sorted(set(span)):
            month = month_name(day.month, lang)
            words = render("drawing.date", {"month": month, "day": day.day}, lang)
            # In Chinese the month comes first, and is not said again of the next day.
            ends.append(words.removeprefix(said))
            said = month
        both = {"first": ends[0], "last": ends[-1]}
        parts.append(ends[0] if len(ends) == 1 else render("drawing.span", both, lang))
    return render("drawing.and", {}, lang).join(parts)


def cited(days: Iterable[CalendarDay], lang: Lang) -> str:
    """The notices behind ``days``, by number, or title where it was not found, and by region."""
    notices = dict.fromkeys(one.notice for one in days if one.notice)
    regions = dict.fromkeys(notice.region for notice in notices if notice.region)
    names = [notice.number or notice.title for notice in notices]
    names += [render("drawing.region", {"region": region}, lang) for region in regions]
    return render("drawing.and", {}, lang).join(filter(None, names))

"""A year of the calendar for mail programs and telephones (RFC 5545 iCalendar)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from xinfang_core.calendar.days import DayKind
from xinfang_core.drawing.arranged import is_arranged, is_expected, year_days
from xinfang_core.drawing.wording import cited
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.messages import Lang

MOST_OCTETS = 75
"""Longest line of the file in octets, its end not counted (RFC 5545, 3.1)."""

_SPECIAL = re.compile(r"([\\;,])")
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def year_ics(calendar: WorkCalendar, year: int, lang: Lang = "zh") -> str:
    """The days off and make-up working days of ``year`` as an iCalendar file.

    One all-day event for each run of days off with one name, and one for each make-up working
    day; none takes time (``TRANSPARENT``). Expected holidays are called so, and days that are
    not settled are tentative. The same day has the same UID in every year's and later file.

    Raises:
        MisuseError: ``year`` is not a whole number, or lies outside the calendar.

    """
    days = year_days(calendar, year)
    name = render("drawing.ics.name", {"year": year}, lang)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//xinfang-core//xinfang-core//{lang.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(name)}",
        *(line for run in _runs(days) for line in _event(run, lang)),
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _runs(days: Sequence[CalendarDay]) -> Iterator[list[CalendarDay]]:
    """Days that make one event, in order."""
    for key, run in groupby(days, _event_key):
        if key:
            yield list(run)


def _event_key(one: CalendarDay) -> tuple[object, ...]:
    """Equal for neighbouring days of one event; empty where the day makes none."""
    if one.kind is DayKind.make_up_day:
        return one.day, one.name
    if one.worked or not is_arranged(one):
        return ()
    return one.name, one.settled, is_expected(one)


def _event(run: Sequence[CalendarDay], lang: Lang) -> Iterator[str]:
    first, after = run[0].day, run[-1].day + timedelta(days=1)
    worked = run[0].worked
    yield "BEGIN:VEVENT"
    yield f"UID:{first:%Y%m%d}-{'work' if worked else 'off'}@xinfang-core"
    yield f"DTSTAMP:{_stamp(run):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_escaped(_summary(run[0], lang))}"
    notices = cited(run, lang)
    if notices:
        yield f"DESCRIPTION:{_escaped(notices)}"
    yield f"STATUS:{'CONFIRMED' if run[0].settled else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(one: CalendarDay, lang: Lang) -> str:
    summary = render(f"drawing.ics.{'worked' if one.worked else 'off'}", {"name": one.name}, lang)
    return (
        render("drawing.ics.expected", {"summary": summary}, lang) if is_expected(one) else summary
    )


def _stamp(run: Sequence[CalendarDay]) -> date:
    """The last day of issue of the notices behind the event; 1 January where none is known."""
    issued = [one.notice.issued for one in run if one.notice and one.notice.issued]
    return max(issued, default=date(run[0].day.year, 1, 1))


def _escaped(words: str) -> str:
    """``words`` as an iCalendar text value; other control characters cannot stand in one."""
    marked = _SPECIAL.sub(r"\\\1", words)
    return _CONTROL.sub("", _LINE_END.sub(r"\\n", marked))


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most ``MOST_OCTETS``, no character torn apart."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > MOST_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part

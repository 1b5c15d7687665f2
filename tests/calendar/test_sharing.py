"""One calendar for all: threads, processes, time zones and hash seeds change no answer."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

import xinfang_core
from xinfang_core.calendar import (
    Suspension,
    WorkCalendar,
    changed_days,
    count_days,
    day_table,
    last_day,
    mainland_calendar,
)
from xinfang_core.drawing import (
    day_table_markdown,
    period_svg,
    year_ics,
    year_records,
    year_svg,
    year_text,
)
from xinfang_core.periods import CalendarDays, Months, Period, WorkingDays

if TYPE_CHECKING:
    from collections.abc import Iterator

THREADS = 8
LIMITS: tuple[Period, ...] = (WorkingDays(15), CalendarDays(60), Months(1))
SUSPENSION = Suspension(date(2026, 10, 12), date(2026, 10, 19), "听证")


def answers(calendar: WorkCalendar) -> Iterator[object]:
    """Many answers of one calendar: bare ones, intervals, day tables and pictures."""
    yield calendar
    for ordinal in range(date(2025, 1, 1).toordinal(), date(2027, 3, 1).toordinal(), 32):
        day = date.fromordinal(ordinal)
        yield calendar.day(day)
        yield count_days(calendar, date(2024, 12, 31), day)
        for limit in LIMITS:
            yield last_day(calendar, day, limit)
            yield last_day(calendar, day, limit, suspensions=(SUSPENSION,))
    for start in (date(2026, 9, 30), date(2026, 12, 20)):
        for limit in LIMITS:
            days = day_table(calendar, start, limit, suspensions=(SUSPENSION,))
            yield from (line.text() + line.text("en") for line in days)
            yield period_svg(start, days) + day_table_markdown(start, days, "en")
    for year in (2026, 2027):
        yield year_text(calendar, year) + year_text(calendar, year, "en")
        yield year_ics(calendar, year) + year_svg(calendar, year, "en") + year_svg(calendar, year)
        yield year_records(calendar, year)
    changed = changed_days(calendar.known_on(date(2025, 11, 3)), calendar)
    yield from (one.text() for one in changed)


def digest(calendar: WorkCalendar) -> str:
    """One number for all answers."""
    found = hashlib.sha256()
    for answer in answers(calendar):
        found.update(repr(answer).encode())
    return found.hexdigest()


@cache
def expected() -> tuple[str, str]:
    """The answers of the national calendar and of Guangxi's, as given here."""
    return digest(mainland_calendar()), digest(mainland_calendar("450000"))


class TestThreads:
    """An object never changes and may be shared between threads."""

    def test_asking_one_calendar_at_once_gives_each_the_same_answers(self) -> None:
        calendar = mainland_calendar("450000")
        together = Barrier(THREADS)

        def ask() -> str:
            together.wait(60)
            return digest(calendar)

        with ThreadPoolExecutor(THREADS) as threads:
            asked = [threads.submit(ask) for _ in range(THREADS)]
            found = {one.result(120) for one in asked}
        assert found == {expected()[1]}

    def test_building_one_in_each_gives_equal_calendars(self) -> None:
        together = Barrier(THREADS)

        def build() -> WorkCalendar:
            together.wait(60)
            return mainland_calendar("650000")

        with ThreadPoolExecutor(THREADS) as threads:
            asked = [threads.submit(build) for _ in range(THREADS)]
            built = {one.result(120) for one in asked}
        assert built == {mainland_calendar("650000")}


class TestCopies:
    """What comes back from a pickle is equal, hashes alike and answers alike."""

    @pytest.mark.parametrize("region", ["", "450000"])
    def test_a_pickled_calendar_answers_the_same(self, region: str) -> None:
        calendar = mainland_calendar(region)
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(calendar, protocol))  # noqa: S301 - our own
            assert (again, hash(again)) == (calendar, hash(calendar))
        assert digest(again) == expected()[bool(region)]

    def test_answers_are_picklable_equal_and_hashable(self) -> None:
        calendar = mainland_calendar()
        days = day_table(calendar, date(2026, 12, 20), WorkingDays(15), suspensions=(SUSPENSION,))
        changed = changed_days(calendar.known_on(date(2025, 11, 3)), calendar)
        for one in (*days, *changed, *calendar.notices, calendar.day(date(2026, 10, 1))):
            again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
            assert (again, hash(again)) == (one, hash(one))

    def test_calendars_are_keys(self) -> None:
        national, guangxi = mainland_calendar(), mainland_calendar("450000")
        known = {national: "全国", guangxi: "广西"}
        assert known[mainland_calendar()] == "全国"
        assert known[mainland_calendar("450000")] == "广西"


class TestProcesses:
    """The same bytes wherever the machine stands and however its hashes are seeded."""

    @pytest.mark.parametrize(
        ("zone", "seed"),
        [("UTC", "0"), ("Asia/Shanghai", "1"), ("America/New_York", "2")],
    )
    def test_the_answers_are_the_same(self, zone: str, seed: str) -> None:
        source, here = Path(xinfang_core.__file__).parents[1], Path(__file__)
        code = f"import runpy\nasked = runpy.run_path({str(here)!r})\nprint(*asked['expected']())\n"
        paths = (str(source), str(here.parents[1]))
        settings = {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(paths)}
        ran = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **settings},
            capture_output=True,
            check=True,
            text=True,
            timeout=120,
        )
        assert tuple(ran.stdout.split()) == expected()

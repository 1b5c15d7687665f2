"""What made a calendar can be named, and held against another calendar later."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import work_calendars
from xinfang_core.calendar import (
    ArrangedDay,
    CalendarDay,
    Notice,
    Scope,
    WorkCalendar,
    mainland_calendar,
    region_notices,
)

CALENDAR = mainland_calendar()
NEW_YEAR = ArrangedDay(date(2027, 1, 1), worked=False, name="元旦")
NEXT = Notice("国办发明电〔2026〕9号", 2027, date(2026, 11, 20), (NEW_YEAR,), title="通知")
CLOSED = Notice(
    "", 2026, None, (ArrangedDay(date(2026, 6, 1), worked=False, name="停办"),),
    scope=Scope.office, title="停办公告",
)  # fmt: skip


def digest(calendar: WorkCalendar) -> str:
    return calendar.provenance.digest


def said(day: CalendarDay) -> tuple[object, ...]:
    """All that is told of a day; of its notice what names it, not the other days that it has."""
    notice = day.notice
    named = notice and (notice.scope, notice.region, notice.number, notice.title)
    return (*day._replace(notice=None), named)


class TestWhatIsNamed:
    """地区、当时所知、已导入的通知、确定到哪一天."""

    def test_the_calendar_as_shipped_names_no_notice(self) -> None:
        found = CALENDAR.provenance
        assert (found.regions, found.known_on, found.notices) == ((), None, ())
        assert found.settled_through == date(2026, 12, 28)
        assert len(bytes.fromhex(found.digest)) == 8

    def test_a_shipped_region_is_named_and_its_notices_are_not_imported(self) -> None:
        found = mainland_calendar("450000").provenance
        assert (found.regions, found.notices) == (("450000",), ())

    def test_each_imported_notice_by_number_or_title(self) -> None:
        found = CALENDAR.with_notice(NEXT, CLOSED).provenance
        assert [(one.name, one.year, one.region) for one in found.notices] == [
            ("国办发明电〔2026〕9号", 2027, ""),
            ("停办公告", 2026, ""),
        ]
        assert found.settled_through == date(2027, 12, 28)

    def test_a_region_that_is_not_shipped_is_named_with_its_notice(self) -> None:
        own = ArrangedDay(date(2026, 4, 13), worked=False, name="泼水节")
        notice = Notice(
            "州办1号", 2026, None, (own,), scope=Scope.region, region="532800", whole_year=True
        )
        found = CALENDAR.with_notice(*region_notices("450000"), notice).provenance
        assert found.regions == ("450000", "532800")
        assert [(one.name, one.region) for one in found.notices] == [("州办1号", "532800")]

    def test_what_was_not_known_yet_is_not_named(self) -> None:
        calendar = CALENDAR.with_notice(NEXT)
        eve, then = (calendar.known_on(date(2026, 11, day)).provenance for day in (19, 20))
        assert (eve.known_on, len(eve.notices)) == (date(2026, 11, 19), 0)
        assert (then.known_on, len(then.notices)) == (date(2026, 11, 20), 1)

    def test_it_is_found_once(self) -> None:
        assert CALENDAR.provenance is CALENDAR.provenance


class TestDigest:
    """The same for the same table, and another one for another."""

    def test_is_the_same_in_every_process(self) -> None:
        code = (
            "from xinfang_core.calendar import mainland_calendar\n"
            "print(mainland_calendar('450000').provenance.digest)"
        )
        for seed in ("0", "1"):
            ran = subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
                text=True,
            )
            assert ran.stdout.strip() == digest(mainland_calendar("450000"))

    def test_is_the_same_after_a_pickle(self) -> None:
        again = pickle.loads(pickle.dumps(CALENDAR))  # noqa: S301 - our own
        assert again.provenance == CALENDAR.provenance

    def test_is_the_same_where_nothing_more_is_known(self) -> None:
        assert digest(CALENDAR.known_on(date(2026, 1, 1))) == digest(CALENDAR)
        assert digest(CALENDAR.known_on(date(2025, 11, 3))) != digest(CALENDAR)

    def test_is_another_one_in_a_region(self) -> None:
        assert digest(mainland_calendar("450000")) != digest(CALENDAR)

    @pytest.mark.parametrize(
        "other",
        [
            evolve(NEXT, days=()),
            evolve(NEXT, days=(evolve(NEW_YEAR, name="新年"),)),
            evolve(NEXT, days=(*NEXT.days, ArrangedDay(date(2027, 1, 4), worked=False, name=""))),
            evolve(NEXT, number="国办发明电〔2026〕10号"),
        ],
    )
    def test_is_another_one_for_another_notice(self, other: Notice) -> None:
        first, then = (CALENDAR.with_notice(one).provenance for one in (NEXT, other))
        assert first.digest != then.digest
        assert first.notices[0].digest != then.notices[0].digest

    def test_of_a_notice_does_not_hang_on_the_order_of_its_days(self) -> None:
        days = (NEW_YEAR, ArrangedDay(date(2027, 1, 9), worked=True, name="元旦"))
        first, then = (
            CALENDAR.with_notice(evolve(NEXT, days=given)).provenance.notices[0].digest
            for given in (days, days[::-1])
        )
        assert first == then

    @given(work_calendars(regional=True), work_calendars(regional=True), st.data())
    def test_tells_apart_whatever_a_day_tells_apart(
        self, one: WorkCalendar, other: WorkCalendar, data: st.DataObject
    ) -> None:
        later = data.draw(st.just(other) | st.dates(one.first, one.last).map(one.known_on))
        first, last = max(one.first, later.first), min(one.last, later.last)
        number = (last - first).days
        days = [first + timedelta(days=step) for step in range(number + 1)]
        differ = any(said(one.day(day)) != said(later.day(day)) for day in days)
        assert not (differ and digest(one) == digest(later))

"""What a newer calendar says otherwise than an older one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import DAY, work_calendars
from strategies import FEWER
from xinfang_core.calendar import (
    ArrangedDay,
    Notice,
    Scope,
    WorkCalendar,
    changed_days,
    mainland_calendar,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

CALENDAR = mainland_calendar()


def texts(old: WorkCalendar, new: WorkCalendar) -> list[str]:
    return [one.text() for one in changed_days(old, new)]


def common(old: WorkCalendar, new: WorkCalendar) -> Iterator[date]:
    """The days that both calendars have."""
    day = max(old.first, new.first)
    while day <= min(old.last, new.last):
        yield day
        day += DAY


class TestAcrossAmendments:
    """The days that the amendments of 2019 and 2020 turned, and no other."""

    def test_22_march_2019(self) -> None:
        old, new = (CALENDAR.known_on(date(2019, 3, day)) for day in (21, 22))
        assert texts(old, new) == [
            "2019-04-28 由周末改为劳动节调休上班（国办发明电〔2019〕3号）",
            "2019-05-02 由工作日改为劳动节调休放假（国办发明电〔2019〕3号）",
            "2019-05-03 由工作日改为劳动节调休放假（国办发明电〔2019〕3号）",
            "2019-05-05 由周末改为劳动节调休上班（国办发明电〔2019〕3号）",
        ]

    def test_26_january_2020(self) -> None:
        old, new = (CALENDAR.known_on(date(2020, 1, day)) for day in (25, 27))
        assert texts(old, new) == [
            "2020-01-31 由工作日改为春节放假（国办发明电〔2020〕1号）",
            "2020-02-01 由春节调休上班改为春节放假（国办发明电〔2020〕1号）",
        ]

    def test_the_other_way_round_a_notice_that_is_not_known_is_not_cited(self) -> None:
        back = changed_days(
            CALENDAR.known_on(date(2020, 1, 27)), CALENDAR.known_on(date(2020, 1, 25))
        )
        assert [one.text("en") for one in back] == [
            "2020-01-31 was 春节 holiday, now working day",
            "2020-02-01 was 春节 holiday, now worked for 春节 (国办发明电〔2019〕16号)",
        ]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (date(2019, 3, 22), date(2019, 11, 20)),
            (date(2025, 11, 4), date(2026, 11, 21)),
            (date(2020, 1, 24), date(2020, 1, 25)),
        ],
    )
    def test_between_notices_nothing_changes(self, before: date, after: date) -> None:
        assert changed_days(CALENDAR.known_on(before), CALENDAR.known_on(after)) == ()

    def test_a_yearly_notice_turns_what_was_expected(self) -> None:
        changed = changed_days(
            CALENDAR.known_on(date(2025, 11, 3)), CALENDAR.known_on(date(2025, 11, 4))
        )
        assert {one.after.day.year for one in changed} == {2026}
        assert changed[0].text() == "2026-01-02 由工作日改为元旦调休放假（国办发明电〔2025〕7号）"
        assert all(not one.before.settled and one.after.settled for one in changed)

    def test_a_closure_without_number_is_told_by_its_title(self) -> None:
        closed = (ArrangedDay(date(2026, 6, 15), worked=False, name="停办"),)
        closure = Notice("", 2026, None, closed, scope=Scope.office, title="停办公告")
        assert texts(CALENDAR, CALENDAR.with_notice(closure)) == [
            "2026-06-15 由工作日改为停办放假（停办公告）"
        ]

    def test_a_revision_alone_turns_days_and_names_no_notice(self) -> None:
        old, new = (CALENDAR.known_on(date(2024, 11, day)) for day in (9, 10))
        assert "2025-05-02 由工作日改为预计劳动节放假" in texts(old, new)

    def test_where_only_one_calendar_has_the_days_they_are_not_compared(self) -> None:
        late = WorkCalendar((Notice("", 2030, None, ()),))
        changed = changed_days(CALENDAR, late)
        assert min(one.after.day for one in changed) >= date(2030, 1, 1)
        assert max(one.after.day for one in changed) <= CALENDAR.last


class TestProperties:
    """Generated calendars, as known on two days."""

    @FEWER
    @given(st.data(), work_calendars(regional=True))
    def test_just_the_days_worked_in_one_and_not_in_the_other(
        self, data: st.DataObject, calendar: WorkCalendar
    ) -> None:
        other = calendar.known_on(data.draw(st.dates(date(2003, 1, 1), date(2033, 1, 1))))
        found = changed_days(calendar, other)
        assert [one.after.day for one in found] == [
            day
            for day in common(calendar, other)
            if calendar.find_between(day - DAY, day) != other.find_between(day - DAY, day)
        ]
        for one in found:
            assert one.before.worked is not one.after.worked
            assert one.text() != one.text("en")
        turned = changed_days(other, calendar)
        assert [(one.after, one.before) for one in turned] == [
            (one.before, one.after) for one in found
        ]

    @FEWER
    @given(work_calendars(regional=True))
    def test_a_calendar_does_not_differ_from_itself(self, calendar: WorkCalendar) -> None:
        assert changed_days(calendar, WorkCalendar(calendar.notices, calendar.known_until)) == ()

"""Which notice wins: the nation's, the region's, the office's; and what they may not say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from calendar_strategies import DAY
from xinfang_core.calendar import (
    ArrangedDay,
    DayKind,
    Notice,
    Scope,
    Suspension,
    day_table,
    last_day,
    mainland_calendar,
)
from xinfang_core.errors import MisuseError
from xinfang_core.periods import WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable

NATIONAL = mainland_calendar()


def overlay(
    *days: str,
    worked: str = "",
    year: int = 2026,
    issued: date | None = None,
    scope: Scope = Scope.region,
    whole_year: bool = False,
    amends: bool = False,
    number: str = "甲",
) -> Notice:
    """A notice of Guangxi or of the office: these days off, that one worked."""
    arranged = [ArrangedDay(date.fromisoformat(day), worked=False, name="节") for day in days]
    if worked:
        arranged.append(ArrangedDay(date.fromisoformat(worked), worked=True, name="节"))
    region = "450000" if scope is Scope.region else ""
    return Notice(number, year, issued, tuple(arranged), amends, scope, region, whole_year)


def faults(*notices: Notice) -> list[tuple[str, str]]:
    """What is wrong with the national calendar with further notices: place and code."""
    with pytest.raises(MisuseError) as caught:
        NATIONAL.with_notice(*notices)
    assert caught.value.text("zh") != caught.value.text("en")
    return [(fault.path, fault.code) for fault in caught.value.faults]


class TestPrecedence:
    """National before region before office, whenever issued and in whatever order given."""

    DAY = date(2026, 4, 17)
    REGION = overlay("2026-04-17", issued=date(2026, 3, 1))
    OFFICE = overlay(worked="2026-04-17", scope=Scope.office, issued=date(2026, 1, 5), number="乙")

    def test_the_office_wins_over_the_region_though_issued_before(self) -> None:
        for notices in ((self.REGION, self.OFFICE), (self.OFFICE, self.REGION)):
            calendar = NATIONAL.with_notice(*notices)
            assert calendar.day(self.DAY).worked
            assert [one.scope for one in calendar.notices[-2:]] == [Scope.region, Scope.office]

    def test_the_region_wins_over_a_later_national_amendment(self) -> None:
        amendment = Notice(
            "丙",
            2026,
            date(2026, 4, 1),
            (ArrangedDay(date(2026, 4, 18), worked=True, name="节"),),
            amends=True,
        )
        region = overlay("2026-04-17", "2026-04-18", issued=date(2026, 3, 1))
        calendar = NATIONAL.with_notice(region, amendment)
        assert [one.number for one in calendar.notices[-2:]] == ["丙", "甲"]
        assert not calendar.day(date(2026, 4, 18)).worked

    def test_the_order_given_makes_no_other_calendar(self) -> None:
        one, other = (
            NATIONAL.with_notice(*notices)
            for notices in ((self.REGION, self.OFFICE), (self.OFFICE, self.REGION))
        )
        assert (one, hash(one)) == (other, hash(other))

    def test_an_overlay_is_known_from_its_issue(self) -> None:
        calendar = NATIONAL.with_notice(self.REGION)
        eve, then = (calendar.known_on(date(2026, month, 28)) for month in (2, 3))
        assert eve.day(self.DAY).worked
        assert not then.day(self.DAY).worked
        # One without a day of issue was always known.
        always = NATIONAL.with_notice(overlay("2026-04-17"))
        assert not always.known_on(date(2026, 1, 1)).day(self.DAY).worked

    def test_the_whole_year_is_told_from_the_issue_of_its_notice(self) -> None:
        notice = overlay("2026-04-17", issued=date(2026, 3, 1), whole_year=True)
        calendar = NATIONAL.with_notice(notice)
        told = calendar.known_on(date(2026, 3, 1))
        untold = calendar.known_on(date(2026, 2, 28))
        assert (2026, "450000") in untold.unlisted
        assert (2026, "450000") not in told.unlisted

    def test_with_notice_keeps_what_was_known(self) -> None:
        known = NATIONAL.known_on(date(2026, 2, 1)).with_notice(self.REGION)
        assert known.known_until == date(2026, 2, 1)
        assert known.day(self.DAY).worked

    def test_an_amendment_may_name_a_day_again(self) -> None:
        calendar = NATIONAL.with_notice(
            overlay("2026-04-17"), overlay("2026-04-20", worked="2026-04-17", amends=True)
        )
        assert calendar.day(self.DAY).kind is DayKind.weekday
        assert not calendar.day(date(2026, 4, 20)).worked


class TestOfficeClosures:
    """本单位: an office closes, and its own clocks alone take notice."""

    CLOSED = NATIONAL.with_notice(
        Notice(
            "",
            2026,
            None,
            (ArrangedDay(date(2026, 6, 15), worked=False, name="系统切换停办"),),
            scope=Scope.office,
            title="关于系统切换期间停止办公的通知",
        )
    )

    def test_a_closure_moves_the_limit_and_is_settled(self) -> None:
        found = last_day(self.CLOSED, date(2026, 6, 12), WorkingDays(1))
        assert found is not None
        assert (found.due, found.certainty) == (date(2026, 6, 16), Certainty.settled)
        assert NATIONAL.add_working_days(date(2026, 6, 12), 1) == date(2026, 6, 15)

    def test_saturdays_worked_past_the_horizon_bring_the_limit_forward(self) -> None:
        # Eight Saturdays of March and April 2027: more than the bounds allow for unseen.
        start, first = date(2027, 3, 1), date(2027, 3, 6)
        worked = (
            ArrangedDay(first + week * 7 * DAY, worked=True, name="补班") for week in range(8)
        )
        office = NATIONAL.with_notice(Notice("1号", 2027, None, tuple(worked), scope=Scope.office))
        found = last_day(office, start, WorkingDays(40))
        elsewhere = last_day(NATIONAL, start, WorkingDays(40))
        assert found is not None
        assert elsewhere is not None
        assert found.due < elsewhere.due
        assert found.earliest <= found.due <= found.latest
        # What stands still only from the next day on takes no answer away but the latest day.
        stands = (Suspension(found.due + DAY, found.due + 60 * DAY),)
        held = last_day(office, start, WorkingDays(40), suspensions=stands)
        assert held is not None
        assert held.earliest <= held.due == found.due < held.latest

    def test_what_the_office_says_later_moves_no_bound_before(self) -> None:
        saturday = (ArrangedDay(date(2027, 3, 6), worked=True, name="补班"),)
        notice = Notice("1号", 2027, date(2026, 12, 1), saturday, scope=Scope.office)
        eve, then = (
            NATIONAL.with_notice(notice).known_on(date(2026, *on)) for on in ((11, 30), (12, 1))
        )
        ends = [last_day(one, date(2027, 3, 1), WorkingDays(20)) for one in (NATIONAL, eve, then)]
        assert ends[0] == ends[1] != ends[2]

    def test_it_is_cited_by_its_title(self) -> None:
        lines = day_table(self.CLOSED, date(2026, 6, 14), WorkingDays(1))
        assert lines[0].text() == (
            "2026-06-15 周一 不计：系统切换停办放假（关于系统切换期间停止办公的通知）"
        )


class TestFaults:
    """What contradicts another notice is refused, named by the notice."""

    def test_a_day_arranged_twice(self) -> None:
        again = overlay("2026-04-17", "2026-04-18", number="乙")
        assert faults(overlay("2026-04-17"), again) == [("乙", "calendar.overlapping")]

    def test_two_notices_that_tell_the_whole_year(self) -> None:
        whole = overlay("2026-04-17", whole_year=True)
        more = overlay("2026-04-20", whole_year=True, number="乙")
        assert faults(whole, more) == [("乙", "calendar.second_notice")]

    @pytest.mark.parametrize("year", [2003, 2061])
    def test_a_year_outside_the_calendar(self, year: int) -> None:
        outside = overlay(f"{year}-04-17", year=year)
        assert faults(outside) == [("甲", "calendar.overlay_outside")]

    def test_the_years_that_a_calendar_can_have_are_named(self) -> None:
        with pytest.raises(MisuseError) as raised:
            NATIONAL.with_notice(overlay("2061-04-17", year=2061))
        assert dict(raised.value.faults[0].facts) == {"year": 2061, "first": 2004, "last": 2060}

    def test_the_last_year_that_it_can_have_is_none_outside(self) -> None:
        assert NATIONAL.with_notice(overlay("2060-04-16", year=2060)).notices[-1].year == 2060

    def test_a_day_worked_anyway(self) -> None:
        assert faults(overlay(worked="2026-04-17")) == [("甲", "notice.already_worked")]

    def test_a_weekend_that_the_nation_works_too_may_be_named(self) -> None:
        # Sunday 4 January 2026; which of the two notices says so first is chance.
        twice = NATIONAL.with_notice(overlay(worked="2026-01-04"))
        assert twice.day(date(2026, 1, 4)).worked

    def test_everything_at_once(self) -> None:
        assert faults(
            overlay("2026-04-17", whole_year=True),
            overlay("2026-04-17", worked="2026-04-20", whole_year=True, number="乙"),
            overlay("2061-01-04", year=2061, number="丙"),
        ) == [
            ("乙", "calendar.second_notice"),
            ("乙", "calendar.overlapping"),
            ("丙", "calendar.overlay_outside"),
            ("乙", "notice.already_worked"),
        ]

    @pytest.mark.parametrize(
        ("make", "found"),
        [
            (
                lambda: overlay("2026-04-18", worked="2026-04-18"),
                ("days[1]", "notice.off_and_worked"),
            ),
            (lambda: Notice("", 2026, None, (), scope=Scope.region), ("region", "notice.region")),
            (lambda: Notice("", 2026, None, (), region="450000"), ("region", "notice.region")),
            (
                lambda: Notice("", 2026, None, (), scope=Scope.office, whole_year=True),
                ("whole_year", "notice.whole_year"),
            ),
        ],
    )
    def test_a_notice_that_contradicts_itself(
        self, make: Callable[[], Notice], found: tuple[str, str]
    ) -> None:
        with pytest.raises(MisuseError) as caught:
            make()
        assert [(one.path, one.code) for one in caught.value.faults] == [found]

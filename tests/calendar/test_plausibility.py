"""What should make a clerk look twice at a notice just typed."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from xinfang_core.calendar import ArrangedDay, Notice, Scope, region_notices
from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.calendar.plausibility import warnings

NOTICES = mainland_notices()
(OF_2026,) = (notice for notice in NOTICES if notice.year == 2026)


def typed(*days: ArrangedDay, without: date | None = None) -> Notice:
    """The notice for 2026 with further days, and without one."""
    return evolve(OF_2026, days=(*(one for one in OF_2026.days if one.day != without), *days))


def raised(notice: Notice) -> list[tuple[str, dict[str, object]]]:
    """The warnings about a notice; each has words in both languages."""
    found = warnings(notice)
    assert all(one.text("zh") != one.text("en") for one in found)
    return [(one.code, dict(one.facts)) for one in found]


class TestTheListedNotices:
    """None of those that were published is doubted."""

    @pytest.mark.parametrize("notice", NOTICES, ids=lambda one: f"{one.year}-{one.issued}")
    def test_no_national_one_is_doubted(self, notice: Notice) -> None:
        assert warnings(notice) == ()

    @pytest.mark.parametrize(("year", "doubted"), [(2060, True), (2061, False)])
    def test_only_years_whose_statutory_days_are_known_can_be_doubted(
        self, year: int, *, doubted: bool
    ) -> None:
        empty = Notice("1号", year, None, (), scope=Scope.national)
        assert bool(warnings(empty)) is doubted

    def test_what_a_region_or_an_office_gives_is_not_doubted(self) -> None:
        assert all(warnings(notice) == () for notice in region_notices("450000"))
        closed = (ArrangedDay(date(2026, 6, 15), worked=False, name="停办"),)
        assert warnings(Notice("1号", 2026, None, closed, scope=Scope.office)) == ()

    def test_nor_is_an_amendment_which_tells_a_part(self) -> None:
        assert warnings(evolve(typed(without=date(2026, 10, 1)), amends=True)) == ()

    def test_nor_a_year_whose_statutory_days_are_not_tabled(self) -> None:
        for year in (2003, 2061):
            assert warnings(Notice("", year, None, ())) == ()


class TestAMistypedNotice:
    """A statutory day that is worked, and days that do not add up."""

    def test_a_statutory_day_left_out(self) -> None:
        assert raised(typed(without=date(2026, 10, 1))) == [
            ("plausibility.statutory_worked", {"day": date(2026, 10, 1), "name": "国庆节"}),
            ("plausibility.days", {"found": 12, "wanted": 13}),
        ]

    @pytest.mark.parametrize("issued", [date(2036, 11, 5), date(2026, 1, 5), date(2024, 12, 31)])
    def test_a_day_of_issue_in_another_year(self, issued: date) -> None:
        assert raised(evolve(OF_2026, issued=issued)) == [
            ("plausibility.issued", {"day": issued, "year": 2026})
        ]

    def test_a_statutory_day_declared_worked(self) -> None:
        # Saturday 3 October 2026 is the third day of National Day.
        worked = ArrangedDay(date(2026, 10, 3), worked=True, name="国庆节")
        assert raised(typed(worked, without=date(2026, 10, 3))) == [
            ("plausibility.statutory_worked", {"day": date(2026, 10, 3), "name": "国庆节"}),
            ("plausibility.days", {"found": 12, "wanted": 13}),
        ]

    def test_a_weekday_off_too_many(self) -> None:
        slip = ArrangedDay(date(2026, 10, 9), worked=False, name="国庆节")
        assert raised(typed(slip)) == [("plausibility.days", {"found": 14, "wanted": 13})]

    def test_a_worked_weekend_left_out(self) -> None:
        assert raised(typed(without=date(2026, 10, 10))) == [
            ("plausibility.days", {"found": 14, "wanted": 13})
        ]

    def test_a_statutory_day_on_a_weekend_need_not_be_named(self) -> None:
        assert raised(typed(without=date(2026, 10, 3))) == []

    def test_an_empty_notice_lacks_every_statutory_weekday(self) -> None:
        empty = evolve(OF_2026, days=())
        *missing, days = raised(empty)
        assert {code for code, _ in missing} == {"plausibility.statutory_worked"}
        assert days == ("plausibility.days", {"found": 0, "wanted": 13})

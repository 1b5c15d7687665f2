"""Is every site manned on every day, and a leader at the centre?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FEWER
from strategies_params import params as any_params
from xinfang_core.calendar import mainland_calendar
from xinfang_core.errors import MisuseError
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.duty_roster import Params, Roster, Shift, find_unmanned
from xinfang_core.sources import Table
from xinfang_core.vocabulary import Absent, Level, RosterDays, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

MAINLAND = mainland_calendar()
POLICY = load_policy("jiuyuan")
JIUYUAN = present(POLICY.on(day("2025-01-01")).station.duty_roster)
EVERY_DAY = present(POLICY.with_variant("every_day").on(day("2025-01-01")).station.duty_roster)
# The week of 清明节 2025: Friday 4 April is a holiday, 5 and 6 April the weekend.
MONDAY, SUNDAY = "2025-03-31", "2025-04-06"


def _decide(
    level: Level, *shifts: Shift, params: Params = JIUYUAN, last: str = SUNDAY
) -> Decision[Roster]:
    decision = find_unmanned(level, shifts, day(MONDAY), day(last), params, MAINLAND)
    assert_explained(decision)
    return decision


def _roster(decision: Decision[Roster]) -> Roster:
    assert isinstance(decision.outcome, Roster)
    return decision.outcome


def _led(*days: str) -> list[Shift]:
    return [Shift(day(on), 1, 1) for on in days]


class TestCentre:
    """Jiuyuan 9: every day one member of the leadership serves at the district centre."""

    def test_a_leader_on_every_working_day(self) -> None:
        shifts = _led("2025-03-31", "2025-04-01", "2025-04-02", "2025-04-03")
        decision = _decide(Level.district, *shifts)
        assert _roster(decision) == Roster(4, (), ())
        assert decision.findings == ()

    def test_a_day_with_staff_alone_lacks_a_leader(self) -> None:
        shifts = _led("2025-03-31", "2025-04-01", "2025-04-03")
        decision = _decide(Level.district, *shifts, Shift(day("2025-04-02"), 5))
        assert _roster(decision) == Roster(4, (), (day("2025-04-02"),))
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.code == "duty_roster.without_leader"
        assert finding.reason.citation == JIUYUAN.leaders[Level.district].citation

    def test_an_empty_day_lacks_both(self) -> None:
        decision = _decide(Level.district, last=MONDAY)
        assert _roster(decision) == Roster(1, (day(MONDAY),), (day(MONDAY),))
        assert codes(decision.findings) == [
            "duty_roster.without_staff",
            "duty_roster.without_leader",
        ]
        assert _roster(decision).text() == "共 1 日，缺人 1 日，缺班子成员 1 日"

    def test_two_leaders_do_no_harm(self) -> None:
        decision = _decide(Level.district, Shift(day(MONDAY), 2, 2), last=MONDAY)
        assert decision.findings == ()


@pytest.mark.parametrize("level", [Level.village, Level.town])
class TestStations:
    """Jiuyuan 3: every station and point has somebody at hand every day; no leader."""

    def test_nobody_on_wednesday(self, level: Level) -> None:
        shifts = [Shift(day(on)) for on in ("2025-03-31", "2025-04-01", "2025-04-03")]
        decision = _decide(level, *shifts)
        assert _roster(decision) == Roster(4, (day("2025-04-02"),), ())
        assert codes(decision.reasons) == ["duty_roster.days", "duty_roster.staff_asked"]

    def test_several_records_of_a_day_are_added_up(self, level: Level) -> None:
        staff = Table({one: evolve(cell, value=2) for one, cell in JIUYUAN.staff.cells.items()})
        shift = Shift(day(MONDAY))
        params = evolve(JIUYUAN, staff=staff)
        assert _decide(level, shift, params=params, last=MONDAY).findings
        assert not _decide(level, shift, shift, params=params, last=MONDAY).findings


class TestDays:
    """“Every day” is read as every working day; the other reading is a variant."""

    def test_the_variant_asks_for_days_of_rest_too(self) -> None:
        assert JIUYUAN.days.value is RosterDays.working_days
        assert _roster(_decide(Level.town, params=EVERY_DAY)).days == 7

    def test_a_worked_sunday_is_a_working_day(self) -> None:
        # 26 January 2025 was worked for 春节.
        sunday = day("2025-01-26")
        decision = find_unmanned(Level.town, (), sunday, sunday, JIUYUAN, MAINLAND)
        assert _roster(decision).without_staff == (sunday,)

    def test_the_wrong_way_round_is_misuse(self) -> None:
        with pytest.raises(MisuseError):
            find_unmanned(Level.town, (), day(SUNDAY), day(MONDAY), JIUYUAN, MAINLAND)

    @pytest.mark.parametrize(
        ("first", "last"), [("1999-01-01", "2025-01-01"), ("2025-01-01", "2199-01-01")]
    )
    def test_outside_the_calendar_nothing_is_told(self, first: str, last: str) -> None:
        decision = find_unmanned(Level.town, (), day(first), day(last), JIUYUAN, MAINLAND)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["duty_roster.outside_calendar"]

    @pytest.mark.parametrize("on", [MAINLAND.first, MAINLAND.last])
    def test_the_first_and_last_day_of_the_calendar_are_within_it(self, on: date) -> None:
        decision = find_unmanned(Level.town, (), on, on, EVERY_DAY, MAINLAND)
        assert _roster(decision) == Roster(1, (on,), ())


class TestSilence:
    """Of sites that the policy does not know, and of silent values, nothing is told."""

    def test_a_level_that_the_policy_does_not_know(self) -> None:
        decision = _decide(Level.province)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == JIUYUAN.staff[Level.province].citation

    def test_silent_days(self) -> None:
        silent = evolve(JIUYUAN.days, value=Absent.silent)
        decision = _decide(Level.town, params=evolve(JIUYUAN, days=silent))
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == silent.citation


class TestProperties:
    """Any record has an answer, and more people never leave more days without."""

    BEGIN = date(2025, 1, 1)
    SHIFTS = st.lists(
        st.builds(
            Shift,
            st.integers(0, 20).map(lambda offset: date(2025, 1, 1) + timedelta(days=offset)),
            st.integers(0, 3),
            st.integers(0, 2),
        ),
        max_size=8,
    )

    @FEWER
    @given(st.sampled_from(Level), SHIFTS, st.integers(0, 20), any_params(Params))
    def test_total(self, level: Level, shifts: list[Shift], length: int, params: Params) -> None:
        last = self.BEGIN + timedelta(days=length)
        decision = find_unmanned(level, shifts, self.BEGIN, last, params, MAINLAND)
        assert_explained(decision)
        if isinstance(decision.outcome, Roster):
            assert decision.outcome.days <= length + 1

    @FEWER
    @given(st.sampled_from(Level), SHIFTS, SHIFTS, any_params(Params))
    def test_more_people_never_leave_more_days_without(
        self, level: Level, some: list[Shift], more: list[Shift], params: Params
    ) -> None:
        last = self.BEGIN + timedelta(days=20)
        fewer, many = (
            find_unmanned(level, shifts, self.BEGIN, last, params, MAINLAND).outcome
            for shifts in (some, [*more, *some])
        )
        if isinstance(fewer, Roster) and isinstance(many, Roster):
            assert set(many.without_staff) <= set(fewer.without_staff)
            assert set(many.without_leader) <= set(fewer.without_leader)

"""What moves a matter up a ladder is read off the limits of the offices."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from checks import day, deadline_of, present
from strategies import DAYS
from strategies_params import citations
from xinfang_core.calendar import mainland_calendar
from xinfang_core.deadline import Clock, Deadline, judge
from xinfang_core.decision import Decision, Reason
from xinfang_core.ladder import Measured
from xinfang_core.measuring import measured
from xinfang_core.periods import CalendarDays, Period, SameDay, WorkingDays
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

MAINLAND = mainland_calendar()
CITED = Citation("示例办法", "第三条", "", Basis.stated)


def _measured(
    limits: Iterable[Decision[Deadline] | None], as_of: date, repeats: int | None = None
) -> Measured:
    """The measures of limits that are called by their place."""
    return measured({str(place): one for place, one in enumerate(limits)}, as_of, repeats, {})


def _limit(start: str, limit: Period, as_of: str) -> Decision[Deadline]:
    clock = Clock(Sourced(EventKind.accept, CITED), Sourced(limit, CITED), day(start))
    return judge(clock, None, day(as_of), MAINLAND)


class TestMeasures:
    """Days overdue, the share of the open limit that ends first, repeats as recorded."""

    def test_the_longest_delay_counts(self) -> None:
        as_of = "2025-03-31"
        limits = [_limit("2025-03-03", WorkingDays(count), as_of) for count in (5, 15, 30)]
        found = _measured(limits, day(as_of))
        assert (found.overdue_working_days, found.overdue) == (15, "0")

    def test_of_equal_delays_the_first_limit_is_told(self) -> None:
        limits = [_limit("2025-03-03", WorkingDays(5), "2025-03-31")] * 2
        assert _measured(limits, day("2025-03-31")).overdue == "0"

    def test_a_limit_that_runs_is_not_overdue(self) -> None:
        found = _measured(
            [_limit("2025-03-03", WorkingDays(15), "2025-03-10")], day("2025-03-10"), 2
        )
        assert found.overdue_working_days == 0
        assert found.repeats == 2

    def test_of_two_open_limits_the_one_that_ends_first(self) -> None:
        # 15 calendar days from 3 March end on the 18th; seven of fifteen are 46 percent.
        limits = [_limit("2025-03-03", CalendarDays(count), "2025-03-10") for count in (60, 15)]
        found = _measured(limits, day("2025-03-10"))
        assert (found.elapsed_percent, found.elapsed) == (46, "1")

    def test_a_limit_of_one_day_has_passed_wholly_or_not_at_all(self) -> None:
        found = _measured([_limit("2025-03-03", SameDay(), "2025-03-03")], day("2025-03-03"))
        assert found.elapsed_percent == 0

    def test_all_of_a_limit_has_passed_on_its_last_day(self) -> None:
        limits = [_limit("2025-03-03", CalendarDays(15), "2025-03-18")]
        assert _measured(limits, day("2025-03-18")).elapsed_percent == 100

    def test_open_past_the_day_that_is_only_expected_no_more_than_all_of_it_has_passed(
        self,
    ) -> None:
        # No notice settles 2029: the tenth working day is expected on 10 October, and may be the
        # 15th. 22 of 20 days would be 110 percent.
        as_of = day("2029-10-12")
        decision = _limit("2029-09-20", WorkingDays(10), str(as_of))
        assert deadline_of(decision).status is Status.open
        assert deadline_of(decision).due == day("2029-10-10")
        assert _measured([decision], as_of).elapsed_percent == 100

    def test_past_its_last_day_more_than_all_of_it_has_passed(self) -> None:
        # 15 calendar days from 3 March end on the 18th; the 25th is 22 days on, 146 percent.
        as_of = "2025-03-25"
        limits = [_limit("2025-03-03", CalendarDays(count), as_of) for count in (60, 15)]
        found = _measured(limits, day(as_of))
        assert found.elapsed_percent == 146
        assert found.overdue_working_days == 5

    def test_what_was_done_measures_no_longer(self) -> None:
        clock = Clock(
            Sourced(EventKind.accept, CITED), Sourced(CalendarDays(15), CITED), day("2025-03-03")
        )
        late = judge(clock, day("2025-03-20"), day("2025-03-25"), MAINLAND)
        running = _limit("2025-03-03", CalendarDays(50), "2025-03-25")
        assert _measured([late, running], day("2025-03-25")).elapsed_percent == 44

    def test_without_limits_nothing_is_known(self) -> None:
        none = Decision[Deadline](Absent.none, (Reason("x", (), CITED),))
        not_started = Decision(Deadline(Status.not_started), (Reason("x", (), CITED),))
        found = _measured([None, none, not_started], day("2025-03-03"))
        assert found == Measured(limits=("1", "2"))
        assert _measured([], day("2025-03-03")) == Measured()

    @given(DAYS, st.integers(1, 90), st.integers(0, 120), citations())
    def test_all_of_it_has_passed_at_most_while_it_is_open_and_more_once_overdue(
        self, start: date, count: int, later: int, cited: Citation
    ) -> None:
        clock = Clock(Sourced(EventKind.accept, cited), Sourced(CalendarDays(count), cited), start)
        as_of = start + timedelta(later)
        decision = judge(clock, None, as_of, MAINLAND)
        share = _measured([decision], as_of).elapsed_percent
        if deadline_of(decision).status is Status.overdue:
            assert present(share) > 100
        else:
            assert share is None or 0 <= share <= 100
